"""The handouts of a course in both languages: a leaf each, the other language on its back."""

from __future__ import annotations

from collections.abc import Mapping

from lxml import html
from lxml.html import HtmlElement

from manuals.export import Article
from manuals.languages import OTHER
from manuals.print.packs.frame import Frame
from manuals.print.packs.selection import joined, part_of, prepared, used
from manuals.print.pdf import Book
from manuals.print.turned import is_wide


def compose_handouts(frame: Frame, articles: Mapping[str, Mapping[str, Article]]) -> Book | None:
    """Return the handouts that sessions use, each once; None if there are none.

    `articles` are by locale and stem. A handout of more than a page goes on behind itself, and
    the other language begins on the next leaf.
    """
    locale = frame.words.locale
    parts: list[str] = []
    seen: set[tuple[str, str]] = set()
    for session in frame.course.sessions:
        for stem, ids in used(session):
            for id in ids:
                if (stem, id) in seen:
                    continue
                seen.add((stem, id))
                sides = [
                    _side(articles[each][stem], id, f"h{len(seen)}-{each}", each, locale)
                    for each in (locale, OTHER[locale])
                    if stem in articles[each]
                ]
                if sides and sides[0]:
                    parts.append(f'<section class="pack">{"".join(sides)}</section>')
    if not parts:
        return None
    return frame.book("handouts", frame.word("handouts"), parts)


def _side(article: Article, id: str, prefix: str, locale: str, first: str) -> str:
    """Return the handouts that an id stands for; what is not in the book's language says so."""
    root = html.fragment_fromstring(article.html, create_parent="article")
    boxes = [part for part in part_of(root, id) if "box-handout" in part.classes]
    if not boxes:
        return ""
    pieces = prepared(article, boxes, prefix)
    for piece in pieces:
        _mark(piece, back=locale != first)
    tag = "article" if locale == first else "main"
    return f'<{tag} id="{prefix}" lang="{locale}">{joined(pieces)}</{tag}>'


def _mark(piece: HtmlElement, *, back: bool) -> None:
    piece.classes.add("back-of-leaf" if back else "front-of-leaf")
    if is_wide(piece):
        piece.classes.add("across")
