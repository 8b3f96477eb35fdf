"""A book in parts: pages in order and numbered, cited numbers painted, equal to one layout."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

import pypdfium2

from manuals.print.painting import page_of
from manuals.print.pdf import Book, set_book

HEAD = '<!doctype html><html lang="en"><head><title>T</title></head><body>'
CITED = f'<p>See <a href="#c02-x">2.1</a>, p. {page_of("c02-x")}, and p. {page_of("front")}.</p>'
STYLE = "p { margin: 0 } .next { break-before: page }"


def chapter(number: int, pages: int, more: str = "") -> str:
    """Return a chapter; its last page holds an id and cites."""
    text = "".join(f'<p class="next">Page {page} of {number}.</p>' for page in range(2, pages + 1))
    end = f'<p id="c{number:02}-x">End of {number}.</p>'
    return f'<div class="body"><article><h1>C{number}</h1>{text}{end}{more}</article></div>'


def index(pages: Mapping[str, str]) -> str:
    """Return a late part that prints the pages it is given, and cites as well."""
    listed = ", ".join(f"{id}: {page}" for id, page in sorted(pages.items()))
    return f'<section class="back"><h1 id="index">Index</h1><p>{listed}</p>{CITED}</section>'


def book(*pages: int) -> Book:
    """Return a book with front matter on one page, chapters, and an index."""
    contents = f'<a href="#index">Index<span class="leader"></span>{page_of("index")}</a>'
    front = f'<section class="front" id="front"><h1>F</h1><p>{contents}</p></section>'
    parts = [chapter(number, count, CITED) for number, count in enumerate(pages, 1)]
    return Book("b.en", f"{HEAD}{front}</body></html>", STYLE, parts, [index])


def texts(data: bytes) -> list[str]:
    """Return each page's text."""
    found = (page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(data))
    return [text.replace("\r", "") for text in found]


def folio(text: str) -> str:
    """Return the number that a page bears at its foot."""
    return text.split()[-1] if text.split() else ""


def test_pages_and_numbers(tmp_path: Path) -> None:
    """Chapters begin on right pages; blank pages count; an index follows with real pages."""
    found = texts(set_book(book(2, 3), tmp_path))
    assert [folio(text) for text in found] == ["i", "", "1", "2", "3", "4", "5", "", "7"]
    assert "End of 2" in found[6]
    assert "c01-x: 2, c02-x: 5, front: i" in found[8]


def test_cited_numbers_are_the_pages(tmp_path: Path) -> None:
    """In front, body and index, in Arabic and in Roman figures; the line closes up."""
    found = texts(set_book(book(2, 3), tmp_path))
    for page in (3, 6, 8):
        assert "See 2.1, p. 5, and p. i." in found[page]
    assert re.search(r"Index\.+\s*7\n", found[0])
    assert not any("000" in text for text in found)
