"""The termbase as a reader of texts needs it: what each form stands for, what stands for it."""

from __future__ import annotations

import re

from manuals.languages import OTHER
from manuals.termbase import SHORT_FORM, Term
from manuals.terms.matching import Forms, in_order, places, stem, verb_forms, words

LIGHT = re.compile(
    r"an?|the|of|to|in|on|and|or|against|for|by|from|not|person|people|human|crime|criminal|case"
    r"|agency|right|other|victim|national|public|officer|special|certain|use|taking|written|migrant"
)
PLURAL_VI = (["các"], ["những"])
LONG_VI = 5
GAP = 3
UNITS_VI = ("bị cáo buộc",)


class Concepts:
    """The forms of both languages; a form's key is its folded words with blanks between them.

    `wanted` gives for a form the keys in the other language of which one should stand beside it,
    `given_up` the row that gives a form up.
    """

    def __init__(self, terms: tuple[Term, ...]) -> None:
        self.forms = {locale: Forms() for locale in OTHER}
        self.preferred = {term.id: term for term in terms if term.status == "preferred"}
        self.rows: dict[str, dict[str, list[Term]]] = {locale: {} for locale in OTHER}
        keys: dict[tuple[str, str], set[str]] = {}
        for term in terms:
            for locale in OTHER:
                key = self._add(term.form(locale), locale, term.pos)
                self.rows[locale].setdefault(key, []).append(term)
                known = keys.setdefault((locale, term.concept), set())
                known.add(key)
                if short := _short_name(term, key, locale):
                    known.add(self._add(short, locale))
        for unit in UNITS_VI:
            self._add(unit, "vi")
        self.wanted: dict[str, dict[str, frozenset[str]]] = {locale: {} for locale in OTHER}
        self.given_up: dict[str, dict[str, Term]] = {locale: {} for locale in OTHER}
        for locale, found in self.rows.items():
            for key, rows in found.items():
                if any(asks(row, locale) for row in rows):
                    sides = (keys[OTHER[locale], row.concept] for row in rows)
                    self.wanted[locale][key] = frozenset[str]().union(*sides)
                if row := given_up(rows, locale):
                    self.given_up[locale][key] = row

    def _add(self, form: str, locale: str, pos: str = "") -> str:
        folded = words(form, locale)
        if locale == "vi" and folded[:1] in PLURAL_VI:
            folded = folded[1:]
        key = " ".join(folded)
        self.forms[locale].add(folded, key)
        if locale == "en" and "v" in pos.split("/") and len(folded) == 1:
            for verb in verb_forms(folded[0]):
                self.forms[locale].add([verb], key)
        return key

    def asking(self, key: str, locale: str) -> Term:
        """Return the term of a form that asks for its counterpart."""
        return next(row for row in self.rows[locale][key] if asks(row, locale))

    def preferred_form(self, term: Term, locale: str) -> str:
        """Return the form to write in place of a variant."""
        return self.preferred[term.concept].form(locale)

    def paraphrased(
        self, key: str, wanted: frozenset[str], locale: str, texts: list[list[str]]
    ) -> bool:
        """Return whether texts, in folded words, say in other words what a form says.

        That is: they quote the form itself; in English more than half of a counterpart's telling
        words stand there with any ending; in Vietnamese a long counterpart stands there with a few
        words between its own.
        """
        if any(places(text, key.split()) for text in texts):
            return True
        if locale == "en":
            stems = {stem(word) for text in texts for word in text}
            return any(2 * len(found & stems) > len(found) for found in map(telling, wanted))
        long = [form.split() for form in wanted if form.count(" ") + 1 >= LONG_VI]
        return any(in_order(text, form, GAP) for form in long for text in texts)


def asks(term: Term, locale: str) -> bool:
    """Return whether a term, preferred or admitted, asks for its counterpart beside it.

    Not so the words of teaching itself, a general word that the termbase narrows in brackets, and
    a row whose `match` is "review": there the counterpart depends on what is meant.
    """
    return (
        term.status != "deprecated"
        and term.match != "review"
        and term.domain != "training"
        and term.form(locale) == term.full(locale)
    )


def given_up(rows: list[Term], locale: str) -> Term | None:
    """Return the row that gives up a form of this language, if there is one.

    The column `match` says on which side: en, vi or both; "review" on none. Empty means each side
    whose form no other row prefers or admits: of "human trafficking, buôn người" the Vietnamese.
    """
    accepted = any(row.status != "deprecated" for row in rows)
    flagged = {locale, "both"} if accepted else {locale, "both", ""}
    return next((r for r in rows if r.status == "deprecated" and r.match in flagged), None)


def telling(key: str) -> frozenset[str]:
    """Return the stems of an English form's words, without those that stand in every text."""
    every = [word for word in key.split() if word[0].isalnum()]
    return frozenset(stem(word) for word in every if not LIGHT.fullmatch(word)) or frozenset(
        stem(word) for word in every
    )


def _short_name(term: Term, key: str, locale: str) -> str:
    """Return what stands in brackets if it is an abbreviation, a number or a shorter name."""
    short = term.full(locale)[len(term.form(locale)) :].strip(" ()")
    if SHORT_FORM.fullmatch(short) or short.isdigit():
        return short
    shares = short[:1].isupper() and set(key.split()) & set(words(short, locale))
    return short if shares else ""
