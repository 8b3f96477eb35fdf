"""A state is a pure function of the ledger and the two texts of now."""

from __future__ import annotations

import random

import pytest

from manuals.sync.ledger import Entry
from manuals.sync.states import (
    BOTH_CHANGED,
    EN_BEHIND,
    IN_SYNC,
    ONLY_EN,
    ONLY_VI,
    UNCONFIRMED,
    VI_BEHIND,
    pair_states,
    state_of,
)

ENTRY = Entry("a", {"en": "1", "vi": "2"})


@pytest.mark.parametrize(
    ("entry", "en", "vi", "state"),
    [
        (ENTRY, "1", "2", IN_SYNC),
        (ENTRY, "9", "2", VI_BEHIND),
        (ENTRY, "1", "9", EN_BEHIND),
        (ENTRY, "9", "9", BOTH_CHANGED),
        (ENTRY, "1", None, ONLY_EN),
        (ENTRY, None, "2", ONLY_VI),
        (None, "1", "2", UNCONFIRMED),
        (Entry("a"), "1", "2", UNCONFIRMED),
        (None, "1", None, ONLY_EN),
    ],
)
def test_the_nine_states(entry: Entry | None, en: str | None, vi: str | None, state: str) -> None:
    """Each combination has one state."""
    assert state_of(entry, en, vi) == state


def test_a_renamed_id_keeps_its_line() -> None:
    """An entry follows its texts to a new id; other texts do not inherit it."""
    entries = {"old": Entry("old", {"en": "1", "vi": "2"})}
    states = {item.id: item.state for item in pair_states(entries, {"new": "1"}, {"new": "2"})}
    assert states == {"new": IN_SYNC}
    states = {item.id: item.state for item in pair_states(entries, {"new": "1"}, {"new": "3"})}
    assert states == {"new": UNCONFIRMED}


def test_one_sided_on_purpose_is_settled() -> None:
    """A section that is meant for one language waits for nobody, as long as it is one-sided."""
    entries = {"a": Entry("a", only="vi", reason="forms of the province")}
    assert pair_states(entries, {}, {"a": "1"})[0].settled
    assert not pair_states(entries, {"a": "2"}, {"a": "1"})[0].settled
    assert not pair_states({}, {}, {"a": "1"})[0].settled


def test_no_drift_is_missed_in_random_histories() -> None:
    """Against a model that remembers every edit: what was not confirmed again is never in sync."""
    dice = random.Random(7)
    meaning = {"en": 0, "vi": 0}
    confirmed: dict[str, int] | None = None
    entry: Entry | None = None
    for step in range(20_000):
        action = dice.choice(("en", "vi", "both", "confirm", "nothing"))
        if action in ("en", "both"):
            meaning["en"] = step + 1
        if action in ("vi", "both"):
            meaning["vi"] = step + 1
        now = {locale: str(value) for locale, value in meaning.items()}
        if action == "confirm":
            confirmed, entry = dict(meaning), Entry("a", now)
        state = state_of(entry, now["en"], now["vi"])
        assert (state == IN_SYNC) == (confirmed == meaning)
