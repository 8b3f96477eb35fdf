"""Words of a Hunspell list: stems with prefixes and suffixes."""

from __future__ import annotations

from pathlib import Path

import pytest

from manuals.spelling.affixes import WordList
from manuals.spelling.english import LIST


@pytest.mark.parametrize(
    "word",
    [
        "organise",
        "organised",
        "reorganisation",
        "detainee's",
        "unlawfully",
        "Vietnamese",
        "Whether",
    ],
)
def test_known(word: str) -> None:
    """Stems, endings, both together, capitals at the beginning of a sentence."""
    assert LIST.knows(word)


@pytest.mark.parametrize(
    "word", ["organisd", "color", "carryed", "unlawfuly", "vietnamese", "teh", "judgment's's"]
)
def test_unknown(word: str) -> None:
    """Slips, American spelling, a name without its capital, a rule whose condition fails."""
    assert not LIST.knows(word)


def test_no_list(tmp_path: Path) -> None:
    """A list that is not there is not installed."""
    assert not WordList(tmp_path / "en_GB").installed
