"""Courses as data: what is taught when, how and from which chapters."""
