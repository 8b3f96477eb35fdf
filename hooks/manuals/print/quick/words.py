"""Widths of words, each measured once a look.

For the narrowest width of a table's cell or of a float WeasyPrint 70 breaks a text at every blank,
and shapes each word three times (layout/preferred.py, inline_line_widths; text/line_break.py,
split_first_line). Words come again and again.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from weasyprint.layout import preferred
from weasyprint.text import line_break

from manuals.print.quick.looks import Look, look_of
from manuals.print.quick.replacing import in_place_of

SPLIT: Any = line_break.split_first_line


@contextmanager
def quick_words() -> Iterator[None]:
    """Remember words while this lasts."""
    with in_place_of(SPLIT, _split, only=preferred):
        yield


def _split(
    text: str, style: Any, context: Any, max_width: float | None, *rest: Any, **more: Any
) -> Any:
    """Return of a text's first word what is asked for: where the next begins, and its width."""
    words = _words(style) if max_width == 0 and "\xad" not in text else None
    if words is None:
        return SPLIT(text, style, context, max_width, *rest, **more)
    blank = text.find(" ")
    word = text
    if blank > 0:
        # WeasyPrint looks no further than the letter behind the blank, if a line can end there.
        letter = text[blank + 1 : blank + 2]
        word = f"{text[: blank + 1]}{'x' if letter.isalnum() else letter}"
    if word not in words:
        words[word] = SPLIT(word, style, context, max_width, *rest, **more)[2:4]
    resume, width = words[word]
    if resume is None and word != text:
        return SPLIT(text, style, context, max_width, *rest, **more)
    return None, None, resume, width, None, None


def _words(style: Any) -> dict[str, tuple[int | None, float]] | None:
    """Return the words that are known of a style, if its lines break at blanks alone."""
    try:
        found: Look | None = style.plain_look
    except AttributeError:
        hyphenates = line_break.pyphen.language_fallback(style["lang"] or "")
        hyphenated = style["hyphens"] == "auto" and hyphenates
        plain = style["white_space"] == "normal" and style["word_break"] == "normal"
        found = style.plain_look = look_of(style) if plain and not hyphenated else None
    return found.words if found else None
