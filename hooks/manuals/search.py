"""Search data: the text of one language in one file, with the places where its parts begin.

The worker scans the text itself (overrides/assets/js/search/), so the file holds nothing but text
and heads. In the text a line feed begins a section, and its title; a tab, a form feed or a carriage
return begins a block: a plain one, a numbered paragraph, or a strong one (key points, box titles).
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from lxml import html
from lxml.html import HtmlElement

from manuals.chapters import Manuals
from manuals.export import Article
from manuals.languages import OTHER, beside
from manuals.termbase import QUALIFIER, SHORT_FORM
from manuals.worksheets import OFFER

SECTION, PLAIN, NUMBERED, STRONG = "\n", "\t", "\f", "\r"
HEADINGS = {"h1": 1, "h2": 2, "h3": 3}
BLOCKS = frozenset({"p", "li", "td", "th", "h4", "h5", "h6", "dt", "dd", "blockquote", "div"})
OPENING = BLOCKS | HEADINGS.keys()
LEFT_OUT = (
    "headerlink",
    "pn",
    "footnote-backref",
    "footnote-ref",
    "glance",
    "sync-mark",
    "state",
    "timetable",
    OFFER,
)
STRONG_CLASSES = frozenset({"box-key-points", "box-title", "summary"})
LETTERED = re.compile(r"\S.*? \d+\.\d+-[A-Z]+")


@dataclass
class Section:
    """A section of a page; its text begins with its title, `first` is its first number."""

    anchor: str
    level: int
    text: str
    first: int = 0


def search_data(manuals: Manuals, locale: str, articles: Sequence[Article]) -> str:
    """Return the script that hands one language's data to the worker."""
    volumes = manuals.shelf.volumes
    words = manuals.languages[locale]
    other = beside(locale)
    pages, texts, boxes = [], [], []
    for number, article in enumerate(item for item in articles if item.locale == locale):
        root = html.fragment_fromstring(article.html, create_parent="article")
        sections = list(read_sections(root))
        ids = {volume.id: place for place, volume in enumerate(volumes)}
        pages.append(
            {
                "url": article.url,
                "number": article.number,
                "volume": ids.get(article.stem.partition("/")[0], -1),
                "sections": [[part.anchor, part.level, part.first] for part in sections],
            }
        )
        texts += [part.text for part in sections]
        boxes += [[label, number, id] for label, id in read_boxes(root)]
    data = {
        "locale": locale,
        "volumes": [item.heading(words) for item in volumes],
        "words": {
            "other": other,
            "term_used": words["search_term_used"],
            "other_language": words["search_other_language"],
            "suggestions": words["search_suggestions"],
        },
        "pages": pages,
        "boxes": boxes,
        "text": unicodedata.normalize("NFC", "".join(texts)),
    }
    return f"manualsSearchData({_json(data)})\n"


def search_terms(manuals: Manuals) -> str:
    """Return the script that hands the worker each term's forms, the preferred one first."""
    concepts: dict[str, dict[str, list[str]]] = {}
    for term in manuals.terms:
        if term.status == "preferred":
            concepts[term.id] = {locale: [term.form(locale)] for locale in OTHER}
    for term in manuals.terms:
        forms = concepts.get(term.concept)
        for locale in OTHER if forms else ():
            assert forms
            for form in (term.form(locale), _short(term.full(locale))):
                if form and form not in forms[locale] and term.match != "review":
                    forms[locale].append(form)
    rows = list(concepts.values())
    laws = {key: value for key, value in manuals.profile.values.items() if _is_title(value)}
    rows += [{locale: [title[locale]] for locale in OTHER} for title in laws.values()]
    for row in rows:
        for own in row.values():
            initials = _initials(own[0])
            if initials and initials not in own:
                own.append(initials)
    return f"manualsSearchTerms({_json(rows)})\n"


def read_sections(root: HtmlElement) -> Iterator[Section]:
    """Yield a page's sections: at headings of the first three levels and at glossary entries."""
    for name in LEFT_OUT:
        for element in list(root.iterfind(f".//*[@class='{name}']")):
            if name == "pn":
                element.getparent().set("number", element.get("id", "p0")[1:])
            element.drop_tree()
    for line_break in root.iter("br"):
        line_break.tail = f" {line_break.tail or ''}"
    for row in root.iterfind(".//table[@class='glossary']//tr[@id]"):
        _open_entry(row)
    section: Section | None = None
    for mark, element, text in _blocks(root):
        level = HEADINGS.get(str(element.tag)) if element.get("id") else None
        if level:
            if section:
                yield section
            section = Section(element.get("id"), level, f"{SECTION}{text}")
        elif section and text:
            section.text += f"{mark}{text}"
            if mark == NUMBERED and not section.first:
                section.first = int(element.get("number"))
    if section:
        yield section


def _open_entry(row: HtmlElement) -> None:
    """Let an entry of the glossary be a section: its term is the title, its note a block."""
    row[0].tag = "h2"
    row[0].set("id", row.get("id"))
    for note in row[0].iterfind("span"):
        note.tag = "p"


def _blocks(
    element: HtmlElement, *, strong: bool = False
) -> Iterator[tuple[str, HtmlElement, str]]:
    """Yield mark, element and text of each innermost block, in reading order."""
    strong = strong or bool(STRONG_CLASSES & set((element.get("class") or "").split()))
    inside = [child for child in element if _holds_block(child)]
    if not inside:
        text = _plain("".join(element.itertext()))
        mark = NUMBERED if element.get("number") else STRONG if strong else PLAIN
        if text:
            yield mark, element, text
        return
    own = _plain(
        (element.text or "")
        + "".join(
            ("" if child in inside else "".join(child.itertext())) + (child.tail or "")
            for child in element
        )
    )
    if own:
        yield STRONG if strong else PLAIN, element, own
    for child in inside:
        yield from _blocks(child, strong=strong)


def _holds_block(element: HtmlElement) -> bool:
    return any(item.tag in OPENING for item in element.iter())


def read_boxes(root: HtmlElement) -> Iterator[tuple[str, str]]:
    """Yield label and id of each lettered box: ("Case 1.3-A", "phone-call")."""
    for box in root.iterfind(".//div[@id]"):
        kind = box.find(".//span[@class='box-kind']")
        label = LETTERED.match(kind.text_content()) if kind is not None else None
        if label:
            yield label[0], box.get("id")


def _plain(text: str) -> str:
    return " ".join(text.split())


def _short(full: str) -> str:
    """Return the short form that stands in brackets behind a term: (ILO)."""
    inside = QUALIFIER.search(full)
    word = inside[0].strip(" ()") if inside else ""
    return word if SHORT_FORM.fullmatch(word) else ""


def _is_title(value: Any) -> bool:
    """Return whether a value of the country profile is a name of several words."""
    return all(
        len(value[locale].split()) > 1 and not re.search(r"\d", value[locale]) for locale in OTHER
    )


def _initials(form: str) -> str:
    """Return the initials of a name of three words or more, as officers write it: BLTTHS, CPC."""
    words = [
        word for word in re.findall(r"\w+", form) if word not in ("of", "on", "and", "the", "in")
    ]
    return "".join(word[0] for word in words).upper() if 3 <= len(words) <= 8 else ""


def _json(data: object) -> str:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))
