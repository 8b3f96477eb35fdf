"""What a program can mend in the authors' files: missing heading ids, letters, line ends."""

from __future__ import annotations

import re
from pathlib import Path

from manuals.chapters import Half, Manuals
from manuals.errors import ManualError, Problem
from manuals.outputs import put_bytes
from manuals.slugs import slug, unused
from manuals.sources import mended
from manuals.spelling.lookalikes import mended_letters
from manuals.spelling.spacing import single_blanks

TEXTS = (".md", ".yml", ".csv")


def fix_text(root: Path) -> list[Path]:
    """Rewrite text files as UTF-8 without BOM, with LF, in NFC; return those that changed.

    Letters of other alphabets that only look right become ours, two blanks in prose become one.
    """
    changed = []
    for folder in ("docs", "data"):
        for path in sorted((root / folder).rglob("*")):
            if path.suffix not in TEXTS or not path.is_file() or path.is_symlink():
                continue
            raw = path.read_bytes()
            try:
                raw.decode("utf-8")
            except UnicodeDecodeError:
                continue
            text = mended_letters(mended(raw))
            new = (single_blanks(text) if path.suffix == ".md" else text).encode()
            if new != raw:
                put_bytes(new, path)
                changed.append(path)
    return changed


def fix_ids(manuals: Manuals) -> list[Path]:
    """Write the ids that headings lack, equal in both halves; return the files that changed.

    ManualError for a pair whose headings cannot be matched; its files stay as they are.
    """
    changed = []
    problems = []
    for pair in manuals.pairs.values():
        halves = [pair.halves[locale] for locale in sorted(pair.halves)]
        if all(item.id for half in halves for item in half.outline.headings):
            continue
        levels = [[item.level for item in half.outline.headings] for half in halves]
        if any(found != levels[0] for found in levels):
            problems.append(_unmatched(halves))
            continue
        ids = _ids(halves)
        for half in halves:
            path = manuals.root / half.path
            put_bytes(_with_ids(path.read_text(encoding="utf-8"), half, ids).encode(), path)
            changed.append(path)
    if problems:
        raise ManualError(problems)
    return changed


def _ids(halves: list[Half]) -> list[str]:
    """Return one id a heading: the one that a half has, or one made of the English text."""
    rows = list(zip(*(half.outline.headings for half in halves), strict=True))
    taken = {item.id for row in rows for item in row if item.id}
    taken |= {box.id for half in halves for box in half.outline.boxes if box.id}
    taken |= {item.id for half in halves for item in half.outline.paragraphs if item.id}
    ids = []
    for row in rows:
        id = next((item.id for item in row if item.id), "")
        if not id:
            id = unused(slug(row[0].text), taken)
            taken.add(id)
        ids.append(id)
    return ids


def _with_ids(text: str, half: Half, ids: list[str]) -> str:
    lines = text.split("\n")
    for heading, id in zip(half.outline.headings, ids, strict=True):
        if not heading.id:
            line = re.sub(r"\s*\{[^}]*\}\s*$", "", lines[heading.line - 1].rstrip())
            lines[heading.line - 1] = f"{line} {{#{id}}}"
    return "\n".join(lines)


def _unmatched(halves: list[Half]) -> Problem:
    first, second = halves[0], halves[-1]
    what = (
        f"{len(first.outline.headings)} headings here, {len(second.outline.headings)} in "
        f"{second.path.rpartition('/')[2]}, so their ids cannot be made equal"
    )
    return Problem(first.path, 0, what, "write the ids by hand, or add the missing headings first")
