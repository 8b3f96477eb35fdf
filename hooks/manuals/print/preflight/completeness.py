"""Every text, footnote, picture, number and anchor of the book once, in its order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from manuals.print.preflight.places import Finding
from manuals.print.preflight.printed import Column, Printed
from manuals.print.preflight.promised import LABEL, Promised, Unit, letters

SLACK = 24  # letters that the style may add: "tr.", a list's a., a roman page number
TELLING = 12  # letters that a text needs to be known by wherever it stands
SHOWN = 60


def check_completeness(promised: Promised, printed: Printed) -> Iterator[Finding]:
    """Yield what is lost, doubled or out of its order."""
    texts: dict[Column, list[str]] = {}
    for run in printed.runs:
        texts.setdefault(run.column, []).append(letters(run.text))
    for column in {**promised.units, **texts}:
        yield from _texts(promised.units.get(column, []), "".join(texts.get(column, [])))
    yield from _labels(promised.labels, printed)
    yield from _pictures(promised, printed)
    yield from _anchors(promised, printed)


def _texts(units: Sequence[Unit], printed: str) -> Iterator[Finding]:
    """Walk through what is promised and what is printed side by side."""
    wanted = [letters(unit.text) for unit in units]
    place, lost = 0, False
    for number, (unit, text) in enumerate(zip(units, wanted, strict=True)):
        if not text:
            continue
        at = printed.find(text, place, place + len(text) + SLACK)
        if at < 0 and not _goes_on(wanted[number + 1 :], printed, place):
            at = printed.find(_telling(wanted[number:]), place)
        if at < 0:
            lost = True
            again = " where it belongs" if text in printed[:place] else ""
            yield Finding(unit, f"{_name(unit)} is not printed whole{again}")
            continue
        if not lost:
            yield from _between(units, wanted, number, printed[place:at])
        place, lost = at + len(text), False
    if units and not lost:
        yield from _between(units, wanted, len(units), printed[place:])


def _goes_on(wanted: Sequence[str], printed: str, place: int) -> bool:
    """Return whether the next text stands here, so that the one before it is lost."""
    following = _telling(wanted)
    return bool(following) and following in printed[place : place + len(following) + SLACK]


def _telling(wanted: Sequence[str]) -> str:
    """Return the next texts, enough of them to be known by wherever they stand."""
    found = ""
    for text in wanted:
        found += text
        if len(found) >= TELLING:
            break
    return found


def _between(
    units: Sequence[Unit], wanted: Sequence[str], number: int, gap: str
) -> Iterator[Finding]:
    """Name what stands between two texts and belongs to neither."""
    for unit, text in zip(units[:number][::-1], wanted[:number][::-1], strict=True):
        if text and text in gap and (len(text) >= TELLING or text == gap):
            yield Finding(unit, f"{_name(unit)} is printed twice")
            return
    if len(gap) > SLACK:
        unit = units[min(number, len(units) - 1)]
        yield Finding(unit, f'"{gap[:SHOWN]}" is printed but does not stand in the book')


def _name(unit: Unit) -> str:
    text = " ".join(unit.text.split())
    shown = f'"{text[:SHOWN].rstrip()}…"' if len(text) > SHOWN else f'"{text}"'
    return f"footnote {unit.note}, {shown}," if unit.note else shown


def _labels(labels: Sequence[Unit], printed: Printed) -> Iterator[Finding]:
    found = [
        run.text.strip()
        for run in printed.runs
        if not run.linked and LABEL.fullmatch(run.text.strip())
    ]
    counts, wanted = Counter(found), Counter(unit.text for unit in labels)
    for unit in labels:
        if counts[unit.text] != wanted[unit.text]:
            times = f"{counts[unit.text]} times, not {wanted[unit.text]}"
            yield Finding(unit, f"the paragraph number {unit.text} is printed {times}")
    if counts == wanted:
        for unit, label in zip(labels, found, strict=True):
            if unit.text != label:
                what = f"the paragraph number {label} is printed where {unit.text} belongs"
                yield Finding(unit, what)
                return


def _pictures(promised: Promised, printed: Printed) -> Iterator[Finding]:
    for language in {**promised.pictures, **dict(printed.pictures)}:
        units = promised.pictures.get(language, [])
        found = [text for each, text in printed.pictures if each == language]
        counts, wanted = Counter(found), Counter(unit.text for unit in units)
        for unit in units:
            if counts[unit.text] != wanted[unit.text]:
                times = f"{counts[unit.text]} times, not {wanted[unit.text]}"
                yield Finding(unit, f'the picture "{unit.text[:SHOWN]}" is printed {times}')
        if counts == wanted and found != [unit.text for unit in units]:
            first = next(u for u, text in zip(units, found, strict=True) if u.text != text)
            yield Finding(first, f'the picture "{first.text[:SHOWN]}" is out of its order')


def _anchors(promised: Promised, printed: Printed) -> Iterator[Finding]:
    """Compare ids with named destinations; a page must never come before the one before it."""
    places = dict(printed.destinations)
    counts = Counter(name for name, _ in printed.destinations)
    wanted = Counter(id for _, id in promised.anchors)
    last: dict[str, int] = {}
    for column, id in promised.anchors:
        unit = Unit(id, id, "")
        if wanted[id] > 1:
            yield Finding(unit, f'the id "{id}" stands in the book {wanted[id]} times')
        elif counts[id] != 1:
            yield Finding(unit, f"the place #{id} is in the PDF {counts[id]} times, not once")
        elif column.note:
            continue  # a note may stand on the page after the one that cites it
        elif places[id] < last.get(column.language, 0):
            yield Finding(unit, f"the place #{id} is on a page before the text before it")
        else:
            last[column.language] = places[id]
