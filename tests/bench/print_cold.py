"""Volume 1, or a longer one made from it, set once in a process of its own.

The longer one has the chapters of Volume 1 again under ids of their own.
`python -m tests.bench.print_cold CHAPTERS FILE` sets a volume and writes its figures into FILE.
"""

from __future__ import annotations

import json
import resource
import sys
import tempfile
import time
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from manuals.commands.bench import Cost, run
from manuals.commands.country import country_of
from manuals.commands.pdf import volume_book
from manuals.editions import TRAINER
from manuals.pages import open_run
from manuals.print.joining import Pages, no_collector
from manuals.print.pdf import Book, Setter, write_screen

ROOT = Path(__file__).parents[2]
VOLUME_1, LONG = 10, 25  # chapters: about 200 and 400 pages


@dataclass(frozen=True)
class Figures:
    """What a set volume cost and is: processor seconds, pages, bytes, the most memory in MB."""

    layout: float
    write: float
    pages: int
    size: int
    memory: int


def set_apart(chapters: int) -> tuple[Figures, Cost]:
    """Set a volume in a new process; the cost is what it adds to one that makes the articles."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "figures.json"
        whole = run(ROOT, "-m", "tests.bench.print_cold", str(chapters), str(path))
        figures = Figures(**json.loads(path.read_text(encoding="utf-8")))
    articles = run(ROOT, "-m", "tests.bench.print_articles")
    return figures, Cost(whole.cpu - articles.cpu, whole.wall - articles.wall)


def main(chapters: int, path: Path) -> None:
    """Set a volume, write its figures."""
    layout, write, data, pages = timed(Setter(ROOT / "docs"), volume(chapters))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    figures = Figures(layout, write, len(pages.sheets), len(data), peak)
    path.write_text(json.dumps(asdict(figures)), encoding="utf-8")


def volume(chapters: int) -> Book:
    """Return Volume 1 with so many chapters: a chapter taken again has another prefix."""
    run = open_run(ROOT, country_of(ROOT), TRAINER, pdf=False)
    made = volume_book(run, run.manuals.shelf.volumes[0].id, "vi")
    body = made.parts[:-1]
    parts = []
    for place in range(chapters):
        text = body[place % len(body)]
        old, new = (f"c{number + 1:02}" for number in (place % len(body), place))
        for name in ('id="', 'href="#', 'data-of="'):
            text = text.replace(f"{name}{old}", f"{name}{new}")
        text = text.replace(f"{old}-at", f"{new}-at")
        parts.append(text)
    late = made.late if chapters >= len(body) else ()  # the index asks for every chapter
    return replace(made, parts=[*parts, made.parts[-1]], late=late)


def timed(setter: Setter, made: Book) -> tuple[float, float, bytes, Pages]:
    """Set a volume; return processor seconds of layout and tagged write, the PDF, its pages."""
    with no_collector():
        begin = time.process_time()
        pages = setter.arrange(made)
        laid = time.process_time()
        data = write_screen(pages)
        return laid - begin, time.process_time() - laid, data, pages


if __name__ == "__main__":
    main(int(sys.argv[1]), Path(sys.argv[2]))
