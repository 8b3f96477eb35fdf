"""The list of participants: a CSV file as officers' computers write it, read name by name."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from manuals.courses.tables import read_rows
from manuals.errors import ManualError, Problem

HEADS = {
    "name": ("name", "full name", "họ tên", "họ và tên"),
    "unit": ("unit", "agency", "đơn vị", "cơ quan"),
}
LONGEST = 80  # letters of a name or a unit; longer ones are two cells in one


@dataclass(frozen=True)
class Person:
    """A participant as the certificate names them; `unit` may be empty."""

    name: str
    unit: str


def read_names(path: Path) -> list[Person]:
    """Return all participants in the file's order; empty rows do not count.

    ManualError names each row that is not right.
    """
    rows = read_rows(path)
    if not rows:
        what = "there are no names in the file"
        raise ManualError([Problem(str(path), 0, what, "write a row for each participant")])
    columns = _columns(rows[0][1], str(path))
    people = []
    problems = []
    for line, row in rows[1:]:
        cells = {key: row[place] if place < len(row) else "" for key, place in columns.items()}
        person = Person(cells["name"], cells.get("unit", ""))
        problems += _problems(person, str(path), line)
        people.append(person)
    if not people and not problems:
        what = "there is no name below the heads of the columns"
        problems.append(Problem(str(path), 1, what, "write a row for each participant"))
    if problems:
        raise ManualError(problems)
    return people


def repeated(people: list[Person], path: Path) -> list[Problem]:
    """Return a warning for each participant who is listed twice with the same unit."""
    return [
        Problem(str(path), 0, f"{person.name} stands {count} times", "take out one", warning=True)
        for person, count in Counter(people).items()
        if count > 1
    ]


def _columns(heads: list[str], path: str) -> dict[str, int]:
    """Return the place of each column that is known by its head."""
    found: dict[str, int] = {}
    for place, head in enumerate(heads):
        plain = " ".join(head.lower().split())
        for key, names in HEADS.items():
            if plain in names:
                found.setdefault(key, place)
    if "name" not in found:
        what = "no column has the head “name” or “họ và tên”"
        todo = "write in the first row: name,unit (or: họ và tên,đơn vị)"
        raise ManualError([Problem(path, 1, what, todo)])
    return found


def _problems(person: Person, path: str, line: int) -> list[Problem]:
    problems = []
    if not person.name:
        problems.append(Problem(path, line, "the row has no name", "write the name, or clear it"))
    for text in (person.name, person.unit):
        if len(text) > LONGEST:
            what = f"“{text[:20]}…” has {len(text)} letters, more than {LONGEST}"
            problems.append(Problem(path, line, what, "part it into two rows, or shorten it"))
        if bad := sorted({sign for sign in text if not sign.isprintable()}):
            what = f"the row holds a sign that cannot be printed (U+{ord(bad[0]):04X})"
            problems.append(Problem(path, line, what, "type the name again"))
    return problems
