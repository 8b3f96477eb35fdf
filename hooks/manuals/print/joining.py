"""Join the pages of all parts, paint what is cited, write one PDF."""

from __future__ import annotations

import atexit
import gc
import logging
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import pydyf
from weasyprint.document import Page

from manuals.print.layout import VARIANT, Laid, one_link_each
from manuals.print.painting import paint
from manuals.print.quick.objects import pack, quick_packing
from manuals.print.quick.setting import quickly

LOGGER = logging.getLogger("weasyprint")
ROMAN = {100: "c", 90: "xc", 50: "l", 40: "xl", 10: "x", 9: "ix", 5: "v", 4: "iv", 1: "i"}

# At its end Python looks for garbage among the millions of objects of a layout: seconds for none.
atexit.register(gc.freeze)


@dataclass
class Pages:
    """A book's pages in order; `labels` are the numbers that they bear, `anchors` where ids are.

    Blank pages have a number too, though they do not show it.
    """

    sheets: list[Any] = field(default_factory=list)
    labels: list[str] = field(default_factory=list)
    anchors: dict[str, str] = field(default_factory=dict)
    parts: list[tuple[int, Laid]] = field(default_factory=list)

    def add(self, laid: Laid, labels: Sequence[str]) -> None:
        """Add a part's pages; a complaint if an id stands in an earlier part already."""
        own: dict[str, str] = {}
        for page, label in zip(laid.document.pages, labels, strict=True):
            for anchor in page.anchors:
                own.setdefault(anchor, label)
        for anchor in sorted(own.keys() & self.anchors.keys()):
            LOGGER.warning("two parts of the book hold the id %s", anchor)
        self.anchors = own | self.anchors
        self.parts.append((len(self.sheets), laid))
        self.sheets += laid.document.pages
        self.labels += labels

    def add_blank(self, page: Any, label: str) -> None:
        """Add a page that bears nothing that is cited."""
        self.sheets.append(page)
        self.labels.append(label)

    def paint(self) -> None:
        """Write all cited numbers; links on lines that were drawn up are measured anew."""
        for start, laid in self.parts:
            for place in paint(laid.slots, self.anchors):
                before = laid.document.pages[place]
                page = Page(before._page_box)
                one_link_each(page)
                page.anchors = {**before.anchors, **page.anchors}  # the words are found once
                laid.document.pages[place] = self.sheets[start + place] = page

    @property
    def document(self) -> Any:
        """Return all pages as WeasyPrint's document."""
        return self.parts[0][1].document.copy(self.sheets)

    def write(self, finish: Callable[[Any, pydyf.PDF], None]) -> bytes:
        """Return the pages as a tagged PDF; `finish` gets the document and pydyf's objects."""

        def finish_and_pack(document: Any, pdf: pydyf.PDF) -> None:
            finish(document, pdf)
            pack(pdf)

        with quick_packing(), quickly():
            written = self.document.write_pdf(
                pdf_variant=VARIANT, pdf_identifier=True, finisher=finish_and_pack
            )
        assert isinstance(written, bytes)
        return written


def roman(number: int) -> str:
    """Return a number in small Roman figures, as lower-roman in CSS."""
    figures = ""
    for value, figure in ROMAN.items():
        count, number = divmod(number, value)
        figures += figure * count
    return figures


@contextmanager
def no_collector() -> Iterator[None]:
    """Collect no garbage: a layout makes millions of objects that live to its end.

    Behind it they count as old, for nothing would be gained by a look at all of them at once.
    """
    before = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.unfreeze()
        if before:
            gc.enable()
