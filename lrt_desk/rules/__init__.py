"""Pure functions that judge facts: workflow, dates, names, redline, redaction."""
