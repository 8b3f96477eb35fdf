"""What git remembers, where there is git: only to show and to choose, never to decide a state."""

from __future__ import annotations

import subprocess
from pathlib import Path

from manuals.chapters import Half, read_half
from manuals.metadata import SCHEMA
from manuals.sources import Source, mended
from manuals.sync.fingerprint import fingerprint, section_texts


def git(root: Path, *arguments: str) -> bytes | None:
    """Return what a git command prints, or nothing where it fails or git is not there."""
    try:
        done = subprocess.run(["git", "-C", str(root), *arguments], capture_output=True, check=True)
    except (OSError, subprocess.CalledProcessError):
        return None
    return done.stdout


def branch_point(root: Path, main: str) -> str | None:
    """Return the commit where this branch left another one."""
    found = git(root, "merge-base", "HEAD", main)
    return found.decode().strip() if found else None


def half_at(root: Path, commit: str, half: Half) -> Half | None:
    """Return a file as it was at a commit, or nothing if it was not there."""
    raw = git(root, "show", f"{commit}:{half.path}")
    if raw is None:
        return None
    return read_half(Source(half.path, mended(raw)), half.locale, SCHEMA)[0]


def text_with(root: Path, half: Half, id: str, wanted: str) -> str | None:
    """Return the newest text of a section that has a fingerprint, or nothing."""
    commits = git(root, "log", "--format=%H", "--", half.path)
    for commit in (commits or b"").decode().split():
        then = half_at(root, commit, half)
        text = section_texts(then).get(id) if then else None
        if text is not None and fingerprint(text) == wanted:
            return text
    return None
