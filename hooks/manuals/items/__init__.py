"""The questions of the chapters as test items: drawn for a course, printed, counted afterwards."""
