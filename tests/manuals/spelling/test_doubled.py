"""Words written twice."""

from __future__ import annotations

import re

import pytest

from manuals.spelling.doubled import doubled
from manuals.spelling.prose import Prose


def found(locale: str, text: str) -> list[tuple[int, str]]:
    """Return line and word of what stands twice."""
    prose = Prose("a.md", locale, 7, text)
    problems = doubled(prose, text, re.findall(r"[^\W\d_]+", text))
    return [(problem.line, problem.what.split('"')[1]) for problem in problems]


@pytest.mark.parametrize(
    ("locale", "text", "line", "word"),
    [
        ("en", "Read the the law.", 7, "the"),
        ("en", "The the law.", 7, "the"),
        ("en", "Read of\nof the law.", 7, "of"),
        ("vi", "quyền của của nạn nhân", 7, "của"),
        ("vi", "một\n\ncó hai hai", 9, "hai"),
    ],
)
def test_wrong(locale: str, text: str, line: int, word: str) -> None:
    """In a line and over its end, with its line."""
    assert found(locale, text) == [(line, word)]


@pytest.mark.parametrize(
    ("locale", "text"),
    [
        ("en", "He said that that law had had effect."),
        ("vi", "Luôn luôn hỏi từ từ; hành vi vi phạm"),
        ("vi", "có hay không. Không ai"),
        ("vi", "hai\n\nHai"),
        ("vi", "thoa a"),
    ],
)
def test_right(locale: str, text: str) -> None:
    """What the language doubles itself, other sentences, other paragraphs, parts of words."""
    assert found(locale, text) == []
