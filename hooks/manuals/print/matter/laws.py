"""The table of laws and treaties: each article that a volume cites, with its pages."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from lxml.html import HtmlElement, builder

from manuals.documents import LAWS, TREATIES, Document, Naming
from manuals.languages import Language
from manuals.print.matter.locators import Place, locator_line, locators
from manuals.print.matter.pieces import piece
from manuals.termbase import collation

ID = "laws"


class Law(NamedTuple):
    """A line of the table."""

    document: Document
    article: str
    places: Sequence[Place]


def law_table(places: Mapping[tuple[str, str], Sequence[Place]], naming: Naming) -> list[Law]:
    """Return the lines, laws before treaties, by name, then by number of the article.

    `places` are those of each document and article; a document of which an article is cited has
    no line for itself.
    """
    with_articles = {document for document, article in places if article}
    lines = [
        Law(naming.documents[document], article, found)
        for (document, article), found in places.items()
        if article or document not in with_articles
    ]
    return sorted(lines, key=lambda law: _order(law, naming.locale))


def _order(law: Law, locale: str) -> tuple[object, ...]:
    number = re.match(r"\d*", law.article)
    value = int(number.group() or 0) if number else 0
    treaty = law.document.group == TREATIES
    return (treaty, collation(law.document.name, locale), value, law.article)


def law_page(lines: Sequence[Law], pages: Mapping[str, str], words: Language) -> HtmlElement:
    """Return the table; `pages` gives the page of each anchor."""
    root = piece(ID, words.of("matter", "laws"), "laws")
    for group in (LAWS, TREATIES):
        own = [line for line in lines if line.document.group == group]
        if own:
            root.append(builder.H2(words.of("matter", f"laws_{group}")))
        columns = builder.DIV({"class": "columns"})
        name = ""
        for law in own:
            if law.document.name != name:
                name = law.document.name
                number = f" ({law.document.number})" if law.document.number else ""
                columns.append(builder.P({"class": "law-name"}, f"{name}{number}"))
            label = words.of("matter", "article").format(n=law.article) if law.article else ""
            line = builder.P({"class": "law-entry"}, f"{label}:" if label else "")
            line.append(locator_line(locators(law.places, pages)))
            columns.append(line)
        if own:
            root.append(columns)
    return root
