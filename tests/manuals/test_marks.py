"""Marks at sections out of step: which, where, in whose words, and what they leave alone."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from lxml import html
from lxml.html import HtmlElement

from manuals.convert import convert_page
from manuals.editions import EDITIONS, PARTICIPANT
from manuals.pages import Run
from manuals.references import References
from manuals.search import read_sections
from manuals.sync.confirming import confirmed
from manuals.sync.ledger import Entry
from manuals.sync.pairs import find_pair, initial, read_sync, write_ledger

if TYPE_CHECKING:
    from tests.conftest import Project

STEM = "v1-foundations/03-law"
LAW, LAW_VI = f"docs/{STEM}.en.md", f"docs/{STEM}.vi.md"
HEADINGS = "h1", "h2", "h3"


def ledger(project: Project, *, confirm: bool, **only: Entry) -> None:
    """Write the law chapter's ledger: all its common sections confirmed, or none of them."""
    manuals = project.load()
    sync = find_pair(read_sync(manuals)[0], STEM)
    both = [item.id for item in sync.sections if len(item.prints) == 2]
    entries = confirmed(sync, both)[0] if confirm else initial(sync)
    write_ledger(manuals, sync, {**entries, **only})


def page(project: Project, locale: str, edition: str = PARTICIPANT) -> HtmlElement:
    """Return the law chapter's article, whatever the checks say of it."""
    run = Run(project.load(), edition, pdf=False, warnings=())
    content = convert_page(run, f"{STEM}.{locale}.md")
    return html.fragment_fromstring(content, create_parent="article")


def marks(root: HtmlElement) -> dict[str, str]:
    """Return each mark's text by the id of the heading it stands under, or its own."""
    found = {}
    for mark in root.iterfind(".//p[@class='sync-mark']"):
        id = mark.get("id") or mark.getprevious().get("id")
        found[id] = " ".join(mark.text_content().split())
    return found


@pytest.fixture
def mixed(project: Callable[[], Project]) -> Project:
    """Return a law chapter with a section in each state that two texts can have."""
    copy = project()
    ledger(copy, confirm=True)
    copy.put_out_of_step()
    return copy


EN = {
    "top": "The Vietnamese text of this opening part has not followed the latest change yet.",
    "parts": "The Vietnamese text of this section has not followed the latest change yet.",
    "age-rule": "The Vietnamese text of this section has been changed since the last comparison. "
    "This text has not been compared with it yet.",
    "closer": "Both texts of this section have been changed since the last comparison. "
    "They have not been compared again yet.",
}
VI = {
    "top": "Bản tiếng Anh của phần mở đầu này đã được sửa đổi sau lần đối chiếu gần nhất. "
    "Bản tiếng Việt này chưa được đối chiếu lại.",
    "parts": "Bản tiếng Anh của mục này đã được sửa đổi sau lần đối chiếu gần nhất. "
    "Bản tiếng Việt này chưa được đối chiếu lại.",
    "age-rule": "Bản tiếng Anh của mục này chưa được cập nhật theo lần sửa đổi mới nhất.",
    "closer": "Cả hai bản của mục này đã được sửa đổi sau lần đối chiếu gần nhất "
    "và chưa được đối chiếu lại.",
}


@pytest.mark.parametrize(
    ("locale", "wanted", "link"),
    [("en", EN, "See the Vietnamese text"), ("vi", VI, "Xem bản tiếng Anh")],
)
def test_both_sides_say_what_is_meant(
    mixed: Project, locale: str, wanted: dict[str, str], link: str
) -> None:
    """Under its heading, in the page's language; the opening at the title; no other section."""
    assert marks(page(mixed, locale)) == {id: f"{text} {link}" for id, text in wanted.items()}


@pytest.mark.parametrize(
    ("locale", "address"),
    [("vi", f"../en/{STEM}.html"), ("en", f"../../{STEM}.html")],
)
def test_a_mark_leads_to_the_same_section(mixed: Project, locale: str, address: str) -> None:
    """The link names the counterpart's id and its language."""
    links = page(mixed, locale).findall("p[@class='sync-mark']/a")
    ids = ("top", "parts", "age-rule", "closer")
    assert [link.get("href") for link in links] == [f"{address}#{id}" for id in ids]
    assert {link.get("hreflang") for link in links} == {"en" if locale == "vi" else "vi"}


@pytest.mark.parametrize("confirm", [True, False])
@pytest.mark.parametrize("locale", ["en", "vi"])
def test_nothing_where_nothing_is_out_of_step(
    project: Callable[[], Project], locale: str, confirm: bool
) -> None:
    """A section in step has no mark, nor has one that nobody has compared yet."""
    copy = project()
    ledger(copy, confirm=confirm)
    assert "sync" not in str(html.tostring(page(copy, locale), encoding="unicode"))


@pytest.mark.parametrize("locale", ["en", "vi"])
def test_marks_leave_the_text_alone(mixed: Project, locale: str) -> None:
    """Headings, anchors, numbers, what references say and what the search finds stay the same."""
    marked = page(mixed, locale)
    labels = References(mixed.load())._anchors
    ledger(mixed, confirm=False)
    (mixed.root / f"data/sync/{STEM}.sync").unlink()
    plain = page(mixed, locale)
    assert marks(marked)
    assert not marks(plain)
    assert References(mixed.load())._anchors == labels

    def ids(root: HtmlElement) -> list[tuple[str, str]]:
        return [(item.get("id"), item.text_content()) for item in root.iter() if item.get("id")]

    assert ids(marked) == ids(plain)
    assert list(read_sections(marked)) == list(read_sections(plain))


def one_sided(copy: Project, *, meant: bool) -> None:
    """Give the Vietnamese half two sections, the English half one, that the other one lacks."""
    ledger(copy, confirm=True)
    copy.edit(LAW_VI, "## Nội dung địa", "## Biểu mẫu {#forms}\n\nMột đoạn.\n\n## Nội dung địa")
    copy.edit(LAW_VI, "\n[^code]:", "\n## Phụ lục {#annex}\n\nMột đoạn.\n\n[^code]:")
    copy.edit(LAW, "## Practice", "## Use of {{ law.penal_code }} {#use}\n\nText.\n\n## Practice")
    if meant:
        reason = "chỉ dùng <b>ở tỉnh</b>."
        ledger(copy, confirm=True, forms=Entry("forms", only="vi", reason=reason))


@pytest.mark.parametrize("edition", EDITIONS)
def test_a_one_sided_section_is_named_on_both_sides(
    project: Callable[[], Project], edition: str
) -> None:
    """Where it stands, and where it would stand in the other half: links to its id arrive."""
    copy = project()
    one_sided(copy, meant=False)
    english, vietnamese = page(copy, "en", edition), page(copy, "vi", edition)
    assert marks(english) == {
        "forms": "Biểu mẫu. Vietnamese only: there is no English text of this section yet. "
        "See the Vietnamese text",
        "use": "English only: there is no Vietnamese text of this section yet.",
        "annex": "Phụ lục. Vietnamese only: there is no English text of this section yet. "
        "See the Vietnamese text",
    }
    assert marks(vietnamese) == {
        "forms": "Chỉ có bản tiếng Việt: mục này chưa có bản tiếng Anh.",
        "use": "Use of Penal Code. Chỉ có bản tiếng Anh: mục này chưa có bản tiếng Việt. "
        "Xem bản tiếng Anh",
        "annex": "Chỉ có bản tiếng Việt: mục này chưa có bản tiếng Anh.",
    }
    after = {mark.get("id"): mark.getnext() for mark in english.iterfind("p[@class='sync-mark']")}
    assert after["forms"].get("id") == "local"
    last = after["annex"]
    assert (last.get("id") or last.get("class")) == (
        "footnote" if edition == PARTICIPANT else "role-cards"
    )
    assert english.find("p[@id='forms']/b").get("lang") == "vi"


def test_a_reason_stands_in_its_own_words(project: Callable[[], Project]) -> None:
    """What is one-sided on purpose says why, as text, in the language that it was written in."""
    copy = project()
    one_sided(copy, meant=True)
    english, vietnamese = page(copy, "en"), page(copy, "vi")
    reason = "chỉ dùng <b>ở tỉnh</b>"
    assert marks(english)["forms"] == (
        f"Biểu mẫu. Written in Vietnamese only, on purpose. Reason: {reason}. "
        "See the Vietnamese text"
    )
    assert marks(vietnamese)["forms"] == (
        f"Chỉ biên soạn bằng tiếng Việt, theo chủ định. Lý do: {reason}."
    )
    said = [root.find(".//span[@class='sync-reason']/span") for root in (english, vietnamese)]
    assert [span.get("lang") for span in said] == ["vi", None]


@pytest.mark.parametrize(
    ("there", "missing", "text"),
    [
        ("en", LAW_VI, "English only: there is no Vietnamese text of this chapter yet."),
        ("vi", LAW, "Chỉ có bản tiếng Việt: chương này chưa có bản tiếng Anh."),
    ],
)
def test_a_page_without_counterpart_is_marked_once(
    project: Callable[[], Project], there: str, missing: str, text: str
) -> None:
    """At its title, not at each section, and without a link to what is not there."""
    copy = project()
    (copy.root / missing).unlink()
    assert marks(page(copy, there)) == {"top": text}


def test_trainer_text_marks_but_does_not_show(project: Callable[[], Project]) -> None:
    """Changed trainer text puts the section out of step in both editions; no word of it leaks."""
    copy = project()
    ledger(copy, confirm=True)
    copy.edit(LAW, "**Timing.** Twenty minutes.", "**Timing.** Zebra.")
    pages = [page(copy, "vi", edition) for edition in EDITIONS]
    assert marks(pages[0]) == marks(pages[1])
    assert list(marks(pages[0])) == ["self-assessment"]
    assert "Zebra" not in str(html.tostring(page(copy, "en"), encoding="unicode"))
