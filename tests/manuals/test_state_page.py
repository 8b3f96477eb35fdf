"""The state page: honest figures by volume and chapter."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from lxml import html
from lxml.html import HtmlElement

from manuals.convert import convert_page
from manuals.state_page import not_compared
from manuals.sync.confirming import confirmed
from manuals.sync.ledger import Entry
from manuals.sync.pairs import find_pair, read_sync, write_ledger
from manuals.sync.states import UNCONFIRMED

if TYPE_CHECKING:
    from tests.conftest import Project

STEM = "v1-foundations/03-law"
LAW, LAW_VI = f"docs/{STEM}.en.md", f"docs/{STEM}.vi.md"


def rows(copy: Project, locale: str) -> dict[str, list[str]]:
    """Return the lines of each row by its head."""
    return {
        row[0].text_content(): [line.text_content() for line in row[1]]
        for row in table(copy, locale).iterfind(".//tbody/tr")
    }


def table(copy: Project, locale: str) -> HtmlElement:
    """Return the page's table as the site has it."""
    content = convert_page(copy.run(), f"state.{locale}.md")
    assert "slot-" not in content
    root = html.fragment_fromstring(content, create_parent="article")
    return root.find(".//div[@class='state']/table")


def confirm(copy: Project) -> None:
    """Confirm the law chapter but for one section."""
    manuals = copy.load()
    sync = find_pair(read_sync(manuals)[0], STEM)
    ids = [item.id for item in sync.sections if item.id != "practice"]
    write_ledger(manuals, sync, confirmed(sync, ids)[0])


@pytest.fixture
def mixed(project: Callable[[], Project]) -> Project:
    """Return a project with sections in several states."""
    copy = project()
    confirm(copy)
    copy.edit(LAW, "Each part is proved", "Every part is proved")
    copy.edit(LAW_VI, " {#closer}", " thêm {#closer}")
    (copy.root / "docs/glossary.vi.md").unlink()
    return copy


def test_figures(mixed: Project) -> None:
    """A row a volume, a chapter, the other pages and the whole set; no state that is not there."""
    found = rows(mixed, "en")
    assert list(found) == [
        "Volume 1. Foundations",
        "1.2 Signs",
        "1.3 The law",
        "Other pages",
        "Whole set",
    ]
    assert found["1.3 The law"] == [
        "sections: 10",
        "in step: 7",
        "Vietnamese behind: 1",
        "English behind: 1",
        "not yet compared: 1",
    ]
    assert "one language only: 1" in found["Other pages"]
    sections = {name: int(lines[0].removeprefix("sections: ")) for name, lines in found.items()}
    own = sections["1.2 Signs"] + sections["1.3 The law"]
    assert sections["Volume 1. Foundations"] == own + 2  # the volume's first page
    whole = sections["Volume 1. Foundations"] + sections["Other pages"]
    assert sections["Whole set"] == whole
    assert rows(mixed, "vi")["1.3 Pháp luật"][:3] == [
        "số mục: 10",
        "đã khớp: 7",
        "bản tiếng Việt chưa cập nhật: 1",
    ]


def test_chapters_are_links_and_heads(mixed: Project) -> None:
    """A chapter's name leads to it; screen readers know what heads a row."""
    found = table(mixed, "vi")
    assert found.xpath(".//tbody/tr/th/a/@href") == [
        "v1-foundations/02-signs.html",
        f"{STEM}.html",
    ]
    assert {head.get("scope") for head in found.iterfind(".//tbody/tr/th")} == {"row"}


def test_what_is_one_sided_on_purpose_is_told(project: Callable[[], Project]) -> None:
    """It counts with what stands in one language, and the page says how much of it is meant."""
    copy = project()
    (copy.root / LAW_VI).unlink()
    manuals = copy.load()
    sync = find_pair(read_sync(manuals)[0], STEM)
    write_ledger(manuals, sync, {"closer": Entry("closer", only="en", reason="for guests")})
    assert "one language only: 10 (1 on purpose)" in rows(copy, "en")["1.3 The law"]


def test_not_compared(mixed: Project) -> None:
    """The book's sentence counts what nobody has compared; with nothing to say it says nothing."""
    manuals = mixed.load()
    words = manuals.languages
    sync = find_pair(read_sync(manuals)[0], STEM)
    assert not_compared([sync], words["en"]) == (
        "Sections not yet compared with the Vietnamese text: 1 of 10."
    )
    assert not_compared([sync], words["vi"]) == (
        "Số mục chưa được đối chiếu với bản tiếng Anh: 1/10."
    )
    write_ledger(manuals, sync, confirmed(sync, [item.id for item in sync.sections])[0])
    sync = find_pair(read_sync(manuals)[0], STEM)
    assert UNCONFIRMED not in {item.state for item in sync.sections}
    assert not_compared([sync], words["en"]) == ""
