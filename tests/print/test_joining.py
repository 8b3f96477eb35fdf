"""A book in parts: pages in order and numbered, cited numbers painted, equal to one layout."""

from __future__ import annotations

import gc
import io
import re
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pikepdf
import pypdfium2
import pytest

from manuals.errors import ManualError
from manuals.print.joining import no_collector, roman
from manuals.print.painting import page_of
from manuals.print.pdf import Book, set_book

HOOKS = Path(__file__).parents[2] / "hooks"
HEAD = '<!doctype html><html lang="en"><head><title>T</title></head><body>'
CITED = f'<p>See <a href="#c02-x">2.1</a>, p. {page_of("c02-x")}, and p. {page_of("front")}.</p>'
STYLE = "p { margin: 0 } .next { break-before: page }"


def chapter(number: int, pages: int, more: str = "") -> str:
    """Return a chapter; its last page holds an id, a footnote and what is cited."""
    text = "".join(f'<p class="next">Page {page} of {number}.</p>' for page in range(2, pages + 1))
    note = f'<span class="note">Note of {number}.</span>'
    end = f'<p id="c{number:02}-x">End of {number}.{note}</p>'
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


def refused(wrong: Book, docs: Path) -> str:
    """Return the message that stops a book."""
    with pytest.raises(ManualError) as caught:
        set_book(wrong, docs)
    return str(caught.value)


def test_pages_and_numbers(tmp_path: Path) -> None:
    """Chapters begin on right pages; blank pages count; an index follows with real pages."""
    found = texts(set_book(book(2, 3), tmp_path))
    assert [folio(text) for text in found] == ["i", "", "1", "2", "3", "4", "5", "", "7"]
    assert "End of 2" in found[6]
    assert "c01-x: 2, c02-x: 5, front: i" in found[8]


def test_parts_that_need_no_right_page(tmp_path: Path) -> None:
    """Each part begins on the next page, left or right, with the style of that side."""
    style = f"{STYLE} @page body:left {{ @top-center {{ content: 'left' }} }}"
    found = texts(set_book(replace(book(2, 3), recto=False, style=style), tmp_path))
    assert [folio(text) for text in found] == ["i", "1", "2", "3", "4", "5", "6"]
    assert ["left" in text for text in found] == [False, True] * 3 + [False]


def test_a_blank_page_is_as_the_style_says(tmp_path: Path) -> None:
    """What a style writes on blank pages stands on them, before the first chapter too."""
    style = f"{STYLE} @page :blank {{ @top-center {{ content: 'meant' }} }}"
    found = texts(set_book(replace(book(2, 2, 1), style=style), tmp_path))
    blank = [place for place, text in enumerate(found) if "meant" in text]
    assert (len(found), blank) == (9, [1, 7])


def test_cited_numbers_are_the_pages(tmp_path: Path) -> None:
    """In front, body and index, in Arabic and in Roman figures; the line closes up."""
    found = texts(set_book(book(2, 3), tmp_path))
    for page in (3, 6, 8):
        assert "See 2.1, p. 5, and p. i." in found[page]
    assert re.search(r"Index\.+\s*7\n", found[0])
    assert not any("000" in text for text in found)


def test_every_paragraph_note_and_anchor_once_and_in_order(tmp_path: Path) -> None:
    """Nothing is lost, doubled or moved where parts are joined."""
    data = set_book(book(*range(1, 9)), tmp_path)
    whole = "".join(texts(data))
    for what in ("End", "Note"):
        assert re.findall(rf"{what} of (\d)", whole) == list("12345678")
    pages = [tuple(map(int, item)) for item in re.findall(r"Page (\d) of (\d)", whole)]
    assert pages == [(page, part) for part in range(1, 9) for page in range(2, part + 1)]
    with pikepdf.open(io.BytesIO(data)) as pdf:
        names = [str(name) for name in pikepdf.NameTree(pdf.Root.Names.Dests)]
    assert sorted(names) == [*(f"c{number:02}-x" for number in range(1, 9)), "front", "index"]


def test_links_move_with_the_text(tmp_path: Path) -> None:
    """A link behind a number lies over its own words, not where 000 had pushed them."""
    more = f'<p>p. {page_of("front")} <a href="#c01-x">WWW</a></p>'
    one = replace(book(), parts=[chapter(1, 1, more)], late=[])
    one = replace(one, html=f"{HEAD}<p id='front'>F</p></body></html>")
    page = pypdfium2.PdfDocument(data := set_book(one, tmp_path))[2]
    left = page.get_textpage()
    place = left.get_text_range().replace("\r\n", "\n").index("WWW")
    with pikepdf.open(io.BytesIO(data)) as pdf:
        rectangle = [float(value) for value in pdf.pages[2].Annots[0].Rect]
    found = left.search("WWW").get_next()
    assert found, place
    assert abs(left.get_charbox(found[0])[0] - rectangle[0]) < 1.5


def test_one_link_a_link(tmp_path: Path) -> None:
    """What stands in a link is no second link (PDF/UA-1, 7.18.5)."""
    linked = chapter(1, 1, '<p><a href="#c01-x">a <em>b</em> <strong>c</strong></a></p>')
    one = replace(book(), parts=[linked], late=[], html=f"{HEAD}<p>F</p></body></html>")
    with pikepdf.open(io.BytesIO(set_book(one, tmp_path))) as pdf:
        assert len(pdf.pages[2].Annots) == 1


def test_no_garbage_is_collected_meanwhile(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The collector is off during layout and write, and on again, also after a refused book."""
    seen: list[bool] = []
    monkeypatch.setattr("manuals.print.pdf.finish_tags", lambda *_: seen.append(gc.isenabled()))
    set_book(book(1, 1), tmp_path)
    assert (seen, gc.isenabled()) == ([False], True)
    refused(replace(book(1, 1), parts=[chapter(1, 1, page_of("none"))]), tmp_path)
    assert gc.isenabled()


def test_what_is_made_meanwhile_counts_as_old() -> None:
    """Python looks at young objects first, and soon; these it leaves alone."""
    with no_collector():
        made = [[]]  # type: list[list[object]]
    assert made in gc.get_objects(generation=2)


def test_no_garbage_is_looked_for_at_the_end() -> None:
    """A process that has set a book gives its memory back without a look at each object."""
    # What is registered first is called last.
    told = "import atexit, gc; atexit.register(lambda: print(gc.get_freeze_count() > 0))"
    code = f"{told}; import manuals.print.joining"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=HOOKS, capture_output=True, text=True, check=True
    )
    assert done.stdout == "True\n"


def test_the_same_bytes_twice(tmp_path: Path) -> None:
    """A setter and a second one make the same."""
    assert set_book(book(2, 3), tmp_path) == set_book(book(2, 3), tmp_path)


@pytest.mark.parametrize(
    ("more", "message"),
    [
        (page_of("none"), "a page number is asked for none, which is nowhere"),
        ('<p id="c02-x">x</p>', "two parts of the book hold the id c02-x"),
        (f'<p style="font-size: 1pt">{CITED}</p>', ""),
    ],
)
def test_what_cannot_be_cited(tmp_path: Path, more: str, message: str) -> None:
    """A number of nothing and an id of two parts stop the book."""
    wrong = replace(book(), parts=[chapter(1, 1, more), chapter(2, 1)])
    if message:
        assert message in refused(wrong, tmp_path)
    else:
        assert set_book(wrong, tmp_path).startswith(b"%PDF")


def test_a_number_wider_than_its_place(tmp_path: Path) -> None:
    """A right-aligned number would cover what stands before it."""
    narrow = replace(book(2, 3), style=f"{STYLE} .page-of {{ width: 1pt }}")
    assert "page number 7 is wider than its place" in refused(narrow, tmp_path)


@pytest.mark.parametrize(
    ("number", "figures"), [(1, "i"), (4, "iv"), (9, "ix"), (18, "xviii"), (44, "xliv"), (90, "xc")]
)
def test_roman(number: int, figures: str) -> None:
    """Small Roman figures, as the style prints on the pages of the front matter."""
    assert roman(number) == figures


def test_numbers_stand_at_the_right_of_their_room(tmp_path: Path) -> None:
    """In contents a shorter number ends where a longer one would."""
    page = pypdfium2.PdfDocument(set_book(book(2, 3), tmp_path))[0]
    layer = page.get_textpage()
    place = layer.get_text_range().replace("\r\n", "\n").rindex("7")
    found = layer.search("7").get_next()
    assert found, place
    margin = page.get_width() - 40 * 72 / 25.4
    assert abs(layer.get_charbox(found[0])[2] - margin) < 1.5


def test_dots_are_one_text(tmp_path: Path) -> None:
    """A line of contents has a few tags, not one a dot."""
    with pikepdf.open(io.BytesIO(set_book(book(2, 3), tmp_path))) as pdf:
        spans = [item for item in pdf.objects if is_span(item)]
    assert len(spans) < 60


def is_span(item: pikepdf.Object) -> bool:
    """Return whether an object of a PDF is a tag of text."""
    return isinstance(item, pikepdf.Dictionary) and item.get("/S") == "/Span"


def test_links_that_are_numbers(tmp_path: Path) -> None:
    """A number that is a link is one link, as wide as its figures."""
    cited = '<p><a class="page-of" href="#c01-x"></a> <a href="#c01-x">a <em>b</em></a></p>'
    one = replace(book(), parts=[chapter(1, 1, cited)], late=[])
    one = replace(one, html=f"{HEAD}<p>F</p></body></html>")
    with pikepdf.open(io.BytesIO(set_book(one, tmp_path))) as pdf:
        rectangles = [[float(value) for value in item.Rect] for item in pdf.pages[2].Annots]
    assert len(rectangles) == 2
    assert rectangles[0][2] - rectangles[0][0] < 8
