"""The lists of cases, exercises, role plays, checklists and handouts, with numbers and pages."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from lxml.html import HtmlElement, builder

from manuals.languages import Language
from manuals.print.matter.pieces import page_of, piece

ID = "lists"
KINDS = ("case", "exercise", "role-play", "checklist", "handout")
NUMBER = re.compile(r"\d+\.\d+(?:-[A-Z]+)?")


class Listed(NamedTuple):
    """A box of a list; `number` is its own (1.3-A), or its chapter's."""

    kind: str
    id: str
    number: str
    title: str


def name_boxes(article: HtmlElement) -> None:
    """Give each box of a list an id; a checklist needs none of its own in the text."""
    for kind in KINDS:
        for place, box in enumerate(_boxes(article, kind), 1):
            if not box.get("id"):
                box.set("id", f"{article.get('id')}-{kind}-{place}")


def listed_boxes(articles: Sequence[HtmlElement]) -> Iterator[Listed]:
    """Yield the boxes of prepared articles, a kind after the other, in the order of the text."""
    for kind in KINDS:
        for article in articles:
            label = article.find(".//span[@class='chapter-number']")
            chapter = NUMBER.search(label.text_content()) if label is not None else None
            for box in _boxes(article, kind):
                word = box.find(".//span[@class='box-kind']")
                name = box.find(".//span[@class='box-name']")
                number = NUMBER.search(word.text_content()) or chapter
                title = name if name is not None else word
                text = " ".join(title.text_content().split())
                yield Listed(kind, box.get("id"), number.group() if number else "", text)


def _boxes(article: HtmlElement, kind: str) -> Iterator[HtmlElement]:
    yield from article.iterfind(f".//div[@class='box box-{kind}']")


def lists(articles: Sequence[HtmlElement], words: Language) -> HtmlElement | None:
    """Return the lists, a heading a kind; nothing where there is no such box."""
    found = list(listed_boxes(articles))
    if not found:
        return None
    root = piece(ID, words.of("matter", "lists"), "lists")
    for kind in KINDS:
        entries = [item for item in found if item.kind == kind]
        if entries:
            root.append(builder.H2(words.of("matter", f"list_{kind}")))
        for item in entries:
            number = builder.SPAN({"class": "list-number"}, item.number)
            link = builder.A({"href": f"#{item.id}"}, number, " ", item.title)
            root.append(builder.P({"class": "list-entry"}, link, page_of(item.id)))
    return root
