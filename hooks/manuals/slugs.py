"""Ids and file names from titles: small ASCII letters, digits, hyphens."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container

SMALL_WORDS = frozenset(
    [
        "a",
        "an",
        "and",
        "at",
        "by",
        "for",
        "from",
        "in",
        "is",
        "its",
        "of",
        "on",
        "or",
        "the",
        "to",
        "with",
    ]
)


def slug(text: str) -> str:
    """Return an id for a title: đ becomes d, marks go, small English words too."""
    plain = unicodedata.normalize("NFD", text.lower().replace("đ", "d"))
    plain = "".join(letter for letter in plain if not unicodedata.combining(letter))
    words = [word for word in re.findall(r"[a-z0-9]+", plain) if word not in SMALL_WORDS]
    joined = "-".join(words[:5])
    return joined if joined[:1].isalpha() else f"section-{joined}".rstrip("-")


def unused(wanted: str, taken: Container[str]) -> str:
    """Return the id, with a number behind it if it is taken."""
    if wanted not in taken:
        return wanted
    number = 2
    while f"{wanted}-{number}" in taken:
        number += 1
    return f"{wanted}-{number}"
