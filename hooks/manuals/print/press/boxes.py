"""Where a page ends: the sheet, the bleed that is cut off, the trim that a reader holds.

The origin of each page is its trim's lower left corner; lengths are points (1/72 inch).
"""

from __future__ import annotations

from collections.abc import Iterator

import pydyf

MM = 72 / 25.4
BLEED = 3 * MM
SHEET = 12 * MM  # from the trim to the sheet's edge: the bleed, and room for marks
OFFICE = (210 * MM, 297 * MM)


def pages(pdf: pydyf.PDF) -> Iterator[pydyf.Dictionary]:
    """Yield the pages in order."""
    for number in pdf.pages["Kids"][::3]:
        yield pdf.objects[number]


def size(page: pydyf.Dictionary) -> tuple[float, float]:
    """Return width and height of what a reader holds."""
    left, bottom, right, top = page["TrimBox"]
    return right - left, top - bottom


def stand_upright(pdf: pydyf.PDF) -> None:
    """Turn pages that lie across among upright ones, their head to the left: one paper, one way."""
    upright = size(next(pages(pdf)))
    for page in pages(pdf):
        width, height = size(page)
        if width <= height or upright[0] > upright[1]:
            continue
        turn = pydyf.Stream([f"0 1 -1 0 {height:.4f} 0 cm".encode()])
        paint_first(pdf, page, turn)
        page["TrimBox"] = pydyf.Array([0, 0, height, width])


def paint_first(pdf: pydyf.PDF, page: pydyf.Dictionary, stream: pydyf.Stream) -> None:
    """Put a stream before what a page paints; the state that it leaves holds for the rest."""
    if stream.number is None:
        pdf.add_object(stream)
    painted = page["Contents"]
    rest = painted if isinstance(painted, pydyf.Array) else [painted]
    page["Contents"] = pydyf.Array([stream.reference, *rest])


def show_trim(pdf: pydyf.PDF) -> None:
    """Show what a reader of the printed book sees: no bleed, no box for the press."""
    for page in pages(pdf):
        page["MediaBox"] = page["TrimBox"]
        del page["BleedBox"], page["TrimBox"]


def fit_office_paper(pdf: pydyf.PDF) -> None:
    """Put each page in the middle of an A4 sheet."""
    for page in pages(pdf):
        width, height = size(page)
        across, up = OFFICE if width <= height else OFFICE[::-1]
        page["MediaBox"] = _around(page, (across - width) / 2, (up - height) / 2)
        del page["BleedBox"], page["TrimBox"]


def set_press_boxes(pdf: pydyf.PDF) -> None:
    """Give each page its sheet, bleed and trim."""
    for page in pages(pdf):
        page["TrimBox"] = _around(page, 0, 0)
        page["BleedBox"] = _around(page, BLEED, BLEED)
        page["MediaBox"] = _around(page, SHEET, SHEET)


def _around(page: pydyf.Dictionary, across: float, up: float) -> pydyf.Array:
    left, bottom, right, top = page["TrimBox"]
    edges = (left - across, bottom - up, right + across, top + up)
    return pydyf.Array([round(edge, 4) + 0.0 for edge in edges])
