"""Vietnamese words, syllable by syllable: impossible ones, misplaced marks, unknown ones."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from difflib import SequenceMatcher, get_close_matches
from functools import cache
from pathlib import Path

from manuals.spelling.prose import Verdict
from manuals.spelling.syllables import parted, placed

LIST = Path("/usr/share/hunspell/vi_VN.dic")
PACKAGE = "hunspell-vi"
LETTERS = frozenset("aăâbcdđeêghijklmnoôơpqrstuưvwxyzf")
TELEX = {"ă": "aw", "â": "aa", "đ": "dd", "ê": "ee", "ô": "oo", "ơ": "ow", "ư": "uw"}
TELEX_TONES = dict(zip("\u0300\u0301\u0309\u0303\u0323", "fsrxj", strict=True))
ALLOW = "or add a name to data/words.txt"


@cache
def known_syllables(path: Path = LIST) -> frozenset[str]:
    """Return the syllables of Debian's hunspell-vi, marks where the manuals put them.

    What the grammar does not allow (Têt, abbreviations) is left out. Empty if there is no list.
    """
    if not path.is_file():
        return frozenset()
    words = unicodedata.normalize("NFC", path.read_text(encoding="utf-8")).lower().split()
    return frozenset(filter(None, map(placed, words)))


@cache
def judge(word: str) -> Verdict | None:
    """Return what is wrong with a word of a Vietnamese text as it is typed, or nothing."""
    low = word.lower()
    known = known_syllables()
    if low in known or len(word) == 1 or (word.isupper() and not placed(low)):
        return None
    right, ascii_only = placed(low), low.replace("’", "").isascii()
    if right and right != low:
        what = f'"{word}" carries its tone mark on the wrong vowel'
        return Verdict(what, f'write "{cased(right, word)}", as in hòa, Tòa, Ủy, khỏe')
    if right and not known:
        return None
    if right:
        what = f'"{word}" is no Vietnamese word that the list knows'
        return Verdict(what, _advice(word), warning=True, foreign=ascii_only)
    typed = _telex().get(low, "")
    foreign = ascii_only or any(sign not in LETTERS for sign in parted(low)[0])
    if typed and not (foreign and word[0].isupper()):
        what = f'"{word}" is what Telex keys leave'
        return Verdict(what, f'write "{cased(typed, word)}"', foreign=ascii_only)
    what = f'"{word}" is no Vietnamese word'
    return Verdict(what, _advice(word), warning=foreign, foreign=ascii_only)


def is_quoted(text: str, match: re.Match[str]) -> bool:
    """Return whether a word of an English text is a syllable beside one with marks: mua bán."""
    before, after = text[: match.start()], text[match.end() :]
    beside = re.search(r"([^\W\d_]+) $", before), re.match(r" ([^\W\d_]+)", after)
    return any(not other[1].isascii() for other in beside if other)


def _advice(word: str) -> str:
    near = nearest_syllable(word.lower())
    ask = f'did you mean "{cased(near, word)}"? If not, ' if near else ""
    return f"{ask}add it to data/words.txt" if ask else f"mend it, {ALLOW}"


def same_letters(word: str) -> tuple[str, ...]:
    """Return the other known syllables that differ from a lower-case one in their marks only."""
    return _others().get(word, ())


def cased(word: str, like: str) -> str:
    """Return a lower-case word with the capitals of another one."""
    if like.isupper() and len(like) > 1:
        return word.upper()
    return word.capitalize() if like[0].isupper() else word


def nearest_syllable(word: str) -> str:
    """Return the known syllable that a lower-case word most likely stands for, or nothing."""
    shapes = _shapes()
    shape = skeleton(word)
    near = [shape] if shape in shapes else get_close_matches(shape, shapes, n=5, cutoff=0.75)
    plain = unicodedata.normalize("NFD", word)

    def likeness(syllable: str) -> tuple[bool, float, bool, str]:
        other = unicodedata.normalize("NFD", syllable)
        swapped = sorted(plain) == sorted(other)
        alike = SequenceMatcher(None, plain, other, autojunk=False).ratio()
        return swapped, alike, plain[:2] == other[:2], syllable

    return max((found for key in near for found in shapes[key]), key=likeness, default="")


def skeleton(word: str) -> str:
    """Return a lower-case word without any marks: nguoi for người."""
    plain = unicodedata.normalize("NFD", word.replace("đ", "d"))
    return "".join(sign for sign in plain if not unicodedata.combining(sign))


@cache
def _shapes() -> dict[str, list[str]]:
    shapes = defaultdict(list)
    for syllable in known_syllables():
        shapes[skeleton(syllable)].append(syllable)
    return dict(shapes)


@cache
def _others() -> dict[str, tuple[str, ...]]:
    return {
        word: tuple(sorted(set(words) - {word})) for words in _shapes().values() for word in words
    }


@cache
def _telex() -> dict[str, str]:
    """Return each known syllable by the Telex keys that make it: nguowif for người."""
    keys: dict[str, str] = {}
    for syllable in sorted(known_syllables()):
        base, tone = parted(syllable)
        key = TELEX_TONES.get(tone, "")
        for letters in (base, base.replace("ươ", "uơ")):
            body = "".join(TELEX.get(sign, sign) for sign in letters)
            end = re.search(r"[bcdghklmnpqrstvx]*$", body)
            assert end
            for typed in (body + key, body[: end.start()] + key + body[end.start() :]):
                if typed != syllable:
                    keys.setdefault(typed, syllable)
    return keys
