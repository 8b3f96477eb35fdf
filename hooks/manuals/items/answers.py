"""The answers of a class to one test, read from the table into which somebody typed them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from string import ascii_lowercase

from manuals.courses.tables import read_rows
from manuals.errors import ManualError, Problem, nearest
from manuals.items.course_test import CODE, COMMENT
from manuals.items.item import CHOICE, TRUE_FALSE, Item

HEAD = re.compile(r"(?P<id>[^=\s]+)\s*(?:=\s*(?P<order>[a-z]+))?")
POINTS = re.compile(r"1(?:[.,]0+)?|0?[.,]\d+|0")
TRUTH = {"true": ("true", "t", "đúng", "đ"), "false": ("false", "f", "sai", "s")}
TODO_HEAD = "copy the first row from the table: ./scripts/course results --template c1"


@dataclass(frozen=True)
class Sheet:
    """A test as a class wrote it: by code and item the chapter's answer, "" where there is none.

    An answer is a letter, "true", "false", or the points from 0 to 1 of a short one. Codes are
    in small letters; `lines` has the row of each, and the code as it was typed.
    """

    path: str
    items: tuple[Item, ...]
    answers: Mapping[str, Mapping[str, str]]
    lines: Mapping[str, tuple[int, str]]
    warnings: tuple[Problem, ...] = ()


@dataclass(frozen=True)
class _Column:
    place: int
    item: Item
    order: str


def read_sheet(path: Path, items: Mapping[str, Item]) -> Sheet:
    """Read a table of answers; ManualError names each row that is not right."""
    rows = [row for row in read_rows(path) if not row[1][0].startswith(COMMENT)]
    if not rows:
        what = "there is nothing in the table"
        raise ManualError([Problem(str(path), 0, what, TODO_HEAD)])
    columns, problems = _columns(str(path), *rows[0], items)
    answers: dict[str, dict[str, str]] = {}
    lines: dict[str, tuple[int, str]] = {}
    for line, row in rows[1:]:
        code = row[0]
        if not code:
            what = "the row has answers, but no code of a participant"
            problems.append(Problem(str(path), line, what, "write the code in the first cell"))
        elif code.casefold() in lines:
            what = f"the code {code} stands already in row {lines[code.casefold()][0]}"
            problems.append(Problem(str(path), line, what, "give each participant one row"))
        else:
            lines[code.casefold()] = line, code
        found, wrong = _answers(str(path), line, row, columns)
        problems += wrong
        if any(row[len(columns) + 1 :]):
            what = "the row has more cells than the first row"
            problems.append(Problem(str(path), line, what, "take the last ones out"))
        if any(found.values()):
            answers[code.casefold()] = found
        elif code and not wrong:
            what = f"{code} has no answers"
            todo = "left out; take the row out, or type the answers"
            problems.append(Problem(str(path), line, what, todo, warning=True))
    if not answers and not problems:
        what = "there is no participant below the first row"
        problems.append(Problem(str(path), 0, what, "write a row for each, with its code"))
    if any(not problem.warning for problem in problems):
        raise ManualError(problems)
    return Sheet(
        str(path), tuple(column.item for column in columns), answers, lines, tuple(problems)
    )


def compare_sheets(before: Sheet, after: Sheet) -> list[Problem]:
    """Return what stands in one table only: an item is an error, a participant a warning."""
    problems = []
    for mine, other in ((before, after), (after, before)):
        for item in mine.items:
            if item not in other.items:
                what = f'the item "{item.id}" is not in {other.path}'
                todo = "add its column there, or take it out here: both tests ask the same"
                problems.append(Problem(mine.path, 1, what, todo))
        for code in mine.answers.keys() - other.answers.keys():
            line, typed = mine.lines[code]
            what = f"{typed} is not in {other.path}"
            todo = "left out of all figures, unless the code is written as there"
            problems.append(Problem(mine.path, line, what, todo, warning=True))
    if not before.answers.keys() & after.answers.keys():
        what = f"no participant stands in both this table and {after.path}"
        problems.append(Problem(before.path, 0, what, "use the same codes in both"))
    return problems


def points(item: Item, answer: str) -> float:
    """Return what an answer is worth, 0 to 1; one that is missing is worth nothing."""
    if item.type in (CHOICE, TRUE_FALSE):
        return float(answer == item.correct)
    return float(answer or 0)


def _columns(
    path: str, line: int, heads: Sequence[str], items: Mapping[str, Item]
) -> tuple[list[_Column], list[Problem]]:
    columns: list[_Column] = []
    problems = []
    if heads[0].casefold() != CODE:
        what = f'the first cell is "{heads[0]}", not "{CODE}"'
        problems.append(Problem(path, line, what, TODO_HEAD))
    while heads and not heads[-1]:
        heads = heads[:-1]
    for place, head in enumerate(heads[1:], 1):
        match = HEAD.fullmatch(head.casefold())
        item = items.get(match["id"]) if match else None
        if match is None or item is None:
            what = f'unknown item "{head}" in column {place + 1}{nearest(head, items)}'
            problems.append(Problem(path, line, what, TODO_HEAD))
            continue
        order = match["order"] or "".join(item.answers)
        if item in [column.item for column in columns]:
            what = f'the item "{item.id}" stands in two columns'
            problems.append(Problem(path, line, what, "take one out"))
        elif item.type == CHOICE and sorted(order) != list(item.answers):
            what = f'"{head}" does not give the letters of this item in another order'
            problems.append(Problem(path, line, what, TODO_HEAD))
        else:
            columns.append(_Column(place, item, order))
    if not columns and not problems:
        what = "the first row names no item"
        problems.append(Problem(path, line, what, TODO_HEAD))
    return columns, problems


def _answers(
    path: str, line: int, row: Sequence[str], columns: Sequence[_Column]
) -> tuple[dict[str, str], list[Problem]]:
    found, problems = {}, []
    for column in columns:
        cell = row[column.place] if column.place < len(row) else ""
        answer = _answer(column, cell.casefold())
        if answer is None:
            what = f'"{cell}" is no answer to "{column.item.id}"'
            expected = ", ".join(column.item.answers) or "points from 0 to 1"
            todo = f"write {expected}, or leave the cell empty"
            problems.append(Problem(path, line, what, todo))
        found[column.item.id] = answer or ""
    return found, problems


def _answer(column: _Column, cell: str) -> str | None:
    """Return the chapter's answer for a typed one, None for one that there is not."""
    if not cell:
        return ""
    if column.item.type == CHOICE:
        letter = cell.rstrip(".)")
        place = ascii_lowercase.find(letter) if len(letter) == 1 else -1
        return column.order[place] if 0 <= place < len(column.order) else None
    if column.item.type == TRUE_FALSE:
        return next((truth for truth, known in TRUTH.items() if cell in known), None)
    return cell.replace(",", ".") if POINTS.fullmatch(cell) else None
