"""Query sets, drawn by a seed from the corpus in two disjoint halves: one to tune on, one held out.

`python -m tests.bench.queries <folder>` reads pages.json and writes queries-tune.json and
queries-held-out.json: lists of sets, each with its queries and, a query, the pages that are right.
"""

from __future__ import annotations

import json
import re
import sys
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from functools import cached_property
from pathlib import Path
from typing import Any
from unicodedata import combining, normalize

from tests.bench.corpus import TONES, seeded

HALVES = ("tune", "held-out")
PHRASES = 200
SYLLABLES = 300
ITEMS = 200
WORD = re.compile(r"[^\W_]+")
LETTERS = re.compile(r"[^\W\d_]+")
GAP = re.compile(r"[^\w ]+ ?")


@dataclass(frozen=True)
class Query:
    """What is typed and the pages that are right; `phrase` is what it was made of."""

    typed: str
    phrase: str
    right: list[str]


@dataclass(frozen=True)
class QuerySet:
    """Queries of one kind; `measure` is recall, share or rank."""

    name: str
    measure: str
    queries: list[Query]


class Corpus:
    """The pages as words."""

    def __init__(self, pages: list[dict[str, Any]]) -> None:
        self.blocks = {
            page["name"]: [page["title"]]
            + [
                text
                for section in page["sections"]
                for text in (section["heading"], *section["paragraphs"])
            ]
            for page in pages
        }

    @cached_property
    def runs(self) -> dict[str, str]:
        """Each page as runs of words, with a bar where a sign or a block parts them."""
        return {
            name: " | ".join(f" {GAP.sub(' | ', block.lower())} " for block in blocks)
            for name, blocks in self.blocks.items()
        }

    @cached_property
    def pages_of(self) -> dict[str, list[str]]:
        """The pages of each word."""
        found: dict[str, list[str]] = defaultdict(list)
        for name, run in self.runs.items():
            for word in dict.fromkeys(WORD.findall(run)):
                found[word].append(name)
        return found

    def having(self, phrase: str) -> list[str]:
        """Return the pages with these words beside each other."""
        first = self.pages_of[phrase.split()[0]]
        return [name for name in first if f" {phrase} " in self.runs[name]]

    def phrases(self, texts: list[str], kind: str, count: int, taken: set[str]) -> list[str]:
        """Draw phrases of two to four syllables, without marks unlike each other and `taken`."""
        chance = seeded("queries", kind)
        drawn: list[str] = []
        while len(drawn) < count:
            run = chance.choice(GAP.sub(" | ", chance.choice(texts).lower()).split("|")).split()
            size = chance.randint(2, 4)
            if len(run) < size:
                continue
            start = chance.randint(0, len(run) - size)
            phrase = run[start : start + size]
            name = bare(" ".join(phrase))
            if name not in taken and all(LETTERS.fullmatch(word) for word in phrase):
                taken.add(name)
                drawn.append(" ".join(phrase))
        return drawn

    def items(self, count: int) -> Iterator[Query]:
        """Draw paragraphs, and of each its two to four rarest words in any order."""
        chance = seeded("queries", "items")
        paragraphs = [
            (name, block)
            for name, blocks in self.blocks.items()
            for block in blocks
            if len(block.split()) > 25
        ]
        for name, block in chance.sample(paragraphs, count):
            words = sorted(set(filter(LETTERS.fullmatch, WORD.findall(block.lower()))))
            words.sort(key=lambda word: len(self.pages_of[word]))
            rarest = words[: chance.randint(2, 4)]
            chance.shuffle(rarest)
            yield Query(" ".join(rarest), " ".join(rarest), [name])

    def pairs(self, half: int, count: int) -> list[str]:
        """Draw syllables that differ from another one of the corpus in nothing but marks.

        All that are alike go into the same half.
        """
        alike: dict[str, list[str]] = defaultdict(list)
        for word in sorted(self.pages_of):
            if LETTERS.fullmatch(word) and len(word) > 1:
                alike[bare(word)].append(word)
        groups = [words for words in alike.values() if len(words) > 1]
        seeded("queries", "pairs").shuffle(groups)
        found = [word for words in groups[half::2] for word in words]
        return found[:count]


def bare(text: str) -> str:
    """Return a text as typed on a keyboard without Vietnamese."""
    letters = (sign for sign in normalize("NFD", text) if not combining(sign))
    return "".join(letters).replace("đ", "d").replace("Đ", "D")


def toneless(text: str) -> str:
    """Return a text with its tones missing; ơ, ê and đ stay."""
    signs = (sign for sign in normalize("NFD", text) if sign not in TONES)
    return normalize("NFC", "".join(signs))


def decomposed(text: str) -> str:
    """Return a text in NFD, as some systems type it."""
    return normalize("NFD", text)


WAYS: dict[str, Callable[[str], str]] = {
    "as written": str,
    "no marks": bare,
    "NFD": decomposed,
    "UPPER": str.upper,
    "no tones": toneless,
}


def draw(corpus: Corpus, half: int) -> Iterator[QuerySet]:
    """Yield the sets of one half: every second query of what was drawn."""
    titles = [blocks[0] for blocks in corpus.blocks.values()]
    bodies = [
        block for blocks in corpus.blocks.values() for block in blocks if len(block.split()) > 12
    ]
    taken: set[str] = set()
    for kind, texts in (("title", titles), ("body", bodies)):
        phrases = corpus.phrases(texts, kind, 2 * PHRASES, taken)[half::2]
        right = {phrase: corpus.having(phrase) for phrase in phrases}
        for way, change in WAYS.items():
            queries = [Query(change(phrase), phrase, right[phrase]) for phrase in phrases]
            yield QuerySet(f"{kind} phrases, {way}", "recall", queries)
    syllables = corpus.pairs(half, SYLLABLES)
    pairs = [Query(word, word, corpus.pages_of[word]) for word in syllables]
    yield QuerySet("minimal pairs", "share", pairs)
    items = list(corpus.items(2 * ITEMS))[half::2]
    for way in ("as written", "no marks"):
        queries = [Query(WAYS[way](item.typed), item.phrase, item.right) for item in items]
        yield QuerySet(f"known items, {way}", "rank", queries)


def main(folder: Path) -> None:
    """Draw both halves."""
    corpus = Corpus(json.loads((folder / "pages.json").read_text(encoding="utf-8")))
    for half, name in enumerate(HALVES):
        sets = [asdict(found) for found in draw(corpus, half)]
        text = json.dumps(sets, ensure_ascii=False)
        (folder / f"queries-{name}.json").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
