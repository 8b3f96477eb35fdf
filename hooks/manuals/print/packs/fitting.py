"""Which boxes of a layout hold more than has room: nothing may run over a cut or an edge."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from weasyprint.formatting_structure import boxes

from manuals.print.joining import Pages

TOLERANCE = 0.5  # CSS pixels


def overfull(pages: Pages, kind: str) -> list[int]:
    """Return the places of boxes of a class that lines run out of, counted through the document."""
    cells = [cell for page in pages.sheets for cell in _cells(page._page_box, kind)]
    return [place for place, cell in enumerate(cells) if _runs_over(cell)]


def _cells(box: Any, kind: str) -> Iterator[Any]:
    if box.element is not None and kind in (box.element.get("class") or "").split():
        yield box
        return
    for child in box.all_children():
        yield from _cells(child, kind)


def _runs_over(cell: Any) -> bool:
    bottom = cell.content_box_y() + cell.height + TOLERANCE
    right = cell.content_box_x() + cell.width + TOLERANCE
    return any(
        line.position_y + line.height > bottom or line.position_x + line.width > right
        for line in cell.descendants()
        if isinstance(line, boxes.LineBox)
    )
