"""The languages of the set: the words the build prints itself, dates and no-break spaces."""

from __future__ import annotations

import copy
import datetime
import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from manuals.errors import ManualError, Problem

DEFAULT = "vi"
OTHER = {"vi": "en", "en": "vi"}  # the two that are held in step; further ones are only read
NO_BREAK = {
    "vi": re.compile(
        r"\b((?:[Đđ]iều|[Kk]hoản|[Đđ]iểm|[Cc]hương|[Tt]ập|[Ss]ố|[Nn]gày|[Tt]háng|[Mm]ục) )"
        r"(?=\d|[a-zđ]\b|\{\{)"
    ),
    "en": re.compile(
        r"\b((?:Articles?|Arts?\.|No\.|Chapter|Volume|Resolution|Law) (?=\d|\{\{)"
        r"|\d\d? (?=January|February|March|April|May|June|July|August|September|October"
        r"|November|December))"
    ),
}


def locales(root: Path) -> tuple[str, ...]:
    """Return all languages of the set: the two held in step, and each with a file of words."""
    found = {path.stem for path in (root / "data" / "languages").glob("*.yml")}
    return tuple(sorted(found | OTHER.keys()))


def named(languages: Sequence[str]) -> str:
    """Return the keys of languages as a message names them: en: and vi:."""
    return " and ".join(f"{locale}:" for locale in languages)


def beside(locale: str) -> str:
    """Return the language that stands beside one; beside a further language, the default."""
    return OTHER.get(locale, DEFAULT)


@dataclass(frozen=True)
class Language:
    """One language's words; `words` is data/languages/<locale>.yml as read."""

    locale: str
    words: dict[str, Any]

    def __getitem__(self, key: str) -> str:
        return str(self.words[key])

    def of(self, group: str, key: str) -> str:
        """Return a word of a group: the word of the group "boxes" for the kind "case"."""
        return str(self.words[group][key])

    def date(self, day: datetime.date) -> str:
        """Return a date as the language writes it: 1 July 2026, 01/7/2026."""
        months = self.words["months"]
        return str(self.words["date"]).format(
            day=day.day,
            month=months[day.month - 1] if months else "",
            month_number=day.month,
            year=day.year,
        )


def no_breaks(text: str, locale: str) -> str:
    """Join the parts of a citation with no-break spaces: Điều 150, Article 150."""
    if locale not in NO_BREAK:
        return text
    return NO_BREAK[locale].sub(lambda match: match[1][:-1] + "\u00a0", text)


def load_yaml(root: Path, path: Path) -> dict[str, Any]:
    """Read a data file in NFC; a mistake in its YAML becomes a problem with its line."""
    name = path.relative_to(root).as_posix()
    try:
        text = unicodedata.normalize("NFC", path.read_text(encoding="utf-8"))
        data = copy.deepcopy(_parsed(text))
    except FileNotFoundError:
        raise ManualError([Problem(name, 0, "the file is missing", "put it back")]) from None
    except UnicodeDecodeError:
        todo = "save it again with the encoding UTF-8"
        raise ManualError([Problem(name, 0, "the file is not UTF-8", todo)]) from None
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = mark.line + 1 if mark else 0
        what = f"not valid YAML ({getattr(error, 'problem', 'unreadable')})"
        todo = "check the indent and the quotes of this line and the one above"
        raise ManualError([Problem(name, line, what, todo)]) from None
    except ValueError as error:
        what = f"a date does not exist ({error})"
        raise ManualError([Problem(name, 0, what, "write a date as 2026-07-01")]) from None
    if not isinstance(data, dict):
        what = "the file is not a list of names and values"
        raise ManualError([Problem(name, 1, what, "write name: value")])
    return data


@lru_cache(maxsize=64)
def _parsed(text: str) -> Any:
    """Return the data of a YAML text, which a preview reads again after each save."""
    return yaml.load(text, yaml.CSafeLoader)


def load_languages(root: Path) -> dict[str, Language]:
    """Read data/languages/<locale>.yml; no language may lack a word that another one has."""
    found = {}
    problems: list[Problem] = []
    for locale in locales(root):
        try:
            path = root / "data" / "languages" / f"{locale}.yml"
            found[locale] = Language(locale, load_yaml(root, path))
        except ManualError as error:
            problems += error.problems
    keys = {locale: set(_keys(language.words)) for locale, language in found.items()}
    for locale, known in keys.items():
        name = f"data/languages/{locale}.yml"
        for key in set().union(*keys.values()) - known:
            problems.append(Problem(name, 0, f'the word "{key}" is missing', "add it"))
    if problems:
        raise ManualError(problems)
    return found


def _keys(words: Mapping[str, Any], prefix: str = "") -> Iterator[str]:
    """Yield the names of all words that are written: chapter, boxes.case."""
    for key, value in words.items():
        if isinstance(value, dict):
            yield from _keys(value, f"{prefix}{key}.")
        elif value is not None:
            yield f"{prefix}{key}"
