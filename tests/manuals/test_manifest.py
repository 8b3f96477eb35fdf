"""The manifest: what was made, from what, and whether it is still so."""

from __future__ import annotations

import hashlib
import json
import subprocess
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from manuals.manifest import (
    checksums,
    commit,
    commit_of,
    file_entries,
    is_whole,
    manifest,
    sources_hash,
)
from manuals.volumes import load_shelf
from tests.repository import git

if TYPE_CHECKING:
    from tests.conftest import Project


@pytest.fixture
def dist(project: Callable[[], Project]) -> tuple[Project, Path]:
    """Return a project with a small built folder and its manifest."""
    copy = project()
    folder = copy.write("dist/site/index.html", "<p>Hà").parents[1]
    copy.write("dist/pdf/a.pdf", b"%PDF")
    entries = file_entries(folder)
    shelf = load_shelf(copy.root)
    text = manifest(copy.root, shelf, "participant", entries, complete=True)
    (folder / "manifest.json").write_text(text, encoding="utf-8")
    (folder / "SHA256SUMS").write_text(checksums(entries), encoding="utf-8")
    return copy, folder


def test_whole(dist: tuple[Project, Path]) -> None:
    """A folder that nobody touched is whole for its sources."""
    copy, folder = dist
    assert is_whole(folder, sources_hash(copy.root))


@pytest.mark.parametrize("name", ["site/index.html", "pdf/a.pdf"])
def test_one_changed_byte(dist: tuple[Project, Path], name: str) -> None:
    """One changed byte, the size kept, is found."""
    copy, folder = dist
    data = (folder / name).read_bytes()
    (folder / name).write_bytes(b"?" + data[1:])
    assert not is_whole(folder, sources_hash(copy.root))


def test_missing_file(dist: tuple[Project, Path]) -> None:
    """A file that is gone is found."""
    copy, folder = dist
    (folder / "pdf" / "a.pdf").unlink()
    assert not is_whole(folder, sources_hash(copy.root))


@pytest.mark.parametrize("text", ["", "{", "{}"])
def test_broken_manifest(dist: tuple[Project, Path], text: str) -> None:
    """A manifest that was cut off or emptied means that the folder is not whole."""
    copy, folder = dist
    (folder / "manifest.json").write_text(text, encoding="utf-8")
    assert not is_whole(folder, sources_hash(copy.root))


def test_changed_sources(dist: tuple[Project, Path]) -> None:
    """A changed chapter makes the folder old."""
    copy, folder = dist
    copy.edit("docs/glossary.en.md", "Glossary", "glossary")
    assert not is_whole(folder, sources_hash(copy.root))


def test_renamed_source(dist: tuple[Project, Path]) -> None:
    """A renamed file with the same bytes changes the hash of the sources."""
    copy, _ = dist
    before = sources_hash(copy.root)
    picture = copy.write("docs/v1-foundations/one.svg", "<svg/>")
    added = sources_hash(copy.root)
    picture.rename(picture.with_name("two.svg"))
    assert len({before, added, sources_hash(copy.root)}) == 3


def test_limited_build_is_not_whole(dist: tuple[Project, Path]) -> None:
    """After a limited build the next full one does not stop at "nothing has changed"."""
    copy, folder = dist
    shelf = load_shelf(copy.root)
    text = manifest(copy.root, shelf, "participant", file_entries(folder), complete=False)
    (folder / "manifest.json").write_text(text, encoding="utf-8")
    assert not is_whole(folder, sources_hash(copy.root))


def test_compiled_python_is_no_source(dist: tuple[Project, Path]) -> None:
    """What Python writes while it runs does not make outputs old."""
    copy, _ = dist
    before = sources_hash(copy.root)
    copy.write("hooks/manuals/__pycache__/a.pyc", b"x")
    assert sources_hash(copy.root) == before


def test_entries(dist: tuple[Project, Path]) -> None:
    """Entries are sorted by path with size and checksum; the manifest is not in itself."""
    _, folder = dist
    digest = hashlib.sha256("<p>Hà".encode()).hexdigest()
    entries = file_entries(folder)
    assert [entry["path"] for entry in entries] == ["pdf/a.pdf", "site/index.html"]
    assert entries[1] == {"path": "site/index.html", "size": 6, "sha256": digest}


def test_trainer_edition_is_left_out(dist: tuple[Project, Path]) -> None:
    """The participants' manifest does not even name the trainers' files."""
    copy, folder = dist
    copy.write("dist/trainer/site/index.html", "secret")
    assert [entry["path"] for entry in file_entries(folder, skip=["trainer"])] == [
        "pdf/a.pdf",
        "site/index.html",
    ]


def test_checksums_are_read_by_sha256sum(dist: tuple[Project, Path]) -> None:
    """Whoever gets a copy can check it with a tool that every Linux has."""
    _, folder = dist
    command = ["sha256sum", "--check", "--quiet", "--strict", "SHA256SUMS"]
    assert subprocess.run(command, cwd=folder, check=False).returncode == 0


def test_content(dist: tuple[Project, Path]) -> None:
    """The manifest names edition, commit, sources and the state of each volume."""
    copy, folder = dist
    found = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    assert (found["edition"], found["commit"], found["complete"]) == ("participant", None, True)
    assert found["sources"] == sources_hash(copy.root)
    volume = load_shelf(copy.root).volumes[0]
    assert found["volumes"] == [
        {
            "id": volume.id,
            "edition": volume.edition,
            "date": volume.date.isoformat(),
            "law_as_of": volume.law_as_of.isoformat(),
            "status": volume.status,
        }
    ]


def test_commit_outside_git(tmp_path: Path) -> None:
    """Sources from a ZIP have no commit; the build goes on."""
    assert commit(tmp_path) is None


def test_commit_with_changes(project: Callable[[], Project]) -> None:
    """A commit with changed inputs carries a plus; other files do not count."""
    copy = project()
    git(copy.root, "init", "-q")
    git(copy.root, "add", ".")
    git(copy.root, "commit", "-q", "-m", "first")
    first = commit(copy.root)
    assert first is not None
    assert len(first) == 40
    copy.write("notes.txt", "mine")
    assert commit(copy.root) == first
    copy.edit("docs/glossary.en.md", "Glossary", "glossary")
    assert commit(copy.root) == f"{first}+"


def test_commit_of_one_volume(project: Callable[[], Project]) -> None:
    """What changes another volume, or no volume, leaves a volume's commit as it was."""
    copy = project()
    shelf = copy.load().shelf
    first = shelf.volumes[0]
    second = replace(first, id="v2-investigation")
    shelf = replace(shelf, volumes=(first, second))

    def commits() -> list[str | None]:
        git(copy.root, "add", ".")
        git(copy.root, "commit", "-q", "-m", "edit")
        return [commit_of(copy.root, shelf, volume) for volume in (first, second)]

    git(copy.root, "init", "-q")
    before = commits()
    assert before[0] == before[1]
    copy.write("notes.txt", "mine")
    copy.write(f"data/local/hoc-vien-a/{first.id}/03-law.vi.md", "ours")
    assert commits() == before
    copy.write(f"docs/{first.id}/20-more.en.md", "more")
    after = commits()
    assert after[0] != before[0]
    assert after[1] == before[1]
    copy.write(f"docs/{first.id}/20-more.en.md", "still more")
    assert [commit_of(copy.root, shelf, volume) for volume in (first, second)] == [
        f"{after[0]}+",
        after[1],
    ]
