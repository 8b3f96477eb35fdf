"""Compose what trainers print the evening before: checklists to tick and sign, handouts, cards."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from html import escape

from lxml import html
from lxml.html import HtmlElement, builder

from manuals.chapters import Manuals
from manuals.export import Article
from manuals.languages import Language
from manuals.print.document import as_html, document
from manuals.print.fetcher import HERE
from manuals.print.matter.front import is_draft, version_name
from manuals.print.pdf import Book
from manuals.print.preparation import prepare
from manuals.print.running import quoted
from manuals.print.turned import is_wide
from manuals.volumes import Volume
from manuals.worksheets import TITLE, Worksheet, worksheets

STYLE = HERE / "style" / "worksheets.css"
SIGNED = ("worksheet_name", "worksheet_unit", "worksheet_date", "worksheet_signature")


def compose_worksheets(
    manuals: Manuals, volume: Volume, locale: str, edition: str, chapter: Article
) -> Iterator[Book]:
    """Yield each sheet of a chapter as a book; all of them can be copied in black and white."""
    words = manuals.languages[locale]
    root = html.fragment_fromstring(chapter.html, create_parent="article")
    style = STYLE.read_text(encoding="utf-8") + _page_style(manuals, volume, words)
    for sheet in worksheets(manuals.pairs[chapter.stem], locale, edition):
        boxes = _prepared(root, sheet, chapter)
        title = f"{_title(boxes[0])[1]} ({chapter.number} {chapter.title})"
        part = "".join(_page(box, chapter, sheet.kind, words) for box in boxes)
        page = document(manuals, volume, words, edition, title, [part])
        yield Book(sheet.name.removesuffix(".pdf"), page, style)


def _prepared(root: HtmlElement, sheet: Worksheet, chapter: Article) -> list[HtmlElement]:
    """Return a sheet's boxes for print, with the footnotes that they cite."""
    notes = root.find(".//div[@class='footnote']")
    parts = [*sheet.boxes(root), *([notes] if notes is not None else [])]
    content = "".join(
        str(html.tostring(part, encoding="unicode", with_tail=False)) for part in parts
    )
    article = prepare(replace(chapter, html=content), {chapter.url: "worksheet"})
    ids = set(article.xpath(".//@id"))
    for link in list(article.iter("a")):
        if link.get("href").removeprefix("#") not in ids:
            link.drop_tag()
    return list(article.iterchildren("div"))


def _title(box: HtmlElement) -> tuple[str, str]:
    """Return a box's kind and name, "Checklist" and "Before naming the crime"."""
    title = box.find(TITLE)
    kind, name = title.find("span[@class='box-kind']"), title.find("span[@class='box-name']")
    return kind.text_content(), (kind if name is None else name).text_content()


def _page(box: HtmlElement, chapter: Article, kind: str, words: Language) -> str:
    """Return one box as a page of its own; a wide table lies across, a checklist can be signed."""
    word, name = _title(box)
    box.find(TITLE).drop_tree()
    label = f"{word} · {words['chapter']} {chapter.number} {chapter.title}"
    head = builder.H1(builder.SPAN({"class": "worksheet-label"}, label), f" {name}")
    lines = ""
    if kind == "checklist":
        rows = "".join(f"<p><span>{escape(words[each])}</span></p>" for each in SIGNED)
        lines = f'<div class="worksheet-signed">{rows}</div>'
    kinds = "worksheet worksheet-across" if is_wide(box) else "worksheet"
    return f'<section class="{kinds}">{as_html(head)}{as_html(box)}{lines}</section>'


def _page_style(manuals: Manuals, volume: Volume, words: Language) -> str:
    """Leave the edition's name out: trainers hand these sheets to participants."""
    texts, locale = manuals.shelf.texts, words.locale
    mark = texts["draft" if is_draft(volume) else "mark"][locale]
    law = words["law_as_of"].format(date=words.date(volume.law_as_of))
    foot = f"{version_name(volume, words)} · {law}"
    head = quoted(volume.heading(words))
    return (
        f"@page worksheet, worksheet-across {{ @top-left {{ content: {head} }} "
        f"@top-right {{ content: {quoted(mark)} }} @bottom-left {{ content: {quoted(foot)} }} }}\n"
    )
