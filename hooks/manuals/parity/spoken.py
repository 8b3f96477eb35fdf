"""Numbers in words, as far as a figure on the other side needs them: two is hai and is 2."""

from __future__ import annotations

import re
from functools import cache

EN_UNITS = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
EN_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
EN_ORDINALS = {
    1: "first",
    2: "second",
    3: "third",
    5: "fifth",
    8: "eighth",
    9: "ninth",
    12: "twelfth",
}
EN_MORE = {
    1: ("an?", "once", "single", "each", "every"),
    2: ("both", "twice", "pairs?", "double"),
    12: ("noon", "midday", "dozen"),
}
VI_UNITS = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười"]
VI_MORE = {
    1: ("mốt", "nhất", "đầu", "mỗi", "từng"),
    2: ("nhì", "đôi", "cặp", "cả hai"),
    4: ("tư",),
    5: ("lăm", "nhăm"),
    7: ("bẩy",),
    10: ("chục",),
}


def is_spoken(figure: str, text: str, locale: str) -> bool:
    """Return whether a text holds a number up to 100 in words; a month counts by its number."""
    digits = figure.removeprefix("-")
    if not digits.isdigit() or not 0 < int(digits) <= 100:
        return False
    return bool(_pattern(int(digits), locale).search(text))


@cache
def _pattern(number: int, locale: str) -> re.Pattern[str]:
    forms = _english(number) if locale == "en" else _vietnamese(number)
    return re.compile(rf"(?<!\w)(?:{'|'.join(forms)})(?!\w)", re.IGNORECASE)


def _english(number: int) -> list[str]:
    if number == 100:
        return ["hundred"]
    if number < 20:
        name = EN_UNITS[number]
        ordinal = EN_ORDINALS.get(number, f"{name}th")
    else:
        ten, unit = EN_TENS[number // 10 - 2], number % 10
        name = f"{ten}[- ]{EN_UNITS[unit]}" if unit else ten
        last = EN_ORDINALS.get(unit, f"{EN_UNITS[unit]}th")
        ordinal = f"{ten}[- ]{last}" if unit else f"{ten[:-1]}ieth"
    return [name, ordinal, *EN_MORE.get(number, ())]


def _vietnamese(number: int) -> list[str]:
    if number == 100:
        return ["trăm"]
    if number <= 10:
        return [VI_UNITS[number], *VI_MORE.get(number, ())]
    ten, unit = divmod(number, 10)
    start = "mười" if ten == 1 else f"{VI_UNITS[ten]} (?:mươi|chục)"
    if not unit:
        return [start]
    units = [VI_UNITS[unit], *VI_MORE.get(unit, ())]
    return [f"{start} {name}" for name in units]
