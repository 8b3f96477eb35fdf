"""The evaluation form, without a name: marks for each session, and open questions."""

from __future__ import annotations

from html import escape

from manuals.print.packs.frame import Frame

MARKS = ("1", "2", "3", "4", "5")
ASKED = ("ask_useful", "ask_change", "ask_apply", "ask_trainers")


def evaluation(frame: Frame) -> str:
    """Return the form; sessions that only open, close or ask for feedback get no marks."""
    locale = frame.words.locale
    rows = "".join(
        f"<tr><td>{escape(session.number)}</td><td>{escape(session.title[locale])}</td>"
        f"{'<td></td>' * len(MARKS)}</tr>"
        for session in frame.course.sessions
        if session.chapters
    )
    heads = "".join(f"<th>{escape(text)}</th>" for text in ("", frame.word("topic"), *MARKS))
    asked = "".join(
        f'<p class="asked">{escape(frame.word(key))}</p>{"<div class=line></div>" * 3}'
        for key in ASKED
    )
    return (
        f'<h1 id="evaluation">{escape(frame.word("evaluation"))}</h1>'
        f"<p>{escape(frame.word('evaluation_lead'))}</p>"
        f'<table class="marks"><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>{asked}'
    )
