"""Paragraph numbers belong to the pair: no number differs between its halves."""

from __future__ import annotations

import pytest

from manuals.numbering import Numbers, number_pair, paragraph_numbers
from manuals.scan import read_outline


def numbers(**halves: str) -> dict[str, list[int]]:
    """Return the numbers of each half's paragraphs."""
    outlines = {locale: read_outline(f"a.{locale}.md", text) for locale, text in halves.items()}
    pair = number_pair(1, 3, outlines)
    return {locale: paragraph_numbers(pair, outline) for locale, outline in outlines.items()}


def text(**sections: int) -> str:
    """Return a text with so many paragraphs in each of these sections."""
    return "".join(f"## A {{#{id}}}\n\n" + "Text.\n\n" * count for id, count in sections.items())


def test_a_section_starts_after_the_larger_count() -> None:
    """Each section starts at the same number in both halves: after the longer one before it."""
    assert numbers(en=text(a=2, b=1, c=2), vi=text(a=3, b=2, c=1)) == {
        "en": [1, 2, 4, 6, 7],
        "vi": [1, 2, 3, 4, 5, 6],
    }


def test_catching_up_moves_no_number() -> None:
    """What one half adds where the other one is ahead shifts nothing on either side."""
    ahead = text(a=3, b=2)
    before, after = numbers(en=text(a=2, b=2), vi=ahead), numbers(en=text(a=3, b=2), vi=ahead)
    assert before["vi"] == after["vi"] == [1, 2, 3, 4, 5]
    assert before["en"] == [1, 2, 4, 5]
    assert after["en"] == [1, 2, 3, 4, 5]


@pytest.mark.parametrize(("one", "other"), [("en", "vi"), ("vi", "en")])
def test_a_section_on_one_side_keeps_its_place(one: str, other: str) -> None:
    """A section that one half lacks is counted after the one that it follows."""
    halves = {one: text(a=1, new=2, b=1), other: text(a=1, b=1)}
    assert numbers(**halves) == {one: [1, 2, 3, 4], other: [1, 4]}


@pytest.mark.parametrize(
    "section", ["objectives", "local", "checklist", "self-assessment", "sources"]
)
def test_reserved_sections_are_not_counted(section: str) -> None:
    """A reserved section has no numbers, nor has what stands below it; the next one has."""
    below = f"## A {{#{section}}}\n\nText.\n\n### B {{#below}}\n\nText.\n\n"
    assert numbers(en=f"{text(a=1)}{below}{text(b=1)}") == {"en": [1, 2]}
    deep = f"### A {{#{section}}}\n\nText.\n\n### B {{#after}}\n\nText.\n"
    assert numbers(en=text(a=1) + deep) == {"en": [1, 2]}


@pytest.mark.parametrize(
    "block",
    [
        "![A door](door.png)",
        "![A door](door.png) ![A table](table.png)",
        "![A door](door.png)\n![A table](table.png)",
        "![A door](door.png)\n{#door}",
        "<!-- F-PC-01 -->",
        "<!-- a comment\n\nof two paragraphs -->",
        "- one\n- two",
        "1. one\n\n    More of one.",
        "| A | B |\n|---|---|\n| c | d |",
        "> A quotation.",
        "/// law\n\nText.\n///",
        "[^a]: A note.\n\n    More of it.",
    ],
)
def test_what_is_no_paragraph_is_not_counted(block: str) -> None:
    """Pictures, comments, lists, tables, boxes and footnotes have no number of their own."""
    assert numbers(en=f"Text.[^a]\n\n{block}\n\nText.\n") == {"en": [1, 2]}


@pytest.mark.parametrize(
    "block",
    [
        "**Bold.**",
        "Text.\n{#id}",
        "Text <!-- F-PC-01 -->",
        "Text\nof two lines.",
        "![A door](door.png) Words.",
        "2026 was a year.",
    ],
)
def test_what_is_a_paragraph_is_counted(block: str) -> None:
    """Every top-level paragraph with words has a number."""
    assert numbers(en=f"Text.\n\n{block}\n\nText.\n") == {"en": [1, 2, 3]}


def test_labels() -> None:
    """A number is printed as volume, chapter, paragraph; a chapter as volume and chapter."""
    pair = Numbers(1, 3, {}, {})
    assert (pair.label(7), pair.chapter_label) == ("1.3.7", "1.3")
