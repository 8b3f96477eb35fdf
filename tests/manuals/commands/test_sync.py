"""./scripts/sync in a project with git, and in one without."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner, Result

from manuals.commands import sync as command
from tests.repository import git

if TYPE_CHECKING:
    from tests.conftest import Project

STEM = "v1-foundations/03-law"
LAW, LAW_VI = f"docs/{STEM}.en.md", f"docs/{STEM}.vi.md"
LEDGER = f"data/sync/{STEM}.sync"
ENGLISH = "Ask for the birth certificate."
VIETNAMESE = "Hỏi giấy khai sinh."


@pytest.fixture
def copy(project: Callable[[], Project], monkeypatch: pytest.MonkeyPatch) -> Project:
    """Return a project that the command takes for its own, every section confirmed."""
    copy = project()
    monkeypatch.setattr(command, "ROOT", copy.root)
    assert run("init").exit_code == 0
    for stem in copy.load().pairs:
        assert run("confirm", stem).exit_code == 0
    return copy


def run(*words: str) -> Result:
    """Run the command."""
    return CliRunner().invoke(command.sync, words, catch_exceptions=False)


def commit(copy: Project, message: str) -> None:
    """Commit everything."""
    git(copy.root, "add", ".")
    git(copy.root, "commit", "-qm", message)


def state(id: str, stem: str = STEM) -> str:
    """Return a section's state, as a program reads it."""
    pages = json.loads(run("status", "--json").stdout)
    sections = next(page["sections"] for page in pages if page["page"] == stem)
    return str(next(item["state"] for item in sections if item["id"] == id))


def test_status_names_what_waits(copy: Project) -> None:
    """In step: one line. After an edit: the page, the section and who is behind."""
    assert run("status").stdout.splitlines()[0].startswith("All: ")
    copy.edit(LAW, ENGLISH, f"{ENGLISH} Ask twice.")
    lines = run("status").stdout.splitlines()
    assert lines[0].startswith(f"{STEM}: ")
    assert "  #closer: vi-behind" in lines
    assert state("closer") == "vi-behind"


def test_the_state_is_the_same_without_history(copy: Project) -> None:
    """A commit or a branch changes no state: it is a function of three texts."""
    copy.edit(LAW_VI, VIETNAMESE, f"{VIETNAMESE} Hỏi hai lần.")
    before = run("status", "--json").stdout
    git(copy.root, "init", "-q", "-b", "main")
    commit(copy, "Begin")
    assert run("status", "--json").stdout == before
    assert state("closer") == "en-behind"


def test_diff_shows_what_changed_since_it_was_confirmed(copy: Project) -> None:
    """Word by word on the side that is ahead, beside the other side's text."""
    git(copy.root, "init", "-q", "-b", "main")
    commit(copy, "Begin")
    copy.edit(LAW, "birth certificate", "birth register")
    commit(copy, "Edit")
    told = run("diff", "03-law#closer").stdout
    assert "[-certificate-]{+register+}" in told
    assert VIETNAMESE in told
    assert "vi-behind" in told


def test_diff_without_history_shows_the_whole_section(copy: Project) -> None:
    """In a folder that came as a zip there is nothing to compare with; the text is shown."""
    copy.edit(LAW, "birth certificate", "birth register")
    told = run("diff", "03-law#closer").stdout
    assert "Ask for the birth register." in told
    assert "{+" not in told


def test_confirm_takes_what_the_branch_changed_on_both_sides(copy: Project) -> None:
    """A section edited on one side only stays behind; nobody's word is written for it."""
    git(copy.root, "init", "-q", "-b", "main")
    commit(copy, "Begin")
    git(copy.root, "checkout", "-q", "-b", "edit")
    copy.edit(LAW, ENGLISH, f"{ENGLISH} Ask twice.")
    copy.edit(LAW_VI, VIETNAMESE, f"{VIETNAMESE} Hỏi hai lần.")
    copy.edit(LAW, "Stop when somebody asks to stop.", "Stop at once when somebody asks.")
    commit(copy, "Edit")
    assert run("confirm").stdout == f"{STEM}: #closer\n"
    assert (state("closer"), state("practice")) == ("in-sync", "vi-behind")
    assert "changed no section" in run("confirm").stdout


def test_cosmetic_stays_listed(copy: Project) -> None:
    """A confirmation of a one-sided edit is always shown."""
    copy.edit(LAW, "birth certificate", "birth-certificate")
    assert run("confirm", "--cosmetic", "03-law#closer").exit_code == 0
    assert state("closer") == "in-sync"
    assert "#closer: confirmed as cosmetic" in run("status").stdout


def test_a_refusal_confirms_nothing(copy: Project) -> None:
    """One section of several cannot be confirmed: none is, and each reason has its line."""
    copy.edit(LAW, ENGLISH, f"{ENGLISH}\n\nAsk twice.")
    copy.edit(LAW, "Stop when somebody asks to stop.", "Stop at once when somebody asks.")
    before = copy.read(LEDGER)
    done = run("confirm", "03-law#practice", "03-law#closer")
    assert done.exit_code == 1
    assert "Nothing was confirmed." in done.stderr
    assert (
        f"{LAW}:{copy.line(LAW, '{#closer}')}: #closer has other numbers of paragraphs"
        in done.stderr
    )
    assert copy.read(LEDGER) == before


def test_one_sided_with_a_reason(copy: Project) -> None:
    """A section for one language alone waits for nobody and says why."""
    heading = "## Practice {#practice}"
    copy.edit(LAW, heading, f"## For interpreters {{#interpreters}}\n\nSpeak up.\n\n{heading}")
    assert state("interpreters") == "only-en"
    assert run("one-sided", "03-law#interpreters", "--only", "vi", "--reason", "x").exit_code == 1
    reason = ("--reason", "Only English readers need it")
    assert run("one-sided", "03-law#interpreters", "--only", "en", *reason).exit_code == 0
    assert "#interpreters: only-en on purpose: Only English readers need it" in run("status").stdout


def test_a_renamed_id_keeps_its_line(copy: Project) -> None:
    """Both halves give a section a new id: it stays in step, and confirming writes the new line."""
    copy.both("{#closer}", "{#documents}")
    assert state("documents") == "in-sync"
    assert run("confirm", "03-law#practice").exit_code == 0
    assert "#documents  en:" in copy.read(LEDGER)
    assert "#closer" not in copy.read(LEDGER)


def test_two_sections_merged_into_one(copy: Project) -> None:
    """The section that took up another one's text is out of step; the other is gone."""
    copy.edit(LAW, "### A closer look {#closer}\n\n", "")
    copy.edit(LAW_VI, "### Nhìn kỹ hơn {#closer}\n\n", "")
    assert state("age-rule") == "both-changed"
    assert run("confirm", "03-law#age-rule").exit_code == 0
    assert "#closer" not in copy.read(LEDGER)


def test_a_damaged_ledger_stops_everything(copy: Project) -> None:
    """A line that cannot be read is named; nothing is confirmed and nothing lost."""
    copy.edit(LEDGER, "#closer  en:", "#closer  en;")
    before = copy.read(LEDGER)
    done = run("confirm", "03-law")
    assert done.exit_code == 1
    assert (
        f"{LEDGER}:{copy.line(LEDGER, '#closer')}: this line is no entry of a ledger" in done.stderr
    )
    assert copy.read(LEDGER) == before


def test_conflict_marks_in_a_ledger(copy: Project) -> None:
    """A merge that was not finished is named where it stands."""
    line = next(item for item in copy.read(LEDGER).splitlines() if item.startswith("#closer"))
    copy.edit(LEDGER, line, f"<<<<<<< main\n{line}\n=======\n{line}\n>>>>>>> edit")
    done = run("status")
    assert done.exit_code == 1
    assert f"{LEDGER}:{copy.line(LEDGER, '<<<<<<<')}: two branches changed" in done.stderr


def test_a_page_renamed_on_one_side(copy: Project) -> None:
    """Each half is then a page of its own; the ledger is kept and its orphan named."""
    text = copy.read(LAW)
    (copy.root / LAW).unlink()
    copy.write(LAW.replace("03-law", "04-law"), text.replace("id: law", "id: law-new"))
    ledger = copy.read(LEDGER)
    assert state("closer") == "only-vi"
    assert state("closer", "v1-foundations/04-law") == "only-en"
    assert copy.read(LEDGER) == ledger


def test_a_page_that_is_gone(copy: Project) -> None:
    """Its ledger is named; a person decides."""
    for name in (LAW, LAW_VI):
        (copy.root / name).unlink()
    done = run("status")
    assert done.exit_code == 0
    assert f"{LEDGER}: warning: there is no page {STEM}" in done.stderr
    assert (copy.root / LEDGER).exists()


def test_an_unknown_section(copy: Project) -> None:
    """The nearest one is named."""
    done = run("confirm", "03-law#close")
    assert done.exit_code == 1
    assert 'did you mean "closer"?' in done.stderr


def test_ids_are_written_into_both_halves(copy: Project) -> None:
    """A heading without an id gets the same one on both sides."""
    copy.both("{#closer}", "")
    assert run("ids").exit_code == 0
    assert "### A closer look {#closer-look}" in copy.read(LAW)
    assert "{#closer-look}" in copy.read(LAW_VI)
