"""What is quicker than WeasyPrint's own makes the same bytes, is in use, fits this version."""

from __future__ import annotations

import hashlib
import inspect
import sys
import zlib
from collections import Counter
from contextlib import nullcontext
from io import BytesIO, StringIO
from pathlib import Path
from types import CodeType, FrameType
from typing import Any
from xml.etree.ElementTree import tostring

import pikepdf
import pydyf
import pytest
from PIL import Image

from manuals.print.pdf import set_book
from manuals.print.quick import (
    backgrounds,
    columns,
    equal_styles,
    glyphs,
    lengths,
    looks,
    parsing,
    styles,
    words,
)
from manuals.print.quick.objects import LEVEL
from tests.print.small import CHAPTER, small_book

WORDS = "Người bị hại dưới 18 tuổi không phải chứng minh thủ đoạn phạm tội. "
ENGLISH = "The investigating authority’s representatives communicate responsibilities. "
ROW = f"<tr><td>{WORDS}</td><td><b>Điều 151</b> {WORDS}</td></tr>"
NOTE = f'<span class="note"><span class="note-part">{WORDS}</span></span>'
ODD = (
    f'<p style="text-align: justify">{WORDS * 4}</p>',
    f'<p style="letter-spacing: 1pt; word-spacing: 2pt">{WORDS}</p>',
    f'<p style="text-decoration: underline">{WORDS}<s>{WORDS}</s></p>',
    f'<p style="width: 40%; margin-inline-start: calc(2mm + 3%); padding: 1%">{WORDS}</p>',
    f'<p style="width: 30mm; overflow-wrap: anywhere">{"lời" * 30} Chính\u00adsách {WORDS}</p>',
    f'<p style="white-space: pre">{WORDS}\n\tMột\tHai</p>',
    f'<p style="white-space: nowrap; text-overflow: ellipsis; overflow: hidden">{WORDS * 3}</p>',
    f'<p class="first">{WORDS * 3}</p>',
    f'<p>E\u0323\u0302 q\u0303 m\u0309<sup>2</sup> <span dir="rtl">{WORDS}</span></p>',
    f'<p lang="en" style="width: 40mm">{ENGLISH * 3}</p>',
    f'<p style="float: left">{WORDS}</p><p>{WORDS * 3}</p>',
    f'<div style="columns: 2">{WORDS * 4}</div>',
    f'<div style="columns: 2">{f"<p>{WORDS * 5}</p>" * 40}</div>',
    f'<div style="columns: 3">{f"<p>{WORDS * 2}{NOTE}</p>" * 40}<p style="float: left">a</p></div>',
    f'<div style="columns: 2">{f"<h2>a</h2><p>{WORDS}</p>" * 40}</div>',
    f'<div style="columns: 2">{WORDS}<p style="column-span: all">a</p>{WORDS * 4}</div>',
    f'<div style="display: flex"><p style="flex: 1">{WORDS}</p><p>{WORDS}</p></div>',
    f'<div style="display: grid; grid-template-columns: 1fr 2fr"><p>{WORDS}</p><p>b</p></div>',
    f'<table style="border-collapse: separate; box-sizing: border-box">{ROW}</table>',
    f'<table>{ROW}<tr><td lang="en">{ENGLISH}</td><td style="max-width: 50%">b</td></tr></table>',
)
ODD_HTML = (
    "<p><div>a</div></p>",
    "<p>a<ul><li>b</ul>c",
    "<div><p>a</div>b</p>",
    "<table>a<tr><td>b</td></tr></table>",
    "<table><tr><td>b</td></tr></table>",
    "<table><tbody><tr>c<td>b</td></tr></tbody></table>",
    '<a href="a">b<span><a href="c">d</a></span></a>',
    "<h2>a<h3>b</h3></h2>",
    "<b><p>a</b>b</p>",
    "<p>a<!-- b -->c&#150;d&#13;e&nbsp;&#x27;f&ldquo;</p>",
    "<svg viewBox='0 0 1 1'><path d='M0 0'/></svg>",
    '<p hidden title="a < b" title="c">\n a\r\n  b</p>\n',
    "a</ b></>",
    '<p hidden title=a title="c">a &amp; b</p><P>c</P>',
    "<article><section><main><p>a <b>b</b></p> c </main></section></article>",
    "<li>a</li><td>b</td><tr>c</tr><p>d<br>e<br/>f<hr>g",
    "<select><option>a</select><textarea>\n<b></textarea><pre>\n\na</pre>",
)
STYLE = ".first::first-line { font-weight: 700 } .first::first-letter { font-size: 30pt }"
REPEATING = CHAPTER.replace("<tbody>", f"<tbody>{ROW * 20}")


def made(chapter: str, folder: Path) -> bytes:
    """Return a book of one chapter."""
    Image.new("RGB", (8, 8), "red").save(folder / "a.png")
    return set_book(small_book(chapter, STYLE), folder)


def plainly(patch: pytest.MonkeyPatch) -> None:
    """Leave WeasyPrint as it is."""
    for name in ("layout", "joining"):
        patch.setattr(f"manuals.print.{name}.quickly", nullcontext)
    patch.setattr("manuals.print.joining.pack", lambda _: None)


def same(chapter: str, folder: Path) -> bool:
    """Return whether a chapter has the same bytes either way."""
    quick = made(chapter, folder)
    with pytest.MonkeyPatch.context() as patch:
        plainly(patch)
        return made(chapter, folder) == quick


def test_streams_are_packed_at_our_level(tmp_path: Path) -> None:
    """Each but pictures, which come packed; fonts and the objects' own stream too."""
    with pikepdf.open(BytesIO(made(REPEATING, tmp_path))) as pdf:
        streams = [item for item in pdf.objects if isinstance(item, pikepdf.Stream)]
        packed = [item for item in streams if item.get("/Subtype") != "/Image"]
        packed = [item for item in packed if item.get("/Filter") == "/FlateDecode"]
        raw = [(item.read_raw_bytes(), item.read_bytes()) for item in packed]
    assert len(raw) > 5
    ours, hardest = ([zlib.compress(data, each) for _, data in raw] for each in (LEVEL, 9))
    assert [data for data, _ in raw] == ours != hardest


def test_the_same_bytes(tmp_path: Path) -> None:
    """An ordinary chapter: paragraphs, footnotes, a table, pictures, links."""
    assert same(REPEATING, tmp_path)


@pytest.mark.parametrize("odd", ODD)
def test_the_same_bytes_of_what_is_odd(odd: str, tmp_path: Path) -> None:
    """What is left to WeasyPrint, beside what is not."""
    assert same(CHAPTER.replace("<table>", f"{odd}<table>", 1), tmp_path)


OWN: dict[Any, str] = {
    parsing.PARSE: "96cbcbb8fe5e",
    styles.COMPUTED: "b318d8efc8ac",
    styles.ANONYMOUS: "d39252707764",
    lengths.WHOLE: "71673078096f",
    looks.SETUP: "fb227a55094f",
    looks.SET_TEXT: "fe23ca9937db",
    looks.LINE_SIZE: "03fa04fd51fc",
    looks.STRUT: "b57885b70dd0",
    backgrounds.LAYOUT: "617a870678c8",
    equal_styles.SET: "b5b15856b8be",
    words.CAN_BREAK: "4f3fb5ef1c23",
    words.SPLIT: "39ad1016863c",
    columns.BLOCK: "a6279066e3d9",
    columns.COLUMNS: "7a05cce3272f",
    glyphs.DRAW: "1bb8eae6d88e",
    pydyf.PDF.write: "242cd38f92ec",
}


@pytest.mark.parametrize("odd", ODD_HTML)
def test_the_same_tree(odd: str) -> None:
    """What the rules of HTML 5 mend or read in their own way is left to them."""
    text = f'<!doctype html><html lang="vi"><head><title>T</title></head><body>{odd}</body></html>'
    quick, own = (
        tostring(parse(StringIO(text), namespace_html_elements=False), "unicode")
        for parse in (parsing._parse, parsing.PARSE)
    )
    assert quick == own


def calls(folder: Path, chapter: str = REPEATING) -> Counter[CodeType]:
    """Return how often each function is called for a chapter."""
    found: Counter[CodeType] = Counter()

    def count(frame: FrameType, event: str, _: object) -> None:
        if event == "call":
            found[frame.f_code] += 1

    sys.setprofile(count)
    try:
        made(chapter, folder)
    finally:
        sys.setprofile(None)
    return found


def test_each_is_in_use(tmp_path: Path) -> None:
    """WeasyPrint's own is called for little more than half of what it would be, or for less."""
    quick = calls(tmp_path)
    with pytest.MonkeyPatch.context() as patch:
        plainly(patch)
        plain = calls(tmp_path)
    other = (pydyf.PDF.write, columns.COLUMNS, columns.BLOCK)
    busy = {own.__qualname__: own.__code__ for own in OWN if own not in other}
    busy["Stream.data"] = pydyf.Stream.data.fget.__code__
    counts = {name: (quick[code], plain[code]) for name, code in busy.items()}
    assert {name: each for name, each in counts.items() if each[0] > 0.6 * each[1]} == {}


def test_full_columns_are_laid_out_once(tmp_path: Path) -> None:
    """A page of them takes little more than half as many blocks."""
    full = f'<article><div style="columns: 2">{f"<p>{WORDS}</p>" * 400}</div></article>'
    quick = calls(tmp_path, full)[columns.BLOCK.__code__]
    with pytest.MonkeyPatch.context() as patch:
        plainly(patch)
        assert quick < 0.75 * calls(tmp_path, full)[columns.BLOCK.__code__]


@pytest.mark.parametrize("own", OWN, ids=lambda own: own.__qualname__)
def test_it_is_the_same_function_that_is_replaced(own: Any) -> None:
    """A new version of WeasyPrint or pydyf may want another equivalent."""
    found = hashlib.sha256(inspect.getsource(own).encode()).hexdigest()[:12]
    todo = "read it beside what stands in its place in print/quick, then write its hash here"
    assert found == OWN[own], f"{own.__module__}.{own.__qualname__} has changed: {todo}"
