"""What a process spends that makes the articles of Volume 1, and prints none.

`python -m tests.bench.print_articles` makes them.
"""

from __future__ import annotations

from pathlib import Path

from manuals.commands.country import country_of
from manuals.convert import article_of
from manuals.editions import TRAINER
from manuals.pages import open_run

ROOT = Path(__file__).parents[2]


def main() -> None:
    """Make the articles that a volume is composed of, imports and all, as print would get them."""
    run = open_run(ROOT, country_of(ROOT), TRAINER, pdf=False)
    volume = run.manuals.shelf.volumes[0]
    for pair in run.manuals.pairs.values():
        if pair.volume in (volume, None):
            article_of(run, pair, "vi")


if __name__ == "__main__":
    main()
