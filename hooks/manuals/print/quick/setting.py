"""All that makes setting a book quick and changes no byte of it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from manuals.print.quick.backgrounds import quick_backgrounds
from manuals.print.quick.columns import quick_columns
from manuals.print.quick.equal_styles import quick_equal_styles
from manuals.print.quick.glyphs import quick_glyphs
from manuals.print.quick.lengths import quick_lengths
from manuals.print.quick.looks import quick_looks
from manuals.print.quick.parsing import quick_parsing
from manuals.print.quick.styles import quick_styles
from manuals.print.quick.words import quick_words


@contextmanager
def quickly() -> Iterator[None]:
    """Lay out and write quickly while this lasts."""
    with (
        quick_parsing(),
        quick_styles(),
        quick_equal_styles(),
        quick_lengths(),
        quick_looks(),
        quick_words(),
        quick_backgrounds(),
        quick_columns(),
        quick_glyphs(),
    ):
        yield
