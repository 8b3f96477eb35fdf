"""Cited page numbers: laid out as 000 in a box of their own, painted when all pages are known.

WeasyPrint's own target-counter() lays a book out twice and then loses and doubles footnotes. It
draws from the stored text of a text box's Pango layout, so that this text can be changed after
the layout (WeasyPrint 70; tests/print/test_painting.py reads the numbers back).
"""

from __future__ import annotations

import logging
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from typing import Any

from weasyprint.formatting_structure import boxes
from weasyprint.text.line_break import line_size

LOGGER = logging.getLogger("weasyprint")
CLASS = "page-of"
TOLERANCE = 0.01  # CSS pixels


@dataclass(frozen=True)
class Slot:
    """Where one number is cited; `line` leads from the line's box down to the number's own."""

    anchor: str
    page: int
    line: tuple[Any, ...]
    text: Any


def page_of(anchor: str) -> str:
    """Return HTML for the number of the page on which an element with that id begins.

    The style gives it the width of 000. With `text-align: right` the number stands at the right
    of its box; else the rest of the line is drawn up to it.
    """
    return f'<span class="{CLASS}" data-of="{escape(anchor)}"></span>'


def find_slots(pages: Sequence[Any]) -> list[Slot]:
    """Return the boxes of all cited numbers."""
    return [slot for number, page in enumerate(pages) for slot in _walk(page._page_box, (), number)]


def _walk(box: Any, line: tuple[Any, ...], page: int) -> Iterator[Slot]:
    line = (box,) if isinstance(box, boxes.LineBox) else (*line, box)
    if box.is_leader and len(box.children) > 1:
        _join_dots(box)
    if isinstance(box, boxes.InlineBlockBox) and _anchor(box):
        text = next(item for item in box.descendants() if isinstance(item, boxes.TextBox))
        yield Slot(_anchor(box), page, line, text)
        return
    for child in box.all_children():
        yield from _walk(child, line, page)


def _join_dots(leader: Any) -> None:
    """Make one text of a leader's dots: as a text each they are most of a contents' tags."""
    dots = min(leader.children, key=lambda dot: dot.position_x)
    count = len(leader.children)
    dots.text = dots.pango_layout.text = dots.text * count
    dots.width *= count
    leader.children = (dots,)


def _anchor(box: Any) -> str:
    element = box.element
    if element is None or CLASS not in element.get("class", "").split():
        return ""
    return str(element.get("data-of") or element.get("href", "").removeprefix("#"))


def paint(slots: Sequence[Slot], labels: Mapping[str, str]) -> set[int]:
    """Write each number, a label by anchor, into its box; return the pages that changed."""
    changed = set()
    for slot in slots:
        label = labels.get(slot.anchor)
        if label is None:
            LOGGER.warning("a page number is asked for %s, which is nowhere", slot.anchor)
        elif slot.text.text != label:
            _write(slot, label)
            changed.add(slot.page)
    return changed


def _write(slot: Slot, label: str) -> None:
    """Change the number; keep its right edge, or draw what follows on the line up to it."""
    text, box = slot.text, slot.line[-1]
    layout = text.pango_layout
    layout.setup(text.style)
    layout.set_text(label)
    width, _ = line_size(layout.get_first_line()[0], text.style)
    layout.deactivate()
    spare = text.width - width
    text.text = label
    for inner in box.descendants():
        if inner is not box:
            inner.width = width
    if box.style["text_align_all"] in ("right", "end"):
        box.children[0].translate(dx=spare)
        if width > box.width + TOLERANCE:
            LOGGER.warning("page number %s is wider than its place", label)
        return
    box.width -= spare
    for parent, child in zip(slot.line, slot.line[1:], strict=False):
        for after in parent.children[parent.children.index(child) + 1 :]:
            after.translate(dx=-spare)
        if parent is not slot.line[0]:
            parent.width -= spare
