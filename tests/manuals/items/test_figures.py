"""The figures of a class of 30, counted by hand."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from manuals.items.answers import read_sheet
from manuals.items.figures import Change, ClassFigures, class_figures, discrimination
from manuals.items.item import Item
from tests.manuals.items.conftest import AFTER, BEFORE, write


@pytest.fixture
def figures(tmp_path: Path, items: Mapping[str, Item]) -> ClassFigures:
    """Return the figures of the class."""
    sheets = [
        read_sheet(write(tmp_path / name, rows), items)
        for name, rows in (("pre.csv", BEFORE), ("post.csv", AFTER))
    ]
    return class_figures(*sheets)


def test_items(figures: ClassFigures) -> None:
    """Shares are rights by 30; gain is (after − before) / (1 − before)."""
    driver, under, fraud = figures.items
    assert (driver.change.before, driver.change.after) == (12 / 30, 20 / 30)
    assert driver.change.gain == pytest.approx(4 / 9)  # (20 − 12) / (30 − 12)
    assert under.change.gain == pytest.approx(-0.2)  # (12 − 15) / (30 − 15)
    assert fraud.change.before == pytest.approx(0.2)  # 3 · 1 + 6 · 0.5 of 30
    assert fraud.change.gain == pytest.approx(1)
    assert driver.counts_before == {"c": 12, "b": 15, "": 3}
    assert under.counts_after == {"false": 12, "true": 17, "": 1}


def test_discrimination(figures: ClassFigures) -> None:
    """By hand, the phi of a fourfold table: the third item is the same for all.

    Both right 12, driver only 8, neither 10: (12 · 10 − 8 · 0) / √(20 · 10 · 12 · 18).
    """
    expected = 120 / (20 * 10 * 12 * 18) ** 0.5
    assert expected == pytest.approx(0.5774, abs=5e-5)
    driver, under, fraud = figures.items
    assert driver.discrimination == pytest.approx(expected)
    assert under.discrimination == pytest.approx(expected)
    assert fraud.discrimination is None


def test_weak_items(figures: ClassFigures) -> None:
    """12 of 30 after the course is hard, and fewer than before."""
    assert [each.remarks for each in figures.items] == [(), ("hard", "lost"), ()]
    assert [each.weak for each in figures.items] == [False, True, False]


def test_an_item_that_goes_against_the_test_is_flat() -> None:
    """Those who fail the rest get it right: the correlation is −1."""
    scores = {"x": [1.0, 1.0, 0.0, 0.0], "y": [0.0, 0.0, 1.0, 1.0]}
    assert discrimination(scores, "x") == pytest.approx(-1)
    assert discrimination({"x": [1.0, 0.0]}, "x") is None


def test_objectives(figures: ClassFigures) -> None:
    """An objective is the mean of its items: (12 + 15) / 60 and (20 + 12) / 60."""
    elements, sort = figures.objectives
    assert [item.id for item in elements.items] == ["q-driver", "q-under-16"]
    assert elements.change.before == pytest.approx(27 / 60)
    assert elements.change.after == pytest.approx(32 / 60)
    assert elements.change.gain == pytest.approx(5 / 33)
    assert elements.answers == 30 + 29
    assert sort.change.gain == pytest.approx(1)


def test_class(figures: ClassFigures) -> None:
    """Before 12 + 15 + 6 points of 90; by tenths the three points of a participant."""
    assert figures.persons == 30
    assert figures.change.before == pytest.approx(33 / 90)
    assert figures.change.after == pytest.approx(62 / 90)
    # After: 12 have 3 of 3, 8 have 2, 10 have 1.
    assert figures.spread[1] == (0, 0, 0, 10, 0, 0, 8, 0, 0, 12)
    # Before: 3 have 3; 6 have 2.5 (83 %); 3 have 2; 3 have 1; 15 have 0.
    assert figures.spread[0] == (15, 0, 0, 3, 0, 0, 3, 0, 6, 3)


def test_nothing_left_to_learn() -> None:
    """No gain can be said of what all knew before."""
    assert Change(1, 1).gain is None
    assert Change(0, 0.5).gain == 0.5
