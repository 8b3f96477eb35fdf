"""Git in a test's own folder, under a name of its own."""

from __future__ import annotations

import subprocess
from pathlib import Path


def git(folder: Path, *arguments: str) -> str:
    """Run git in a folder; return what it prints, subprocess.CalledProcessError if it fails."""
    author = ("-c", "user.name=Test", "-c", "user.email=test@example.org")
    command = ["git", *author, *arguments]
    done = subprocess.run(command, cwd=folder, check=True, capture_output=True, text=True)
    return done.stdout
