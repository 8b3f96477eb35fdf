"""Spelling: what is wrong in the letters, words and blanks of both languages."""
