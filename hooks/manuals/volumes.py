"""The volumes of the set as data/volumes.yml names them."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from manuals.country import Profile
from manuals.errors import ManualError, Problem, nearest
from manuals.languages import Language, load_yaml, locales, named
from manuals.outline import PLACEHOLDER
from manuals.printing import Printing, read_printing

PATH = "data/volumes.yml"
FIELDS = {
    "id": str,
    "number": int,
    "title": dict,
    "audience": dict,
    "summary": dict,
    "edition": str,
    "date": datetime.date,
    "law_as_of": datetime.date,
    "status": str,
    "trim": str,
    "colour": str,
}
SET_FIELDS = ("title", "short_title", "mark", "draft", "law_status", "not_advice", "licence")


@dataclass(frozen=True)
class Volume:
    """A volume; texts are one a locale; `id` is its folder below docs/."""

    id: str
    number: int
    title: Mapping[str, str]
    audience: Mapping[str, str]
    summary: Mapping[str, str]
    edition: str
    date: datetime.date
    law_as_of: datetime.date
    status: str
    trim: str
    colour: str

    def label(self, words: Language) -> str:
        """Return "Volume 1"."""
        return f"{words['volume']} {self.number}"

    def heading(self, words: Language) -> str:
        """Return "Volume 1. Foundations and law"."""
        return f"{self.label(words)}. {self.title[words.locale]}"


@dataclass(frozen=True)
class Shelf:
    """The whole set: its own texts, its volumes in order, how it is printed if that is said."""

    texts: Mapping[str, Mapping[str, str]]
    volumes: tuple[Volume, ...]
    printing: Printing | None = None

    def volume(self, id: str) -> Volume:
        """Return the volume with this id; ManualError if there is none."""
        for volume in self.volumes:
            if volume.id == id:
                return volume
        known = [volume.id for volume in self.volumes]
        what = f'there is no volume "{id}"{nearest(id, known)}'
        raise ManualError([Problem(PATH, 0, what, f"choose one of {', '.join(known)}")])


def load_shelf(root: Path) -> Shelf:
    """Read and check data/volumes.yml."""
    data = load_yaml(root, root / PATH)
    problems: list[Problem] = []
    languages = locales(root)
    texts = data.get("set")
    if not isinstance(data.get("volumes"), list) or not isinstance(texts, dict):
        raise ManualError([Problem(PATH, 1, "no list of volumes", "write set: and volumes:")])
    problems += [
        Problem(PATH, 1, f'"set" has no "{key}"', f"add it with {named(languages)}")
        for key in SET_FIELDS
        if not _in_all(texts.get(key), languages)
    ]
    volumes: list[Volume] = []
    for place, entry in enumerate(data["volumes"], 1):
        wrong = _wrong(entry, place, languages)
        if not wrong:
            wrong = [
                Problem(PATH, 0, f'volume {place}: "{key}" is used twice', "choose another")
                for key in ("id", "number")
                if entry[key] in [getattr(volume, key) for volume in volumes]
            ]
            volumes.append(Volume(**entry))
        problems += wrong
    printing, wrong = read_printing(data.get("print"), PATH, languages)
    if problems + wrong:
        raise ManualError(problems + wrong)
    return Shelf(texts, tuple(volumes), printing)


def filled(shelf: Shelf, profile: Profile) -> Shelf:
    """Return the shelf with the country's values in its texts; ManualError names unknown ones."""

    def fill(text: Mapping[str, str]) -> dict[str, str]:
        return {locale: profile.fill(words, locale) for locale, words in text.items()}

    texts = {key: fill(text) for key, text in shelf.texts.items()}
    volumes = [
        replace(
            each,
            title=fill(each.title),
            audience=fill(each.audience),
            summary=fill(each.summary),
        )
        for each in shelf.volumes
    ]
    every: list[Mapping[str, str]] = [*texts.values()]
    for each in volumes:
        every += [each.title, each.audience, each.summary]
    left = [
        match["key"] for text in every for match in PLACEHOLDER.finditer("".join(text.values()))
    ]
    if left:
        raise ManualError(profile.unknown(PATH, [(key, 0) for key in left]))
    return replace(shelf, texts=texts, volumes=tuple(volumes))


def _in_all(text: Any, languages: Sequence[str]) -> bool:
    return isinstance(text, dict) and all(isinstance(text.get(each), str) for each in languages)


def _wrong(entry: Any, place: int, languages: Sequence[str]) -> list[Problem]:
    where = f"volume {place}"
    if not isinstance(entry, dict):
        return [Problem(PATH, 0, f"{where} is not a list of names and values", "see the others")]
    problems = []
    for key in entry:
        if key not in FIELDS:
            what = f'{where}: unknown "{key}"{nearest(str(key), FIELDS)}'
            problems.append(Problem(PATH, 0, what, f"use only {', '.join(FIELDS)}"))
    for key, kind in FIELDS.items():
        value = entry.get(key)
        if type(value) is not kind:  # true is an int, a time of day a date
            what = f'{where}: "{key}" is missing or not a {kind.__name__}'
            problems.append(Problem(PATH, 0, what, "compare it with the other volumes"))
        elif kind is dict and not _in_all(value, languages):
            what = f'{where}: "{key}" lacks a language'
            problems.append(Problem(PATH, 0, what, f"write it in {named(languages)}"))
    return problems
