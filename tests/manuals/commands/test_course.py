"""./scripts/course: the first word is a course, and what is wrong with an order is said at once."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from manuals.commands import course as command


def test_all_that_is_wrong_is_said_and_nothing_is_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Course, date, place and list of names, each with what to do."""

    def never(*_: object, **__: object) -> list[Path]:
        pytest.fail("a pack was made")

    monkeypatch.setattr(command, "write_packs", never)
    names = tmp_path / "names.csv"
    names.write_text("name\n\n", encoding="utf-8")
    words = ["c9", "--date", "7/12/2026", "--place", "x" * 99, "--names", str(names)]
    done = CliRunner().invoke(command.course, words)
    assert done.exit_code == 1
    for wanted in (
        'there is no course "c9"',
        "write it like 2026-12-07",
        "the place has 99 letters",
        "there is no name below the heads",
        "Nothing was made.",
    ):
        assert wanted in done.output
