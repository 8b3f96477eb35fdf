"""Worksheets in print: every item, nothing of the chapter around it, room to tick and sign."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pypdfium2
import pytest

from manuals.convert import convert_page
from manuals.editions import PARTICIPANT, TRAINER
from manuals.export import Article
from manuals.print.pdf import Book, set_book
from manuals.print.worksheets import compose_worksheets

if TYPE_CHECKING:
    from tests.conftest import Project

LAW = "v1-foundations/03-law"


def books(copy: Project, locale: str, edition: str) -> dict[str, Book]:
    """Return the worksheets of the tiny project's chapter on law."""
    run = copy.run(edition)
    content = convert_page(run, f"{LAW}.{locale}.md")
    chapter = Article(LAW, locale, "1.3", "The law", f"{LAW}.html", content)
    volume = run.manuals.shelf.volumes[0]
    found = compose_worksheets(run.manuals, volume, locale, edition, chapter)
    return {book.name: book for book in found}


def texts(book: Book, docs: Path) -> list[str]:
    """Set a book; return the text of each page, on one line."""
    document = pypdfium2.PdfDocument(set_book(book, docs))
    return [" ".join(page.get_textpage().get_text_range().split()) for page in document]


@pytest.mark.parametrize(
    ("locale", "head", "signed"),
    [
        ("en", "Checklist · Chapter 1.3 The law Before charging", "Full name Unit Date Signature"),
        ("vi", "Bảng kiểm · Chương 1.3 The law", "Họ và tên Đơn vị Ngày, tháng, năm Chữ ký"),
    ],
)
def test_checklist(project: Callable[[], Project], locale: str, head: str, signed: str) -> None:
    """Title, chapter, edition, date of the law, the items, and lines to sign on."""
    copy = project()
    (page,) = texts(
        books(copy, locale, PARTICIPANT)[f"v1-foundations-03-checklist-1.{locale}"],
        copy.root / "docs",
    )
    version = {"en": "Edition 0.1, 23 November 2026", "vi": "Phiên bản 0.1, 23/11/2026"}[locale]
    item = {"en": "Age known?", "vi": "tuổi"}[locale]
    for wanted in (head, signed, version, item):
        assert wanted in page


def test_only_trainers_get_handouts_and_cards(project: Callable[[], Project]) -> None:
    """Role cards stand a page each; what participants get has none of it."""
    copy = project()
    assert list(books(copy, "en", PARTICIPANT)) == ["v1-foundations-03-checklist-1.en"]
    found = books(copy, "en", TRAINER)
    handout, cards = "v1-foundations-03-handout-grid.en", "v1-foundations-03-role-cards.en"
    assert list(found) == ["v1-foundations-03-checklist-1.en", handout, cards]
    officer, witness = texts(found[cards], copy.root / "docs")
    assert "Officer You are in a hurry." in officer
    assert "Witness You do not want to sign." in witness
    (grid,) = texts(found[handout], copy.root / "docs")
    assert "Grid A sheet with three columns." in grid
    assert "Signature" not in grid + officer


@pytest.mark.parametrize(("columns", "across"), [(5, False), (6, True)])
def test_a_wide_table_lies_across(
    project: Callable[[], Project], columns: int, across: bool
) -> None:
    """A handout with six columns is printed across, on one page with its title and foot."""
    copy = project()
    rows = "\n".join(f"|{f' {cell} |' * columns}" for cell in ("a", "---", "b"))
    for locale, text in (("en", "A sheet with three columns."), ("vi", "Một tờ có ba cột.")):
        copy.edit(f"docs/{LAW}.{locale}.md", text, f"{text}\n\n{rows}")
    book = books(copy, "en", TRAINER)["v1-foundations-03-handout-grid.en"]
    (page,) = pypdfium2.PdfDocument(set_book(book, copy.root / "docs"))
    width, height = page.get_size()
    assert (width > height) == across
    assert "Edition 0.1" in page.get_textpage().get_text_range()


def test_footnotes_come_along_and_links_become_text(project: Callable[[], Project]) -> None:
    """A note that a box cites is printed on its sheet; what is not on the sheet is not linked."""
    copy = project()
    for locale, item in (("en", "- Age known?"), ("vi", "- Đã rõ tuổi chưa?")):
        name = f"docs/{LAW}.{locale}.md"
        copy.edit(name, item, f"{item}[^age] See [the parts](#parts).")
        copy.edit(name, "{#parts}\n", "{#parts}\n\nParts.[^age]\n")
        copy.write(name, f"{copy.read(name)}\n[^age]: With the birth certificate.\n")
    (page,) = texts(books(copy, "en", PARTICIPANT)["v1-foundations-03-checklist-1.en"], copy.root)
    assert "Age known?" in page
    assert "See the parts." in page
    assert "1. With the birth certificate." in page


def test_black_and_white(project: Callable[[], Project]) -> None:
    """No colour and no tint: a copier would make grey dots of them."""
    copy = project()
    for book in books(copy, "vi", TRAINER).values():
        for page in pypdfium2.PdfDocument(set_book(book, copy.root / "docs")):
            picture = page.render(scale=1).to_pil().convert("HSV")
            assert picture.getextrema()[1] == (0, 0)
