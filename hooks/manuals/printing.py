"""How the set is printed: what data/volumes.yml says below `print:`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from manuals.errors import Problem, nearest
from manuals.languages import named

NUMBERS = ("thickness", "resolution")
NAMES = ("profile", "condition")
TEXTS = ("paper", "cover", "binding")


@dataclass(frozen=True)
class Printing:
    """What the printing house and we agreed on.

    `profile` is the path of an ICC profile of the press, from the project's folder or absolute;
    `condition` its name in the ICC's registry. `thickness` is one leaf's, in millimetres,
    `resolution` the least that a picture may have, in dots an inch. Texts are one a locale.
    """

    profile: str
    condition: str
    paper: Mapping[str, str]
    cover: Mapping[str, str]
    binding: Mapping[str, str]
    thickness: float
    resolution: float


def read_printing(
    entry: Any, path: str, languages: Sequence[str]
) -> tuple[Printing | None, list[Problem]]:
    """Return what `print:` says, or what is wrong with it; nothing where it is not there."""
    if entry is None:
        return None, []
    if not isinstance(entry, dict):
        return None, [Problem(path, 0, '"print" is not a list of names and values', "see README")]
    known = (*NAMES, *TEXTS, *NUMBERS)
    listed = ", ".join(known)
    problems = [
        Problem(path, 0, f'print: unknown "{key}"{nearest(str(key), known)}', f"use only {listed}")
        for key in entry
        if key not in known
    ]
    for key in known:
        if not _is_right(key, entry.get(key), languages):
            what, todo = f'print: "{key}" is missing or wrong', _todo(key, languages)
            problems.append(Problem(path, 0, what, todo))
    return (None, problems) if problems else (Printing(**entry), [])


def _todo(key: str, languages: Sequence[str]) -> str:
    if key in TEXTS:
        return f"write it in {named(languages)}"
    return "write a number above 0" if key in NUMBERS else "write a text"


def _is_right(key: str, value: Any, languages: Sequence[str]) -> bool:
    if key in NUMBERS:
        return type(value) in (int, float) and value > 0
    if key in NAMES:
        return isinstance(value, str) and bool(value.strip())
    return isinstance(value, dict) and all(isinstance(value.get(each), str) for each in languages)
