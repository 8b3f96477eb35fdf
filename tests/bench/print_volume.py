"""./scripts/bench print: every figure that print is held to, each beside its bar.

`python -m tests.bench.print_volume growth peer` prints the parts that are named.
"""

from __future__ import annotations

import sys
from dataclasses import replace
from statistics import median

import click

from manuals.print.pdf import Setter
from tests.bench.bars import at_most
from tests.bench.print_cold import LONG, ROOT, set_apart, timed, volume
from tests.bench.print_copies import copies
from tests.bench.print_lost import lost_anchors, lost_texts
from tests.bench.print_peer import peer

SHORT = 6  # chapters: about 100 pages
RUNS = 3
EDITED = 2  # the third chapter


def main(names: list[str]) -> None:
    """Print the parts, all if none is named; exit with 1 where a bar is missed."""
    parts = {"growth": growth, "edit": edit, "peer": peer, "copies": copies}
    good = [parts[name]() for name in names or parts]
    if not all(good):
        sys.exit(1)


def growth() -> bool:
    """Set a short and a long volume, each in a process of its own, in turn."""
    runs = [(set_apart(SHORT)[0], set_apart(LONG)[0]) for _ in range(RUNS)]
    short, long = runs[0]
    good = []
    for name in ("layout", "write"):
        each = [
            (getattr(one, name) / one.pages, getattr(other, name) / other.pages)
            for one, other in runs
        ]
        ratio = median(other / one for one, other in each)
        first, second = (1000 * median(values) for values in zip(*each, strict=True))
        what = f"{name.capitalize()}, ms a page: {first:.1f} at {short.pages} pages, "
        good.append(at_most(f"{what}{second:.1f} at {long.pages}: ratio", ratio, 1.15))
    seconds = median(other.layout + other.write for _, other in runs)
    click.echo(
        f"  {long.pages} pages in {seconds:.1f} s: {long.pages / seconds:.1f} pages a second"
    )
    memory = max(other.memory for _, other in runs)
    good.append(at_most(f"Memory, {long.pages} pages, MB:", memory, 800))
    return all(good)


def edit() -> bool:
    """Edit one paragraph at a time in a volume that is kept, as ./scripts/pdf --watch does."""
    setter, made = Setter(ROOT / "docs"), volume(LONG)
    cold, _, data, _ = timed(setter, made)
    layouts, writes = [], []
    for number in range(RUNS + 1):
        setter.rest()
        parts = list(made.parts)
        parts[EDITED] = parts[EDITED].replace("</p>", f" Một câu mới, số {number}.</p>", 1)
        again, write, _, _ = timed(setter, replace(made, parts=parts))
        layouts.append(again)
        writes.append(write)
    share, write = median(layouts) / cold, median(writes)
    whole = (median(layouts) + write) / write
    good = [
        at_most("One paragraph edited: layout / cold layout", share, 0.05),
        at_most(f"  layout and write / write ({write:.1f} s)", whole, 1.2),
    ]
    setter.rest()
    _, _, same, pages = timed(setter, made)
    good.append(at_most("Bytes differ after the edits are undone:", int(same != data), 0))
    texts, anchors = lost_texts(made, pages, data), lost_anchors(made, pages, data)
    good += [
        at_most("Paragraphs and footnotes lost, doubled or moved:", len(list(texts)), 0),
        at_most("Anchors lost, doubled or in another chapter:", len(list(anchors)), 0),
    ]
    return all(good)


if __name__ == "__main__":
    main(sys.argv[1:])
