"""The country profile: values that a chapter names as {{ hotline }}."""

from __future__ import annotations

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

    def walk(prefix: str, node: Any) -> None:
        if isinstance(node, dict):
            if node.keys() & OTHER.keys():
                missing = OTHER.keys() - node.keys()
                for locale in sorted(missing):
                    problems.append(Problem(name, 0, f'"{prefix}" has no "{locale}"', "add it"))
                if not missing:
                    values[prefix] = {locale: str(node[locale]) for locale in OTHER}
                return
            for key, child in node.items():
                walk(f"{prefix}.{key}" if prefix else str(key), child)
        elif node is None or isinstance(node, list):
            problems.append(Problem(name, 0, f'"{prefix}" has no value', "write a text"))
        else:
            values[prefix] = dict.fromkeys(OTHER, str(node))

    walk("", data)
    if problems:
        raise ManualError(problems)
    return Profile(name, values)
