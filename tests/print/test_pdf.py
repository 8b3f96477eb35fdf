"""Setting a book: whatever WeasyPrint would only log stops it; same book, same bytes."""

from __future__ import annotations

import gc
import io
import subprocess
import sys
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from PIL import Image

from manuals.errors import ManualError
from manuals.print.pdf import Book, set_book

SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><path d="M0 0h9v9z"/></svg>'


def book(body: str, style: str = "", lang: str = "vi") -> Book:
    """Return a one-page book."""
    head = '<meta charset="utf-8"><title>Sổ tay</title>'
    article = f'<div class="body"><article id="c01">{body}</article></div>'
    page = f'<!doctype html><html lang="{lang}"><head>{head}</head><body>{article}</body></html>'
    return Book("v1.vi", page, style)


def text_of(data: bytes) -> str:
    """Return the text layer of the first page."""
    return str(pypdfium2.PdfDocument(data)[0].get_textpage().get_text_range())


def refused(folder: Path, body: str, style: str = "") -> str:
    """Return the message that stops a book."""
    with pytest.raises(ManualError) as caught:
        set_book(book(body, style), folder)
    return str(caught.value)


def test_vietnamese(tmp_path: Path) -> None:
    """Every Vietnamese letter comes back from the text layer, set in our own faces."""
    letters = "ấ ầ ẩ ẫ ậ Ế Ề Ể Ễ Ệ ớ ờ ở ỡ ợ Ử Ữ đ Đ ỹ"
    data = set_book(book(f"<h2>{letters}</h2><p>{letters}</p>"), tmp_path)
    assert text_of(data).count(letters) == 2
    with pikepdf.open(io.BytesIO(data)) as pdf:
        names = {str(item.get("/BaseFont", "")) for item in pdf.objects if is_font(item)}
    assert {name.split("+")[1] for name in names} == {
        "Manual-Serif",
        "Be-Vietnam-Pro-Bold",
        "Be-Vietnam-Pro-Semi-Bold",
    }


def is_font(item: pikepdf.Object) -> bool:
    """Return whether an object of a PDF is a font."""
    return isinstance(item, pikepdf.Dictionary) and item.get("/Type") == "/Font"


@pytest.mark.parametrize("letter", ["中", "λ", "◦", "☎"])
def test_missing_glyph(tmp_path: Path, letter: str) -> None:
    """A letter that our fonts lack stops the book, also where this machine could lend one."""
    message = refused(tmp_path, f"<p>Điều {letter} 150</p>")
    assert message.startswith("v1.vi.pdf: print: ")
    assert f'"{letter}"' in message


@pytest.mark.parametrize(
    "body",
    [
        "<ul><li>a<ul><li>b<ul><li>c</li></ul></li></ul></li></ul>",
        "<ol><li>a<ul><li>b</li></ul></li></ol>",
        "<p>Inline <code>code</code> and <strong>bold</strong> → ≥ ✓ ☐</p>",
        '<div class="box-checklist"><ul><li>a</li></ul></div>',
        "<p>" + "internationalisation responsibility " * 15 + "</p>",
        "<p class='contents-chapter'>" + "internationalisation responsibility " * 15 + "</p>",
        '<p>a<span class="note">b</span> c<sup class="note-again">1</sup></p>',
    ],
)
def test_our_fonts_hold_what_the_style_adds(tmp_path: Path, body: str) -> None:
    """Bullets, hyphens, tick boxes and numbers of notes come from our own fonts."""
    english = book(f"<p>x</p>{body}", lang="en")
    assert set_book(english, tmp_path).startswith(b"%PDF")


def test_missing_picture(tmp_path: Path) -> None:
    """A picture that is not there stops the book and is named."""
    message = refused(tmp_path / "docs", '<p><img alt="x" src="v1/none.png"></p>')
    assert message.startswith("v1.vi.pdf: print: docs/v1/none.png is missing: ")


def test_broken_picture(tmp_path: Path) -> None:
    """A file that is no picture stops the book and is named."""
    (tmp_path / "broken.png").write_bytes(b"\x89PNG, but not really")
    assert "broken.png" in refused(tmp_path, '<p><img alt="x" src="broken.png"></p>')


@pytest.mark.parametrize(
    ("style", "named"),
    [
        ("p { colour: red }", "colour"),
        ("p { color: }", "color"),
        ("@page { size: A4 upright }", "A4 upright"),
        ("p:nonsense { color: red }", "nonsense"),
    ],
)
def test_bad_style(tmp_path: Path, style: str, named: str) -> None:
    """A mistake in the style stops the book; WeasyPrint alone would leave it out."""
    assert named in refused(tmp_path, "<p>x</p>", style)


def test_dead_link(tmp_path: Path) -> None:
    """A link to a place that is not in the book stops it."""
    assert "#c02-none" in refused(tmp_path, '<p><a href="#c02-none">1.2.3</a></p>')


def test_all_complaints_at_once(tmp_path: Path) -> None:
    """The message lists everything that is wrong, each once."""
    message = refused(tmp_path, "<p>中 中</p>", "p { colour: red } p { width: x }")
    assert len(message.splitlines()) == 3


def test_next_book_is_free_of_the_last_one(tmp_path: Path) -> None:
    """After a refused book the next one is set, and a mistake in it is found again."""
    assert "colour" in refused(tmp_path, "<p>x</p>", "p { colour: red }")
    assert set_book(book("<p>x</p>"), tmp_path).startswith(b"%PDF")
    assert "colour" in refused(tmp_path, "<p>x</p>", "p { colour: red }")


def test_same_bytes(tmp_path: Path) -> None:
    """The same book gives the same bytes, in this process and in another one."""
    one = book("<h2>Điều 150</h2><p>Mua bán người</p>")
    first = set_book(one, tmp_path)
    assert set_book(one, tmp_path) == first
    script = (
        "import sys; from pathlib import Path; from manuals.print.pdf import Book, set_book; "
        f"sys.stdout.buffer.write(set_book({one!r}, Path(sys.argv[1])))"
    )
    command = [sys.executable, "-c", script, str(tmp_path)]
    hooks = Path(__file__).parents[2] / "hooks"
    done = subprocess.run(
        command,
        capture_output=True,
        check=True,
        env={"PYTHONPATH": str(hooks), "PYTHONUTF8": "1", "PYTHONHASHSEED": "7"},
    )
    assert done.stdout == first


def test_same_bytes_in_another_folder(tmp_path: Path) -> None:
    """Two clones in two folders set the same bytes, pictures and all."""
    made = []
    for name in ("one", "hai #2"):
        docs = tmp_path / name / "docs"
        docs.mkdir(parents=True)
        Image.new("RGB", (4, 4), "red").save(docs / "a.png")
        (docs / "b.svg").write_text(SVG, encoding="utf-8")
        pictures = '<p><img alt="x" src="a.png"> <img alt="x" src="b.svg"></p>'
        made.append(set_book(book(pictures), docs))
    assert made[0] == made[1]


def test_other_book_other_bytes(tmp_path: Path) -> None:
    """Text and style both reach the page."""
    plain = set_book(book("<p>a</p>"), tmp_path)
    assert set_book(book("<p>b</p>"), tmp_path) != plain
    assert set_book(book("<p>a</p>", "p { margin-left: 3mm }"), tmp_path) != plain


def test_pdf_ua(tmp_path: Path) -> None:
    """The PDF is tagged, says that it is PDF/UA-1, its title and its language."""
    with pikepdf.open(io.BytesIO(set_book(book("<p>a</p>"), tmp_path))) as pdf:
        assert pdf.Root.MarkInfo.Marked
        assert str(pdf.Root.Lang) == "vi"
        assert str(pdf.docinfo["/Title"]) == "Sổ tay"
        with pdf.open_metadata() as metadata:
            assert metadata["pdfuaid:part"] == "1"


def test_collector_is_as_before(tmp_path: Path) -> None:
    """The garbage collector's settings are put back, also after a refused book."""
    before = gc.get_threshold()
    gc.set_threshold(321, 12, 13)
    try:
        set_book(book("<p>a</p>"), tmp_path)
        assert gc.get_threshold()[:2] == (321, 12)
        refused(tmp_path, "<p>x</p>", "p { colour: red }")
        assert gc.get_threshold()[:2] == (321, 12)
    finally:
        gc.set_threshold(*before)
