"""Both halves of a pair have the same sections, boxes and footnotes."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.conftest import Project

LAW = "docs/v1-foundations/03-law.en.md"
LAW_VI = "docs/v1-foundations/03-law.vi.md"


def test_a_section_on_one_side_is_named(project: Callable[[], Project]) -> None:
    """A heading whose id the other half lacks is named on its own side."""
    copy = project()
    copy.edit(LAW, "## The age {#age-rule}", "## New {#new}\n\n## The age {#age-rule}")
    line = copy.line(LAW, "## New")
    assert copy.messages() == [
        f"{LAW}:{line}: the heading {{#new}} is not in 03-law.vi.md: "
        "add the section there, or give both the same id"
    ]


def test_another_level_is_named(project: Callable[[], Project]) -> None:
    """A section is as deep in one language as in the other."""
    copy = project()
    copy.edit(LAW_VI, "### Nhìn kỹ hơn", "## Nhìn kỹ hơn")
    line, there = copy.line(LAW, "{#closer}"), copy.line(LAW_VI, "{#closer}")
    assert copy.messages() == [
        f"{LAW}:{line}: the heading {{#closer}} has another level than in 03-law.vi.md:{there}: "
        "use as many # in both"
    ]


def test_another_order_is_named(project: Callable[[], Project]) -> None:
    """Sections in another order would give one paragraph two numbers."""
    copy = project()
    for old, new in (("{#parts}", "{#@}"), ("{#age-rule}", "{#parts}"), ("{#@}", "{#age-rule}")):
        copy.edit(LAW_VI, old, new)
    line = copy.line(LAW, "{#parts}")
    assert copy.messages("order") == [
        f"{LAW}:{line}: the sections stand in another order than in 03-law.vi.md: "
        "put {#age-rule} here, or move it there"
    ]


def test_a_case_on_one_side_is_named(project: Callable[[], Project]) -> None:
    """A box with an id stands in both halves."""
    copy = project()
    copy.edit(LAW_VI, "    id: phone-call\n", "    id: call\n")
    lines = copy.line(LAW, "The phone call"), copy.line(LAW_VI, "Cuộc gọi")
    todo = "add it there, or use the same id"
    assert copy.messages() == [
        f'{LAW}:{lines[0]}: the case "phone-call" is not in 03-law.vi.md: {todo}',
        f'{LAW_VI}:{lines[1]}: the case "call" is not in 03-law.en.md: {todo}',
    ]


def test_another_kind_is_named(project: Callable[[], Project]) -> None:
    """One id is one kind of box."""
    copy = project()
    copy.edit(LAW_VI, "/// case | Cuộc gọi", "/// handout | Cuộc gọi")
    line, there = copy.line(LAW, "The phone call"), copy.line(LAW_VI, "Cuộc gọi")
    assert copy.messages() == [
        f'{LAW}:{line}: "phone-call" is a case here and a handout in 03-law.vi.md:{there}: '
        "use the same kind in both"
    ]


def test_other_minutes_are_named(project: Callable[[], Project]) -> None:
    """A room with an interpreter has one timetable."""
    copy = project()
    copy.edit(LAW_VI, "    minutes: 20\n", "    minutes: 25\n")
    line, there = copy.line(LAW, "/// role-play"), copy.line(LAW_VI, "/// role-play")
    assert copy.messages() == [
        f'{LAW}:{line}: "minutes" of "desk" differs from 03-law.vi.md:{there}: make both the same'
    ]


def test_another_right_answer_is_named(project: Callable[[], Project]) -> None:
    """A choice has the same right letter in both languages, or a test marks it wrong."""
    copy = project()
    copy.edit(LAW_VI, "    correct: b\n", "    correct: a\n")
    assert copy.messages("correct") != []


def test_another_number_of_options_is_named(project: Callable[[], Project]) -> None:
    """A choice offers the same options in both languages."""
    copy = project()
    copy.edit(LAW_VI, '      - "Hành vi và thủ đoạn"\n', '      - "Hành vi"\n      - "Thủ đoạn"\n')
    line, there = copy.line(LAW, "id: q-parts") - 1, copy.line(LAW_VI, "id: q-parts") - 1
    assert copy.messages() == [
        f'{LAW}:{line}: "q-parts" offers 2 options, 03-law.vi.md:{there} 3: '
        "offer the same options in both"
    ]


def test_another_number_of_boxes_is_a_warning(project: Callable[[], Project]) -> None:
    """A law box more on one side is odd, but it may be meant."""
    copy = project()
    copy.edit(LAW, "## The age", "/// warning\nOnly here.\n///\n\n## The age")
    assert copy.messages() == [
        f'{LAW}: warning: 2 boxes "warning" here, 1 in 03-law.vi.md: add the missing one'
    ]


def test_a_footnote_on_one_side_is_named(project: Callable[[], Project]) -> None:
    """Its text is missed, and so is its sign in the section."""
    copy = project()
    copy.edit(LAW, "purpose.[^code]", "purpose.[^code][^new]")
    copy.edit(LAW, "[^code]:", "[^new]: New.\n[^code]:")
    line, there = copy.line(LAW, "[^new]"), copy.line(LAW_VI, "mục đích.[^code]")
    assert copy.messages() == [
        f"{LAW}:{line}: the footnote [^new] in “…means and a purpose.[^new]” is not in "
        f"03-law.vi.md:{there} “Tội mua bán người gồm hành vi, thủ…”: "
        "cite the same footnotes in both",
        f"{LAW}:{copy.line(LAW, '[^new]:')}: the footnote [^new] is not in 03-law.vi.md: "
        "add it there, or use the same label",
    ]


ONLY = "## Only here {#only}\n\nArticle 5.[^only]\n\n/// case | One\n    id: one\n\nA.\n///\n\n"


def only_here(copy: Project, ledger: str) -> None:
    """Add a section with footnote and case to the English half, and a ledger."""
    copy.edit(LAW, "## The age", f"{ONLY}## The age")
    copy.edit(LAW, "[^code]:", "[^only]: Here.\n[^code]:")
    copy.write("data/sync/v1-foundations/03-law.sync", ledger)


def test_a_section_that_is_one_sided_on_purpose_is_let_be(project: Callable[[], Project]) -> None:
    """The ledger gives the reason; heading, case and footnote need no counterpart then."""
    copy = project()
    only_here(copy, "#only  only:en Viet Nam has no such rule\n")
    assert copy.told("parity") == []


@pytest.mark.parametrize("ledger", ["", "#only  unconfirmed\n", "#only  only:vi Not so\n"])
def test_a_section_that_is_one_sided_by_mistake_is_named(
    project: Callable[[], Project], ledger: str
) -> None:
    """Without that line, or with a line for the other language, everything in it is missed."""
    copy = project()
    only_here(copy, ledger)
    assert [
        text.partition(" is not in ")[0].partition(": ")[2] for text in copy.told("parity")
    ] == [
        "the heading {#only}",
        'the case "one"',
        "the footnote [^only]",
    ]


def test_a_section_in_both_halves_is_compared_whatever_the_ledger_says(
    project: Callable[[], Project],
) -> None:
    """A section that was one-sided once is compared as soon as it stands in both."""
    copy = project()
    copy.write("data/sync/v1-foundations/03-law.sync", "#age-rule  only:en Once\n")
    copy.edit(LAW, "## The age {#age-rule}", "## The age in 2026 {#age-rule}")
    assert len(copy.told("parity")) == 1
