"""The HTML document of all that is printed: what a PDF says of itself in its metadata."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from html import escape

from manuals.chapters import Manuals
from manuals.languages import Language


def html_document(
    manuals: Manuals,
    words: Language,
    title: str,
    description: str,
    day: date,
    body: str,
    *,
    keywords: str = "",
) -> str:
    """Return a whole document in the language of `words`, made and changed on `day`."""
    author = manuals.shelf.texts["short_title"][words.locale]
    stamp = datetime.combine(day, time(), UTC).isoformat()
    told = (
        ("author", author),
        ("description", description),
        ("keywords", keywords),
        ("dcterms.created", stamp),
        ("dcterms.modified", stamp),
    )
    metas = "".join(f'<meta name="{name}" content="{escape(text)}">' for name, text in told if text)
    return (
        f'<!doctype html><html lang="{words.locale}"><head><meta charset="utf-8">'
        f"<title>{escape(title)}</title>{metas}</head><body>{body}</body></html>"
    )
