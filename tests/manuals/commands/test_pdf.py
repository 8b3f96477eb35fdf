"""./scripts/pdf: one chapter as a PDF, or a message that says what is wrong."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pypdfium2
import pytest
from click.testing import CliRunner, Result

from manuals.commands import pdf as command
from tests.repository import git

if TYPE_CHECKING:
    from tests.conftest import Project

LAW = "docs/v1-foundations/03-law.en.md"


@pytest.fixture
def copy(project: Callable[[], Project], monkeypatch: pytest.MonkeyPatch) -> Project:
    """Return a project that the command takes for its own."""
    copy = project()
    monkeypatch.setattr(command, "ROOT", copy.root)
    monkeypatch.setattr(command, "FOLDER", copy.root / "preview")
    return copy


def run(*arguments: str) -> Result:
    """Run the command."""
    return CliRunner().invoke(command.pdf, arguments, catch_exceptions=False)


def text(path: Path) -> str:
    """Return the text of a PDF."""
    return "\n".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(path))


@pytest.mark.parametrize(
    ("arguments", "name", "title"),
    [
        (["v1-foundations/03"], "v1-foundations-03-law.vi.pdf", "Pháp luật"),
        (["v1-foundations/03", "--lang", "en"], "v1-foundations-03-law.en.pdf", "The law"),
        (["v1-foundations/03-law", "--lang", "en"], "v1-foundations-03-law.en.pdf", "The law"),
    ],
)
def test_one_chapter(copy: Project, arguments: list[str], name: str, title: str) -> None:
    """The chapter is found by number or full name; Vietnamese is the default language."""
    done = run(*arguments)
    assert done.exit_code == 0, done.output
    path = copy.root / "preview" / name
    assert done.stdout.startswith(str(path))
    assert title in text(path)
    assert "1.3.1" in text(path)


@pytest.mark.parametrize(("options", "holds"), [([], True), (["--edition", "participant"], False)])
def test_edition(copy: Project, options: list[str], holds: bool) -> None:
    """Authors see the trainer text unless they ask for what participants get."""
    assert run("v1-foundations/03", "--lang", "en", *options).exit_code == 0
    found = text(copy.root / "preview" / "v1-foundations-03-law.en.pdf")
    assert ("Twenty minutes" in found) is holds


def test_not_in_dist() -> None:
    """A preview holds trainer text by default, so that it is never put where outputs lie."""
    from manuals.commands.pdf import FOLDER, ROOT

    assert not FOLDER.is_relative_to(ROOT / "dist")


@pytest.mark.parametrize("chapter", ["v1-foundations/09", "v1-foundations/0", "03", "law", ""])
def test_unknown_chapter(copy: Project, chapter: str) -> None:
    """An unknown chapter is named with those that there are; nothing is set."""
    done = run(chapter)
    assert done.exit_code == 1
    assert f"there is no chapter {chapter}" in done.stderr
    assert "write one of v1-foundations/02-signs, v1-foundations/03-law" in done.stderr
    assert not (copy.root / "preview").exists()


@pytest.mark.parametrize(
    "options", [["--lang", "fr"], ["--edition", "trainers"], ["--langs", "vi"]]
)
def test_wrong_option(copy: Project, options: list[str]) -> None:
    """A wrong option is named, with the choices."""
    done = run("v1-foundations/03", *options)
    assert done.exit_code == 2
    assert options[0] in done.stderr or options[1] in done.stderr
    assert not (copy.root / "preview").exists()


def test_bad_chapter_leaves_the_old_pdf(copy: Project) -> None:
    """A mistake is a message with its line; the PDF of before stays."""
    assert run("v1-foundations/03", "--lang", "en").exit_code == 0
    path = copy.root / "preview" / "v1-foundations-03-law.en.pdf"
    before = path.read_bytes()
    copy.edit(LAW, "/// warning", "/// warnin")
    done = run("v1-foundations/03", "--lang", "en")
    assert done.exit_code == 1
    assert f"{LAW}:{copy.line(LAW, '/// warnin')}: " in done.stderr
    assert path.read_bytes() == before


def test_letter_that_our_fonts_lack(copy: Project) -> None:
    """What print alone finds is a message too."""
    copy.edit(LAW, "Each part is proved", "Each 中 part is proved")
    done = run("v1-foundations/03", "--lang", "en")
    assert done.exit_code == 1
    assert '"中"' in done.stderr


def test_half_that_is_not_written(copy: Project) -> None:
    """Where the half is not written the other one is set, under the notice."""
    (copy.root / "docs/v1-foundations/02-signs.vi.md").unlink()
    assert run("v1-foundations/02").exit_code == 0
    found = text(copy.root / "preview" / "v1-foundations-02-signs.vi.pdf")
    assert "Chưa có bản tiếng Việt" in found
    assert "One sign alone proves nothing" in found


@pytest.mark.slow
def test_watch_sets_again(copy: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    """--watch sets the chapter again when a file has changed, goes on after a mistake, and ends."""
    edits = iter(
        [
            lambda: None,
            lambda: copy.edit(LAW, "Each part is proved", "Each part is shown"),
            lambda: copy.edit(LAW, "/// warning", "/// warnin"),
            lambda: copy.edit(LAW, "/// warnin", "/// warning"),
        ]
    )

    def wait(seconds: float) -> None:
        edit = next(edits, None)
        if edit is None:
            raise KeyboardInterrupt
        edit()

    monkeypatch.setattr(command.time, "sleep", wait)
    done = run("v1-foundations/03", "--lang", "en", "--watch")
    assert done.exit_code == 0
    assert done.stdout.count("v1-foundations-03-law.en.pdf") == 3
    assert done.stderr.count('unknown box "warnin"') == 1
    assert "Each part is shown" in text(copy.root / "preview" / "v1-foundations-03-law.en.pdf")


@pytest.mark.slow
def test_a_whole_volume(copy: Project) -> None:
    """A volume's name sets all of it, as a build does; links lead from chapter to chapter."""
    done = run("v1-foundations", "--lang", "en")
    assert done.exit_code == 0, done.output
    path = copy.root / "preview" / "v1-foundations.en.pdf"
    assert done.stdout.startswith(str(path))
    found = text(path)
    assert re.search(r"Chapter 1\.3 The law[^\n]*?\.+\s*\d+\r?\n", found)
    assert "1.2.1" in found
    assert "1.3.1" in found


def test_help() -> None:
    """--help names every option."""
    done = run("--help")
    for option in ("CHAPTER", "--lang", "--edition", "--watch"):
        assert option in done.stdout


def test_the_chapters_that_a_branch_edits(copy: Project) -> None:
    """Each edited chapter, in each of its languages, and no other; without history it says so."""
    assert "no git history" in run("--changed").stderr
    for words in (("init", "-q", "-b", "main"), ("add", "."), ("commit", "-qm", "Begin")):
        git(copy.root, *words)
    assert run("--changed").stdout == "This branch edits no chapter.\n"
    copy.edit(LAW, "Ask for the birth certificate.", "Ask for the register.")
    assert run("--changed", "--edition", "participant").exit_code == 0
    made = {path.name: path for path in (copy.root / "preview").iterdir()}
    assert set(made) == {f"v1-foundations-03-law.{locale}.pdf" for locale in ("en", "vi")}
    found = text(made["v1-foundations-03-law.en.pdf"])
    assert "Ask for the register." in found
    assert "Twenty minutes" not in found


@pytest.mark.parametrize("words", [[], ["v1-foundations/03", "--changed"]])
def test_a_chapter_or_the_changed_ones(copy: Project, words: list[str]) -> None:
    """Neither or both: it says what to write."""
    done = run(*words)
    assert done.exit_code == 2
    assert "Name a chapter, or say --changed." in done.stderr
