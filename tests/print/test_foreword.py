"""The foreword in print: behind contents and lists, on a right page, in Roman numbers."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pypdfium2
import pytest
from lxml import html

from manuals.commands.pdf import volume_book
from manuals.editions import PARTICIPANT
from manuals.errors import ManualError
from manuals.print.pdf import Book, set_book
from manuals.print.preflight.places import volume_places
from tests.print.test_accessibility import assert_clean
from tests.print.test_out_of_step import confirm
from tests.print.test_parallel import composed, rows
from tests.print.test_preflight_volume import set_all, spoiled

if TYPE_CHECKING:
    from tests.conftest import Project

FOREWORD, FOREWORD_VI = (f"docs/v1-foundations/foreword.{locale}.md" for locale in ("en", "vi"))
TITLES = {"en": "Foreword", "vi": "Lời giới thiệu"}


def volume(project: Project, locale: str) -> Book:
    """Return the volume as a book whose links arrive."""
    return volume_book(project.run(PARTICIPANT), "v1-foundations", locale)


def front(project: Project, locale: str) -> list[str]:
    """Return what the volume's front matter is made of: a part's article, else its own kind."""
    root = html.document_fromstring(volume(project, locale).html)
    parts = root.findall("body/section")
    return [
        (
            part.get("class")
            if part.find("article") is None
            else part[0].get("id") or part[0].get("class")
        )
        for part in parts
    ]


@pytest.mark.parametrize("locale", ["en", "vi"])
def test_its_place_is_behind_contents_and_lists(
    project: Callable[[], Project], locale: str
) -> None:
    """All the rest is what it is without a foreword."""
    copy = project()
    without, parts = front(copy, locale), volume(copy, locale).parts
    assert without == ["cover", "half-title", "imprint", "contents", "lists", "front"]
    copy.add_foreword("en", "vi")
    assert front(copy, locale) == [*without[:-1], "foreword", "front"]
    assert volume(copy, locale).parts == parts


@pytest.mark.parametrize("locale", ["en", "vi"])
def test_the_contents_list_it_in_its_place(project: Callable[[], Project], locale: str) -> None:
    """One line, for its sections are no places to look things up."""
    copy = project()
    copy.add_foreword("en", "vi")
    root = html.document_fromstring(volume(copy, locale).html)
    targets = [link.get("href") for link in root.iterfind(".//section[@class='contents']/p/a")]
    place = targets.index("#foreword-top")
    assert (targets[place - 1], targets[place + 1]) == ("#lists", "#front-top")
    assert "#foreword-thanks" not in targets
    assert root.find(".//h1[@id='foreword-top']").text_content() == TITLES[locale]


@pytest.mark.parametrize(("locale", "word"), [("en", "p."), ("vi", "tr.")])
def test_it_cites_pages(project: Callable[[], Project], locale: str, word: str) -> None:
    """A reference into a chapter leads there and names its page."""
    copy = project()
    copy.add_foreword("en", "vi")
    root = html.document_fromstring(volume(copy, locale).html)
    link = root.find(".//article[@id='foreword']//a[@href='#c03-own-evidence']")
    assert link.text_content() == "1.3.2"
    assert link.getnext().get("class") == "cited-page"
    assert link.getnext().text.startswith(word)


def test_other_parts_link_to_it(project: Callable[[], Project]) -> None:
    """A link to the foreword stays a link in the book."""
    copy = project()
    copy.add_foreword("en", "vi")
    copy.edit("docs/v1-foundations/index.en.md", ".\n", ". See [thanks](foreword.en.md#thanks).\n")
    copy.edit("docs/v1-foundations/03-law.en.md", ".\n", ". See [it](foreword.en.md).\n")
    links = [link.get("href") for link in html.fromstring(volume(copy, "en").whole()).iter("a")]
    assert {"#foreword-thanks", "#foreword"} <= set(links)


def test_sections_out_of_step_are_listed(project: Callable[[], Project]) -> None:
    """A section of it that one language has changed stands in the list at the end."""
    copy = project()
    copy.add_foreword("en", "vi")
    confirm(copy)
    copy.edit(FOREWORD, "We thank all", "We thank everybody")
    root = html.document_fromstring(volume(copy, "vi").whole())
    listed = root.find(".//article[@class='steps']")
    assert listed.find(".//a").get("href") == "#foreword-thanks"


def test_one_language_alone_in_both_books(project: Callable[[], Project]) -> None:
    """The other book shows it with the notice, marked as being in its own language."""
    copy = project()
    copy.add_foreword("vi")
    vi, en = (
        html.fromstring(volume(copy, each).html).get_element_by_id("foreword")
        for each in ("vi", "en")
    )
    assert vi.find(".//*[@id='foreword-only-other']") is None
    assert en.find(".//*[@id='foreword-only-other']") is not None
    assert en.find("div[@lang='vi']//h1").text_content() == TITLES["vi"]


def test_side_by_side(project: Callable[[], Project]) -> None:
    """In the book in both languages it stands before what the makers say, and in the contents."""
    copy = project()
    without = rows(composed(copy), "front")
    copy.add_foreword("en", "vi")
    root = composed(copy)
    found = rows(root, "front")
    assert found[0] == ("Foreword", "", "Lời giới thiệu")
    assert found[4] == ("The director", "", "Giám đốc")
    assert found[5:] == without
    listed = [
        (first.split(".")[0], second.split(".")[0]) for first, _, second in rows(root, "contents")
    ]
    assert listed[1] == ("Foreword", "Lời giới thiệu")
    ids = [str(item.get("id")) for item in root.iter("*") if item.get("id")]
    assert len(ids) == len(set(ids))
    assert {link.get("href")[1:] for link in root.iter("a")} <= set(ids)


def test_one_language_alone_side_by_side(project: Callable[[], Project]) -> None:
    """The other side stays empty."""
    copy = project()
    copy.add_foreword("en")
    found = rows(composed(copy), "front")
    assert found[0] == ("Foreword", "", "")
    assert found[4] == ("The director", "", "")


@pytest.mark.parametrize(
    ("locales", "anchor"), [(["en"], "foreword-thanks"), (["en", "vi"], "en-foreword-thanks")]
)
def test_its_lines_are_known(
    project: Callable[[], Project], locales: list[str], anchor: str
) -> None:
    """What preflight finds in it is told with the line to mend."""
    copy = project()
    copy.add_foreword("en", "vi")
    manuals = copy.load()
    places = volume_places(manuals, manuals.shelf.volumes[0], locales, PARTICIPANT)
    assert places.anchors[anchor] == (FOREWORD, copy.line(FOREWORD, "{#thanks}"))


def test_a_lost_line_stops_the_book(
    project: Callable[[], Project], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Preflight reads the foreword back too."""
    copy = project()
    copy.add_foreword("en", "vi")
    spoiled(monkeypatch, "The director", "")
    with pytest.raises(ManualError) as caught:
        set_all(copy, tmp_path, books=["en"])
    (message,) = map(str, caught.value.problems)
    assert message.startswith(f"{FOREWORD}:{copy.line(FOREWORD, '{#thanks}')}: ")
    assert '"The director" is not printed whole' in message


@pytest.mark.slow
@pytest.mark.parametrize("locale", ["en", "vi"])
def test_in_print(project: Callable[[], Project], tmp_path: Path, locale: str) -> None:
    """A right page with a Roman number, the same in the contents; tags as the standards ask."""
    copy = project()
    copy.add_foreword("en", "vi")
    path = tmp_path / "volume.pdf"
    path.write_bytes(set_book(volume(copy, locale), copy.root / "docs"))
    assert_clean(path)
    document = pypdfium2.PdfDocument(path)
    titles = {item.get_title(): item.get_dest().get_index() for item in document.get_toc()}
    place = titles[TITLES[locale]]
    label = document.get_page_label(place)
    assert place % 2 == 0
    assert set(label) <= set("ivx")
    text = "\n".join(page.get_textpage().get_text_range() for page in list(document)[:place])
    listed = re.search(rf"^{TITLES[locale]} ?\.+ (\w+)", text, re.MULTILINE)
    assert listed is not None
    assert listed[1] == label
