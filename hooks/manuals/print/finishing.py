"""Mend the tag tree that WeasyPrint 70 writes, before it is serialised."""

from __future__ import annotations

from typing import Any

import pydyf


def finish_tags(document: Any, pdf: pydyf.PDF) -> None:
    """Give each table header cell its scope (PDF/UA-1, 7.5) and each link its Print flag."""
    for item in pdf.objects:
        if not isinstance(item, pydyf.Dictionary):
            continue
        if item.get("S") == "/TH":
            item["A"]["Scope"] = "/Column"
        if item.get("Subtype") == "/Link":
            item["F"] = 4
