"""Sync: which sections of a pair a person has confirmed to say the same."""
