"""The volumes' PDFs: whole, in order, tagged, readable by machines and people."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from lxml import html

from manuals.export import Article
from manuals.languages import load_languages
from manuals.print.matter.references import cite_pages
from manuals.print.preparation import prepare
from tests.print.drawn import body_text
from tests.real import ROOT, articles, built

pytestmark = pytest.mark.slow
EDITIONS = ("participant", "trainer")
LOCALES = ("vi", "en")
PAGE = re.compile(r"\((?:p|tr)\.\d+\)|,(?:p|tr)\.\d+")  # of a reference, as squeezed
CASES = [(edition, locale) for edition in EDITIONS for locale in LOCALES]


def pdf_path(edition: str, locale: str) -> Path:
    """Return a volume's PDF."""
    place = built() if edition == "participant" else built() / edition
    return place / "pdf" / f"v1-foundations.{locale}.pdf"


def chapter_articles(edition: str, locale: str) -> list[Article]:
    """Return the chapters' articles that the PDF was set from."""
    return [item for item in articles(edition) if item.number and item.locale == locale]


def page_texts(path: Path) -> list[str]:
    """Return each page's text without running head and foot.

    A page that says that it is left blank has none.
    """
    texts = []
    blank = load_languages(ROOT)[path.name.split(".")[1]].of("matter", "blank")
    document = pypdfium2.PdfDocument(path)
    for page in document:
        text = body_text(page)
        texts.append("" if text == squeeze(blank) else text)
    return texts


def chapter_texts(path: Path) -> dict[str, str]:
    """Return the text of each chapter, cut at the pages where the outline says it begins."""
    document = pypdfium2.PdfDocument(path)
    starts = []
    for item in document.get_toc():
        destination = item.get_dest()
        if item.level == 0 and destination:
            starts.append((item.get_title(), destination.get_index()))
    texts = page_texts(path)
    ends = [start for _, start in starts[1:]] + [len(texts)]
    return {
        title: "\n".join(texts[start:end])
        for (title, start), end in zip(starts, ends, strict=True)
        if re.match(r"(Chapter|Chương) ", title)
    }


def letters(text: str) -> Counter[str]:
    """Count letters and digits; hyphens and bullets are the setting's own."""
    return Counter(letter for letter in unicodedata.normalize("NFC", text) if letter.isalpha())


def expected_text(article: Article, *, pages: bool = False) -> Iterator[str]:
    """Yield what an article prints, with the letters of choices; `pages`: with "p." or "tr."."""
    prefixes = {item.url: "c" for item in chapter_articles("participant", article.locale)}
    root = prepare(article, prefixes)
    if pages:
        cite_pages(root, load_languages(ROOT)[article.locale])
    yield str(root.text_content())
    for choices in root.iterfind(".//ol[@class='choices']"):
        yield "".join(chr(97 + place) for place in range(len(choices)))


@pytest.mark.parametrize(("edition", "locale"), CASES)
def test_every_letter_of_every_chapter_is_printed_once(edition: str, locale: str) -> None:
    """Nothing is lost, nothing is doubled, and every Vietnamese letter comes back."""
    printed = chapter_texts(pdf_path(edition, locale))
    articles = chapter_articles(edition, locale)
    assert len(printed) == len(articles) == 10
    for article, (title, text) in zip(articles, printed.items(), strict=True):
        assert article.number in title
        wanted = letters("".join(expected_text(article, pages=True)))
        found = letters(text)
        doubled = without_heads(found - wanted, article)
        assert not wanted - found, f"{title}: lost {wanted - found}"
        assert not doubled, f"{title}: doubled {doubled}"


def without_heads(doubled: Counter[str], article: Article) -> Counter[str]:
    """Take out the heads of tables, which stand again on each page that a table goes on to."""
    root = html.fragment_fromstring(article.html, create_parent="article")
    heads = [letters(str(head.text_content())) for head in root.iter("thead")]
    for head in sorted(heads, key=Counter.total, reverse=True):
        while head.total() and not head - doubled:
            doubled = doubled - head
    return doubled


@pytest.mark.parametrize(("edition", "locale"), CASES)
def test_every_paragraph_and_footnote_stands_once_and_in_order(edition: str, locale: str) -> None:
    """A paragraph is found by its number and first words, a footnote by its first words."""
    printed = chapter_texts(pdf_path(edition, locale))
    for article, text in zip(chapter_articles(edition, locale), printed.values(), strict=True):
        squeezed = PAGE.sub("", squeeze(text))
        root = html.fragment_fromstring(article.html, create_parent="article")
        places = []
        for paragraph in root.iterfind(".//p[@class='numbered']"):
            start = squeeze(paragraph.text_content())[:24]
            assert squeezed.count(start) == 1, f"{article.number}: {start}"
            places.append(squeezed.index(start))
        assert places == sorted(places)
        for note in root.iterfind(".//div[@class='footnote']//li"):
            start = squeeze(note.text_content()).removesuffix("↩")
            assert squeezed.count(start) == 1, f"{article.number}: {start}"


def squeeze(text: str) -> str:
    """Take out what line breaking changes: spaces, hyphens, soft hyphens."""
    return re.sub(r"[\s\u00a0\u00ad\u2010\ufffe\u0002-]", "", unicodedata.normalize("NFC", text))


@pytest.mark.parametrize(("edition", "locale"), CASES)
def test_every_anchor_is_a_destination_once(edition: str, locale: str) -> None:
    """Each id of the articles, with its chapter's prefix, can be linked to in the PDF."""
    with pikepdf.open(pdf_path(edition, locale)) as pdf:
        names = [str(name) for name in pikepdf.NameTree(pdf.Root.Names.Dests)]
    assert len(names) == len(set(names))
    for place, article in enumerate(chapter_articles(edition, locale), 1):
        root = prepare(article, {article.url: f"c{place:02}"})
        linked = {link.get("href") for link in root.iter("a")}
        ids = {f"#{item.get('id')}" for item in root.iter() if item.get("id")}
        for id in linked & ids:
            assert id[1:] in names


@pytest.mark.parametrize(("edition", "locale"), CASES)
def test_links_stay_inside_and_arrive(edition: str, locale: str) -> None:
    """No link leaves the file, and every link's destination exists."""
    with pikepdf.open(pdf_path(edition, locale)) as pdf:
        names = {str(name) for name in pikepdf.NameTree(pdf.Root.Names.Dests)}
        count = 0
        for page in pdf.pages:
            for annotation in page.get("/Annots", []):
                if annotation.get("/Subtype") != "/Link":
                    continue
                count += 1
                assert "/A" not in annotation or annotation.A.S == "/GoTo"
                destination = annotation.get("/Dest") or annotation.A.D
                assert str(destination) in names
        assert count > 100
        assert "/EmbeddedFiles" not in pdf.Root.Names


@pytest.mark.parametrize(("edition", "locale"), CASES)
def test_the_document_names_itself(edition: str, locale: str) -> None:
    """Title, language, dates from the volume's data; an outline with all chapters."""
    with pikepdf.open(pdf_path(edition, locale)) as pdf:
        assert str(pdf.Root.Lang) == locale
        title = {"vi": "Kiến thức nền tảng và pháp luật", "en": "Foundations and law"}[locale]
        assert str(pdf.docinfo["/Title"]) == title
        assert str(pdf.docinfo["/CreationDate"]).startswith("D:20261123")
        assert len(pdf.open_outline().root) >= 12


def test_the_contents_give_the_printed_page() -> None:
    """A page number in the contents is the folio that stands on that page."""
    path = pdf_path("participant", "vi")
    document = pypdfium2.PdfDocument(path)
    listed: dict[str, str] = {}
    for page in list(document)[4:10]:
        for line in page.get_textpage().get_text_range().splitlines():
            match = re.match(r"Chương (1\.\d+)\s.*?\.{2,}\s*(\d+)$", line.strip())
            if match:
                listed[match[1]] = match[2]
    assert len(listed) == 10
    for item in document.get_toc():
        match = re.match(r"Chương (1\.\d+)", item.get_title())
        destination = item.get_dest()
        if match and item.level == 0 and destination:
            page = document[destination.get_index()]
            width, _ = page.get_size()
            foot = page.get_textpage().get_text_bounded(width / 2, 0, width, 60)
            assert foot.split()[-1] == listed[match[1]]
