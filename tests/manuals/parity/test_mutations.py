"""On the real Volume 1: one spoilt number, article, value or link names exactly its section."""

from __future__ import annotations

import random
import re
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from manuals.chapters import Half, Manuals, Pair, load_manuals
from manuals.outline import without_comments
from manuals.parity.comparison import compare, sections_at
from manuals.scan import read_outline

ROOT = Path(__file__).parents[3]
MUTATIONS = 100
SEED = 4
SPOILT = {
    "number": (re.compile(r"(?<![\w#./{:-])[1-9]\d*(?![\w/:-]|[.)] )"), "739"),
    "value": (re.compile(r"\{\{ (?!article)[\w.]+ \}\}"), "{{ age.nothing }}"),
    "article": (re.compile(r"\{\{ article\.\w+ \}\}"), "{{ article.nothing }}"),
    "clause": (re.compile(r"(?<=\}\}\()\d|(?<=[Kk]hoản )\d"), "9"),
    "link": (re.compile(r"(?<=\]\()[^)\s]*#[\w-]+"), "#nowhere"),
    "footnote": (re.compile(r"(?<!^)\[\^\w+\](?!:)", re.MULTILINE), "[^nothing]"),
}


@cache
def manuals() -> Manuals:
    """Return the manuals."""
    return load_manuals(ROOT, "viet-nam")


def test_the_manuals_say_the_same_in_both_languages() -> None:
    """No error on the real text: a rule that cries wolf is not read for long."""
    pairs = manuals().pairs.values()
    errors = [item for pair in pairs for item in compare(pair) if not item.warning]
    assert [str(item) for item in errors] == []


@cache
def mutations() -> list[tuple[str, Pair, str, int]]:
    """Return kinds of mutations with a chapter, a language and a place, the same each time."""
    found = []
    chance = random.Random(SEED)
    chapters = manuals().chapters("v1-foundations")
    for _ in range(MUTATIONS):
        places: list[int] = []
        while not places:
            kind = chance.choice(sorted(SPOILT))
            pair, locale = chance.choice(chapters), chance.choice(["en", "vi"])
            body = without_comments(pair.halves[locale].body)
            places = [
                match.start()
                for match in SPOILT[kind][0].finditer(body)
                if not re.match(r" +\w+: \S", body[body.rfind("\n", 0, match.start()) + 1 :])
            ]
        found.append((kind, pair, locale, chance.choice(places)))
    return found


def spoilt(half: Half, kind: str, place: int) -> tuple[Half, int]:
    """Return the half with one place rewritten, and the place's line."""
    pattern, new = SPOILT[kind]
    body = without_comments(half.body)
    match = pattern.match(body, place)
    assert match
    body = f"{body[:place]}{new}{body[match.end() :]}"
    outline = read_outline(half.path, body, half.first_line)
    line = half.first_line + body.count("\n", 0, place)
    return replace(half, body=body, outline=outline), line


@pytest.mark.slow
def test_a_mutation_names_its_section() -> None:
    """Whichever side is spoilt, every message stands in that section, in one half or the other."""
    missed = []
    for kind, pair, locale, place in mutations():
        half, line = spoilt(pair.halves[locale], kind, place)
        halves = {**pair.halves, locale: half}
        found = compare(replace(pair, halves=halves))
        wanted = sections_at(half, line)
        for problem in found:
            there = next(each for each in halves.values() if each.path == problem.path)
            if not sections_at(there, problem.line) & wanted:
                missed.append(f"{kind} {half.path}:{line} is told as {problem}")
        if not found:
            missed.append(f"{kind} {half.path}:{line} is not seen")
    assert missed == []


@pytest.mark.parametrize("kind", sorted(SPOILT))
def test_every_kind_is_tried(kind: str) -> None:
    """The seed leaves no kind out."""
    assert kind in {each for each, *_ in mutations()}
