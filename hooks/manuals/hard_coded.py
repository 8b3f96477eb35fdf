"""Facts of the country that stand in the common text as words, where a placeholder should stand.

Another country gets its own agencies, numbers, articles and time limits only where a text names
them by placeholder. Exempt are the places that are the country's own anyway: boxes of the kinds
law and local, the list of sources, words in quotation marks, and what its author marks with
<!-- as written: … -->.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass

from manuals.chapters import Half, Manuals
from manuals.citations import Citation, citations
from manuals.country import Profile, countries, load_profile, profile_path
from manuals.documents import LAWS, Naming, known_documents, load_treaties
from manuals.errors import ManualError, Problem
from manuals.terms.blocks import Block, read_blocks

OWN_BOXES = frozenset({"law", "local"})
OWN_SECTION = "sources"
OPEN, CLOSE = "\ue000", "\ue001"  # around each value that a placeholder puts in
FILLED = re.compile(f"{OPEN}([^{CLOSE}]*){CLOSE}")
QUOTED = re.compile("“[^”]*”")
TELEPHONES = ("hotline", "police_number")
# Short numbers are found by what stands around them; a language is no fact wherever it is named.
UNNAMED = ("law_as_of", "law_language", "article.", "age.", "limit.")
NUMBER = re.compile(r"(?<![\w/])\d+/\d{4}/[A-ZĐ][\w-]*")
AGE = {
    "en": re.compile(r"\b(?:under|over|below|above) (\d+)\b|\b(\d+) (?:and|or) over\b", re.I),
    "vi": re.compile(r"\b(?:dưới|trên|đủ|từ) (\d+)(?= tuổi\b)", re.I),
}
LIMIT = {
    "en": re.compile(
        r"\b(?:within|at most|not later than|no later than|up to|has|have) (\d+) (hour|day)s?\b",
        re.I,
    ),
    "vi": re.compile(
        r"\b(?:trong(?: thời hạn| vòng)?|chậm nhất(?: là)?|không quá|có) (\d+) (giờ|ngày)\b", re.I
    ),
}
NEAR = 80  # how far behind the begin of a citation its number stands at most, in letters
UNITS = {"giờ": "hour", "ngày": "day"}
Free = Callable[[int, int], bool]


@dataclass(frozen=True)
class Said:
    """Words of a block that a placeholder could say; `keys` are those of the profile."""

    start: int
    end: int
    keys: tuple[str, ...]


def hard_coded(manuals: Manuals) -> list[Problem]:
    """Return a warning for each fact of a country that the common text has as words.

    It looks for the facts of every country whose profile is filled in, so that a build for one
    country finds what was left of another.
    """
    problems: set[Problem] = set()
    treaties = load_treaties(manuals.root)
    for profile in _profiles(manuals):
        for locale in AGE.keys() & manuals.languages.keys():
            naming = Naming(known_documents(profile, treaties, locale), locale)
            halves = [half for _, half in manuals.halves() if half.locale == locale]
            problems.update(_Reader(profile, locale, naming).check(halves))
    return sorted(problems)


def _profiles(manuals: Manuals) -> Iterator[Profile]:
    yield manuals.profile
    for country in countries(manuals.root):
        if profile_path(country) != manuals.profile.path:
            with suppress(ManualError):
                yield load_profile(manuals.root, country)


class _Reader:
    def __init__(self, profile: Profile, locale: str, naming: Naming) -> None:
        self.profile, self.locale, self.naming = profile, locale, naming
        self.marked = Profile(
            profile.path,
            {
                key: {each: f"{OPEN}{value}{CLOSE}" for each, value in values.items()}
                for key, values in profile.values.items()
            },
        )
        self.keys: dict[str, list[str]] = {}  # by value
        for key, values in profile.values.items():
            self.keys.setdefault(values[locale], []).append(key)
        named = [
            value for value, keys in self.keys.items() if any(_is_name(k, value) for k in keys)
        ]
        self.names = _alternatives(named)

    def check(self, halves: list[Half]) -> Iterator[Problem]:
        read = [(half, block) for half in halves for block in read_blocks(half, self.marked)]
        texts = [(half.path, re.sub(f"[{OPEN}{CLOSE}]", "", block.text)) for half, block in read]
        cited = citations(texts, self.naming)
        for (half, block), (_, text), items in zip(read, texts, cited, strict=True):
            if _is_own(half, block):
                continue
            free = _free(block, text)
            found = [*self._said(text), *self._articles(text, items, free)]
            for said in sorted(found, key=lambda said: said.start):
                if free(said.start, said.end):
                    yield self._problem(half, block, text, said)

    def _articles(self, text: str, items: Sequence[Citation], free: Free) -> Iterator[Said]:
        """Yield the numbers of articles of laws; those of treaties hold in every country."""
        for item in items:
            if item.article and self.naming.documents[item.document].group == LAWS:
                number = re.compile(rf"(?<!\d){item.article}(?!\d)")
                spans = [match.span() for match in number.finditer(text, item.start)]
                near = [span for span in spans if span[0] < item.start + NEAR]
                if near and all(free(*span) for span in near):
                    yield Said(*near[0], tuple(self._under("article.", item.article)))

    def _under(self, group: str, value: str) -> list[str]:
        return [key for key in self.keys.get(value, []) if key.startswith(group)]

    def _said(self, text: str) -> Iterator[Said]:
        for match in self.names.finditer(text):
            value = match.group()
            found = self.keys.get(value) or self.keys[value[0].lower() + value[1:]]
            yield Said(*match.span(), tuple(key for key in found if _is_name(key, value)))
        for match in NUMBER.finditer(text):
            if match.group() not in self.keys:
                yield Said(*match.span(), ())
        for match in AGE[self.locale].finditer(text):
            keys = self._under("age.", match[1] or match[match.lastindex or 1])
            if keys:
                yield Said(*match.span(match.lastindex or 1), tuple(keys))
        for match in LIMIT[self.locale].finditer(text):
            unit = UNITS.get(match[2].lower(), match[2].lower())
            keys = [key for key in self._under("limit.", match[1]) if key.endswith(f"_{unit}s")]
            if keys:
                yield Said(*match.span(1), tuple(keys))

    def _problem(self, half: Half, block: Block, text: str, said: Said) -> Problem:
        words = " ".join(text[said.start : said.end].split())
        line = block.line + text.count("\n", 0, said.start)
        country = self.profile.values.get("country", {}).get("en", self.profile.path)
        what = f'"{words}" is a fact of {country}, written as words in the common text'
        ways = " or ".join(f"{{{{ {key} }}}}" for key in said.keys)
        ways = ways or f"a placeholder, and its value into {self.profile.path}"
        todo = f"write {ways}; if it must stay: <!-- as written: {words} -->"
        return Problem(half.path, line, what, todo, warning=True)


def _is_name(key: str, value: str) -> bool:
    """Return whether a value tells by itself what it is: a name, a date, a telephone number."""
    if key.startswith(UNNAMED):
        return False
    return len(value) > 3 or not value.isdigit() or (key in TELEPHONES and len(value) == 3)


def _alternatives(values: list[str]) -> re.Pattern[str]:
    """Return what finds the longest of the values; a small first letter may be a capital."""
    forms = []
    for value in sorted(values, key=len, reverse=True):
        first = f"[{value[0]}{value[0].upper()}]" if value[0].islower() else re.escape(value[0])
        forms.append(first + re.escape(value[1:]).replace(r"\ ", r"\s"))
    return re.compile(rf"(?<![\w/.,])(?:{'|'.join(forms)})(?![\w/]|[.,]\d)")


def _is_own(half: Half, block: Block) -> bool:
    """Return whether a block may hold the country's facts as words."""
    return block.section == OWN_SECTION or any(
        box.kind in OWN_BOXES and box.line <= block.line <= box.end for box in half.outline.boxes
    )


def _free(block: Block, text: str) -> Free:
    """Return what tells whether a span is neither filled in, nor quoted, nor marked."""
    spans, shift = [], 0
    for match in FILLED.finditer(block.text):
        spans.append((match.start() - shift, match.end() - shift - 2))
        shift += 2
    spans += [match.span() for match in QUOTED.finditer(text)]
    for words, _ in block.exempt:
        spans += [match.span() for match in re.finditer(re.escape(words), text)]
    return lambda start, end: not any(first < end and start < last for first, last in spans)
