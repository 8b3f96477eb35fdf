"""The test before and after a course on paper, its key, and the tables for the answers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from html import escape
from pathlib import Path
from string import ascii_lowercase

from manuals.editions import PARTICIPANT, TRAINER
from manuals.items.course_test import answer_table, course_test, has_test
from manuals.items.drawing import POST, PRE, Drawn
from manuals.items.item import SHORT, TRUE_FALSE, plain
from manuals.outputs import put_text
from manuals.print.fetcher import HERE
from manuals.print.packs.frame import Frame
from manuals.print.pdf import Book
from manuals.print.volumes import write_book

STYLE = HERE / "style" / "papers.css"
FORMS = (PRE, POST)
LETTERED = "({letter}) {text}"


def write_tests(frame: Frame, folder: Path, cache: Path) -> list[Path]:
    """Write both tests in every language, the key in the pack's own, the tables to type into.

    Trainers keep them all: who has seen the test before the course has no result to compare.
    Nothing for a course without a test, or whose chapters are not written yet.
    """
    docs = frame.manuals.root / "docs"
    tests = {form: course_test(frame.manuals, frame.course, form) for form in FORMS}
    if not has_test(frame.course) or not tests[PRE]:
        return []
    books = [
        compose_paper(replace(frame, words=words, edition=PARTICIPANT), form, test)
        for words in frame.manuals.languages.values()
        for form, test in tests.items()
    ]
    books.append(compose_key(replace(frame, edition=TRAINER), tests[PRE], tests[POST]))
    paths = [write_book(book, docs, folder, cache) for book in books]
    for form, test in tests.items():
        path = folder / f"{frame.course.id}.{form}.csv"
        put_text(answer_table(test, frame.manuals.languages), path)
        paths.append(path)
    return paths


def compose_paper(frame: Frame, form: str, test: Sequence[Drawn]) -> Book:
    """Return a test as participants get it: a place for the code, the items, boxes to tick."""
    title = _word(frame, form)
    items = "".join(_item(frame, number, drawn) for number, drawn in enumerate(test, 1))
    part = (
        f'<section class="pack paper"><h1 id="paper">{escape(title)}</h1>'
        f'<p class="own-code">{escape(_word(frame, "code"))}</p>'
        f"<p>{escape(_word(frame, 'lead').format(n=len(test)))}</p>{items}</section>"
    )
    return _book(frame, f"{form}-test", title, part)


def compose_key(frame: Frame, before: Sequence[Drawn], after: Sequence[Drawn]) -> Book:
    """Return the key for trainers: the right letter, the objective, and the paragraph of each."""
    title = _word(frame, "key")
    places = {drawn.item.id: number for number, drawn in enumerate(after, 1)}
    keys = ("number_before", "number_after", "right", "objective", "paragraph")
    heads = "".join(f"<th>{escape(_word(frame, key))}</th>" for key in keys)
    rows = []
    for number, drawn in enumerate(before, 1):
        words = drawn.item.words[frame.words.locale]
        cells = (
            str(number),
            str(places[drawn.item.id]),
            _right(frame, drawn),
            plain(words.objective),
            drawn.item.label,
        )
        rows.append("".join(f"<td>{escape(cell)}</td>" for cell in cells))
    table = f"<thead><tr>{heads}</tr></thead><tbody><tr>{'</tr><tr>'.join(rows)}</tr></tbody>"
    part = (
        f'<section class="pack key"><h1 id="key">{escape(title)}</h1>'
        f"<p>{escape(_word(frame, 'key_lead'))}</p><table>{table}</table></section>"
    )
    return _book(frame, "test-key", title, part)


def _book(frame: Frame, name: str, title: str, part: str) -> Book:
    book = frame.book(name, title, [part])
    return replace(book, style=book.style + STYLE.read_text(encoding="utf-8"))


def _item(frame: Frame, number: int, drawn: Drawn) -> str:
    words = drawn.item.words[frame.words.locale]
    asked = f"<b>{number}.</b> {escape(plain(words.question))}"
    if drawn.item.type == SHORT:
        answers = '<div class="line"></div>' * 3
    else:
        texts = [f"<li>{escape(text)}</li>" for text in _choices(frame, drawn)]
        answers = f'<ul class="ticks">{"".join(texts)}</ul>'
    return f'<div class="item"><p>{asked}</p>{answers}</div>'


def _choices(frame: Frame, drawn: Drawn) -> list[str]:
    """Return what can be ticked, as printed."""
    if drawn.item.type == TRUE_FALSE:
        return [frame.words["answer_true"], frame.words["answer_false"]]
    return [
        LETTERED.format(letter=letter, text=plain(text))
        for letter, text in zip(ascii_lowercase, drawn.options(frame.words.locale), strict=False)
    ]


def _right(frame: Frame, drawn: Drawn) -> str:
    """Return what is right as printed; of a short item what the chapter's answer says."""
    if drawn.item.type == SHORT:
        return plain(drawn.item.words[frame.words.locale].answer)
    if drawn.item.type == TRUE_FALSE:
        return frame.words[f"answer_{drawn.key}"]
    return _choices(frame, drawn)[ascii_lowercase.index(drawn.key)]


def _word(frame: Frame, key: str) -> str:
    return frame.words.of("papers", key)
