"""A set of 1,000 pages: the chapters of Volume 1 in fifty volumes, each in both languages."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

VOLUME = "v1-foundations"


def write_shelves(root: Path, place: Path, pages: int) -> None:
    """Write a project folder with `pages` chapter files below `place`; the root is the real one."""
    shutil.copytree(root / "data", place / "data")
    volumes = (root / "data" / "volumes.yml").read_text(encoding="utf-8")
    opening, _, entry = volumes.partition(f"  - id: {VOLUME}\n")
    entry = entry.split("\n  - id:")[0]
    leave = shutil.ignore_patterns("v[0-9]*")
    shutil.copytree(root / "docs", place / "docs", ignore=leave)
    chapters = sorted((root / "docs" / VOLUME).glob("[0-9]*.md"))
    for number in range(1, pages // len(chapters) + 1):
        volume = VOLUME if number == 1 else f"v{number}-foundations"
        own = re.sub(r"(?m)^    number: .*", f"    number: {number}", entry)
        opening += f"  - id: {volume}\n{own.rstrip()}\n"
        shutil.copytree(root / "docs" / VOLUME, place / "docs" / volume)
        shutil.copytree(
            root / "data/sync" / VOLUME, place / "data/sync" / volume, dirs_exist_ok=True
        )
        if number > 1:
            for path in (place / "docs" / volume).glob("[0-9]*.md"):
                text = path.read_text(encoding="utf-8")
                path.write_text(_own_ids(text, number), encoding="utf-8")
    (place / "data" / "volumes.yml").write_text(opening, encoding="utf-8")


def _own_ids(text: str, number: int) -> str:
    """Give the chapter an id of its own, and name the chapters before it by theirs."""
    text = re.sub(r"(?m)^id: (.*)$", rf"id: \1-{number}", text, count=1)
    return re.sub(
        r"(?m)^after: \[(.+)\]$",
        lambda match: (
            "after: [" + ", ".join(f"{id.strip()}-{number}" for id in match[1].split(",")) + "]"
        ),
        text,
        count=1,
    )
