"""What all parts of a pack have in common: names, the document, page feet, session headings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from manuals.chapters import Manuals
from manuals.courses.course import Course, Session
from manuals.courses.timetable import span
from manuals.languages import Language
from manuals.print.document import dated_document
from manuals.print.fetcher import HERE
from manuals.print.matter.front import edition_name
from manuals.print.packs.selection import anchor
from manuals.print.pdf import Book
from manuals.print.running import quoted

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

    def book(self, kind: str, title: str, front: Sequence[str], parts: Sequence[str] = ()) -> Book:
        """Return a book of the pack; its date is that of the newest volume.

        `kind` stands in the file's name. `parts` have their own layouts and follow each other
        without blank pages.
        """
        page = dated_document(
            self.manuals,
            self.words,
            f"{self.title}: {title}",
            {"description": self.title, "keywords": edition_name(self.words, self.edition)},
            max(volume.date for volume in self.manuals.shelf.volumes),
            front,
        )
        name = f"{self.course.id}.{self.words.locale}.{kind}"
        return Book(name, page, self.style(), parts, recto=False)

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


def head_of(session: Session, frame: Frame) -> str:
    """Return a session's heading: number, title, time of day."""
    words = frame.words
    label = f"{frame.word('session')} {session.number} · {span(session.start, session.end)}"
    return (
        f'<h2 class="session" id="{anchor(session)}">'
        f'<span class="session-label">{escape(label)}</span> '
        f"{escape(session.title[words.locale])}</h2>"
    )
