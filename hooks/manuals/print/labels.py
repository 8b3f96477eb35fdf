"""Page labels: a reader's program calls each page by the number that is printed on it."""

from __future__ import annotations

from collections.abc import Sequence

import pydyf

from manuals.print.joining import roman

STYLES = {"roman": "/r", "decimal": "/D"}


def label_pages(pdf: pydyf.PDF, labels: Sequence[str]) -> None:
    """Write each page's number, "xii" or "47", as ranges that count on (ISO 32000-1, 12.4.2)."""
    known = {roman(number): number for number in range(1, len(labels) + 1)}
    numbers: list[object] = []
    before = ("", 0)
    for place, label in enumerate(labels):
        kind, number = ("decimal", int(label)) if label.isdigit() else ("roman", known[label])
        if (kind, number - 1) != before:
            start = pydyf.Dictionary({"S": STYLES[kind], "St": number})
            numbers += [place, start]
        before = (kind, number)
    pdf.catalog["PageLabels"] = pydyf.Dictionary({"Nums": pydyf.Array(numbers)})
