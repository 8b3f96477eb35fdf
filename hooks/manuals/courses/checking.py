"""What a course says about the manuals: what it names exists, and people work half the time."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from manuals.chapters import Manuals, Pair
from manuals.courses.course import Course, Session
from manuals.courses.loading import load_courses
from manuals.courses.plan import PATH as PLAN
from manuals.courses.plan import load_plan
from manuals.courses.values import unknown_values
from manuals.errors import ManualError, Problem, nearest

LEAST_ACTIVE = 0.5  # of the net minutes: the rule of the manuals' anatomy


def course_problems(manuals: Manuals) -> list[Problem]:
    """Read the courses of the set and return all that is wrong with them."""
    try:
        return check_courses(manuals, load_courses(manuals.root))
    except ManualError as error:
        return list(error.problems)


def course_notes(manuals: Manuals) -> list[str]:
    """Return what nobody has to mend: which chapters a course that is planned still waits for."""
    written = chapters_by_number(manuals)
    return [
        f"{course.path}: shown as planned: {'chapter' if len(numbers) == 1 else 'chapters'} "
        f"{', '.join(numbers)} {'is' if len(numbers) == 1 else 'are'} not written yet"
        for course in load_courses(manuals.root)
        if (numbers := unwritten(course, written))
    ]


def check_courses(manuals: Manuals, courses: tuple[Course, ...]) -> list[Problem]:
    """Return, sorted, what is wrong; too little active time is a warning, as a workshop may choose.

    A chapter that is planned and not written is no problem: see `unwritten`. That every
    objective is met by an exercise or a question is a rule of each chapter: see anatomy.py.
    """
    found: set[Problem] = set()
    plan = load_plan(manuals.root)
    known = frozenset(plan) | frozenset(chapters_by_number(manuals))
    volumes = frozenset(str(volume.number) for volume in manuals.shelf.volumes)
    begun = None if plan else volumes
    for course in courses:
        found.update(_active(course))
        found.update(unknown_values(course, manuals.profile))
        for session in course.sessions:
            found.update(_chapters(course, session, known, begun))
            for use in session.uses:
                found.update(_use(manuals, course, session, use))
    return sorted(found)


def unwritten(course: Course, written: Collection[str]) -> tuple[str, ...]:
    """Return the numbers of the chapters that a course uses and are not `written`, in order."""
    numbers = {number for session in course.sessions for number in session.chapters} - set(written)
    return tuple(sorted(numbers, key=lambda number: [int(part) for part in number.split(".")]))


def chapters_by_number(manuals: Manuals) -> dict[str, Pair]:
    """Return the written chapters by their printed number: 1.3."""
    return {pair.numbers.chapter_label: pair for pair in manuals.pairs.values() if pair.numbers}


def _chapters(
    course: Course, session: Session, known: frozenset[str], begun: frozenset[str] | None
) -> Iterator[Problem]:
    """Yield the chapters that cannot be meant; `begun` are the volumes of a set without a plan."""
    for number in session.chapters:
        if number in known or (begun is not None and number.split(".")[0] not in begun):
            continue
        what = f"session {session.number}: there is no chapter {number}"
        what += nearest(number, sorted(known))
        todo = f"correct the number, or plan the chapter in {PLAN}"
        yield Problem(course.path, session.line, what, todo)


def _use(manuals: Manuals, course: Course, session: Session, use: str) -> Iterator[Problem]:
    stem, _, id = use.partition("#")
    where = f"session {session.number} uses {use}"
    volumes = {volume.id for volume in manuals.shelf.volumes}
    pair = manuals.pairs.get(stem)
    if pair is None:
        known = [name for name, item in manuals.pairs.items() if item.numbers]
        if stem.split("/")[0] in volumes:
            what = f"{where}, but there is no such chapter{nearest(stem, known)}"
            yield Problem(course.path, session.line, what, "correct the part before the #")
        else:
            what = f'{where}, but no volume is called "{stem.split("/")[0]}"'
            todo = f"use a volume of data/volumes.yml: {', '.join(sorted(volumes))}"
            yield Problem(course.path, session.line, what, todo)
        return
    for half in pair.halves.values():
        hidden = {box.id for box in half.outline.boxes if box.id and box.trainer}
        known = [box.id for box in half.outline.boxes if box.id and not box.trainer]
        known += [heading.id for heading in half.outline.headings if heading.id]
        if id in hidden:
            what = f"{where}, which only trainers may see"
            todo = "take it out: a trainer pack has the trainer's text of its chapters by itself"
            yield Problem(course.path, session.line, what, todo)
        elif id not in known:
            what = f'{where}, but {half.path} has no box or section "{id}"{nearest(id, known)}'
            yield Problem(course.path, session.line, what, "correct the part after the #")


def _active(course: Course) -> Iterator[Problem]:
    net = sum(day.net for day in course.days)
    active = sum(session.active for session in course.sessions)
    if net and active < LEAST_ACTIVE * net:
        passive = sorted(course.sessions, key=lambda session: session.active - session.minutes)[:3]
        named = ", ".join(
            f"{session.minutes - session.active} in session {session.number} (line {session.line})"
            for session in passive
        )
        what = (
            f"participants work for {active} of {net} minutes, {active * 100 // net} percent and "
            f"not half; most minutes of listening: {named}"
        )
        todo = "turn talk into exercises, cases or discussion there"
        yield Problem(course.path, 0, what, todo, warning=True)
