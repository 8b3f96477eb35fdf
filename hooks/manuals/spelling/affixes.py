"""Look up words in a Hunspell list with one prefix and one suffix a word, as English ones have.

Format: hunspell(5). spylls reads it too, but takes a second for each run to do so.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path


@dataclass(frozen=True)
class Rule:
    """An affix: the stem loses `strip`, gets the affix, if its flag allows and `condition` fits."""

    flag: str
    strip: str
    condition: re.Pattern[str]


@dataclass(frozen=True)
class WordList:
    """The list of `path`.dic with the affixes of `path`.aff; empty if it is not installed."""

    path: Path

    @property
    def installed(self) -> bool:
        """Whether there is such a list."""
        return self.path.with_suffix(".dic").is_file()

    def knows(self, word: str) -> bool:
        """Return whether a word is in the list as typed, or in lower case if it has a capital."""
        forms = {word, word.lower(), word.capitalize()} if word[:1].isupper() else {word}
        return any(self._form(form) for form in forms)

    def _form(self, form: str) -> bool:
        return (
            form in self._stems
            or any(flag in self._stems.get(stem, "") for stem, flag in self._unended(form))
            or any(
                prefix in flags and (not suffix or suffix in flags)
                for base, prefix in self._unbegun(form)
                for stem, suffix in [(base, ""), *self._unended(base)]
                if (flags := self._stems.get(stem, ""))
            )
        )

    def _unended(self, form: str) -> list[tuple[str, str]]:
        found = []
        for length in range(1, min(len(form), 9)):
            for rule in self._suffixes.get(form[-length:], ()):
                stem = form[:-length] + rule.strip
                if rule.condition.search(stem):
                    found.append((stem, rule.flag))
        return found

    def _unbegun(self, form: str) -> list[tuple[str, str]]:
        found = []
        for length in range(1, min(len(form), 9)):
            for rule in self._prefixes.get(form[:length], ()):
                stem = rule.strip + form[length:]
                if rule.condition.match(stem):
                    found.append((stem, rule.flag))
        return found

    @cached_property
    def _stems(self) -> dict[str, str]:
        lines = self.path.with_suffix(".dic").read_text(encoding="utf-8-sig").splitlines()
        stems: dict[str, str] = {}
        for line in filter(str.strip, lines[1:]):
            stem, _, flags = line.split()[0].partition("/")
            stems[stem] = stems.get(stem, "") + flags
        return stems

    @cached_property
    def _suffixes(self) -> dict[str, list[Rule]]:
        return self._rules("SFX")

    @cached_property
    def _prefixes(self) -> dict[str, list[Rule]]:
        return self._rules("PFX")

    def _rules(self, kind: str) -> dict[str, list[Rule]]:
        rules = defaultdict(list)
        for line in self.path.with_suffix(".aff").read_text(encoding="utf-8-sig").splitlines():
            parts = line.split()
            if len(parts) >= 5 and parts[0] == kind:
                _, flag, strip, affix, condition = parts[:5]
                fits = f"{condition}$" if kind == "SFX" else condition
                strip = "" if strip == "0" else strip
                rules[affix].append(Rule(flag, strip, re.compile(fits)))
        return dict(rules)
