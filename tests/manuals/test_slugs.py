"""Ids and file names made of titles."""

from __future__ import annotations

import unicodedata

import pytest

from manuals.slugs import slug, unused


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Under eighteen", "under-eighteen"),
        ("The age of the victim", "age-victim"),
        ("Điều tra viên và đường dây", "dieu-tra-vien-va-duong"),
        ("Ủy ban nhân dân", "uy-ban-nhan-dan"),
        ("What’s next: “law & order”?", "what-s-next-law-order"),
        ("One two three four five six", "one-two-three-four-five"),
    ],
)
def test_slug(title: str, expected: str) -> None:
    """Small ASCII letters, no tone marks, đ as d, no small English words, five words at most."""
    assert slug(title) == expected


def test_slug_is_the_same_for_nfd() -> None:
    """A title typed on a Mac gives the same id."""
    title = "Đường dây mua bán người"
    assert slug(unicodedata.normalize("NFD", title)) == slug(title)


def test_slug_begins_with_a_letter() -> None:
    """An id never begins with a digit and is never empty."""
    assert slug("24 hours") == "section-24-hours"
    assert slug("—") == "section"


def test_unused() -> None:
    """A taken id gets the first free number from 2."""
    assert unused("law", {"other"}) == "law"
    assert unused("law", {"law", "law-2"}) == "law-3"
