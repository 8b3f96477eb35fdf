"""One layout, several files: for the screen, for the press, for an office printer."""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import pydyf

from manuals.errors import Problem
from manuals.print.finishing import complain_of_lent_letters, join_glyphs
from manuals.print.preflight.drawn import laid_letters
from manuals.print.press.boxes import fit_office_paper, set_press_boxes, stand_upright
from manuals.print.press.colour import Press, print_in_grey, print_in_inks
from manuals.print.press.forbidden import forbidden
from manuals.print.press.intent import VERSION, declare_press_file, remove_links
from manuals.print.press.marks import add_marks
from manuals.print.press.pictures import (
    coarse_pictures,
    put_pictures_in_grey,
    put_pictures_in_inks,
)
from manuals.print.press.plates import colour_pages
from manuals.print.quick.objects import quick_packing
from manuals.print.quick.setting import quickly
from manuals.printing import Printing

LOGGER = logging.getLogger("weasyprint")
FOLD = 4  # pages of a leaf folded once, of which a section is sewn


@dataclass(frozen=True)
class Pressed:
    """A file for the press; `size` is the trim's in points, `colour` lists pages from 1.

    `laid` counts the letters of each page of the layout.
    """

    data: bytes
    laid: list[Counter[str]]
    size: tuple[float, float]
    colour: tuple[int, ...]
    warnings: tuple[Problem, ...]

    @property
    def pages(self) -> int:
        """Return the number of pages."""
        return len(self.laid)


def write_press(
    document: Any, printing: Printing, press: Press, folds: Sequence[float] = ()
) -> Pressed:
    """Write a laid-out document as PDF/X-4; what a press cannot print is complained of.

    Complaints go to WeasyPrint's log, which stops a book.
    """
    colour: list[int] = []

    def finish(document: Any, pdf: pydyf.PDF) -> None:
        complain_of_lent_letters(document)
        join_glyphs(pdf)
        for what in forbidden(pdf):
            LOGGER.warning("the press cannot print %s of the press file", what)
        print_in_inks(pdf, press)
        put_pictures_in_inks(pdf, press)
        colour.extend(colour_pages(pdf))
        stand_upright(pdf)
        set_press_boxes(pdf)
        add_marks(pdf, folds)
        declare_press_file(document, pdf, press.profile, printing.condition)

    with quick_packing(), quickly():
        data = document.write_pdf(pdf_version=VERSION, pdf_identifier=True, finisher=finish)
    first = document.pages[0]
    return Pressed(
        data,
        laid_letters(document),
        (0.75 * first.width, 0.75 * first.height),
        tuple(colour),
        tuple(coarse_pictures(document, printing.resolution)),
    )


def write_grey(document: Any) -> bytes:
    """Write a laid-out document in grey on A4, as any office prints it."""

    def finish(document: Any, pdf: pydyf.PDF) -> None:
        complain_of_lent_letters(document)
        join_glyphs(pdf)
        print_in_grey(pdf)
        put_pictures_in_grey(pdf)
        remove_links(pdf)
        stand_upright(pdf)
        fit_office_paper(pdf)

    with quick_packing(), quickly():
        data: bytes = document.write_pdf(finisher=finish)
    return data


def body_of(document: Any) -> Any:
    """Return the book without its cover, which is another sheet, and with whole folded leaves.

    The cover's empty back fills the end up.
    """
    pages: list[Any] = list(document.pages)
    cover: list[Any] = []
    while pages and (_kind(pages[0]).name == "cover" or (cover and _kind(pages[0]).blank)):
        cover.append(pages.pop(0))
    blank = [page for page in cover if _kind(page).blank][:1]
    return document.copy([*pages, *blank * (-len(pages) % FOLD)])


def _kind(page: Any) -> Any:
    return page._page_box.page_type
