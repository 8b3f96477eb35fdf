"""Other lists, tables or numbers of paragraphs are warnings."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from manuals.errors import Problem

Told = Callable[[str, str], list[Problem]]
TABLE = "| A | B |\n|---|---|\n| x | y |"


@pytest.mark.parametrize(
    ("english", "vietnamese", "words"),
    [
        ("- a\n- b", "- a", "the list has 2 items, the other half 1"),
        ("- a\n    - b\n- c", "- a\n- c", "the list has 3 items, the other half 2"),
        ("- a\n\nText.\n\n- b", "- a\n\nChữ.", "2 lists in the section, 1 in the other half"),
        (
            TABLE,
            f"{TABLE}\n| z | z |",
            "the table has 2 × 2 rows × columns, the other half 3 × 2",
        ),
        (
            TABLE,
            "| A |\n|---|\n| x |",
            "the table has 2 × 2 rows × columns, the other half 2 × 1",
        ),
        (
            "A.\n\nB.",
            "A.",
            "2 numbered paragraphs in the section, 1 in the other half",
        ),
    ],
)
def test_another_size_is_a_warning(told: Told, english: str, vietnamese: str, words: str) -> None:
    """It is told in either direction, with both lines and the opening words."""
    (found,) = told(english, vietnamese)
    assert found.warning
    assert found.what.startswith(words)
    assert "03-law.vi.md:" in found.what
    (back,) = told(vietnamese, english)
    assert back.warning


@pytest.mark.parametrize(
    "text",
    [
        "- a\n  more\n\n    again\n- b",
        f"A.\n\n{TABLE}\n\nB.",
        "/// law | Title\n- a\n- b\n///",
        "/// question\n    id: q-1\n    options:\n      - a\n      - b\n\nText?\n///",
    ],
)
def test_the_same_size_is_no_message(told: Told, text: str) -> None:
    """Lists with further paragraphs, tables, boxes and their options."""
    assert told(text, text.replace("more", "")) == []


def test_a_warning_shows_where_both_stand(told: Told) -> None:
    """Path and line of one file, name and line of the other, the words of both."""
    (found,) = told("Text.\n\n- first\n- second", "Chữ.\n\n- thứ nhất")
    assert str(found) == (
        "docs/v1-foundations/03-law.en.md:10: warning: the list has 2 items, the other half 1; "
        "“first” here, “thứ nhất” in 03-law.vi.md:10: give both the same size"
    )
