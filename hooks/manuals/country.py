"""The country profile: values that a chapter names as {{ hotline }}."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import yaml

from manuals.errors import ManualError, Problem, nearest
from manuals.languages import DEFAULT, load_yaml, locales
from manuals.outline import PLACEHOLDER

FOLDER = "data/countries"
TIME_ZONE = "time_zone"


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


def profile_path(country: str) -> str:
    """Return where a country's profile stands."""
    return f"{FOLDER}/{country}.yml"


def countries(root: Path) -> list[str]:
    """Return the ids of all countries that have a profile, filled in or not."""
    return sorted(path.stem for path in (root / FOLDER).glob("*.yml"))


def load_profile(root: Path, country: str) -> Profile:
    """Read data/countries/<country>.yml; a leaf is a text, or one text a language."""
    name = profile_path(country)
    data = load_yaml(root, root / name)
    text_of_file = (root / name).read_text(encoding="utf-8")
    lines = {key: node.start_mark.line + 1 for key, node, _ in entries(text_of_file)}
    values: dict[str, Mapping[str, str]] = {}
    problems: list[Problem] = []
    languages = set(locales(root))

    def wrong(key: str, what: str, todo: str) -> None:
        problems.append(Problem(name, lines.get(key, 0), what, todo))

    def text(key: str, leaf: Any) -> str:
        if leaf is None or isinstance(leaf, (dict, list)) or not str(leaf).strip():
            wrong(key, f'"{key}" has no value', "write a text")
        elif not isinstance(leaf, (str, datetime.date)):
            what = f'"{key}" is a number or yes/no to YAML, which prints {leaf}'
            wrong(key, what, "put it in double quotes")
        return str(leaf)

    def walk(prefix: str, node: Any) -> None:
        if not isinstance(node, dict):
            values[prefix] = dict.fromkeys(sorted(languages), text(prefix, node))
        elif node.keys() & languages:
            for locale in sorted(languages - node.keys()):
                wrong(prefix, f'"{prefix}" has no "{locale}"', "add it")
            values[prefix] = {
                locale: text(f"{prefix}.{locale}", node[locale])
                for locale in sorted(languages & node.keys())
            }
        else:
            for key, child in node.items():
                walk(f"{prefix}.{key}" if prefix else str(key), child)

    walk("", data)
    zone = values.get(TIME_ZONE, {}).get(DEFAULT)
    if zone is None or (zone.strip() and not _is_time_zone(zone)):
        what = f'"{TIME_ZONE}" is missing' if zone is None else f'"{zone}" is no time zone'
        wrong(TIME_ZONE, what, "write its name in the IANA time zone database: Asia/Ho_Chi_Minh")
    if problems:
        raise ManualError(problems)
    return Profile(name, values)


def _is_time_zone(name: str) -> bool:
    try:
        return bool(ZoneInfo(name))
    except (LookupError, ValueError, OSError):  # not there; a path; a folder
        return False


def check_other_countries(root: Path, country: str) -> list[Problem]:
    """Return what is wrong with the profiles that this build does not use, as warnings."""
    problems: list[Problem] = []
    for other in countries(root):
        if other != country:
            try:
                load_profile(root, other)
            except ManualError as error:
                problems += (replace(problem, warning=True) for problem in error.problems)
    return problems


def entries(text: str) -> Iterator[tuple[str, yaml.Node, yaml.Node]]:
    """Yield each dotted key of a profile with its nodes: the key's and the value's."""

    def walk(prefix: str, node: yaml.Node | None) -> Iterator[tuple[str, yaml.Node, yaml.Node]]:
        for key, value in node.value if isinstance(node, yaml.MappingNode) else ():
            name = f"{prefix}{key.value}"
            yield name, key, value
            yield from walk(f"{name}.", value)

    yield from walk("", yaml.compose(text, yaml.CSafeLoader))
