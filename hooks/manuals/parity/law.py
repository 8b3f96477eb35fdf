"""Articles, clauses and points: Article 12(3) is khoản 3 Điều 12."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from manuals.parity.blocks import Reading
from manuals.parity.matching import Find, Rule

GAP = r"[ \t\u00a0]*\n?[ \t\u00a0]*"
VALUE = r"\d+[a-zđ]?(?!\w|\.\d)|\{\{\s*article\.[^{}]*\}\}"
LONGEST_RANGE = 50
ENGLISH_POINTS = "abcdefghijklmnopqrstuvwxyz"
VIETNAMESE_POINTS = "abcdđeghiklmnopqrstuvxy"
WORDS = {
    "en": re.compile(
        r"\b(?:(?P<A>[Aa]rticles?|Arts?\.)|(?P<C>[Cc]lauses?|[Pp]aragraphs?|[Pp]aras?\.)"
        r"|(?P<P>[Pp]oints?|[Ss]ub-?paragraphs?))(?!\w)"
    ),
    "vi": re.compile(
        r"\b(?:(?P<A>[Đđ]iều)|(?P<C>(?<!ài )(?<!iều )[Kk]hoản|(?<!hủ )(?<!iai )[Đđ]oạn)"
        r"|(?P<P>[Đđ]iểm))(?!\w)"
    ),
}
# Begins with letters, so that a search skips all others.
BEGINNING = {
    "en": re.compile(r"[ACPSacps](?:rt|lause|ara|oint|ub)"),
    "vi": re.compile(r"[ĐđKk](?:iều|hoản|oạn|iểm)"),
}
SIGNED = rf"(?P<number>{VALUE})|\((?P<clause>\d+[a-zđ]?)\)|\((?P<point>[a-zđ])\)"
ELEMENT = {
    "en": re.compile(rf"{SIGNED}|(?P<letter>[a-zđ])(?=\s+of\b)"),  # "points a trainer makes"
    "vi": re.compile(rf"{SIGNED}|(?P<letter>[a-zđ])(?!\w)"),
}
GLUE = {
    "en": re.compile(
        rf"{GAP}(?P<glue>(?:, ?)?(?:and|or)(?: of| to)?\b|,|to\b|–|-|of(?: the)?\b|)?{GAP}"
    ),
    "vi": re.compile(
        rf"{GAP}(?P<glue>(?:, )?(?:và|hoặc|hay)\b|,|đến\b|–|-|của\b|)(?:{GAP}từ(?= ))?{GAP}"
    ),
}
LETTER = re.compile(r"\(([a-zđ])\)")
START = {"en": re.compile(GAP), "vi": re.compile(rf"{GAP}(?:từ(?= ))?{GAP}")}
OF = ("of", "of the", "của")
DIRECT = ("", *OF)
RANGE = ("to", "–", "-", "đến")
LEVELS = "PCA"


class Element(NamedTuple):
    """One value of a citation and what stands before it."""

    level: str
    value: str
    glue: str
    start: int
    end: int


class Reference(NamedTuple):
    """A place in a law; what the text leaves out is empty."""

    article: str = ""
    clause: str = ""
    point: str = ""


def references(reading: Reading) -> Iterator[Find]:
    """Yield the places in laws that a half cites.

    Ranges count each article, "khoản 2 và 3 Điều 150" is two places, and an article that is only
    a country's value ({{ article.fraud }}) is left to the values.
    """
    yield from cited(reading.plain, reading.half.locale)


def cited(text: str, locale: str) -> Iterator[Find]:
    """Yield the places in laws that a text of a language cites."""
    if locale not in BEGINNING:
        return
    end = 0
    for begin in BEGINNING[locale].finditer(text):
        word = WORDS[locale].match(text, begin.start())
        if not word or word.start() < end:
            continue
        run = _run(text, word, locale)
        yield from _letters(text, end, run[0].start if run else word.start())
        end = run[-1].end if run else word.start()
        yield from _places(run)
    yield from _letters(text, end, len(text))


def _letters(text: str, start: int, end: int) -> Iterator[Find]:
    """Yield letters that may be points named before: "under (a) or (b)"."""
    for letter in LETTER.finditer(text, start, end):
        yield Find(Reference(point=letter[1]), *letter.span(), soft=True)


def _run(text: str, word: re.Match[str], locale: str) -> list[Element]:
    """Read on from a word as long as values, connecting words and level words follow."""
    found: list[Element] = []
    level, several = _level(word, locale)
    begin, glue, fresh = word.start(), "", True
    place = START[locale].match(text, word.end()).end()  # type: ignore[union-attr]
    while element := ELEMENT[locale].match(text, place):
        here = _element_level(str(element.lastgroup), level, fresh or (several and bool(glue)))
        if not here or (not found and element["clause"] and level != "C"):
            break
        value = element[str(element.lastgroup)].strip("{} ")
        found.append(Element(here, value, glue, begin if fresh else place, element.end()))
        link = GLUE[locale].match(text, element.end())
        assert link
        glue, place = link["glue"].removeprefix(", "), link.end()
        following = WORDS[locale].match(text, place)
        fresh = following is not None
        if following:
            begin, (level, several) = place, _level(following, locale)
            place = START[locale].match(text, following.end()).end()  # type: ignore[union-attr]
        elif glue in OF:
            break
    return found


def _level(word: re.Match[str], locale: str) -> tuple[str, bool]:
    """Return the level and whether bare numbers may go on after the first."""
    return str(word.lastgroup), locale == "vi" or word.group().endswith("s")


def _element_level(kind: str, level: str, bare: bool) -> str:
    """Return the level of a value: signs tell it, a bare one has that of the word before."""
    if kind == "clause":
        return "C"
    if kind == "point":
        return "P"
    wanted = "P" if kind == "letter" else "AC"
    return level if bare and level in wanted else ""


def _places(run: list[Element]) -> Iterator[Find]:
    places: list[dict[str, str]] = []
    spans: list[tuple[int, int]] = []
    for number, item in enumerate(run):
        before = run[number - 1] if number else None
        lower = LEVELS[: LEVELS.index(item.level)]
        known = LEVELS[LEVELS.index(item.level) :]
        waiting = [place for place in places if not any(level in place for level in known)]
        if before and before.level in lower and item.glue in DIRECT and waiting:
            for place in waiting:
                place[item.level] = item.value
            spans[-1] = (spans[-1][0], item.end)
            continue
        upper = LEVELS[LEVELS.index(item.level) + 1 :]
        if before and before.level in upper and item.glue in ("", ",") and not _led(run, number):
            places[-1][item.level] = item.value
            spans[-1] = (spans[-1][0], item.end)
            continue
        new = {item.level: item.value}
        if before and before.level == item.level:
            new.update({key: places[-1][key] for key in upper if key in places[-1]})
            if item.glue in RANGE:
                for value in _between(before.value, item.value):
                    places.append({**new, item.level: value})
                    spans.append((before.start, item.end))
        places.append(new)
        spans.append((item.start, item.end))
    for place, span in zip(places, spans, strict=True):
        article, clause, point = (place.get(level, "") for level in "ACP")
        if clause or point or not article[:1].isalpha():
            yield Find(Reference(article, clause, point), *span)


def _led(run: list[Element], number: int) -> bool:
    """Return whether what follows a lower level names its upper one: Điều 2, khoản 3 Điều 4."""
    return any(
        LEVELS.index(later.level) > LEVELS.index(run[number].level)
        and later.glue in DIRECT
        and run[number + offset].level != later.level
        for offset, later in enumerate(run[number + 1 :])
    )


def _between(first: str, last: str) -> Iterator[str]:
    if first.isdigit() and last.isdigit() and int(last) - int(first) <= LONGEST_RANGE:
        yield from (str(number) for number in range(int(first) + 1, int(last)))


def _level_alike(first: str, second: str) -> bool:
    return not first or not second or first == second


def alike(first: Find, second: Find) -> bool:
    """Return whether two citations can be of one place: equal as far as both say it.

    Points have letters in each language's own order, a b c d đ e g h i k …: an English text may
    keep the letter of the Vietnamese law or count on in English, so that its (e) is đ as well as
    e, its (f) is e, its (j) is k. Treaties keep their letter.
    """
    one, two = first.key, second.key
    if not (isinstance(one, Reference) and isinstance(two, Reference)):
        return False
    if bool(one.point) != bool(two.point) or (
        not one.point and bool(one.clause) != bool(two.clause)
    ):
        return False
    return (
        _level_alike(one.article, two.article)
        and _level_alike(one.clause, two.clause)
        and same_point(one.point, two.point)
    )


def same_point(first: str, second: str) -> bool:
    """Return whether two letters can be one point, in either order of languages."""
    return first == second or any(
        english in ENGLISH_POINTS
        and vietnamese in VIETNAMESE_POINTS
        and ENGLISH_POINTS.index(english) == VIETNAMESE_POINTS.index(vietnamese)
        for english, vietnamese in ((first, second), (second, first))
        if english and vietnamese
    )


def said(find: Find, other: Find, near: bool) -> bool:
    """Return whether a paragraph that cites `other` has named the place: article 150 in 150(2)."""
    if not near:
        return False
    one, two = find.key, other.key
    if not (isinstance(one, Reference) and isinstance(two, Reference)):
        return bool(one == two)
    return (
        (not one.article or not two.article or one.article == two.article)
        and (not one.clause or one.clause == two.clause)
        and (not one.point or same_point(one.point, two.point))
        and (bool(one.clause or one.point) or bool(two.article))
    )


LAW = Rule("the provision", "cite the same one in both", alike, said=said)


def is_bare(find: Find) -> bool:
    """Return whether a citation is of one level only, so that a table may have it as a number."""
    return sum(map(bool, find.key)) == 1 and max(find.key).isdigit()


def bare(find: Find) -> Find:
    """Return such a citation as a number."""
    return Find(max(find.key), find.start, find.end, worded=False)
