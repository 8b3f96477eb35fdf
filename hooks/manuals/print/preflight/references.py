"""No reference that leads nowhere, and none that the build should have filled in."""

from __future__ import annotations

import re
from collections.abc import Iterator

from manuals.print.preflight.places import Finding
from manuals.print.preflight.printed import Printed
from manuals.print.preflight.promised import Promised, Unit

UNRESOLVED = re.compile(r"\[§\]|\{\{|\}\}|\[\^[^\]]*\]")
UNPAINTED = "000"  # what stands in a cited page number's box until its page is known


def check_references(promised: Promised, printed: Printed) -> Iterator[Finding]:
    """Yield links without a target or that were lost, and signs that stand as they were typed."""
    known = {name for name, page in printed.destinations if page >= 0}
    linked = {name for _, name in printed.links}
    for page, name in printed.links:
        if name not in known:
            yield Finding(Unit("", "", ""), f"page {page + 1}: a link to #{name} leads nowhere")
    for name in sorted(promised.links - linked):
        yield Finding(Unit("", "", ""), f"no link to #{name} is in the PDF")
    for units in promised.units.values():
        for unit in units:
            for sign in UNRESOLVED.findall(unit.text):
                what = f"{sign} is printed as it was typed"
                yield Finding(unit, what, "write it as CONTRIBUTING.md shows")
    for run in printed.runs:
        if run.text.strip() == UNPAINTED:
            yield Finding(Unit("", "", ""), f"page {run.page + 1}: a page number was left at 000")
