"""The metadata at the top of a file: every mistake names its line and what to write."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from manuals.metadata import SCHEMA, check, split

if TYPE_CHECKING:
    from tests.conftest import Project

EN = "docs/v1-foundations/02-law.en.md"
VI = "docs/v1-foundations/02-law.vi.md"


def test_broken_yaml(project: Project) -> None:
    """A colon in a text without quotes is named with its line."""
    line = project.edit(EN, 'title: "The law on trafficking"', "title: The law: on trafficking")
    expected = (
        f"{EN}:{line}: the metadata is not valid YAML (mapping values are not allowed here): "
        "put texts that hold a colon in double quotes and keep the indents"
    )
    assert expected in project.messages()


def test_missing_metadata(project: Project) -> None:
    """A file that does not begin with --- is told how to begin."""
    project.write("docs/glossary.en.md", "The terms.\n")
    assert project.messages() == [
        "docs/glossary.en.md:1: the metadata is missing: "
        "begin the file with --- , the metadata and another --- (./scripts/new-chapter)"
    ]


def test_metadata_that_is_a_text(project: Project) -> None:
    """Metadata must be names and values."""
    project.write("docs/glossary.en.md", "---\nGlossary\n---\n\nThe terms.\n")
    assert project.messages() == [
        "docs/glossary.en.md:1: the metadata is not a list of names and values: write name: value"
    ]


def test_unknown_key(project: Project) -> None:
    """An unknown name is shown with the nearest known one and all that are known."""
    line = project.edit(EN, "minutes: 60", "minuts: 60")
    messages = project.messages()
    assert (
        f'{EN}:{line}: unknown metadata "minuts" (did you mean "minutes"?): use only id, title, '
        "summary, minutes, level, audience, law_as_of, status, after, needs, objectives"
    ) in messages
    assert (
        f'{EN}:1: the metadata has no "minutes": add a line minutes: between the two ---'
    ) in messages


def test_difference_between_halves(project: Project) -> None:
    """Metadata that is not language must be equal in both halves; both values are shown."""
    line = project.edit(EN, "minutes: 60", "minutes: 90")
    assert project.messages() == [
        f'{EN}:{line}: "minutes" differs from 02-law.vi.md: '
        "make both the same (90 here, 60 there)"
    ]


def test_objective_ids_differ(project: Project) -> None:
    """The halves of a pair have the same objectives in the same order."""
    line = project.edit(EN, "objectives:\n  - id: parts", "objectives:\n  - id: elements")
    assert (
        f"{EN}:{line}: the objectives have other ids than in 02-law.vi.md: "
        "use the same ids in the same order in both files"
    ) in project.messages()


def test_needs_differ(project: Project) -> None:
    """What a chapter needs is the same number of things in both languages."""
    line = project.edit(EN, 'needs: ["The {{ law.penal_code }}"]', "needs: []")
    assert project.messages() == [
        f'{EN}:{line}: "needs" has 0 entries, 02-law.vi.md has 1: make them the same'
    ]


def test_unknown_placeholder_in_metadata(project: Project) -> None:
    """Placeholders in metadata are checked like those in the text."""
    line = project.edit(EN, "{{ law.penal_code }}", "{{ law.penal_cod }}")
    assert project.messages() == [
        f'{EN}:{line}: unknown placeholder {{{{ law.penal_cod }}}} (did you mean "law.penal_code"?)'
        ": use a name from data/countries/viet-nam.yml, or add it there"
    ]


@pytest.mark.parametrize(
    ("right", "wrong", "advice"),
    [
        ("id: law", "id: Law 1", "write lower-case letters, digits and hyphens, beginning with"),
        ("minutes: 60", "minutes: 2", "write a number of minutes between 5 and 600"),
        ("minutes: 60", "minutes: true", "write a number of minutes between 5 and 600"),
        ("level: foundation", "level: basic", "write one of foundation, practice, advanced"),
        ("audience: [investigator, judge]", "audience: [juge]", "“juge” is not one of everyone"),
        ("law_as_of: 2026-07-01", "law_as_of: July 2026", "write a date as 2026-07-01"),
        ("status: draft", "status: drafted", 'reviewed (did you mean "draft"?)'),
        ("after: []", "after: law", "write a list of chapter ids, or []"),
        ("needs: []", "needs: pens", "write a list of texts in double quotes, or []"),
        ('title: "T"', 'title: ""', "write a text in double quotes"),
    ],
)
def test_wrong_value(right: str, wrong: str, advice: str) -> None:
    """Each value has a rule of its own, and its message says what to write instead."""
    metadata = (
        '---\nid: law\ntitle: "T"\nsummary: "S"\nminutes: 60\nlevel: foundation\n'
        "audience: [investigator, judge]\nlaw_as_of: 2026-07-01\nstatus: draft\nafter: []\n"
        "needs: []\nobjectives: [{id: a, text: A}, {id: b, text: B}, {id: c, text: C}]\n---\n"
    )
    assert metadata.count(right) == 1
    text = metadata.replace(right, wrong)
    head, _, problems = split("a.en.md", text)
    assert problems == []
    key = right.partition(":")[0]
    line = text[: text.index(wrong)].count("\n") + 1
    (found,) = check("a.en.md", head, SCHEMA)
    assert (found.line, found.what) == (line, f'"{key}" is not right')
    assert advice in found.todo


def test_two_objectives_are_too_few(project: Project) -> None:
    """A chapter has three to five objectives."""
    old = '  - id: article\n    text: "Find the article"\n'
    line = project.edit(EN, old, "") - 3
    assert (
        f'{EN}:{line}: "objectives" is not right: '
        "write three to five objectives, each with id: and text:"
    ) in project.messages()


def test_day_that_does_not_exist(project: Project) -> None:
    """A date that is in no calendar is a message with its line, not a traceback."""
    line = project.edit(EN, "law_as_of: 2026-07-01", "law_as_of: 2026-02-30")
    assert any(message.startswith(f"{EN}:{line}: ") for message in project.messages())


def test_objectives_without_any(project: Project) -> None:
    """An "objectives:" with nothing under it is a message with its line, not a traceback."""
    text = project.text(EN)
    start, end = text.index("  - id: parts"), text.index("---\n\n/// key-points")
    project.write(EN, text[:start] + text[end:])
    line = text[:start].count("\n")
    assert any(message.startswith(f'{EN}:{line}: "objectives"') for message in project.messages())


def test_body_begins_after_the_metadata() -> None:
    """The line of the body is counted in the whole file, so that later messages are right."""
    head, body, _ = split("a.en.md", '---\ntitle: "T"\n---\nText\n')
    assert (head.body_line, body) == (4, "Text\n")
    assert head.lines == {"title": 2}
