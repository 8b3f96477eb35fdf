"""The tiny project as ./scripts/build takes it: with stand-ins for programs, and really built."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from manuals.commands import build as command
from manuals.jobs import Job
from tests.conftest import Project
from tests.real import copy_sources, files_below, run_build

LAW = "docs/v1-foundations/03-law.en.md"


@pytest.fixture
def copy(project: Callable[[], Project], monkeypatch: pytest.MonkeyPatch) -> Project:
    """Return a project that the command takes for its own."""
    copy = project()
    monkeypatch.setattr(command, "ROOT", copy.root)
    return copy


@pytest.fixture
def steps(copy: Project, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Put stand-ins in the place of MkDocs and WeasyPrint; return what they were asked for.

    What they write holds the edition and, as a chapter would, the Vietnamese and English texts.
    """
    asked: list[str] = []

    def stand_in(root: Path, job: Job, folder: Path, made: Path) -> None:
        if job.kind == "site":
            asked.append(f"site {job.edition}")
            copy.write(str(folder / "site/index.html"), f"{job.edition} {job.pdf} {copy.read(LAW)}")
            copy.write(str(folder / "articles.json"), "[]")
        else:
            assert (made / f"site-{job.edition}" / "articles.json").is_file()
            asked.append(f"pdf {job.edition} {job.volume}.{job.book}")
            halves = [LAW.replace(".en.", f".{locale}.") for locale in job.book.split("-")]
            text = f"%PDF {job.edition} {''.join(map(copy.read, halves))}"
            for name in job.writes:
                copy.write(str(folder / name), text)

    monkeypatch.setattr(command, "run_job", stand_in)
    monkeypatch.setattr(command, "stop_unless_books_agree", lambda *_: None)
    return asked


@pytest.fixture
def old(copy: Project) -> dict[str, bytes]:
    """Put something in dist/ that must not be touched; return it."""
    for name in ("site/index.html", "manifest.json", "trainer/pdf/v1-foundations.vi.pdf"):
        copy.write(f"dist/{name}", "old")
    return files_below(copy.root / "dist")


@pytest.fixture(scope="session")
def real(base: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the tiny project once with the repository's hooks, theme and configuration."""
    root = tmp_path_factory.mktemp("real") / "Sổ tay #1"
    shutil.copytree(base, root)
    copy_sources(root, ("hooks", "overrides", "mkdocs.yml"))
    done = run_build(root, root / "dist")
    assert done.returncode == 0, done.stdout + done.stderr
    return root


@pytest.fixture
def again(real: Path, tmp_path: Path) -> Project:
    """Return a copy of the built project, in another folder."""
    shutil.copytree(real, tmp_path / "again")
    return Project(tmp_path / "again")
