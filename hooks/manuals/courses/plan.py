"""The chapters that the set is to have, written or not: data/chapters.csv."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from pathlib import Path

from manuals.errors import ManualError, Problem
from manuals.languages import OTHER

PATH = "data/chapters.csv"
TITLE = "title_"
COLUMNS = {"chapter", *(f"{TITLE}{locale}" for locale in OTHER)}  # a further language may be added


def load_plan(root: Path) -> Mapping[str, Mapping[str, str]]:
    """Return the planned titles, one a locale, by printed number; empty if there is no plan."""
    path = root / PATH
    if not path.exists():
        return {}
    try:
        reader = csv.DictReader(path.read_text(encoding="utf-8-sig").splitlines())
    except UnicodeDecodeError:
        todo = "save it again with the encoding UTF-8"
        raise ManualError([Problem(PATH, 0, "the file is not UTF-8", todo)]) from None
    columns = list(reader.fieldnames or ())
    if lacking := sorted(COLUMNS.difference(columns)):
        what = f"the first line has no {', '.join(lacking)}"
        raise ManualError([Problem(PATH, 1, what, "put the first line back")])
    titles: dict[str, Mapping[str, str]] = {}
    problems = []
    for row in reader:
        if None in row or not all(row.values()) or row["chapter"] in titles:
            what = "the row lacks a column or has one too many, or its chapter stands there twice"
            problems.append(Problem(PATH, reader.line_num, what, "compare the rows above"))
            continue
        titles[row["chapter"]] = {
            column.removeprefix(TITLE): row[column] for column in columns if TITLE in column
        }
    if problems:
        raise ManualError(problems)
    return titles
