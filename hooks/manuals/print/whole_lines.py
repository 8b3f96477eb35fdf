"""Texts that fit a line but for the blank at their end.

WeasyPrint 70 measures that blank, though it is not drawn (text/line_break.py, split_first_line,
step 2). A text that is followed by a link or a number then breaks behind its first word, which
stands alone on its line.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from math import inf
from typing import Any

from weasyprint.layout import inline

from manuals.print.quick.replacing import in_place_of

COLLAPSING = ("normal", "pre-line")


@contextmanager
def whole_lines() -> Iterator[None]:
    """Lay such texts out on one line while the context lasts."""
    split: Any = inline.split_first_line

    def split_whole(
        text: str, style: Any, context: Any, max_width: float, *rest: Any, **more: Any
    ) -> Any:
        """Split a text as WeasyPrint does; one that it cuts behind its first word is looked at."""
        found = split(text, style, context, max_width, *rest, **more)
        shown = text.rstrip(" ")
        length, resume = found[1:3]
        cut = resume is not None and " " not in text.encode()[:length].decode().strip(" ")
        if not cut or shown == text or style["white_space"] not in COLLAPSING:
            return found
        if split(shown, style, context, max_width, *rest, **more)[2] is not None:
            return found
        return split(text, style, context, inf, *rest, **more)

    with in_place_of(split, split_whole, only=inline):
        yield
