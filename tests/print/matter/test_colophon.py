"""The colophon and the change log: what they say, and that it depends on the input alone."""

from __future__ import annotations

import datetime
from importlib.metadata import version

import pytest

from manuals.changes import Change
from manuals.chapters import Manuals
from manuals.print.matter.change_log import change_log
from manuals.print.matter.colophon import colophon

HASH = "0123456789abcdef0123456789abcdef01234567"


@pytest.mark.parametrize(
    ("locale", "commit", "said"),
    [
        ("en", HASH, HASH),
        ("vi", HASH, HASH),
        ("en", None, "no commit"),
        ("vi", None, "không có commit"),
        ("en", f"{HASH}+", "the sources were changed after it"),
    ],
)
def test_the_commit(tiny: Manuals, locale: str, commit: str | None, said: str) -> None:
    """The exact commit, or that there is none; a sign tells that more was changed."""
    root = colophon(commit, "Edition 0.1", "A4", tiny.languages[locale])
    text = root.text_content()
    assert said in text
    assert ("changed after" in text) == (locale == "en" and str(commit).endswith("+"))


def test_tools_and_faces(tiny: Manuals) -> None:
    """What set the book, with versions, and the letters it is set in."""
    text = colophon(HASH, "Edition 0.1", "A4", tiny.languages["en"]).text_content()
    for said in (f"WeasyPrint {version('weasyprint')}", "Be Vietnam Pro", "A4", "Edition 0.1"):
        assert said in text


CHANGES = [
    Change("0.2", datetime.date(2027, 1, 5), {"en": ["A", "B"], "vi": ["Một", "Hai"]}),
    Change("0.1", datetime.date(2026, 11, 23), {"en": ["First"], "vi": ["Đầu tiên"]}),
]


@pytest.mark.parametrize(
    ("locale", "wanted"),
    [
        ("en", ["Edition 0.2, 5 January 2027", "A", "B", "Edition 0.1, 23 November 2026", "First"]),
        ("vi", ["Phiên bản 0.2, 05/1/2027", "Một", "Hai", "Phiên bản 0.1, 23/11/2026", "Đầu tiên"]),
    ],
)
def test_the_change_log(tiny: Manuals, locale: str, wanted: list[str]) -> None:
    """Editions as written, with their date in the language's own form."""
    root = change_log(CHANGES, tiny.languages[locale])
    assert root is not None
    assert [item.text for item in root.iter("h2", "li")] == wanted


def test_no_changes_no_log(tiny: Manuals) -> None:
    """A volume that the file does not name has no empty page."""
    assert change_log([], tiny.languages["en"]) is None
