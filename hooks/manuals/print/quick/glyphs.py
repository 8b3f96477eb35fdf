"""Glyphs of a line, each worked out once a font.

WeasyPrint 70 asks Pango for four numbers of each glyph, and works out what stands for them in the
file (draw/text.py, draw_first_line). The same glyphs come again and again.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from weasyprint.draw import text
from weasyprint.text.ffi import FROM_UNITS, ffi, pango

from manuals.print.quick.replacing import in_place_of

DRAW: Any = text.draw_first_line
# PangoGlyphInfo: glyph, width, two offsets; whether a cluster begins.
GLYPH = struct.Struct("16s4x")
NUMBERS = struct.Struct("Iiii")
KEEPS_SIZE = 14802  # the version from which Pango tells the size of a font rightly


class _OddGlyphError(Exception):
    """A glyph that moves up or down, is missing, is none, or has a picture."""


@contextmanager
def quick_glyphs() -> Iterator[None]:
    """Draw ordinary glyphs by what is known of them while this lasts."""
    with in_place_of(DRAW, _draw):
        yield


def _draw(stream: Any, box: Any, overflow: str, ellipsis: str, matrix: Any) -> Any:
    """Draw a line's glyphs; what is cut off, or out of the ordinary, as WeasyPrint does."""
    plain = overflow != "ellipsis" and ellipsis == "none" and box.style["font_size"] >= 1e-6
    if not plain or not box.text.strip():
        return DRAW(stream, box, overflow, ellipsis, matrix)
    pango.pango_layout_set_single_paragraph_mode(box.pango_layout.layout, True)
    line, _ = box.pango_layout.get_first_line()
    try:
        pieces = list(_pieces(stream, box, line))
    except _OddGlyphError:
        return DRAW(stream, box, overflow, ellipsis, matrix)
    stream.set_text_matrix(*matrix.values)
    for font, size, shown in pieces:
        stream.set_font_size(font.hash, size)
        stream.show_text(shown)
    return []


def _pieces(stream: Any, box: Any, line: Any) -> Iterator[tuple[Any, float, str]]:
    """Yield a line's glyphs by font."""
    last = font = None
    size, shown = 0.0, ""
    run = line.runs[0]
    while run != ffi.NULL:
        item, run = run.data, run.next
        face = item.item.analysis.font
        if face != last:
            if font is not None and shown:
                yield font, size, shown
            shown, last = "", face
            font, size = stream.add_font(face)
            if font.bitmap or font.svg or font.png or font.colr:
                raise _OddGlyphError
            if pango.pango_version() < KEEPS_SIZE:
                size = box.style["font_size"]
        glyphs = f"<{_string(stream, box, item, font, size)}"
        shown += glyphs[:-1] if glyphs[-1] == "<" else f"{glyphs}>"
    yield font, size, shown


def _string(stream: Any, box: Any, item: Any, font: Any, size: float) -> str:
    """Return what stands for a run of glyphs."""
    known: dict[bytes, str] = vars(font).setdefault("known_glyphs", {}).setdefault(size, {})
    count = item.glyphs.num_glyphs
    data = ffi.buffer(item.glyphs.glyphs, GLYPH.size * count)
    found = []
    for place, (glyph,) in enumerate(GLYPH.iter_unpack(data)):
        if glyph not in known:
            known[glyph] = _one(stream, box, item, font, size, place, glyph)
        found.append(known[glyph])
    return "".join(found)


def _one(stream: Any, box: Any, item: Any, font: Any, size: float, place: int, glyph: bytes) -> str:
    """Return what stands for a glyph, and remember its letters and its width."""
    number, width, right, up = NUMBERS.unpack(glyph)
    if number >= pango.PANGO_GLYPH_EMPTY or up:
        raise _OddGlyphError
    if number not in font.to_unicode:
        font.to_unicode[number] = _letters(box, item, place)
    if number not in font.widths:
        face = item.item.analysis.font
        pango.pango_font_get_glyph_extents(face, number, stream.ink_rect, stream.logical_rect)
        font.widths[number] = round(stream.logical_rect.width * 1000 * FROM_UNITS / size)
    offset = right / size
    kerning = font.widths[number] + offset - width * 1000 * FROM_UNITS / size
    before = f">{-offset}<" if offset else ""
    after = f">{int(kerning)}<" if kerning else ""
    return f"{before}{number:04x}{after}"


def _letters(box: Any, item: Any, place: int) -> str:
    """Return the letters that a glyph stands for."""
    clusters, last = item.glyphs.log_clusters, item.glyphs.num_glyphs - 1
    start = clusters[place]
    if item.item.analysis.level % 2:  # from right to left
        end = clusters[place - 1] if place else item.item.length
    else:
        end = clusters[place + 1] if place < last else item.item.length
    encoded = box.pango_layout.text.encode()
    return str(encoded[item.item.offset :][start:end].decode())
