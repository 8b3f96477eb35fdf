"""The fact sheet: which numbers may be cited, which may not be stated yet."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from manuals.facts import Fact, cited_facts, load_facts

if TYPE_CHECKING:
    from manuals.chapters import Manuals
    from tests.conftest import Project

PATH = "data/facts.csv"
LAW = "docs/v1-foundations/03-law.en.md"
HEAD = "id,statement,source,grade,verify\n"
RIGHT = "F-PC-01,One.,Code,A,no\nF-PC-03,Three.,Code,A,no\n"


def test_facts_are_read(tiny: Manuals) -> None:
    """A fact has its statement, its source and whether a person must still look."""
    assert tiny.facts["F-PC-01"] == Fact(
        "F-PC-01", "Article 150 has three parts.", "Penal Code", "A", False
    )
    assert tiny.facts["F-PC-12"].verify is True


def test_a_byte_order_mark_does_no_harm(tmp_path: Path) -> None:
    """Spreadsheet programs write one; the first column keeps its name."""
    path = tmp_path / PATH
    path.parent.mkdir()
    path.write_text(f"\ufeff{HEAD}{RIGHT}", encoding="utf-8")
    assert list(load_facts(tmp_path)) == ["F-PC-01", "F-PC-03"]


DOUBLED = "a fact without number or statement, or a number used twice: mend the row"
COMMA = "put a text that holds a comma in double quotes; compare the rows above"


@pytest.mark.parametrize(
    ("row", "message"),
    [
        (",Four.,Code,A,no", DOUBLED),
        ("F-PC-04,,Code,A,no", DOUBLED),
        ("F-PC-01,Four.,Code,A,no", DOUBLED),
        ("F-PC-04,Four.,Code,A,Yes", '"verify" of F-PC-04 is "Yes": write yes or no'),
        ("F-PC-04,Four, five.,Code,A,no", f"the row has not 5 columns: {COMMA}"),
        ("F-PC-04,Four.", f"the row has not 5 columns: {COMMA}"),
    ],
)
def test_a_wrong_row_is_named(project: Callable[[], Project], row: str, message: str) -> None:
    """A row that is not right is named with its line in the file."""
    copy = project()
    copy.write(PATH, f"{HEAD}{RIGHT}{row}\n")
    assert copy.messages() == [f"{PATH}:4: {message}"]


@pytest.mark.parametrize(
    ("raw", "message"),
    [
        (
            b"id,statement\nF-PC-01,One.\n",
            ":1: the columns are not id, statement, source, grade, verify: put the first line back",
        ),
        (b"id\xff\n", ": the fact sheet is missing or not UTF-8: put it back"),
        (None, ": the fact sheet is missing or not UTF-8: put it back"),
    ],
)
def test_a_wrong_sheet_is_named(
    project: Callable[[], Project], raw: bytes | None, message: str
) -> None:
    """A sheet that cannot be read is one message, never a traceback."""
    copy = project()
    (copy.root / PATH).unlink()
    if raw is not None:
        copy.write(PATH, raw)
    assert copy.messages() == [f"{PATH}{message}"]


def test_where_a_fact_is_stated() -> None:
    """An open question and the list of sources name a fact; everything else states it."""
    text = (
        "Text. <!-- F-PC-01 --> <!-- open: F-PC-12 F-PC-13 -->\n"
        "## Sources {#sources}\n"
        "- Penal Code: F-PC-12\n"
        "## Next {#next}\n"
        "<!-- F-PC-12 -->\n"
    )
    assert list(cited_facts(text, 20)) == [
        ("F-PC-01", 20, True),
        ("F-PC-12", 20, False),
        ("F-PC-13", 20, False),
        ("F-PC-12", 22, False),
        ("F-PC-12", 24, True),
    ]


def test_an_unknown_fact_is_named(project: Callable[[], Project]) -> None:
    """A number that the sheet does not have is named with the nearest one."""
    copy = project()
    copy.edit(LAW, "purpose.[^code] <!-- F-PC-01 -->", "purpose.[^code] <!-- F-PC-02 -->")
    assert copy.messages() == [
        f"{LAW}:{copy.line(LAW, 'F-PC-02')}: F-PC-02 is not in {PATH} "
        '(did you mean "F-PC-12"?): cite a fact that is'
    ]


def test_a_fact_to_verify_is_not_stated(project: Callable[[], Project]) -> None:
    """What a person must still verify may be named as open or as a source, never stated."""
    copy = project()
    copy.edit(LAW, "- The Penal Code\n", "- The Penal Code: F-PC-12\n")
    copy.edit(LAW, "A mother calls.", "A mother calls. <!-- open: F-PC-12 -->")
    assert copy.told("files") == []
    copy.edit(LAW, "Two officers", "Two <!-- F-PC-12 --> officers")
    line = copy.line(LAW, "<!-- F-PC-12 -->")
    assert copy.told("files") == [
        f"{LAW}:{line}: F-PC-12 must still be verified by a person: take the statement out, or, "
        "if the text only says that the point is open, write <!-- open: F-PC-12 -->"
    ]
