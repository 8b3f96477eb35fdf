"""The participant pack: timetable, what each session works with, room for notes, evaluation."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape

from lxml.html import HtmlElement

from manuals.courses.course import Session
from manuals.export import Article
from manuals.print.packs.evaluation import evaluation
from manuals.print.packs.frame import Frame, head_of
from manuals.print.packs.selection import Taken, joined, take
from manuals.print.packs.timetable import timetable
from manuals.print.pdf import Book
from manuals.print.turned import is_wide

LINES = 8  # to write on, below each session
LEAF = ("box-handout",)  # is torn out or copied: begins on a right page, its back stays free


def compose_participant(
    frame: Frame, articles: Mapping[str, Article], missing: Mapping[str, Sequence[str]]
) -> Book:
    """Return the pack without its cover: the body does not know date and place.

    `missing` gives each session's number what it lacks, as sentences.
    """
    parts: list[str] = []
    waiting = ""
    for session in frame.course.sessions:
        taken = list(take(session, articles, frame.word("reading")))
        lacks = missing.get(session.number, ())
        if not taken and not lacks:
            continue
        waiting += _session(frame, session, taken, lacks)
        if taken:
            parts.append(f'<section class="pack">{waiting}</section>')
            waiting = ""
    if waiting:
        parts.append(f'<section class="pack">{waiting}</section>')
    parts.append(f'<section class="pack evaluation">{evaluation(frame)}</section>')
    front = f'<section class="pack pack-front">{timetable(frame)}</section>'
    return frame.book("participant", frame.word("participant_pack"), [front], parts)


def _session(frame: Frame, session: Session, taken: Sequence[Taken], lacks: Sequence[str]) -> str:
    texts = "".join(f'<p class="lacking">{escape(text)}</p>' for text in lacks)
    content = "".join(_from_chapter(frame, each) for each in taken)
    return f"{head_of(session, frame)}{texts}{content}{notes(frame)}"


def _from_chapter(frame: Frame, taken: Taken) -> str:
    chapter = taken.chapter
    label = f"{frame.words['chapter']} {chapter.number} {chapter.title}"
    for piece in taken.pieces:
        _place(piece)
    return (
        f'<article id="{taken.prefix}"><p class="from-chapter">{escape(label)}</p>'
        f"{joined(taken.pieces)}</article>"
    )


def _place(piece: HtmlElement) -> None:
    """Say on which page a piece begins, and which one lies across."""
    piece.classes.discard("form-heading")
    if any(kind in piece.classes for kind in LEAF):
        piece.classes.add("leaf")
        if is_wide(piece):
            piece.classes.add("across")
    elif "box-checklist" in piece.classes:
        piece.classes.add("sheet")


def notes(frame: Frame) -> str:
    """Return room for notes."""
    ruled = '<div class="line"></div>' * LINES
    return (
        f'<div class="notes"><p class="notes-head">{escape(frame.word("notes"))}</p>{ruled}</div>'
    )
