"""Read data/courses/<id>.yml into courses; what does not keep to the schema is named by line."""

from __future__ import annotations

import re
from pathlib import Path

import yaml

from manuals.courses.course import METHODS, Course, Day, Pause, Session, Step
from manuals.courses.reading import Reader, compose
from manuals.courses.timetable import check_timetable
from manuals.errors import ManualError, Problem, nearest
from manuals.languages import locales

FOLDER = "data/courses"
ID = re.compile(r"[a-z][a-z0-9-]*")
SPAN = re.compile(r"([01]\d|2[0-3]):([0-5]\d)[-–]([01]\d|2[0-3]):([0-5]\d)")
SESSION_NUMBER = re.compile(r"[0-9]+(\.F?[0-9]+)?")
CHAPTER = re.compile(r"[1-9]\d*\.[1-9]\d*")
USE = re.compile(r"[a-z0-9-]+/\d\d-[a-z0-9-]+#[a-z][a-z0-9-]*")
COURSE = {
    "title": True,
    "audience": True,
    "persons": True,
    "trainers": True,
    "room": True,
    "cut_first": True,
    "net_minutes": True,
    "days": True,
}
DAY = {"title": False, "timetable": True}
PAUSE = ("break", "lunch")
SESSION = {
    "session": True,
    "time": True,
    "title": True,
    "method": True,
    "chapters": False,
    "roles": True,
    "materials": False,
    "cut": False,
    "uses": False,
    "steps": True,
}
STEP = {"minutes": True, "method": True, "what": True}


def load_courses(root: Path) -> tuple[Course, ...]:
    """Read all courses in the order of their file names; ManualError names all that is wrong.

    A set without data/courses/ has none.
    """
    courses: list[Course] = []
    problems: list[Problem] = []
    for path in sorted((root / FOLDER).glob("*")):
        name = path.relative_to(root).as_posix()
        if path.suffix != ".yml" or not ID.fullmatch(path.stem) or not path.is_file():
            todo = "name it like c1.yml: small letters, digits, hyphens"
            problems.append(Problem(name, 0, "no file of a course", todo))
            continue
        node, wrong = compose(root, path)
        reader = Reader(name, wrong, locales(root))
        course = _course(reader, path.stem, node) if node else None
        if course and not reader.problems:
            reader.problems += check_timetable(course)
            courses.append(course)
        problems += reader.problems
    if problems:
        raise ManualError(problems)
    return tuple(courses)


def _course(reader: Reader, id: str, node: yaml.Node) -> Course | None:
    found = reader.fields(node, "the course", COURSE)
    if found is None or found.keys() != COURSE.keys():
        for place, day in enumerate(_items(found, "days"), 1):
            _day(reader, day, f"day {place}")
        return None
    days = [_day(reader, day, f"day {place}") for place, day in enumerate(_items(found, "days"), 1)]
    if not days:
        reader.wrong(found["days"], "the course has no days", "write - timetable: for each day")
    return Course(
        id=id,
        path=reader.path,
        title=reader.texts(found["title"], "title"),
        audience=reader.texts(found["audience"], "audience"),
        persons=_persons(reader, found["persons"]),
        trainers=reader.texts(found["trainers"], "trainers"),
        room=reader.texts(found["room"], "room"),
        cut_first=reader.texts(found["cut_first"], "cut_first"),
        net_minutes=reader.number(found["net_minutes"], "net_minutes", 30, 600),
        days=tuple(day for day in days if day),
    )


def _items(found: dict[str, yaml.Node] | None, name: str) -> list[yaml.Node]:
    node = (found or {}).get(name)
    return node.value if isinstance(node, yaml.SequenceNode) else []


def _persons(reader: Reader, node: yaml.Node) -> tuple[int, int]:
    numbers = reader.list_of(
        node, "persons", lambda item, where: reader.number(item, where, 1, 300)
    )
    if len(numbers) == 2 and numbers[0] <= numbers[1]:
        return numbers[0], numbers[1]
    reader.wrong(node, "persons is not right", "write the smallest and largest group: [24, 30]")
    return 1, 1


def _day(reader: Reader, node: yaml.Node, where: str) -> Day | None:
    found = reader.fields(node, where, DAY)
    if found is None or "timetable" not in found:
        return None
    title = reader.texts(found["title"], f"{where}: title") if "title" in found else {}
    entries = reader.list_of(
        found["timetable"], where, lambda item, where: _entry(reader, item, where)
    )
    return Day(tuple(entry for entry in entries if entry), title, node.start_mark.line + 1)


def _entry(reader: Reader, node: yaml.Node, where: str) -> Session | Pause | None:
    line = node.start_mark.line + 1
    names = [key.value for key, _ in node.value] if isinstance(node, yaml.MappingNode) else []
    for kind in PAUSE:
        if kind in names:
            found = reader.fields(node, f"{where}, {kind}", {kind: True}) or {}
            start, end = _span(reader, found[kind], f"{where}, {kind}")
            return Pause("lunch" if kind == "lunch" else "break", start, end, line)
    return _session(reader, node, where, line)


def _session(reader: Reader, node: yaml.Node, where: str, line: int) -> Session | None:
    number = next(
        (
            value.value
            for key, value in (node.value if isinstance(node, yaml.MappingNode) else [])
            if key.value == "session" and isinstance(value, yaml.ScalarNode)
        ),
        "",
    )
    place = f"session {number}" if number else f"{where}, an entry"
    found = reader.fields(node, place, SESSION)
    if found is None:
        return None
    if "session" in found and not SESSION_NUMBER.fullmatch(number):
        reader.wrong(found["session"], f'"{number}" is no session number', 'write it like "1.3"')
    start, end = _span(reader, found["time"], place) if "time" in found else (0, 0)

    def texts(name: str) -> dict[str, str]:
        return reader.texts(found[name], f"{place}: {name}") if name in found else {}

    def words(name: str, form: re.Pattern[str], todo: str) -> tuple[str, ...]:
        def read(item: yaml.Node, where: str) -> str:
            word = reader.text(item, where)
            if word and not form.fullmatch(word):
                reader.wrong(item, f'{where}: "{word}" has not the right form', todo)
            return word

        return reader.list_of(found[name], f"{place}: {name}", read) if name in found else ()

    return Session(
        number=number,
        start=start,
        end=end,
        title=texts("title"),
        method=texts("method"),
        steps=reader.list_of(
            found["steps"], f"{place}: steps", lambda item, where: _step(reader, item, where)
        )
        if "steps" in found
        else (),
        chapters=words("chapters", CHAPTER, "write the chapter's number: 1.3"),
        uses=words("uses", USE, "write chapter#id of a box or section: v1-foundations/03-law#age"),
        materials=reader.text_lists(found["materials"], f"{place}: materials")
        if "materials" in found
        else dict.fromkeys(reader.languages, ()),
        roles=texts("roles"),
        cut=texts("cut"),
        line=line,
    )


def _span(reader: Reader, node: yaml.Node, where: str) -> tuple[int, int]:
    written = node.value if isinstance(node, yaml.ScalarNode) else ""
    match = SPAN.fullmatch(written)
    if not match:
        shown = f'"{written}" is no time' if written else "the time is missing"
        reader.wrong(node, f"{where}: {shown}", "write start and end as 08:00-08:45")
        return 0, 0
    hours = [int(part) for part in match.groups()]
    start, end = hours[0] * 60 + hours[1], hours[2] * 60 + hours[3]
    if end <= start:
        reader.wrong(node, f"{where}: {written} ends before it starts", "write the earlier first")
    return start, end


def _step(reader: Reader, node: yaml.Node, where: str) -> Step:
    found = reader.fields(node, where, STEP) or {}
    method = reader.text(found["method"], f"{where}: method") if "method" in found else ""
    if method and method not in METHODS:
        what = f'{where}: unknown method "{method}"{nearest(method, METHODS)}'
        reader.wrong(found["method"], what, f"use one of {', '.join(METHODS)}")
    return Step(
        reader.number(found["minutes"], f"{where}: minutes", 1, 240) if "minutes" in found else 0,
        method,
        reader.texts(found["what"], where) if "what" in found else {},
    )
