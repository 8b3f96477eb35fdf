"""Exact equivalents of WeasyPrint's busiest functions, in their place while a book is set."""
