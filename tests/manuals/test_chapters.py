"""Which files make the set: names, halves, links, strangers."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from manuals.errors import ManualError

if TYPE_CHECKING:
    from tests.conftest import Project

VOLUME = "docs/v1-foundations"
LAW = f"{VOLUME}/03-law.en.md"
LAW_VI = f"{VOLUME}/03-law.vi.md"


@pytest.mark.parametrize(
    "name", ["04-x.bb.md", "guide.video.vi.md", "04-UPPER.en.md", "04-điều.vi.md", "04-x.md"]
)
def test_a_name_that_mkdocs_drops_is_named(project: Callable[[], Project], name: str) -> None:
    """static-i18n leaves such files out without a word; the check says how to name them."""
    copy = project()
    copy.write(f"{VOLUME}/{name}", "text")
    assert copy.messages() == [
        f"{VOLUME}/{name}: MkDocs would silently leave this file out: name it like 03-law.en.md: "
        "small letters, digits, hyphens, then .en.md or .vi.md"
    ]


def test_a_linked_chapter_is_refused(project: Callable[[], Project]) -> None:
    """A link could lead to any file of the machine; the file must be there itself."""
    copy = project()
    outside = copy.root.parent / "elsewhere.md"
    outside.write_text(copy.read(LAW), encoding="utf-8")
    (copy.root / LAW).unlink()
    (copy.root / LAW).symlink_to(outside)
    messages = copy.messages("link to another")
    assert messages == [
        f"{LAW}: the file or folder is a link to another one: copy what it leads to in its place"
    ]


def test_a_linked_folder_is_refused(project: Callable[[], Project]) -> None:
    """MkDocs follows a linked folder, so the check must name it too."""
    copy = project()
    outside = copy.root.parent / "elsewhere"
    outside.mkdir()
    (outside / "04-more.en.md").write_text("text", encoding="utf-8")
    (copy.root / VOLUME / "more").symlink_to(outside)
    assert copy.messages("more") != []


def test_a_missing_half_is_only_a_warning(project: Callable[[], Project]) -> None:
    """A half that is not written yet must not stop a build; it is named all the same."""
    copy = project()
    (copy.root / LAW).unlink()
    assert copy.messages() == [
        f"{LAW_VI}: warning: the half 03-law.en.md is missing: "
        "write it; until then readers see this one with a notice"
    ]
    assert copy.run().warnings


@pytest.mark.parametrize("name", ["notes.en.md", "foreword-2.en.md", "loi-noi-dau.vi.md"])
def test_a_stray_page_in_a_volume_is_named(project: Callable[[], Project], name: str) -> None:
    """A volume holds its index, a foreword and chapters; a chapter begins with its number."""
    copy = project()
    copy.write(f"{VOLUME}/{name}", "text")
    ending = name.partition(".")[2]
    assert copy.messages() == [
        f"{VOLUME}/{name}: a page in a volume that is neither a chapter nor its foreword: "
        f"begin a chapter's name with two digits and a hyphen, as 03-law.{ending}; "
        f"call the foreword foreword.{ending}"
    ]


def test_an_unknown_folder_is_named(project: Callable[[], Project]) -> None:
    """A folder is a volume of data/volumes.yml or a mistake."""
    copy = project()
    copy.write("docs/v2-custody/01-start.en.md", "text")
    assert copy.messages() == [
        'docs/v2-custody/01-start.en.md: the folder "v2-custody" is no volume: '
        "add it to data/volumes.yml or move the file"
    ]


def test_a_volume_needs_a_first_page(project: Callable[[], Project]) -> None:
    """Without its index a volume has no place in the navigation."""
    copy = project()
    for locale in ("en", "vi"):
        (copy.root / VOLUME / f"index.{locale}.md").unlink()
    assert copy.messages() == [f"{VOLUME}/index.vi.md: the volume has no first page: write it"]


def test_all_of_data_is_reported_at_once(project: Callable[[], Project]) -> None:
    """One broken file of data/ does not hide the next one; the messages are sorted."""
    copy = project()
    copy.write("data/volumes.yml", "volumes: [\n")
    copy.write("data/facts.csv", "id,statement,source,grade,verify\n,x,,,\n")
    copy.write("data/termbase.csv", "id,en\n")
    with pytest.raises(ManualError) as caught:
        copy.load()
    places = [problem.path for problem in caught.value.problems]
    assert places == ["data/facts.csv", "data/termbase.csv", "data/volumes.yml"]


def test_chapters_stand_in_the_order_of_their_numbers(project: Callable[[], Project]) -> None:
    """The number in the file's name orders a volume; its index is no chapter."""
    chapters = project().load().chapters("v1-foundations")
    assert [pair.id for pair in chapters] == ["signs", "law"]
    assert [pair.numbers.chapter_label for pair in chapters if pair.numbers] == ["1.2", "1.3"]


def test_a_half_is_found_by_its_path(project: Callable[[], Project]) -> None:
    """MkDocs names a page by its path below docs/."""
    manuals = project().load()
    half = manuals.by_uri("v1-foundations/03-law.en.md")
    assert half is not None
    assert (half.title, half.locale, half.path) == ("The law", "en", LAW)
    assert manuals.by_uri("v1-foundations/09-none.en.md") is None


@pytest.mark.parametrize("name", ["page.html", "run.js", "drawing.svg", "v1-foundations/notes.txt"])
def test_nothing_but_pages_and_pictures(project: Callable[[], Project], name: str) -> None:
    """MkDocs would publish a script of a pull request as it is."""
    copy = project()
    copy.write(f"docs/{name}", "<script>alert(1)</script>")
    assert copy.messages() == [
        f"docs/{name}: docs/ holds pages and pictures only; MkDocs would publish this file "
        "as it is: take it out (pages end in .md, pictures in .jpeg, .jpg, .png)"
    ]
