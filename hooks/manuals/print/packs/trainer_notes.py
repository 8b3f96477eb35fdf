"""What a chapter says to trainers alone: notes, and its questions with their answers."""

from __future__ import annotations

from html import escape

from lxml import html
from lxml.html import HtmlElement, builder

from manuals.export import Article
from manuals.print.packs.frame import Frame
from manuals.print.packs.selection import box_label, joined, prepared
from manuals.worksheets import TITLE


def notes_of(frame: Frame, chapter: Article, prefix: str) -> str:
    """Return a chapter's trainer boxes, then its questions with answers; ids begin with prefix."""
    root = html.fragment_fromstring(chapter.html, create_parent="article")
    notes = [_named(box) for box in root.iter("div") if "box-trainer" in box.classes]
    questions = [box for box in root.iter("div") if "box-question" in box.classes]
    title = f"{frame.words['chapter']} {chapter.number} {chapter.title}"
    found = f'<h3 class="from-chapter">{escape(title)}</h3>'
    pieces = prepared(chapter, [*notes, *questions], prefix)
    own = [piece for piece in pieces if "box-trainer" in piece.classes]
    asked = [piece for piece in pieces if "box-question" in piece.classes]
    if asked:
        answers = f'<h3 class="from-chapter">{escape(frame.word("answers"))}</h3>'
        found += joined(own) + answers + joined(asked)
    else:
        found += joined(own)
    return f'<article id="{prefix}">{found}</article>'


def _named(box: HtmlElement) -> HtmlElement:
    """Say in the title of a box that stands in another one which that is."""
    parent = box.getparent()
    if "box" in parent.classes and parent.find(TITLE) is not None:
        box.find(TITLE).append(builder.SPAN({"class": "box-of"}, f" ({box_label(parent)})"))
    return box
