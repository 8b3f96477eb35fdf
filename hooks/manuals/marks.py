"""Marks: what readers see at a section that is out of step with its counterpart, on both sides."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from lxml.html import HtmlElement, builder

from manuals.chapters import Half, Pair
from manuals.country import Profile
from manuals.languages import DEFAULT, OTHER, Language
from manuals.outline import Heading
from manuals.sync.fingerprint import TOP
from manuals.sync.pairs import PairSync
from manuals.sync.states import BOTH_CHANGED, EN_BEHIND, ONLY_EN, ONLY_VI, VI_BEHIND, SectionState

MARK = "sync-mark"
SIDE = {VI_BEHIND: "vi", EN_BEHIND: "en", ONLY_EN: "en", ONLY_VI: "vi"}
KINDS = ("ahead", "behind", "both", "only", "only_meant", "missing", "missing_meant")
VIETNAMESE = re.compile("[\u0300-\u036fđ]")


def mark_kind(item: SectionState, locale: str) -> str:
    """Return how a section stands for readers of a language, one of KINDS; empty: no mark.

    Nobody has compared an unconfirmed section yet, so that nothing is known against it.
    """
    side = SIDE.get(item.state)
    if item.state in (VI_BEHIND, EN_BEHIND):
        return "behind" if side == locale else "ahead"
    if side:
        kind = "only" if side == locale else "missing"
        return f"{kind}_meant" if item.meant else kind
    return "both" if item.state == BOTH_CHANGED else ""


def mark_sections(
    root: HtmlElement, sync: PairSync, half: Half, words: Language, profile: Profile
) -> None:
    """Set a mark below the heading of each section that is out of step.

    A section that this half lacks is named where it would stand, under its own id, so that the
    other side's links arrive. A page that has no counterpart at all is marked once, at its title.
    Pages of further languages are held in step with nothing.
    """
    if half.locale not in OTHER:
        return
    headings = {child.get("id"): child for child in root if child.tag in ("h1", "h2", "h3", "h4")}
    alone = len(sync.pair.halves) < len(OTHER)
    for item in sync.sections[:1] if alone else sync.sections:
        kind = mark_kind(item, half.locale)
        heading = headings.get("top" if item.id == TOP else item.id)
        if heading is not None and kind:
            place = _place(sync.pair, item, alone=alone)
            heading.addnext(_mark(kind, item, sync.pair, half, words, place))
    for found, following in () if alone else _lacking(sync, half):
        section = sync.section(found.id)
        assert section
        if found.id not in {element.get("id") for element in root.iter()}:
            kind = mark_kind(section, half.locale)
            mark = _mark(kind, section, sync.pair, half, words, "section")
            mark.set("id", found.id)
            title = builder.B(profile.fill(found.text, OTHER[half.locale]))
            title.set("lang", OTHER[half.locale])
            title.tail, mark.text = f". {mark.text}", None
            mark.insert(0, title)
            _put(root, mark, headings.get(following))


def _place(pair: Pair, item: SectionState, *, alone: bool) -> str:
    if alone:
        return "chapter" if pair.numbers else "page"
    return "opening" if item.id == TOP else "section"


def _mark(
    kind: str, item: SectionState, pair: Pair, half: Half, words: Language, place: str
) -> HtmlElement:
    text = words.of("marks", kind).format(place=words.of("marks", place))
    mark = builder.P(f"{text} ")
    mark.set("class", MARK)
    mark.set("data-sync", kind)
    if item.meant and item.entry:
        mark.append(_reason(item.entry.reason, words))
    if len(pair.halves) == len(OTHER) and not kind.startswith("only"):
        id = "top" if item.id == TOP else item.id
        link = builder.A(words.of("marks", "link"), href=_address(pair.stem, half.locale, id))
        link.set("hreflang", OTHER[half.locale])
        mark.append(link)
    return mark


def _reason(reason: str, words: Language) -> HtmlElement:
    """Return the reason as its author wrote it, in whichever of the two languages."""
    before, after = words.of("marks", "reason").split("{reason}")
    said = builder.SPAN(reason.rstrip("."))
    letters = unicodedata.normalize("NFD", reason.lower())
    locale = "vi" if VIETNAMESE.search(letters) else "en"
    if locale != words.locale:
        said.set("lang", locale)
    said.tail = after
    whole = builder.SPAN(before, said)
    whole.set("class", "sync-reason")
    whole.tail = " "
    return whole


def _address(stem: str, locale: str, id: str) -> str:
    """Return the way from a page to its counterpart's section."""
    up = "../" * (stem.count("/") + (locale != DEFAULT))
    return f"{up}{'en/' if locale == DEFAULT else ''}{stem}.html#{id}"


def _lacking(sync: PairSync, half: Half) -> Iterator[tuple[Heading, str]]:
    """Yield each heading that stands in the other half only, and the common one that follows it."""
    own = {heading.id for heading in half.outline.headings}
    theirs = sync.pair.halves[OTHER[half.locale]].outline.headings
    for place, heading in enumerate(theirs):
        if heading.id and heading.id not in own:
            yield heading, next((item.id for item in theirs[place:] if item.id in own), "")


def _put(root: HtmlElement, mark: HtmlElement, following: HtmlElement | None) -> None:
    """Set a mark before a heading, else before what the build adds to the chapter's end."""
    for path in ("h2[@id='role-cards']", "div[@class='footnote']"):
        if following is None:
            following = root.find(path)
    if following is None:
        root.append(mark)
    else:
        following.addprevious(mark)
