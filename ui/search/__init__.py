"""The palette: commands, places, and words in minutes."""
