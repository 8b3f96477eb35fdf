"""Numbers, dates and times: 1,000 is 1.000, 5 July 2026 is 05/7/2026, two may be 2."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from manuals.parity.blocks import Reading
from manuals.parity.matching import Find, Rule
from manuals.parity.spoken import is_spoken

MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
MONTH = "|".join(MONTHS)
ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
SCALES = {
    "en": {"thousand": 10**3, "million": 10**6, "billion": 10**9},
    "vi": {"nghìn": 10**3, "ngàn": 10**3, "triệu": 10**6, "tỷ": 10**9, "tỉ": 10**9},
}
COMMON = (
    r"(?P<dmy>\d{1,2}(?:/\d{1,2}/|\.\d{1,2}\.|-\d{1,2}-)\d{4})(?!\d)"
    r"|(?P<literal>\d+[a-z]?/\d{4}/[A-ZĐ][\w-]*"  # 53/2024/QH15
    r"|[A-ZĐ]{1,6}(?:-[A-Z]{1,6})*-?\d[\w-]*"  # F-TIP-05, A4
    r"|(?!\d{1,3}(?:\.\d{3})+(?!\.?\d))\d+(?:\.\d+){2,})"  # 1.3.7
    r"|(?P<iso>\d{4}-\d\d-\d\d)(?!\d)"
    r"|(?P<clock>\d{1,2}:\d\d)(?!\d)"
)
PATTERNS = {
    "en": re.compile(
        rf"(?<!\w)(?:{COMMON}"
        rf"|(?P<days>\d{{1,2}}(?:st|nd|rd|th)?(?:\s*(?:,|–|-|to|and|or)\s*\d{{1,2}})*"
        rf"\s+(?:{MONTH})(?:\s+\d{{4}})?)\b"
        rf"|(?P<american>(?:{MONTH})\s+\d{{1,2}}(?:,\s*\d{{4}})?)\b"
        rf"|(?P<month>(?:{MONTH})(?:\s+\d{{4}})?)\b"
        r"|(?P<hour>\d{1,2}(?:[.:]\d\d)?\s*[ap]\.?m\b\.?)"
        r"|(?P<slash>\d{1,2}/\d{1,2})(?!\d)"
        r"|(?P<roman>(?:Chapter|Part|Section|Title|Annex|Appendix)\s+[IVXLC]+)\b"
        r"|(?P<number>\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?)"
        r"(?:\s*(?P<scale>thousand|million|billion)\b)?)"
    ),
    "vi": re.compile(
        rf"(?<!\w)(?:{COMMON}"
        r"|(?P<days>\d{1,2}\s+tháng\s+\d{1,2}(?:\s+năm\s+\d{4})?)(?!\d)"
        r"|(?P<month>[Tt]háng\s+\d{1,2}(?:\s*/\s*|\s+năm\s+)\d{4}|[Tt]háng\s+\d{1,2}|\d{1,2}/\d{4})"
        r"(?![\d/])"
        r"|(?P<hour>\d{1,2}\s*(?:giờ|h)(?!\w)(?:\s*\d\d(?!\d)|\s*\d\s*phút)?"
        r"(?:\s*(?:phút\s*)?(?:sáng|trưa|chiều|tối|đêm)\b)?|\d{1,2}h\d\d(?!\d))"
        r"|(?P<slash>\d{1,2}/\d{1,2})(?!\d)"
        r"|(?P<roman>(?:[Cc]hương|[Pp]hần|[Mm]ục|[Pp]hụ lục|[Tt]hế kỷ)\s+[IVXLC]+)\b"
        r"|(?P<number>\d{1,3}(?:\.\d{3})+(?!\d)(?:,\d+)?|\d+(?:,\d+)?)"
        r"(?:\s*(?P<scale>nghìn|ngàn|triệu|tỷ|tỉ)(?!\w))?)"
    ),
}
# Where one may begin: a search for these skips most of a text at once.
BEGINNING = re.compile(r"[\dA-ZĐ]|tháng|chương|phần|mục|phụ|thế")
UNSURE = ("May", "March")  # also verbs


def figures(reading: Reading, cited: Sequence[Find]) -> Iterator[Find]:
    """Yield numbers, dates and times outside citations of laws.

    Signs of percent, ordinal endings and leading zeros do not count; the number of a Roman
    chapter is a number; a number with its scale (20 million) equals the bare one beside a range.
    """
    text = _without(reading.figures, cited)
    locale = reading.half.locale
    for match in _matches(text, PATTERNS[locale]):
        kind = match.lastgroup if match.lastgroup != "scale" else "number"
        words = match.group().split()
        span = match.span()
        if kind == "literal":
            yield Find(match.group(), *span)
        elif kind == "number":
            yield _number(match, locale)
        elif kind == "roman":
            yield Find(str(_roman(words[-1])), *span)
        elif kind in ("clock", "hour"):
            yield _time(match.group(), locale, span)
        elif kind == "slash":
            yield _slash(match.group(), locale, span)
        else:
            yield from _dates(match.group(), str(kind), span)


def _without(text: str, finds: Sequence[Find]) -> str:
    parts, place = [], 0
    for find in sorted(finds, key=lambda find: find.start):
        parts += [text[place : find.start], " " * (find.end - max(place, find.start))]
        place = max(place, find.end)
    return "".join([*parts, text[place:]])


def _matches(text: str, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
    place = 0
    while begin := BEGINNING.search(text, place):
        match = pattern.match(text, begin.start())
        place = match.end() if match else begin.start() + 1
        if match:
            yield match


def _number(match: re.Match[str], locale: str) -> Find:
    thousands, point = (",", ".") if locale == "en" else (".", ",")
    plain = match["number"].replace(thousands, "").replace(point, ".")
    value = _plain(plain)
    if not match["scale"]:
        return Find(value, *match.span())
    whole, _, part = value.partition(".")
    factor = SCALES[locale][match["scale"]]
    scaled = int(whole + part) * factor // 10 ** len(part)
    return Find(str(scaled), *match.span(), accepts=frozenset({value}))


def _plain(digits: str) -> str:
    whole, point, part = digits.partition(".")
    part = part.rstrip("0")
    return f"{int(whole)}{point if part else ''}{part}"


def _roman(letters: str) -> int:
    values = [ROMAN[letter] for letter in letters]
    following = [*values[1:], 0]
    return sum(-one if one < two else one for one, two in zip(values, following, strict=True))


def _time(text: str, locale: str, span: tuple[int, int]) -> Find:
    hour, minute = ([int(part) for part in re.findall(r"\d+", text)] + [0])[:2]
    late = bool(re.search(r"p\.?m|chiều|tối|đêm", text)) and hour < 12
    accepts = {str(hour)} if not minute else set()
    if late:
        hour += 12
        accepts |= {str(hour)} if not minute else set()
    if locale == "vi" and re.fullmatch(r"\d+\s*(?:giờ|h)\s*", text):
        return Find(str(hour), *span, accepts=frozenset({f"{hour}:00"}))
    return Find(f"{hour}:{minute:02}", *span, accepts=frozenset(accepts))


def _slash(text: str, locale: str, span: tuple[int, int]) -> Find:
    day, month = (int(part) for part in text.split("/"))
    if locale == "vi" and 1 <= day <= 31 and 1 <= month <= 12:
        return Find(_day("", month, day), *span, accepts=frozenset({text}))
    return Find(text, *span)


def _day(year: str, month: int, day: int) -> str:
    return f"{year}-{month}-{day}"


def _dates(text: str, kind: str, span: tuple[int, int]) -> Iterator[Find]:
    numbers = [int(part) for part in re.findall(r"\d+", text)]
    name = next((name for name in MONTHS if name in text), "")
    month = MONTHS.index(name) + 1 if name else 0
    if kind == "iso":
        yield Find(_day(str(numbers[0]), numbers[1], numbers[2]), *span)
    elif kind == "dmy":
        yield Find(_day(str(numbers[2]), numbers[1], numbers[0]), *span)
    elif kind == "month":
        month = month or numbers.pop(0)
        year = str(numbers[0]) if numbers else ""
        accepts = frozenset() if year else frozenset({str(month)})
        yield Find(f"{year}-{month}", *span, accepts=accepts, soft=text in UNSURE)
    else:
        year = str(numbers.pop()) if numbers[-1] > 31 else ""
        if not month:
            month = numbers.pop()
        for day in numbers[:-1]:  # the first days of "1, 2 and 5 July 2026"
            accepts = frozenset({_day("", month, day), str(day)})
            yield Find(_day(year, month, day), *span, accepts=accepts)
        yield Find(_day(year, month, numbers[-1]), *span)


def same(first: Find, second: Find) -> bool:
    """Return whether two figures can be one, each in its language's way of writing."""
    return bool(
        first.key == second.key or first.key in second.accepts or second.key in first.accepts
    )


FIGURES = Rule(
    "the figure",
    "write the same in both; if they differ on purpose, add <!-- parity: why --> to the paragraph",
    same,
    said=lambda find, other, near: near and same(find, other),
    spoken=lambda find, text, locale, _: is_spoken(str(find.key), text, locale),
)
