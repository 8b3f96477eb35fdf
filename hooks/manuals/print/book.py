"""Compose a volume or a chapter in one language: what stands in the book, in its order."""

from __future__ import annotations

from collections.abc import Sequence

from manuals.addresses import permanent_address, site_address
from manuals.chapters import FOREWORD, Manuals
from manuals.documents import Naming, known_documents, load_treaties
from manuals.export import Article
from manuals.print.document import as_html, document
from manuals.print.matter.back import end_matter, source_and_address_lists
from manuals.print.matter.codes import open_chapter
from manuals.print.matter.contents import contents_page
from manuals.print.matter.front import cover, edition_name, half_title, imprint, version_name
from manuals.print.matter.late import late_parts
from manuals.print.matter.lists import lists, name_boxes
from manuals.print.matter.references import cite_pages
from manuals.print.out_of_step import sections_out_of_step
from manuals.print.pdf import Book
from manuals.print.preparation import prepare
from manuals.print.running import page_style
from manuals.print.turned import turn_wide_tables
from manuals.volumes import Volume


def compose_volume(
    manuals: Manuals, volume: Volume, locale: str, edition: str, articles: Sequence[Article]
) -> Book:
    """Return the whole volume as a book.

    Contents and lists stand before the foreword, what the makers say themselves behind it
    (Chicago Manual of Style, 17th edition, 1.4).
    """
    words = manuals.languages[locale]
    own = [item for item in articles if item.locale == locale]
    pages = {item.stem: item for item in own}
    opening = pages[f"{volume.id}/index"]
    foreword = pages.get(f"{volume.id}/{FOREWORD}")
    chapters = [pages[pair.stem] for pair in manuals.chapters(volume.id)]
    glossary = pages.get("glossary")
    named = {"front": opening, FOREWORD: foreword, "glossary": glossary}
    named |= {_prefix(chapter): chapter for chapter in chapters}
    prefixes = {page.url: prefix for prefix, page in named.items() if page}
    front = [prepare(page, prefixes) for page in (foreword, opening) if page]
    body = [prepare(chapter, prefixes) for chapter in chapters]
    addresses = _addresses(manuals, volume, locale)
    for chapter in body:
        turn_wide_tables(chapter)
        name_boxes(chapter)
    listing = lists(body, words)
    listings = [] if listing is None else [listing]
    back = [prepare(glossary, prefixes)] if glossary else []
    listed = sections_out_of_step([*front, *body, *back], words)
    if listed is not None:
        back.append(listed)
    version = f"{edition_name(words, edition)}. {version_name(volume, words)}"
    back += source_and_address_lists(body, addresses, words)
    end = list(end_matter(manuals, volume, words, version))
    documents = known_documents(manuals.profile, load_treaties(manuals.root), locale)
    late, titles = late_parts(body, manuals.terms, Naming(documents, locale), words)
    for article in (*front, *body):
        cite_pages(article, words)
    for chapter in body:
        open_chapter(chapter, addresses.get(str(chapter.get("id")), ""), words)
    before = [
        f'<section class="cover">{cover(manuals, volume, words, edition)}</section>',
        f'<section class="half-title">{half_title(volume, words)}</section>',
        f'<section class="imprint">{imprint(manuals, volume, words, edition)}</section>',
        contents_page([*listings, *front, *body, *back, *titles, *end], words),
        *(f'<section class="front">{as_html(each)}</section>' for each in (*listings, *front)),
    ]
    parts = [
        *(f'<div class="body">{as_html(chapter)}</div>' for chapter in body),
        "".join(f'<section class="back">{as_html(article)}</section>' for article in back),
    ]
    closing = "".join(f'<section class="back">{as_html(article)}</section>' for article in end)
    return Book(
        f"{volume.id}.{locale}",
        document(manuals, volume, words, edition, volume.title[locale], before),
        page_style(manuals, volume, words, edition),
        parts,
        [*late, lambda _: closing],
    )


def compose_chapter(
    manuals: Manuals, volume: Volume, locale: str, edition: str, chapter: Article
) -> Book:
    """Return one chapter as a book of its own, for authors who look while they write."""
    words = manuals.languages[locale]
    article = prepare(chapter, {chapter.url: _prefix(chapter)})
    turn_wide_tables(article)
    parts = [f'<div class="body">{as_html(article)}</div>']
    name = f"{chapter.stem.replace('/', '-')}.{locale}"
    title = f"{chapter.number} {chapter.title}"
    page = document(manuals, volume, words, edition, title, parts)
    return Book(name, page, page_style(manuals, volume, words, edition))


def _addresses(manuals: Manuals, volume: Volume, locale: str) -> dict[str, str]:
    """Return each chapter's permanent address by its prefix; none where the site has no address."""
    site = site_address(manuals.root)
    return {
        f"c{pair.numbers.chapter:02}": permanent_address(site, pair.id, locale)
        for pair in manuals.chapters(volume.id)
        if pair.numbers and site
    }


def _prefix(chapter: Article) -> str:
    return f"c{int(chapter.number.rpartition('.')[2]):02}"
