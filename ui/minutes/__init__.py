"""The text of a session, item by item."""
