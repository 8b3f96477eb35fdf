"""Local content: what provincial trainers add to chapters, kept apart from the common text."""
