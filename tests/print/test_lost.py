"""What ./scripts/bench print counts as lost is lost: its reader is tried on spoiled volumes."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from PIL import Image

from manuals.print.joining import Pages
from manuals.print.pdf import Book, Setter, write_screen
from tests.bench.print_lost import lost_anchors, lost_texts
from tests.print.small import CHAPTER as BARE
from tests.print.small import NOTE, SECOND, small_book

NOTED = f'<span class="note"><span class="note-part">{NOTE}</span></span>'
CHAPTER = BARE.replace(NOTED, f"{NOTED} Điều đó không thay đổi.")


def volume(chapter: str) -> Book:
    """Return a volume of one chapter and a part behind it."""
    front = small_book("").html
    return Book("v1.vi", front, small_book().style, parts=[chapter, '<p id="end">Hết</p>'])


def printed(chapter: str = CHAPTER) -> tuple[Pages, bytes]:
    """Return a volume's pages and its PDF."""
    with TemporaryDirectory() as folder:
        Image.new("RGB", (8, 8), "red").save(Path(folder) / "a.png")
        pages = Setter(Path(folder)).arrange(volume(chapter))
        return pages, write_screen(pages)


def test_nothing_is_lost() -> None:
    """A whole volume has nothing to tell."""
    assert list(lost_texts(volume(CHAPTER), *printed())) == []
    assert list(lost_anchors(volume(CHAPTER), *printed())) == []


@pytest.mark.parametrize(
    ("old", "new", "word"),
    [
        (SECOND, "", "Ngườibịhại"),
        (SECOND, f'{SECOND}</p><p class="numbered">1.1.2 {SECOND}', "Ngườibịhại"),
        (NOTED, "", "BộluậtHìnhsự"),
        (NOTED, NOTED * 2, "BộluậtHìnhsự"),
    ],
)
def test_lost_and_doubled_texts(old: str, new: str, word: str) -> None:
    """A paragraph or a footnote that is not printed, or printed twice, is counted, alone."""
    assert old in CHAPTER
    (found,) = lost_texts(volume(CHAPTER), *printed(CHAPTER.replace(old, new)))
    assert word in found


def test_moved_paragraph() -> None:
    """A paragraph that stands before the one it follows is counted, and so is its note."""
    one, two, rest = CHAPTER.split("</p>\n", 2)
    opening, tag, first = one.partition('<p class="numbered">')
    swapped = f"{opening}{two}</p>{tag}{first}</p>{rest}"
    paragraph, note = lost_texts(volume(CHAPTER), *printed(swapped))
    assert "Ngườibịhại" in paragraph
    assert "LuậtPhòngchống" in note


@pytest.mark.parametrize("new", ["", ' id="end"'])
def test_lost_and_strayed_anchors(new: str) -> None:
    """An id that is nowhere, or on another part's page, is counted."""
    spoiled = CHAPTER.replace(' id="c01-steps"', new)
    found = list(lost_anchors(volume(CHAPTER), *printed(spoiled)))
    assert found == (["c01-steps", "end"] if new else ["c01-steps"])


def test_doubled_anchor() -> None:
    """An id that stands twice in a chapter leads to one of its places only."""
    doubled = CHAPTER.replace("<table>", '<b id="c01-p2">x</b><table>')
    assert list(lost_anchors(volume(doubled), *printed(doubled))) == ["c01-p2"]
