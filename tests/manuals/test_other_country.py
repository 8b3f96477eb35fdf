"""The pages of a made-up country say nothing of Viet Nam where a placeholder should stand."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from manuals.country import load_profile
from manuals.editions import TRAINER
from tests.conftest import COUNTRY, REPOSITORY
from tests.other_country import common_texts, invent, left_over

if TYPE_CHECKING:
    from tests.conftest import Project

LAW = "docs/v1-foundations/03-law.en.md"


def told(root: Path) -> list[str]:
    """Return "page: word" for what is left of Viet Nam, both languages, the fuller edition."""
    first = load_profile(root, COUNTRY).values
    return [
        f"{uri}: {word}"
        for uri, locale, text in common_texts(root, TRAINER)
        for word in left_over(text, locale, first)
    ]


def test_the_small_set(project: Callable[[], Project]) -> None:
    """Nothing is left; what an author writes out is found."""
    copy = project()
    invent(copy.root)
    assert told(copy.root) == []
    text = "Call 111 or the Ministry of Health. See Article 349. “Coast Guard” was on the sign."
    copy.edit(LAW, "Ask for the birth certificate.", text)
    name = LAW.removeprefix("docs/")
    assert told(copy.root) == [f"{name}: 111", f"{name}: 349", f"{name}: Ministry of Health"]
    copy.edit(LAW, text, "Call {{ hotline }}.")
    texts = {uri: text for uri, _, text in common_texts(copy.root, TRAINER)}
    assert "Call Arcadian 9" in texts[name]


@pytest.mark.slow
def test_the_manuals(tmp_path: Path) -> None:
    """No agency, telephone number, law or article of Viet Nam is left in the real manuals."""
    for name in ("docs", "data"):
        shutil.copytree(REPOSITORY / name, tmp_path / name)
    shutil.copyfile(REPOSITORY / "mkdocs.yml", tmp_path / "mkdocs.yml")
    invent(tmp_path)
    assert told(tmp_path) == []
