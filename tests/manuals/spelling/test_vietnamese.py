"""Vietnamese words: what is certainly wrong, what is only unknown, what is meant."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from manuals.spelling import vietnamese
from manuals.spelling.vietnamese import judge, known_syllables, nearest_syllable, skeleton


@pytest.mark.parametrize(
    ("word", "what", "todo"),
    [
        ("nguời", '"nguời" is no Vietnamese word', 'did you mean "người"?'),
        ("Nghành", '"Nghành" is no Vietnamese word', 'did you mean "Ngành"?'),
        ("hoà", '"hoà" carries its tone mark on the wrong vowel', 'write "hòa", as in'),
        ("Thuỷ", '"Thuỷ" carries its tone mark on the wrong vowel', 'write "Thủy", as in'),
        ("nguowif", '"nguowif" is what Telex keys leave', 'write "người"'),
        ("nguwowif", '"nguwowif" is what Telex keys leave', 'write "người"'),
        ("ddieeuf", '"ddieeuf" is what Telex keys leave', 'write "điều"'),
        ("phapsp", '"phapsp" is no Vietnamese word', 'did you mean "pháp"?'),
    ],
)
def test_certainly_wrong(word: str, what: str, todo: str) -> None:
    """Impossible syllables, marks on the wrong vowel and keys that were not turned into marks."""
    verdict = judge(word)
    assert verdict
    assert verdict.what == what
    assert verdict.todo.startswith(todo)
    assert not verdict.warning or word == "phapsp"


def test_only_unknown() -> None:
    """A syllable that could exist is a warning."""
    verdict = judge("đãnh")
    assert verdict
    assert verdict.warning
    assert verdict.what == '"đãnh" is no Vietnamese word that the list knows'


@pytest.mark.parametrize("word", ["người", "Tòa", "ĐIỀU", "NĐ", "UBTVQH", "đ", "b", "hòa", "khỏe"])
def test_right(word: str) -> None:
    """Known syllables in the manuals’ spelling, abbreviations, single letters."""
    assert judge(word) is None


@pytest.mark.parametrize(("word", "foreign"), [("that", True), ("nguời", False), ("bar", True)])
def test_foreign(word: str, foreign: bool) -> None:
    """Plain letters may be a word of another language, marks may not."""
    verdict = judge(word)
    assert verdict
    assert verdict.foreign is foreign


def test_syllable_in_english() -> None:
    """An English text may hold Vietnamese words, known by the marks beside them."""
    text = "take statements (lấy lời khai) or khai only"
    inside, alone = re.finditer("khai", text)
    assert vietnamese.is_quoted(text, inside)
    assert not vietnamese.is_quoted(text, alone)


def test_nearest() -> None:
    """The nearest has the same letters, else nearly the same ones; far off there is none."""
    assert nearest_syllable("điêu") in ("điều", "điêu")
    assert nearest_syllable("khôgn") == "không"
    assert nearest_syllable("xyzw") == ""


def test_skeleton() -> None:
    """All marks go, of letters and of tones."""
    assert skeleton("đường") == "duong"


def test_the_list(tmp_path: Path) -> None:
    """Marks stand where the manuals put them, impossible words are out; no file is no list."""
    path = tmp_path / "vi.dic"
    path.write_text("4\nhoà\nTêt\nABC\nngười\n", encoding="utf-8")
    assert known_syllables(path) == {"hòa", "người"}
    assert known_syllables(tmp_path / "none.dic") == frozenset()


def test_without_the_list(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the list only what the grammar forbids is wrong."""
    monkeypatch.setattr(vietnamese, "known_syllables", frozenset)
    assert vietnamese.judge.__wrapped__("đãnh") is None
    assert vietnamese.judge.__wrapped__("nguời")
