"""Words, dates and citations of the languages; wrong YAML in data/ is a message."""

from __future__ import annotations

import datetime
import unicodedata
from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from manuals.languages import no_breaks

if TYPE_CHECKING:
    from manuals.chapters import Manuals
    from tests.conftest import Project

ENGLISH = "data/languages/en.yml"
VIETNAMESE = "data/languages/vi.yml"


@pytest.mark.parametrize(
    ("day", "english", "vietnamese"),
    [
        (datetime.date(2025, 7, 1), "1 July 2025", "01/7/2025"),
        (datetime.date(2026, 12, 31), "31 December 2026", "31/12/2026"),
    ],
)
def test_dates(tiny: Manuals, day: datetime.date, english: str, vietnamese: str) -> None:
    """English names the month; Vietnamese writes the day with two digits, the month as it is."""
    assert tiny.languages["en"].date(day) == english
    assert tiny.languages["vi"].date(day) == vietnamese


def test_words(tiny: Manuals) -> None:
    """A language gives its words, single ones and those of a group."""
    words = tiny.languages["vi"]
    assert (words.locale, words["chapter"], words.of("boxes", "case")) == (
        "vi",
        "Chương",
        "Tình huống",
    )


@pytest.mark.parametrize(
    ("locale", "text", "joined"),
    [
        ("vi", "theo Điều 150 và khoản 2", "theo Điều~150 và khoản~2"),
        ("vi", "điểm b khoản 1 Điều {{ a.b }}", "điểm~b khoản~1 Điều~{{ a.b }}"),
        ("vi", "ngày 01 tháng 7", "ngày~01 tháng~7"),
        ("vi", "điều kiện, số người", "điều kiện, số người"),
        ("en", "Article 150, Articles 3 and 4", "Article~150, Articles~3 and 4"),
        ("en", "Resolution 02/2019, No. 5", "Resolution~02/2019, No.~5"),
        ("en", "the article 150 and a law of 2025", "the article 150 and a law of 2025"),
    ],
)
def test_citations_never_break(locale: str, text: str, joined: str) -> None:
    """The number of an article stays on the line of its word; other words break freely."""
    assert no_breaks(text, locale) == joined.replace("~", "\u00a0")


@pytest.mark.parametrize(
    ("raw", "message"),
    [
        (
            b"name: A\nboxes: [\n",
            ":3: not valid YAML (did not find expected node content): "
            "check the indent and the quotes of this line and the one above",
        ),
        (
            b"name: A\nboxes:\n\tcase: Case\n",
            ":3: not valid YAML (found character that cannot start any token): "
            "check the indent and the quotes of this line and the one above",
        ),
        (
            b"name: A\nsince: 2026-02-30\n",
            ": a date does not exist (day is out of range for month): write a date as 2026-07-01",
        ),
        (b"", ":1: the file is not a list of names and values: write name: value"),
        (b"- A\n- B\n", ":1: the file is not a list of names and values: write name: value"),
        (b"name: caf\xe9\n", ": the file is not UTF-8: save it again with the encoding UTF-8"),
        (None, ": the file is missing: put it back"),
    ],
)
@pytest.mark.parametrize(
    "name", [ENGLISH, VIETNAMESE, "data/countries/viet-nam.yml", "data/volumes.yml"]
)
def test_wrong_yaml_is_named(
    project: Callable[[], Project], name: str, raw: bytes | None, message: str
) -> None:
    """A data file that cannot be read is one message with its line, never a traceback."""
    copy = project()
    if raw is None:
        (copy.root / name).unlink()
    else:
        copy.write(name, raw)
    assert copy.messages() == [f"{name}{message}"]


@pytest.mark.parametrize(
    ("name", "old", "new", "key"),
    [
        (ENGLISH, "chapter: Chapter\n", "", "chapter"),
        (ENGLISH, "chapter: Chapter\n", "chapter:\n", "chapter"),
        (ENGLISH, "  case: Case\n", "", "boxes.case"),
        (VIETNAMESE, "  case: Tình huống\n", "", "boxes.case"),
    ],
)
def test_a_missing_word_is_named(
    project: Callable[[], Project], name: str, old: str, new: str, key: str
) -> None:
    """No language may lack a word that the other one has, in a group or alone."""
    copy = project()
    copy.edit(name, old, new)
    assert copy.messages() == [f'{name}: the word "{key}" is missing: add it']


def test_words_are_read_in_nfc(project: Callable[[], Project]) -> None:
    """Letters and tone marks stored apart in a data file reach no page so."""
    copy = project()
    copy.write(VIETNAMESE, unicodedata.normalize("NFD", copy.read(VIETNAMESE)))
    assert copy.load().languages["vi"].of("boxes", "case") == "Tình huống"
