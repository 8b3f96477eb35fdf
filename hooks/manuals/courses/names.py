"""The list of participants: a CSV file as officers' computers write it, read name by name."""

from __future__ import annotations

import csv
import re
import unicodedata
from collections import Counter
from dataclasses import dataclass
from io import StringIO
from pathlib import Path

from manuals.errors import ManualError, Problem
from manuals.spelling.syllables import placed

HEADS = {
    "name": ("name", "full name", "họ tên", "họ và tên"),
    "unit": ("unit", "agency", "đơn vị", "cơ quan"),
}
LONGEST = 80  # letters of a name or a unit; longer ones are two cells in one
SAVE = "save it again as CSV UTF-8 (in Excel: Save as, type “CSV UTF-8”)"
WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True)
class Person:
    """A participant as the certificate names them; `unit` may be empty."""

    name: str
    unit: str


def read_names(path: Path) -> list[Person]:
    """Return all participants in the file's order; empty rows do not count.

    Known are UTF-8, UTF-16 and Windows' Vietnamese code page 1258, parted by comma, semicolon or
    tab; ManualError names each row that is not right.
    """
    try:
        data = path.read_bytes()
    except OSError:
        what = "there is no such file"
        raise ManualError([Problem(str(path), 0, what, "check the name of the file")]) from None
    text = unicodedata.normalize("NFC", _decoded(data, str(path)))
    reader = csv.reader(StringIO(text), delimiter=_delimiter(text))
    rows = [(reader.line_num, row) for row in reader if any(cell.strip() for cell in row)]
    if not rows:
        what = "there are no names in the file"
        raise ManualError([Problem(str(path), 0, what, "write a row for each participant")])
    columns = _columns(rows[0][1], str(path))
    people = []
    problems = []
    for line, row in rows[1:]:
        cells = {
            key: " ".join(row[place].split()) if place < len(row) else ""
            for key, place in columns.items()
        }
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


def _decoded(data: bytes, path: str) -> str:
    """Return the file's text; a file whose Vietnamese letters cannot be sure of is refused."""
    for mark, encoding in ((b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"), (b"", "utf-8-sig")):
        if data.startswith(mark):
            try:
                return data.decode(encoding)
            except UnicodeDecodeError:
                continue
    try:
        text = unicodedata.normalize("NFC", data.decode("cp1258"))
    except UnicodeDecodeError:
        text = ""
    marked = [word for word in WORD.findall(text) if not word.isascii()]
    known = [word for word in marked if placed(word.lower())]
    if not text or 2 * len(known) <= len(marked):
        what = "the letters of this file cannot be read (an old code such as TCVN3 or VNI?)"
        raise ManualError([Problem(path, 0, what, SAVE)])
    return text


def _delimiter(text: str) -> str:
    """Return what parts the columns; Excel writes a semicolon where the comma is a decimal sign."""
    first = text.splitlines()[0] if text.splitlines() else ""
    return max(",;\t", key=first.count)


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
