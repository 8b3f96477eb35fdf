"""The change log: what each edition of a volume changed, as data/changes.yml tells."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from manuals.errors import ManualError, Problem, nearest
from manuals.languages import load_yaml, locales
from manuals.volumes import Shelf

PATH = "data/changes.yml"


@dataclass(frozen=True)
class Change:
    """An edition; `texts` says what changed, a list of sentences a locale."""

    edition: str
    date: datetime.date
    texts: Mapping[str, Sequence[str]]


def load_changes(root: Path) -> dict[str, list[Change]]:
    """Return each volume's editions, as written, newest first; ManualError names what is wrong.

    A set without the file has no change log.
    """
    if not (root / PATH).is_file():
        return {}
    problems: list[Problem] = []
    languages = locales(root)
    found: dict[str, list[Change]] = {}
    for volume, entries in load_yaml(root, root / PATH).items():
        for place, entry in enumerate(entries if isinstance(entries, list) else [entries], 1):
            wrong = _wrong(entry, languages)
            if wrong:
                what = f"{volume}, entry {place}: {wrong}"
                problems.append(Problem(PATH, 0, what, "compare it with the other entries"))
                continue
            texts = {locale: entry[locale] for locale in languages}
            change = Change(entry["edition"], entry["date"], texts)
            found.setdefault(str(volume), []).append(change)
    if problems:
        raise ManualError(problems)
    return found


def _wrong(entry: Any, languages: Sequence[str]) -> str:
    if not isinstance(entry, dict):
        return "not a list of names and values"
    if not isinstance(entry.get("edition"), str):
        return '"edition" is missing or not in quotes'
    if type(entry.get("date")) is not datetime.date:
        return '"date" is missing or no date'
    for locale in languages:
        lines = entry.get(locale)
        if not isinstance(lines, list) or not all(isinstance(line, str) for line in lines):
            return f'"{locale}" is not a list of sentences'
    return ""


def check_changes(root: Path, shelf: Shelf) -> list[Problem]:
    """Return a warning for each volume whose present edition the change log does not tell of."""
    try:
        changes = load_changes(root)
    except ManualError as error:
        return list(error.problems)
    known = [volume.id for volume in shelf.volumes]
    problems = [
        Problem(PATH, 0, f'there is no volume "{id}"{nearest(id, known)}', "correct its name")
        for id in changes
        if id not in known
    ]
    for volume in shelf.volumes:
        if volume.edition not in [change.edition for change in changes.get(volume.id, [])]:
            what = f"edition {volume.edition} of {volume.id} is not in the change log"
            todo = "add what changed, in each language, above the other entries"
            problems.append(Problem(PATH, 0, what, todo, warning=True))
    return problems
