"""The metadata at the top of a chapter: split, read, check against the schema."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import yaml

from manuals.errors import Problem, nearest

ID = re.compile(r"[a-z][a-z0-9-]*")
DATE = re.compile(r":\s*\d{4}-\d\d?-\d\d?\s*$")
MARKUP = re.compile(r"[<\[\]`*\\]|__|///")
LEVELS = ("foundation", "practice", "advanced")
STATUSES = ("draft", "in-review", "reviewed")
AUDIENCES = [
    "everyone",
    "investigator",
    "procurator",
    "judge",
    "border-officer",
    "custody-officer",
    "senior-leader",
    "trainer",
    "interpreter",
    "victim-support",
]
SHARED = ("id", "minutes", "level", "audience", "law_as_of", "status", "after")


@dataclass(frozen=True)
class Objective:
    """What a participant can do afterwards."""

    id: str
    text: str


@dataclass(frozen=True)
class Metadata:
    """A chapter's metadata; minutes are net teaching minutes without interpreting."""

    id: str
    title: str
    summary: str
    minutes: int
    level: str
    audience: tuple[str, ...]
    law_as_of: datetime.date
    status: str
    after: tuple[str, ...]
    needs: tuple[str, ...]
    objectives: tuple[Objective, ...]


@dataclass(frozen=True)
class Head:
    """The YAML block as found: its values, the line of each key, the line after the block.

    `text` is the block itself, from line 2.
    """

    values: dict[str, Any]
    lines: dict[str, int]
    body_line: int
    text: str = ""

    def list_of(self, key: str) -> list[Any]:
        """Return a key's list, or an empty one where the author wrote something else."""
        value = self.values.get(key)
        return value if isinstance(value, list) else []


def split(path: str, text: str) -> tuple[Head, str, list[Problem]]:
    """Return the metadata block, the text below it and the problems of the YAML itself."""
    match = re.match(r"---\n(.*?)^---[ \t]*(?:\n|\Z)", text, re.DOTALL | re.MULTILINE)
    if not match:
        todo = "begin the file with --- , the metadata and another --- (./scripts/new-chapter)"
        return Head({}, {}, 1), text, [Problem(path, 1, "the metadata is missing", todo)]
    body_line = match.group().count("\n") + 1
    body = text[match.end() :]
    try:
        values = yaml.load(match[1], yaml.CSafeLoader)
    except ValueError as error:
        what = f"a date in the metadata does not exist ({error})"
        line = next((n for n, row in enumerate(match[1].split("\n"), 2) if DATE.search(row)), 1)
        return (
            Head({}, {}, body_line),
            body,
            [Problem(path, line, what, "write a date as 2026-07-01")],
        )
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = 2 + (mark.line if mark else 0)
        what = f"the metadata is not valid YAML ({getattr(error, 'problem', 'unreadable')})"
        todo = "put texts that hold a colon in double quotes and keep the indents"
        return Head({}, {}, body_line), body, [Problem(path, line, what, todo)]
    if not isinstance(values, dict):
        what = "the metadata is not a list of names and values"
        return Head({}, {}, body_line), body, [Problem(path, 1, what, "write name: value")]
    lines: dict[str, int] = {}
    for number, line in enumerate(match[1].split("\n"), 2):
        key = re.match(r"([\w-]+):", line)
        if key:
            lines.setdefault(key[1], number)
    return Head(values, lines, body_line, match[1]), body, []


def _text(value: Any) -> str | None:
    if not isinstance(value, str) or not value.strip():
        return "write a text in double quotes"
    if MARKUP.search(value):
        return "write plain words: no tags, links, bold or other signs of Markdown"
    return None


def _word(words: tuple[str, ...] | list[str]) -> Callable[[Any], str | None]:
    def check(value: Any) -> str | None:
        if value in words:
            return None
        return f"write one of {', '.join(words)}{nearest(str(value), words)}"

    return check


def _words(words: list[str]) -> Callable[[Any], str | None]:
    def check(value: Any) -> str | None:
        if not isinstance(value, list) or not value:
            return "write a list, for example [investigator, judge]"
        wrong = [str(item) for item in value if item not in words]
        if wrong:
            return f"“{wrong[0]}” is not one of {', '.join(words)}{nearest(wrong[0], words)}"
        return None

    return check


def _id(value: Any) -> str | None:
    if isinstance(value, str) and ID.fullmatch(value):
        return None
    return "write lower-case letters, digits and hyphens, beginning with a letter"


def _ids(value: Any) -> str | None:
    if isinstance(value, list) and all(_id(item) is None for item in value):
        return None
    return "write a list of chapter ids, or []"


def _texts(value: Any) -> str | None:
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        return "write a list of texts in double quotes, or []"
    return next((advice for advice in map(_text, value) if advice), None)


def _minutes(value: Any) -> str | None:
    if isinstance(value, int) and not isinstance(value, bool) and 5 <= value <= 600:
        return None
    return "write a number of minutes between 5 and 600"


def _date(value: Any) -> str | None:
    if isinstance(value, datetime.date):
        return None
    return "write a date as 2026-07-01"


def _objectives(value: Any) -> str | None:
    if not isinstance(value, list) or not 3 <= len(value) <= 5:
        return "write three to five objectives, each with id: and text:"
    for item in value:
        if not isinstance(item, dict) or set(item) != {"id", "text"}:
            return "give each objective id: and text:, nothing else"
        if _id(item["id"]):
            return "give each objective an id of small letters"
        if advice := _text(item["text"]):
            return advice
    if len({item["id"] for item in value}) < len(value):
        return "give each objective an id of its own"
    return None


Schema = dict[str, Callable[[Any], str | None]]
SCHEMA: Schema = {
    "id": _id,
    "title": _text,
    "summary": _text,
    "minutes": _minutes,
    "level": _word(LEVELS),
    "audience": _words(AUDIENCES),
    "law_as_of": _date,
    "status": _word(STATUSES),
    "after": _ids,
    "needs": _texts,
    "objectives": _objectives,
}
PAGE_SCHEMA: Schema = {"title": _text, "summary": _text}
FOREWORD_SCHEMA: Schema = {"title": _text}


def check(path: str, head: Head, schema: Schema = SCHEMA) -> list[Problem]:
    """Return what is missing, unknown or of the wrong form in a metadata block."""
    problems = []
    for key in head.values:
        if key not in schema:
            what = f'unknown metadata "{key}"{nearest(str(key), schema)}'
            todo = f"use only {', '.join(schema)}"
            problems.append(Problem(path, head.lines.get(str(key), 1), what, todo))
    for key, rule in schema.items():
        if key not in head.values:
            todo = f"add a line {key}: between the two ---"
            problems.append(Problem(path, 1, f'the metadata has no "{key}"', todo))
            continue
        advice = rule(head.values[key])
        if advice:
            what = f'"{key}" is not right'
            problems.append(Problem(path, head.lines.get(key, 1), what, advice))
    return problems


def metadata(head: Head) -> Metadata:
    """Turn a checked metadata block into its dataclass."""
    values = head.values
    return Metadata(
        id=values["id"],
        title=values["title"],
        summary=values["summary"],
        minutes=values["minutes"],
        level=values["level"],
        audience=tuple(values["audience"]),
        law_as_of=values["law_as_of"],
        status=values["status"],
        after=tuple(values["after"]),
        needs=tuple(values["needs"]),
        objectives=tuple(Objective(item["id"], item["text"]) for item in values["objectives"]),
    )


def differences(path: str, first: Head, second: Head, other: str) -> list[Problem]:
    """Return where the metadata that is not language differs between the halves of a pair."""
    problems = []
    for key in SHARED:
        if first.values.get(key) != second.values.get(key):
            what = f'"{key}" differs from {other}'
            todo = (
                f"make both the same ({first.values.get(key)} here, {second.values.get(key)} there)"
            )
            problems.append(Problem(path, first.lines.get(key, 1), what, todo))
    ids = [
        [item.get("id") for item in head.list_of("objectives") if isinstance(item, dict)]
        for head in (first, second)
    ]
    if ids[0] != ids[1]:
        what = f"the objectives have other ids than in {other}"
        todo = "use the same ids in the same order in both files"
        problems.append(Problem(path, first.lines.get("objectives", 1), what, todo))
    needs = [len(head.list_of("needs")) for head in (first, second)]
    if needs[0] != needs[1]:
        what = f'"needs" has {needs[0]} entries, {other} has {needs[1]}'
        problems.append(Problem(path, first.lines.get("needs", 1), what, "make them the same"))
    return problems
