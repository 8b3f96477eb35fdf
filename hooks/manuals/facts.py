"""The fact sheet: which numbered facts exist, with their sources."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from manuals.errors import ManualError, Problem, nearest

PATH = "data/facts.csv"


@dataclass(frozen=True)
class Fact:
    """A numbered fact; `verify` says that a person must still check it before it is stated."""

    id: str
    statement: str
    source: str
    grade: str
    verify: bool


def load_facts(root: Path) -> dict[str, Fact]:
    """Read data/facts.csv by number; ManualError on a doubled or empty row."""
    facts: dict[str, Fact] = {}
    problems = []
    with (root / PATH).open(encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file)
        for row in reader:
            if not row.get("id") or not row.get("statement") or row["id"] in facts:
                what = "a fact without number or statement, or a number used twice"
                problems.append(Problem(PATH, reader.line_num, what, "mend the row"))
                continue
            facts[row["id"]] = Fact(
                row["id"], row["statement"], row["source"], row["grade"], row["verify"] == "yes"
            )
    if problems:
        raise ManualError(problems)
    return facts


def unknown_facts(
    path: str, cited: Iterable[tuple[str, int]], facts: dict[str, Fact]
) -> list[Problem]:
    """Return a problem for each cited number that the fact sheet does not have."""
    return [
        Problem(path, line, f"{id} is not in {PATH}{nearest(id, facts)}", "cite a fact that is")
        for id, line in cited
        if id not in facts
    ]
