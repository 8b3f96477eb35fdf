"""Numbers of facts stay on one line: a browser and a book may break F-PAL-02 at its hyphens."""

from __future__ import annotations

from lxml.html import HtmlElement, builder

from manuals.facts import FACT

CLASS = "unbroken"
BEGIN = "F-"  # of every number; most of a page has none


def keep_fact_numbers_whole(root: HtmlElement) -> None:
    """Wrap each number of a fact in the running text in a span that no line breaks, in place.

    Not U+2011, the hyphen that breaks no line: our fonts lack it, and who searches types another.
    """
    for text in reversed(root.xpath(f".//text()[contains(., '{BEGIN}')]")):
        element = text.getparent()
        if text.is_tail:
            parent = element.getparent()
            element.tail = _wrap(parent, text, parent.index(element) + 1)
        else:
            element.text = _wrap(element, text, 0)


def _wrap(parent: HtmlElement, text: str, place: int) -> str:
    """Insert the spans of a text that stands before the child at `place`; return what precedes."""
    found = list(FACT.finditer(text))
    if not found:
        return text
    ends = [*(match.start() for match in found[1:]), len(text)]
    for offset, (match, end) in enumerate(zip(found, ends, strict=True)):
        span = builder.SPAN(match.group(), {"class": CLASS})
        span.tail = text[match.end() : end]
        parent.insert(place + offset, span)
    return text[: found[0].start()]
