"""Lines that fit but for the blank at their end are not cut behind their first word."""

from __future__ import annotations

import pypdfium2

from tests.print.small import small_pdf

TEXT = 'Tiến trình Bali, các tài liệu, 2021: <span class="unbroken">F-BAL-01</span>'
WIDTHS = [200 + step / 2 for step in range(200)]  # pixels: some hold the text less its blank


def test_a_word_does_not_stand_alone() -> None:
    """Whatever the width, what precedes the number takes one line, or breaks where it must."""
    texts = "".join(f'<p style="width: {width}px">{TEXT}</p>' for width in WIDTHS)
    document = pypdfium2.PdfDocument(small_pdf(f'<article id="c01">{texts}</article>'))
    lines = [
        line.strip()
        for page in document
        for line in page.get_textpage().get_text_range().splitlines()
    ]
    assert lines.count("Tiến trình Bali, các tài liệu, 2021:") > 10
    assert "Tiến" not in lines
