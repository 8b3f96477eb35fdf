"""Preflight: every text, footnote, picture, number and anchor is printed once, in its order."""

from __future__ import annotations

import pytest

from manuals.print.preflight.printed import read_printed
from tests.print.small import (
    CHAPTER,
    FIRST,
    NOTE,
    OTHER_NOTE,
    SECOND,
    small_pdf,
    told,
    told_of,
)

RINGS = '<img src="a.png" alt="Ba vòng tròn giao nhau">'
ROOM = '<img src="a.png" alt="Phòng lấy lời khai">'


def test_a_right_book_passes() -> None:
    """Nothing is said of a PDF that is what the book promises."""
    assert told(small_pdf()) == []


def test_many_pages() -> None:
    """Paragraphs, rows and heads of tables that go on from page to page are no mistake."""
    rows = "".join(f"<tr><td>Việc thứ {n}</td><td>{SECOND} {n}</td></tr>" for n in range(60))
    texts = "".join(
        f'<p>{f"Điều {n}. {FIRST} " * 9}<span class="note">Ghi chú {n}: {NOTE}</span></p>'
        for n in range(30)
    )
    chapter = CHAPTER.replace("<tbody>", f"<tbody>{rows}").replace("</article>", texts)
    assert len(read_printed(small_pdf(chapter)).pdf.pages) > 8
    assert told(small_pdf(chapter), chapter) == []


def test_hyphens_are_the_layouts() -> None:
    """English words that were parted at the end of a line are whole in the book."""
    words = "<p>" + "internationalisation responsibility " * 15 + "</p>"
    chapter = f'<div lang="en">{words}</div>'
    assert told(small_pdf(chapter), chapter) == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (SECOND, ""),
        (SECOND, SECOND[:30]),
        (SECOND, SECOND.replace("thủ đoạn", "hành vi")),
    ],
)
def test_lost_text(old: str, new: str) -> None:
    """A paragraph that is lost, cut off or another one is named, alone."""
    (message,) = told_of(old, new)
    assert message.startswith(f'v1.vi.pdf: preflight: "{SECOND[:60].rstrip()}…" is not printed ')


def test_doubled_text() -> None:
    """A paragraph that stands twice is named."""
    (message,) = told_of("<table>", f"<p>{SECOND}</p><table>")
    assert f'"{SECOND[:60].rstrip()}…" is printed twice' in message


def test_strange_text() -> None:
    """Text that is not the book's is named."""
    (message,) = told_of("<h2", "<p>Tài liệu này chỉ dùng cho nội bộ của đơn vị</p><h2")
    assert "does not stand in the book" in message


def test_order_of_texts() -> None:
    """Two paragraphs that changed places are told."""
    swapped = CHAPTER.replace(FIRST, "x").replace(SECOND, FIRST).replace("x<", f"{SECOND}<")
    messages = told(small_pdf(swapped))
    assert any(f'"{FIRST[:60].rstrip()}…" is not printed whole' in each for each in messages)


def test_lost_cell() -> None:
    """A cell that is lost is named, in whatever column."""
    (message,) = told_of("Vé xe và tin nhắn", "")
    assert '"Vé xe và tin nhắn" is not printed whole' in message


def test_lost_footnote() -> None:
    """A lost footnote is named with its number."""
    (message,) = told_of(OTHER_NOTE, "")
    assert f'footnote 2, "{OTHER_NOTE[:60].rstrip()}…", is not printed whole' in message


def test_doubled_footnote() -> None:
    """A footnote that stands on two pages, as WeasyPrint may set it, is named."""
    note = f'<span class="note"><span class="note-part">{NOTE}</span></span>'
    (message,) = told_of(SECOND, f"{SECOND}{note}")
    assert f'footnote 1, "{NOTE[:60].rstrip()}…", is printed twice' in message


@pytest.mark.parametrize("number", ["", "1.1.7"])
def test_lost_number(number: str) -> None:
    """A paragraph whose number is not printed, or is another one, is named."""
    (message,) = told_of(">1.1.2<", f">{number}<")
    assert "the paragraph number 1.1.2 is printed 0 times, not 1" in message


def test_order_of_numbers() -> None:
    """Numbers that changed places are told once."""
    new = CHAPTER.replace(">1.1.2<", ">x<").replace(">1.1.3<", ">1.1.2<").replace(">x<", ">1.1.3<")
    (message,) = told(small_pdf(new))
    assert "the paragraph number 1.1.3 is printed where 1.1.2 belongs" in message


def test_a_number_that_is_cited_is_not_doubled() -> None:
    """A reference shows a number too, as a link."""
    assert '<a href="#c01-p1">1.1.1</a>' in CHAPTER
    assert told(small_pdf()) == []


@pytest.mark.parametrize(("new", "times"), [("", 0), (ROOM + ROOM, 2)])
def test_number_of_pictures(new: str, times: int) -> None:
    """A lost or doubled picture is named by its text."""
    (message,) = told_of(ROOM, new)
    assert f'the picture "Phòng lấy lời khai" is printed {times} times, not 1' in message


def test_order_of_pictures() -> None:
    """Pictures that changed places are told."""
    (message,) = told_of(f"{RINGS} {ROOM}", f"{ROOM} {RINGS}")
    assert 'the picture "Ba vòng tròn giao nhau" is out of its order' in message


def test_lost_anchor() -> None:
    """A place that links from other books lead to must be in the PDF."""
    (message,) = told_of(' id="c01-steps"', "")
    assert "the place #c01-steps is in the PDF 0 times, not once" in message


def test_lost_word() -> None:
    """A word that the index leads to must be in the PDF."""
    chapter = CHAPTER.replace("<h2", '<h2 data-at="c01-at4-4:3"')
    (message,) = told(small_pdf(), chapter)
    assert "the place #c01-at4-4 is in the PDF 0 times, not once" in message
    assert told(small_pdf(chapter), chapter) == []


def test_order_of_words() -> None:
    """What stands between two words of a paragraph may stand on the page of the first."""
    middle = '<b id="c01-b">giữa</b>' + " một đoạn dài" * 900
    words = f'<p data-at="c01-at0-0:0 c01-at0-9:6">Bắt đầu <i>{middle}</i> cuối</p>'
    chapter = CHAPTER.replace("<h2", f"{words}<h2")
    assert told(small_pdf(chapter), chapter) == []


def test_doubled_anchor() -> None:
    """An id that stands twice in a book is named: readers are led to the first only."""
    chapter = CHAPTER.replace('<h2 id="c01-steps">', '<h2 id="c01-steps"><b id="c01-p2"></b>')
    messages = told(small_pdf(), chapter)
    assert any('the id "c01-p2" stands in the book 2 times' in each for each in messages)


def test_order_of_anchors() -> None:
    """An anchor on a page before the text that precedes it is told."""
    chapter = CHAPTER.replace("<h2", '<h2 style="break-before: page"')
    parts = (
        chapter.replace("c01-p2", "0").replace("c01-steps", "c01-p2").replace('0"', 'c01-steps"')
    )
    messages = told(small_pdf(parts), chapter)
    assert any("#c01-steps is on a page before the text before it" in each for each in messages)


def test_all_at_once() -> None:
    """Every failure is told in one run."""
    spoiled = CHAPTER.replace(SECOND, "").replace(OTHER_NOTE, "").replace(ROOM, "")
    assert len(told(small_pdf(spoiled))) == 3
