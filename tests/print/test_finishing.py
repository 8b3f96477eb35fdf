"""What the finisher mends in WeasyPrint's tags and lines of text, read back from a PDF."""

from __future__ import annotations

import io
import re
from pathlib import Path

import pikepdf
import pypdfium2
import pytest

from manuals.print.outputs import write_grey, write_press
from manuals.print.pdf import Book, Setter, set_book, write_screen
from manuals.print.press.profile import read_press
from tests.print.test_press import DATES, PRINTING, ROOT

BODY = """
<h1 id="top">T</h1>
<p><a href="#top">1.1.1</a></p>
<table><thead><tr><th>a</th><th>b</th></tr></thead><tbody><tr><td>c</td><td>d</td></tr></tbody></table>
"""


@pytest.fixture(scope="module")
def pdf(tmp_path_factory: pytest.TempPathFactory) -> pikepdf.Pdf:
    """Return a PDF with a link and a table."""
    html = f'<!doctype html><html lang="en"><title>T</title>{BODY}</html>'
    data = set_book(Book("b", html, ""), tmp_path_factory.mktemp("docs"))
    return pikepdf.open(io.BytesIO(data))


def tagged(pdf: pikepdf.Pdf, tag: str) -> list[pikepdf.Object]:
    """Return the structure elements with a tag."""
    return [
        item
        for item in pdf.objects
        if isinstance(item, pikepdf.Dictionary) and item.get("/S") == f"/{tag}"
    ]


def test_header_cells_have_a_scope(pdf: pikepdf.Pdf) -> None:
    """A screen reader can say which column a cell belongs to (PDF/UA-1, 7.5)."""
    heads = tagged(pdf, "TH")
    assert len(heads) == 2
    assert {str(head.A.Scope) for head in heads} == {"/Column"}


def test_other_cells_have_none(pdf: pikepdf.Pdf) -> None:
    """A data cell is not taken for a header."""
    cells = tagged(pdf, "TD")
    assert len(cells) == 2
    assert all("/Scope" not in cell.get("/A", {}) for cell in cells)


def test_links_are_printed(pdf: pikepdf.Pdf) -> None:
    """A link's annotation carries the Print flag, as PDF/A and PDF/UA checkers ask."""
    links = [item for page in pdf.pages for item in page.Annots if item.Subtype == "/Link"]
    assert len(links) == 1
    assert int(links[0].F) == 4


def test_a_reader_sees_the_trim(pdf: pikepdf.Pdf) -> None:
    """The bleed that the layout leaves for the press is no part of the page on screen."""
    (page,) = pdf.pages
    assert [round(float(edge) * 25.4 / 72, 2) for edge in page.MediaBox] == [0, 0, 210, 297]
    assert "/BleedBox" not in page


@pytest.mark.parametrize(("own", "other"), [("en", "vi"), ("vi", "en")])
def test_text_in_the_other_language(tmp_path: Path, own: str, other: str) -> None:
    """<main> becomes a plain division that says its language, for the voice that reads it."""
    html = f'<!doctype html><html lang="{own}"><title>T</title><div>x</div><main>y</main></html>'
    pdf = pikepdf.open(io.BytesIO(set_book(Book("b", html, ""), tmp_path)))
    assert tagged(pdf, "Part") == []
    assert sorted(str(item.get("/Lang")) for item in tagged(pdf, "Div")) == ["None", other]


def test_a_book_without_tables_and_links(tmp_path: Path) -> None:
    """Nothing to mend is no mistake."""
    html = '<!doctype html><html lang="en"><title>T</title><p>x</p></html>'
    assert set_book(Book("b", html, ""), tmp_path).startswith(b"%PDF")


def test_no_glyph_is_moved_by_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """On screen, press and grey; real kerning stays, and a page looks as it would otherwise."""
    head = f'<html lang="vi"><meta charset="utf-8"><title>T</title>{DATES}'
    html = f"<!doctype html>{head}<p>AVATAR Điều tra viên To Ta.</p></html>"
    pages = Setter(tmp_path).arrange(Book("b", html, ":root { --volume: #000 }"))
    press = read_press(ROOT, PRINTING)[1]

    def written() -> list[bytes]:
        one = pages.document
        return [write_screen(pages), write_press(one, PRINTING, press).data, write_grey(one)]

    mended = written()
    for module in ("pdf", "outputs"):
        monkeypatch.setattr(f"manuals.print.{module}.join_glyphs", lambda _: None)
    for now, before in zip(mended, written(), strict=True):
        lines = [lines_of(data) for data in (before, now)]
        assert [b">0<" in line for line in lines] == [True, False]
        moves = [re.findall(rb">(-?[1-9]\d*)<", line) for line in lines]
        assert moves[0] == moves[1] != []
        looks = [pypdfium2.PdfDocument(data)[0].render().to_pil() for data in (before, now)]
        assert looks[0].tobytes() == looks[1].tobytes()


def lines_of(data: bytes) -> bytes:
    """Return the operators that draw the text of a PDF's pages."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        for page in pdf.pages:
            page.contents_coalesce()
        painted = b"".join(page.Contents.read_bytes() for page in pdf.pages)
    return b"".join(re.findall(rb"\[.*?\] TJ", painted))
