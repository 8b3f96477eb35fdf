"""The index: where the terms of the termbase stand, in the order of the language's alphabet."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from lxml.html import HtmlElement, builder

from manuals.languages import Language
from manuals.print.matter.anchors import Block
from manuals.print.matter.locators import Place, locator_line, locators
from manuals.print.matter.pieces import piece
from manuals.termbase import TONES, Term, collation
from manuals.terms.matching import WORD, Forms, longest, words

ID = "index"
LEFT_OUT = {"objectives", "self-assessment", "sources", "role-cards"}
HEADINGS = {"h2", "h3", "h4"}
MOST = 12
OPENS = re.compile(r"(?:^|[.:;] )(?:(?:An?|The) )?[“\"]?$")
DEFINES = {
    "en": re.compile(
        r"[”\"]?(?: \([^()]*\))?,? (?:means?|is an?|is any|is the|covers?|stands? for)\b"
    ),
    "vi": re.compile(r"[”\"]?(?: \([^()]*\))? (?:được hiểu là|có nghĩa là|nghĩa là|là)\b"),
}


@dataclass
class Entry:
    """A line of the index: a term with its places, or another form that says see."""

    term: str
    see: str = ""
    places: list[Place] = field(default_factory=list)


class Found:
    """A term in a block, where it begins."""

    def __init__(self, term: str, start: int, main: bool, defines: bool) -> None:
        self.term, self.start = term, start
        self.main, self.defines = main, defines


class TermIndex:
    """Finds the terms of a language; every form of a term stands for its preferred one."""

    def __init__(self, terms: Sequence[Term], locale: str) -> None:
        self.locale = locale
        preferred = {
            term.id: term.form(locale)
            for term in terms
            if term.status == "preferred" and term.domain != "training"
        }
        self.forms = Forms()
        self.names: dict[str, str] = {}
        self.other: dict[str, str] = {}
        for term in sorted(terms, key=lambda term: term.status != "preferred"):
            name = preferred.get(term.concept)
            if name is None or term.status == "deprecated":
                continue
            folded = words(term.form(locale), locale)
            key = " ".join(folded)
            self.forms.add(folded, key)
            self.names.setdefault(key, name)
            if self.names[key] == name and key != " ".join(words(name, locale)):
                self.other[term.form(locale)] = name

    def find(self, block: Block) -> Iterator[Found]:
        """Yield each term of a block once, at its first place."""
        if block.section in LEFT_OUT or _in_glance(block.element):
            return
        if not self.names:
            return
        text = block.text
        tokens = list(WORD.finditer(text))
        folded = words(text, self.locale)
        counts: dict[str, int] = {}
        first: dict[str, int] = {}
        defining: dict[str, int] = {}
        for begin, end, key in longest(self.forms.find(folded)):
            name = self.names[key]
            counts[name] = counts.get(name, 0) + 1
            start, stop = tokens[begin].start(), tokens[end - 1].end()
            first.setdefault(name, start)
            before, after = text[:start].rstrip("\n"), text[stop:].lstrip("\n")
            if OPENS.search(before) and DEFINES[self.locale].match(after):
                defining.setdefault(name, start)
        heading = block.element.tag in HEADINGS or block.element.get("class") == "box-title"
        numbered = block.element.get("class") == "numbered"
        for name, place in first.items():
            defines = numbered and name in defining
            start = defining[name] if defines else place
            yield Found(name, start, main=heading or counts[name] > 1, defines=defines)

    def entries(self, places: Mapping[str, Sequence[Place]]) -> list[Entry]:
        """Return the lines in order; a form that is not preferred leads to one that is there."""
        found = [Entry(term, places=list(each)) for term, each in places.items()]
        found += [Entry(form, see=name) for form, name in self.other.items() if name in places]
        return sorted(found, key=lambda entry: collation(entry.term, self.locale))


def _in_glance(element: HtmlElement) -> bool:
    return any(item.get("class") == "glance" for item in element.iterancestors("div"))


def index_page(entries: Sequence[Entry], pages: Mapping[str, str], words: Language) -> HtmlElement:
    """Return the index; `pages` gives the page of each anchor.

    A term that stands on more than MOST pages is shown where the text is about it, or, where even
    that is too much, where each chapter first is.
    """
    root = piece(ID, words.of("matter", "index"), "index")
    root.append(builder.P({"class": "lead"}, words.of("matter", "index_lead")))
    columns = builder.DIV({"class": "columns"})
    root.append(columns)
    letter = ""
    for entry in entries:
        if first_letter(entry.term) != letter:
            letter = first_letter(entry.term)
            columns.append(builder.P({"class": "index-letter"}, letter))
        line = builder.P({"class": "index-entry"}, entry.term)
        columns.append(line)
        if entry.see:
            line.append(builder.I(words.of("matter", "see")))
            line[-1].tail = f" {entry.see}"
            line.text = f"{entry.term}, "
        else:
            line.text = f"{entry.term},"
            line.append(locator_line(locators(telling(entry.places, pages), pages)))
    return root


def telling(places: Sequence[Place], pages: Mapping[str, str]) -> Sequence[Place]:
    """Return the places that an entry shows."""
    if len(locators(places, pages)) <= MOST:
        return places
    main = [place for place in places if place.main or place.defines]
    if main and len(locators(main, pages)) <= MOST:
        return main
    chapters: dict[str, Place] = {}
    for place in main or places:
        chapters.setdefault(place.id.partition("-")[0], place)
    return [place for place in main or places if place.defines or place in chapters.values()]


def first_letter(term: str) -> str:
    """Return the letter that an entry stands under: Đ, Ô; a tone is no part of it."""
    parts = unicodedata.normalize("NFD", term[0])
    bare = "".join(mark for mark in parts if mark not in TONES)
    return unicodedata.normalize("NFC", bare).upper()
