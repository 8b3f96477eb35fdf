"""The shelf on the home page: each volume with its facts, its PDFs and the offline copy."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from lxml import html
from lxml.html import HtmlElement

from manuals.shelf import pdf_name, shelf_list

if TYPE_CHECKING:
    from tests.conftest import Project


def shelf(copy: Project, locale: str, *, pdf: bool = True) -> HtmlElement:
    """Return the project's shelf in one language."""
    manuals = copy.load()
    return html.fragment_fromstring(shelf_list(manuals, manuals.languages[locale], pdf=pdf))


def links(root: HtmlElement) -> dict[str, str]:
    """Return where the links of a shelf lead, by their text."""
    return {link.text_content(): link.get("href") for link in root.iter("a")}


@pytest.mark.parametrize(
    ("locale", "expected"),
    [
        (
            "vi",
            {
                "Kiến thức nền tảng": "v1-foundations/index.html",
                "Đọc": "v1-foundations/index.html",
                "PDF · Tiếng Việt": "pdf/v1-foundations.vi.pdf",
                "PDF · English": "pdf/v1-foundations.en.pdf",
                "PDF · Song ngữ Việt – Anh": "pdf/v1-foundations.en-vi.pdf",
                "manuals.zip": "offline/manuals.zip",
            },
        ),
        (
            "en",
            {
                "Foundations": "v1-foundations/index.html",
                "Read": "v1-foundations/index.html",
                "PDF · Tiếng Việt": "../pdf/v1-foundations.vi.pdf",
                "PDF · English": "../pdf/v1-foundations.en.pdf",
                "PDF · Both languages side by side": "../pdf/v1-foundations.en-vi.pdf",
                "manuals.zip": "../offline/manuals.zip",
            },
        ),
    ],
)
def test_links(project: Callable[[], Project], locale: str, expected: dict[str, str]) -> None:
    """All PDFs and the offline copy are reached from each language's home page."""
    assert links(shelf(project(), locale)) == expected


def test_own_language_first(project: Callable[[], Project]) -> None:
    """The PDF in the reader's language stands first, and each says its language."""
    for locale, order in (("vi", ["vi", "en"]), ("en", ["en", "vi"])):
        found = shelf(project(), locale).iterfind(".//a[@hreflang]")
        assert [link.get("hreflang") for link in found] == order


def test_no_pdf_no_offer(project: Callable[[], Project]) -> None:
    """A site that is built without PDFs offers neither them nor the offline copy."""
    assert set(links(shelf(project(), "en", pdf=False)).values()) == {"v1-foundations/index.html"}


def test_facts(project: Callable[[], Project]) -> None:
    """A card says for whom the volume is, how long, which edition and how old its law."""
    found = shelf(project(), "en")
    assert found.findtext(".//p[@class='volume-audience']") == "For all"
    assert found.findtext(".//p[@class='volume-facts']") == (
        "2 chapters · Edition 0.1, 23 November 2026 · Law as of 1 July 2026"
    )
    found = shelf(project(), "vi")
    assert found.findtext(".//p[@class='volume-number']") == "Tập 1"
    assert found.findtext(".//p[@class='volume-facts']") == (
        "2 chương · Phiên bản 0.1, 23/11/2026 · Pháp luật tính đến ngày 01/7/2026"
    )


def test_one_card_a_volume(project: Callable[[], Project]) -> None:
    """Each volume of data/volumes.yml has its card, in that order, with its own anchor."""
    copy = project()
    text = copy.read("data/volumes.yml")
    entry = text[text.index("  - id:") :]
    second = entry.replace("v1-foundations", "v2-cases").replace("number: 1", "number: 2")
    copy.write("data/volumes.yml", text + second)
    found = shelf(copy, "en")
    assert [card.get("id") for card in found.iterfind("section[@class='volume']")] == [
        "v1-foundations",
        "v2-cases",
    ]


def test_texts_are_escaped(project: Callable[[], Project]) -> None:
    """A title with & or < is text, not HTML."""
    copy = project()
    copy.edit("data/volumes.yml", '"Foundations"', '"Law & <b>order</b>"')
    copy.edit("data/volumes.yml", '"For all"', '"R&D"')
    found = shelf(copy, "en")
    assert found.find(".//h2").text_content() == "Law & <b>order</b>"
    assert found.findtext(".//p[@class='volume-audience']") == "R&D"


def test_pdf_name() -> None:
    """A PDF is named by volume and language, in ASCII and small letters."""
    assert pdf_name("v1-foundations", "vi") == "v1-foundations.vi.pdf"
