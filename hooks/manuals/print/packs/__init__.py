"""Packs: what a trainer prints the evening before a course."""
