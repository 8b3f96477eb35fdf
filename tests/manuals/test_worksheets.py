"""Worksheets: which PDFs a chapter has beside its own, and where its page offers them."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from lxml import html

from manuals.convert import convert_page
from manuals.editions import PARTICIPANT, TRAINER
from manuals.export import Article
from manuals.pages import open_run
from manuals.print.preparation import prepare
from manuals.search import read_sections
from manuals.worksheets import chapter_files, chapter_name, worksheets

if TYPE_CHECKING:
    from tests.conftest import Project

LAW = "v1-foundations/03-law"
HANDOUT = "v1-foundations-03-handout-grid.{}.pdf"
CARDS = "v1-foundations-03-role-cards.{}.pdf"
CHECKLIST = "v1-foundations-03-checklist-1.{}.pdf"
SECOND = "/// checklist | Second\n- Again?\n///\n\n## Self-assessment"


def offers(copy: Project, name: str, edition: str, *, pdf: bool = True) -> list[tuple[str, str]]:
    """Return text and address of each link to a worksheet, with its box's kind."""
    run = open_run(copy.root, "viet-nam", edition, pdf=pdf)
    root = html.fragment_fromstring(convert_page(run, name), create_parent="article")
    return [
        (str(link.text), str(link.get("href")))
        for link in root.iterfind(".//p[@class='worksheet-offer']/a")
    ]


def test_file_names(project: Callable[[], Project]) -> None:
    """Trainers get a handout's and the role cards' files too; participants the checklist's."""
    manuals = project().load()
    pair = manuals.pairs[LAW]
    assert chapter_name(pair, "vi") == "v1-foundations-03-law.vi.pdf"
    for edition, names in (
        (PARTICIPANT, [CHECKLIST]),
        (TRAINER, [CHECKLIST, HANDOUT, CARDS]),
    ):
        found = [sheet.name for sheet in worksheets(pair, "vi", edition)]
        assert found == [name.format("vi") for name in names]


def test_what_participants_do_not_get(project: Callable[[], Project]) -> None:
    """A checklist among trainer text has no file for them, a handout for all has none either."""
    copy = project()
    shown = "/// handout | Shown\n    id: shown\n\nFor all.\n///\n\n"
    hidden = "/// trainer | Note\n//// checklist | Hidden\n- Ready?\n////\n///\n\n"
    for locale, heading in (("en", "## Checklist"), ("vi", "## Bảng kiểm")):
        copy.edit(f"docs/{LAW}.{locale}.md", heading, f"{shown}{hidden}{heading}")
    pair = copy.load().pairs[LAW]
    for edition, names in (
        (PARTICIPANT, ["checklist-1"]),
        (
            TRAINER,
            ["checklist-1", "checklist-2", "handout-shown", "handout-grid", "role-cards"],
        ),
    ):
        found = [sheet.name for sheet in worksheets(pair, "en", edition)]
        assert found == [f"v1-foundations-03-{name}.en.pdf" for name in names]


@pytest.mark.parametrize(
    ("locale", "up", "words"),
    [
        (
            "en",
            "../../",
            [
                "Print this checklist (PDF)",
                "Print this handout (PDF)",
                "Print these role cards (PDF)",
            ],
        ),
        (
            "vi",
            "../",
            [
                "In bảng kiểm này (PDF)",
                "In tài liệu phát tay này (PDF)",
                "In các thẻ vai này (PDF)",
            ],
        ),
    ],
)
def test_links(project: Callable[[], Project], locale: str, up: str, words: list[str]) -> None:
    """Each box offers its file in the page's language, from where the page stands."""
    copy, uri = project(), f"{LAW}.{locale}.md"
    names = [f"{up}pdf/chapters/{name.format(locale)}" for name in (CHECKLIST, HANDOUT, CARDS)]
    assert sorted(offers(copy, uri, TRAINER)) == sorted(zip(words, names, strict=True))
    assert offers(copy, uri, PARTICIPANT) == [(words[0], names[0])]
    assert offers(copy, uri, TRAINER, pdf=False) == []


def test_link_stands_below_the_heading_of_its_box(project: Callable[[], Project]) -> None:
    """Of two checklists each offers its own."""
    copy = project()
    copy.edit(f"docs/{LAW}.en.md", "## Self-assessment", SECOND)
    run = open_run(copy.root, "viet-nam", PARTICIPANT, pdf=True)
    root = html.fragment_fromstring(convert_page(run, f"{LAW}.en.md"), create_parent="article")
    boxes = root.findall(".//div[@class='box box-checklist']")
    assert len(boxes) == 2
    for place, box in enumerate(boxes, 1):
        assert [child.get("class") for child in box[:2]] == ["box-title", "worksheet-offer"]
        assert box[1][0].get("href").endswith(f"-checklist-{place}.en.pdf")


def test_half_that_is_not_written(project: Callable[[], Project]) -> None:
    """The other half stands in and offers its own files; there are none in this language."""
    copy = project()
    (copy.root / f"docs/{LAW}.en.md").unlink()
    assert offers(copy, f"{LAW}.en.md", PARTICIPANT) == [
        ("In bảng kiểm này (PDF)", f"../../pdf/chapters/{CHECKLIST.format('vi')}")
    ]
    manuals = copy.load()
    found = list(chapter_files(manuals, "v1-foundations", "en", PARTICIPANT))
    assert found == ["v1-foundations-02-signs.en.pdf", "v1-foundations-02-checklist-1.en.pdf"]


def test_links_are_for_the_page_alone(project: Callable[[], Project]) -> None:
    """Neither print nor search reads "Print this checklist" as text of the chapter."""
    run = open_run(project().root, "viet-nam", TRAINER, pdf=True)
    content = convert_page(run, f"{LAW}.en.md")
    assert content.count("(PDF)") == 3
    url = f"en/{LAW}.html"
    printed = prepare(Article(LAW, "en", "1.3", "The law", url, content), {url: "c03"})
    assert "(PDF)" not in printed.text_content()
    root = html.fragment_fromstring(content, create_parent="article")
    assert not any("(PDF)" in section.text for section in read_sections(root))
