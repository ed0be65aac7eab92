"""Snapshot to bytes, pure: documents as a tree, and the writers that turn trees into files."""
