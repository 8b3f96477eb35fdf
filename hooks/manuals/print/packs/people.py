"""What bears names: certificates in both languages, name plates, the sign-in sheet."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from html import escape

from manuals.courses.names import Person
from manuals.courses.order import Order
from manuals.languages import OTHER, Language
from manuals.print.packs.frame import Frame
from manuals.print.pdf import Book

# The longest name in each size of letters; a longer one takes two lines in the smallest.
CERTIFICATE = {26: "large", 42: "middle", 1000: "small"}
PLATE = {14: "large", 26: "middle", 45: "small", 1000: "least"}


def compose_certificates(frame: Frame, order: Order, people: Sequence[Person]) -> Book:
    """Return a certificate a page, both languages on it; those who sign write their names."""
    pages = [_certificate(frame, order, person) for person in people]
    return _book(frame, "certificates", pages)


def _certificate(frame: Frame, order: Order, person: Person) -> str:
    first = frame.words
    other = frame.manuals.languages[OTHER[first.locale]]

    def line(kind: str, texts: Mapping[str, str]) -> str:
        return (
            f'<div class="{kind}"><p>{escape(texts[first.locale])}</p>'
            f'<main lang="{other.locale}"><p>{escape(texts[other.locale])}</p></main></div>'
        )

    def words(key: str) -> dict[str, str]:
        return {each.locale: each.of("packs", key) for each in (first, other)}

    when = {each.locale: _when(order, each) for each in (first, other)}
    unit = f'<p class="unit">{escape(person.unit)}</p>' if person.unit else ""
    signed = "".join(line("signed", words(key)) for key in ("organisers", "for_trainers"))
    return (
        f'<section class="certificate"><div class="statement">'
        f"{line('heading', words('certificate'))}"
        f"{line('said', words('certifies'))}"
        f'<h1 class="person {_size(CERTIFICATE, person.name)}">{escape(person.name)}</h1>{unit}'
        f"{line('said', words('completed'))}{line('course', frame.course.title)}"
        f'{line("said", when)}</div><div class="signatures">{signed}</div></section>'
    )


def _when(order: Order, words: Language) -> str:
    return ", ".join(filter(None, (order.dates(words), order.place)))


def compose_plates(frame: Frame, people: Sequence[Person]) -> Book:
    """Return name plates to fold in their middle, to be read from both sides."""
    pages = []
    for person in people:
        face = (
            f'<p class="person {_size(PLATE, person.name)}">{escape(person.name)}</p>'
            f'<p class="unit">{escape(person.unit)}</p>'
        )
        pages.append(
            f'<section class="plate"><div class="face turned-face">{face}</div>'
            f'<div class="face">{face}</div><div class="fold fold-left"></div>'
            '<div class="fold fold-right"></div></section>'
        )
    return _book(frame, "name_plates", pages)


def compose_sign_in(frame: Frame, order: Order, people: Sequence[Person]) -> Book:
    """Return a sheet a day; without names it has a row for each of the largest group."""
    rows: Sequence[Person] = people or [Person("", "")] * frame.course.persons[1]
    pages = [_sheet(frame, order, place, day, rows) for place, day in enumerate(order.days, 1)]
    return _book(frame, "sign_in", pages)


def _sheet(frame: Frame, order: Order, place: int, day: date, rows: Sequence[Person]) -> str:
    words = frame.words
    title = f"{frame.word('sign_in')}: {frame.word('day').lower()} {place}"
    where = ", ".join(filter(None, (words.date(day), order.place)))
    heads = (
        frame.word("number"),
        words["worksheet_name"],
        words["worksheet_unit"],
        frame.word("morning"),
        frame.word("afternoon"),
    )
    head = "".join(f"<th>{escape(text)}</th>" for text in heads)
    body = "".join(
        f"<tr><td>{number}</td><td>{escape(person.name)}</td><td>{escape(person.unit)}</td>"
        "<td></td><td></td></tr>"
        for number, person in enumerate(rows, 1)
    )
    return (
        f'<section class="pack sign-in"><h1>{escape(title)}</h1>'
        f"<p>{escape(frame.title)}. {escape(where)}</p>"
        f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></section>"
    )


def _size(sizes: Mapping[int, str], text: str) -> str:
    return next(size for longest, size in sizes.items() if len(text) <= longest)


def _book(frame: Frame, kind: str, pages: Sequence[str]) -> Book:
    return frame.book(kind.replace("_", "-"), frame.word(kind), pages)
