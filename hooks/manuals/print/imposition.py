"""Impose a PDF for an office printer: a booklet to fold and staple, or two pages a sheet.

Both put two pages beside each other on a landscape sheet, and ask a viewer's print dialogue for
their own size; a booklet also for both sides, turned on the short edge.
"""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name

MM = 72 / 25.4
SHEETS = {"A4": (297 * MM, 210 * MM), "A3": (420 * MM, 297 * MM)}  # points, landscape
SHEET_THICKNESS = 0.1  # mm: office paper of 80 g/m²
Side = tuple[int | None, int | None]


def booklet_sides(pages: int) -> list[Side]:
    """Return each side of a saddle-stitched booklet: its left and right page, None for a blank.

    Pages count from 0 and are padded to a multiple of 4; sheets come from the outermost inwards,
    the front of each before its back.
    """
    last = pages + -pages % 4 - 1
    sides = []
    for place in range((last + 1) // 2):
        outer, inner = last - place, place
        sides.append((outer, inner) if place % 2 == 0 else (inner, outer))
    return [_there(side, pages) for side in sides]


def two_up_sides(pages: int) -> list[Side]:
    """Return each side with two pages in order; a single page stands twice, to be cut in two."""
    if pages == 1:
        return [(0, 0)]
    return [_there((page, page + 1), pages) for page in range(0, pages, 2)]


def _there(side: tuple[int, int], pages: int) -> Side:
    left, right = (page if page < pages else None for page in side)
    return left, right


def creep(sides: int, thickness: float) -> list[float]:
    """Return how far each side's pages move towards the fold, in mm.

    Folded, every sheet is pushed out by the thickness of those around it; its pages move in as
    far, so that outer margins are even once the booklet is trimmed.
    """
    return [side // 2 * thickness for side in range(sides)]


def booklet(data: bytes, paper: str = "A4", thickness: float = SHEET_THICKNESS) -> bytes:
    """Return a PDF as a booklet on sheets of `paper`, each `thickness` mm thick."""
    with pikepdf.open(BytesIO(data)) as source:
        sides = booklet_sides(len(source.pages))
        return _impose(source, sides, creep(len(sides), thickness), paper, duplex=True)


def two_up(data: bytes, paper: str = "A4") -> bytes:
    """Return a PDF with two pages a side; role cards, to be cut apart, need one side only."""
    with pikepdf.open(BytesIO(data)) as source:
        sides = two_up_sides(len(source.pages))
        return _impose(source, sides, [0.0] * len(sides), paper, duplex=False)


def _impose(
    source: pikepdf.Pdf, sides: Sequence[Side], shifts: Sequence[float], paper: str, *, duplex: bool
) -> bytes:
    """Place pages; equal input gives equal bytes.

    Each page is drawn whole, at the largest size that fits, cut to its trim box; a landscape page
    is turned. Tags, links and outline are left out: sheets are for paper.
    """
    with pikepdf.new() as out:
        forms = [out.copy_foreign(page.as_form_xobject()) for page in source.pages]
        for side, shift in zip(sides, shifts, strict=True):
            _add_side(out, forms, side, SHEETS[paper], shift * MM)
        for name in ("/Title", "/Author", "/CreationDate", "/ModDate"):
            if name in source.docinfo:
                out.docinfo[name] = str(source.docinfo[name])
        if "/Lang" in source.Root:
            out.Root.Lang = str(source.Root.Lang)
        wishes = Dictionary(PrintScaling=Name("/None"), DisplayDocTitle=True)
        if duplex:
            wishes.Duplex = Name.DuplexFlipShortEdge
        out.Root.ViewerPreferences = wishes
        written = BytesIO()
        streams = pikepdf.ObjectStreamMode.generate
        out.save(written, deterministic_id=True, object_stream_mode=streams)
        return written.getvalue()


def _add_side(
    out: pikepdf.Pdf, forms: Sequence[Any], side: Side, sheet: tuple[float, float], shift: float
) -> None:
    width, height = sheet
    drawn, used = [], Dictionary()
    for half, number in enumerate(side):
        if number is None:
            continue
        used[f"/P{half}"] = forms[number]
        left = half * width / 2 + (shift if half == 0 else -shift)
        matrix = _placing(forms[number], left, width / 2, height)
        drawn.append(f"q {' '.join(f'{value:.4f}' for value in matrix)} cm /P{half} Do Q")
    out.add_blank_page(page_size=sheet)
    page = out.pages[-1].obj
    page["/Resources"] = Dictionary(XObject=used)
    page["/Contents"] = out.make_stream("\n".join(drawn).encode())


def _placing(form: Any, left: float, width: float, height: float) -> tuple[float, ...]:
    """Return the matrix that puts a form in the middle of half a sheet."""
    turn = pikepdf.Matrix(*map(float, form.get("/Matrix", Array([1, 0, 0, 1, 0, 0]))))
    box = turn.transform(pikepdf.Rectangle(form.BBox))
    placed = pikepdf.Matrix()
    if box.width > box.height:
        placed = pikepdf.Matrix(0, 1, -1, 0, 0, 0)
        box = placed.transform(box)
    scale = min(width / box.width, height / box.height)
    x = left + (width - box.width * scale) / 2 - box.llx * scale
    y = (height - box.height * scale) / 2 - box.lly * scale
    placed = placed @ pikepdf.Matrix(scale, 0, 0, scale, x, y)
    return placed.shorthand
