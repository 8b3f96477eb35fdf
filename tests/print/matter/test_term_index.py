"""The index: which words count for a term, where it is defined, in which order terms stand."""

from __future__ import annotations

import pytest
from lxml import html

from manuals.chapters import Manuals
from manuals.print.matter.anchors import read_blocks
from manuals.print.matter.locators import Place
from manuals.print.matter.term_index import (
    MOST,
    Entry,
    TermIndex,
    first_letter,
    index_page,
    telling,
)
from manuals.termbase import Term


def term(id: str, en: str, vi: str, status: str = "preferred", domain: str = "law") -> Term:
    """Return a row of a termbase."""
    return Term(id, en, vi, domain, status, "", "", 1)


TERMS = (
    term("t-01", "victim", "nạn nhân"),
    term("t-02", "human trafficking", "mua bán người"),
    term("t-02a", "trafficking in persons", "mua bán người", "admitted"),
    term("t-02b", "trafficking of humans", "buôn bán người", "deprecated"),
    term("t-03", "trafficking victim", "nạn nhân mua bán người"),
    term("t-04", "chapter", "chương", domain="training"),
    term("t-05", "evidence", "chứng cứ"),
    term("t-06", "confession", "lời nhận tội"),
    term("t-07", "age", "ẩm"),
    term("t-08", "offence", "ăn"),
    term("t-09", "threat", "đe dọa"),
)


def found(locale: str, body: str) -> list[str]:
    """Return the terms of a chapter's blocks; + marks one that is mainly meant, = a definition."""
    root = html.fragment_fromstring(body, create_parent="article")
    root.set("id", "c01")
    index = TermIndex(TERMS, locale)
    return [
        f"{item.term}{'+' * item.main}{'=' * item.defines}"
        for block in read_blocks(root)
        for item in index.find(block)
    ]


@pytest.mark.parametrize(
    ("locale", "body", "wanted"),
    [
        ("en", "<p>Victims, and a victim’s words.</p>", ["victim+"]),
        ("en", "<p>A Trafficking victim</p>", ["trafficking victim"]),
        ("en", "<p>trafficking in persons</p>", ["human trafficking"]),
        ("en", "<p>trafficking of humans</p>", []),
        ("en", "<p>a chapter</p>", []),
        ("en", "<h2>Evidence</h2>", ["evidence+"]),
        ("en", "<p>the evi<b>dence</b></p>", ["evidence"]),
        ("en", '<div class="glance"><p>evidence</p></div>', []),
        ("en", '<h2 id="c01-sources">S</h2><p>evidence</p>', []),
        ("en", '<p class="numbered">Evidence means a thing.</p>', ["evidence="]),
        ("en", '<p class="numbered">First. A confession is a statement.</p>', ["confession="]),
        (
            "en",
            '<p class="numbered">Evidence<span class="note">N</span> is a thing.</p>',
            ["evidence="],
        ),
        ("en", '<p class="numbered">No confession is a proof.</p>', ["confession"]),
        ("en", "<p>Evidence means a thing.</p>", ["evidence"]),
        ("vi", "<p>Nạn nhân mua bán người</p>", ["nạn nhân mua bán người"]),
        ("vi", '<p class="numbered">Chứng cứ là những gì có thật.</p>', ["chứng cứ="]),
        ("vi", '<p class="numbered">Đây không phải chứng cứ là gì.</p>', ["chứng cứ"]),
    ],
)
def test_what_counts(locale: str, body: str, wanted: list[str]) -> None:
    """Whole words in any form that is not given up; the longest term; no frame."""
    assert found(locale, body) == wanted


def test_the_order_and_see() -> None:
    """Vietnamese order: ăn before ẩm before đe dọa; an admitted form leads to the preferred one."""
    places = {name: [Place("a")] for name in ("đe dọa", "ẩm", "ăn", "chứng cứ")}
    entries = TermIndex(TERMS, "vi").entries(places)
    assert [entry.term for entry in entries] == ["ăn", "ẩm", "chứng cứ", "đe dọa"]
    entries = TermIndex(TERMS, "en").entries({"human trafficking": [Place("a")]})
    assert [(entry.term, entry.see) for entry in entries] == [
        ("human trafficking", ""),
        ("trafficking in persons", "human trafficking"),
    ]
    assert TermIndex(TERMS, "en").entries({}) == []


@pytest.mark.parametrize(
    ("word", "letter"), [("ẩm", "Â"), ("ăn", "Ă"), ("đe", "Đ"), ("Ủy ban", "U"), ("evidence", "E")]
)
def test_letters(word: str, letter: str) -> None:
    """An entry stands under its letter without the tone."""
    assert first_letter(word) == letter


def test_a_term_that_is_everywhere() -> None:
    """Where it is mainly meant; where that is still too much, where each chapter first is."""
    every = [Place(f"c0{n % 3}-{n}", main=n % 8 == 0) for n in range(0, 60, 2)]
    pages = {place.id: place.id.partition("-")[2] for place in every}
    assert telling(every[:MOST], pages) == every[:MOST]
    assert [place.id for place in telling(every, pages)] == [p.id for p in every if p.main]
    plain = [place._replace(main=False) for place in every]
    assert [place.id for place in telling(plain, pages)] == ["c00-0", "c02-2", "c01-4"]


def test_the_page(tiny: Manuals) -> None:
    """Letters, terms, pages, and where to look instead."""
    entries = [
        Entry("đe dọa", places=[Place("a"), Place("b", defines=True)]),
        Entry("đe nẹt", see="đe dọa"),
    ]
    root = index_page(entries, {"a": "3", "b": "5"}, tiny.languages["vi"])
    lines = [line.text_content() for line in root.iterfind("div/p")]
    assert lines == ["Đ", "đe dọa, 3, 5", "đe nẹt, xem đe dọa"]
    assert root.find(".//b/a").get("href") == "#b"
