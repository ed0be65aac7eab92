"""Bytes to facts: old minutes, replies, contacts. Distrusts everything."""
