"""Both languages' books of a volume number the same paragraphs, but for one-sided ones."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from manuals.chapters import Manuals, Pair
from manuals.errors import ManualError, Problem
from manuals.jobs import BOOK, Job
from manuals.languages import OTHER
from manuals.numbering import numbered, paragraph_numbers
from manuals.print.preflight.printed import read_destinations
from manuals.shelf import pdf_name

PARAGRAPH = re.compile(r"c(\d\d)-p(\d+)")
TODO = "build both books again from the same text"


def stop_unless_books_agree(
    manuals: Manuals, jobs: Sequence[Job], finished: Mapping[str, Path]
) -> None:
    """Raise ManualError if finished books number other paragraphs than the text of their pairs."""
    problems: list[Problem] = []
    for job in jobs:
        if job.kind == BOOK and job.book in OTHER:
            path = finished[job.name] / "pdf" / pdf_name(job.volume, job.book)
            problems += check_agreement(manuals, job.volume, job.book, path.read_bytes())
    if problems:
        raise ManualError(problems)


def check_agreement(manuals: Manuals, volume: str, locale: str, data: bytes) -> list[Problem]:
    """Return the paragraphs whose number is not the one that the pair, and the other book, has.

    A number belongs to the pair, so that two books agree if each has its half's numbers: only
    what one half alone holds stands in one of them.
    """
    printed: dict[int, set[int]] = {}
    for name, _ in read_destinations(data):
        if match := PARAGRAPH.fullmatch(name):
            printed.setdefault(int(match[1]), set()).add(int(match[2]))
    problems: list[Problem] = []
    for pair in manuals.chapters(volume):
        assert pair.numbers
        found = printed.get(pair.numbers.chapter, set())
        problems += _differences(pair, locale, found)
    return problems


def _differences(pair: Pair, locale: str, printed: set[int]) -> Iterator[Problem]:
    assert pair.numbers
    assert pair.volume
    half = pair.half(locale)
    own = paragraph_numbers(pair.numbers, half.outline)
    lines = dict(zip(own, (item.line for item in numbered(half.outline)), strict=True))
    book = f"{pair.volume.id}.{locale}.pdf"
    for number in sorted(printed ^ set(own)):
        label = pair.numbers.label(number)
        if number in lines:
            what = f"paragraph {label} is not in {book}"
            yield Problem(half.path, lines[number], what, TODO)
        else:
            what = f"{book} has a paragraph {label}, which the text has not"
            yield Problem(half.path, 0, what, TODO)
