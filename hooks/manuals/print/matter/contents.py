"""The contents: chapters and their sections, each with its printed page."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from lxml.html import HtmlElement

from manuals.languages import Language
from manuals.print.painting import page_of


def contents_page(articles: Sequence[HtmlElement], words: Language) -> str:
    """Return the contents: the headings of chapters and pieces, and the sections of chapters."""
    entries = []
    for article in articles:
        title = article.find(".//h1")
        if title is None:
            continue
        numbered = title.find("span[@class='chapter-number']") is not None
        entries.append(contents_entry(title, "contents-chapter"))
        if numbered or article.get("id") == "front":
            for section in article.iterfind(".//h2"):
                if section.find("..").get("class") != "glance":
                    entries.append(contents_entry(section, "contents-section"))
    return (
        f'<section class="contents"><h1 id="contents">{escape(words["contents"])}</h1>'
        f"{''.join(entries)}</section>"
    )


def contents_entry(heading: HtmlElement, kind: str) -> str:
    """Return a heading's line in the contents."""
    number = heading.find("span[@class='chapter-number']")
    label = f"{number.text_content()}  " if number is not None else ""
    text = heading.text_content().strip().removeprefix(label.strip()).strip()
    id = heading.get("id")
    line = f'{escape(label)}{escape(text)}<span class="leader"></span>{page_of(id)}'
    return f'<p class="{kind}"><a href="#{id}">{line}</a></p>'
