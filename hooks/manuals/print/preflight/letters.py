"""Every letter in our own fonts, which the PDF carries with it, and readable as text."""

from __future__ import annotations

from collections.abc import Iterator

import pikepdf

from manuals.print.finishing import FAMILIES
from manuals.print.preflight.places import Finding
from manuals.print.preflight.printed import MISSING, Printed
from manuals.print.preflight.promised import Unit

OWN = tuple(family.replace(" ", "-") for family in FAMILIES)


def check_letters(printed: Printed) -> Iterator[Finding]:
    """Yield fonts that are not ours or not in the file, and letters without a shape."""
    seen = set()
    for number, page in enumerate(printed.pdf.pages, 1):
        for font in page.get("/Resources", {}).get("/Font", {}).values():
            if font.objgen in seen:
                continue
            seen.add(font.objgen)
            name = str(font.get("/BaseFont", "/?"))[1:].rpartition("+")[2]
            if not name.startswith(OWN):
                yield _finding(f"page {number}: the font {name} is none of ours")
            elif not _embedded(font):
                yield _finding(f"page {number}: the font {name} is not in the file")
    for page_number, text in printed.stray:
        at = text.index(MISSING)
        around = text[max(0, at - 20) : at + 20].replace(MISSING, "□")
        yield _finding(f'page {page_number + 1}: a letter has no shape in our fonts: "{around}"')


def _embedded(font: pikepdf.Object) -> bool:
    for each in (font, *font.get("/DescendantFonts", [])):
        descriptor = each.get("/FontDescriptor", {})
        if "/FontFile2" in descriptor or "/FontFile3" in descriptor:
            return True
    return False


def _finding(what: str) -> Finding:
    return Finding(Unit("", "", ""), what, "write another letter, or set it in a font of ours")
