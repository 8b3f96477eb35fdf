"""Confirming is a person's word on two texts: what it refuses and what it writes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from manuals.chapters import Manuals
from manuals.errors import ManualError
from manuals.sync.confirming import confirmed
from manuals.sync.pairs import PairSync, find_pair, initial, read_sync, totals, write_ledger

if TYPE_CHECKING:
    from tests.conftest import Project

STEM = "v1-foundations/03-law"
LAW, LAW_VI = f"docs/{STEM}.en.md", f"docs/{STEM}.vi.md"


def read(project: Project) -> tuple[Manuals, PairSync]:
    """Return the law chapter's sync."""
    manuals = project.load()
    return manuals, find_pair(read_sync(manuals)[0], STEM)


def confirm_all(project: Project) -> None:
    """Confirm every section of the law chapter."""
    manuals, sync = read(project)
    entries, problems = confirmed(sync, [item.id for item in sync.sections])
    assert problems == []
    write_ledger(manuals, sync, entries)


def states(project: Project) -> Counter[str]:
    """Count the chapter's sections by state."""
    return totals([read(project)[1]])


def test_init_never_confirms(project: Callable[[], Project]) -> None:
    """A new ledger holds unconfirmed lines and nothing else; a second run changes nothing."""
    copy = project()
    manuals, sync = read(copy)
    assert write_ledger(manuals, sync, initial(sync))
    assert set(states(copy)) == {"unconfirmed"}
    manuals, sync = read(copy)
    assert not write_ledger(manuals, sync, initial(sync))


def test_an_edit_on_one_side_puts_the_other_behind(project: Callable[[], Project]) -> None:
    """Nobody has to do anything: the ledger does not move, the other side is behind."""
    copy = project()
    confirm_all(copy)
    assert set(states(copy)) == {"in-sync"}
    copy.edit(LAW, "### A closer look {#closer}\n", "### A much closer look {#closer}\n")
    assert states(copy)["vi-behind"] == 1
    copy.edit(LAW_VI, "{#closer}", "khác {#closer}")
    assert states(copy)["both-changed"] == 1
    manuals, sync = read(copy)
    entries, _ = confirmed(sync, ["closer"])
    write_ledger(manuals, sync, entries)
    assert set(states(copy)) == {"in-sync"}


def test_a_cosmetic_confirmation_stays_listed(project: Callable[[], Project]) -> None:
    """A typo that only one side had is recorded as such."""
    copy = project()
    confirm_all(copy)
    copy.edit(LAW, "### A closer look {#closer}\n", "### A closer loook {#closer}\n")
    manuals, sync = read(copy)
    entries, _ = confirmed(sync, ["closer"], cosmetic=True)
    write_ledger(manuals, sync, entries)
    section = read(copy)[1].section("closer")
    assert section
    assert section.entry
    assert (section.state, section.entry.cosmetic) == ("in-sync", True)


def test_what_cannot_be_confirmed(project: Callable[[], Project]) -> None:
    """An unknown section, a one-sided one and one with other paragraphs are refused, with lines."""
    copy = project()
    line = copy.line(LAW, "{#closer}")
    copy.edit(LAW, "{#closer}\n", "{#closer}\n\nOne more paragraph.\n")
    _, sync = read(copy)
    entries, problems = confirmed(sync, ["closer", "closest"])
    assert entries == {}
    assert [str(problem).split(": ")[0] for problem in problems] == [f"{LAW}:{line}", LAW]
    assert "#closer has other numbers of paragraphs (en " in problems[0].what
    assert 'there is no section #closest (did you mean "closer"?)' in problems[1].what
    (copy.root / LAW_VI).unlink()
    _, sync = read(copy)
    _, problems = confirmed(sync, ["closer"])
    assert [problem.what for problem in problems] == [
        "#closer stands in the en half only, so there is nothing to compare"
    ]


def test_texts_that_say_other_things_cannot_be_confirmed(project: Callable[[], Project]) -> None:
    """A section with another number is refused with both lines; its neighbours are not."""
    copy = project()
    copy.edit(LAW, "{#closer}\n\n", "{#closer}\n\nWithin 3 days: ")
    _, sync = read(copy)
    entries, problems = confirmed(sync, ["parts", "closer", "age-rule"])
    assert set(entries) == {"parts", "age-rule"}
    assert [(item.path, item.line) for item in problems] == [(LAW, copy.line(LAW, "Within 3"))]
    assert "the figure 3 in “Within 3 days:" in problems[0].what


def test_a_footnote_belongs_to_the_section_that_cites_it(project: Callable[[], Project]) -> None:
    """Another number in the footnote's text refuses that section and no other."""
    copy = project()
    copy.edit(LAW_VI, "[^code]: ", "[^code]: 1999. ")
    _, sync = read(copy)
    entries, problems = confirmed(sync, ["parts", "age-rule"])
    assert set(entries) == {"age-rule"}
    assert [(item.path, item.line) for item in problems] == [
        (LAW_VI, copy.line(LAW_VI, "[^code]: "))
    ]


def test_a_title_with_another_number_refuses_the_opening(project: Callable[[], Project]) -> None:
    """The texts of the metadata belong to the opening."""
    copy = project()
    copy.edit(
        LAW, "What the {{ law.penal_code }} says.", "What the {{ law.penal_code }} says in 5."
    )
    _, sync = read(copy)
    entries, problems = confirmed(sync, ["_top", "parts"])
    assert set(entries) == {"parts"}
    assert [item.line for item in problems] == [copy.line(LAW, "summary:")]


def test_a_ledger_without_page_is_a_warning(project: Callable[[], Project]) -> None:
    """A page that is gone leaves its ledger behind: it is named, and nothing is lost."""
    copy = project()
    confirm_all(copy)
    for name in (LAW, LAW_VI):
        (copy.root / name).unlink()
    _, problems = read_sync(copy.load())
    assert [str(problem) for problem in problems] == [
        f"data/sync/{STEM}.sync: warning: there is no page {STEM} "
        '(did you mean "v1-foundations/02-signs"?): '
        "rename the ledger with the page, or take it out"
    ]
    assert (copy.root / f"data/sync/{STEM}.sync").is_file()


@pytest.mark.parametrize("name", [STEM, "v1-foundations/03", "03-law", LAW_VI])
def test_a_page_is_found_by_its_names(project: Callable[[], Project], name: str) -> None:
    """Number, name and path all lead to the pair."""
    assert find_pair(read_sync(project().load())[0], name).pair.stem == STEM


def test_an_unknown_page_names_the_nearest(project: Callable[[], Project]) -> None:
    """A misspelt page is a message."""
    with pytest.raises(ManualError, match="did you mean"):
        find_pair(read_sync(project().load())[0], "v1-foundations/03-lawe")
