"""./scripts/check: all that is wrong, one line each, and what a program can mend."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner, Result

from manuals.commands import check as command

if TYPE_CHECKING:
    from tests.conftest import Project

LAW = "docs/v1-foundations/03-law.en.md"
LAW_VI = "docs/v1-foundations/03-law.vi.md"


@pytest.fixture
def copy(project: Callable[[], Project], monkeypatch: pytest.MonkeyPatch) -> Project:
    """Return a project that the command takes for its own."""
    copy = project()
    monkeypatch.setattr(command, "ROOT", copy.root)
    return copy


def run(*options: str) -> Result:
    """Run the command."""
    return CliRunner().invoke(command.check, options, catch_exceptions=False)


def test_all_is_right(copy: Project) -> None:
    """Nothing wrong: it says so, and the exit code is 0."""
    done = run()
    assert (done.exit_code, done.stdout, done.stderr) == (0, "", "All is right.\n")


def test_problems(copy: Project) -> None:
    """Each problem is a line with path and line number, from all files at once."""
    copy.edit(LAW, "{{ law.penal_code }} says", "{{ law.penal_cod }} says")
    copy.edit(LAW_VI, "/// warning", "/// warnin")
    copy.edit("docs/index.en.md", "02-signs.en.md", "02-sign.en.md")
    done = run()
    assert done.exit_code == 1
    lines = done.stdout.splitlines()
    expected = [(LAW, "law.penal_cod"), (LAW_VI, "warnin"), ("docs/index.en.md", "02-sign.")]
    for name, wrong in expected:
        place = f"{name}:{copy.line(name, wrong)}: "
        assert any(line.startswith(place) and wrong in line for line in lines), lines
    errors = [line for line in lines if ": warning: " not in line]
    assert done.stderr == f"\n{len(errors)} to mend.\n"


def test_what_only_conversion_shows(copy: Project) -> None:
    """What shows only when Markdown makes the page is found too, each problem once."""
    copy.edit(LAW, "Ask for the birth certificate.", "Ask for it.\n***\nAsk again.")
    assert copy.messages() == []
    done = run()
    assert done.exit_code == 1
    assert done.stdout.startswith(f"{LAW}:{copy.line(LAW, '{#closer}')}: this section has 1 ")
    assert len(done.stdout.splitlines()) == 1


def test_data_that_cannot_be_read(copy: Project) -> None:
    """A mistake in data/ is a message with its line, not a traceback."""
    copy.edit("data/volumes.yml", "volumes:", "volumes: [")
    done = run()
    assert done.exit_code == 1
    assert done.stdout.startswith("data/volumes.yml:")
    assert "not valid YAML" in done.stdout


def test_no_country(copy: Project) -> None:
    """A mkdocs.yml without country is a message too."""
    copy.write("mkdocs.yml", "extra:\n")
    done = run()
    assert done.exit_code == 1
    assert done.stdout.startswith("mkdocs.yml: no country is named")


def test_missing_half(copy: Project) -> None:
    """A missing half is a warning, which --strict counts as an error."""
    (copy.root / "docs/v1-foundations/02-signs.vi.md").unlink()
    done = run()
    assert done.exit_code == 0
    assert done.stdout.startswith("docs/v1-foundations/02-signs.en.md: warning: ")
    assert done.stderr == "Nothing to mend; see the warnings.\n"
    strict = run("--strict")
    assert (strict.exit_code, strict.stdout) == (1, done.stdout)


def test_fix_text(copy: Project) -> None:
    """--fix-text mends what it says it mends, then checks."""
    text = copy.read(LAW_VI)
    raw = b"\xef\xbb\xbf" + unicodedata.normalize("NFD", text).replace("\n", "\r\n").encode()
    copy.write(LAW_VI, raw)
    assert run().exit_code == 1
    assert copy.root.joinpath(LAW_VI).read_bytes() == raw
    done = run("--fix-text")
    assert done.exit_code == 0
    assert done.stderr == f"{LAW_VI}: mended\nAll is right.\n"
    assert copy.root.joinpath(LAW_VI).read_bytes() == text.encode()


def test_fix_ids(copy: Project) -> None:
    """--fix-ids writes a missing id into both halves, then checks."""
    for name in (LAW, LAW_VI):
        copy.edit(name, " {#closer}", "")
    assert run().exit_code == 1
    done = run("--fix-ids")
    assert done.exit_code == 0
    assert done.stderr == f"{LAW}: ids written\n{LAW_VI}: ids written\nAll is right.\n"
    assert "### A closer look {#closer-look}" in copy.read(LAW)
    assert "### Nhìn kỹ hơn {#closer-look}" in copy.read(LAW_VI)


def test_nothing_to_fix(copy: Project) -> None:
    """The repairs leave a right project as it is."""
    before = {path: path.stat().st_mtime_ns for path in copy.root.rglob("*.md")}
    assert run("--fix-ids", "--fix-text").exit_code == 0
    assert {path: path.stat().st_mtime_ns for path in copy.root.rglob("*.md")} == before


def test_help() -> None:
    """--help names every option."""
    done = run("--help")
    for option in ("--fix-ids", "--fix-text", "--strict"):
        assert option in done.stdout


def test_a_damaged_ledger(copy: Project) -> None:
    """What is wrong with a ledger is named by the check too, with its line."""
    name = "data/sync/v1-foundations/03-law.sync"
    copy.write(name, "#parts  unconfirmed\n\n<<<<<<< main\n")
    done = run()
    assert done.exit_code == 1
    assert f"{name}:3: two branches changed the same entry" in done.stdout
