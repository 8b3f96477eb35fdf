"""A third language by data and files alone: read and checked, while the pair stays as it is."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from manuals.convert import convert_page
from manuals.editions import PARTICIPANT
from tests.third_language import LOCALE, add_language

if TYPE_CHECKING:
    from tests.conftest import Project

LAW = "v1-foundations/03-law"


@pytest.fixture
def third(project: Callable[[], Project]) -> Project:
    """Return the tiny project with a third language."""
    copy = project()
    add_language(copy)
    return copy


def test_nothing_is_wrong(third: Project) -> None:
    """Words, values and pages are complete; the third pages need no ledger and no parity."""
    assert third.messages() == []


def test_a_page_has_the_numbers_of_its_pair(third: Project) -> None:
    """Paragraphs, boxes and references are numbered alike, in the words of the language."""
    run = third.run(PARTICIPANT)
    page = convert_page(run, f"{LAW}.{LOCALE}.md")
    assert 'id="p2" href="#p2"' in page
    assert "Bot 1.3" in page
    assert "Phasa The parts" in page
    assert f"{LAW}.{LOCALE}.md" not in run.missing()
    assert f"v1-foundations/02-signs.{LOCALE}.md" in run.missing()


def test_the_pair_does_not_change(third: Project, project: Callable[[], Project]) -> None:
    """Both halves give the same articles as without the third language."""
    before, after = project().run(PARTICIPANT), third.run(PARTICIPANT)
    for locale in ("en", "vi"):
        uri = f"{LAW}.{locale}.md"
        assert convert_page(after, uri) == convert_page(before, uri)


def test_what_is_missing_is_told(third: Project) -> None:
    """A text without the third language and a page without a pair are named."""
    third.edit("data/volumes.yml", "    lo: Foundations\n", "")
    assert third.messages() == [
        'data/volumes.yml: volume 1: "title" lacks a language: write it in en: and lo: and vi:'
    ]
    add_language(third)
    third.write("docs/alone.lo.md", "---\ntitle: x\nsummary: x\n---\n")
    assert third.messages() == [
        "docs/alone.lo.md: the page stands in neither en nor vi: "
        "name it like the page that it translates, all but the language"
    ]
