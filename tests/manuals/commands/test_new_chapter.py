"""./scripts/new-chapter: a pair that passes the checks, never over what is there."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner, Result

from manuals.commands import new_chapter as command

if TYPE_CHECKING:
    from tests.conftest import Project

VOLUME = "docs/v1-foundations"


@pytest.fixture
def copy(project: Callable[[], Project], monkeypatch: pytest.MonkeyPatch) -> Project:
    """Return a project that the command takes for its own."""
    copy = project()
    monkeypatch.setattr(command, "ROOT", copy.root)
    return copy


def run(*arguments: str) -> Result:
    """Run the command."""
    return CliRunner().invoke(command.new_chapter, arguments, catch_exceptions=False)


def files(copy: Project) -> dict[str, bytes]:
    """Return all files below docs/."""
    docs = copy.root / "docs"
    return {
        path.relative_to(docs).as_posix(): path.read_bytes()
        for path in docs.rglob("*")
        if path.is_file()
    }


def test_pair(copy: Project) -> None:
    """Both halves are written after the last chapter, named after the English title."""
    done = run("v1-foundations", "The first talk", "Buổi nói chuyện đầu tiên")
    assert done.exit_code == 0
    assert done.stdout.splitlines() == [
        f"{VOLUME}/04-first-talk.en.md",
        f"{VOLUME}/04-first-talk.vi.md",
    ]
    assert 'title: "The first talk"' in copy.read(f"{VOLUME}/04-first-talk.en.md")
    assert 'title: "Buổi nói chuyện đầu tiên"' in copy.read(f"{VOLUME}/04-first-talk.vi.md")
    assert copy.messages() == []


def test_what_is_there_stays(copy: Project) -> None:
    """No file of before is changed."""
    before = files(copy)
    assert run("v1-foundations", "Signs", "Dấu hiệu").exit_code == 0
    after = files(copy)
    assert {name: after[name] for name in before} == before
    assert sorted(after.keys() - before.keys()) == [
        "v1-foundations/04-signs.en.md",
        "v1-foundations/04-signs.vi.md",
    ]
    assert copy.messages() == []


def test_next_number_after_a_gap(copy: Project) -> None:
    """The number follows the last chapter's, also where numbers are left free."""
    for locale in ("en", "vi"):
        path = copy.root / VOLUME / f"03-law.{locale}.md"
        path.rename(path.with_name(f"07-law.{locale}.md"))
    assert "08-talk.en.md" in run("v1-foundations", "Talk", "Nói chuyện").stdout


def test_title_stored_apart(copy: Project) -> None:
    """A title that the terminal hands over in NFD is written in NFC."""
    title = "Buổi nói chuyện"
    run("v1-foundations", "Talk", unicodedata.normalize("NFD", title))
    assert f'title: "{title}"' in copy.read(f"{VOLUME}/04-talk.vi.md")
    assert copy.messages() == []


def test_law_of_the_volume(copy: Project) -> None:
    """The chapter starts with the date to which the volume's law was checked."""
    copy.edit("data/volumes.yml", "law_as_of: 2026-07-01", "law_as_of: 2027-01-31")
    run("v1-foundations", "Talk", "Nói chuyện")
    assert "law_as_of: 2027-01-31" in copy.read(f"{VOLUME}/04-talk.en.md")


@pytest.mark.parametrize("volume", ["v1-foundation", "v9", "../docs", "v1-foundations/"])
def test_unknown_volume(copy: Project, volume: str) -> None:
    """An unknown volume is named with those that there are; nothing is written."""
    before = files(copy)
    done = run(volume, "Talk", "Nói chuyện")
    assert done.exit_code == 1
    assert f'there is no volume "{volume}"' in done.stderr
    assert done.stderr.endswith("choose one of v1-foundations\n")
    assert files(copy) == before


def test_missing_title(copy: Project) -> None:
    """Both titles are asked for: a chapter is a pair of equals."""
    before = files(copy)
    done = run("v1-foundations", "Talk")
    assert done.exit_code == 2
    assert "Missing argument 'VIETNAMESE'" in done.stderr
    assert files(copy) == before


def test_data_that_cannot_be_read(copy: Project) -> None:
    """A mistake in data/ is a message, and nothing is written."""
    copy.edit("data/volumes.yml", "volumes:", "volumes: [")
    before = files(copy)
    done = run("v1-foundations", "Talk", "Nói chuyện")
    assert done.exit_code == 1
    assert done.stderr.startswith("data/volumes.yml:")
    assert files(copy) == before


def test_help() -> None:
    """--help explains the three arguments."""
    assert "VOLUME ENGLISH VIETNAMESE" in run("--help").stdout
