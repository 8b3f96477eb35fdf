"""Wrong letters that look right."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from manuals.spelling.lookalikes import mended_letters

if TYPE_CHECKING:
    from tests.conftest import Project

LAW_VI = "docs/v1-foundations/03-law.vi.md"


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("Ðiều", "Điều"),
        ("Ɖiều", "Điều"),
        ("ðơn", "đơn"),
        ("cоn", "con"),
        ("tοà", "toà"),
        ("Ｌuật", "Luật"),
        ("Lu\u200bật", "Luật"),
        ("đa\u0301nh", "đánh"),
    ],
)
def test_mended(wrong: str, right: str) -> None:
    """Icelandic, Cyrillic, Greek, fullwidth and no-width signs become our own letters."""
    assert mended_letters(f"a {wrong}, b") == f"a {right}, b"


@pytest.mark.parametrize("text", ["Москва", "αυτό", "Điều 150, “Luật” … đ", "Méndez"])
def test_words_of_other_alphabets_stay(text: str) -> None:
    """A word with a letter that is none of ours is a word of another alphabet."""
    assert mended_letters(text) == text


def test_named(project: Callable[[], Project]) -> None:
    """An error with the letter’s number, once for the word."""
    copy = project()
    copy.edit(LAW_VI, "Hỏi giấy khai sinh.", "Ðơn của cha.")
    line = copy.line(LAW_VI, "của cha")
    todo = "run ./scripts/check --fix-text, which mends it, or type the word anew"
    assert copy.messages() == [
        f'{LAW_VI}:{line}: "Đơn" holds U+00D0 (latin capital letter eth) that only looks right: '
        f"{todo}"
    ]


def test_marks_without_a_letter(project: Callable[[], Project]) -> None:
    """A mark that joins no letter is named; a program cannot know what was meant."""
    copy = project()
    copy.edit(LAW_VI, "Hỏi giấy khai sinh.", "Hỏi b\u0301 giấy.")
    line = copy.line(LAW_VI, "b\u0301")
    assert copy.messages() == [
        f'{LAW_VI}:{line}: "b\u0301" holds a mark that belongs to no letter: type the word anew'
    ]
