"""Files without tags: every letter of the layout stands on its page, once."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from weasyprint.formatting_structure import boxes

from manuals.print.preflight.places import Finding
from manuals.print.preflight.printed import Printed
from manuals.print.preflight.promised import Unit


def laid_letters(document: Any) -> list[Counter[str]]:
    """Return how often each letter stands on each page of a laid-out document, heads included."""
    return [_count("".join(_texts(page._page_box))) for page in document.pages]


def check_drawn(printed: Printed, laid: Sequence[Counter[str]]) -> Iterator[Finding]:
    """Yield each page that has lost or doubled letters of its layout, or all if one is missing."""
    pages = [_count(text) for text in printed.drawn]
    if len(pages) != len(laid):
        yield _finding(f"{len(pages)} pages, but {len(laid)} were laid out")
        return
    for number, (found, wanted) in enumerate(zip(pages, laid, strict=True), 1):
        for word, letters in (("lost", wanted - found), ("doubled", found - wanted)):
            if letters:
                some = "".join(sorted(letters))[:20]
                yield _finding(f"page {number}: {letters.total()} letters are {word}: {some}")


def _texts(box: Any) -> Iterator[str]:
    if isinstance(box, boxes.TextBox):
        yield box.text
    for child in box.all_children():
        yield from _texts(child)


def _count(text: str) -> Counter[str]:
    return Counter(unicodedata.normalize("NFC", "".join(text.split())).replace("\u00ad", ""))


def _finding(what: str) -> Finding:
    return Finding(Unit("", "", ""), what, "tell the programmers: the file must not be printed")
