"""Paragraph numbers and feet on the outer side of left and right pages."""

from __future__ import annotations

import re

import pypdfium2
import pytest

from tests.print.drawn import drawn_texts
from tests.print.small import small_pdf

MM = 72 / 25.4
OUTER, GAP = 40 * MM, 3 * MM
PARAGRAPH = '<p class="numbered"><span class="pn" id="c01-p{n}">1.1.{n}</span>Một đoạn ngắn.</p>'
CHAPTER = (
    '<article id="c01"><h1 id="c01-top">Pháp luật</h1>'
    + "".join(PARAGRAPH.format(n=n) for n in range(1, 100))
    + "</article>"
)


@pytest.fixture(scope="module")
def pages() -> list[pypdfium2.PdfPage]:
    """Return the pages of a chapter of 99 paragraphs."""
    document = pypdfium2.PdfDocument(small_pdf(CHAPTER))
    return [document[number] for number in range(len(document))]


def words(page: pypdfium2.PdfPage) -> list[tuple[str, float, float]]:
    """Return each run of text on a page with its left and right edge in points."""
    text = page.get_textpage()
    found = []
    for place in range(text.count_rects()):
        left, bottom, right, top = text.get_rect(place)
        found.append((text.get_text_bounded(left, bottom, right, top), left, right))
    return found


def test_numbers_stand_in_the_outer_margin(pages: list[pypdfium2.PdfPage]) -> None:
    """Left of the text on a left page, right of it on a right one, all below each other."""
    assert len(pages) >= 3
    for place, page in enumerate(pages):
        width = page.get_width()
        numbers = [word for word in words(page) if re.match(r"1\.1\.\d+", word[0])]
        assert len(numbers) > 10
        for _, left, right in numbers:
            if place % 2 == 0:
                assert left == pytest.approx(width - OUTER + GAP, abs=1)
            else:
                assert right == pytest.approx(OUTER - GAP, abs=1)


def test_a_number_is_drawn_before_its_paragraph(pages: list[pypdfium2.PdfPage]) -> None:
    """The number that has moved across is still tagged and read where it stands in the text."""
    drawn = "".join(text for page in pages for text in drawn_texts(page))
    assert re.findall(r"1\.1\.(\d+)Một", drawn) == [str(n) for n in range(1, 100)]
