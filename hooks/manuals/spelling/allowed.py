"""The one list of names and loan words that the manuals may use: data/words.txt."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from manuals.errors import Problem
from manuals.spelling.prose import SLOT
from manuals.spelling.vietnamese import skeleton

PATH = "data/words.txt"


@dataclass(frozen=True)
class Allowed:
    """The words by their lower-case form, each with its line; some are phrases: luôn luôn."""

    lines: dict[str, int] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()

    def __contains__(self, word: str) -> bool:
        return word in self.lines

    def cut(self, text: str, used: set[str]) -> str:
        """Return a text with its allowed phrases taken out; they go into `used`."""
        low = text.lower()
        for phrase, pattern in self._phrases.items():
            if phrase in low and pattern.search(text):
                used.add(phrase)
                text = pattern.sub(SLOT, text)
        return text

    @cached_property
    def _phrases(self) -> dict[str, re.Pattern[str]]:
        phrases = sorted((word for word in self.lines if " " in word), key=len, reverse=True)
        return {
            phrase: re.compile(rf"\b{re.escape(phrase)}\b", re.IGNORECASE) for phrase in phrases
        }

    def unused(self, used: Iterable[str]) -> list[Problem]:
        """Return a warning for each word that no text needs any more."""
        return [
            Problem(PATH, self.lines[word], f'no text uses "{word}" any more', "take it out", True)
            for word in sorted(self.lines.keys() - set(used))
        ]


def bare(word: str) -> str:
    """Return a word as the list has it: in lower case and without ’s."""
    return word.lower().removesuffix("’s").removesuffix("'s")


def load_allowed(root: Path) -> Allowed:
    """Read data/words.txt: one word a line, sorted, comments after #; no file is no word."""
    path = root / PATH
    try:
        text = path.read_text(encoding="utf-8-sig") if path.is_file() else ""
    except UnicodeDecodeError:
        todo = "save it again with the encoding UTF-8"
        return Allowed({}, (Problem(PATH, 0, "the file is not UTF-8", todo),))
    lines: dict[str, int] = {}
    problems = []
    last = ("", "")
    for number, line in enumerate(unicodedata.normalize("NFC", text).splitlines(), 1):
        word = line.partition("#")[0].strip()
        if not word:
            continue
        key, place = word.lower(), (skeleton(word.lower()), word.lower())
        if key in lines:
            what = f'"{word}" stands already in line {lines[key]}'
            problems.append(Problem(PATH, number, what, "take one out", True))
        elif place < last:
            what = f'"{word}" stands out of order'
            problems.append(Problem(PATH, number, what, f'move it above "{last[1]}"', True))
        lines.setdefault(key, number)
        last = max(last, place)
    return Allowed(lines, tuple(problems))
