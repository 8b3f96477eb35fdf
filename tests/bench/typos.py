"""./scripts/bench spelling: which share of typos, made by program, the check names.

A slip that makes another word of the language can be told only by its neighbours.
"""

from __future__ import annotations

import random
import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import click

from manuals.chapters import Half, Manuals, load_manuals
from manuals.commands.country import country_of
from manuals.spelling.proof import check_spelling
from manuals.spelling.prose import page_prose
from manuals.spelling.syllables import TONES, parted
from manuals.spelling.vietnamese import TELEX, TELEX_TONES

ROOT = Path(__file__).parents[2]
COUNTS = {"vi": 500, "en": 300}
SEED = 11
KEYS = {
    key: (f" {row} "[at] + f" {row} "[at + 2]).strip()
    for row in ("qwertyuiop", "asdfghjkl", "zxcvbnm")
    for at, key in enumerate(row)
}
LOOKALIKES = str.maketrans({"đ": "ð", "o": "о", "a": "а", "e": "е", "c": "с"})
Slip = Callable[[str, random.Random], str]


def main() -> None:
    """Print for each kind of slip how many are named, and how many as an error."""
    manuals = load_manuals(ROOT, country_of(ROOT))
    before = set(check_spelling(manuals))
    for locale, count in COUNTS.items():
        rng = random.Random(SEED)
        made: Counter[str] = Counter()
        named: Counter[str] = Counter()
        errors: Counter[str] = Counter()
        kinds = [name for _ in range(count) for name in SLIPS[locale]][:count]
        halves = [half for pair, half in manuals.halves() if pair.numbers and half.locale == locale]
        for start in range(0, count, len(halves)):
            spoilt = {}
            for half, kind in zip(halves, kinds[start : start + len(halves)], strict=False):
                spoilt[half.path] = (*slip(half, SLIPS[locale][kind], rng), kind)
            found = set(check_spelling(with_bodies(manuals, spoilt))) - before
            for path, (_, line, kind) in spoilt.items():
                here = [item for item in found if (item.path, item.line) == (path, line)]
                made[kind] += 1
                named[kind] += bool(here)
                errors[kind] += any(not item.warning for item in here)
        click.echo(f"{locale}: {named.total()} of {count} typos named, {errors.total()} as errors")
        for kind in SLIPS[locale]:
            click.echo(f"  {kind:24} {named[kind]:3} of {made[kind]}, {errors[kind]} as errors")


def with_bodies(manuals: Manuals, spoilt: dict[str, tuple[str, int, str]]) -> Manuals:
    """Return the set with other texts in some files."""
    pairs = {
        stem: replace(
            pair, halves={key: _spoilt(half, spoilt) for key, half in pair.halves.items()}
        )
        for stem, pair in manuals.pairs.items()
    }
    return replace(manuals, pairs=pairs)


def _spoilt(half: Half, spoilt: dict[str, tuple[str, int, str]]) -> Half:
    return replace(half, body=spoilt[half.path][0]) if half.path in spoilt else half


def slip(half: Half, make: Slip, rng: random.Random) -> tuple[str, int]:
    """Return a page's Markdown with one word spoilt, and its line in the file."""
    lines = half.body.split("\n")
    words = list(_words(half))
    while True:
        at, word = rng.choice(words)
        new = make(word, rng)
        if new and new != word:
            whole = re.compile(rf"(?<!\w){re.escape(word)}(?!\w)")
            lines[at] = whole.sub(new, lines[at], count=1)
            return "\n".join(lines), half.first_line + at


def _words(half: Half) -> Iterator[tuple[int, str]]:
    """Yield each lower-case word that stands once in its line, outside all markup."""
    shortest = 2 if half.locale == "vi" else 4
    prose = page_prose(half.path, half.locale, half.body, half.first_line).text.split("\n")
    for at, (line, whole) in enumerate(zip(prose, half.body.split("\n"), strict=True)):
        counts = Counter(re.findall(r"\w+", whole))
        for word in re.findall(r"(?<!\w)[^\W\d_]+(?!\w)", line):
            if word.islower() and len(word) >= shortest and counts[word] == 1:
                yield at, word


def _nfc(text: str) -> str:
    return unicodedata.normalize("NFC", text)


def drop(word: str, rng: random.Random) -> str:
    """Leave a letter out."""
    at = rng.randrange(len(word))
    return word[:at] + word[at + 1 :]


def swap(word: str, rng: random.Random) -> str:
    """Exchange two neighbours."""
    at = rng.randrange(len(word) - 1)
    return word[:at] + word[at + 1] + word[at] + word[at + 2 :]


def double(word: str, rng: random.Random) -> str:
    """Type a letter twice."""
    at = rng.randrange(len(word))
    return word[:at] + word[at] + word[at:]


def adjacent(word: str, rng: random.Random) -> str:
    """Hit the next key of the row."""
    places = [at for at, sign in enumerate(word) if sign in KEYS]
    at = rng.choice(places) if places else -1
    return word[:at] + rng.choice(KEYS[word[at]]) + word[at + 1 :] if places else word


def tone(word: str, rng: random.Random) -> str:
    """Type another tone."""
    _, mark = parted(word)
    others = [other for other in TONES if other not in ("", mark)]
    return (
        _nfc(unicodedata.normalize("NFD", word).replace(mark, rng.choice(others))) if mark else ""
    )


def plain(word: str, _: random.Random) -> str:
    """Leave the tone out."""
    return parted(word)[0]


def unmarked(word: str, rng: random.Random) -> str:
    """Lose the mark of a letter: â, ă, ơ."""
    signs = unicodedata.normalize("NFD", word)
    places = [at for at, sign in enumerate(signs) if sign in "\u0302\u0306\u031b"]
    at = rng.choice(places) if places else len(signs)
    return _nfc(signs[:at] + signs[at + 1 :])


def misplaced(word: str, rng: random.Random) -> str:
    """Put the tone on another letter."""
    base, mark = parted(word)
    places = [at for at, sign in enumerate(base) if sign in "aăâeêioôơuưy"]
    at = rng.choice(places) if places else 0
    return _nfc(base[: at + 1] + mark + base[at + 1 :]) if mark else ""


def telex(word: str, _: random.Random) -> str:
    """Type Telex keys while the keyboard makes no marks of them."""
    base, mark = parted(word)
    keys = "".join(TELEX.get(sign, sign) for sign in base.replace("ươ", "uơ"))
    return keys + TELEX_TONES.get(mark, "")


SLIPS: dict[str, dict[str, Slip]] = {
    "vi": {
        "dropped letter": drop,
        "exchanged letters": swap,
        "adjacent key": adjacent,
        "wrong tone": tone,
        "lost tone": plain,
        "lost mark (â: a)": unmarked,
        "d for đ": lambda word, _: word.replace("đ", "d"),
        "tone on another vowel": misplaced,
        "Telex keys": telex,
        "look-alike letter": lambda word, _: word.translate(LOOKALIKES),
    },
    "en": {
        "dropped letter": drop,
        "exchanged letters": swap,
        "doubled letter": double,
        "adjacent key": adjacent,
    },
}


if __name__ == "__main__":
    main()
