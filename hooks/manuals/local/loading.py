"""Read data/local/<academy>/: its name, and a file for each chapter that it adds to."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

from manuals.chapters import Manuals, stem_of
from manuals.errors import ManualError, Problem, nearest
from manuals.languages import load_yaml
from manuals.local.additions import FOLDER, NAME, Academy, Addition, Local
from manuals.metadata import ID, MARKUP, Head, split
from manuals.scan import read_outline
from manuals.slugs import slug, unused
from manuals.sources import CHAPTER_NAME, linked, read_source

ACADEMY = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
TITLE = re.compile(r"^#{1,6}\s+(?P<text>.*?)\s*$")


def _text(value: Any) -> str | None:
    if isinstance(value, str) and value.strip() and not MARKUP.search(value):
        return None
    return "write plain words in double quotes, without signs of Markdown"


def _day(value: Any) -> str | None:
    return None if type(value) is datetime.date else "write a date as 2026-07-01"


def _section(value: Any) -> str | None:
    good = isinstance(value, str) and ID.fullmatch(value)
    return None if good else "write the id of a heading of the chapter, without # and braces"


NEEDED: dict[str, Callable[[Any], str | None]] = {"author": _text, "date": _day}
FREE: dict[str, Callable[[Any], str | None]] = {
    "title": _text,
    "section": _section,
    "source": _text,
    "checked_by": _text,
}


def load_local(manuals: Manuals) -> Local:
    """Read all academies and additions; what is wrong with names, heads and boxes comes along."""
    academies: dict[str, Academy] = {}
    additions: list[Addition] = []
    problems: list[Problem] = []
    folder = manuals.root / FOLDER
    for path in sorted(folder.rglob("*")) if folder.is_dir() else []:
        name = path.relative_to(manuals.root).as_posix()
        parts = path.relative_to(folder).parts
        if path.is_symlink():
            problems.append(linked(name))
        elif path.is_dir():
            if len(parts) == 1:
                problems += _folder(name, parts[0])
        elif len(parts) == 2 and parts[1] == NAME:
            academy, wrong = _academy(manuals, path)
            academies[academy.id] = academy
            problems += wrong
        elif found := _misplaced(manuals, name, parts):
            problems.append(found)
        else:
            addition, wrong = _addition(manuals, path, parts[0])
            additions.append(addition)
            problems += wrong
    problems += _unnamed(academies, additions)
    return Local(academies, tuple(additions), tuple(sorted(set(problems))))


def _folder(name: str, academy: str) -> list[Problem]:
    if ACADEMY.fullmatch(academy):
        return []
    what = f'the folder "{academy}" has no name that an address can hold'
    todo = "use small letters without marks, digits and single hyphens, as hoc-vien-a"
    return [Problem(name, 0, what, todo)]


def _academy(manuals: Manuals, path: Path) -> tuple[Academy, list[Problem]]:
    """Read an academy's name: a text for each language that it writes in."""
    source = read_source(manuals.root, path)
    problems = list(source.problems)
    names: dict[str, str] = {}
    try:
        values = load_yaml(manuals.root, path)
    except ManualError as error:
        return Academy(path.parent.name, {}), [*problems, *error.problems]
    lines = source.text.split("\n")
    for locale, value in values.items():
        line = next((n for n, text in enumerate(lines, 1) if text.startswith(f"{locale}:")), 0)
        if locale not in manuals.languages:
            what = f'"{locale}" is no language of the manuals'
            todo = f"use {' or '.join(sorted(manuals.languages))}"
            problems.append(Problem(source.path, line, what, todo))
        elif advice := _text(value):
            what = f'the name "{locale}" is not right'
            problems.append(Problem(source.path, line, what, advice))
        else:
            names[locale] = value
    return Academy(path.parent.name, names), problems


def _misplaced(manuals: Manuals, name: str, parts: tuple[str, ...]) -> Problem | None:
    """Return what is wrong with a file's place or name."""
    chapters = [stem for stem, pair in manuals.pairs.items() if pair.numbers]
    example = f"{FOLDER}/hoc-vien-a/{chapters[0] if chapters else 'v1-foundations/03-law'}.vi.md"
    match = CHAPTER_NAME.fullmatch(parts[-1])
    if len(parts) != 3 or not match or match["locale"] not in manuals.languages:
        what = "this is no place for local content"
        todo = f"give it the volume’s folder and the name of the chapter’s file: {example}"
        return Problem(name, 0, what, todo)
    stem = f"{parts[1]}/{stem_of(parts[2])}"
    if stem not in chapters:
        what = f"there is no chapter {stem}{nearest(stem, chapters)}"
        return Problem(name, 0, what, "give it the volume and name of a chapter’s file in docs/")
    return None


def _addition(manuals: Manuals, path: Path, academy: str) -> tuple[Addition, list[Problem]]:
    """Read one file; a heading without an id gets one made of its text."""
    source = read_source(manuals.root, path)
    head, body, problems = split(source.path, source.text)
    if not problems:
        problems = _head(source.path, head)
    stem = f"{path.parent.name}/{stem_of(path.name)}"
    locale = path.name.split(".")[-2]
    half = manuals.pairs[stem].halves.get(locale)
    taken = {*re.findall(r"\{#([^\s}]+)\}", body), *dict(half.outline.ids() if half else ())}
    body = "\n".join(_with_id(line, taken) for line in body.split("\n"))
    outline = read_outline(source.path, body, head.body_line)
    addition = Addition(
        *(source.path, locale, head, body, head.body_line, outline), academy=academy, stem=stem
    )
    return addition, [*source.problems, *problems, *outline.problems]


def _with_id(line: str, taken: set[str]) -> str:
    title = TITLE.match(line)
    if not title or title["text"].endswith("}"):
        return line
    id = unused(slug(title["text"]), taken)
    taken.add(id)
    return f"{line.rstrip()} {{#{id}}}"


def _head(path: str, head: Head) -> list[Problem]:
    known = {**NEEDED, **FREE}
    problems = []
    for key in NEEDED:
        if key not in head.values:
            what = f'the head has no "{key}"'
            todo = f"add a line {key}: between the two ---"
            problems.append(Problem(path, 1, what, todo))
    for key, value in head.values.items():
        line = head.lines.get(str(key), 1)
        if key not in known:
            what = f'unknown entry "{key}" in the head{nearest(str(key), known)}'
            problems.append(Problem(path, line, what, f"use only {', '.join(known)}"))
        elif advice := known[key](value):
            problems.append(Problem(path, line, f'"{key}" is not right', advice))
    return problems


def _unnamed(academies: dict[str, Academy], additions: list[Addition]) -> list[Problem]:
    """Return a problem for each academy that has no name in a language that it writes in."""
    problems = []
    for id, locale in sorted({(item.academy, item.locale) for item in additions}):
        academy = academies.setdefault(id, Academy(id, {}))
        if locale not in academy.names:
            what = f'the academy has no name in the language "{locale}"'
            todo = f'write it into this file on one line: {locale}: "…"'
            problems.append(Problem(academy.path, 0, what, todo))
    return problems
