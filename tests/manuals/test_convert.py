"""The Markdown dialect: what it turns into what, each time anew."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from lxml import html
from markdown.extensions import Extension

from manuals.convert import NAMES, OPTIONS, convert_page, dialect
from manuals.editions import PARTICIPANT

if TYPE_CHECKING:
    from tests.conftest import Project

LAW = "v1-foundations/03-law.en.md"


def test_the_dialect_has_what_chapters_need(project: Callable[[], Project]) -> None:
    """Ids, footnotes, tables and permanent links to headings; pages still end in .md."""
    page = html.fragment_fromstring(convert_page(project().run(PARTICIPANT), LAW), "article")
    assert page.find("h2[@id='parts']/a[@class='headerlink']").get("href") == "#parts"
    assert [cell.text for cell in page.iterfind("table/tbody/tr/td")] == ["act", "a ticket"]
    assert page.find("p/sup/a[@class='footnote-ref']").get("href") == "#fn:code"
    assert len(page.findall("div[@class='footnote']/ol/li")) == 1
    assert page.find("p/a[@href='02-signs.md#look']").text == "1.2.1"


def test_a_page_does_not_depend_on_the_one_before(project: Callable[[], Project]) -> None:
    """Footnotes and ids begin anew in each page."""
    run = project().run()
    assert convert_page(run, LAW) == convert_page(run, LAW)


def test_our_extension_is_an_instance() -> None:
    """MkDocs takes the rest by name; ours as a name would need the project installed."""
    assert set(OPTIONS) <= set(NAMES)
    names, ours = dialect()[:-1], dialect()[-1]
    assert all(isinstance(name, str) for name in names)
    assert isinstance(ours, Extension)
