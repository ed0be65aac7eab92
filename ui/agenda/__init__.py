"""Agenda items and their papers."""
