"""Word by word: what changed in a text since it was confirmed."""

from __future__ import annotations

import re
from difflib import SequenceMatcher

WORDS = re.compile(r"\s+|\w+|[^\w\s]")


def word_difference(before: str, after: str) -> str:
    """Return the new text with [-what went-] and {+what came+}, whole words."""
    old, new = WORDS.findall(before), WORDS.findall(after)
    parts = []
    for kind, i, j, k, m in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        gone, come = "".join(old[i:j]), "".join(new[k:m])
        if kind == "equal":
            parts.append(come)
            continue
        if gone.strip():
            parts.append(f"[-{gone}-]")
        if come.strip():
            parts.append(f"{{+{come}+}}")
        elif come or gone:
            parts.append(come)
    return "".join(parts)
