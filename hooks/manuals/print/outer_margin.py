"""Paragraph numbers in the outer margin: a style cannot ask on which side a page lies.

The style hangs each number left of its paragraph's first line, in the flow, so that it is tagged
and read aloud where it stands. On right pages the finished layout moves it across; all numbers of
a page then stand below each other, also those of paragraphs in boxes, as far from the text as the
style sets them on left pages.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from weasyprint.formatting_structure import boxes

from manuals.print.turned import PAGE

CLASS = "pn"


def move_numbers_out(page: Any) -> None:
    """Move the numbers of a right page into its right margin, in place.

    On a turned page they stay: its sides are the head and the foot of the others.
    """
    box = page._page_box
    if box.page_type.side != "right" or box.page_type.name == PAGE:
        return
    edge = box.content_box_x() + box.width
    for number in _numbers(box):
        for text in number.descendants():
            if isinstance(text, boxes.TextBox):
                number.translate(dx=edge + number.margin_right - text.position_x)
                break


def _numbers(box: Any) -> Iterator[Any]:
    for child in box.all_children():
        element = child.element
        if (
            isinstance(child, boxes.InlineBlockBox)
            and element is not None
            and element.get("class") == CLASS
        ):
            yield child
        else:
            yield from _numbers(child)
