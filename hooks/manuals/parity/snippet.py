"""The words around a place, so that a message can be found by reading."""

from __future__ import annotations

import re

AROUND = 4
MARKS = re.compile(
    r"^\s*/{3,} *[\w-]*[ |]*|^ *(?:#+|[-+]|\d+[.)]) "
    r"|\]\([^()]*\)|\[\^[^\]]*\]|[\[\]*]|\{[ :]*[#.][^{}]*\}",
    re.MULTILINE,
)


def snippet(text: str, start: int, end: int) -> str:
    """Return what stands in a block from `start` to `end`, with some words on either side."""
    before, find, after = _plain(text[:start]), text[start:end], _plain(text[end:])
    left, right = before.split(), after.split()
    return (
        f"“{'…' if len(left) > AROUND else ''}{' '.join(left[-AROUND:])}"
        f"{' ' if left and before[-1].isspace() else ''}{' '.join(find.split())}"
        f"{' ' if right and after[0].isspace() else ''}{' '.join(right[:AROUND])}"
        f"{'…' if len(right) > AROUND else ''}”"
    )


def opening(text: str) -> str:
    """Return the first words of a block."""
    words = _plain(text).split()
    return f"“{' '.join(words[: 2 * AROUND])}{'…' if len(words) > 2 * AROUND else ''}”"


def _plain(text: str) -> str:
    return MARKS.sub("", text.replace("|", " "))
