"""A fingerprint changes with what a section says, and with nothing else."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from manuals.sync.fingerprint import TOP, fingerprints, normalised, section_texts

if TYPE_CHECKING:
    from tests.conftest import Project

LAW = "docs/v1-foundations/03-law.en.md"


def prints(project: Project, name: str = LAW) -> dict[str, str]:
    """Return the fingerprints of a file as it stands now."""
    return fingerprints(project.half(name)[2])


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("One two\nthree.", "One\ntwo three."),
        ("One.\n\nTwo.", "One.\r\n\r\nTwo.\r\n"),
        ("Điều tra", unicodedata.normalize("NFD", "Điều tra")),
        ("One.  \nTwo.", "One.\nTwo."),
        ("- one\n- two", "* one\n+ two"),
        ("1. one\n2. two", "1) one\n1) two"),
        ("**Safety** first, *always*.", "__Safety__ first, _always_."),
        ("**Safety** first", "Safety first"),
        ("| a | b |\n|---|---|\n| c | d |", "|a|b|\n|:--|--:|\n|  c |   d   |"),
        ("Text.\n{#here}", "Text.\n{#there}"),
        ("Text. <!-- F-PC-01 -->", "Text."),
        ("Điều 150", "Điều\u00a0150"),
        ("One.\n\n\n\nTwo.", "One.\n\nTwo."),
        ("/// law | Article 3", "///  law |  Article 3"),
    ],
)
def test_layout_does_not_count(before: str, after: str) -> None:
    """Wraps, line ends, Unicode form, bullets, emphasis, padding, ids and comments say nothing."""
    assert normalised(before) == normalised(after)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("One two three.", "One three two."),
        ("Under 18.", "Under 16."),
        ("nạn nhân", "nạn nhận"),
        ("One.\n\nTwo.", "One. Two."),
        ("- one\n- two", "- one two"),
        ("| a | b |", "| a | c |"),
        ("/// law | Article 3", "/// warning | Article 3"),
        ("See [§](#a).", "See [§](#b)."),
        ("Call {{ hotline }}.", "Call {{ police_number }}."),
        ("snake_case_word", "snakecaseword"),
    ],
)
def test_what_a_text_says_counts(before: str, after: str) -> None:
    """A word, a number, a mark, a paragraph's end, a box's kind, a reference change it."""
    assert normalised(before) != normalised(after)


def test_an_edit_touches_its_own_section(project: Callable[[], Project]) -> None:
    """A section is its text up to the next heading of any level."""
    copy = project()
    before = prints(copy)
    copy.edit(LAW, "### A closer look {#closer}\n", "### A closer look {#closer}\n\nNew words.\n")
    after = prints(copy)
    assert {id for id in after if after[id] != before[id]} == {"closer"}


def test_metadata_belongs_to_the_opening(project: Callable[[], Project]) -> None:
    """Title, summary, needs and objectives are text; minutes and dates are not."""
    copy = project()
    before = prints(copy)
    copy.edit(LAW, "minutes: 60", "minutes: 65")
    assert prints(copy) == before
    copy.edit(LAW, 'title: "The law"', 'title: "The laws"')
    after = prints(copy)
    assert {id for id in after if after[id] != before[id]} == {TOP}


def test_a_footnote_belongs_to_who_cites_it(project: Callable[[], Project]) -> None:
    """A footnote stands at the end of the file, but speaks in the section that cites it."""
    copy = project()
    citing = next(
        id for id, text in section_texts(copy.half()[2]).items() if re.search(r"\[\^code\]", text)
    )
    before = prints(copy)
    copy.edit(LAW, "[^code]: ", "[^code]: Compare ")
    after = prints(copy)
    assert {id for id in after if after[id] != before[id]} == {citing}
