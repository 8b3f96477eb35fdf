"""./scripts/course promote: an addition becomes a section of the common chapter, out of step."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from click.testing import CliRunner, Result

from manuals.commands import course_promote as command
from manuals.sync.pairs import initial, read_pair, write_ledger
from tests.academy import EN, VI, add_academy
from tests.conftest import LAW, LAW_VI, REPOSITORY, Project
from tests.real import files_below

STEM = "v1-foundations/03-law"
LEDGER = f"data/sync/{STEM}.sync"


@pytest.fixture
def copy(project: Callable[[], Project], monkeypatch: pytest.MonkeyPatch) -> Project:
    """Return a project that the command takes for its own, with a ledger."""
    copy = project()
    copy.write("mkdocs.yml", (REPOSITORY / "mkdocs.yml").read_bytes())
    manuals = copy.load()
    sync, _ = read_pair(manuals, manuals.pairs[STEM])
    write_ledger(manuals, sync, initial(sync))
    monkeypatch.setattr(command, "ROOT", copy.root)
    return copy


def run(*arguments: str) -> Result:
    """Run the command for the invented academy."""
    return CliRunner().invoke(
        command.promote_command, ["hoc-vien-a", *arguments], catch_exceptions=False
    )


def states(copy: Project) -> dict[str, str]:
    """Return the state of each section of the law chapter."""
    manuals = copy.load()
    return {item.id: item.state for item in read_pair(manuals, manuals.pairs[STEM])[0].sections}


def test_one_language(copy: Project) -> None:
    """The text stands at the end of the slot and waits for English; the ledger is as it was."""
    add_academy(copy, VI)
    before, ledger, english = states(copy), copy.read(LEDGER), copy.read(LAW)
    done = run("03-law")
    assert done.exit_code == 0, done.stderr
    text = copy.read(LAW_VI)
    assert text.index("sổ hộ tịch?") < text.index("### Sổ hộ tịch {#so-ho-tich}")
    assert text.index("#### Giấy tờ {#giay}") < text.index("{#practice}")
    assert "<!-- Học viện A; Tổ bộ môn; 2026-12-07 -->" in text
    new = {"so-ho-tich": "only-vi", "giay": "only-vi"}
    assert states(copy) == {**before, **new}
    assert (copy.read(LEDGER), copy.read(LAW)) == (ledger, english)
    assert not (copy.root / VI).exists()
    assert "#so-ho-tich: only-vi" in done.stdout
    assert '"meeting" was A and becomes B' in done.stdout
    mistakes = [line for line in copy.messages() if "warning:" not in line]
    assert mistakes
    assert all(any(id in line for id in (*new, "declaration")) for line in mistakes)


def test_both_languages(copy: Project) -> None:
    """With both the new section has one id and waits for a person who reads both."""
    add_academy(copy, VI, EN)
    copy.edit(EN, "section: age-rule\n", "")
    assert run("03-law").exit_code == 0
    assert states(copy)["birth-register"] == "unconfirmed"


def test_one_after_the_other(copy: Project) -> None:
    """Languages promoted one by one meet in one section too."""
    add_academy(copy, VI, EN)
    copy.edit(EN, "section: age-rule\n", "")
    assert run("03-law", "--lang", "vi").exit_code == 0
    assert states(copy)["birth-register"] == "only-vi"
    assert run("03-law", "--lang", "en").exit_code == 0
    assert states(copy)["birth-register"] == "unconfirmed"


def test_section(copy: Project) -> None:
    """An addition that names a section goes to its end, and says which numbers move."""
    add_academy(copy, EN)
    copy.edit(EN, "section: age-rule", "section: parts")
    done = run(STEM)
    text = copy.read(LAW)
    assert text.index("### The birth register {#birth-register}") < text.index("{#age-rule}")
    assert text.index("/// law | Article") < text.index("{#birth-register}")
    assert "paragraph 1.3.4 becomes 1.3.5" in done.stdout
    assert states(copy)["birth-register"] == "only-en"


def test_last_section(copy: Project) -> None:
    """At the end of the file the text stands before the footnotes."""
    add_academy(copy, EN)
    copy.edit(EN, "section: age-rule", "section: sources")
    assert run("03-law").exit_code == 0
    text = copy.read(LAW)
    assert text.index("- The Penal Code") < text.index("{#birth-register}") < text.index("[^code]:")
    assert text.endswith("Only the answer cites this.\n")


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ('title: "Sổ hộ tịch"\n', "", "has neither a title nor a heading"),
        ("date: 2026-12-07", "date: 07/12/2026", f"{VI}:3: "),
        ("///\n\n/// trainer", "\n/// trainer", f"{VI}:16: "),
    ],
)
def test_nothing_half_done(copy: Project, old: str, new: str, told: str) -> None:
    """What is wrong is named, and every file is as it was."""
    add_academy(copy, VI)
    copy.edit(VI, old, new)
    before = files_below(copy.root)
    done = run("03-law")
    assert done.exit_code == 1
    assert told in done.stderr
    assert files_below(copy.root) == before


def test_nothing_there(copy: Project) -> None:
    """A chapter to which the academy adds nothing, or no such chapter or academy."""
    add_academy(copy, VI)
    assert "adds nothing to this chapter" in run("02-signs").stderr
    assert "adds nothing to this chapter" in run("03-law", "--lang", "en").stderr
    assert "there is no page 03-lew" in run("03-lew").stderr
