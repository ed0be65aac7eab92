"""The list of sessions, the month, and the frame of one session."""
