"""The secretariat without a screen: no Qt in here."""

__version__ = "0.1.0"
