"""Problems that an author can act on: path, line, what is wrong, what to do."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches


@dataclass(frozen=True, order=True)
class Problem:
    """One thing that is wrong in one place; `line` counts from 1, 0 means the whole file."""

    path: str
    line: int
    what: str
    todo: str
    warning: bool = False

    def __str__(self) -> str:
        place = f"{self.path}:{self.line}" if self.line else self.path
        mark = "warning: " if self.warning else ""
        return f"{place}: {mark}{self.what}: {self.todo}"


class ManualError(Exception):
    """All problems of one run, shown at once."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(set(problems)))
        super().__init__("\n".join(str(problem) for problem in self.problems))


def nearest(word: str, known: Iterable[str]) -> str:
    """Return ' (did you mean "x"?)' for the nearest known word, or nothing."""
    found = get_close_matches(word, list(known), n=1, cutoff=0.5)
    return f' (did you mean "{found[0]}"?)' if found else ""
