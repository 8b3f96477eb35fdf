"""Links, pictures, footnotes and country values are the same in both halves."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from manuals.errors import Problem
from manuals.parity.links import normal_target

Told = Callable[[str, str], list[Problem]]
EQUAL = [
    ("[§](#means)", "[§](#means)"),
    ("[§](03-law.en.md#means)", "[§](#means)"),
    ("[§](02-signs.en.md#look)", "[§](02-signs.vi.md#look)"),
    ("[here](./02-signs.en.md)", "[ở đây](02-signs.vi.md)"),
    ("[home](../index.en.md)", "[trang đầu](/index.vi.md)"),
    ("[§](#a), [§](#b)", "[§](#b), [§](#a)"),
    ("![A door](door.png)", "![Một cánh cửa](door.png)"),
    ("![A door](door.png)", "![Một cánh cửa](./door.png)"),
    ("A.[^x] B.[^y]", "B.[^y] A.[^x]"),
    ("{{ age.minor }}", "{{age.minor}}"),
    ("Under {{ age.minor }}; {{ age.minor }}.", "Dưới {{ age.minor }}."),
    ("The {{ law.penal_code }}.\n\nThe other.", "{{ law.penal_code }}.\n\n{{ law.penal_code }}."),
    ("The Law says so.", "{{ law.trafficking }} quy định."),
    ("The {{ law.trafficking }} says so.", "Luật này quy định."),
]
UNEQUAL = [
    ("[§](#means)", "[§](#mean)"),
    ("[§](02-signs.en.md#look)", "[§](03-law.vi.md#look)"),
    ("[§](#means) and [§](#means)", "[§](#means)"),
    ("[§](#means)", "xem"),
    ("![A door](door.png)", "![Một cánh cửa](window.png)"),
    ("![A door](door.png)", "Cửa"),
    ("A.[^x]", "A."),
    ("A.[^x][^x]", "A.[^x]"),
    ("A.[^x]", "A.[^y]"),
    ("Under {{ age.minor }}.", "Dưới {{ age.child_law }}."),
    (
        "{{ age.minor }}, {{ age.minor }}, {{ age.adult }}",
        "{{ age.minor }}, {{ age.adult }}, {{ age.adult }}",
    ),
    ("A.\n\n{{ age.minor }}.", "{{ age.minor }}.\n\n{{ age.minor }}."),
    ("The {{ law.penal_code }}.", "{{ law.trafficking }}."),
    ("The {{ law.penal_code }}: the Law.", "{{ law.trafficking }}: Luật này."),
    ("It says so.", "{{ law.trafficking }} quy định."),
]


@pytest.mark.parametrize(("english", "vietnamese"), EQUAL)
def test_the_same_place_is_no_message(told: Told, english: str, vietnamese: str) -> None:
    """Order, the page's own name and its language's suffix do not count."""
    assert [item for item in told(english, vietnamese) if "footnote [^" not in item.what] == []


@pytest.mark.parametrize(("english", "vietnamese"), UNEQUAL)
def test_another_one_is_an_error(told: Told, english: str, vietnamese: str) -> None:
    """Each is counted; a value that is only repeated beside itself is not."""
    assert [item for item in told(english, vietnamese) if not item.warning]


def test_the_message_shows_both_targets(told: Told) -> None:
    """What is typed in each file."""
    found = told("Look at [§](#means) first.", "Trước hết xem [§](#mean).")
    assert [str(problem) for problem in found] == [
        "docs/v1-foundations/03-law.en.md:8: the link [§](#means) in “Look at [§](#means) first.” "
        "is [§](#mean) in 03-law.vi.md:8 “Trước hết xem [§](#mean).”: lead both to the same place"
    ]


@pytest.mark.parametrize(
    ("english", "vietnamese"),
    [
        ("https://a.example/en/law", "https://a.example/vi/law/"),
        ("https://a.example/law?lang=en", "https://a.example/law?lang=vi"),
        ("../v1-foundations/02-signs.en.md#x", "02-signs.vi.md#x"),
    ],
)
def test_a_languages_address_is_the_others(english: str, vietnamese: str) -> None:
    """The language in an address does not count, in or out of the manuals."""
    uri = "v1-foundations/03-law.{}.md"
    assert normal_target(english, uri.format("en")) == normal_target(vietnamese, uri.format("vi"))


def test_other_addresses_differ() -> None:
    """Nothing else in an address is taken for a language."""
    uri = "v1-foundations/03-law.en.md"
    assert normal_target("https://a.example/even/law", uri) != normal_target(
        "https://a.example/vieven/law", uri
    )
