"""Three items and a class of 30 whose figures can be counted by hand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from manuals.items.item import Item, Wording


def worded(line: int, question: str, objective: str, options: str = "") -> dict[str, Wording]:
    """Return the wording in both languages; the question may name its own."""
    return {
        locale: Wording("docs/x.md", line, question.format(locale), (*options,), "", objective)
        for locale in ("en", "vi")
    }


CHOICE = Item(
    id="q-driver",
    type="choice",
    stem="v1/03-law",
    chapter="1.3",
    objective="elements",
    place="elements",
    label="1.3.1",
    correct="c",
    words=worded(1, "Who *drives* ({})?", "Elements", "ABC"),
)
TRUTH = Item(
    id="q-under-16",
    type="true-false",
    stem="v1/03-law",
    chapter="1.3",
    objective="elements",
    place="under-16",
    label="1.3.12",
    correct="false",
    words=worded(9, "A means is needed.", "Elements"),
)
SHORT = Item(
    id="q-fraud",
    type="short",
    stem="v1/05-smuggling",
    chapter="1.5",
    objective="sort",
    place="sort",
    label="1.5.4",
    correct="",
    words=worded(20, "Which question?", "Sort cases"),
)


@pytest.fixture
def items() -> Mapping[str, Item]:
    """Return the three items by id."""
    return {item.id: item for item in (CHOICE, TRUTH, SHORT)}


def write(path: Path, rows: Sequence[Sequence[str]], encoding: str = "utf-8") -> Path:
    """Write a table parted by semicolons."""
    path.write_bytes("\r\n".join(";".join(row) for row in rows).encode(encoding))
    return path


def thirty(driver: Sequence[str], under: Sequence[str], fraud: Sequence[str]) -> list[list[str]]:
    """Return the table of a class of 30 from the answers to each item."""
    rows = zip(driver, under, fraud, strict=True)
    head = ["code", "q-driver=bca", "q-under-16", "q-fraud"]
    return [head, *([f"P{n:02}", *row] for n, row in enumerate(rows, 1))]


# Printed b is the chapter's c (order bca): right.
BEFORE = thirty(
    ["b"] * 12 + ["a"] * 15 + [""] * 3,  # 12 of 30
    ["false"] * 15 + ["true"] * 15,  # 15 of 30
    ["1"] * 3 + ["0,5"] * 6 + ["0"] * 21,  # 6 points of 30
)
AFTER = thirty(
    ["b"] * 20 + ["c"] * 10,  # 20 of 30
    ["S"] * 12 + ["Đ"] * 17 + [""],  # 12 of 30: fewer than before
    ["1"] * 30,  # all
)
