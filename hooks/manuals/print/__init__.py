"""Print: a book in, files out."""
