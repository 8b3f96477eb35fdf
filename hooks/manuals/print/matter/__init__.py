"""What a publisher puts around the chapters: lists, tables, index, sources, changes, colophon."""
