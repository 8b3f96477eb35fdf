"""Finding terms in a text: whole words, folded as each language needs it, all forms in one walk."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from typing import Any

WORD = re.compile(r"\w+(?:['’]\w+)*|[^\w\s\u2010\u2011'’-]")
OLD_TONE = re.compile(r"(?:o[àáảãạèéẻẽẹ]|(?<!q)u[ỳýỷỹỵ])$")
POSSESSIVE = re.compile(r"['’]s$")
ENDING = re.compile(
    r"(?:(?:ific|is|iz)?at(?:e|ed|es|ing|ions?|ors?)|if(?:y|ied|ies|ying)|(?:at)?i[sz](?:e|ed|es|ing)"
    r"|ments?|ions?|ings?|ers?|ors?|ed|es|als?|[aey]|[ae]n(?:ce|cy|t))$"
)
ROOTS = (("sumpt", "sum"), ("ceiv", "cept"), ("ceipt", "cept"), ("cess", "ced"))
SHORTEST_STEM = 3
FORM = ""

Find = tuple[int, int, str]


def folded_vi(word: str) -> str:
    """Return a Vietnamese syllable in small letters, its tone mark as in hòa, Ủy; Ð is Đ."""
    word = word.replace("\u00d0", "Đ").lower()
    if not OLD_TONE.search(word):
        return word
    apart = unicodedata.normalize("NFD", word[-1])
    return word[:-2] + unicodedata.normalize("NFC", word[-2] + apart[1:]) + apart[0]


def folded_en(word: str) -> str:
    """Return an English word in small letters, without the endings of plural and possessive."""
    word = POSSESSIVE.sub("", word.lower())
    if len(word) < 4 or not word.endswith("s") or word.endswith(("ss", "us", "is")):
        return word
    if word.endswith("ies"):
        return word[:-3] + "y"
    return word[:-2] if word.endswith(("sses", "shes", "ches", "xes")) else word[:-1]


class Folded(dict[str, str]):
    """The words of a language as read so far, each with its folded form."""

    def __init__(self, fold: Callable[[str], str]) -> None:
        self.fold = fold

    def __missing__(self, word: str) -> str:
        self[word] = self.fold(word)
        return self[word]


FOLDED = {"en": Folded(folded_en), "vi": Folded(folded_vi)}


def words(text: str, locale: str) -> list[str]:
    """Return the folded words and the signs between them; a hyphen is only a joint."""
    return list(map(FOLDED[locale].__getitem__, WORD.findall(text)))


@cache
def stem(word: str) -> str:
    """Return what recruit, recruited, recruiter and recruitment have in common."""
    for written, root in ROOTS:
        word = word.replace(written, root)
    match = ENDING.search(word, SHORTEST_STEM)
    if not match:
        return word
    short = word[: match.start()]
    double = len(short) > SHORTEST_STEM and short[-1] == short[-2] and short[-1] not in "ls"
    return stem(short[:-1] if double else short)


def verb_forms(word: str) -> set[str]:
    """Return the folded forms of an English verb: transfer, transferring, transferred."""
    base = word.removesuffix("ing")
    short = base.removesuffix("e")
    found = {word, base, f"{short}ing", f"{short}ed"}
    if len(base) > SHORTEST_STEM and base[-1] in "bdgmnprt":
        found |= {f"{base}{base[-1]}ing", f"{base}{base[-1]}ed"}
    return found


class Forms:
    """Forms in a tree of words: all that begin at a word are found in one walk from it."""

    def __init__(self) -> None:
        self.tree: dict[str, Any] = {}

    def add(self, form: Iterable[str], key: str) -> None:
        """Add a form, given in folded words; several forms may have one key."""
        node = self.tree
        for word in form:
            node = node.setdefault(word, {})
        node.setdefault(FORM, key)

    def find(self, text: list[str]) -> list[Find]:
        """Return first word, end and key of each form in a text, in order, the longest last."""
        found = []
        first, size = self.tree.get, len(text)
        for start, word in enumerate(text):
            node = first(word)
            end = start + 1
            while node is not None:
                if FORM in node:
                    found.append((start, end, node[FORM]))
                node = node.get(text[end]) if end < size else None
                end += 1
        return found


def longest(found: Iterable[Find]) -> Iterator[Find]:
    """Yield the finds that no other one covers: one begun earlier, or a longer one."""
    best: Find | None = None
    after = 0
    for item in found:
        if best and item[0] != best[0]:
            yield best
            after, best = best[1], None
        if item[0] >= after:
            best = item
    if best:
        yield best


def places(text: list[str], phrase: list[str]) -> list[tuple[int, int]]:
    """Return where a phrase stands in a text, both in folded words."""
    size = len(phrase)
    starts = (place for place, word in enumerate(text) if phrase and word == phrase[0])
    return [(start, start + size) for start in starts if text[start : start + size] == phrase]


def in_order(text: list[str], phrase: list[str], gap: int) -> bool:
    """Return whether a phrase's words stand in a text in order, up to `gap` words between them."""
    for start, word in enumerate(text):
        if word != phrase[0]:
            continue
        rest = iter(text[start : start + len(phrase) + gap])
        if all(part in rest for part in phrase):
            return True
    return False
