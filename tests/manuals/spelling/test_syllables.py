"""The grammar of Vietnamese syllables."""

from __future__ import annotations

import re
import unicodedata

import pytest

from manuals.spelling.syllables import is_base, parted, placed

RIGHT = re.findall(
    r"\w+",
    "người điều khoản giếng gì gìn giết giữ gieo quyền quốc quý quy huýt khuya khuỷu ngoằn thuở "
    "yêu ý nghiêng nghị ghế kẻ cả xoong hòa thủy khỏe toàn ủy oẳn uống ươn rượu tuyển",
)
WRONG = re.findall(
    r"\w+",
    "nguời nghành nghàn ngề gế ce kả cê khuc luat cac tâp nhưp iêu quôc khiẹu điềú phấch ưôi ieu "
    "zì fai wan jo",
)


@pytest.mark.parametrize("word", RIGHT)
def test_real_syllables(word: str) -> None:
    """What is written stands as it is."""
    assert placed(word) == word


@pytest.mark.parametrize("word", WRONG)
def test_impossible_syllables(word: str) -> None:
    """Wrong rhymes, wrong onsets before e ê i, stops without sắc or nặng, two marks."""
    assert placed(word) == ""


@pytest.mark.parametrize(
    ("word", "right"),
    [
        ("hoà", "hòa"),
        ("thuỷ", "thủy"),
        ("uỷ", "ủy"),
        ("cuả", "của"),
        ("gía", "giá"),
        ("tòan", "toàn"),
        ("qúy", "quý"),
        ("đìêu", "điều"),
    ],
)
def test_marks_on_the_wrong_vowel(word: str, right: str) -> None:
    """The same letters and the same tone, the mark where the manuals put it."""
    assert placed(word) == right


def test_parts() -> None:
    """Letters and tone mark come apart; the marks of letters stay."""
    assert parted("người") == ("ngươi", "\u0300")
    assert all(unicodedata.is_normalized("NFC", parted(word)[0]) for word in RIGHT)


def test_names_without_marks() -> None:
    """English texts write Vietnamese names without marks."""
    assert is_base("nguyen")
    assert is_base("dinh")
    assert not is_base("smith")
