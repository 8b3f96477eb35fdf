"""Set a book: WeasyPrint with our fonts, style and fetcher; any complaint of it is an error."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pydyf
from weasyprint.urls import FatalURLFetchingError

from manuals.errors import ManualError, Problem
from manuals.print.finishing import finish_tags
from manuals.print.joining import Pages, no_collector, roman
from manuals.print.layout import EMPTY, Layouts
from manuals.print.press.boxes import show_trim

FAMILIES = ("Manual Serif", "Be Vietnam Pro")
LOGGER = logging.getLogger("weasyprint")


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
        """Return the PDF (PDF/UA-1, tagged, the same bytes for the same book).

        ManualError if WeasyPrint warns of anything: bad CSS, a missing picture or glyph.
        """
        written = b""
        with _listening() as complaints, no_collector():
            written = self.arrange(book).write(_finish)
        if complaints:
            todo = "mend the picture, letter or style that is named"
            raise ManualError(
                Problem(f"{book.name}.pdf", 0, f"print: {text}", todo) for text in complaints
            )
        return written

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
                name = laid.document.pages[0]._page_box.page_type.name
                empty = book.framed(EMPTY.format(name=name))
                pages.add_blank(self.layouts.blank(empty, book.style), bears)
            last = number + len(laid.document.pages)
            pages.add(laid, [str(each) for each in range(number, last)])
            number = last
        pages.paint()
        self.layouts.end()
        return pages


def set_book(book: Book, docs: Path) -> bytes:
    """Set a book once."""
    return Setter(docs).set(book)


def _finish(document: Any, pdf: pydyf.PDF) -> None:
    """Mend the tags; complain of letters that Pango silently took from the machine's fonts."""
    finish_tags(document, pdf)
    show_trim(pdf)
    for font in document.fonts.values():
        if font.family not in FAMILIES:
            letters = " ".join(sorted({*"".join(font.to_unicode.values())} - {" "}))
            LOGGER.warning('our fonts lack "%s", which %s would lend', letters, font.family)
