"""The parallel book: both texts of every paragraph side by side, whole, each in its language."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from typing import TYPE_CHECKING

import pikepdf
import pypdfium2
import pytest
from lxml import html
from lxml.html import HtmlElement

from manuals.convert import convert_page
from manuals.editions import PARTICIPANT
from manuals.export import Article
from manuals.pages import Run
from manuals.print.parallel import compose_parallel
from tests.print.test_out_of_step import LAW_VI, confirm
from tests.print.test_volume import (
    chapter_articles,
    expected_text,
    letters,
    pdf_path,
    squeeze,
    without_heads,
)

if TYPE_CHECKING:
    from tests.conftest import Project

EDITIONS = ("participant", "trainer")
LOCALES = ("en", "vi")
HEAD, FOOT = 48, 50  # points at the top and bottom of a page that hold running head and foot
GUTTER = 20  # half the width of the strip that holds nothing but numbers, in points


def composed(copy: Project) -> HtmlElement:
    """Return the tiny project's parallel book, composed but not set, whatever checks say of it."""
    run = Run(copy.load(), PARTICIPANT, pdf=False, warnings=())
    articles = []
    for stem, pair in run.manuals.pairs.items():
        for locale in LOCALES:  # where a half is not written the other one's text stands in for it
            number = pair.numbers.chapter_label if pair.numbers else ""
            url = f"{'en/' if locale == 'en' else ''}{stem}.html"
            content = convert_page(run, f"{stem}.{locale}.md")
            title = pair.half(locale).title
            articles.append(Article(stem, locale, number, title, url, content))
    volume = run.manuals.shelf.volumes[0]
    book = compose_parallel(run.manuals, volume, PARTICIPANT, articles)
    assert book.name == "v1-foundations.en-vi"
    return html.document_fromstring(book.whole())


def rows(root: HtmlElement, part: str) -> list[tuple[str, str, str]]:
    """Return the texts of a part's rows: English, number, Vietnamese."""
    found = []
    for row in root.xpath(f"//*[@class='facing-{part}']//div[starts-with(@class, 'row ')]"):
        first, _, second = row
        assert (first.get("lang"), second.get("lang")) == LOCALES
        found.append(tuple(" ".join(each.text_content().split()) for each in row))
    return found


def test_rows(project: Callable[[], Project]) -> None:
    """Title beside title, paragraph beside paragraph; the number stands once, between them."""
    found = rows(composed(project()), "body")
    assert ("Chapter 1.2 Signs", "", "Chương 1.2 Dấu hiệu") in found
    numbered = [row for row in found if row[1]]
    assert numbered[0][1] == "1.2.1"
    assert all(first and second for first, _, second in numbered)
    assert not any(number in first + second for first, number, second in numbered)


def test_outline(project: Callable[[], Project]) -> None:
    """A pair of headings is one entry, with both texts."""
    root = composed(project())
    headings = root.xpath("//*[@class='facing-body']//*[self::h1 or self::h2 or self::h3]")
    labels = [item.get("data-bookmark") for item in headings[::2]]
    assert "Chapter 1.2 Signs / Chương 1.2 Dấu hiệu" in labels
    assert all(" / " in label for label in labels)
    assert {item.get("class") for item in headings[1::2]} == {"unmarked"}


def test_every_id_is_there_once_and_every_link_arrives(project: Callable[[], Project]) -> None:
    """Ids begin with the language, and a link leads to the text in its own."""
    root = composed(project())
    ids = [str(item.get("id")) for item in root.iter("*") if item.get("id")]
    assert len(ids) == len(set(ids))
    links = [
        (link.get("href"), link.xpath("ancestor::*[@lang][1]")[0].get("lang"))
        for link in root.iter("a")
    ]
    assert len(links) > 20
    for address, locale in links:
        assert address.startswith(f"#{locale}-")
        assert address[1:] in ids


def test_half_that_is_not_written(project: Callable[[], Project]) -> None:
    """The chapter stands on one side; the other language's text never stands in for it."""
    copy = project()
    (copy.root / "docs/v1-foundations/02-signs.vi.md").unlink()
    found = rows(composed(copy), "body")
    after = next(place for place, row in enumerate(found) if row[0].startswith("Chapter 1.3"))
    assert found[0] == ("Chapter 1.2 Signs", "", "")
    assert [row[2] for row in found[:after] if row[2]] == []
    assert found[after][2].startswith("Chương 1.3")


def test_section_out_of_step(project: Callable[[], Project]) -> None:
    """Its heading stands beside the mark that names it; each language has its list at the end."""
    copy = project()
    added = "## Biểu mẫu {#forms}\n\nMột đoạn.\n\n## Nội dung địa"
    copy.edit(LAW_VI, "## Nội dung địa", added)
    confirm(copy)
    root = composed(copy)
    found = rows(root, "body")
    place = next(place for place, row in enumerate(found) if row[2] == "Biểu mẫu")
    assert "Biểu mẫu" in found[place][0]
    assert found[place + 1][0] == ""
    assert found[place + 1][2] == "Một đoạn."
    assert ("", "", "Biểu mẫu") in rows(root, "contents")
    lists = root.xpath("//*[@class='facing-back']//article[@class='steps']")
    assert [item.xpath("ancestor::*[@lang][1]")[0].get("lang") for item in lists] == ["en", "vi"]
    ids = [str(item.get("id")) for item in root.iter("*") if item.get("id")]
    assert len(ids) == len(set(ids))
    assert {link.get("href")[1:] for link in root.iter("a")} <= set(ids)
    assert {str(one) for one in root.xpath("//@data-of")} <= set(ids)
    assert root.xpath("//h2[@id='vi-c02-forms']/@data-bookmark") == ["Biểu mẫu"]


def test_footnotes_stand_below_their_paragraph(project: Callable[[], Project]) -> None:
    """Note beside note, with the same number, right after the row that cites it."""
    found = rows(composed(project()), "body")
    places = [place for place, row in enumerate(found) if re.match(r"1\s?\S", row[0])]
    assert places
    for place in places:
        assert found[place][2].startswith("1")
        assert not found[place][1]


@cache
def book(edition: str) -> pypdfium2.PdfDocument:
    """Open the real volume's parallel PDF."""
    return pypdfium2.PdfDocument(pdf_path(edition, "en-vi"))


def text_of(page: pypdfium2.PdfPage) -> str:
    """Return a page's text without running head and foot."""
    width, height = page.get_size()
    return str(page.get_textpage().get_text_bounded(0, FOOT, width, height - HEAD))


def chapter_pages(edition: str) -> list[range]:
    """Return the pages of each chapter, from the outline."""
    tops = [item for item in book(edition).get_toc() if item.level == 0]
    starts = [item.get_dest().get_index() for item in tops]
    ends = [*starts[1:], len(book(edition))]
    return [
        range(start, end)
        for item, start, end in zip(tops, starts, ends, strict=True)
        if re.match(r"Chapter .* / Chương ", item.get_title())
    ]


@pytest.mark.slow
@pytest.mark.parametrize("edition", EDITIONS)
def test_every_letter_of_both_texts_is_printed_once(edition: str) -> None:
    """Nothing is lost where a row goes over a page, and nothing is doubled."""
    pages = chapter_pages(edition)
    articles = [chapter_articles(edition, locale) for locale in LOCALES]
    assert len(pages) == len(articles[0]) == len(articles[1]) == 10
    for places, *pair in zip(pages, *articles, strict=True):
        wanted = letters("".join(text for article in pair for text in expected_text(article)))
        found = letters("".join(text_of(book(edition)[place]) for place in places))
        assert not wanted - found, f"{pair[0].number}: lost {wanted - found}"
        doubled = found - wanted
        for article in pair:
            doubled = without_heads(doubled, article)
        assert not doubled, f"{pair[0].number}: doubled {doubled}"


def printed_numbers(edition: str, places: range) -> Iterator[tuple[str, str, str]]:
    """Yield each number of the middle column with the lines left and right of it."""
    for place in places:
        page = book(edition)[place]
        width, height = page.get_size()
        assert (round(width), round(height)) == (842, 595)
        text, middle = page.get_textpage(), width / 2
        column = (middle - GUTTER, FOOT, middle + GUTTER, height - HEAD)
        for label in text.get_text_bounded(*column).split():
            search = text.search(label, match_whole_word=True)
            while found := search.get_next():
                left, bottom, right, top = text.get_charbox(found[0])
                if column[0] < left and right < column[2]:
                    break
            line = [
                text.get_text_bounded(start, bottom - 1, end, top + 1)
                for start, end in ((0, column[0]), (column[2], width))
            ]
            yield label, *map(squeeze, line)


@pytest.mark.slow
@pytest.mark.parametrize("edition", EDITIONS)
def test_every_number_stands_between_its_two_texts(edition: str) -> None:
    """On the number's own line the English paragraph begins left, the Vietnamese right."""
    articles = [chapter_articles(edition, locale) for locale in LOCALES]
    for places, *pair in zip(chapter_pages(edition), *articles, strict=True):
        texts = [dict(paragraphs(article)) for article in pair]
        printed = list(printed_numbers(edition, places))
        assert [label for label, _, _ in printed] == list(texts[0]) == list(texts[1])
        for label, *lines in printed:
            for line, text in zip(lines, texts, strict=True):
                assert line[:16] == text[label][:16], label


def paragraphs(article: Article) -> Iterator[tuple[str, str]]:
    """Yield number and text of an article's paragraphs."""
    root = html.fragment_fromstring(article.html, create_parent="article")
    for paragraph in root.iterfind("p[@class='numbered']"):
        number = paragraph.find("a[@class='pn']")
        text = str(paragraph.text_content())
        yield str(number.text), squeeze(text).removeprefix(str(number.text))


def trainer_texts(locale: str) -> set[str]:
    """Return the beginnings of all that stands in the trainer edition's articles only."""
    common = squeeze(
        "".join(
            html.fromstring(item.html).text_content()
            for item in chapter_articles("participant", locale)
        )
    )
    found = set()
    for article in chapter_articles("trainer", locale):
        root = html.fragment_fromstring(article.html, create_parent="article")
        for kind in ("trainer", "answer", "card"):
            for item in root.xpath(
                f".//div[contains(@class, 'box-{kind}')]//*[self::p or self::li]"
            ):
                found.add(squeeze(item.text_content())[:24])
    return {text for text in found if len(text) == 24 and text not in common}


@pytest.mark.slow
def test_the_participants_book_holds_no_trainer_text() -> None:
    """No answer, role card or note for trainers; the trainers' book holds all of them."""
    texts = {edition: squeeze("".join(map(text_of, book(edition)))) for edition in EDITIONS}
    for locale in LOCALES:
        secrets = trainer_texts(locale)
        assert len(secrets) > 100
        assert [text for text in secrets if text in texts["participant"]] == []
        lost = [text for text in secrets if text not in texts["trainer"]]
        assert len(lost) < len(secrets) / 20  # a page may end within the first 24 letters


@pytest.mark.slow
def test_pages_are_numbered_through() -> None:
    """From the first chapter to the last page of the back matter the folios count on."""
    start = chapter_pages("participant")[0].start
    for place in range(start, len(book("participant"))):
        page = book("participant")[place]
        middle = page.get_size()[0] / 2
        foot = page.get_textpage().get_text_bounded(middle - 30, 0, middle + 30, FOOT)
        assert foot.strip() == str(place - start + 1)


@pytest.mark.slow
@pytest.mark.parametrize("edition", EDITIONS)
def test_links_lead_to_the_same_language(edition: str) -> None:
    """A link in the left column leads to English, one in the right column to Vietnamese."""
    with pikepdf.open(pdf_path(edition, "en-vi")) as pdf:
        names = {str(name) for name in pikepdf.NameTree(pdf.Root.Names.Dests)}
        found = [
            (float(link.Rect[0]) < 421, str(link.Dest if "/Dest" in link else link.A.D))
            for page in pdf.pages
            for link in page.get("/Annots", [])
        ]
    assert len(found) > 300
    for left, name in found:
        assert name in names
        assert name.startswith("en-" if left else "vi-")


@pytest.mark.slow
def test_each_text_is_tagged_with_its_language() -> None:
    """The document is English; every Vietnamese cell says so, and no table is one for the eye."""
    with pikepdf.open(pdf_path("participant", "en-vi")) as pdf:
        assert str(pdf.Root.Lang) == "en"
        tags = [item for item in pdf.objects if isinstance(item, pikepdf.Dictionary)]
        tags = [item for item in tags if item.get("/Type") == "/StructElem"]
        foreign = [item for item in tags if "/Lang" in item]
        assert len(foreign) > 600
        assert {(str(item.S), str(item.Lang)) for item in foreign} == {("/Div", "vi")}
        assert not [item for item in tags if item.S == "/Part"]
        assert len([item for item in tags if item.S == "/Table"]) < 150
        assert len(pdf.open_outline().root) == 14
