"""The grammar of Vietnamese syllables: onset, rhyme and tone, and where the mark stands."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import cache

SHARP, HEAVY = "\u0301", "\u0323"  # sắc, nặng
TONES = ("", "\u0300", SHARP, "\u0303", "\u0309", HEAVY)
STOPS = ("c", "ch", "p", "t")
OPEN = ("oa", "oe", "uy")
RHYMES = {  # each vowel with the ends that may follow it; a blank alone stands for none
    "a": " c ch i m n ng nh o p t u y",
    "ă": "c m n ng p t",
    "â": "c m n ng p t u y",
    "e": " c m n ng o p t",
    "ê": " ch m n nh p t u",
    "i": " a ch m n nh p t u",
    "iê": "c m n ng p t u",
    "o": " c i m n ng p t",
    "oa": " c ch i m n ng nh o p t y",
    "oă": "c m n ng p t",
    "oe": " n o t",
    "oo": "c ng",
    "ô": " c i m n ng p t",
    "ơ": " i m n p t",
    "u": " a c i m n ng p t",
    "uâ": "n ng t y",
    "uê": " ch n nh",
    "uô": "c i m n ng t",
    "uơ": " ",
    "uy": " a ch n nh p t u",
    "uyê": "n t",
    "ư": " a c i m n ng t u",
    "ươ": "c i m n ng p t u",
    "y": " ",
    "yê": "m n ng t u",
}
QU = {
    "a": " c ch i n ng nh o t u y",
    "ă": "c m n ng p t",
    "â": "n ng t y",
    "e": " n o t",
    "ê": " ch n nh t",
    "i": " t",
    "ô": "c",
    "ơ": " i n t",
    "y": " ch n nh t",
    "yê": "n t",
}
GI = {  # in gì, gìn, giếng, giết the i belongs to the onset and to the rhyme
    "i": " n",
    "iê": " ng t u",
    "ie": " m o p",
}
ONSETS = {
    "before any vowel": "b ch d đ h kh l m n nh p ph r s t th tr v x",
    "before e ê i y": "gh k ngh",
    "before the others": "c g ng",
}


def parted(word: str) -> tuple[str, str]:
    """Return a word without its tone mark, in NFC, and the mark; several marks as one text."""
    plain = unicodedata.normalize("NFD", word)
    marks = "".join(sign for sign in plain if sign in TONES)
    rest = "".join(sign for sign in plain if sign not in TONES)
    return unicodedata.normalize("NFC", rest), marks


def _parts() -> Iterator[tuple[str, str, str]]:
    """Yield onset, vowel and end of all that the grammar allows."""
    for vowel, ends in RHYMES.items():
        front = vowel[0] in "eêiy"
        onsets = ONSETS["before any vowel"].split()
        onsets += ONSETS["before e ê i y" if front else "before the others"].split()
        if vowel == "y":
            onsets.remove("ngh")
        if vowel == "yê":
            onsets = [""]
        elif vowel != "iê":
            onsets.append("")
        if not front:
            onsets.append("gi")
        for onset in onsets:
            for end in ends.split(" "):
                yield onset, vowel, end
    for onset, rhymes in (("qu", QU), ("g", GI)):
        for vowel, ends in rhymes.items():
            for end in ends.split(" "):
                yield onset, vowel, end


def _spelled(onset: str, vowel: str, end: str, tone: str) -> str:
    """Return the syllable with its mark where the manuals put it: hòa, thủy, but toàn, quý."""
    at = 1 if vowel in OPEN and not end else len(vowel)
    return unicodedata.normalize("NFC", onset + vowel[:at] + tone + vowel[at:] + end)


@cache
def spellings() -> dict[tuple[str, str], str]:
    """Return how each possible syllable is spelled, by its letters and its tone mark.

    Syllables that end in c, ch, p or t take the tones sắc and nặng only.
    """
    return {
        (onset + vowel + end, tone): _spelled(onset, vowel, end, tone)
        for onset, vowel, end in _parts()
        for tone in ((SHARP, HEAVY) if end in STOPS else TONES)
    }


def placed(word: str) -> str:
    """Return a lower-case syllable with its tone mark where it belongs, or nothing.

    Nothing means that no such syllable can exist.
    """
    return spellings().get(parted(word), "")


@cache
def _bases() -> frozenset[str]:
    plain = (unicodedata.normalize("NFD", base.replace("đ", "d")) for base, _ in spellings())
    return frozenset("".join(filter(str.isalpha, base)) for base in plain)


def is_base(word: str) -> bool:
    """Return whether lower-case letters without marks can stand for a syllable: nguyen, viet."""
    return word in _bases()
