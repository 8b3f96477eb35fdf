"""Right syllables in the wrong place."""

from __future__ import annotations

import pytest

from manuals.spelling.pairs import slips
from manuals.spelling.prose import Prose

USUAL = "nạn nhân có quyền được hỗ trợ.\n" * 12


def found(text: str, usual: str = USUAL) -> list[str]:
    """Return what is said of a text beside the usual ones."""
    texts = [usual, text]
    proses = [(Prose(f"{at}.vi.md", "vi", 1, text), text) for at, text in enumerate(texts)]
    return [str(problem) for problem in slips(proses)]


def test_a_slip_in_a_mark() -> None:
    """Neighbours that another word always has: a warning, with line and words."""
    assert found("Một hôm\nnạn nhận có quyền hỏi.") == [
        '1.vi.md:2: warning: "nạn nhận có": elsewhere the manuals write "nhân": '
        'mend it; if it is meant, add "nhận có" to data/words.txt'
    ]


@pytest.mark.parametrize(
    "text",
    [
        "nạn nhân có quyền",
        "nạn, nhận, có",
        "nạn nhận có quyền. Nạn nhận có quyền.",
        "cho nhận lại",
    ],
)
def test_right(text: str) -> None:
    """Usual words, words of other sentences, pairs that stand twice, other neighbours."""
    assert found(text) == []


def test_too_few_to_tell() -> None:
    """What stands a few times proves nothing."""
    assert found("nạn nhận có quyền", USUAL[: len(USUAL) // 6]) == []
