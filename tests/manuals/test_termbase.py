"""The termbase: wrong rows are named, terms find their counterparts, the glossary has an order."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from manuals.termbase import Term, collation, counterparts, glossary, load_termbase

if TYPE_CHECKING:
    from tests.conftest import Project

PATH = "data/termbase.csv"
HEAD = "id,en,vi,pos,domain,status,note,match\n"
RIGHT = "a-01,one,một,n,x,preferred,,\n"


def terms(folder: Path, rows: str) -> tuple[Term, ...]:
    """Return the termbase of these rows."""
    path = folder / PATH
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(HEAD + rows, encoding="utf-8")
    return load_termbase(folder)


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ("a-01,two,hai,n,x,preferred,,", 'id "a-01" is used twice: choose another'),
        ("a-02,,hai,n,x,preferred,,", "a term lacks one language: fill in en and vi"),
        (
            "a-02,two,hai,n,x,prefered,,",
            'unknown status "prefered" (did you mean "preferred"?): '
            "write one of preferred, admitted, deprecated",
        ),
        (
            "a-02,two,hai,n,x,preferred,,fr",
            'unknown match "fr": write en, vi, both, review or nothing',
        ),
        (
            "a-02b,two,hai,n,x,deprecated,,vi",
            '"a-02b" gives up a form, but no preferred term has the id a-02: '
            "name it by the id of the term to use and a letter, as tip-01b",
        ),
    ],
)
def test_wrong_row(project: Callable[[], Project], row: str, message: str) -> None:
    """A wrong row is named with its line in the file."""
    copy = project()
    copy.write(PATH, f"{HEAD}{RIGHT}{row}\n")
    assert copy.messages() == [f"{PATH}:3: {message}"]


def test_row_cut_short(project: Callable[[], Project]) -> None:
    """A row with too few columns is a message with its line, not a traceback."""
    copy = project()
    copy.write(PATH, f"{HEAD}{RIGHT}a-02,two,hai\n")
    assert all(message.startswith(f"{PATH}:3: ") for message in copy.messages())
    assert copy.messages()


def test_wrong_columns(project: Callable[[], Project]) -> None:
    """The first line names the columns."""
    copy = project()
    copy.write(PATH, "id,en,vi\n")
    assert copy.messages() == [
        f"{PATH}:1: the columns are not id, en, vi, pos, domain, status, note, match: "
        "put the first line back"
    ]


def test_a_byte_order_mark_does_no_harm(tmp_path: Path) -> None:
    """Spreadsheet programs write one; the first column keeps its name."""
    assert [term.id for term in terms(tmp_path, RIGHT)] == ["a-01"]
    path = tmp_path / PATH
    path.write_text(f"\ufeff{path.read_text(encoding='utf-8')}", encoding="utf-8")
    assert [term.id for term in load_termbase(tmp_path)] == ["a-01"]


@pytest.mark.parametrize("data", [None, b"\xff\xfe"])
def test_missing_or_unreadable(project: Callable[[], Project], data: bytes | None) -> None:
    """A termbase that is not there or not UTF-8 is one message."""
    copy = project()
    (copy.root / PATH).unlink()
    if data is not None:
        copy.write(PATH, data)
    assert copy.messages() == [f"{PATH}: the termbase is missing or not UTF-8: put it back"]


def test_vietnamese_collation() -> None:
    """A ă â, d đ, e ê, o ô ơ, u ư are letters of their own; tones only break ties."""
    right = ["an", "án tù", "ăn", "ân", "da", "đa", "em", "ên", "ma", "mà", "mả", "mã", "má", "mạ"]
    right += ["mai", "on", "ôn", "ơn", "tạm giữ", "tạm tha", "tù", "tư", "xa"]
    mixed = random.Random(1).sample(right, len(right))
    assert sorted(mixed, key=lambda term: collation(term, "vi")) == right


def test_collation_of_upper_case_and_nfd() -> None:
    """Capitals and letters stored apart sort like the others."""
    words = ["Điều", "da", "E\u0302m", "em"]
    assert sorted(words, key=lambda word: collation(word, "vi")) == ["da", "Điều", "em", "E\u0302m"]


def test_english_collation() -> None:
    """English sorts without regard to capitals."""
    assert sorted(["b", "A", "a", "B"], key=lambda word: collation(word, "en")) == [
        *("A", "a", "B", "b"),
    ]


def test_counterparts(tmp_path: Path) -> None:
    """Preferred terms only, without what stands in brackets; words of teaching are left out."""
    found = terms(
        tmp_path,
        "a-01,victim (of a crime),nạn nhân,n,x,preferred,,\n"
        "a-01a,injured party,nạn nhân,n,x,admitted,,\n"
        "a-01b,casualty,nạn nhân,n,x,deprecated,,en\n"
        "b-01,exercise,bài tập,n,training,preferred,,\n"
        "c-01,ASEAN,ASEAN,n,x,preferred,,\n",
    )
    assert counterparts(found, "en") == {"victim": "nạn nhân"}
    assert counterparts(found, "vi") == {"nạn nhân": "victim"}


def test_two_counterparts(tmp_path: Path) -> None:
    """Where two concepts share a form, both counterparts are named."""
    found = terms(
        tmp_path,
        "a-01,receipt,tiếp nhận,n,x,preferred,,\na-02,reception,tiếp nhận,n,x,preferred,,\n",
    )
    assert counterparts(found, "vi") == {"tiếp nhận": "receipt / reception"}


def test_glossary_entries(tmp_path: Path) -> None:
    """An entry has its short form, the forms admitted beside it and those to avoid, by language."""
    found = terms(
        tmp_path,
        "a-01,International Labour Organization (ILO),Tổ chức Lao động quốc tế (ILO),"
        "n,x,preferred,,\n"
        "b-01,human trafficking,mua bán người,n,x,preferred,,\n"
        "b-01a,trafficking in persons,mua bán người,n,x,admitted,,\n"
        "b-01b,human trafficking,buôn người,n,x,deprecated,,vi\n"
        "b-01c,modern slavery,nô lệ hiện đại,n,x,deprecated,,both\n"
        "b-01d,people trade,buôn bán người,n,x,deprecated,,review\n"
        "c-01,transfer (of a person),chuyển giao,n,x,preferred,,\n",
    )
    english, vietnamese = glossary(found, "en"), glossary(found, "vi")
    assert [entry.term for entry in english] == [
        "human trafficking",
        "International Labour Organization",
        "transfer",
    ]
    assert (english[0].also, english[0].avoid) == (("trafficking in persons",), ("modern slavery",))
    assert (english[1].short, english[2].short) == ("ILO", "")
    assert [entry.id for entry in vietnamese] == ["c-01", "b-01", "a-01"]
    assert vietnamese[1].avoid == ("buôn người", "nô lệ hiện đại")
    assert vietnamese[1].other == "human trafficking"


def test_repository_termbase() -> None:
    """The set's own termbase is right and every glossary id is its own."""
    found = load_termbase(Path(__file__).parents[2])
    ids = [entry.id for entry in glossary(found, "vi")]
    assert len(ids) == len(set(ids)) > 100
