"""The shape of a text: boxes that open and close, headings, comments, what is no Markdown."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from manuals.scan import read_outline

if TYPE_CHECKING:
    from tests.conftest import Project

LAW = "docs/v1-foundations/03-law.en.md"


def told(text: str) -> list[str]:
    """Return the problems of a text as read from a.en.md."""
    return [str(problem) for problem in read_outline("a.en.md", text).problems]


def test_an_unclosed_box_is_named(project: Callable[[], Project]) -> None:
    """Pymdownx would swallow the rest of the chapter; the box and its slashes are named."""
    copy = project()
    copy.edit(LAW, "A sheet with three columns.\n////\n///\n", "A sheet.\n////\n")
    line = copy.line(LAW, "/// trainer")
    assert copy.messages("never closed") == [
        f'{LAW}:{line}: the box "trainer" is never closed: add a line with /// where it ends'
    ]


def test_a_box_left_open_is_named_by_the_next(project: Callable[[], Project]) -> None:
    """Where another box follows, the message stands there and names the open one's line."""
    copy = project()
    copy.edit(LAW, "A mother calls.\n///\n", "A mother calls.\n")
    line, opened = copy.line(LAW, "/// role-play"), copy.line(LAW, "The phone call")
    assert copy.messages("opens inside") == [
        f'{LAW}:{line}: the box "role-play" opens inside "case" of line {opened}: '
        "close that one first with ///, or write this one with more slashes if it belongs inside"
    ]


def test_a_wrongly_closed_box_is_named(project: Callable[[], Project]) -> None:
    """A fence of another length closes nothing; the right one is shown."""
    copy = project()
    copy.edit(LAW, "You are in a hurry.\n////\n", "You are in a hurry.\n/////\n")
    line = copy.line(LAW, "You are in a hurry.") + 1
    opened = copy.line(LAW, "//// card | Officer")
    assert (
        f'{LAW}:{line}: ///// does not close the box "card" of line {opened}: write ////'
        in copy.messages("does not close")
    )


def test_a_fence_too_many_is_named() -> None:
    """A closing line without a box is named."""
    assert told("Text.\n\n///\n") == [
        "a.en.md:3: this line closes a box that is not open: take it out"
    ]


def test_a_box_in_a_box_needs_more_slashes() -> None:
    """An inner fence of equal length closes the outer box in pymdownx."""
    assert told("/// case\n\n/// law\n///\n") == [
        'a.en.md:3: the box "law" opens inside "case" of line 1: close that one first with ///, '
        "or write this one with more slashes if it belongs inside"
    ]


def test_a_box_needs_a_blank_line_before_it() -> None:
    """Without it Markdown makes the fence a part of the paragraph."""
    assert told("Text.\n/// law\nx\n///\n") == [
        'a.en.md:2: no blank line before the box "law": add one'
    ]


def test_a_box_needs_a_blank_line_after_its_head() -> None:
    """Options end at a blank line."""
    assert told("/// case\n    id: x\nText.\n///\n") == [
        'a.en.md:3: no blank line after the head of the box "case": '
        "add one between the head and the text"
    ]


def test_broken_options_name_their_line(project: Callable[[], Project]) -> None:
    """The YAML under a box's first line is checked where it stands."""
    copy = project()
    copy.edit(LAW, "    minutes: 20\n", "    minutes: 20: 30\n")
    line = copy.line(LAW, "minutes: 20: 30")
    assert copy.messages("not valid YAML") == [
        f"{LAW}:{line}: the head of the box is not valid YAML (mapping values are not allowed "
        "in this context): put texts in double quotes, one option a line"
    ]


def test_a_date_in_options_that_does_not_exist_is_named() -> None:
    """YAML takes 2026-02-30 for a date and fails without a line; it is a message all the same."""
    assert told("/// case\n    id: 2026-02-30\n\nx\n///\n") == [
        "a.en.md:2: a date in the head of the box does not exist (day is out of range for month): "
        "put texts in double quotes"
    ]


def test_options_are_names_and_values() -> None:
    """A text where options belong is named."""
    assert told("/// case\n    just text\n\nx\n///\n") == [
        "a.en.md:2: the head of the box is not a list of options: "
        "write options as name: value, indented by four spaces"
    ]


def test_a_heading_in_a_box_is_named(project: Callable[[], Project]) -> None:
    """A heading there would cut the contents and the numbering."""
    copy = project()
    copy.both("/// warning\n", "/// warning\n## Loud {#loud}\n\n")
    line = copy.line(LAW, "## Loud")
    message = f"{LAW}:{line}: a heading stands inside a box: use a line in **bold** instead"
    assert message in copy.messages()


def test_a_title_in_the_text_is_named() -> None:
    """The title comes from the metadata; a second h1 breaks print and screen readers."""
    assert told("# Title {#title}\n") == [
        "a.en.md:1: a heading with one # stands in the text: "
        "take it out: the title comes from the metadata; use ##"
    ]


@pytest.mark.parametrize(
    "text",
    [
        "A <b>bold</b> word.",
        "- item <script>alert(1)</script>",
        "Seen <iframe src='x'></iframe>",
    ],
)
def test_raw_html_is_named(text: str) -> None:
    """Authors write Markdown only (test_trust.py holds the ways around)."""
    assert [problem.line for problem in read_outline("a.en.md", text).problems] == [1]


@pytest.mark.parametrize("braces", ["{#one two}", "{#one id}", "{#one #two}", "{#one .two}"])
def test_braces_of_a_heading_hold_its_id(braces: str) -> None:
    """What else stands there becomes attributes, or stops Markdown without a line."""
    assert told(f"Text.\n\n## One {braces}\n") == [
        "a.en.md:3: the braces of the heading hold more than its id: write {#one}"
    ]


def test_raw_html_says_where_to_look() -> None:
    """The message names the tag."""
    assert told("Text.\n\nA <b>bold</b> word.\n") == [
        "a.en.md:3: raw HTML <b>: "
        "write it in Markdown; what a page may hold is shown in CONTRIBUTING.md"
    ]


def test_html_in_code_is_text() -> None:
    """A tag between backticks is shown, not made."""
    assert told("Write `<b>` for bold.\n") == []


def test_a_comment_must_be_closed() -> None:
    """An open comment would hide the rest of the file."""
    assert told("Text.\n\nMore <!-- F-PC-01\n\nRest.\n") == [
        "a.en.md:3: a comment <!-- is not closed: close it with -->"
    ]


def test_a_list_needs_a_blank_line() -> None:
    """Markdown joins a list to the paragraph above it; numbers and page would differ."""
    assert told("Text:\n- one\n- two\n") == [
        "a.en.md:2: a list begins right under a paragraph: leave a blank line before the list"
    ]


def test_an_id_needs_its_paragraph() -> None:
    """An id after a blank line belongs to nothing."""
    assert told("Text.\n\n{#lost}\n") == [
        "a.en.md:3: the id {#lost} stands alone: "
        "put it on the line right under its paragraph, without a blank line"
    ]


def test_a_footnote_is_written_once() -> None:
    """A second definition would replace the first without a word."""
    assert told("Text.[^a]\n\n[^a]: One.\n[^a]: Two.\n") == [
        "a.en.md:4: the footnote [^a] is written twice: rename one"
    ]


def test_lines_count_from_the_first_line_given() -> None:
    """An outline names lines of the file, not of the text below the metadata."""
    outline = read_outline("a.en.md", "\n## One {#one}\n\nText.\n", first_line=20)
    assert [(item.text, item.id, item.line) for item in outline.headings] == [("One", "one", 21)]
    assert [(item.section, item.line) for item in outline.paragraphs] == [("one", 23)]


def test_facts_are_read_in_comments() -> None:
    """Fact numbers stand in comments; two on a line are two."""
    outline = read_outline("a.en.md", "Text. <!-- F-PC-01 F-PC-03 -->\n")
    assert outline.facts == [("F-PC-01", 1, True), ("F-PC-03", 1, True)]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("Text.[^a]\n\n[^a]:\n", "3: the footnote [^a] has no text: write it behind :"),
        (
            "Text.[^a]\n\n[^a]: Note.\n\n    - item\n",
            "5: a list stands in the footnote [^a]: write it as sentences",
        ),
    ],
)
def test_a_footnote_is_a_text(text: str, message: str) -> None:
    """An empty footnote stops the print, a list would break out of it."""
    found = read_outline("a.en.md", text).problems
    assert [str(problem) for problem in found] == [f"a.en.md:{message}"]
