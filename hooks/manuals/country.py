"""The country profile: values that a chapter names as {{ hotline }}."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from manuals.errors import ManualError, Problem, nearest
from manuals.languages import OTHER, load_yaml
from manuals.outline import PLACEHOLDER


@dataclass(frozen=True)
class Profile:
    """A country's values by dotted key, one a locale."""

    path: str
    values: Mapping[str, Mapping[str, str]]

    def fill(self, text: str, locale: str) -> str:
        """Put the values into a text; unknown keys stay (they are a problem of the check)."""

        def value(match: Any) -> str:
            found = self.values.get(match["key"])
            return found[locale] if found else str(match.group())

        return PLACEHOLDER.sub(value, text)

    def unknown(self, path: str, placeholders: list[tuple[str, int]]) -> list[Problem]:
        """Return a problem for each placeholder that the profile does not have."""
        return [
            Problem(
                path,
                line,
                f"unknown placeholder {{{{ {key} }}}}{nearest(key, self.values)}",
                f"use a name from {self.path}, or add it there",
            )
            for key, line in placeholders
            if key not in self.values
        ]


def load_profile(root: Path, country: str) -> Profile:
    """Read data/countries/<country>.yml; a leaf is a text, or one text a language."""
    path = root / "data" / "countries" / f"{country}.yml"
    name = path.relative_to(root).as_posix()
    data = load_yaml(root, path)
    values: dict[str, Mapping[str, str]] = {}
    problems: list[Problem] = []

    def text(key: str, leaf: Any) -> str:
        if leaf is None or isinstance(leaf, (dict, list)):
            problems.append(Problem(name, 0, f'"{key}" has no value', "write a text"))
        elif not isinstance(leaf, (str, datetime.date)):
            what = f'"{key}" is a number or yes/no to YAML, which prints {leaf}'
            problems.append(Problem(name, 0, what, "put it in double quotes"))
        return str(leaf)

    def walk(prefix: str, node: Any) -> None:
        if not isinstance(node, dict):
            values[prefix] = dict.fromkeys(OTHER, text(prefix, node))
        elif node.keys() & OTHER.keys():
            for locale in sorted(OTHER.keys() - node.keys()):
                problems.append(Problem(name, 0, f'"{prefix}" has no "{locale}"', "add it"))
            values[prefix] = {
                locale: text(f"{prefix}.{locale}", node[locale])
                for locale in sorted(OTHER.keys() & node.keys())
            }
        else:
            for key, child in node.items():
                walk(f"{prefix}.{key}" if prefix else str(key), child)

    walk("", data)
    if problems:
        raise ManualError(problems)
    return Profile(name, values)
