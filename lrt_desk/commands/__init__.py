"""The verbs: one function for each thing a secretary can do, each one transaction."""
