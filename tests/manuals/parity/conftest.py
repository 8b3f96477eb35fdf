"""Small pairs of one section: what is written in English and in Vietnamese, and what is told."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from manuals.chapters import Half, Pair, read_half
from manuals.errors import Problem
from manuals.metadata import PAGE_SCHEMA
from manuals.numbering import number_pair
from manuals.parity.comparison import compare
from manuals.sources import Source

STEM = "v1-foundations/03-law"


def half(locale: str, text: str) -> Half:
    """Return a page whose section {#a} begins in line 8 with a text."""
    page = f'---\ntitle: "T"\nsummary: "S"\n---\n\n## A {{#a}}\n\n{text}\n'
    return read_half(Source(f"docs/{STEM}.{locale}.md", page, ()), locale, PAGE_SCHEMA)[0]


def pair(english: str, vietnamese: str) -> Pair:
    """Return a chapter of two halves."""
    halves = {"en": half("en", english), "vi": half("vi", vietnamese)}
    outlines = {locale: each.outline for locale, each in halves.items()}
    return Pair(STEM, halves, None, number_pair(1, 3, outlines))


@pytest.fixture
def told() -> Callable[[str, str], list[Problem]]:
    """Return a function that compares two texts."""
    return lambda english, vietnamese: compare(pair(english, vietnamese))
