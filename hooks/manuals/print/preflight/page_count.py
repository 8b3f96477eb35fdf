"""The number of pages that a binding needs."""

from __future__ import annotations

from collections.abc import Iterator

from manuals.print.preflight.places import Finding
from manuals.print.preflight.printed import Printed
from manuals.print.preflight.promised import Unit

SADDLE = "saddle"


def check_page_count(printed: Printed, binding: str) -> Iterator[Finding]:
    """Yield a press file that ends within a leaf, or in saddle stitch within a folded sheet.

    `binding` is the English text of data/volumes.yml.
    """
    step = 4 if SADDLE in binding.lower() else 2
    pages = len(printed.pdf.pages)
    if pages % step:
        what = f"{pages} pages, but the binding needs a multiple of {step}"
        yield Finding(Unit("", "", ""), what, "tell the editor: blank pages are to be added")
