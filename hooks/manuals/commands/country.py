"""Which country profile mkdocs.yml names, read without MkDocs."""

from __future__ import annotations

import re
from pathlib import Path

from manuals.errors import ManualError, Problem


def country_of(root: Path) -> str:
    """Return the value of `country:` in mkdocs.yml."""
    text = (root / "mkdocs.yml").read_text(encoding="utf-8")
    match = re.search(r"^  country: *([a-z-]+) *$", text, re.MULTILINE)
    if not match:
        todo = "write    country: viet-nam    under extra:"
        raise ManualError([Problem("mkdocs.yml", 0, "no country is named", todo)])
    return match[1]
