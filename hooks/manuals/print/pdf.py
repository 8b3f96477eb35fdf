"""Set a book: WeasyPrint with our fonts, style and fetcher; any complaint of it is an error."""

from __future__ import annotations

import gc
import logging
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

import pydyf
from weasyprint.urls import FatalURLFetchingError

from manuals.errors import ManualError, Problem
from manuals.print.archive import make_archivable
from manuals.print.finishing import complain_of_lent_letters, finish_tags, join_glyphs
from manuals.print.joining import Pages, no_collector, roman
from manuals.print.labels import label_pages
from manuals.print.layout import EMPTY, Layouts
from manuals.print.press.boxes import show_trim

LOGGER = logging.getLogger("weasyprint")
Written = TypeVar("Written")


@dataclass(frozen=True)
class Book:
    """A document ready for print; `name` is the file's name without .pdf.

    `html` is a whole document: the book itself, or the front matter of one in parts. Each of
    `parts` stands in a <body> of its own below the same <head>, and has a layout of its own; an
    id may stand in one part only. `late` make the HTML of the last parts (an index) from the map
    of each id to the number of the page on which it begins, "47" or "xii"; they get the ids of
    what stands before them. A page number that is cited anywhere is `painting.page_of(id)`.

    Front matter is numbered in Roman figures, the first of `parts` begins with 1. Where `recto`
    each part begins on a right page.
    """

    name: str
    html: str
    style: str
    parts: Sequence[str] = ()
    late: Sequence[Callable[[Mapping[str, str]], str]] = ()
    recto: bool = True

    def framed(self, part: str) -> str:
        """Return a part as a document with the book's own head."""
        return f"{self.html.partition('<body>')[0]}<body>{part}</body></html>"

    def whole(self) -> str:
        """Return all that is not late as one document."""
        return "".join((self.html.removesuffix("</body></html>"), *self.parts, "</body></html>"))


class _Complaints(logging.Handler):
    """Collects what WeasyPrint would only log."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.found: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Remember a message."""
        self.found.append(record.getMessage())


@contextmanager
def _listening() -> Iterator[list[str]]:
    handler = _Complaints()
    LOGGER.addHandler(handler)
    try:
        yield handler.found
    except FatalURLFetchingError as error:
        handler.found.append(str(error))
    finally:
        LOGGER.removeHandler(handler)


class Setter:
    """Sets books again and again, and lays out only the parts that have changed."""

    def __init__(self, docs: Path) -> None:
        self.layouts = Layouts(docs)

    def set(self, book: Book) -> bytes:
        """Return the PDF for the screen (the same bytes for the same book)."""
        return self.write(book, write_screen)

    def write(self, book: Book, make: Callable[[Pages], Written]) -> Written:
        """Return what `make` writes of a book's pages, one file or several from one layout.

        ManualError if WeasyPrint warns of anything: bad CSS, a missing picture or glyph.
        """
        written = None
        with _listening() as complaints, no_collector():
            written = make(self.arrange(book))
        if complaints:
            todo = "mend the picture, letter or style that is named"
            raise ManualError(
                Problem(f"{book.name}.pdf", 0, f"print: {text}", todo) for text in complaints
            )
        assert written is not None
        return written

    def rest(self) -> None:
        """Free what is no longer used, and look at what is kept no more: call it between books."""
        gc.unfreeze()
        gc.collect()
        gc.freeze()

    def arrange(self, book: Book) -> Pages:
        """Return the pages of all parts, numbered and painted."""
        self.layouts.begin()
        front = self.layouts.part(book.html, book.style, 1)
        count = len(front.document.pages)
        label: Callable[[int], str] = roman if book.parts or book.late else str
        pages = Pages()
        pages.add(front, [label(number) for number in range(1, count + 1)])
        number = 1
        for part in (*book.parts, *book.late):
            html = book.framed(part(pages.anchors) if callable(part) else str(part))
            verso = len(pages.sheets) % 2 == 1
            blank = verso and book.recto
            if blank:
                bears = str(number) if len(pages.parts) > 1 else roman(count + 1)
                number += len(pages.parts) > 1
            laid = self.layouts.part(html, book.style, number, verso=verso and not blank)
            if blank:
                empty = self.layouts.blank(book.framed(EMPTY), book.style)
                pages.add_blank(empty, bears)
            last = number + len(laid.document.pages)
            pages.add(laid, [str(each) for each in range(number, last)])
            number = last
        pages.paint()
        self.layouts.end()
        return pages


def set_book(book: Book, docs: Path) -> bytes:
    """Set a book once."""
    return Setter(docs).set(book)


def write_screen(pages: Pages) -> bytes:
    """Write a book for the screen: PDF/UA-1 and PDF/A-2a, each page under its printed number."""

    def finish(document: Any, pdf: pydyf.PDF) -> None:
        _finish(document, pdf)
        label_pages(pdf, pages.labels)

    return pages.write(finish)


def _finish(document: Any, pdf: pydyf.PDF) -> None:
    """Mend tags and text, say what the file is; complain of letters that are not in our fonts."""
    finish_tags(document, pdf)
    join_glyphs(pdf)
    make_archivable(pdf)
    show_trim(pdf)
    complain_of_lent_letters(document)
