"""QR codes: a chapter's permanent address on its opening page, and all of them as a list."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import segno
from lxml.html import HtmlElement, builder

from manuals.languages import Language
from manuals.print.matter.pieces import page_of, piece

ID = "addresses"
QUIET = 4  # modules of white around a code, as ISO/IEC 18004 wants


def code(address: str, alt: str) -> HtmlElement:
    """Return a QR code as a picture of lines; error correction M bears a coffee stain."""
    svg = segno.make_qr(address, error="m").svg_data_uri(
        border=QUIET, omitsize=True, xmldecl=False, nl=False, svgclass=None, lineclass=None
    )
    return builder.IMG({"class": "code", "src": svg, "alt": alt})


def open_chapter(article: HtmlElement, address: str, words: Language) -> None:
    """Set a chapter's title and the code of its address beside each other."""
    title = article.find("h1")
    if title is None or not address:
        return
    label = title.find("span[@class='chapter-number']")
    name = label.text_content() if label is not None else title.text_content()
    alt = words.of("matter", "code").format(chapter=name, address=address)
    beside = builder.DIV({"class": "opening-code"}, code(address, alt))
    opening = builder.DIV({"class": "opening"})
    title.addprevious(opening)
    opening.extend((title, beside))


def address_list(
    chapters: Sequence[HtmlElement], addresses: Mapping[str, str], words: Language
) -> HtmlElement | None:
    """Return where each chapter stands on the web, for those who type; `addresses` by prefix."""
    if not addresses:
        return None
    root = piece(ID, words.of("matter", "addresses"), "addresses")
    root.append(builder.P({"class": "lead"}, words.of("matter", "addresses_lead")))
    rows = []
    for chapter in chapters:
        title, id = chapter.find(".//h1"), str(chapter.get("id"))
        if title is not None and id in addresses:
            name = builder.A(
                {"href": f"#{title.get('id')}"}, " ".join(title.text_content().split())
            )
            page = builder.SPAN(f", {words.of('matter', 'page')}\u00a0", page_of(title.get("id")))
            rows.append(builder.P({"class": "address"}, name, page, builder.BR(), addresses[id]))
    root.extend(rows)
    return root
