"""References with pages in the running text: "3.4.2, p. 47", "3.4.2, tr. 47"."""

from __future__ import annotations

import re

from lxml.html import HtmlElement, builder

from manuals.languages import Language
from manuals.print.matter.pieces import page_of

LABEL = re.compile(r"(?:.*\s)?\d+\.\d+(?:\.\d+|-T?[A-Z]+)?")
CLOSED = re.compile(r"\s*(?:[.,;:)\]”]|$)")


def cite_pages(article: HtmlElement, words: Language) -> None:
    """Add the printed page to each reference of a prepared article.

    Where the sentence goes on the page stands in brackets, so that it stays a sentence. What
    somebody says in quotation marks stays as it was said.
    """
    for link in list(article.iter("a")):
        href, text = link.get("href") or "", " ".join(link.text_content().split())
        if not href.startswith("#") or not LABEL.fullmatch(text):
            continue
        if any(item.tag in ("h1", "h2", "h3", "h4") for item in link.iterancestors()):
            continue
        if _quoted(link):
            continue
        after = link.tail or ""
        closed = bool(CLOSED.match(after)) and (bool(after.strip()) or link.getnext() is None)
        before, behind = (", ", "") if closed else (" (", ")")
        page = page_of(href[1:])
        cited = builder.SPAN({"class": "cited-page"}, f"{words.of('matter', 'page')}\u00a0", page)
        cited.tail = f"{behind}{after}"
        link.tail = before
        parent = link.getparent()
        parent.insert(parent.index(link) + 1, cited)


def _quoted(link: HtmlElement) -> bool:
    before = ""
    for sibling in link.itersiblings(preceding=True):
        before = f"{sibling.text_content()}{sibling.tail or ''}{before}"
    before = f"{link.getparent().text or ''}{before}"
    return before.rfind("“") > before.rfind("”")
