"""A volume set several times by the command that a build starts: on two cores, to the same bytes.

Each process has another PYTHONHASHSEED and a cache of its own, so that each sets everything:
screen PDF, chapters, worksheets, press, grey, cover and job ticket.
"""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import click

from manuals.commands.bench import run
from manuals.editions import TRAINER
from manuals.jobs import ARTICLES
from manuals.languages import DEFAULT, OTHER
from manuals.manifest import file_entries
from manuals.shelf import all_books
from manuals.volumes import load_shelf
from tests.bench.bars import at_least, at_most
from tests.bench.print_cold import ROOT

LOOP = 300_000_000  # some seconds


def copies() -> bool:
    """Set each book twice at once, the default language's also twice in turn, as two volumes."""
    with tempfile.TemporaryDirectory() as name, ThreadPoolExecutor(2) as pool:
        folder = Path(name)
        articles = folder / ARTICLES
        values = {"MANUALS_ARTICLES": str(articles), "MANUALS_SITE_DIR": str(folder / "site")}
        run(ROOT, "-m", "mkdocs", "build", "-q", MANUALS_EDITION=TRAINER, **values)

        def copy(book: str, seed: int) -> None:
            _set(book, seed, articles, folder)

        in_turn = _clock(lambda: map(copy, [DEFAULT] * 2, (1, 2)))
        at_once = _clock(lambda: pool.map(copy, [DEFAULT] * 2, (3, 4)))
        for book in all_books(OTHER):
            if book != DEFAULT:
                list(pool.map(copy, [book] * 2, (1, 2)))
        loops = _two_loops(pool)
        click.echo(
            f"Two volumes, one after the other {in_turn:.1f} s / at once {at_once:.1f} s = "
            f"{in_turn / at_once:.2f}; two plain loops on these cores {loops:.2f}"
        )
        line = "  Two volumes where two loops are twice as fast:"
        return all([at_least(line, 2 * in_turn / at_once / loops, 1.7), _same_bytes(folder)])


def _two_loops(pool: ThreadPoolExecutor) -> float:
    """Return how much faster two processes that only count are at once than in turn.

    It is 2 on two whole cores, and about 1 where a machine's two share one.
    """

    def count(_: int) -> None:
        run(ROOT, "-c", f"for _ in range({LOOP}): pass")

    return _clock(lambda: map(count, (1, 2))) / _clock(lambda: pool.map(count, (1, 2)))


def _set(book: str, seed: int, articles: Path, folder: Path) -> None:
    place = folder / book / str(seed)
    volume = load_shelf(ROOT).volumes[0].id
    run(
        ROOT,
        *("-m", "manuals.commands.volume", "--edition", TRAINER, "--volume", volume),
        *("--book", book, "--articles", str(articles), "--folder", str(place / "pdf")),
        *("--cache", str(folder / "cache" / book / str(seed)), "--press", str(place / "press")),
        PYTHONHASHSEED=str(seed),
    )


def _clock(work: Callable[[], Iterable[None]]) -> float:
    start = time.monotonic()
    list(work())
    return time.monotonic() - start


def _same_bytes(folder: Path) -> bool:
    """Compare all copies of each book, file by file."""
    different = count = 0
    for book in all_books(OTHER):
        each = [_hashes(place) for place in sorted((folder / book).iterdir())]
        names = {name for hashes in each for name in hashes}
        count += len(names)
        different += sum(len({hashes.get(name) for hashes in each}) > 1 for name in names)
    return at_most(f"Files that differ between copies, of {count}:", different, 0)


def _hashes(place: Path) -> dict[str, str]:
    return {str(entry["path"]): str(entry["sha256"]) for entry in file_entries(place)}
