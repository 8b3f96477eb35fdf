"""Page labels, and what a screen PDF says of itself beside PDF/UA-1."""

from __future__ import annotations

import io
from pathlib import Path

import pikepdf
import pydyf
import pytest
from PIL import Image

from manuals.print.labels import label_pages
from manuals.print.pdf import Book, set_book

HEAD = '<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>T</title></head>'

SMOOTH = "img { image-rendering: auto }"


@pytest.mark.parametrize(
    ("labels", "ranges"),
    [
        (["i", "ii", "iii", "iv", "1", "2", "3"], [(0, "/r", 1), (4, "/D", 1)]),
        (["1", "2"], [(0, "/D", 1)]),
        (["iii", "iv", "5", "7"], [(0, "/r", 3), (2, "/D", 5), (3, "/D", 7)]),
    ],
)
def test_ranges(labels: list[str], ranges: list[tuple[int, str, int]]) -> None:
    """A range begins where the figures change, or where they do not count on."""
    pdf = pydyf.PDF()
    label_pages(pdf, labels)
    found = list(pdf.catalog["PageLabels"]["Nums"])
    listed = [
        (place, style["S"], style["St"])
        for place, style in zip(found[::2], found[1::2], strict=True)
    ]
    assert listed == ranges


def test_a_page_is_called_by_its_printed_number(tmp_path: Path) -> None:
    """Front matter in Roman figures, blank pages too; the first part begins with 1."""
    page = f'{HEAD}<body><section class="front">a</section></body></html>'
    parts = tuple(f'<div class="body"><article id="c{n}">b</article></div>' for n in (1, 2))
    data = set_book(Book("b", page, "", parts), tmp_path)
    with pikepdf.open(io.BytesIO(data)) as pdf:
        assert [each.label for each in pdf.pages] == ["i", "ii", "1", "2", "3"]


def test_the_file_is_for_archives_too(tmp_path: Path) -> None:
    """PDF/A-2a: it says so, and which RGB it means; it has an id; pictures are not smoothed."""
    Image.new("RGB", (4, 4), "red").save(tmp_path / "a.png")
    page = f'{HEAD}<body><p><img alt="x" src="a.png"></p></body></html>'
    with pikepdf.open(io.BytesIO(set_book(Book("b", page, SMOOTH), tmp_path))) as pdf:
        with pdf.open_metadata() as metadata:
            assert metadata["pdfaid:part"] == "2"
            assert metadata["pdfaid:conformance"] == "A"
            assert metadata["pdfuaid:part"] == "1"
        (intent,) = pdf.Root.OutputIntents
        assert str(intent.S) == "/GTS_PDFA1"
        assert int(intent.DestOutputProfile.N) == 3
        assert "/ID" in pdf.trailer
        pictures = [
            item
            for item in pdf.objects
            if isinstance(item, pikepdf.Stream) and item.get("/Subtype") == "/Image"
        ]
        assert [bool(picture.Interpolate) for picture in pictures] == [False]
