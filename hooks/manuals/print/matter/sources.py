"""The list of sources: what the chapters rest on, each with the chapters that name it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from lxml.html import HtmlElement, builder

from manuals.languages import Language
from manuals.print.matter.pieces import page_of, piece
from manuals.termbase import collation

ID = "book-sources"
CODE = r"F-[A-Z]{2,4}-\d\d"
CODES = re.compile(rf":?\s*{CODE}(?:,\s*{CODE})*")
NUMBER = re.compile(r"\d+\.\d+")


class Source(NamedTuple):
    """A source as a chapter words it, without the numbers of facts; `id` is the section's."""

    text: str
    chapter: str
    id: str


def sources(articles: Sequence[HtmlElement]) -> Iterator[Source]:
    """Yield what stands in the Sources sections of prepared chapters."""
    for article in articles:
        section = f"{article.get('id')}-sources"
        heading = article.find(f".//h2[@id='{section}']")
        label = article.find(".//span[@class='chapter-number']")
        if heading is None or label is None:
            continue
        chapter = NUMBER.search(label.text_content())
        for element in heading.itersiblings():
            if element.tag in ("h1", "h2"):
                break
            for item in element.iter("li"):
                text = " ".join(CODES.sub("", item.text_content()).split())
                yield Source(text.rstrip("."), chapter.group() if chapter else "", section)


def source_list(articles: Sequence[HtmlElement], words: Language) -> HtmlElement | None:
    """Return the sources in the order of the alphabet, each once; nothing where there are none."""
    places: dict[str, list[Source]] = {}
    for source in sources(articles):
        places.setdefault(source.text, []).append(source)
    if not places:
        return None
    root = piece(ID, words.of("matter", "sources"), "book-sources")
    root.append(builder.P({"class": "lead"}, words.of("matter", "sources_lead")))
    for text in sorted(places, key=lambda text: collation(text, words.locale)):
        line = builder.P({"class": "source-entry"}, f"{text}. ")
        for number, source in enumerate(places[text]):
            link = builder.A({"href": f"#{source.id}"}, f"{words['chapter']}\u00a0{source.chapter}")
            page = page_of(source.id)
            line.append(link)
            link.tail = f", {words.of('matter', 'page')}\u00a0"
            page.tail = "; " if number + 1 < len(places[text]) else "."
            line.append(page)
        root.append(line)
    return root
