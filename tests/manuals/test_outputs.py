"""Outputs are put in place whole: a reader finds the old or the new one, nothing between."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest

from manuals import outputs
from manuals.outputs import put_bytes, put_folder, put_text


def folder(place: Path, name: str, text: str) -> Path:
    """Make a folder with one file."""
    place.mkdir(parents=True)
    (place / name).write_text(text, encoding="utf-8")
    return place


def test_put_folder_where_nothing_stands(tmp_path: Path) -> None:
    """A first build moves the folder, and makes the folders above it."""
    new = folder(tmp_path / "new", "a.html", "new")
    put_folder(new, tmp_path / "dist" / "site")
    assert (tmp_path / "dist" / "site" / "a.html").read_text(encoding="utf-8") == "new"
    assert not new.exists()


def test_put_folder_exchanges(tmp_path: Path) -> None:
    """The new folder takes the place of the old one; nothing of the old one is left over."""
    place = folder(tmp_path / "dist" / "site", "old.html", "old")
    new = folder(tmp_path / "new", "new.html", "new")
    put_folder(new, place)
    assert [path.name for path in place.iterdir()] == ["new.html"]
    assert not new.exists()
    assert [path.name for path in place.parent.iterdir()] == ["site"]


def test_exchange_is_one_step(tmp_path: Path) -> None:
    """The place exists at every moment: the exchange is one step, not delete and rename."""
    place = folder(tmp_path / "site", "a.html", "old")
    new = folder(tmp_path / "new", "a.html", "new")
    before, coming = place.stat().st_ino, new.stat().st_ino
    assert outputs._exchange(new, place)
    assert (new.stat().st_ino, place.stat().st_ino) == (before, coming)


def test_put_text_replaces_whole(tmp_path: Path) -> None:
    """A text is UTF-8 with LF; no half-written neighbour stays."""
    place = tmp_path / "deep" / "a.txt"
    put_text("old and long", place)
    put_text("Điều\n", place)
    assert place.read_bytes() == "Điều\n".encode()
    assert [path.name for path in place.parent.iterdir()] == ["a.txt"]


def test_failed_write_keeps_the_old_file(tmp_path: Path) -> None:
    """If the new bytes cannot be written the old file stays as it was."""
    place = tmp_path / "a.bin"
    put_bytes(b"old", place)
    (tmp_path / ".a.bin.new").mkdir()
    with pytest.raises(IsADirectoryError):
        put_bytes(b"new", place)
    assert place.read_bytes() == b"old"


def test_a_folder_goes_to_another_file_system(tmp_path: Path) -> None:
    """What is built on one disk is put whole on another, where no rename leads."""
    other = Path("/dev/shm")
    if not other.is_dir() or other.stat().st_dev == tmp_path.stat().st_dev:
        pytest.skip("this machine has one file system")
    new = tmp_path / "new"
    new.mkdir()
    (new / "page.html").write_text("new", encoding="utf-8")
    with tempfile.TemporaryDirectory(dir=other) as folder:
        place = Path(folder) / "site"
        put_folder(new, place)
        assert (place / "page.html").read_text(encoding="utf-8") == "new"
        assert [path.name for path in Path(folder).iterdir()] == ["site"]
    assert not new.exists()
