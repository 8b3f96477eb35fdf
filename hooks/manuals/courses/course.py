"""A course: days of sessions and pauses, each session with its steps and what it uses."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

# Whether participants themselves work: the manuals ask for at least half of the net minutes.
METHODS: Mapping[str, bool] = {
    "talk": False,
    "plenary": False,
    "briefing": False,
    "panel": False,
    "test": False,
    "form": False,
    "exercise": True,
    "cards": True,
    "case": True,
    "discussion": True,
    "role-play": True,
    "table-top": True,
    "stations": True,
    "demonstration": True,
    "practice": True,
    "quiz": True,
    "group-work": True,
    "reading": True,
    "feedback": True,
}


@dataclass(frozen=True)
class Step:
    """One line of a session plan; `method` is a key of METHODS, `what` one text a locale."""

    minutes: int
    method: str
    what: Mapping[str, str]


@dataclass(frozen=True)
class Session:
    """A session; start and end in minutes after midnight.

    `chapters` are printed numbers ("1.3"), `uses` boxes and sections in teaching order
    ("v1-foundations/03-law#grid-by-role"); `cut` says what to drop if time runs over. Steps, roles,
    materials and cut are the trainer's: nothing for participants may show them.
    """

    number: str
    start: int
    end: int
    title: Mapping[str, str]
    method: Mapping[str, str]
    steps: tuple[Step, ...]
    chapters: tuple[str, ...]
    uses: tuple[str, ...]
    materials: Mapping[str, tuple[str, ...]]
    roles: Mapping[str, str]
    cut: Mapping[str, str]
    line: int

    @property
    def minutes(self) -> int:
        """How long it lasts."""
        return self.end - self.start

    @property
    def active(self) -> int:
        """The minutes in which participants themselves work."""
        return sum(step.minutes for step in self.steps if METHODS[step.method])


@dataclass(frozen=True)
class Pause:
    """A break or the lunch; start and end in minutes after midnight."""

    kind: Literal["break", "lunch"]
    start: int
    end: int
    line: int

    @property
    def minutes(self) -> int:
        """How long it lasts."""
        return self.end - self.start


@dataclass(frozen=True)
class Day:
    """A day's sessions and pauses in order; a title only where a day has one of its own."""

    entries: tuple[Session | Pause, ...]
    title: Mapping[str, str]
    line: int

    @property
    def sessions(self) -> tuple[Session, ...]:
        """The sessions without the pauses."""
        return tuple(entry for entry in self.entries if isinstance(entry, Session))

    @property
    def net(self) -> int:
        """The minutes of all sessions."""
        return sum(session.minutes for session in self.sessions)


@dataclass(frozen=True)
class Course:
    """A course as data/courses/<id>.yml says; texts are one a locale.

    `persons` is the smallest and the largest group, `net_minutes` what every day must add up to.
    Trainers, room and cut_first are the trainer's, as much of each session is.
    """

    id: str
    path: str
    title: Mapping[str, str]
    audience: Mapping[str, str]
    persons: tuple[int, int]
    trainers: Mapping[str, str]
    room: Mapping[str, str]
    cut_first: Mapping[str, str]
    net_minutes: int
    days: tuple[Day, ...]

    @property
    def sessions(self) -> tuple[Session, ...]:
        """All sessions of all days in order."""
        return tuple(session for day in self.days for session in day.sessions)
