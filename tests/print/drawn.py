"""A page's text as PDFium finds it drawn, one object after another."""

from __future__ import annotations

import math
from collections.abc import Iterator

import pypdfium2
from pypdfium2 import raw

Area = tuple[float, float, float, float]
EVERYWHERE = (-math.inf, -math.inf, math.inf, math.inf)


def body_text(page: pypdfium2.PdfPage) -> str:
    """Return a page's text without running head and foot.

    On a turned page these stand at its sides.
    """
    width, height = page.get_size()
    area = (60, 0, width - 62, height) if width > height else (0, 60, width, height - 62)
    return "".join(drawn_texts(page, area))


def drawn_texts(page: pypdfium2.PdfPage, area: Area = EVERYWHERE) -> Iterator[str]:
    """Yield the texts of an area as they are drawn, which pdfium sorts where it reads."""
    text = page.get_textpage()
    left, bottom, right, top = area
    for drawn in page.get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT]):
        edges = drawn.get_bounds()
        x, y = (edges[0] + edges[2]) / 2, (edges[1] + edges[3]) / 2
        if not (left < x < right and bottom < y < top):
            continue
        size = raw.FPDFTextObj_GetText(drawn, text, None, 0)
        letters = (raw.FPDF_WCHAR * size)()
        raw.FPDFTextObj_GetText(drawn, text, letters, size)
        yield bytes(letters).decode("utf-16-le").rstrip("\0").replace(" ", "")
