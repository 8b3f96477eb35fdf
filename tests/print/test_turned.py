"""Wide tables on turned pages: which, with what, and where a reader of the printed book looks."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import pypdfium2
import pytest
from lxml import html

from manuals.export import Article
from manuals.print.book import compose_chapter
from manuals.print.imposition import two_up
from manuals.print.outputs import write_grey, write_press
from manuals.print.pdf import Book, Setter, write_screen
from manuals.print.preflight.inspection import inspect_press, inspect_screen
from manuals.print.preflight.places import NOWHERE
from manuals.print.press.profile import read_press
from manuals.print.turned import turn_wide_tables
from tests.print.test_accessibility import assert_clean
from tests.print.test_press import PRINTING, ROOT, opened
from tests.real import built

if TYPE_CHECKING:
    from manuals.chapters import Manuals

MM = 72 / 25.4
ROWS = 26
NOTE = "Theo quyết định của cơ quan có thẩm quyền."
PLAIN = "Văn bản giải thích vì sao cần hỏi câu này. " * 30


def table(columns: int, rows: int = 1) -> str:
    """Return a table with a head."""
    head = "".join(f"<th>Cột {place}</th>" for place in range(columns))
    cells = "".join(f"<td>{'ai làm ' * 6}</td>" for _ in range(columns - 1))
    body = "".join(f"<tr><td>Việc {row:02}</td>{cells}</tr>" for row in range(rows))
    return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def paragraph(number: int, text: str) -> str:
    """Return a numbered paragraph as the site has it."""
    link = f'<a class="pn" id="p{number}" href="#p{number}" aria-label="x">1.3.{number}</a>'
    return f'<p class="numbered">{link}{text}</p>'


CITED = (
    '<sup id="fnref:a"><a class="footnote-ref" href="#fn:a">1</a></sup>'
    ' (trang <a class="page-of" href="#after"></a>)'
)
CONTENT = (
    '<h1 id="top"><span class="chapter-number">Chương 1.3</span> Pháp luật</h1>'
    f'<h2 id="before">Trước</h2>{paragraph(1, PLAIN)}{paragraph(2, PLAIN)}{paragraph(3, PLAIN)}'
    f'<h2 id="wide">Ai làm gì</h2>{paragraph(4, "Bảng đọc từ trái sang phải.")}'
    + table(7, ROWS).replace("Việc 14", f"Việc 14{CITED}")
    + f'{paragraph(5, "Văn bản tiếp tục.")}<h2 id="after">Ghi gì</h2>'
    + "".join(paragraph(number, PLAIN) for number in range(6, 12))
    + f'<div class="footnote"><ol><li id="fn:a"><p>{NOTE}</p></li></ol></div>'
)


class Files(NamedTuple):
    """A chapter with a wide table, from one layout."""

    book: Book
    screen: bytes
    press: bytes
    grey: bytes


@pytest.fixture(scope="module")
def files(base: Path, tiny: Manuals) -> Files:
    """Set the chapter once for all tests, in a volume whose tab is not the uppermost."""
    volume = replace(tiny.shelf.volumes[0], number=4)
    chapter = Article("v1-foundations/03-law", "vi", "1.3", "Pháp luật", "v1/03.html", CONTENT)
    book = compose_chapter(tiny, volume, "vi", "participant", chapter)
    press = read_press(ROOT, PRINTING)[1]

    def write(pages: Any) -> Files:
        pressed = write_press(pages.document, PRINTING, press).data
        return Files(book, write_screen(pages), pressed, write_grey(pages.document))

    return Setter(base / "docs").write(book, write)


def texts(data: bytes) -> list[str]:
    """Return the text of each page, on one line."""
    document = pypdfium2.PdfDocument(data)
    return [" ".join(page.get_textpage().get_text_range().split()) for page in document]


def turned(files: Files) -> list[int]:
    """Return the pages of the screen PDF that lie across."""
    sizes = [page.get_size() for page in pypdfium2.PdfDocument(files.screen)]
    return [number for number, (width, height) in enumerate(sizes) if width > height]


def place(data: bytes, page: int, text: str, letter: int = 0) -> tuple[float, float]:
    """Return the middle of a letter of a text on a page, in points from the lower left corner."""
    found = pypdfium2.PdfDocument(data)[page].get_textpage()
    index = found.search(text).get_next()[0] + letter
    left, bottom, right, top = found.get_charbox(index)
    return (left + right) / 2, (bottom + top) / 2


def marked(content: str) -> str:
    """Return the blocks of a prepared article that go on turned pages, by their text."""
    article = html.fragment_fromstring(content, create_parent="article")
    turn_wide_tables(article)
    found = article.xpath("//*[@data-page='turned']")
    return " ".join((item.findtext(".//th") or item.text) for item in found)


@pytest.mark.parametrize(
    ("content", "wanted"),
    [
        (f"<p>a</p>{table(5)}", ""),
        (f"<p>a</p>{table(6)}<p>b</p>", "a Cột 0"),
        (f"<p>0</p><p>a</p>{table(6)}", "a Cột 0"),
        (f"<p>0</p><h2>A</h2><h3>B</h3><p>a</p>{table(6)}<h2>C</h2>", "A B a Cột 0"),
        (f"<h1>A</h1><h2>B</h2>{table(6)}", "B Cột 0"),
        (f"<p>0</p><ul><li>a</li></ul>{table(6)}", "Cột 0"),
        (f'<div class="box box-case"><p>a</p>{table(9)}</div>', ""),
        (f"<ul><li>a{table(9)}</li></ul>", ""),
        (f'<h2>A</h2><p>a</p><div class="box box-handout">h{table(6)}</div>', "Cột 0"),
        (
            '<h2 class="form-heading">A</h2><p>a</p>'
            f'<div class="box box-handout">h{table(6)}</div>',
            "A a Cột 0",
        ),
        (f'<div class="box box-handout">h{table(5)}</div>', ""),
    ],
)
def test_what_is_turned(content: str, wanted: str) -> None:
    """Six columns turn a table, with paragraph and headings right above; a handout goes whole."""
    assert marked(content) == wanted


def test_pages_of_the_chapter(files: Files) -> None:
    """The table has pages of its own, heading and paragraph begin the first, text goes on upright.

    Its head stands on each, its rows come once and in order.
    """
    pages, across = texts(files.screen), turned(files)
    assert across == list(range(across[0], across[0] + 3))
    assert 0 < across[0] < across[-1] < len(pages) - 2
    first, after = pages[across[0]], pages[across[-1] + 1]
    for text in ("Ai làm gì", "1.3.4", "Bảng đọc từ trái sang phải."):
        assert next(page for page, found in enumerate(pages) if text in found) == across[0]
    assert first.index("Bảng đọc") < first.index("Cột 0") < first.index("Việc 00")
    assert [pages[page].count("Cột 6") for page in across] == [1, 1, 1]
    assert sum(page.count("Cột 6") for page in pages) == 3
    together = " ".join(pages)
    rows = [together.index(f"Việc {row:02}") for row in range(ROWS)]
    assert rows == sorted(rows)
    assert "1.3.5" in after
    assert "Văn bản tiếp tục." in after


def test_a_number_hangs_before_its_paragraph(files: Files) -> None:
    """Also on a right page, whose outer margin lies below: there it would be far off."""
    page = turned(files)[0]
    assert page % 2 == 0
    number, text = (place(files.screen, page, each) for each in ("1.3.4", "Bảng đọc"))
    assert text[0] - 15 * MM < number[0] < text[0]
    assert number[1] == pytest.approx(text[1], abs=3)


def test_nothing_is_lost(files: Files) -> None:
    """Preflight finds each text, number, anchor and the footnote once and in order."""
    assert inspect_screen(files.book, files.screen, NOWHERE) == []
    assert inspect_press("v1.press", files.press, None, None) == []
    (page,) = (page for page, text in enumerate(texts(files.screen)) if NOTE in text)
    assert page in turned(files)
    assert "Việc 14" in texts(files.screen)[page]


def test_cited_page_and_outline(files: Files) -> None:
    """What is painted in a turned table, and where the outline leads, is the printed page."""
    document = pypdfium2.PdfDocument(files.screen)
    outline = {item.get_title(): item.get_dest().get_index() for item in document.get_toc()}
    assert outline["Ai làm gì"] == turned(files)[0]
    after = outline["Ghi gì"]
    assert after == turned(files)[-1] + 1
    (page,) = (text for text in texts(files.screen) if "Việc 14" in text)
    assert f"(trang {after + 1})" in page


@pytest.mark.parametrize("name", ["press", "grey"])
def test_paper_lies_one_way(files: Files, name: str) -> None:
    """On paper all pages have one size, and the head of each turned table lies to the left."""
    data: bytes = getattr(files, name)
    with opened(data) as pdf:
        boxes = {tuple(round(float(edge), 2) for edge in page.MediaBox) for page in pdf.pages}
        assert len(boxes) == 1
        assert not any("/Rotate" in page for page in pdf.pages)
    across = turned(files)
    assert across
    for page in across:
        rows = texts(data)[page].split("Việc ")[1:3]
        first, second = (place(data, page, f"Việc {row[:2]}") for row in rows)
        head = place(data, page, "Cột 0")
        assert head[0] < first[0] < second[0]
        climbing = [place(data, page, f"Cột {column}")[1] for column in range(7)]
        assert all(lower < upper for lower, upper in pairwise(climbing))
        letters = [place(data, page, "Cột 0", letter) for letter in (0, 1, 2)]
        assert all(lower[1] < upper[1] for lower, upper in pairwise(letters))


@pytest.mark.parametrize("side", [0, 1])
def test_head_foot_and_tab_stand_where_they_always_do(files: Files, side: int) -> None:
    """On paper what stands around the text is where upright pages of the same side have it."""
    across = next(page for page in turned(files) if page % 2 == side)
    upright = next(page for page in range(turned(files)[-1] + 1, 99) if page % 2 == side)
    for around in (foot, head, tab):
        wanted, found = (around(files.press, page) for page in (upright, across))
        assert found == pytest.approx(wanted, abs=1)


def foot(data: bytes, page: int) -> tuple[float, ...]:
    """Return the edges of the foot with the page's number."""
    return edges(data, page, 0, 24 * MM, 10, 200)


def head(data: bytes, page: int) -> tuple[float, ...]:
    """Return the edges of the head; its inner one hangs on the section's name."""
    left, *others = edges(data, page, 275 * MM, 297 * MM, 10, 200)
    return (left, *others) if page % 2 else tuple(others)


def tab(data: bytes, page: int) -> tuple[float, ...]:
    """Return the edges of the number on the thumb mark."""
    return edges(data, page, 30 * MM, 275 * MM, *((0, 7) if page % 2 else (203, 210)))


def edges(
    data: bytes, page: int, bottom: float, top: float, left: float, right: float
) -> tuple[float, ...]:
    """Return the edges of all letters in a rectangle of the trim, in points."""
    text = pypdfium2.PdfDocument(data)[page].get_textpage()
    boxes = [text.get_charbox(index) for index in range(text.count_chars())]
    found = [
        box
        for box in boxes
        if bottom < box[1] < top and left * MM < box[0] < right * MM and box[2] > box[0]
    ]
    assert found
    return (
        min(box[0] for box in found),
        min(box[1] for box in found),
        max(box[2] for box in found),
        max(box[3] for box in found),
    )


@pytest.mark.slow
def test_both_languages_turn_the_same() -> None:
    """In the real volume it is the sheet of chapter 1.2, whole, in both books of each edition."""
    for edition in (built(), built() / "trainer"):
        for locale, words in (("en", "Handout 1.2-A"), ("vi", "Tài liệu phát tay 1.2-A")):
            path = edition / "pdf" / f"v1-foundations.{locale}.pdf"
            sizes = [page.get_size() for page in pypdfium2.PdfDocument(path)]
            across = [page for page, (width, height) in enumerate(sizes) if width > height]
            assert [words in texts(path.read_bytes())[page] for page in across] == [True]


@pytest.mark.slow
def test_tags(files: Files, tmp_path: Path) -> None:
    """A turned page is as accessible as any: veraPDF finds nothing."""
    path = tmp_path / "turned.pdf"
    path.write_bytes(files.screen)
    assert_clean(path)


def test_a_booklet_turns_them_alike(files: Files) -> None:
    """Printed from the screen PDF in an office, a turned page stands upright on its half too."""
    first = turned(files)[0]
    data = two_up(files.screen)
    letters = [place(data, first // 2, "Cột 0", letter) for letter in (0, 1, 2)]
    assert all(lower[1] < upper[1] for lower, upper in pairwise(letters))
    columns = [place(data, first // 2, f"Cột {column}")[0] for column in (0, 6)]
    assert columns[0] == pytest.approx(columns[1], abs=1)
