"""Put outputs in place whole: built beside the old one, then exchanged in one step."""

from __future__ import annotations

import ctypes
import os
import shutil
from pathlib import Path

RENAME_EXCHANGE = 2
AT_FDCWD = -100


def put_folder(new: Path, place: Path) -> None:
    """Put the folder `new` at `place`; a reader finds the old or the new one, never a part."""
    place.parent.mkdir(parents=True, exist_ok=True)
    if new.stat().st_dev != place.parent.stat().st_dev:
        beside = place.with_name(f".{place.name}.new")
        shutil.rmtree(beside, ignore_errors=True)
        shutil.copytree(new, beside)
        shutil.rmtree(new)
        new = beside
    if not place.exists():
        new.rename(place)
        return
    if _exchange(new, place):
        shutil.rmtree(new)
        return
    old = place.with_name(f".{place.name}.old")
    shutil.rmtree(old, ignore_errors=True)
    place.rename(old)
    new.rename(place)
    shutil.rmtree(old)


def put_text(text: str, place: Path) -> None:
    """Write a text file whole."""
    put_bytes(text.encode(), place)


def put_bytes(data: bytes, place: Path) -> None:
    """Write a file whole: beside its place first, on disk, then renamed over the old one."""
    place.parent.mkdir(parents=True, exist_ok=True)
    new = place.with_name(f".{place.name}.new")
    with new.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    new.replace(place)


def _exchange(first: Path, second: Path) -> bool:
    """Exchange two folders at once where the system can (Linux renameat2, RENAME_EXCHANGE)."""
    library = ctypes.CDLL(None, use_errno=True)
    if not hasattr(library, "renameat2"):
        return False
    paths = (os.fsencode(first), os.fsencode(second))
    result = library.renameat2(AT_FDCWD, paths[0], AT_FDCWD, paths[1], RENAME_EXCHANGE)
    return bool(result == 0)
