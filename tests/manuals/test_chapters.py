"""Which files of docs/ make the set: names, links, folders, pairs."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from manuals.chapters import Manuals, stem_of

if TYPE_CHECKING:
    from tests.conftest import Project

V1 = "docs/v1-foundations"
LEFT_OUT = (
    "MkDocs would silently leave this file out: "
    "name it like 03-law.en.md: small letters, digits, hyphens, then .en.md or .vi.md"
)


@pytest.mark.parametrize(
    "name",
    [
        "04-x.bb.md",
        "guide.video.vi.md",
        "04-UPPER.en.md",
        "04-law.EN.md",
        "04-law.md",
        "04_law.en.md",
        "04-luật.vi.md",
    ],
)
def test_name_that_static_i18n_would_drop(project: Project, name: str) -> None:
    """A file that the site would lack without a word is an error."""
    project.write(f"{V1}/{name}", "---\ntitle: T\nsummary: S\n---\n")
    assert project.messages() == [f"{V1}/{name}: {LEFT_OUT}"]


def test_page_in_a_volume_without_number(project: Project) -> None:
    """In a volume every page but its first is a chapter with two digits."""
    project.write(f"{V1}/extra.en.md", '---\ntitle: "T"\nsummary: "S"\n---\n')
    assert project.messages() == [
        f"{V1}/extra.en.md: a page in a volume that is no chapter: "
        "begin its name with two digits and a hyphen, as 03-law.en.md"
    ]


def test_folder_that_is_no_volume(project: Project) -> None:
    """A folder that data/volumes.yml does not name is an error."""
    project.write("docs/v9-later/index.en.md", '---\ntitle: "T"\nsummary: "S"\n---\n')
    assert project.messages() == [
        'docs/v9-later/index.en.md: the folder "v9-later" is no volume: '
        "add it to data/volumes.yml or move the file"
    ]


def test_symlinked_chapter(project: Project) -> None:
    """A link to another file is never followed: it could lead out of the project."""
    secret = project.write("secret.md", "Nobody may read this.\n")
    os.symlink(secret, project.root / V1 / "04-stolen.en.md")
    assert project.messages() == [
        f"{V1}/04-stolen.en.md: the file is a link to another file: copy the file"
    ]


def test_half_missing(project: Project) -> None:
    """A pair with one half is a warning only, and says what readers see until then."""
    (project.root / V1 / "03-victims.vi.md").unlink()
    assert (
        f"{V1}/03-victims.en.md: warning: the half 03-victims.vi.md is missing: "
        "write it; until then readers see this one with a notice"
    ) in project.messages()


def test_missing_half_does_not_stop_a_build(project: Project) -> None:
    """With one half missing the set still opens, and the warning is handed on."""
    (project.root / "docs/glossary.vi.md").unlink()
    run = project.open()
    assert [problem.warning for problem in run.warnings] == [True]
    assert run.missing() == ["glossary.vi.md"]


def test_volume_without_first_page(project: Project) -> None:
    """Each volume has an index page."""
    for locale in ("en", "vi"):
        (project.root / V1 / f"index.{locale}.md").unlink()
    assert project.messages() == [
        f"{V1}/index.vi.md: the volume has no first page: write it"
    ]


def test_chapters_in_order(manuals: Manuals) -> None:
    """A volume's chapters stand in the order of their numbers; its index is none of them."""
    found = [pair.numbers.chapter_label for pair in manuals.chapters("v1-foundations") if pair.numbers]
    assert found == ["1.2", "1.3"]


def test_half_falls_back_to_the_other(project: Project) -> None:
    """A pair asked for a half it lacks hands out the one it has."""
    (project.root / "docs/glossary.vi.md").unlink()
    pair = project.load().pairs["glossary"]
    assert pair.half("vi").locale == "en"


def test_by_uri(manuals: Manuals) -> None:
    """A half is found by its path below docs/; what is not there is None."""
    half = manuals.by_uri("v1-foundations/02-law.vi.md")
    assert half is not None
    assert (half.path, half.uri) == (f"{V1}/02-law.vi.md", "v1-foundations/02-law.vi.md")
    assert manuals.by_uri("v1-foundations/09-none.vi.md") is None


def test_stem_of() -> None:
    """A page's stem has neither language nor .md."""
    assert stem_of("v1-foundations/03-law.vi.md") == "v1-foundations/03-law"


def test_all_broken_data_files_report_at_once(project: Project) -> None:
    """Mistakes in several files of data/ are shown in one run."""
    project.write("data/volumes.yml", "volumes: [")
    project.write("data/termbase.csv", "id,en\n")
    project.write("data/countries/viet-nam.yml", "hotline: [")
    paths = [message.partition(":")[0] for message in project.messages()]
    assert paths == ["data/countries/viet-nam.yml", "data/termbase.csv", "data/volumes.yml"]
