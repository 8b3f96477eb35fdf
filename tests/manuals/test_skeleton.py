"""A new chapter is right from its first second."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from manuals.commands.new_chapter import lay_out
from manuals.errors import ManualError
from manuals.skeleton import SECTIONS, chapter_skeleton

if TYPE_CHECKING:
    from tests.conftest import Project

DAY = datetime.date(2026, 7, 1)


def test_new_chapter_passes_the_checks(project: Callable[[], Project]) -> None:
    """The pair that ./scripts/new-chapter lays out has no problem, not even a warning."""
    copy = project()
    paths = lay_out(copy.root, "v1-foundations", {"en": "Time limits", "vi": "Thời hạn"})
    assert [path.relative_to(copy.root).as_posix() for path in paths] == [
        "docs/v1-foundations/04-time-limits.en.md",
        "docs/v1-foundations/04-time-limits.vi.md",
    ]
    assert copy.messages() == []


def test_second_chapter_of_a_name(project: Callable[[], Project]) -> None:
    """Two chapters of one title get ids and numbers of their own."""
    copy = project()
    for _ in range(2):
        lay_out(copy.root, "v1-foundations", {"en": "Time limits", "vi": "Thời hạn"})
    pairs = copy.load().pairs
    assert pairs["v1-foundations/04-time-limits"].id == "time-limits"
    assert pairs["v1-foundations/05-time-limits"].id == "time-limits-2"
    assert copy.messages() == []


def test_title_with_quotes_and_colon(project: Callable[[], Project]) -> None:
    """Any title may be typed: what YAML would read otherwise is put in quotes."""
    copy = project()
    titles = {"en": 'Rights: "the first hour" & $5', "vi": "Quyền: “giờ đầu” & 5 $"}
    lay_out(copy.root, "v1-foundations", titles)
    assert {str(problem) for problem in copy.problems() if not problem.warning} == set()
    pair = copy.load().pairs["v1-foundations/04-rights-first-hour-5"]
    assert (pair.half("en").title, pair.half("vi").title) == (titles["en"], titles["vi"])


def test_unknown_volume(project: Callable[[], Project]) -> None:
    """A volume that is not there is named with the nearest, and nothing is written."""
    copy = project()
    before = sorted(copy.root.rglob("*"))
    with pytest.raises(ManualError) as caught:
        lay_out(copy.root, "v1-foundation", {"en": "A", "vi": "B"})
    assert str(caught.value) == (
        'data/volumes.yml: there is no volume "v1-foundation" (did you mean "v1-foundations"?): '
        "choose one of v1-foundations"
    )
    assert sorted(copy.root.rglob("*")) == before


def test_halves_have_the_same_texts_to_fill() -> None:
    """Neither language lacks a line of the other one's skeleton."""
    assert SECTIONS["en"].keys() == SECTIONS["vi"].keys()


def test_halves_differ_in_language_only() -> None:
    """Heads, fences and ids are equal, line by line."""
    halves = [chapter_skeleton(locale, "x", "T", DAY).split("\n") for locale in ("en", "vi")]
    kept = [
        [
            line.partition(" | ")[0] if line.startswith(("/", "    ", "id:")) else ""
            for line in half
            if '"' not in line
        ]
        for half in halves
    ]
    assert kept[0] == kept[1]
    assert len([line for line in kept[0] if line.startswith("/")]) == 16
