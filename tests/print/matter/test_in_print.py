"""The back matter of the real volume, read back from its PDFs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from lxml import html

from manuals.addresses import permanent_address, site_address
from manuals.chapters import Manuals, load_manuals
from manuals.commands.country import country_of
from manuals.documents import known_documents, load_treaties
from manuals.print.matter.anchors import read_blocks
from manuals.print.matter.term_index import TermIndex
from tests.real import ROOT, built, manifest

pytestmark = pytest.mark.slow
LOCALES = ("vi", "en")
VOLUME = "v1-foundations"
NOTE = re.compile(r"(?<=[^\W\d_])\d+")  # of a footnote, beside its word


@cache
def manuals() -> Manuals:
    """Return the real set."""
    return load_manuals(ROOT, country_of(ROOT))


def path(locale: str) -> Path:
    """Return the volume's PDF for participants."""
    return built() / "pdf" / f"{VOLUME}.{locale}.pdf"


@cache
def texts(locale: str) -> list[str]:
    """Return each page's text, words that are broken at a line's end put together."""
    found = []
    for page in pypdfium2.PdfDocument(path(locale)):
        text = page.get_textpage().get_text_range().replace("\r", "")
        found.append(re.sub(r"[\ufffe\u0002\u00ad]\n?|-\n(?=[a-z])", "", text))
    return found


def part(locale: str, key: str) -> list[str]:
    """Return the texts of the pages of one piece, by its heading in the outline."""
    starts = [
        (item.get_title(), item.get_dest().get_index())
        for item in pypdfium2.PdfDocument(path(locale)).get_toc()
        if item.level == 0
    ]
    titles = [title for title, _ in starts]
    place = titles.index(manuals().languages[locale].of("matter", key))
    ends = [start for _, start in starts[1:]] + [len(texts(locale))]
    return texts(locale)[starts[place][1] : ends[place]]


def printed(locale: str) -> dict[int, str]:
    """Return the text of each page of the chapters by its printed number."""
    outline = [
        (item.get_title(), item.get_dest().get_index())
        for item in pypdfium2.PdfDocument(path(locale)).get_toc()
        if item.level == 0
    ]
    word = manuals().languages[locale]["chapter"]
    places = [place for place, (title, _) in enumerate(outline) if title.startswith(f"{word} 1.")]
    first, end = outline[places[0]][1], outline[places[-1] + 1][1]
    return dict(enumerate(texts(locale)[first:end], 1))


def pages_of(line: str) -> Iterator[int]:
    """Yield the pages that "12–14, 20" names."""
    for first, last in re.findall(r"(\d+)(?:–(\d+))?", line):
        yield from range(int(first), int(last or first) + 1)


@pytest.mark.parametrize("locale", LOCALES)
def test_the_index_names_pages_where_the_term_stands(locale: str) -> None:
    """Each page of each entry that fits a line holds the term, in one of its forms."""
    index = TermIndex(manuals().terms, locale)
    body = printed(locale)
    names = set(index.names.values())
    seen = 0
    for text in part(locale, "index"):
        for line in text.splitlines():
            entry = re.fullmatch(r"(\D+?), (\d[\d–, ]*\d|\d)", line.strip())
            if not entry or entry[1] not in names:
                continue
            for number in pages_of(entry[2]):
                article = html.fragment_fromstring("<p></p>", create_parent="article")
                article[0].text = NOTE.sub("", " ".join(body[number].split()))
                (block,) = read_blocks(article)
                found = {item.term for item in index.find(block)}
                longer = any(entry[1] in name for name in found)
                assert entry[1] in found or longer, f"{entry[1]} is not on page {number}"
                seen += 1
    assert seen > 100


@pytest.mark.parametrize(
    ("locale", "pattern", "label"),
    [
        ("en", r"Articles? (\d+)(?:\(\d\w*\))*(?:\(\w\))* of the {law}", "Art."),
        ("vi", r"Điều (\d+) (?:của )?{law}", "Điều"),
    ],
)
def test_every_law_that_is_cited_is_in_the_table(locale: str, pattern: str, label: str) -> None:
    """Each law that a chapter names, each article that stands beside it, with the right page."""
    foot = re.compile(rf"^{manuals().languages[locale]['volume']} 1 ·.*$", re.MULTILINE)
    table = " ".join(foot.sub("", "\n".join(part(locale, "laws"))).split())
    known = known_documents(manuals().profile, load_treaties(ROOT), locale)
    parts = re.split(rf"({'|'.join(re.escape(item.name) for item in known)})", table)
    seen = 0
    for key in ("law.penal_code", "law.procedure_code", "law.trafficking", "law.custody"):
        law = manuals().profile.values[key][locale]
        own = parts[parts.index(law) + 1]
        lines = {
            number: set(pages_of(pages))
            for number, pages in re.findall(rf"{label}\s(\d+):\s([\d–, ]+)", own)
        }
        for number, text in printed(locale).items():
            for match in re.finditer(pattern.format(law=law), " ".join(text.split())):
                assert number in lines[match[1]], f"{law} {match[1]}, page {number}"
                seen += 1
    assert seen > 10


@pytest.mark.parametrize("locale", LOCALES)
def test_a_list_names_the_page_of_each_box(locale: str) -> None:
    """The title stands on the page that the list names."""
    body = printed(locale)
    seen = 0
    for line in "\n".join(part(locale, "lists")).splitlines():
        entry = re.fullmatch(r"1\.\d+(?:-[A-Z])?\s+(.+?)\s*\.{3,}\s*(\d+)", line.strip())
        if entry:
            assert entry[1] in " ".join(body[int(entry[2])].split()), line
            seen += 1
    assert seen > 25


@pytest.mark.parametrize("locale", LOCALES)
def test_codes_have_words(locale: str) -> None:
    """Each chapter's code says which address it holds, and the list at the end has it too."""
    site = site_address(ROOT)
    addresses = [permanent_address(site, pair.id, locale) for pair in manuals().chapters(VOLUME)]
    with pikepdf.open(path(locale)) as pdf:
        words = [
            str(item.Alt)
            for item in pdf.objects
            if isinstance(item, pikepdf.Dictionary) and item.get("/S") == "/Figure"
        ]
    listed = "".join("".join(part(locale, "addresses")).split())
    for address in addresses:
        assert len([text for text in words if text.endswith(f" {address}")]) == 1
        assert address in listed


@pytest.mark.parametrize("locale", LOCALES)
def test_the_colophon_names_the_commit_of_the_manifest(locale: str) -> None:
    """The last page of the book."""
    words = manuals().languages[locale]
    commit = manifest(built())["commit"] or words.of("matter", "no_commit")
    assert commit in "".join(texts(locale)[-1].split()) or commit in texts(locale)[-1]


@pytest.mark.parametrize("locale", LOCALES)
def test_blank_pages_say_so(locale: str) -> None:
    """In the language of the volume, and nothing else stands there; no page is wordless."""
    blank = manuals().languages[locale].of("matter", "blank")
    assert [text.strip() for text in texts(locale) if blank in text] == [blank] * sum(
        blank in text for text in texts(locale)
    )
    assert sum(blank in text for text in texts(locale)) > 3
    assert all(text.strip() for text in texts(locale))


@pytest.mark.parametrize("locale", LOCALES)
def test_a_checklist_has_a_page_of_its_own(locale: str) -> None:
    """No numbered paragraph stands beside it; the next section begins overleaf."""
    body = printed(locale)
    seen = 0
    for line in "\n".join(part(locale, "lists")).splitlines():
        entry = re.fullmatch(r"(1\.\d+)\s+(.+?)\s*\.{3,}\s*(\d+)", line.strip())
        if entry:
            text = body[int(entry[3])]
            assert not re.search(rf"^{re.escape(entry[1])}\.\d+ ", text, re.MULTILINE), line
            word = manuals().languages[locale].of("boxes", "question")
            assert f"{word} 1\n" not in text, line
            seen += 1
    assert seen > 5
