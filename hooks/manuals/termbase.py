"""The termbase: preferred, admitted and deprecated terms in both languages."""

from __future__ import annotations

import csv
import re
import unicodedata
from dataclasses import dataclass
from pathlib import Path

from manuals.errors import ManualError, Problem, nearest
from manuals.languages import OTHER, beside

PATH = "data/termbase.csv"
COLUMNS = ("id", "en", "vi", "pos", "domain", "status", "note", "match")
STATUSES = ("preferred", "admitted", "deprecated")
MATCHES = ("", "en", "vi", "both", "review")
QUALIFIER = re.compile(r"\s*\([^()]*\)")
SHORT_FORM = re.compile(r"[A-Z][A-Z-]{1,9}|[A-ZĐ]{3,}")


@dataclass(frozen=True)
class Term:
    """One row; the id of a variant is that of its preferred term and a letter.

    `match` says on which side a deprecated form is flagged (en, vi, both; "review": on none; empty:
    manuals.terms.concepts.given_up); on another row "review" means that its counterpart depends on
    the context, so that none is asked for.
    """

    id: str
    en: str
    vi: str
    domain: str
    status: str
    note: str
    match: str
    line: int
    pos: str = ""

    def form(self, locale: str) -> str:
        """Return the term as written in a text: without the part in brackets."""
        return QUALIFIER.sub("", self.full(locale)).strip()

    def full(self, locale: str) -> str:
        """Return the term with what stands in brackets, as the glossary shows it."""
        return self.vi if locale == "vi" else self.en

    @property
    def concept(self) -> str:
        """The id of the preferred term that a variant belongs to."""
        return self.id.rstrip("abcdefghijklmnopqrstuvwxyz")


@dataclass(frozen=True)
class Entry:
    """A glossary entry in one language: its term, the other language's, and its variants."""

    id: str
    term: str
    other: str
    short: str
    also: tuple[str, ...]
    avoid: tuple[str, ...]


def load_termbase(root: Path) -> tuple[Term, ...]:
    """Read data/termbase.csv; ManualError names each row that is not right."""
    problems = []
    terms: list[Term] = []
    seen: set[str] = set()
    try:
        text = (root / PATH).read_text(encoding="utf-8-sig")
    except (FileNotFoundError, UnicodeDecodeError):
        raise ManualError(
            [Problem(PATH, 0, "the termbase is missing or not UTF-8", "put it back")]
        ) from None
    reader = csv.DictReader(unicodedata.normalize("NFC", text).splitlines())
    if tuple(reader.fieldnames or ()) != COLUMNS:
        what = f"the columns are not {', '.join(COLUMNS)}"
        raise ManualError([Problem(PATH, 1, what, "put the first line back")])
    for row in reader:
        line = reader.line_num
        if None in row or None in row.values():
            what = f"the row has not {len(COLUMNS)} columns"
            todo = "put a text that holds a comma in double quotes; compare the rows above"
            problems.append(Problem(PATH, line, what, todo))
            continue
        if row["id"] in seen or not row["id"]:
            problems.append(
                Problem(PATH, line, f'id "{row["id"]}" is used twice', "choose another")
            )
        seen.add(row["id"])
        if not row["en"] or not row["vi"]:
            problems.append(Problem(PATH, line, "a term lacks one language", "fill in en and vi"))
        if row["status"] not in STATUSES:
            what = f'unknown status "{row["status"]}"{nearest(row["status"], STATUSES)}'
            problems.append(Problem(PATH, line, what, f"write one of {', '.join(STATUSES)}"))
        if (row["match"] or "") not in MATCHES:
            what = f'unknown match "{row["match"]}"'
            problems.append(Problem(PATH, line, what, "write en, vi, both, review or nothing"))
        terms.append(
            Term(
                row["id"],
                row["en"],
                row["vi"],
                row["domain"],
                row["status"],
                row["note"],
                row["match"] or "",
                line,
                row["pos"],
            )
        )
    preferred = {term.id for term in terms if term.status == "preferred"}
    for term in terms:
        if term.status == "deprecated" and term.concept not in preferred:
            what = f'"{term.id}" gives up a form, but no preferred term has the id {term.concept}'
            todo = "name it by the id of the term to use and a letter, as tip-01b"
            problems.append(Problem(PATH, term.line, what, todo))
    if problems:
        raise ManualError(problems)
    return tuple(terms)


def counterparts(terms: tuple[Term, ...], locale: str) -> dict[str, str]:
    """Return the other language's term for each preferred term of a language.

    Where two concepts share a form, the tooltip names both counterparts. Words of teaching
    itself (chapter, exercise) need no tooltip.
    """
    found: dict[str, list[str]] = {}
    for term in terms if locale in OTHER else ():
        if term.status != "preferred" or term.domain == "training":
            continue
        others = found.setdefault(term.form(locale), [])
        other = term.form(OTHER[locale])
        if other not in others and other != term.form(locale):
            others.append(other)
    return {form: " / ".join(others) for form, others in found.items() if others}


def glossary(terms: tuple[Term, ...], locale: str) -> list[Entry]:
    """Return the glossary of a language in the order of its alphabet."""
    other = beside(locale)
    entries = []
    variants: dict[str, list[Term]] = {}
    for term in terms:
        if term.id != term.concept:
            variants.setdefault(term.concept, []).append(term)
    for term in terms:
        if term.status != "preferred":
            continue
        also, avoid = [], []
        for item in variants.get(term.id, ()):
            form = item.form(locale)
            if form == term.form(locale):
                continue
            if item.status == "admitted":
                also.append(form)
            elif item.match != "review" and item.match in ("both", locale):
                avoid.append(form)
        short = term.full(locale)[len(term.form(locale)) :].strip(" ()")
        entries.append(
            Entry(
                term.id,
                term.form(locale),
                term.form(other),
                short if SHORT_FORM.fullmatch(short) else "",
                tuple(also),
                tuple(avoid),
            )
        )
    return sorted(entries, key=lambda entry: collation(entry.term, locale))


def collation(text: str, locale: str) -> tuple[object, ...]:
    """Return a sort key; Vietnamese orders a ă â, d đ, e ê, o ô ơ, u ư, then the five tones.

    Source: the order of TCVN 6909 dictionaries, base letters first, tones only to break ties.
    """
    if locale != "vi":
        return (text.casefold(), text)
    letters, tones = [], []
    for character in unicodedata.normalize("NFC", text.lower()):
        parts = unicodedata.normalize("NFD", character)
        tone = next((mark for mark in parts[1:] if mark in TONES), "")
        base = unicodedata.normalize(
            "NFC", parts[0] + "".join(m for m in parts[1:] if m not in TONES)
        )
        letters.append(ALPHABET.find(base) if base in ALPHABET else -1)
        tones.append(TONES.find(tone) if tone else -1)
    return (tuple(letters), tuple(tones), text)


ALPHABET = " aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
TONES = "\u0300\u0309\u0303\u0301\u0323"
