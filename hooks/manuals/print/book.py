"""Compose a volume in one language: cover, imprint, contents, chapters, glossary, what differs."""

from __future__ import annotations

import json
from collections.abc import Sequence
from html import escape

from lxml import html
from lxml.html import HtmlElement

from manuals.addresses import permanent_address, site_address
from manuals.chapters import FOREWORD, Manuals
from manuals.documents import Naming, known_documents, load_treaties
from manuals.editions import TRAINER
from manuals.export import Article
from manuals.languages import OTHER, Language
from manuals.print.document import html_document
from manuals.print.matter.back import end_matter, source_and_address_lists
from manuals.print.matter.codes import open_chapter
from manuals.print.matter.late import late_parts
from manuals.print.matter.lists import lists, name_boxes
from manuals.print.matter.references import cite_pages
from manuals.print.matter.thumb_marks import thumb_marks
from manuals.print.out_of_step import sections_out_of_step
from manuals.print.painting import page_of
from manuals.print.pdf import Book
from manuals.print.preparation import prepare
from manuals.print.turned import turn_wide_tables
from manuals.state_page import not_compared
from manuals.sync.pairs import read_pair
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
        _half_title(volume, words),
        f'<section class="imprint">{imprint(manuals, volume, words, edition)}</section>',
        _contents(words, [*listings, *front, *body, *back, *titles, *end]),
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
        _style(manuals, volume, words, edition),
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
    return Book(name, page, _style(manuals, volume, words, edition))


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


def as_html(element: HtmlElement) -> str:
    """Return an element as HTML."""
    return str(html.tostring(element, encoding="unicode"))


def edition_name(words: Language, edition: str) -> str:
    """Return "Participant edition"."""
    return words["edition_trainer" if edition == TRAINER else "edition_participant"]


def version_name(volume: Volume, words: Language) -> str:
    """Return "Edition 0.1, 23 November 2026"."""
    return f"{words['edition']} {volume.edition}, {words.date(volume.date)}"


def cover(manuals: Manuals, volume: Volume, words: Language, edition: str) -> str:
    """Return what stands on the cover."""
    texts, locale = manuals.shelf.texts, words.locale
    draft = (
        f'<p class="cover-draft">{escape(texts["draft"][locale])}</p>' if is_draft(volume) else ""
    )
    return (
        '<div class="cover-band">'
        f'<p class="cover-set">{escape(texts["title"][locale])}</p>'
        f'<p class="cover-number">{escape(words["volume"])} {volume.number}</p>'
        f'<p class="cover-title">{escape(_title(volume, locale))}</p></div>'
        f'<p class="cover-audience">{escape(volume.audience[locale])}</p>'
        f'<p class="cover-edition">{escape(edition_name(words, edition))}</p>'
        f'<p class="cover-version">{escape(version_name(volume, words))}</p>{draft}'
        f'<p class="cover-mark">{escape(texts["mark"][locale])}</p>'
    )


def _half_title(volume: Volume, words: Language) -> str:
    return (
        '<section class="half-title">'
        f'<p class="half-number">{escape(words["volume"])} {volume.number}</p>'
        f'<p class="half-name">{escape(_title(volume, words.locale))}</p></section>'
    )


def imprint(manuals: Manuals, volume: Volume, words: Language, edition: str) -> str:
    """Return the lines of the imprint page, its title first."""
    texts, locale = manuals.shelf.texts, words.locale
    law = words["law_as_of"].format(date=words.date(volume.law_as_of))
    lines = [
        texts["title"][locale],
        f"{words['volume']} {volume.number}. {volume.title[locale]}",
        f"{edition_name(words, edition)}. {version_name(volume, words)}.",
        f"{law}. {texts['law_status'][locale]}.",
        *([f"{texts['draft'][locale]}."] if is_draft(volume) else []),
        *_not_compared(manuals, volume, words),
        words["not_advice"],
        words["cases_invented"],
        f"{texts['mark'][locale]}.",
        f"{texts['licence'][locale]}.",
    ]
    paragraphs = "".join(f"<p>{escape(line)}</p>" for line in lines)
    title = escape(words["imprint"])
    return f'<p class="imprint-title">{title}</p>{paragraphs}'


def _title(volume: Volume, locale: str) -> str:
    """Return a volume's title; its last two words stay together where it takes two lines."""
    return "\u00a0".join(volume.title[locale].rsplit(" ", 1))


def _not_compared(manuals: Manuals, volume: Volume, words: Language) -> list[str]:
    """Say, where readers look how far to trust a book, how much nobody has compared yet."""
    if words.locale not in OTHER:
        return []
    pairs = [pair for pair in manuals.pairs.values() if pair.volume == volume]
    line = not_compared((read_pair(manuals, pair)[0] for pair in pairs), words)
    return [line] if line else []


def is_draft(volume: Volume) -> bool:
    """Return whether the volume says so of itself."""
    return volume.status == "draft"


def _contents(words: Language, articles: Sequence[HtmlElement]) -> str:
    entries = []
    for article in articles:
        title = article.find(".//h1")
        if title is None:
            continue
        numbered = title.find("span[@class='chapter-number']") is not None
        entries.append(contents_entry(title, "contents-chapter"))
        if numbered or article.get("id") == "front":
            for section in article.iterfind(".//h2"):
                if section.find("..").get("class") != "glance":
                    entries.append(contents_entry(section, "contents-section"))
    return (
        f'<section class="contents"><h1 id="contents">{escape(words["contents"])}</h1>'
        f"{''.join(entries)}</section>"
    )


def contents_entry(heading: HtmlElement, kind: str) -> str:
    """Return a heading's line in the contents."""
    number = heading.find("span[@class='chapter-number']")
    label = f"{number.text_content()}  " if number is not None else ""
    text = heading.text_content().strip().removeprefix(label.strip()).strip()
    id = heading.get("id")
    line = f'{escape(label)}{escape(text)}<span class="leader"></span>{page_of(id)}'
    return f'<p class="{kind}"><a href="#{id}">{line}</a></p>'


def document(
    manuals: Manuals,
    volume: Volume,
    words: Language,
    edition: str,
    title: str,
    parts: Sequence[str],
) -> str:
    """Return the HTML of a whole book in the language of `words`."""
    return html_document(
        manuals,
        words,
        title,
        volume.summary[words.locale],
        volume.date,
        "".join(parts),
        keywords=edition_name(words, edition),
    )


def _style(manuals: Manuals, volume: Volume, words: Language, edition: str) -> str:
    """Return the texts of the running heads and feet; page rules cannot read them from HTML."""
    texts, locale = manuals.shelf.texts, words.locale
    name = f"{words['volume']} {volume.number}"
    foot = f"{name} · {edition_name(words, edition)} · {version_name(volume, words)}"
    mark = texts["draft"][locale] if is_draft(volume) else texts["mark"][locale]
    both = f"{quoted(foot)} '\\A' {quoted(mark)}"
    blank = quoted(words.of("matter", "blank"))
    return (
        f":root {{ --volume: {volume.colour}; }}\n"
        f"@page :blank {{ @top-center {{ content: {blank} }} }}\n"
        f"{_feet(('front', 'back'), quoted(foot))}"
        f"{_feet(('body',), both)}"
        f"@page turned {{ @left-top {{ content: {both} }} }}\n"
        f"{thumb_marks(volume.number)}"
    )


def _feet(kinds: Sequence[str], content: str) -> str:
    """Return the style of the feet of these pages: the text inside, the page's number outside."""
    sides = (("left", "right"), ("right", "left"))
    return "".join(
        f"@page {kind}:{side} {{ @bottom-{inner} {{ content: {content} }} }}\n"
        for kind in kinds
        for side, inner in sides
    )


def quoted(text: str) -> str:
    """Return a text as a string of CSS."""
    return json.dumps(text, ensure_ascii=False)
