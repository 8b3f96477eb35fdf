"""Tooltips: the first use of a term on a page carries the other language's term."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml.html import HtmlElement, builder

from manuals.languages import Language
from manuals.termbase import Term, counterparts

WORD = re.compile(r"\w+")
BLANK = re.compile(r"[^\S ]")
CARRIERS = ("p", "li", "td")
CLOSED = frozenset({"a", "sup", "code", "abbr", "h1", "h2", "h3", "h4", "h5", "h6", "th"})
CLOSED_CLASSES = frozenset({"box-title", "footnote", "glance", "glossary", "summary"})


class Tooltips:
    """The terms of one language, ready to be looked for; the longest form wins."""

    def __init__(self, terms: tuple[Term, ...], words: Language) -> None:
        self.words = words
        found = counterparts(terms, words.locale)
        self.titles = {form.lower(): other for form, other in found.items()}
        self.by_first: dict[str, list[str]] = {}
        for form in sorted(self.titles, key=len, reverse=True):
            first = WORD.match(form)
            if first:
                self.by_first.setdefault(first.group(), []).append(form)

    def find(self, text: str) -> Iterator[tuple[int, str]]:
        """Yield place and form of each term in a text: whole words, the longest form wins."""
        plain = BLANK.sub(" ", text.lower()) if BLANK.search(text) else text.lower()
        if len(plain) != len(text):
            return
        after = 0
        for word in WORD.finditer(plain):
            start = word.start()
            if start < after:
                continue
            for form in self.by_first.get(word.group(), ()):
                end = start + len(form)
                if plain.startswith(form, start) and not WORD.match(plain, end):
                    yield start, form
                    after = end
                    break

    def mark(self, root: HtmlElement) -> None:
        """Wrap the first use of each term in a span whose title is the other language's term."""
        seen: set[str] = set()
        for element in list(root.iter(*CARRIERS)):
            if not self._closed(element):
                self._mark_element(element, seen)

    def _closed(self, element: HtmlElement) -> bool:
        node = element
        while node is not None:
            if CLOSED_CLASSES & set((node.get("class") or "").split()):
                return True
            node = node.getparent()
        return False

    def _mark_element(self, element: HtmlElement, seen: set[str]) -> None:
        self._mark_text(element, None, seen)
        for child in list(element):
            if isinstance(child.tag, str) and child.tag not in CLOSED | {"p", "ul", "ol", "table"}:
                self._mark_element(child, seen)
            self._mark_text(element, child, seen)

    def _mark_text(self, parent: HtmlElement, after: HtmlElement | None, seen: set[str]) -> None:
        """Mark the text before the first child of `parent`, or the tail of the child `after`."""
        text = (parent.text if after is None else after.tail) or ""
        if not text or text.isspace():
            return
        texts: list[str] = []
        spans: list[HtmlElement] = []
        start = 0
        for place, form in self.find(text):
            if form in seen:
                continue
            seen.add(form)
            end = place + len(form)
            title = self.words["term_other"].format(term=self.titles[form])
            texts.append(text[start:place])
            spans.append(builder.SPAN({"class": "term"}, text[place:end], title=title))
            start = end
        if not spans:
            return
        texts.append(text[start:])
        place = 0 if after is None else parent.index(after) + 1
        if after is None:
            parent.text = texts[0]
        else:
            after.tail = texts[0]
        for offset, (span, tail) in enumerate(zip(spans, texts[1:], strict=True)):
            span.tail = tail
            parent.insert(place + offset, span)
