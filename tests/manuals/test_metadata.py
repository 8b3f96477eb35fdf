"""Metadata at the top of a page: the block itself, its keys, its values, both halves."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from manuals.metadata import SCHEMA, check, split

if TYPE_CHECKING:
    from tests.conftest import Project

LAW = "docs/v1-foundations/03-law.en.md"
LAW_VI = "docs/v1-foundations/03-law.vi.md"


def test_broken_yaml_names_its_line(project: Callable[[], Project]) -> None:
    """A colon in a text without quotes is the usual mistake; the line and the cure are named."""
    copy = project()
    copy.edit(LAW, 'title: "The law"', "title: The law: a first look")
    assert copy.messages("YAML") == [
        f"{LAW}:3: the metadata is not valid YAML (mapping values are not allowed in this "
        "context): put texts that hold a colon in double quotes and keep the indents"
    ]


def test_missing_metadata_is_named(project: Callable[[], Project]) -> None:
    """A file that begins with its text has no metadata."""
    copy = project()
    copy.write(LAW, copy.read(LAW).partition("\n---\n")[2])
    assert copy.messages("metadata is missing") == [
        f"{LAW}:1: the metadata is missing: begin the file with --- , the metadata and "
        "another --- (./scripts/new-chapter)"
    ]


def test_metadata_that_is_a_text_is_named(project: Callable[[], Project]) -> None:
    """A block that holds no names and values is named."""
    copy = project()
    copy.write("docs/index.en.md", "---\njust a text\n---\n\nText.\n")
    assert copy.messages("docs/index.en.md:1") == [
        "docs/index.en.md:1: the metadata is not a list of names and values: write name: value"
    ]


def test_an_unknown_key_names_the_nearest(project: Callable[[], Project]) -> None:
    """A misspelt key is unknown, the nearest known one is offered, and the right one lacks."""
    copy = project()
    copy.edit(LAW, "audience:", "audiense:")
    found = copy.messages("metadata")
    known = ", ".join(SCHEMA)
    assert found == [
        f'{LAW}:1: the metadata has no "audience": add a line audience: between the two ---',
        f'{LAW}:7: unknown metadata "audiense" (did you mean "audience"?): use only {known}',
    ]


@pytest.mark.parametrize(
    ("old", "new", "advice"),
    [
        ("minutes: 60", "minutes: 700", "write a number of minutes between 5 and 600"),
        ("minutes: 60", "minutes: true", "write a number of minutes between 5 and 600"),
        ("id: law", "id: Law 1", "write lower-case letters, digits and hyphens"),
        ("level: foundation", "level: fundation", '(did you mean "foundation"?)'),
        ("audience: [investigator, judge]", "audience: judge", "write a list"),
        ("[investigator, judge]", "[judje]", '(did you mean "judge"?)'),
        ("law_as_of: 2026-07-01", "law_as_of: July 2026", "write a date as 2026-07-01"),
        ("status: draft", "status: final", "write one of draft, in-review, reviewed"),
        ("after: [signs]", "after: signs", "write a list of chapter ids, or []"),
        ('  - "Board and pens"', "  - 12", "write a list of texts in double quotes, or []"),
        ("  - id: age\n", "  - id: elements\n", "give each objective an id of its own"),
        ('title: "The law"', 'title: ""', "write a text in double quotes"),
    ],
)
def test_a_wrong_value_says_what_is_right(
    project: Callable[[], Project], old: str, new: str, advice: str
) -> None:
    """Each key has a form; the message names the key's line and the form."""
    copy = project()
    copy.edit(LAW, old, new)
    found = [text for text in copy.messages("is not right") if advice in text]
    assert len(found) == 1
    assert found[0].startswith(f"{LAW}:")
    assert not found[0].startswith(f"{LAW}:1:")


def test_halves_differ_in_what_is_no_language(project: Callable[[], Project]) -> None:
    """Minutes, audience, date, ids must be equal in both halves; both values are shown."""
    copy = project()
    copy.edit(LAW_VI, "minutes: 60", "minutes: 90")
    assert copy.messages() == [
        f'{LAW}:5: "minutes" differs from 03-law.vi.md: make both the same (60 here, 90 there)'
    ]


def test_halves_differ_in_objectives(project: Callable[[], Project]) -> None:
    """Objectives have the same ids in the same order, since questions name them."""
    copy = project()
    text = copy.read(LAW_VI)
    one, two = "  - id: elements\n", "  - id: age\n"
    copy.write(LAW_VI, text.replace(two, "@").replace(one, two).replace("@", one))
    assert copy.messages() == [
        f"{LAW}:13: the objectives have other ids than in 03-law.vi.md: "
        "use the same ids in the same order in both files"
    ]


def test_halves_differ_in_needs(project: Callable[[], Project]) -> None:
    """What a room needs is counted on both sides."""
    copy = project()
    copy.edit(LAW_VI, '  - "Bảng và bút"', '  - "Bảng"\n  - "Bút"')
    assert copy.messages() == [
        f'{LAW}:11: "needs" has 1 entries, 03-law.vi.md has 2: make them the same'
    ]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("law_as_of: 2026-07-01", "law_as_of: 2026-02-30"),
        ("objectives:\n  - id: elements", "objectives: 3\nmore:\n  - id: elements"),
        ('needs:\n  - "Board and pens"', "needs: 3"),
    ],
)
def test_a_value_of_another_kind_is_a_message(
    project: Callable[[], Project], old: str, new: str
) -> None:
    """A date that is none, a number for a list: a message with the file, never a traceback."""
    copy = project()
    copy.edit(LAW, old, new)
    assert any(text.startswith(LAW) for text in copy.messages())


def test_an_empty_list_of_objectives_is_a_message(project: Callable[[], Project]) -> None:
    """A key without a value is named, and the check goes on."""
    copy = project()
    head, _, rest = copy.read(LAW).partition("objectives:\n")
    copy.write(LAW, f"{head}objectives:\n---{rest.partition('---')[2]}")
    todo = "write three to five objectives, each with id: and text:"
    assert f'{LAW}:13: "objectives" is not right: {todo}' in copy.messages()


def test_lines_count_in_the_whole_file() -> None:
    """The body's first line is the one after the second ---."""
    head, body, problems = split("a.en.md", '---\ntitle: "A"\nsummary: "B"\n---\n\nText.\n')
    assert not problems
    assert (head.lines, head.body_line, body) == ({"title": 2, "summary": 3}, 5, "\nText.\n")


def test_a_page_needs_title_and_summary() -> None:
    """Every key of the schema is asked for."""
    head, _, _ = split("a.en.md", "---\nid: x\n---\n")
    assert len(check("a.en.md", head)) == len(SCHEMA) - 1
