"""Right syllables in the wrong place: "nạn nhận" where the manuals write "nạn nhân" everywhere.

A slip in a mark mostly makes another Vietnamese syllable, which no list can name. But it stands
among neighbours that it has nowhere else, and that the syllable with the right marks has often.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain, pairwise

from manuals.errors import Problem
from manuals.spelling.prose import Prose
from manuals.spelling.vietnamese import cased, same_letters

TOKEN = re.compile(r"[^\W\d_]+|\d+|[^\w\s*]|\n")
# The best of a grid on Volume 1: three false alarms in 64,000 words for 57 % of 600 such slips.
BOTH_SIDES = 6  # how often both neighbours together stand beside the other word
ONE_SIDE = 6  # how often one does, where the word itself is rare
RARE, OFTEN, RATIO = 2, 10, 20


@dataclass(frozen=True)
class Usage:
    """How often each word stands in the Vietnamese texts, and each pair that stands repeatedly."""

    words: Counter[str]
    pairs: dict[tuple[str, str], int]

    def meant(self, before: str, word: str, after: str) -> str:
        """Return the word with other marks that these neighbours have elsewhere, or nothing."""
        best, most = "", 0
        for other in same_letters(word):
            left = self.pairs.get((before, other), 0) if before.isalpha() else 0
            right = self.pairs.get((other, after), 0) if after.isalpha() else 0
            if left + right <= most:
                continue
            ratio = self.words[other] / self.words[word]
            both = left > 1 and right > 1 and left + right >= BOTH_SIDES and ratio >= RATIO
            one = max(left, right) >= ONE_SIDE and self.words[other] >= OFTEN
            if both or (one and self.words[word] <= RARE):
                best, most = other, left + right
        return best


def usage(texts: list[list[str]]) -> Usage:
    """Count the words and the neighbours of lower-case texts, cut into words and signs."""
    pairs = Counter(chain.from_iterable(map(pairwise, texts)))
    words = Counter(chain.from_iterable(texts))
    return Usage(words, {pair: count for pair, count in pairs.items() if count > 1})


def slips(texts: list[tuple[Prose, str]]) -> Iterator[Problem]:
    """Yield a warning for each word that its neighbours do not fit."""
    lists = [TOKEN.findall(text.lower()) for _, text in texts]
    counts = usage(lists)
    usual = counts.pairs.keys()
    for (prose, text), words in zip(texts, lists, strict=True):
        pairs = list(pairwise(words))
        for left, right in pairwise(pairs):
            if left in usual or right in usual:
                continue
            word = left[1]
            other = counts.meant(left[0], word, right[1])
            place = other and re.search(_beside(left[0], word, right[1]), text, re.IGNORECASE)
            if not place:
                continue
            what = f'"{place.group()}": elsewhere the manuals write "{cased(other, place["word"])}"'
            todo = f'mend it; if it is meant, add "{word} {right[1]}" to data/words.txt'
            line = prose.line_at(text, place.start("word"))
            yield Problem(prose.path, line, what, todo, warning=True)


def _beside(before: str, word: str, after: str) -> str:
    first, last = (re.escape(sign) for sign in (before, after))
    return rf"{first}[\s*]*\b(?P<word>{word})\b[\s*]*{last}"
