"""data/changes.yml: what a maintainer can get wrong is named; nothing else is asked."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from manuals.changes import PATH, load_changes

if TYPE_CHECKING:
    from tests.conftest import Project

GOOD = """v1-foundations:
  - edition: "0.1"
    date: 2026-11-23
    en: [First edition.]
    vi: [Phiên bản đầu tiên.]
"""


def test_read(project: Callable[[], Project]) -> None:
    """A volume's editions in the order of the file."""
    tiny = project()
    newer = GOOD.replace("v1-foundations:\n", "").replace("0.1", "0.0")
    tiny.write(PATH, GOOD + newer)
    changes = load_changes(tiny.root)["v1-foundations"]
    assert [change.edition for change in changes] == ["0.1", "0.0"]
    assert changes[0].texts["vi"] == ["Phiên bản đầu tiên."]
    assert tiny.messages(PATH) == []


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('"0.1"', "0.1", '"edition" is missing or not in quotes'),
        ("2026-11-23", "yesterday", '"date" is missing or no date'),
        ("    vi: [Phiên bản đầu tiên.]\n", "", '"vi" is not a list of sentences'),
        ("[First edition.]", "First edition.", '"en" is not a list of sentences'),
        ("v1-foundations:", "v1-fundations:", 'there is no volume "v1-fundations"'),
        ('"0.1"', '"0.9"', "edition 0.1 of v1-foundations is not in the change log"),
        ("v1-foundations:", "v1-foundations: [", "not valid YAML"),
        ('  - edition: "0.1"', '  - x\n  - edition: "0.1"', "not a list of names and values"),
    ],
)
def test_told(project: Callable[[], Project], old: str, new: str, said: str) -> None:
    """Each mistake is named with the file."""
    tiny = project()
    tiny.write(PATH, GOOD.replace(old, new))
    assert any(said in message for message in tiny.messages(PATH))


def test_a_set_without_the_file(project: Callable[[], Project]) -> None:
    """It has no change log, and a warning says so."""
    tiny = project()
    (tiny.root / PATH).unlink()
    assert load_changes(tiny.root) == {}
    assert [problem.warning for problem in tiny.problems() if problem.path == PATH] == [True]
