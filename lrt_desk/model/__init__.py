"""The nouns: frozen dataclasses with no behaviour beyond their own invariants."""
