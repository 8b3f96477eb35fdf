"""Set a book: WeasyPrint with our fonts, style and fetcher; any complaint of it is an error."""

from __future__ import annotations

import gc
import logging
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pydyf
from weasyprint import CSS, HTML
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import FatalURLFetchingError

from manuals.errors import ManualError, Problem
from manuals.print.fetcher import BASE, HERE, OwnFetcher
from manuals.print.finishing import finish_tags
from manuals.print.press.boxes import show_trim

STYLES = ("fonts.css", "page.css", "text.css", "boxes.css", "matter.css")
FAMILIES = ("Manual Serif", "Be Vietnam Pro")
LOGGER = logging.getLogger("weasyprint")


@dataclass(frozen=True)
class Book:
    """A document ready for print; `name` is the file's name without .pdf."""

    name: str
    html: str
    style: str


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


@cache
def _shared() -> tuple[FontConfiguration, list[CSS]]:
    """Parse fonts and style once a process: the fonts alone take most of a second."""
    fonts = FontConfiguration()
    fetcher = OwnFetcher()
    styles = [
        CSS(filename=HERE / "style" / name, font_config=fonts, url_fetcher=fetcher)
        for name in STYLES
    ]
    return fonts, styles


def set_book(book: Book, docs: Path) -> bytes:
    """Return the PDF (PDF/UA-1, tagged, the same bytes for the same book).

    ManualError if WeasyPrint warns of anything: bad CSS, a missing picture or glyph.
    """
    written = None
    with _listening() as complaints, _roomy_collector():
        fonts, styles = _shared()
        own = CSS(string=book.style, font_config=fonts, url_fetcher=OwnFetcher())
        html = HTML(string=book.html, base_url=BASE, url_fetcher=OwnFetcher(docs))
        written = html.write_pdf(
            stylesheets=[*styles, own],
            font_config=fonts,
            pdf_variant="pdf/ua-1",
            finisher=_finish,
        )
    if complaints:
        todo = "mend the picture, letter or style that is named"
        raise ManualError(
            Problem(f"{book.name}.pdf", 0, f"print: {text}", todo) for text in complaints
        )
    assert isinstance(written, bytes)
    return written


def _finish(document: Any, pdf: pydyf.PDF) -> None:
    """Mend the tags; complain of letters that Pango silently took from the machine's fonts."""
    finish_tags(document, pdf)
    show_trim(pdf)
    for font in document.fonts.values():
        if font.family not in FAMILIES:
            letters = " ".join(sorted({*"".join(font.to_unicode.values())} - {" "}))
            LOGGER.warning('our fonts lack "%s", which %s would lend', letters, font.family)


@contextmanager
def _roomy_collector() -> Iterator[None]:
    """Collect garbage rarely: a layout makes millions of objects that live to its end."""
    before = gc.get_threshold()
    gc.set_threshold(50_000, 50, 50)
    try:
        yield
    finally:
        gc.set_threshold(*before)
