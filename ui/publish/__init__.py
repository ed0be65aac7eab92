"""The two copies side by side, the checks, and the signature."""
