"""The cover sheet: back, spine and front, as wide as the body is thick."""

from __future__ import annotations

import io
from collections import Counter
from typing import TYPE_CHECKING

import pypdfium2
import pytest

from manuals.print.outputs import Pressed
from manuals.print.pdf import set_book
from manuals.print.sheet import compose_sheet, measure_sheet

if TYPE_CHECKING:
    from manuals.chapters import Manuals

A4 = (595.2756, 841.8898)
MM = 72 / 25.4


def body(pages: int) -> Pressed:
    """Return a press file of so many pages."""
    return Pressed(b"", [Counter()] * pages, A4, (), ())


@pytest.mark.parametrize(("pages", "spine"), [(2, 0.1), (135, 6.8), (136, 6.8), (400, 20.0)])
def test_the_spine_is_as_wide_as_the_leaves(pages: int, spine: float) -> None:
    """Two pages a leaf; an odd last page takes a leaf too."""
    sheet = measure_sheet(body(pages), 0.1)
    assert sheet.spine == spine
    assert sheet.width == pytest.approx(420 + spine)
    assert sheet.folds == pytest.approx((210 * MM, (210 + spine) * MM))


@pytest.mark.parametrize("locale", ["en", "vi"])
def test_what_stands_where(tiny: Manuals, locale: str) -> None:
    """One page: the summary in both languages on the back, the title on spine and front."""
    volume = tiny.shelf.volumes[0]
    sheet = measure_sheet(body(200), 0.1)
    book = compose_sheet(tiny, volume, locale, "participant", sheet)
    document = pypdfium2.PdfDocument(io.BytesIO(set_book(book, tiny.root / "docs")))
    (page,) = document
    assert page.get_size() == pytest.approx((430 * MM, 297 * MM), abs=0.1)
    text = page.get_textpage()

    def between(left: float, right: float) -> str:
        found = text.get_text_bounded(left * MM, 0, right * MM, 297 * MM)
        return " ".join(found.split())

    back, spine, front = between(0, 210), between(210, 220), between(220, 430)
    assert volume.summary["en"] in back
    assert volume.summary["vi"] in back
    assert volume.title[locale] in spine
    assert volume.title[locale] in front
    assert tiny.shelf.texts["title"][locale] in front


def test_a_thin_spine_bears_no_text(tiny: Manuals) -> None:
    """Below 5 mm it would slip over the edge."""
    volume = tiny.shelf.volumes[0]
    thin = compose_sheet(tiny, volume, "en", "participant", measure_sheet(body(98), 0.1))
    thick = compose_sheet(tiny, volume, "en", "participant", measure_sheet(body(100), 0.1))
    assert "sheet-title" not in thin.html
    assert "sheet-title" in thick.html
