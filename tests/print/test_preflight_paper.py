"""Preflight of files without tags: what stands on each page of the layout is drawn, once."""

from __future__ import annotations

import io
from collections import Counter
from typing import Any

import pikepdf
import pytest
from PIL import Image

from manuals.print.layout import Layouts
from manuals.print.outputs import write_grey
from manuals.print.preflight.drawn import laid_letters
from manuals.print.preflight.inspection import inspect_grey
from tests.print.small import edited, small_book

Grey = tuple[bytes, list[Counter[str]]]


@pytest.fixture(scope="module")
def grey(tmp_path_factory: pytest.TempPathFactory) -> Grey:
    """Return the small book in grey, and the letters of its layout."""
    docs = tmp_path_factory.mktemp("docs")
    Image.new("RGB", (8, 8), "red").save(docs / "a.png")
    book = small_book()
    document = Layouts(docs).part(book.html, book.style, 1).document
    return write_grey(document), laid_letters(document)


def told(data: bytes, laid: list[Counter[str]]) -> list[str]:
    """Return what preflight says."""
    return [problem.what for problem in inspect_grey("v1.vi.grey", data, laid)]


def test_a_whole_file(grey: Grey) -> None:
    """Notes, heads, bullets and numbers are all there."""
    assert told(*grey) == []


def spoiled(data: bytes, times: int) -> bytes:
    """Return a file whose first page draws its first text so many times."""

    def spoil(pdf: Any) -> None:
        content = pdf.pages[0].Contents.read_bytes()
        start = content.index(b"BT")
        end = content.index(b"ET", start) + 2
        drawn = b"\n".join([content[start:end]] * times)
        pdf.pages[0].Contents = pdf.make_stream(content[:start] + drawn + content[end:])

    return edited(data, spoil)


@pytest.mark.parametrize(("times", "word"), [(0, "lost"), (2, "doubled")])
def test_a_text_that_is_not_drawn_once(grey: Grey, times: int, word: str) -> None:
    """It is told with its page and some of its letters."""
    data, laid = grey
    (message,) = told(spoiled(data, times), laid)
    assert message.startswith("preflight: page 1: ")
    assert f"letters are {word}" in message


def test_a_page_is_missing(grey: Grey) -> None:
    """Then nothing else is compared."""
    data, laid = grey
    with pikepdf.open(io.BytesIO(data)) as pdf:
        count = len(pdf.pages)
    assert told(data, [*laid, Counter()]) == [
        f"preflight: {count} pages, but {count + 1} were laid out"
    ]
