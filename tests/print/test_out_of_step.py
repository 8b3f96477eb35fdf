"""Sections out of step in a book: a sign at the heading, a list at the end, or nothing at all."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pikepdf
import pypdfium2
import pytest
from lxml import html

from manuals.convert import convert_page
from manuals.editions import PARTICIPANT
from manuals.export import Article
from manuals.pages import Run
from manuals.print.book import compose_volume
from manuals.print.pdf import Book, set_book
from manuals.sync.confirming import confirmed
from manuals.sync.ledger import Entry
from manuals.sync.pairs import read_sync, write_ledger
from tests.print.test_accessibility import assert_clean

if TYPE_CHECKING:
    from tests.conftest import Project

LAW, LAW_VI = "docs/v1-foundations/03-law.en.md", "docs/v1-foundations/03-law.vi.md"


def confirm(project: Project, **only: Entry) -> None:
    """Confirm every section that stands in both halves, in every pair."""
    manuals = project.load()
    for sync in read_sync(manuals)[0]:
        both = [item.id for item in sync.sections if len(item.prints) == 2]
        law = only if sync.pair.stem.endswith("03-law") else {}
        write_ledger(manuals, sync, {**confirmed(sync, both)[0], **law})


def volume(project: Project, locale: str) -> Book:
    """Return the tiny volume as a book, whatever the checks say of it."""
    run = Run(project.load(), PARTICIPANT, pdf=False, warnings=())
    articles = []
    for stem, pair in run.manuals.pairs.items():
        number = pair.numbers.chapter_label if pair.numbers else ""
        up = "en/" if locale == "en" else ""
        content = convert_page(run, f"{stem}.{locale}.md")
        half = pair.half(locale)
        articles.append(Article(stem, locale, number, half.title, f"{up}{stem}.html", content))
    return compose_volume(run.manuals, run.manuals.shelf.volumes[0], locale, PARTICIPANT, articles)


@pytest.fixture
def mixed(project: Callable[[], Project]) -> Project:
    """Return a volume whose law chapter has a section in each state."""
    copy = project()
    copy.edit(LAW_VI, "## Nội dung địa", "## Biểu mẫu {#forms}\n\nMột đoạn.\n\n## Nội dung địa")
    copy.edit(LAW, "## Practice", "## For guests {#guests}\n\nText.\n\n## Practice")
    confirm(copy, forms=Entry("forms", only="vi", reason="biểu mẫu của tỉnh"))
    copy.put_out_of_step()
    return copy


LISTED = {
    "en": [
        "Sections out of step",
        "These sections have the sign ≠ in the margin: their English and Vietnamese texts may "
        "differ.",
        "The Vietnamese text of these sections has not followed the latest change yet.",
        "1.3 The law (opening part)",
        "1.3.1 The parts",
        "The Vietnamese text of these sections has been changed since the last comparison. This "
        "text has not been compared with it yet.",
        "1.3.4 The age",
        "Both texts of these sections have been changed since the last comparison. They have not "
        "been compared again yet.",
        "1.3.6 A closer look more",
        "English only: there is no Vietnamese text of these sections yet.",
        "1.3.8 For guests",
        "Written in Vietnamese only, on purpose.",
        "1.3 Biểu mẫu Reason: biểu mẫu của tỉnh.",
    ],
    "vi": [
        "Các mục chưa khớp giữa hai bản",
        "Các mục này có dấu ≠ bên lề: nội dung bản tiếng Việt và bản tiếng Anh có thể khác nhau.",
        "Bản tiếng Anh của các mục này chưa được cập nhật theo lần sửa đổi mới nhất.",
        "1.3.4 Độ tuổi",
        "Bản tiếng Anh của các mục này đã được sửa đổi sau lần đối chiếu gần nhất. Bản tiếng Việt "
        "này chưa được đối chiếu lại.",
        "1.3 Pháp luật (phần mở đầu)",
        "1.3.1 Các yếu tố",
        "Cả hai bản của các mục này đã được sửa đổi sau lần đối chiếu gần nhất và chưa được đối "
        "chiếu lại.",
        "1.3.6 Nhìn kỹ hơn thêm",
        "Chỉ biên soạn bằng tiếng Việt, theo chủ định.",
        "1.3.7 Biểu mẫu Lý do: biểu mẫu của tỉnh.",
        "Chỉ có bản tiếng Anh: các mục này chưa có bản tiếng Việt.",
        "1.3 For guests",
    ],
}


@pytest.mark.parametrize("locale", ["en", "vi"])
def test_the_list_says_what_is_meant_and_where(mixed: Project, locale: str) -> None:
    """A group a meaning, each section with number, title and reason, behind the glossary."""
    root = html.document_fromstring(volume(mixed, locale).whole())
    last = root.find(".//section[@class='back']/article[@class='steps']/..")
    assert [" ".join(item.text_content().split()) for item in last[0]] == LISTED[locale]
    ids = {item.get("id") for item in root.iter() if item.get("id")}
    targets = [link.get("href")[1:] for link in last.iter("a")]
    assert len(set(targets)) == len(targets) == 6
    assert set(targets) <= ids
    reason = last.find(".//span[@class='step-reason']")
    assert reason.get("lang") == ("vi" if locale == "en" else None)


@pytest.mark.parametrize("locale", ["en", "vi"])
def test_a_sign_is_a_picture_with_words(mixed: Project, locale: str) -> None:
    """It stands in the heading but adds nothing to its text; the web's sentence goes into it."""
    signs = html.document_fromstring(volume(mixed, locale).whole()).findall(
        ".//img[@class='sync-sign']"
    )
    assert len(signs) == 6
    texts = {sign.getparent().text_content(): sign.get("alt") for sign in signs}
    chapter, word = {"en": ("Chapter 1.3", "Vietnamese"), "vi": ("Chương 1.3", "tiếng Anh")}[locale]
    assert word in texts[chapter]
    closer = {"en": "A closer look more", "vi": "Nhìn kỹ hơn thêm"}[locale]
    assert texts[closer].startswith({"en": "Both texts", "vi": "Cả hai bản"}[locale])


@pytest.mark.parametrize("locale", ["en", "vi"])
def test_nothing_where_all_is_in_step(project: Callable[[], Project], locale: str) -> None:
    """No sign, no list, no line in the contents or the imprint."""
    copy = project()
    confirm(copy)
    text = volume(copy, locale).html
    assert not [
        word for word in ("sync-", "out-of-step", "≠", "compared", "đối chiếu:") if word in text
    ]


@pytest.mark.parametrize(
    ("locale", "line"),
    [
        ("en", "Sections not yet compared with the Vietnamese text: 18 of 18."),
        ("vi", "Số mục chưa được đối chiếu với bản tiếng Anh: 18/18."),
    ],
)
def test_the_imprint_counts_what_nobody_has_compared(
    project: Callable[[], Project], locale: str, line: str
) -> None:
    """It is no sign of a fault, so that it is told once and not at each heading."""
    root = html.document_fromstring(volume(project(), locale).whole())
    assert line in [item.text for item in root.iterfind(".//section[@class='imprint']/p")]
    assert not root.findall(".//img[@class='sync-sign']")
    assert root.find(".//h1[@id='out-of-step']") is None


def test_a_chapter_in_the_other_language_is_listed_as_missing(
    project: Callable[[], Project],
) -> None:
    """Each book says from its own side that the chapter stands in English only."""
    copy = project()
    confirm(copy)
    (copy.root / LAW_VI).unlink()
    for locale, meaning in (
        ("en", "English only: there is no Vietnamese text of these sections yet."),
        ("vi", "Chỉ có bản tiếng Anh: các mục này chưa có bản tiếng Việt."),
    ):
        root = html.document_fromstring(volume(copy, locale).whole())
        listed = root.find(".//article[@class='steps']")
        assert [item.text_content() for item in listed[2:]] == [meaning, "1.3  The law"]


@pytest.mark.slow
@pytest.mark.parametrize("locale", ["en", "vi"])
def test_in_print(mixed: Project, tmp_path: Path, locale: str) -> None:
    """Signs are tagged with their words, bookmarks are plain, the list names the printed page."""
    path = tmp_path / "volume.pdf"
    path.write_bytes(set_book(volume(mixed, locale), mixed.root / "docs"))
    assert_clean(path)
    document = pypdfium2.PdfDocument(path)
    titles = {item.get_title(): item.get_dest().get_index() for item in document.get_toc()}
    age = {"en": "The age", "vi": "Độ tuổi"}[locale]
    folio = _text(document, titles[age], foot=True).strip()
    lines = _text(document, titles[LISTED[locale][0]]).splitlines()
    found = next(line for line in lines if line.startswith(f"1.3.4 {age}"))
    assert found.split(".")[-1].strip() == folio
    with pikepdf.open(path) as pdf:
        figures = [
            str(item.Alt)
            for item in pdf.objects
            if isinstance(item, pikepdf.Dictionary) and item.get("/S") == "/Figure"
        ]
    closer = {"en": "Both texts", "vi": "Cả hai bản"}[locale]
    assert len([text for text in figures if text.startswith(closer)]) == 1


def _text(document: pypdfium2.PdfDocument, page: int, *, foot: bool = False) -> str:
    """Return a page's text above the foot, or of the foot the number at the outer edge."""
    width, height = document[page].get_size()
    outer = (0, 0, 142, 60) if page % 2 else (width - 142, 0, width, 60)
    bounds = outer if foot else (0, 60, width, height)
    return str(document[page].get_textpage().get_text_bounded(*bounds)).replace("\r", "")
