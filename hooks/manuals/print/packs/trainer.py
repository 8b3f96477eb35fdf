"""The trainer pack: the course at a glance, each session's plan, notes, answers, terms."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape

from manuals.courses.checking import chapters_by_number
from manuals.courses.course import Session
from manuals.export import Article
from manuals.print.packs.frame import Frame, head_of
from manuals.print.packs.interpreter import brief
from manuals.print.packs.plan import plan
from manuals.print.packs.timetable import timetable
from manuals.print.packs.trainer_notes import notes_of
from manuals.print.pdf import Book


def compose_trainer(
    frame: Frame, articles: Mapping[str, Article], missing: Mapping[str, Sequence[str]]
) -> Book:
    """Return the pack without its cover; `missing` gives what each session lacks, by number.

    A chapter's notes stand with the first session that uses it.
    """
    first = noted(frame, articles)
    parts = []
    for session in frame.course.sessions:
        lacks = "".join(
            f'<p class="lacking">{escape(text)}</p>' for text in missing.get(session.number, ())
        )
        own = "".join(
            notes_of(frame, articles[stem], prefix)
            for prefix, (stem, number) in first.items()
            if number == session.number
        )
        content = (
            f"{head_of(session, frame)}{lacks}{plan(frame, session, articles)}"
            f"{brief(frame, session, articles)}{own}"
        )
        parts.append(f'<section class="pack">{content}</section>')
    front = f'<section class="pack pack-front">{_overview(frame)}{timetable(frame)}</section>'
    materials = f'<section class="pack pack-front listed">{_materials(frame)}</section>'
    return frame.book("trainer", frame.word("trainer_pack"), [front, materials], parts)


def noted(frame: Frame, articles: Mapping[str, Article]) -> dict[str, tuple[str, str]]:
    """Return each chapter's stem and first session by the prefix of the ids of its notes."""
    written = chapters_by_number(frame.manuals)
    found: dict[str, tuple[str, str]] = {}
    for session in frame.course.sessions:
        for number in _numbers(session, articles):
            prefix = f"n{number.replace('.', '-')}"
            if number in written and written[number].stem in articles:
                found.setdefault(prefix, (written[number].stem, session.number))
    return found


def _numbers(session: Session, articles: Mapping[str, Article]) -> list[str]:
    taken = [use.partition("#")[0] for use in session.uses]
    return [*session.chapters, *(articles[stem].number for stem in taken if stem in articles)]


def _overview(frame: Frame) -> str:
    course, locale = frame.course, frame.words.locale
    least, most = course.persons
    persons = str(most) if least == most else f"{least}–{most}"
    lines = [
        ("audience", course.audience[locale]),
        ("persons", persons),
        ("trainers", course.trainers[locale]),
        ("room", course.room[locale]),
        ("cut_first", course.cut_first[locale]),
    ]
    told = "".join(
        f"<p><strong>{escape(frame.word(key))}.</strong> {escape(text)}</p>" for key, text in lines
    )
    return f'<h1 id="overview">{escape(frame.word("overview"))}</h1>{told}'


def _materials(frame: Frame) -> str:
    """Return what to bring, session by session, to tick."""
    locale = frame.words.locale
    rows = "".join(
        f"<tr><td>{escape(session.number)}</td><td>{escape(material)}</td><td></td></tr>"
        for session in frame.course.sessions
        for material in session.materials.get(locale, ())
    )
    heads = "".join(
        f"<th>{escape(frame.word(key))}</th>" for key in ("session", "materials", "packed")
    )
    return (
        f'<h1 id="materials">{escape(frame.word("materials"))}</h1><table class="materials">'
        f"<thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>"
    )
