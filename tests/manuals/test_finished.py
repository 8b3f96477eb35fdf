"""Folders of finished jobs: taken only if they are there, whole, and made from these sources."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from manuals.errors import ManualError
from manuals.finished import find_finished, record_job, take_finished
from manuals.jobs import Job

SITE = Job("site-trainer", "site", "trainer", (), ("docs/",), ("articles.json", "site/"))
BOOK = Job("book-trainer-v1.vi", "book", "trainer", ("site-trainer",), (), ("pdf/v1.vi.pdf",))
FILES = {SITE: ("articles.json", "site/en/index.html"), BOOK: ("pdf/v1.vi.pdf",)}
SOURCES = "abc"


@pytest.fixture
def made(tmp_path: Path) -> Path:
    """Return a folder with both jobs finished."""
    for job, names in FILES.items():
        for name in names:
            path = tmp_path / "made" / job.name / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(f"{name} of {job.name}", encoding="utf-8")
        record_job(job, tmp_path / "made" / job.name, SOURCES)
    return tmp_path / "made"


def problems(*folders: Path, jobs: tuple[Job, ...] = (SITE, BOOK), sources: str = SOURCES) -> str:
    """Return what is said when the jobs are taken from these folders."""
    with pytest.raises(ManualError) as error:
        take_finished(jobs, find_finished(folders), sources)
    return str(error.value)


def test_taken(made: Path) -> None:
    """A folder of jobs, or each job's folder, gives where each job stands; others are left."""
    places = {SITE.name: made / SITE.name, BOOK.name: made / BOOK.name}
    assert take_finished([SITE, BOOK], find_finished([made]), SOURCES) == places
    assert take_finished([SITE, BOOK], find_finished(places.values()), SOURCES) == places
    assert take_finished([BOOK], find_finished([made]), SOURCES) == {BOOK.name: made / BOOK.name}


def test_missing_job(made: Path) -> None:
    """A job that nobody ran is named with how to run it."""
    said = problems(made / SITE.name)
    assert said == f"{BOOK.name}: this job is missing: run ./scripts/build --job {BOOK.name}"


def test_all_is_told_at_once(made: Path) -> None:
    """Jobs of other sources are named, all of them."""
    lines = problems(made, sources="def").splitlines()
    assert lines == [
        f"{made / job.name}: this job was run on other sources: "
        f"run ./scripts/build --job {job.name} again"
        for job in (BOOK, SITE)
    ]


def test_other_options(made: Path) -> None:
    """A site that offers no PDFs is not taken for one that does."""
    said = problems(made, jobs=(replace(SITE, pdf=False),))
    assert said.startswith(f"{made / SITE.name}: this job was run with other options: ")


def damage(path: Path) -> None:
    """Change a file and keep its size."""
    path.write_text(path.read_text(encoding="utf-8").swapcase(), encoding="utf-8")


def add(path: Path) -> None:
    """Lay a file beside this one."""
    path.with_name("new.html").write_text("new", encoding="utf-8")


@pytest.mark.parametrize("spoil", [damage, add, Path.unlink])
def test_damaged_job(made: Path, spoil: Callable[[Path], None]) -> None:
    """A file that was changed, lost or added on the way is named."""
    place = made / SITE.name
    spoil(place / "site/en/index.html")
    name = "new.html" if spoil is add else "index.html"
    assert problems(made) == (
        f"{place}/site/en/{name}: this file is not what the job wrote: "
        f"run ./scripts/build --job {SITE.name} again"
    )


@pytest.mark.parametrize("text", ["", "[]", "{", '{"job": {}}', '{"job": {}, "sources": 1}'])
def test_broken_record(made: Path, text: str) -> None:
    """A record that cannot be read is a job that was not finished."""
    (made / BOOK.name / "job.json").write_text(text, encoding="utf-8")
    assert problems(made).startswith(f"{made / BOOK.name}/job.json: this record cannot be read: ")


def test_no_job_in_a_folder(made: Path, tmp_path: Path) -> None:
    """A folder that is missing, or holds no job, is named."""
    (tmp_path / "empty").mkdir()
    for name in ("empty", "gone"):
        said = problems(made, tmp_path / name)
        assert said.startswith(f"{tmp_path / name}: there is no finished job in this folder: ")


def test_one_job_in_two_folders(made: Path, tmp_path: Path) -> None:
    """Nobody guesses which of two is meant."""
    shutil.copytree(made / BOOK.name, tmp_path / "other" / BOOK.name)
    said = problems(made, tmp_path / "other")
    other = tmp_path / "other" / BOOK.name
    assert said == (
        f"{made / BOOK.name}: the job {BOOK.name} stands in {other} too: name only one of them"
    )
