"""./scripts/check --report: what a branch changes, in both languages, and a patch that applies."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner, Result

from manuals.commands import check as command
from manuals.commands import sync as sync_command
from manuals.sync.confirming import confirmed
from manuals.sync.pairs import read_sync, write_ledger
from tests.repository import git

if TYPE_CHECKING:
    from tests.conftest import Project

STEM = "v1-foundations/03-law"
LAW, LAW_VI = f"docs/{STEM}.en.md", f"docs/{STEM}.vi.md"
ENGLISH, VIETNAMESE = "Ask for the birth certificate.", "Hỏi giấy khai sinh."


@pytest.fixture
def copy(project: Callable[[], Project], monkeypatch: pytest.MonkeyPatch) -> Project:
    """Return a project on a branch that edits one section on both sides and one on one side."""
    copy = project()
    monkeypatch.setattr(command, "ROOT", copy.root)
    monkeypatch.setattr(sync_command, "ROOT", copy.root)
    manuals = copy.load()
    for page in read_sync(manuals)[0]:
        write_ledger(manuals, page, confirmed(page, [item.id for item in page.sections])[0])
    git(copy.root, "init", "-q", "-b", "main")
    git(copy.root, "add", ".")
    git(copy.root, "commit", "-qm", "Begin")
    git(copy.root, "checkout", "-q", "-b", "edit")
    copy.edit(LAW, ENGLISH, f"{ENGLISH} Ask again.")
    copy.edit(LAW_VI, VIETNAMESE, f"{VIETNAMESE} Hỏi lại.")
    copy.edit(LAW, "Stop when somebody asks to stop.", "Stop at once when somebody asks.")
    git(copy.root, "commit", "-qam", "Edit")
    return copy


def run(copy: Project, *options: str) -> tuple[Result, str]:
    """Run the command; return what it printed and the report."""
    words = ("--report", str(copy.root / "report.md"), *options)
    done = CliRunner().invoke(command.check, words, catch_exceptions=False)
    return done, copy.read("report.md")


def rows(report: str, id: str) -> list[list[str]]:
    """Return the table rows that tell of a section, one a language."""
    found = [line for line in report.splitlines() if f"`#{id}` |" in line]
    return [[cell.strip() for cell in line.strip("| ").split(" | ")] for line in found]


def test_every_touched_section_in_both_languages(copy: Project) -> None:
    """Where it was edited, its state, what to do next; an untouched section is not there."""
    done, report = run(copy)
    assert done.exit_code == 0
    vietnamese, english = rows(report, "closer")
    assert english[:3] == ["A closer look `#closer`", "both", "both changed, not confirmed"]
    assert "./scripts/sync confirm 03-law#closer" in english[3]
    assert vietnamese[:3] == [
        "Nhìn kỹ hơn `#closer`",
        "cả hai bản",
        "cả hai bản đã sửa, chưa xác nhận",
    ]
    vietnamese, english = rows(report, "practice")
    assert english[1:3] == ["English", "the Vietnamese text is behind"]
    assert "confirm --cosmetic 03-law#practice" in vietnamese[3]
    assert rows(report, "age-rule") == []


def test_the_patch_confirms_what_changed_on_both_sides(copy: Project) -> None:
    """`git apply` takes it; the section is in step then, the one-sided edit is not."""
    run(copy)
    git(copy.root, "apply", "report.patch")
    page = next(item for item in read_sync(copy.load())[0] if item.pair.stem == STEM)
    states = {item.id: item.state for item in page.sections}
    assert (states["closer"], states["practice"]) == ("in-sync", "vi-behind")
    assert git(copy.root, "status", "--short", "--", "data", "docs").split() == [
        "M",
        f"data/sync/{STEM}.sync",
    ]


def test_a_page_without_a_ledger_gets_a_whole_one(copy: Project) -> None:
    """The patch of a new chapter makes the file."""
    git(copy.root, "rm", "-q", f"data/sync/{STEM}.sync")
    git(copy.root, "commit", "-qm", "Take the ledger out")
    run(copy)
    git(copy.root, "apply", "report.patch")
    assert "#closer  en:" in copy.read(f"data/sync/{STEM}.sync")


def test_what_cannot_be_confirmed_is_not_in_the_patch(copy: Project) -> None:
    """Other numbers of paragraphs: the report says so, the patch is empty."""
    copy.edit(LAW, f"{ENGLISH} Ask again.", f"{ENGLISH}\n\nAsk again.")
    report = run(copy)[1]
    assert "has other numbers of paragraphs (en 2, vi 1)" in rows(report, "closer")[1][3]
    assert copy.read("report.patch") == ""


def test_messages_stand_under_their_kind(copy: Project) -> None:
    """An error is counted and told once, with its place; the exit code is that of the check."""
    copy.both("[§](#meeting)", "[§](#meetin)")
    done, report = run(copy)
    assert done.exit_code == 1
    assert "- ❌ Links and references: 2 to mend, 0 warnings" in report
    assert "- ❌ Liên kết và dẫn chiếu: 2 lỗi phải sửa, 0 cảnh báo" in report
    place = f"`{LAW}:{copy.line(LAW, '#meetin)')}`"
    heading = report.index("### Liên kết và dẫn chiếu · Links and references")
    assert report.count(place) == 1
    assert report.index(place) > heading


def test_a_section_that_was_taken_out(copy: Project) -> None:
    """It is named, so that nobody loses one by accident."""
    for name, title in ((LAW, "A closer look"), (LAW_VI, "Nhìn kỹ hơn")):
        copy.write(name, copy.read(name).replace(f"### {title} {{#closer}}\n", ""))
    assert [row[1] for row in rows(run(copy)[1], "closer")] == ["đã bỏ", "taken out"]


def test_an_authors_words_stay_words(copy: Project) -> None:
    """A heading cannot call people, open a tag or a column in the comment that is posted."""
    copy.edit(LAW, "### A closer look", "### @all <b>look</b> | closer")
    report = run(copy)[1]
    assert "@all" not in report
    assert "<b>" not in report
    assert "look&lt;/b>" in report or "&lt;b>look" in report


def test_without_history(copy: Project) -> None:
    """A zip or a shallow clone: the report says that it cannot name pages, and still checks."""
    done, report = run(copy, "--against", "nowhere")
    assert "no git history, or no branch nowhere" in report
    assert done.exit_code == 0
    assert copy.read("report.patch") == ""


def test_a_set_that_cannot_be_read(copy: Project) -> None:
    """Broken YAML in data/ is in the report; nothing else can be said."""
    copy.write("data/volumes.yml", "volumes: [\n")
    done, report = run(copy)
    assert done.exit_code == 1
    assert "`data/volumes.yml:" in report
