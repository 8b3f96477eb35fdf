"""English words."""

from __future__ import annotations

import re

import pytest

from manuals.spelling.english import house_spelling, is_quoted, judge, nearest, wrong_articles
from manuals.spelling.prose import Prose


@pytest.mark.parametrize(
    ("word", "near"),
    [("suspekt", "suspect"), ("Vitcim", "Victim"), ("teh", "the"), ("color", "colour")],
)
def test_unknown(word: str, near: str) -> None:
    """A warning that offers the nearest known word."""
    verdict = judge(word)
    assert verdict
    assert verdict.warning
    assert verdict.what == f'"{word}" is in no English word list'
    assert verdict.todo == f'did you mean "{near}"? If not, add it to data/words.txt'


@pytest.mark.parametrize(
    "word",
    ["victim’s", "Organised", "UNCAT", "NGOs", "Lan", "Nguyen", "người", "café", "a", "victims’"],
)
def test_right(word: str) -> None:
    """Endings, abbreviations, Vietnamese words and names."""
    assert judge(word) is None


def test_wrong_vietnamese() -> None:
    """A Vietnamese word must be right in an English text too."""
    verdict = judge("nguời")
    assert verdict
    assert not verdict.warning


@pytest.mark.parametrize(
    ("word", "house"),
    [("organization", "organisation"), ("recognized", "recognised"), ("seize", ""), ("size", "")],
)
def test_house_spelling(word: str, house: str) -> None:
    """The manuals write -ise; titles of treaties have capitals and stay."""
    assert house_spelling(word) == house
    assert judge("Organized") is None


def test_nearest_of_nothing() -> None:
    """A word that is far from any other one has none."""
    assert nearest("qzxvk") == ""


@pytest.mark.parametrize(
    ("text", "word", "quoted"),
    [
        ("theo “child” là người", "child", True),
        ("cụm từ *best practice* là", "practice", True),
        ("| thuật ngữ | term of art |", "term", True),
        ("Nghị định thư Palermo quy định", "Palermo", True),
        ("người that bại", "that", False),
        ("- That bại của", "That", False),
        ("tệp patch của", "patch", False),
    ],
)
def test_english_in_vietnamese(text: str, word: str, quoted: bool) -> None:
    """English stands in quotation marks, italics, cells, beside English, or is a name."""
    match = re.search(word, text)
    assert match
    assert is_quoted(text, match) is quoted


@pytest.mark.parametrize(
    ("text", "todo"),
    [
        ("It is a offence.", 'write "an offence"'),
        ("He had an lawyer.", 'write "a lawyer"'),
        ("A case. An judge.", 'write "A judge"'),
        ("It took a hour.", 'write "an hour"'),
        ("She is an European.", 'write "a European"'),
        ("a **unlawful** act", 'write "an unlawful"'),
    ],
)
def test_wrong_article(text: str, todo: str) -> None:
    """The sound counts, not the letter."""
    problems = list(wrong_articles(Prose("a.md", "en", 3, text), text))
    assert [(problem.line, problem.todo) for problem in problems] == [(3, todo)]


@pytest.mark.parametrize(
    "text",
    ["an ICCPR body, a UN body", "a unit, a user, an unidentified man", "Option a asks; A and B"],
)
def test_right_article(text: str) -> None:
    """Abbreviations and letters are left alone."""
    assert list(wrong_articles(Prose("a.md", "en", 1, text), text)) == []
