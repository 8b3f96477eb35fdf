"""Lay out a book's parts, each on its own; what has not changed keeps its layout."""

from __future__ import annotations

import hashlib
from collections.abc import Hashable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from weasyprint import CSS, HTML
from weasyprint.text.fonts import FontConfiguration

from manuals.print.fetcher import BASE, HERE, OwnFetcher
from manuals.print.outer_margin import move_numbers_out
from manuals.print.painting import Slot, find_slots
from manuals.print.quick.setting import quickly
from manuals.print.whole_lines import whole_lines
from manuals.print.word_anchors import find_words

STYLES = ("fonts.css", "page.css", "text.css", "boxes.css", "matter.css", "turned.css")
VARIANT = "pdf/ua-1"
EMPTY = '<p style="margin: 0">1</p><p style="margin: 0; break-before: right">3</p>'


@dataclass(frozen=True)
class Laid:
    """A part's pages, and where cited page numbers stand on them."""

    document: Any
    slots: list[Slot]


@cache
def _shared() -> tuple[FontConfiguration, list[CSS]]:
    """Parse fonts and style once a process: the fonts alone take most of a second."""
    fonts = FontConfiguration()
    styles = [_css(fonts, filename=HERE / "style" / name) for name in STYLES]
    return fonts, styles


def _css(fonts: FontConfiguration, **source: object) -> CSS:
    return CSS(font_config=fonts, url_fetcher=OwnFetcher(), **source)


class Layouts:
    """Layouts by what they depend on: text, style, pictures, first page.

    In memory only: Pango's objects cannot be stored.
    """

    def __init__(self, docs: Path) -> None:
        self.docs = docs
        self.made = 0
        self._kept: dict[Hashable, Laid] = {}
        self._used: dict[Hashable, Laid] = {}
        self._own: dict[str, CSS] = {}
        self._images: dict[str, Any] = {}
        self._pictures = b""

    def begin(self) -> None:
        """Begin a round; a picture that has changed makes every layout old."""
        self._used = {}
        pictures = _digest(self.docs)
        if pictures != self._pictures:
            self._pictures = pictures
            self._kept, self._images = {}, {}

    def end(self) -> None:
        """Forget what the round did not use."""
        self._kept = self._used

    def part(self, html: str, style: str, number: int, *, verso: bool = False) -> Laid:
        """Return a part's layout; its first page bears `number`, and is a left one if `verso`."""
        side = "html { break-before: left }" if verso else ""
        return self._lay_out(html, style, f"@page :first {{ counter-reset: page {number} }} {side}")

    def blank(self, html: str, style: str) -> Any:
        """Return the left page that the style leaves empty; `html` holds EMPTY alone."""
        return self._lay_out(html, style, "").document.pages[1]

    def _lay_out(self, html: str, style: str, rules: str) -> Laid:
        key = (html, style, rules)
        if key not in self._used:
            self._used[key] = self._kept.get(key) or self._render(html, style, rules)
        return self._used[key]

    def _render(self, html: str, style: str, rules: str) -> Laid:
        fonts, styles = _shared()
        if style not in self._own:
            self._own = {style: _css(fonts, string=style)}
        with quickly(), whole_lines():
            document = HTML(string=html, base_url=BASE, url_fetcher=OwnFetcher(self.docs)).render(
                stylesheets=[*styles, self._own[style], _css(fonts, string=rules)],
                font_config=fonts,
                pdf_variant=VARIANT,
                cache=self._images,
            )
        self.made += 1
        for page in document.pages:
            one_link_each(page)
            move_numbers_out(page)
        find_words(document.pages)
        return Laid(document, find_slots(document.pages))


def one_link_each(page: Any) -> None:
    """Leave links to link elements: what stands in one would get the same link once more.

    WeasyPrint 70 tags such a second link as what it stands on (PDF/UA-1, 7.18.5).
    """
    page.links = [link for link in page.links if link[3].element_tag == "a"]


def _digest(docs: Path) -> bytes:
    digest = hashlib.sha256()
    for path in sorted(docs.rglob("*")):
        if path.is_file() and path.suffix != ".md":
            digest.update(f"{path.relative_to(docs)}\0".encode() + path.read_bytes())
    return digest.digest()
