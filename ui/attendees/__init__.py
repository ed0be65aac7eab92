"""Who takes part, who was there, and how far their names travel."""
