"""data/volumes.yml: what a volume needs, and what is said where it is wrong."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from manuals.errors import ManualError

if TYPE_CHECKING:
    from manuals.chapters import Manuals
    from tests.conftest import Project

PATH = "data/volumes.yml"
KNOWN = "id, number, title, audience, summary, edition, date, law_as_of, status, trim, colour"


def test_a_volume_is_read(tiny: Manuals) -> None:
    """Texts are one a language, dates are dates; the set has texts of its own."""
    volume = tiny.shelf.volume("v1-foundations")
    assert (volume.number, volume.title["vi"]) == (1, "Kiến thức nền tảng")
    assert volume.law_as_of == datetime.date(2026, 7, 1)
    assert tiny.shelf.texts["draft"] == {"en": "Draft", "vi": "Bản thảo"}


def test_an_unknown_volume_names_the_nearest(tiny: Manuals) -> None:
    """Whoever asks for a volume that is not there is told which there are."""
    with pytest.raises(ManualError) as caught:
        tiny.shelf.volume("v1-foundation")
    assert str(caught.value) == (
        f'{PATH}: there is no volume "v1-foundation" (did you mean "v1-foundations"?): '
        "choose one of v1-foundations"
    )


@pytest.mark.parametrize(
    ("old", "new", "messages"),
    [
        ("volumes:\n", "more:\n", [f"{PATH}:1: no list of volumes: write set: and volumes:"]),
        ("set:\n", "more:\n", [f"{PATH}:1: no list of volumes: write set: and volumes:"]),
        (
            '  mark:\n    en: "For training use only"\n',
            "  mark:\n",
            [f'{PATH}:1: "set" has no "mark": add it with en: and vi:'],
        ),
        (
            "volumes:\n",
            "volumes:\n  - v2-custody\n",
            [f"{PATH}: volume 1 is not a list of names and values: see the others"],
        ),
        (
            '    edition: "0.1"\n',
            '    editon: "0.1"\n',
            [
                f'{PATH}: volume 1: "edition" is missing or not a str: '
                "compare it with the other volumes",
                f'{PATH}: volume 1: unknown "editon" (did you mean "edition"?): use only {KNOWN}',
            ],
        ),
        (
            "number: 1\n",
            "number: true\n",
            [
                f'{PATH}: volume 1: "number" is missing or not a int: '
                "compare it with the other volumes"
            ],
        ),
        (
            "date: 2026-11-23\n",
            "date: 2026-11-23 10:00:00\n",
            [
                f'{PATH}: volume 1: "date" is missing or not a date: '
                "compare it with the other volumes"
            ],
        ),
        (
            '      en: "For all"\n',
            "",
            [f'{PATH}: volume 1: "audience" lacks a language: write it in en: and vi:'],
        ),
        (
            '      en: "For all"\n',
            "      en: 12\n",
            [f'{PATH}: volume 1: "audience" lacks a language: write it in en: and vi:'],
        ),
    ],
)
def test_a_wrong_volume_is_named(
    project: Callable[[], Project], old: str, new: str, messages: list[str]
) -> None:
    """Each mistake says which volume, which name, and what belongs there."""
    copy = project()
    copy.edit(PATH, old, new)
    assert copy.messages() == messages


def test_two_volumes_share_nothing(project: Callable[[], Project]) -> None:
    """An id or a number used twice would give two paragraphs one number."""
    copy = project()
    text = copy.read(PATH)
    copy.write(PATH, text + text[text.index("  - id:") :])
    assert copy.messages() == [
        f'{PATH}: volume 2: "id" is used twice: choose another',
        f'{PATH}: volume 2: "number" is used twice: choose another',
    ]


def test_values_of_the_country(project: Callable[[], Project]) -> None:
    """A volume's texts name the country as chapters do; an unknown name is told."""
    copy = project()
    copy.edit(PATH, '"Foundations"', '"Foundations of {{ country }}"')
    assert copy.load().shelf.volumes[0].title["en"] == "Foundations of Viet Nam"
    copy.edit(PATH, "{{ country }}", "{{ countri }}")
    assert copy.messages() == [
        f'{PATH}: unknown placeholder {{{{ countri }}}} (did you mean "country"?): '
        "use a name from data/countries/viet-nam.yml, or add it there"
    ]
