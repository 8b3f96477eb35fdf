"""The country profile: values put into texts, unknown names and wrong values told."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from manuals.country import Profile

if TYPE_CHECKING:
    from tests.conftest import Project

PATH = "data/countries/viet-nam.yml"
PROFILE = Profile(
    PATH, {"hotline": {"en": "111", "vi": "111"}, "law.code": {"en": "Code", "vi": "Bộ luật"}}
)


def test_values_are_put_in() -> None:
    """A name in double braces becomes its value in the language; blanks inside do not matter."""
    text = "{{ law.code }}, {{hotline}}"
    assert PROFILE.fill(text, "en") == "Code, 111"
    assert PROFILE.fill(text, "vi") == "Bộ luật, 111"


def test_what_is_unknown_stays() -> None:
    """A name that is not there stays to be seen; it is an error of the check."""
    assert PROFILE.fill("Call {{ hotlin }}", "en") == "Call {{ hotlin }}"


def test_an_unknown_name_offers_the_nearest() -> None:
    """The message has the line, the nearest name and the file of the names."""
    problems = PROFILE.unknown("docs/a.en.md", [("hotline", 3), ("hotlin", 7), ("zzz", 9)])
    todo = f"use a name from {PATH}, or add it there"
    assert [str(problem) for problem in problems] == [
        f'docs/a.en.md:7: unknown placeholder {{{{ hotlin }}}} (did you mean "hotline"?): {todo}',
        f"docs/a.en.md:9: unknown placeholder {{{{ zzz }}}}: {todo}",
    ]


def test_a_value_is_one_text_or_one_a_language(project: Callable[[], Project]) -> None:
    """Names are dotted; a text without languages holds in both; a date is a text too."""
    values = project().load().profile.values
    assert values["hotline"] == {"en": "111", "vi": "111"}
    assert values["law.penal_code"] == {"en": "Penal Code", "vi": "Bộ luật Hình sự"}
    assert values["law_as_of"]["en"] == "2026-07-01"


@pytest.mark.parametrize(
    ("value", "message"),
    [
        ("\n  en: '111'", '"hotline" has no "vi": add it'),
        ("", '"hotline" has no value: write a text'),
        (" ['111']", '"hotline" has no value: write a text'),
        ("\n  en:\n  vi: '111'", '"hotline.en" has no value: write a text'),
        (
            " 0111",
            '"hotline" is a number or yes/no to YAML, which prints 73: put it in double quotes',
        ),
        (
            "\n  en: no\n  vi: không",
            '"hotline.en" is a number or yes/no to YAML, which prints False: '
            "put it in double quotes",
        ),
    ],
)
def test_a_wrong_value_is_named(project: Callable[[], Project], value: str, message: str) -> None:
    """A value that would be printed as something else never reaches a page."""
    copy = project()
    copy.edit(PATH, 'hotline: "111"', f"hotline:{value}")
    line = copy.line(PATH, "hotline:") + ('"hotline.en"' in message)
    assert copy.messages() == [f"{PATH}:{line}: {message}"]


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("Asia/Ho_Chi_Minh", "Hanoi", ':13: "Hanoi" is no time zone'),
        ("Asia/Ho_Chi_Minh", "Asia", ':13: "Asia" is no time zone'),
        ("Asia/Ho_Chi_Minh", "../Asia", ':13: "../Asia" is no time zone'),
        ("time_zone: Asia/Ho_Chi_Minh", "zone: x", ': "time_zone" is missing'),
    ],
)
def test_the_time_zone(project: Callable[[], Project], old: str, new: str, message: str) -> None:
    """Calendar files need it, by a name that computers know."""
    copy = project()
    copy.edit(PATH, old, new)
    todo = "write its name in the IANA time zone database: Asia/Ho_Chi_Minh"
    assert f"{PATH}{message}: {todo}" in copy.messages()
