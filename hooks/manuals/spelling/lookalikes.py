"""Letters of other alphabets that look like ours: Ð for Đ, Cyrillic о for o, no-width signs."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from manuals.errors import Problem
from manuals.spelling.prose import Prose

MEANT = {
    **dict(zip("ÐƉðɖ", "ĐĐđđ", strict=True)),
    # Cyrillic
    **dict(zip("АВЕІЈКМНОРСТУХаеіјкорсух", "ABEIJKMHOPCTYXaeijkopcyx", strict=True)),
    # Greek
    **dict(zip("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧοανικρυ", "ABEZHIKMNOPTYXoavikpu", strict=True)),
    # dotless i, long s, Latin alpha and the like
    **dict(zip("ıɑɡѕԁԛԝһ", "iagsdqwh", strict=True)),
    **{chr(sign): chr(sign - 0xFEE0) for sign in range(0xFF01, 0xFF5F)},
    **dict.fromkeys("\u00ad\u200b\u200c\u200d\u2060\ufeff", ""),
}
STRANGE = re.compile(f"[{''.join(map(re.escape, MEANT))}\u0300-\u036f]")
WORD = re.compile(r"[\w\u00ad\u0300-\u036f\u200b-\u200d\u2060\ufeff\uff01-\uff5e]+")


def mended_letters(text: str) -> str:
    """Return the text with our own letters in each word that is not of another alphabet."""
    return WORD.sub(lambda match: _mended(match.group()), text) if STRANGE.search(text) else text


def lookalikes(prose: Prose) -> Iterator[Problem]:
    """Yield an error for each word with a wrong letter that looks right."""
    if not STRANGE.search(prose.text):
        return
    for match in WORD.finditer(prose.text):
        word = match.group()
        if not STRANGE.search(word):
            continue
        wrong = [sign for sign in word if STRANGE.match(sign)]
        new = _mended(word)
        if new != word:
            what = f'"{new}" holds {_name(wrong[0])} that only looks right'
            todo = "run ./scripts/check --fix-text, which mends it, or type the word anew"
        elif any("\u0300" <= sign <= "\u036f" for sign in wrong):
            what = f'"{word}" holds a mark that belongs to no letter'
            todo = "type the word anew"
        else:
            continue
        yield Problem(prose.path, prose.line_at(prose.text, match.start()), what, todo)


def _mended(word: str) -> str:
    new = unicodedata.normalize("NFC", "".join(MEANT.get(sign, sign) for sign in word))
    # A word that keeps a letter of another alphabet is a word of that alphabet.
    return word if any(sign.isalpha() and not _latin(sign) for sign in new) else new


def _latin(sign: str) -> bool:
    return sign < "\u0250" or "\u1e00" <= sign <= "\u1eff"


def _name(sign: str) -> str:
    name = unicodedata.name(sign, "a sign").lower()
    return f"U+{ord(sign):04X} ({name})"
