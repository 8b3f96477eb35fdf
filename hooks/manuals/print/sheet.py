"""The cover as one sheet for the press: back, spine and front side by side."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape

from manuals.chapters import Manuals
from manuals.languages import Language, beside
from manuals.print.document import document
from manuals.print.fetcher import HERE
from manuals.print.matter.front import cover, edition_name, version_name
from manuals.print.outputs import Pressed
from manuals.print.pdf import Book
from manuals.print.press.boxes import MM
from manuals.volumes import Volume

STYLE = HERE / "style" / "sheet.css"
LEGIBLE = 5  # millimetres: text on a thinner spine slips over its edge


@dataclass(frozen=True)
class Sheet:
    """A cover sheet's measures in millimetres; `folds` in points from its left edge."""

    page: float
    height: float
    spine: float

    @property
    def width(self) -> float:
        """Return the width of back, spine and front."""
        return 2 * self.page + self.spine

    @property
    def folds(self) -> tuple[float, float]:
        """Return both edges of the spine."""
        return self.page * MM, (self.page + self.spine) * MM


def measure_sheet(body: Pressed, thickness: float) -> Sheet:
    """Return the sheet around a body whose leaves are `thickness` millimetres thick."""
    width, height = body.size
    leaves = (body.pages + 1) // 2
    return Sheet(round(width / MM, 2), round(height / MM, 2), round(leaves * thickness, 1))


def compose_sheet(
    manuals: Manuals, volume: Volume, locale: str, edition: str, sheet: Sheet
) -> Book:
    """Return the cover sheet of a volume as a book of one page."""
    words = manuals.languages[locale]
    spine = _spine(manuals, volume, words) if sheet.spine >= LEGIBLE else ""
    parts = [
        '<section class="sheet"><div class="sheet-band"></div>',
        f'<div class="sheet-back">{_back(manuals, volume, words, edition)}</div>',
        f'<div class="sheet-spine">{spine}</div>',
        f'<div class="sheet-front cover">{cover(manuals, volume, words, edition)}</div>',
        "</section>",
    ]
    page = document(manuals, volume, words, edition, volume.title[locale], parts)
    return Book(f"{volume.id}.{locale}.cover", page, _style(volume, sheet))


def _back(manuals: Manuals, volume: Volume, words: Language, edition: str) -> str:
    """Return the back: what the volume is about, in its own language and in the other one."""
    texts, locale, other = manuals.shelf.texts, words.locale, beside(words.locale)
    law = words["law_as_of"].format(date=words.date(volume.law_as_of))
    lines = [
        volume.audience[locale],
        f"{edition_name(words, edition)}. {version_name(volume, words)}.",
        f"{law}.",
        texts["mark"][locale],
    ]
    return (
        f'<div class="sheet-about"><p>{escape(volume.summary[locale])}</p>'
        f'<p class="sheet-other" lang="{other}">{escape(volume.title[other])}. '
        f"{escape(volume.summary[other])}</p></div>"
        f'<div class="sheet-marks">{"".join(f"<p>{escape(line)}</p>" for line in lines)}</div>'
    )


def _spine(manuals: Manuals, volume: Volume, words: Language) -> str:
    """Return the spine's text, which runs down (ISO 6357): the book lies with its front up."""
    locale = words.locale
    return (
        f'<p class="sheet-title">{escape(volume.label(words))} · {escape(volume.title[locale])}</p>'
        f'<p class="sheet-set">{escape(manuals.shelf.texts["short_title"][locale])}</p>'
    )


def _style(volume: Volume, sheet: Sheet) -> str:
    return (
        f"@page sheet {{ size: {sheet.width}mm {sheet.height}mm }}\n"
        f":root {{ --volume: {volume.colour}; --page: {sheet.page}mm; "
        f"--spine: {sheet.spine}mm; --high: {sheet.height}mm }}\n"
        f"{STYLE.read_text(encoding='utf-8')}"
    )
