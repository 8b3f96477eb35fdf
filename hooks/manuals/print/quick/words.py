"""Widths of words, each measured once a look.

For the narrowest width of a table's cell or of a float WeasyPrint 70 breaks a text at every blank,
and shapes each word three times (layout/preferred.py, inline_line_widths; text/line_break.py,
split_first_line). Words come again and again.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from typing import Any

from weasyprint.layout import preferred
from weasyprint.text import line_break

from manuals.print.quick.looks import Look, Words, look_of
from manuals.print.quick.replacing import in_place_of

LONGEST = 40  # longer texts seldom come again
SPLIT: Any = line_break.split_first_line
CAN_BREAK: Any = line_break.can_break_text  # is asked about a last letter


@contextmanager
def quick_words() -> Iterator[None]:
    """Remember words while this lasts."""
    can_break = cache(CAN_BREAK)
    with (
        in_place_of(SPLIT, _split, only=preferred),
        in_place_of(CAN_BREAK, can_break, only=preferred),
    ):
        yield


def _split(
    text: str, style: Any, context: Any, max_width: float | None, *rest: Any, **more: Any
) -> Any:
    """Return of a text's first line what is asked for: where the next begins, and its width."""
    words = _words(style) if max_width in (0, None) and "\xad" not in text else None
    space = style["white_space"]
    word = _first(text) if max_width == 0 and space == "normal" else text
    if words is None or len(word) > LONGEST:
        return SPLIT(text, style, context, max_width, *rest, **more)
    key = word, max_width, space
    if key not in words:
        words[key] = SPLIT(word, style, context, max_width, *rest, **more)[2:4]
    resume, width = words[key]
    if resume is None and word != text:
        return SPLIT(text, style, context, max_width, *rest, **more)
    return None, None, resume, width, None, None


def _first(text: str) -> str:
    """Return a text's first word, with its blank and one letter.

    WeasyPrint looks no further, if a line can end there: any letter stands for any other.
    """
    blank = text.find(" ")
    if blank <= 0:
        return text
    letter = text[blank + 1 : blank + 2]
    return f"{text[: blank + 1]}{'x' if letter.isalnum() else letter}"


def _words(style: Any) -> Words | None:
    """Return what is known of the words of a style, if it breaks none."""
    try:
        found: Look | None = style.plain_look
    except AttributeError:
        hyphenates = line_break.pyphen.language_fallback(style["lang"] or "")
        hyphenated = style["hyphens"] == "auto" and hyphenates
        plain = style["word_break"] == "normal" and not hyphenated
        found = style.plain_look = look_of(style) if plain else None
    return found.words if found else None
