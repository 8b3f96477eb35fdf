"""Compose a volume in both languages: English left, Vietnamese right, the number between them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from lxml.html import HtmlElement, builder

from manuals.chapters import FOREWORD, Manuals
from manuals.export import Article
from manuals.languages import Language
from manuals.parallel.align import HEADINGS, LOCALES, Row, align
from manuals.print.document import as_html, document
from manuals.print.fetcher import HERE
from manuals.print.matter.contents import contents_entry
from manuals.print.matter.front import cover, edition_name, imprint, is_draft, version_name
from manuals.print.out_of_step import sections_out_of_step
from manuals.print.pdf import Book
from manuals.print.preparation import prepare
from manuals.print.running import quoted
from manuals.shelf import PARALLEL
from manuals.volumes import Volume

STYLE = HERE / "style" / "parallel.css"
FIRST = LOCALES[0]  # the language of the document as a whole; the finisher marks the other's cells


def compose_parallel(
    manuals: Manuals, volume: Volume, edition: str, articles: Sequence[Article]
) -> Book:
    """Return the whole volume in both languages; a half that is not written leaves its side empty.

    The glossary and the list of sections out of step stand once a language.
    """
    words = manuals.languages
    chapters = [pair.stem for pair in manuals.chapters(volume.id)]
    foreword = manuals.foreword(volume.id)
    names = {foreword.stem: FOREWORD} if foreword else {}
    names[f"{volume.id}/index"] = "front"
    front = list(names)
    names |= {stem: f"c{place:02}" for place, stem in enumerate(chapters, 1)}
    names["glossary"] = "glossary"
    pages = {locale: _prepared(manuals, locale, names, articles) for locale in LOCALES}
    aligned = {
        stem: align({locale: pages[locale][stem] for locale in LOCALES if stem in pages[locale]})
        for stem in (*front, *chapters)
    }
    back = [element for each in LOCALES for element in _back(pages[each], words[each])]
    contents = "".join(_contents_rows(found, stem in chapters) for stem, found in aligned.items())
    rows = {stem: _rows(found) for stem, found in aligned.items()}
    covers = {each: cover(manuals, volume, words[each], edition) for each in LOCALES}
    imprints = {each: imprint(manuals, volume, words[each], edition) for each in LOCALES}
    heading = Row(
        "", "title", "", {each: [builder.H1(words[each]["contents"])] for each in LOCALES}
    )
    before = [
        f'<section class="cover">{_table(_beside("cover", covers))}</section>',
        f'<section class="facing-imprint">{_table(_beside("imprint", imprints))}</section>',
        f'<section class="facing-contents">{_rows([heading])}{_table(contents)}</section>',
        *(f'<section class="facing-front">{rows[stem]}</section>' for stem in front),
    ]
    parts = [
        *(f'<div class="facing-body">{rows[stem]}</div>' for stem in chapters),
        f'<section class="facing-back">{"".join(back)}</section>',
    ]
    title = " / ".join(volume.title[each] for each in LOCALES)
    return Book(
        f"{volume.id}.{PARALLEL}",
        document(manuals, volume, words[FIRST], edition, title, before),
        STYLE.read_text(encoding="utf-8") + _page_style(manuals, volume, edition),
        parts,
        recto=False,
    )


def _prepared(
    manuals: Manuals, locale: str, names: Mapping[str, str], articles: Sequence[Article]
) -> dict[str, HtmlElement]:
    """Return a language's written pages by stem, as print needs them."""
    own = [
        item
        for item in articles
        if item.locale == locale
        and item.stem in names
        and locale in manuals.pairs[item.stem].halves
    ]
    prefixes = {item.url: names[item.stem] for item in own}
    own.sort(key=lambda item: list(names).index(item.stem))
    found = {item.stem: prepare(item, prefixes) for item in own}
    for root in found.values():
        _notes_below(root)
    return found


def _back(pages: Mapping[str, HtmlElement], words: Language) -> Iterator[str]:
    """Yield a language's glossary and list of sections out of step; give all its ids its name."""
    listed = sections_out_of_step(list(pages.values()), words)
    for root in [*pages.values(), *([] if listed is None else [listed])]:
        _own_ids(root, words.locale)
    for root in (pages.get("glossary"), listed):
        if root is not None:
            yield _cell(words.locale, as_html(root))


def _own_ids(root: HtmlElement, locale: str) -> None:
    """Tell equal ids of the two languages apart, once they have shown what pairs with what."""
    for element in root.iter("*"):
        for key in ("id", "data-of"):
            if element.get(key):
                element.set(key, f"{locale}-{element.get(key)}")
        if (element.get("href") or "").startswith("#"):
            element.set("href", f"#{locale}-{element.get('href')[1:]}")


def _notes_below(root: HtmlElement) -> None:
    """Set each footnote below the paragraph, list or box that cites it, in its own column.

    At the page's foot the two languages' notes would mix, and a note's number would not be the
    same in both.
    """
    for number, note in enumerate(list(root.iterfind(".//span[@class='note']")), 1):
        holder = note
        while holder.getparent() is not root:
            holder = holder.getparent()
        mark = builder.SPAN({"class": "note-again"}, str(number))
        mark.tail, note.tail = note.tail, None
        note.getparent().replace(note, mark)
        note.set("class", "note-text")
        below = builder.P(
            {"class": "note-below"}, builder.SPAN({"class": "note-number"}, str(number)), note
        )
        while (after := holder.getnext()) is not None and after.get("class") == "note-below":
            holder = after
        holder.addnext(below)


def _contents_rows(rows: Sequence[Row], chapter: bool) -> str:
    """Return the lines of an article in the contents: its title, a chapter's sections too."""
    found = []
    for row in rows:
        headings = {each: item for each, items in row.cells.items() for item in _headings(items)}
        if row.kind == "title":
            kind = "contents-chapter"
        elif chapter and row.kind == "heading" and next(iter(headings.values())).tag == "h2":
            kind = "contents-section"
        else:
            continue
        entries = {each: contents_entry(item, kind) for each, item in headings.items()}
        found.append(_beside(kind, entries))
    return "".join(found)


def _rows(rows: Sequence[Row]) -> str:
    """Return aligned rows as a table for the eye; the tags of its parts are plain divisions."""
    found = []
    for row in rows:
        if row.kind in ("title", "heading"):
            _bookmark(row)
        ids = {locale: _id(items) for locale, items in row.cells.items()}
        cells = {each: "".join(map(as_html, items)) for each, items in row.cells.items()}
        kind = "note" if any(_is_note(items) for items in row.cells.values()) else row.kind
        found.append(_beside(kind, cells, row.number, ids))
    return _table("".join(found))


def _bookmark(row: Row) -> None:
    """Give a pair of headings one entry in the outline, with both texts."""
    headings = [item for items in row.cells.values() for item in _headings(items)]
    label = " / ".join(" ".join(item.text_content().split()) for item in headings)
    headings[0].set("data-bookmark", label)
    for item in headings[1:]:
        item.set("class", "unmarked")


def _headings(items: Sequence[HtmlElement]) -> list[HtmlElement]:
    """Return the headings among a row's elements; a mark may stand for one."""
    return [item for item in items if item.tag in HEADINGS]


def _id(items: Sequence[HtmlElement]) -> str:
    """Take a paragraph's number off it; return the id that links to it, or to the page, name."""
    for item in items:
        number = item.find("span[@class='pn']")
        if number is not None:
            number.drop_tree()
            return str(number.get("id"))
        if item.getparent() is not None and item.getprevious() is None:
            return str(item.getparent().get("id"))
    return ""


def _is_note(items: Sequence[HtmlElement]) -> bool:
    return any(item.get("class") == "note-below" for item in items)


def _table(rows: str) -> str:
    return f'<div class="rows">{rows}</div>'


def _beside(
    kind: str, cells: Mapping[str, str], number: str = "", ids: Mapping[str, str] | None = None
) -> str:
    first, second = (
        _cell(each, cells.get(each, ""), (ids or {}).get(each, "")) for each in LOCALES
    )
    middle = f'<div class="number">{number}</div>'
    return f'<div class="row row-{kind}">{first}{middle}{second}</div>'


def _cell(locale: str, content: str, id: str = "") -> str:
    """Return a text in its language; <main> tells the finisher that it is not the document's."""
    tag = "div" if locale == FIRST else "main"
    anchor = f' id="{id}"' if id else ""
    return f'<{tag} class="cell {locale}" lang="{locale}"{anchor}>{content}</{tag}>'


def _page_style(manuals: Manuals, volume: Volume, edition: str) -> str:
    """Return the running feet: edition, version and the volume's mark in both languages."""
    texts, rules = manuals.shelf.texts, [f":root {{ --volume: {volume.colour}; }}\n"]
    for locale, place in zip(LOCALES, ("left", "right"), strict=True):
        words = manuals.languages[locale]
        mark = texts["draft" if is_draft(volume) else "mark"][locale]
        foot = f"{edition_name(words, edition)} · {version_name(volume, words)}"
        content = f"{quoted(foot)} '\\A' {quoted(mark)}"
        pages = "facing-front, facing, facing-back"
        rules.append(f"@page {pages} {{ @bottom-{place} {{ content: {content} }} }}\n")
    return "".join(rules)
