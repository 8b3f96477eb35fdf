"""English words: unknown ones, a and an, house spelling."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from manuals.errors import Problem
from manuals.spelling.affixes import WordList
from manuals.spelling.prose import Prose, Verdict
from manuals.spelling.syllables import is_base
from manuals.spelling.vietnamese import cased, known_syllables
from manuals.spelling.vietnamese import judge as judge_vietnamese

LIST = WordList(Path("/usr/share/hunspell/en_GB"))
PACKAGE = "hunspell-en-gb"
ABBREVIATION = re.compile(r"[A-ZĐ]{2,}s?")
LETTERS = "abcdefghijklmnopqrstuvwxyz"
HOUSE = re.compile(r"[a-z]+i(z)(?:e|ed|er|ers|es|ing|ations?|ational)")
# Vowel letters that sound as consonants, and a consonant letter that is silent.
CONSONANT = re.compile(r"uni(?:[tqvflc]|on)|us[eua]|eu|one\b|once|ubiq|uter|util")
EDGE = re.compile(r"[|“”‘()*;:]|’(?!\w)")
MARKED = re.compile(r"[^\W\d_a-zA-Z]")
SILENT = re.compile(r"hour|honest|honour|heir")
ARTICLE = re.compile(
    r"(?<![Oo]ption )(?<!point )(?<!nswer )\b(an?|(?<=\. )An?) \*{0,2}([“‘(]?)([A-Za-z]+)\b"
)


@cache
def known(word: str) -> bool:
    """Return whether hunspell-en-gb knows a word as typed; every word if there is no list."""
    return not LIST.installed or LIST.knows(word.replace("’", "'"))


@cache
def judge(word: str) -> Verdict | None:
    """Return what is wrong with a word of an English text as it is typed, or nothing.

    Vietnamese words may stand there, and Vietnamese names without their marks.
    """
    plain = re.sub(r"[’']s?$", "", word)
    low = plain.lower()
    if len(plain) == 1 or ABBREVIATION.fullmatch(plain):
        return None
    if not plain.isascii() and not known(plain):
        return judge_vietnamese(plain)
    if known(word) or known(plain):
        new = house_spelling(plain)
        todo = f'write "{new}"; the names of treaties and bodies keep theirs'
        return Verdict(f'"{word}" is not the spelling of the manuals', todo, True) if new else None
    if plain[0].isupper() and is_base(low):
        return None
    near = nearest(plain)
    ask = f'did you mean "{near}"? If not, ' if near else "mend it, or "
    what, todo = f'"{word}" is in no English word list', f"{ask}add it to data/words.txt"
    return Verdict(what, todo, warning=True, foreign=low in known_syllables())


def is_quoted(text: str, match: re.Match[str]) -> bool:
    """Return whether an English word in a Vietnamese text stands among English words.

    That is: beside another one, or in a quotation, a bracket, italics or a cell of a table that
    holds no Vietnamese; a name with a capital may stand anywhere but at the beginning.
    """
    word = match.group()
    if not known(word):
        return False
    start, end = text.rfind("\n", 0, match.start()) + 1, text.find("\n", match.end())
    before = EDGE.split(text[start : match.start()])[-1]
    after = EDGE.split(text[match.end() : end if end > 0 else None])[0]
    if not MARKED.search(before + word + after):
        return True
    beside = (
        re.search(r"(?<!\w)([A-Za-z]+)[ ’']$", before),
        re.match(r"[ ’']([A-Za-z]+)(?!\w)", after),
    )
    if any(
        known(other[1]) and other[1].lower() not in known_syllables() for other in beside if other
    ):
        return True
    return word[0].isupper() and bool(re.search(r"[\w,] $", before))


def house_spelling(word: str) -> str:
    """Return a word in -ise where it is typed in -ize and both are known, or nothing."""
    match = HOUSE.fullmatch(word)
    if not match or word.startswith(("siz", "seiz", "priz", "capsiz")):
        return ""
    new = f"{word[: match.start(1)]}s{word[match.end(1) :]}"
    return new if known(new) else ""


def nearest(word: str) -> str:
    """Return a known word that is one slip of the keys away, or nothing (Norvig's candidates)."""
    low = word.lower()
    cuts = [(low[:at], low[at:]) for at in range(len(low) + 1)]
    swapped = [a + b[1] + b[0] + b[2:] for a, b in cuts if len(b) > 1]
    dropped = [a + b[1:] for a, b in cuts if b]
    changed = [a + sign + b[1:] for a, b in cuts if b for sign in LETTERS]
    added = [a + sign + b for a, b in cuts for sign in LETTERS]
    for new in (*swapped, *added, *dropped, *changed):
        if len(new) > 1 and new != low and known(new):
            return new.capitalize() if word[0].isupper() else new
    return ""


def wrong_articles(prose: Prose, text: str) -> Iterator[Problem]:
    """Yield a warning where "a" stands before a vowel sound or "an" before a consonant.

    Abbreviations are left out: some are read letter by letter (an ICCPR body), some as words.
    """
    for match in ARTICLE.finditer(text):
        word = match[3]
        if len(word) == 1 or word.isupper():
            continue
        low = word.lower()
        vowel = bool(SILENT.match(low) or (low[0] in "aeiou" and not CONSONANT.match(low)))
        right = "an" if vowel else "a"
        if match[1].lower() != right:
            todo = f'write "{cased(right, match[1])} {word}"'
            line = prose.line_at(text, match.start())
            yield Problem(prose.path, line, f'"{match.group()}"', todo, warning=True)
