"""Mend what WeasyPrint 70 writes, its tag tree and its text, before it is serialised."""

from __future__ import annotations

import logging
import re
from typing import Any

import pydyf

from manuals.languages import OTHER
from manuals.print.fetcher import HERE
from manuals.print.press.colour import contents

FACES = (HERE / "style" / "fonts.css").read_text(encoding="utf-8")
FAMILIES = frozenset(re.findall(r'font-family: "([^"]+)"', FACES))
LOGGER = logging.getLogger("weasyprint")


def complain_of_lent_letters(document: Any) -> None:
    """Complain of letters that Pango silently took from the machine's fonts."""
    for font in document.fonts.values():
        if font.family not in FAMILIES:
            letters = " ".join(sorted({*"".join(font.to_unicode.values())} - {" "}))
            LOGGER.warning('our fonts lack "%s", which %s would lend', letters, font.family)


def finish_tags(document: Any, pdf: pydyf.PDF) -> None:
    """Give each table header cell its scope (PDF/UA-1, 7.5) and each link its Print flag.

    A <main> holds text in the language that is not the document's; it becomes a plain division
    with that language (7.2), for WeasyPrint writes no language but the document's own.
    """
    other = OTHER.get(document.metadata.lang or "")
    for item in pdf.objects:
        if not isinstance(item, pydyf.Dictionary):
            continue
        if item.get("S") == "/TH":
            item["A"]["Scope"] = "/Column"
        if item.get("Subtype") == "/Link":
            item["F"] = 4
        if item.get("S") == "/Part" and other:
            item["S"] = "/Div"
            item["Lang"] = pydyf.String(other)


def join_glyphs(pdf: pydyf.PDF) -> None:
    """Take adjustments by nothing out of the lines of text: they move no glyph, but each is packed.

    WeasyPrint 70 cuts an adjustment to whole thousandths after it has asked whether there is one.
    """
    for painted in contents(pdf):
        for place, item in enumerate(painted.stream):
            if isinstance(item, bytes) and item.endswith(b"TJ"):
                painted.stream[place] = item.replace(b">0<", b"")
