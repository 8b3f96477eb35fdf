"""A course's page: what it is, each day's timetable, each session with what it uses.

Headings are Markdown, so that MkDocs knows the table of contents; all else is HTML.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from html import escape

from manuals.courses.checking import chapters_by_number, unwritten
from manuals.courses.course import Course, Day, Session
from manuals.courses.day_table import GROUP, day_table, section_id
from manuals.courses.places import Place, session_places
from manuals.courses.session_plan import plan_box, running_box
from manuals.courses.timetable import span
from manuals.editions import TRAINER
from manuals.languages import DEFAULT, Language
from manuals.references import References

FOLDER = "courses"
SIGNS = re.compile(r"([\\`*_{}\[\]<>#|])")


def course_markdown(
    references: References, course: Course, words: Language, edition: str, *, pdf: bool
) -> str:
    """Return the Markdown of a course's page; plans, roles and what to cut are for trainers."""
    blocks = [f"# {as_text(course.title[words.locale])} {{#top}}", course_facts(course, words)]
    if unwritten(course, chapters_by_number(references.manuals)):
        blocks.append(f"<p>{escape(words.of(GROUP, 'unwritten_lead'))}</p>")
    if pdf:
        blocks.append(f'<p class="day-sheets">{sheets_link(course, words)}</p>')
    if edition == TRAINER:
        blocks += running_box(course, words)
    for number, day in enumerate(course.days, 1):
        blocks += [
            f"## {as_text(day_title(day, number, words))} {{#day-{number}}}",
            day_table(day, words),
        ]
        for session in day.sessions:
            places = session_places(references, session, words.locale, edition)
            blocks += _session(session, places, words, edition)
    return "\n\n".join(blocks) + "\n"


def day_title(day: Day, number: int, words: Language) -> str:
    """Return "Day 1", with the day's own title if it has one."""
    name = words.of(GROUP, "day").format(n=number)
    own = day.title.get(words.locale, "")
    return f"{name}. {own}" if own else name


def course_facts(course: Course, words: Language) -> str:
    """Return for whom the course is, for how many, and how long it takes, as a list."""
    least, most = course.persons
    days = len(course.days)
    length = words.of(GROUP, "days").format(n=days) if days > 1 else words.of(GROUP, "day_one")
    net = words.of(GROUP, "net").format(minutes=sum(day.net for day in course.days))
    persons = "persons_one" if least == most else "persons_range"
    rows = (
        ("audience", course.audience[words.locale]),
        ("persons", words.of(GROUP, persons).format(least=least, most=most)),
        ("length", f"{length}, {net}"),
    )
    items = "".join(
        f"<li><b>{escape(words.of(GROUP, key))}: </b>{escape(value)}</li>" for key, value in rows
    )
    return f'<div class="glance"><ul class="glance-list">{items}</ul></div>'


def sheets_name(course: Course, locale: str) -> str:
    """Return the file name of a course's day sheets, below pdf/courses/."""
    return f"{course.id}-day-sheets.{locale}.pdf"


def sheets_link(course: Course, words: Language) -> str:
    """Return the link to the day sheets in the page's language, from a page below courses/."""
    up = "../" if words.locale == DEFAULT else "../../"
    address = f"{up}pdf/{FOLDER}/{sheets_name(course, words.locale)}"
    return f'<a href="{address}">{escape(words.of(GROUP, "day_sheets"))}</a>'


def as_text(text: str) -> str:
    """Return a text as Markdown that shows it as it is."""
    return SIGNS.sub(r"\\\1", text)


def _session(
    session: Session, places: Iterable[Place], words: Language, edition: str
) -> Iterator[str]:
    number, title = as_text(session.number), as_text(session.title[words.locale])
    yield f"### {number}&ensp;{title} {{#{section_id(session)}}}"
    facts = [span(session.start, session.end), words["minutes"].format(n=session.minutes)]
    if method := session.method[words.locale]:
        facts.append(words.of(GROUP, "method").format(method=method))
    yield f'<p class="session-facts">{escape(" · ".join(facts))}</p>'
    if items := "".join(_place(place, words) for place in places):
        lead = escape(words.of(GROUP, "uses"))
        yield f'<p class="session-lead">{lead}:</p>'
        yield f'<ul class="session-uses">{items}</ul>'
    if edition == TRAINER:
        yield from plan_box(session, words)


def _place(place: Place, words: Language) -> str:
    if not place.url:
        said = words.of(GROUP, "unwritten").format(n=place.number)
        return f"<li>{escape(f'{place.title}: {said}' if place.title else said)}</li>"
    inside = "".join(f"<li>{_link(part, words, part.number)}</li>" for part in place.inside)
    number = f"{words['chapter']} {place.number}"
    return f"<li>{_link(place, words, number)}{f'<ul>{inside}</ul>' if inside else ''}</li>"


def _link(place: Place, words: Language, number: str) -> str:
    """Return the link to a place; a title in the other language says so."""
    title = escape(place.title)
    if place.locale != words.locale:
        title = f'<span lang="{place.locale}">{title}</span>'
    text = "&ensp;".join(part for part in (escape(number), title) if part)
    return f'<a href="../{escape(place.url)}">{text}</a>'
