"""The finished article: numbers in the margin, the box at a glance, role cards at the end."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from lxml import html
from lxml.html import HtmlElement

from manuals.editions import EDITIONS, PARTICIPANT, TRAINER

if TYPE_CHECKING:
    from tests.conftest import Project

LAW = "docs/v1-foundations/03-law.en.md"
LAW_VI = "docs/v1-foundations/03-law.vi.md"
SIGNS = "docs/v1-foundations/02-signs.en.md"
Article = Callable[[str, str], HtmlElement]


def numbers(page: HtmlElement) -> dict[str, str]:
    """Return the number of each numbered paragraph with the section it stands in."""
    found, section = {}, ""
    for child in page:
        if child.tag in ("h2", "h3"):
            section = child.get("id")
        for number in child.iterfind("a[@class='pn']"):
            found[number.text] = section
    return found


def lines(page: HtmlElement, path: str) -> list[str]:
    """Return the text of each element on a path."""
    return [element.text_content() for element in page.iterfind(path)]


@pytest.mark.parametrize("edition", EDITIONS)
@pytest.mark.parametrize("name", [LAW, LAW_VI])
def test_numbers_are_the_same_everywhere(article: Article, name: str, edition: str) -> None:
    """Both languages and both editions give one paragraph one number, in one section."""
    assert numbers(article(edition, name)) == {
        "1.3.1": "parts",
        "1.3.2": "parts",
        "1.3.3": "parts",
        "1.3.4": "age-rule",
        "1.3.5": "closer",
        "1.3.6": "practice",
    }


def test_a_longer_half_moves_no_later_number(project: Callable[[], Project]) -> None:
    """While one half is ahead the next section still starts at one number in both."""
    copy = project()
    copy.edit(LAW_VI, "Xem [§]", "Một đoạn chỉ có ở đây.\n\nXem [§]")
    pages = [
        html.fragment_fromstring(copy.built(PARTICIPANT, name)[1], create_parent="article")
        for name in (LAW, LAW_VI)
    ]
    english, vietnamese = (numbers(page) for page in pages)
    assert list(vietnamese) == [f"1.3.{number}" for number in range(1, 8)]
    assert english == {key: vietnamese[key] for key in vietnamese if key != "1.3.4"}
    assert vietnamese["1.3.4"] == "parts"


def test_trainer_text_takes_no_number(project: Callable[[], Project]) -> None:
    """A trainer box between two paragraphs leaves the numbers of both editions equal."""
    copy = project()
    box = "/// trainer\n\nSay this.\n\nAnd this.\n///\n"
    copy.both("{#own-evidence}\n", f"{{#own-evidence}}\n\n{box}")
    pages = [
        html.fragment_fromstring(copy.built(edition)[1], create_parent="article")
        for edition in EDITIONS
    ]
    assert numbers(pages[0]) == numbers(pages[1])
    assert "Say this." in pages[1].text_content()


def test_a_number_is_a_link_to_itself(article: Article) -> None:
    """The number stands at the head of its paragraph; the author's id stays on the paragraph."""
    found = html.tostring(article(PARTICIPANT, LAW), encoding="unicode")
    assert (
        '<p id="own-evidence" class="numbered"><a class="pn" id="p2" href="#p2" '
        'aria-label="Paragraph 1.3.2">1.3.2</a> Each part is proved by its own evidence.</p>'
    ) in found
    vietnamese = html.tostring(article(PARTICIPANT, LAW_VI), encoding="unicode")
    assert 'href="#p2" aria-label="Đoạn 1.3.2">1.3.2</a> Mỗi yếu tố' in vietnamese


def test_a_page_that_differs_from_its_text_stops_the_build(project: Callable[[], Project]) -> None:
    """Where Markdown makes other paragraphs than were counted, the section's line is named."""
    copy = project()
    copy.edit(LAW, "A mother calls.\n///\n", "A mother calls.\n///\n\n***\n")
    assert copy.built(PARTICIPANT)[0] == [
        f"{LAW}:{copy.line(LAW, '{#practice}')}: this section has 2 paragraphs in the text but 1 "
        "on the page: look for a list, table or box without a blank line before it"
    ]


@pytest.mark.parametrize(
    ("name", "title", "rows"),
    [
        (
            LAW,
            "At a glance",
            [
                "Time: 60 minutes",
                "For: investigators, judges",
                "Level: foundation",
                "Comes after: Chapter 1.2",
                "Needs: Board and pens",
                "Law as of: 1 July 2026",
                "Status: draft",
            ],
        ),
        (
            LAW_VI,
            "Thông tin nhanh",
            [
                "Thời lượng: 60 phút",
                "Đối tượng: Điều tra viên, Thẩm phán",
                "Mức độ: nền tảng",
                "Học sau: Chương 1.2",
                "Chuẩn bị: Bảng và bút",
                "Pháp luật tính đến ngày: 01/7/2026",
                "Tình trạng: bản thảo",
            ],
        ),
        (
            SIGNS,
            "At a glance",
            [
                "Time: 30 minutes",
                "For: everyone",
                "Level: foundation",
                "Law as of: 1 July 2026",
                "Status: draft",
            ],
        ),
    ],
)
def test_the_box_at_a_glance(article: Article, name: str, title: str, rows: list[str]) -> None:
    """It says in the page's language what the metadata says, and leaves out what is empty."""
    page = article(PARTICIPANT, name)
    assert lines(page, "div[@class='glance']/p") == [title]
    assert lines(page, "div[@class='glance']/ul/li") == rows


def test_a_chapter_opens_with_number_title_summary_and_glance(article: Article) -> None:
    """The head of a chapter, in order; values of the country are put into the summary."""
    page = article(PARTICIPANT, LAW)
    heading, summary, glance, objectives = page[:4]
    assert lines(heading, "span") == ["Chapter 1.3"]
    assert heading.text_content() == "Chapter 1.3 The law#"
    assert (summary.get("class"), summary.text) == ("summary", "What the Penal Code says.")
    assert (glance.get("class"), objectives.get("id")) == ("glance", "objectives")


def test_role_cards_are_gathered_at_the_end(article: Article) -> None:
    """Trainers find the cards in order after the last section and before the footnotes."""
    page = article(TRAINER, LAW)
    tail = [child.get("id") or child.get("class") for child in page[-5:]]
    assert tail == [None, "role-cards", "box box-card", "box box-card", "footnote"]
    titles = lines(page, "div[@class='box box-card']/p[@class='box-title']")
    assert titles == ["Role card: Officer", "Role card: Witness"]
    assert page.find("div[@id='desk']//div[@class='box box-card']") is None


def test_participants_have_no_role_cards(article: Article) -> None:
    """Neither the cards nor their heading."""
    page = article(PARTICIPANT, LAW)
    assert page.find("h2[@id='role-cards']") is None
    assert "hurry" not in page.text_content()


@pytest.mark.parametrize(
    ("name", "section", "back"),
    [
        (LAW, "Link to this section", "Back to the text"),
        (LAW_VI, "Liên kết đến mục này", "Trở lại nội dung"),
    ],
)
def test_links_are_named_in_the_language(
    article: Article, name: str, section: str, back: str
) -> None:
    """Screen readers say where # and the arrow of a footnote lead, in the page's language."""
    page = article(PARTICIPANT, name)
    assert {link.get("title") for link in page.iterfind(".//a[@class='headerlink']")} == {section}
    assert {link.get("title") for link in page.iterfind(".//a[@class='footnote-backref']")} == {
        back
    }


def test_pictures_load_when_they_are_needed(article: Article) -> None:
    """A long chapter does not wait for its pictures."""
    image = article(PARTICIPANT, LAW).find(".//img")
    assert dict(image.attrib) == {
        "alt": "Three rings that overlap",
        "src": "rings.png",
        "loading": "lazy",
    }


def test_other_pages_have_no_numbers(article: Article) -> None:
    """A page that is no chapter has neither numbers nor a box at a glance."""
    page = article(TRAINER, "docs/v1-foundations/index.en.md")
    assert numbers(page) == {}
    assert [child.tag for child in page] == ["h1", "h2", "p"]
