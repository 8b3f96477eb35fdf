"""Layouts that are kept: what has not changed is not laid out again, and the bytes are the same."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image

from manuals.errors import ManualError
from manuals.print.pdf import Book, Setter, set_book
from tests.print.test_joining import CITED, book, chapter

FIRST = 2 + 3 + 1  # front matter and index, three chapters, a blank page


@pytest.fixture
def setter(tmp_path: Path) -> Setter:
    """Return a setter that has set a book of three chapters."""
    (tmp_path / "docs").mkdir()
    found = Setter(tmp_path / "docs")
    found.set(book(2, 2, 1))
    assert found.layouts.made == FIRST
    return found


def again(setter: Setter, changed: Book) -> int:
    """Return how many layouts a changed book takes; its bytes are as from a new setter."""
    before = setter.layouts.made
    assert setter.set(changed) == set_book(changed, setter.layouts.docs)
    return setter.layouts.made - before


def test_nothing_changed(setter: Setter) -> None:
    """The same book again is only written."""
    assert again(setter, book(2, 2, 1)) == 0


def test_one_paragraph_edited(setter: Setter) -> None:
    """One chapter is laid out, and nothing that only stands beside it."""
    made = book(2, 2, 1)
    made.parts[1] = made.parts[1].replace("End of 2", "Konec of 2")  # type: ignore[index]
    assert again(setter, made) == 1


def test_pages_that_move(setter: Setter) -> None:
    """Chapters behind a longer one, and the index, get new numbers; so do lines that cite them."""
    assert again(setter, book(2, 13, 1)) == 3
    assert again(setter, book(2, 2, 1)) == 3


def test_a_page_more_on_a_blank_one(setter: Setter) -> None:
    """A chapter that grows onto the blank page behind it moves no other part."""
    assert again(setter, book(1, 2, 1)) == 1 + 1  # the index gives the new number
    assert again(setter, book(2, 2, 1)) == 1 + 1


def test_another_style(setter: Setter) -> None:
    """A style belongs to every layout."""
    made = book(2, 2, 1)
    assert again(setter, replace(made, style=f"{made.style} p {{ color: red }}")) == FIRST


def test_another_picture(setter: Setter) -> None:
    """A picture that has changed makes layouts old, though its address is the same."""
    docs = setter.layouts.docs
    made = replace(
        book(1), parts=[chapter(1, 1, '<p><img alt="x" src="a.png"></p>'), chapter(2, 1)]
    )
    for colour in ("red", "green"):
        Image.new("RGB", (4, 4), colour).save(docs / "a.png")
        assert again(setter, made) > 1
    assert again(setter, made) == 0


def test_after_a_refused_book(setter: Setter) -> None:
    """A mistake does not stay: the next book is set as by a new setter."""
    made = book(2, 2, 1)
    wrong = replace(made, parts=[*made.parts[:2], chapter(3, 1, CITED.replace("c02-x", "none"))])
    with pytest.raises(ManualError):
        setter.set(wrong)
    assert again(setter, made) >= 0


def test_rest(setter: Setter) -> None:
    """Resting between books changes no book."""
    setter.rest()
    assert again(setter, book(2, 2, 1)) == 0
