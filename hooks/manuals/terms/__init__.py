"""Terms: whether both halves of a pair use the words that the termbase prefers."""
