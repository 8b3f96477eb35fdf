"""Where a session leads in the manuals: its chapters, the sections and boxes it uses in them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from manuals.chapters import Manuals, Pair
from manuals.courses.checking import chapters_by_number
from manuals.courses.course import Session
from manuals.courses.plan import load_plan
from manuals.editions import TRAINER
from manuals.references import References

EMPHASIS = re.compile(r"[*`]")


@dataclass(frozen=True)
class Place:
    """A place with its own number ("1.3.4", "Case 1.3-A") and title; either may be empty.

    `locale` is the language of the title, `url` leads there from the language's home page; it is
    empty for a chapter that is not written yet, whose title is that of the plan.
    """

    number: str
    title: str
    locale: str
    url: str
    inside: tuple[Place, ...] = ()


def session_places(
    references: References, session: Session, locale: str, edition: str
) -> tuple[Place, ...]:
    """Return the session's chapters in order, in each what is used of it that the edition shows."""
    manuals = references.manuals
    written, plan = chapters_by_number(manuals), load_plan(manuals.root)
    used: dict[str, list[str]] = {number: [] for number in session.chapters}
    for use in session.uses:
        stem, _, id = use.partition("#")
        pair = manuals.pairs.get(stem)
        if pair and pair.numbers:
            used.setdefault(pair.numbers.chapter_label, []).append(id)
    places = []
    for number, ids in used.items():
        pair = written.get(number)
        if pair is None:
            title = plan.get(number, {}).get(locale, "")
            places.append(Place(number, manuals.profile.fill(title, locale), locale, ""))
            continue
        half = pair.half(locale)
        title = manuals.profile.fill(half.title, half.locale)
        inside = tuple(_inside(references, pair, ids, locale, edition))
        places.append(Place(number, title, half.locale, f"{pair.stem}.html", inside))
    return tuple(places)


def _inside(
    references: References, pair: Pair, ids: list[str], locale: str, edition: str
) -> Iterator[Place]:
    half = pair.half(locale)
    anchors = references.anchors(pair, locale)
    titles = {box.id: box.title for box in half.outline.boxes}
    titles |= {heading.id: heading.text for heading in half.outline.headings}
    for id in ids:
        hidden = id in anchors.trainer and edition != TRAINER
        if not id or id not in anchors.labels or hidden:
            continue
        number, title = anchors.labels[id], titles.get(id, "")
        shown = _plain(references.manuals, title, half.locale)
        yield Place("" if number == title else number, shown, half.locale, f"{pair.stem}.html#{id}")


def _plain(manuals: Manuals, text: str, locale: str) -> str:
    """Return a title as text: values put in, without the signs of emphasis."""
    return EMPHASIS.sub("", manuals.profile.fill(text, locale))
