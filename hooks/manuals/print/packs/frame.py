"""What all parts of a pack have in common: the head of the document, page feet, times of day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, time
from html import escape

from manuals.chapters import Manuals
from manuals.courses.course import Course, Pause, Session
from manuals.courses.timetable import clock
from manuals.languages import Language
from manuals.print.book import edition_name, quoted
from manuals.print.fetcher import HERE
from manuals.print.packs.selection import anchor

STYLE = HERE / "style" / "packs.css"


@dataclass(frozen=True)
class Frame:
    """A course in a language and edition: what every sheet of it says of itself."""

    manuals: Manuals
    course: Course
    words: Language
    edition: str

    @property
    def title(self) -> str:
        """The course's title in the language."""
        return self.course.title[self.words.locale]

    def word(self, key: str) -> str:
        """Return a word of the packs."""
        return self.words.of("packs", key)

    def document(self, title: str, parts: Sequence[str]) -> str:
        """Return the HTML of a book of the pack; its date is that of the newest volume."""
        texts, locale = self.manuals.shelf.texts, self.words.locale
        newest = max(volume.date for volume in self.manuals.shelf.volumes)
        stamp = datetime.combine(newest, time(), UTC).isoformat()
        head = (
            f'<meta charset="utf-8"><title>{escape(title)}</title>'
            f'<meta name="author" content="{escape(texts["short_title"][locale])}">'
            f'<meta name="description" content="{escape(self.title)}">'
            f'<meta name="keywords" content="{escape(edition_name(self.words, self.edition))}">'
            f'<meta name="dcterms.created" content="{stamp}">'
            f'<meta name="dcterms.modified" content="{stamp}">'
        )
        body = "".join(parts)
        return f'<!doctype html><html lang="{locale}"><head>{head}</head><body>{body}</body></html>'

    def style(self) -> str:
        """Return the style of the pack, with the texts of its page feet."""
        mark = self.manuals.shelf.texts["mark"][self.words.locale]
        foot = f"{self.title} · {edition_name(self.words, self.edition)} · {mark}"
        notes = quoted(self.word("notes"))
        return (
            f":root {{ --volume: #000; }}\n{STYLE.read_text(encoding='utf-8')}"
            f"@page pack, pack-front, pack-across {{ @bottom-left {{ content: {quoted(foot)} }} }}"
            f"@page :blank {{ @top-left {{ content: {notes} }} @top-center {{ content: none }} }}\n"
        )


def span(entry: Session | Pause) -> str:
    """Return "08:45–09:45"."""
    return f"{clock(entry.start)}–{clock(entry.end)}"


def head_of(session: Session, frame: Frame) -> str:
    """Return a session's heading: number, title, time of day."""
    words = frame.words
    label = f"{frame.word('session')} {session.number} · {span(session)}"
    return (
        f'<h2 class="session" id="{anchor(session)}">'
        f'<span class="session-label">{escape(label)}</span> '
        f"{escape(session.title[words.locale])}</h2>"
    )
