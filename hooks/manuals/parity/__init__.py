"""Parity: what must be equal in both halves of a pair, without a look at their history."""
