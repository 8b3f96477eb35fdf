"""The fact sheet: which numbered facts exist, with their sources."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from manuals.errors import ManualError, Problem, nearest

PATH = "data/facts.csv"
COLUMNS = ("id", "statement", "source", "grade", "verify")
FACT = re.compile(r"\bF-[A-Z]{2,4}-\d\d\b")
OPEN_QUESTION = re.compile(r"<!--\s*open:.*?-->")
SECTION = re.compile(r"^#{1,6} .*\{#(?P<id>[^}]+)\}")


@dataclass(frozen=True)
class Fact:
    """A numbered fact; `verify` says that a person must still check it before it is stated."""

    id: str
    statement: str
    source: str
    grade: str
    verify: bool


def load_facts(root: Path) -> dict[str, Fact]:
    """Read data/facts.csv by number; ManualError names each row that is not right."""
    facts: dict[str, Fact] = {}
    problems = []
    try:
        text = (root / PATH).read_text(encoding="utf-8-sig")
    except (FileNotFoundError, UnicodeDecodeError):
        what = "the fact sheet is missing or not UTF-8"
        raise ManualError([Problem(PATH, 0, what, "put it back")]) from None
    reader = csv.DictReader(text.splitlines())
    if tuple(reader.fieldnames or ()) != COLUMNS:
        what = f"the columns are not {', '.join(COLUMNS)}"
        raise ManualError([Problem(PATH, 1, what, "put the first line back")])
    for row in reader:
        line = reader.line_num
        if None in row or None in row.values():
            what = f"the row has not {len(COLUMNS)} columns"
            todo = "put a text that holds a comma in double quotes; compare the rows above"
            problems.append(Problem(PATH, line, what, todo))
            continue
        if not row["id"] or not row["statement"] or row["id"] in facts:
            what = "a fact without number or statement, or a number used twice"
            problems.append(Problem(PATH, line, what, "mend the row"))
            continue
        if row["verify"] not in ("yes", "no"):
            what = f'"verify" of {row["id"]} is "{row["verify"]}"'
            problems.append(Problem(PATH, line, what, "write yes or no"))
        facts[row["id"]] = Fact(
            row["id"], row["statement"], row["source"], row["grade"], row["verify"] == "yes"
        )
    if problems:
        raise ManualError(problems)
    return facts


def cited_facts(text: str, first_line: int) -> Iterator[tuple[str, int, bool]]:
    """Yield number and line of each cited fact, and whether it is stated or only named."""
    sources = False
    for line, words in enumerate(text.split("\n"), first_line):
        if words.startswith("#") and (section := SECTION.match(words)):
            sources = section["id"] == "sources"
        if "F-" not in words:
            continue
        open_questions = [match.span() for match in OPEN_QUESTION.finditer(words)]
        for fact in FACT.finditer(words):
            named = any(start <= fact.start() < end for start, end in open_questions)
            yield fact.group(), line, not (sources or named)


def check_facts(
    path: str, cited: Iterable[tuple[str, int, bool]], facts: dict[str, Fact]
) -> list[Problem]:
    """Return a problem for each cited number that does not exist or may not be stated yet.

    A fact that a person must still verify may be named as an open question
    (<!-- open: F-PC-12 -->) and listed under the sources, never stated.
    """
    problems = []
    for id, line, stated in cited:
        if id not in facts:
            what = f"{id} is not in {PATH}{nearest(id, facts)}"
            problems.append(Problem(path, line, what, "cite a fact that is"))
        elif facts[id].verify and stated:
            what = f"{id} must still be verified by a person"
            todo = (
                "take the statement out, or, if the text only says that the point is open, "
                f"write <!-- open: {id} -->"
            )
            problems.append(Problem(path, line, what, todo))
    return problems
