"""The list of sections out of step: what the signs in the margin mean, and where they stand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lxml import html
from lxml.html import HtmlElement, builder

from manuals.languages import Language
from manuals.marks import KINDS, MARK
from manuals.print.painting import page_of

LIST = "out-of-step"


@dataclass(frozen=True)
class _Entry:
    """A section of the list; `element` is its heading, or the mark that stands for it.

    `number` is its first paragraph's, or its chapter's; `lang` is the title's language where it is
    the other one.
    """

    element: HtmlElement
    kind: str
    number: str
    title: str
    lang: str | None


def sections_out_of_step(articles: Sequence[HtmlElement], words: Language) -> HtmlElement | None:
    """Return the list for the back matter, a group a meaning; nothing where all is in step.

    `articles` are prepared ones. (A sign is no link to the list: WeasyPrint 70 tags a linked
    picture wrongly, PDF/UA-1 7.18.5.)
    """
    entries = [entry for article in articles for entry in _entries(article, words)]
    if not entries:
        return None
    title = builder.H1(words.of("marks", "list"), id=LIST)
    found = builder.ARTICLE(title, builder.P(words.of("marks", "list_lead")))
    found.set("class", "steps")
    for kind in KINDS:
        group = [entry for entry in entries if entry.kind == kind]
        if group:
            text = words.of("marks", kind).format(place=words.of("marks", "sections"))
            found.append(builder.H2(text))
        for entry in group:
            found.append(_line(entry))
    return found


def _entries(article: HtmlElement, words: Language) -> Iterator[_Entry]:
    label = article.find(".//span[@class='chapter-number']")
    chapter = label.text_content().split()[-1] if label is not None else ""
    for element in article.iterfind(".//*[@data-sync]"):
        kind = element.get("data-sync") or ""
        if element.get("class") == MARK:
            name = element.find("b")
            yield _Entry(element, kind, chapter, name.text_content(), name.get("lang"))
            continue
        title = _own_text(element)
        if element.tag == "h1" and not kind.startswith("only"):
            title = words.of("marks", "list_opening").format(title=title)
        shown = next(element.iterancestors("div"), None)
        lang = shown.get("lang") if shown is not None else None
        if lang:
            kind = kind.replace("only", "missing")  # the other half stands in for this one
        yield _Entry(element, kind, _first_number(element) or chapter, title, lang)


def _own_text(heading: HtmlElement) -> str:
    number = heading.find("span[@class='chapter-number']")
    before = number.text_content() if number is not None else ""
    return str(heading.text_content()).removeprefix(before).strip()


def _first_number(heading: HtmlElement) -> str:
    """Return the number of the section's first paragraph: 1.3.4."""
    for element in heading.itersiblings():
        if element.tag in ("h1", "h2", "h3", "h4"):
            break
        number = element.find("span[@class='pn']")
        if number is not None:
            return str(number.text_content())
    return ""


def _line(entry: _Entry) -> HtmlElement:
    id = entry.element.get("id")
    link = builder.A(f"{entry.number}  {entry.title}".strip(), href=f"#{id}")
    link.append(builder.SPAN({"class": "leader"}))
    link.append(html.fragment_fromstring(page_of(id)))
    if entry.lang:
        link.set("lang", entry.lang)
    line = builder.P(link)
    line.set("class", "step-section")
    if reason := entry.element.get("data-reason"):
        link.tail = " "
        line.append(builder.SPAN(reason))
        line[-1].set("class", "step-reason")
        if locale := entry.element.get("data-reason-lang"):
            line[-1].set("lang", locale)
    return line
