"""Edits at random: each is seen in its own section, layout never."""

from __future__ import annotations

import random
from pathlib import Path

from manuals.chapters import read_half
from manuals.metadata import SCHEMA
from manuals.sources import Source, mended
from manuals.sync.fingerprint import fingerprints
from tests.bench.edits import REWRITES, places, reword
from tests.bench.histories import run_histories

DOCS = Path(__file__).parents[3] / "docs" / "v1-foundations"
CHAPTERS = [DOCS / f"03-law.{locale}.md" for locale in ("en", "vi")]


def prints(path: Path, raw: bytes) -> dict[str, str]:
    """Return the fingerprints of a file with these bytes."""
    half, _ = read_half(Source(path.name, mended(raw)), path.name[-5:-3], SCHEMA)
    return fingerprints(half)


def test_one_word_flips_exactly_its_section() -> None:
    """A changed word is seen where it stands, in a footnote where the footnote is cited."""
    chance = random.Random(7)
    for path in CHAPTERS:
        text = path.read_text(encoding="utf-8")
        before, words = prints(path, text.encode()), places(text)
        for place in chance.sample(words, 15):
            after = prints(path, reword(text, place).encode())
            flipped = {id for id in before if before[id] != after[id]}
            assert flipped == place.sections, text[place.start - 30 : place.end + 10]


def test_layout_flips_nothing() -> None:
    """Wraps, line ends, Unicode form, bullets, emphasis signs and blanks at line ends."""
    chance = random.Random(7)
    for path in CHAPTERS:
        text = path.read_text(encoding="utf-8")
        before = prints(path, text.encode())
        for name, rewrite in REWRITES.items():
            raw = rewrite(text, chance)
            assert raw != text.encode() or name == "emphasis"
            assert prints(path, raw) == before, name


def test_no_drift_is_missed_in_a_long_history(tmp_path: Path) -> None:
    """The ledger agrees with a model that knows what each text says."""
    found = run_histories(7, 500, tmp_path)
    assert found.stale > 500
    assert (found.missed, found.wrong) == (0, 0)
    assert found.forgotten < found.sections / 200
