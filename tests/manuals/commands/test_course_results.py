"""./scripts/course results: tables to type into, pages out of them, or messages and nothing."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner, Result

from manuals.commands import course_results as command
from manuals.commands.course import course

if TYPE_CHECKING:
    from tests.conftest import Project


@pytest.fixture
def folder(project: Callable[[], Project], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Return a folder to work in, beside a project with a course that the command reads."""
    copy = project()
    copy.add_course()
    copy.write("mkdocs.yml", "extra:\n  country: viet-nam\n")
    monkeypatch.setattr(command, "ROOT", copy.root)
    found = tmp_path / "class"
    found.mkdir()
    return found


def run(*words: object) -> Result:
    """Run the command as a person types it."""
    return CliRunner().invoke(course, ["results", *map(str, words)], catch_exceptions=False)


def fill(path: Path, row: str) -> None:
    """Type a row below the heads of a written table."""
    path.write_bytes(path.read_bytes() + row.encode())


def test_from_the_empty_tables_to_the_page(folder: Path) -> None:
    """The tables hold the items of the course's chapters; the pages stand beside the second."""
    assert run("--template", "c1", "--out", folder).exit_code == 0
    head = (folder / "c1.pre.csv").read_text(encoding="utf-8-sig").split("\n")[0]
    ids = {each.partition("=")[0] for each in head.strip().split(";")}
    assert ids == {"code", "q-parts", "q-signs"}
    before, after = (folder / f"c1.{form}.csv" for form in ("pre", "post"))
    for path in (before, after):
        heads = path.read_text(encoding="utf-8-sig").split("\n")[0].strip().split(";")
        fill(path, ";".join(["P1", *("f" if head == "q-signs" else "" for head in heads[1:])]))
    found = run(before, after)
    assert found.exit_code == 0, found.output
    assert (folder / "results.vi.html").is_file()
    assert (folder / "results.en.html").is_file()


def test_typed_tables_are_not_written_over(folder: Path) -> None:
    """Answers of a class would be lost."""
    run("--template", "c1", "--out", folder)
    path = folder / "c1.pre.csv"
    fill(path, "P1;a;f")
    typed = path.read_bytes()
    found = run("--template", "c1", "--out", folder)
    assert found.exit_code == 1
    assert "c1.pre.csv: the table is there: " in found.output
    assert path.read_bytes() == typed


def test_all_of_both_tables_is_told_and_nothing_written(folder: Path) -> None:
    """One run names what is wrong in the first table and in the second."""
    before, after = folder / "pre.csv", folder / "post.csv"
    before.write_text("code;q-signs;q-parts\nP1;maybe;a\n", encoding="utf-8")
    after.write_text("code;q-signs;q-prats\nP1;true;a\n", encoding="utf-8")
    found = run(before, after)
    assert found.exit_code == 1
    assert f'{before}:2: "maybe" is no answer to "q-signs": ' in found.output
    assert (
        f'{after}:1: unknown item "q-prats" in column 3 (did you mean "q-parts"?): ' in found.output
    )
    assert not list(folder.glob("*.html"))


def test_what_was_meant_is_asked(folder: Path) -> None:
    """One table alone, or a course that there is not."""
    assert run(folder / "pre.csv").exit_code == 2
    assert 'there is no course "c7"' in run("--template", "c7", "--out", folder).output
