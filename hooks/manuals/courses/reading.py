"""Read a YAML file by a schema, so that every mistake has its line and all come at once."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

import yaml

from manuals.errors import Problem, nearest
from manuals.languages import OTHER

Value = TypeVar("Value")
# Thousands of brackets in one another overrun the stack of the YAML reader, which is written in C.
LONGEST_LINE = 2000
MOST_BRACKETS = 1000
CONTROL = re.compile(r"[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass
class Reader:
    """What reads one file; values come as written, so that 1.10 stays 1.10."""

    path: str
    problems: list[Problem] = field(default_factory=list)
    languages: tuple[str, ...] = tuple(sorted(OTHER))

    def wrong(self, node: yaml.Node, what: str, todo: str) -> None:
        """Remember a problem at the line of a node."""
        self.problems.append(Problem(self.path, node.start_mark.line + 1, what, todo))

    def fields(
        self, node: yaml.Node, where: str, known: Mapping[str, bool]
    ) -> dict[str, yaml.Node] | None:
        """Return the nodes by name; `known` says of each name whether it must be there."""
        if not isinstance(node, yaml.MappingNode):
            self.wrong(node, f"{where} is not a list of names and values", "write name: value")
            return None
        found: dict[str, yaml.Node] = {}
        for key, value in node.value:
            name = str(key.value) if isinstance(key, yaml.ScalarNode) else "?"
            if name not in known:
                what = f'{where}: unknown "{name}"{nearest(name, known)}'
                self.wrong(key, what, f"use only {', '.join(known)}")
            elif name in found:
                self.wrong(key, f'{where}: "{name}" stands here twice', "keep one of them")
            else:
                found[name] = value
        for name, needed in known.items():
            if needed and name not in found:
                self.wrong(node, f'{where} has no "{name}"', f"add {name}:")
        return found

    def text(self, node: yaml.Node, where: str) -> str:
        """Return a text that is not empty."""
        if isinstance(node, yaml.ScalarNode) and node.value.strip():
            return str(node.value).strip()
        self.wrong(node, f"{where} is not a text", "write a text, in double quotes if it has a :")
        return ""

    def number(self, node: yaml.Node, where: str, low: int, high: int) -> int:
        """Return a whole number between two others."""
        written = node.value if isinstance(node, yaml.ScalarNode) else ""
        if written.isascii() and written.isdigit() and low <= int(written) <= high:
            return int(written)
        shown = f' ("{written}")' if written else ""
        self.wrong(
            node,
            f"{where} is not right{shown}",
            f"write a whole number between {low} and {high}",
        )
        return low

    def list_of(
        self, node: yaml.Node, where: str, read: Callable[[yaml.Node, str], Value]
    ) -> tuple[Value, ...]:
        """Return what `read` makes of each entry of a list."""
        if isinstance(node, yaml.SequenceNode):
            return tuple(read(item, where) for item in node.value)
        self.wrong(node, f"{where} is not a list", "write each entry on a line of its own after -")
        return ()

    def in_all(
        self, node: yaml.Node, where: str, read: Callable[[yaml.Node, str], Value]
    ) -> dict[str, Value]:
        """Return what `read` makes of the text in each language; none may be missing."""
        found = self.fields(node, where, dict.fromkeys(self.languages, True))
        return {name: read(value, f"{where}, {name}") for name, value in (found or {}).items()}

    def texts(self, node: yaml.Node, where: str) -> dict[str, str]:
        """Return a text in each language."""
        return self.in_all(node, where, self.text)

    def text_lists(self, node: yaml.Node, where: str) -> dict[str, tuple[str, ...]]:
        """Return a list of texts in each language, all of one length."""

        def read(entry: yaml.Node, place: str) -> tuple[str, ...]:
            return self.list_of(entry, place, self.text)

        found = self.in_all(node, where, read)
        if len({len(entries) for entries in found.values()}) > 1:
            counts = ", ".join(f"{len(entries)} in {name}" for name, entries in found.items())
            self.wrong(node, f"{where} has not as many entries: {counts}", "make them the same")
        return found


def compose(root: Path, path: Path) -> tuple[yaml.Node | None, list[Problem]]:
    """Return a file's YAML as nodes with their lines, in NFC; or what is wrong with it."""
    name = path.relative_to(root).as_posix()
    try:
        text = unicodedata.normalize("NFC", path.read_text(encoding="utf-8-sig"))
        if wrong := _nested(name, text):
            return None, [wrong]
        node: Any = yaml.compose(text, yaml.CSafeLoader)
    except UnicodeDecodeError:
        todo = "save it again with the encoding UTF-8"
        return None, [Problem(name, 0, "the file is not UTF-8", todo)]
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        sign = CONTROL.search(text)
        line = mark.line + 1 if mark else text.count("\n", 0, sign.start()) + 1 if sign else 0
        what = f"not valid YAML ({getattr(error, 'problem', None) or 'a sign that cannot be read'})"
        todo = "check the indent and the quotes of this line and the one above"
        return None, [Problem(name, line, what, todo)]
    if node is None:
        return None, [Problem(name, 1, "the file is empty", "compare it with another course")]
    return node, []


def _nested(name: str, text: str) -> Problem | None:
    for line, written in enumerate(text.split("\n"), 1):
        if len(written) > LONGEST_LINE:
            what = f"the line has more than {LONGEST_LINE} characters"
            return Problem(name, line, what, "write a text of a sentence or two")
    if text.count("[") + text.count("{") > MOST_BRACKETS:
        what = f"the file has more than {MOST_BRACKETS} opening brackets"
        return Problem(name, 0, what, "write lists with - , each entry on a line of its own")
    return None
