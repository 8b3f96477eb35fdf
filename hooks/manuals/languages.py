"""The languages of the set: the words the build prints itself, dates and no-break spaces."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from manuals.errors import ManualError, Problem

DEFAULT = "vi"
OTHER = {"vi": "en", "en": "vi"}
NO_BREAK = {
    "vi": re.compile(
        r"\b((?:[Đđ]iều|[Kk]hoản|[Đđ]iểm|[Cc]hương|[Tt]ập|[Ss]ố|[Nn]gày|[Tt]háng|[Mm]ục) )"
        r"(?=\d|[a-zđ]\b|\{\{)"
    ),
    "en": re.compile(r"\b((?:Articles?|Arts?\.|No\.|Chapter|Volume|Resolution|Law) )(?=\d|\{\{)"),
}


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
    return NO_BREAK[locale].sub(lambda match: match[1][:-1] + "\u00a0", text)


def load_yaml(root: Path, path: Path) -> Any:
    """Read a data file; a mistake in its YAML becomes a problem with its line."""
    name = path.relative_to(root).as_posix()
    try:
        return yaml.safe_load(path.read_text(encoding="utf-8"))
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


def load_languages(root: Path) -> dict[str, Language]:
    """Read data/languages/*.yml; every language must have the words of the default one."""
    folder = root / "data" / "languages"
    found = {
        path.stem: Language(path.stem, load_yaml(root, path))
        for path in sorted(folder.glob("*.yml"))
    }
    problems = []
    for language in found.values():
        name = f"data/languages/{language.locale}.yml"
        for key in found[DEFAULT].words.keys() - language.words.keys():
            problems.append(Problem(name, 0, f'the word "{key}" is missing', "add it"))
    if problems:
        raise ManualError(problems)
    return found
