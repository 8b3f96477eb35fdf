"""The HTML of a book as a whole: its head, which becomes the PDF's metadata, and its parts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime, time
from html import escape

from lxml import html
from lxml.html import HtmlElement

from manuals.chapters import Manuals
from manuals.languages import Language
from manuals.print.matter.front import edition_name
from manuals.volumes import Volume


def document(
    manuals: Manuals,
    volume: Volume,
    words: Language,
    edition: str,
    title: str,
    parts: Sequence[str],
) -> str:
    """Return the HTML of a book of a volume in the language of `words`."""
    said = {
        "description": volume.summary[words.locale],
        "keywords": edition_name(words, edition),
    }
    return dated_document(manuals, words, title, said, volume.date, parts)


def dated_document(
    manuals: Manuals,
    words: Language,
    title: str,
    said: Mapping[str, str],
    day: date,
    parts: Sequence[str],
) -> str:
    """Return the HTML of any book; `said` are its metadata besides title, author and dates."""
    locale = words.locale
    stamp = datetime.combine(day, time(), UTC).isoformat()
    metadata = {
        "author": manuals.shelf.texts["short_title"][locale],
        **said,
        "dcterms.created": stamp,
        "dcterms.modified": stamp,
    }
    named = "".join(
        f'<meta name="{name}" content="{escape(text)}">' for name, text in metadata.items()
    )
    head = f'<meta charset="utf-8"><title>{escape(title)}</title>{named}'
    body = "".join(parts)
    return f'<!doctype html><html lang="{locale}"><head>{head}</head><body>{body}</body></html>'


def as_html(element: HtmlElement) -> str:
    """Return an element as HTML."""
    return str(html.tostring(element, encoding="unicode"))
