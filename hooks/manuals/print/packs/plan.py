"""A session's plan: who leads, minutes line by line, what it uses, what to leave out."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape

from lxml import html

from manuals.courses.course import Session
from manuals.courses.day_table import GROUP
from manuals.courses.timetable import clock
from manuals.export import Article
from manuals.print.packs.frame import Frame
from manuals.print.packs.selection import box_label, part_of, title_of, used
from manuals.worksheets import TITLE


def plan(frame: Frame, session: Session, articles: Mapping[str, Article]) -> str:
    """Return the plan of a session; times of day come from its start and the steps' minutes."""
    locale = frame.words.locale
    rows, now = "", session.start
    for step in session.steps:
        method = frame.words.words[GROUP]["methods"][step.method]
        cells = (clock(now), str(step.minutes), method, step.what[locale])
        rows += f"<tr>{''.join(f'<td>{escape(cell)}</td>' for cell in cells)}</tr>"
        now += step.minutes
    heads = "".join(
        f"<th>{escape(frame.word(key))}</th>" for key in ("time", "minutes", "method", "step")
    )
    lines = [
        ("roles", session.roles.get(locale, "")),
        ("materials", "; ".join(session.materials.get(locale, ()))),
        ("uses", "; ".join(_used(session, articles))),
        ("cut", session.cut.get(locale, "")),
    ]
    told = "".join(
        f"<p><strong>{escape(frame.word(key))}.</strong> {escape(text)}</p>"
        for key, text in lines
        if text
    )
    return f'<table class="plan"><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>{told}'


def _used(session: Session, articles: Mapping[str, Article]) -> list[str]:
    """Return what a session uses by the names that participants see."""
    found = []
    for stem, ids in used(session):
        if stem not in articles:
            continue
        root = html.fragment_fromstring(articles[stem].html, create_parent="article")
        for id in ids:
            for head in part_of(root, id)[:1]:
                if head.find(TITLE) is not None:
                    found.append(box_label(head))
                else:
                    found.append(f"{title_of(head)} ({articles[stem].number})")
    return found
