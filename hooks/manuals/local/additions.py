"""Academies and their additions: one text for one chapter in one language, with author and date."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from manuals.chapters import Half, Pair
from manuals.errors import ManualError, Problem, nearest

FOLDER = "data/local"
NAME = "name.yml"
SLOT = "local"


@dataclass(frozen=True)
class Academy:
    """An academy, a school or a province, with its name in the languages that it writes in."""

    id: str
    names: Mapping[str, str]

    @property
    def path(self) -> str:
        """The file that holds its name."""
        return f"{FOLDER}/{self.id}/{NAME}"

    def name(self, locale: str) -> str:
        """Return the name in this language, or the only one there is."""
        return self.names.get(locale) or next(iter(self.names.values()))


@dataclass(frozen=True)
class Addition(Half):
    """An academy's text for a chapter; links in it are written as in the chapter itself."""

    academy: str = ""
    stem: str = ""

    @property
    def uri(self) -> str:
        """The chapter that it joins, as links name it."""
        return f"{self.stem}.{self.locale}.md"

    @property
    def author(self) -> str:
        """Who wrote it: a person or a unit."""
        return str(self.head.values["author"])

    @property
    def date(self) -> datetime.date:
        """The day of the text."""
        day = self.head.values["date"]
        assert isinstance(day, datetime.date)
        return day

    @property
    def section(self) -> str:
        """The section of the chapter that it belongs to."""
        return str(self.head.values.get("section") or SLOT)

    def told(self, key: str) -> str:
        """Return what the head says of the source or of the unit that checked it, or nothing."""
        return str(self.head.values.get(key, ""))

    def pair(self) -> Pair:
        """Return it as a page of its own: without numbers and letters, those are the chapter's."""
        return Pair(self.stem, {self.locale: self})


@dataclass(frozen=True)
class Local:
    """All local content, with the problems that were found while reading."""

    academies: Mapping[str, Academy]
    additions: tuple[Addition, ...]
    problems: tuple[Problem, ...]

    def academy(self, id: str) -> Academy:
        """Return the academy of this folder; ManualError names the nearest if there is none."""
        if id in self.academies:
            return self.academies[id]
        what = f'there is no academy "{id}"{nearest(id, self.academies)}'
        known = ", ".join(sorted(self.academies)) or f"make a folder in {FOLDER} first"
        raise ManualError([Problem(FOLDER, 0, what, f"name one of its folders: {known}")])

    def of(self, academy: str, stem: str) -> dict[str, Addition]:
        """Return what an academy adds to a chapter, by language."""
        self.academy(academy)
        found = (item for item in self.additions if (item.academy, item.stem) == (academy, stem))
        return {item.locale: item for item in found}

    def __iter__(self) -> Iterator[Addition]:
        return iter(self.additions)
