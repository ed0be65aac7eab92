"""Fonts, icons, colour profile, translations and demonstration material."""
