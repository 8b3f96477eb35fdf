"""./scripts/new-chapter: lay out a pair that is ready to fill in."""

from __future__ import annotations

import sys
import unicodedata
from pathlib import Path

import click

from manuals.chapters import load_manuals
from manuals.commands.country import country_of
from manuals.errors import ManualError
from manuals.outputs import put_text
from manuals.skeleton import chapter_skeleton
from manuals.slugs import slug, unused

ROOT = Path(__file__).parents[3]


@click.command()
@click.argument("volume")
@click.argument("english")
@click.argument("vietnamese")
def new_chapter(volume: str, english: str, vietnamese: str) -> None:
    """Lay out the next chapter of VOLUME with its ENGLISH and VIETNAMESE titles."""
    try:
        paths = lay_out(ROOT, volume, {"en": english, "vi": vietnamese})
    except ManualError as error:
        click.echo(str(error), err=True)
        sys.exit(1)
    for path in paths:
        click.echo(path.relative_to(ROOT).as_posix())
    click.echo("Write both halves, then run ./scripts/check.", err=True)


def lay_out(root: Path, volume: str, titles: dict[str, str]) -> list[Path]:
    """Write both halves of a volume's next chapter; return their paths."""
    manuals = load_manuals(root, country_of(root))
    place = manuals.shelf.volume(volume)
    chapters = manuals.chapters(volume)
    number = 1 + max((pair.numbers.chapter for pair in chapters if pair.numbers), default=0)
    name = slug(titles["en"])
    id = unused(name, {pair.id for pair in manuals.pairs.values()})
    paths = []
    for locale, title in sorted(titles.items()):
        path = root / "docs" / volume / f"{number:02}-{name}.{locale}.md"
        text = chapter_skeleton(locale, id, unicodedata.normalize("NFC", title), place.law_as_of)
        put_text(text, path)
        paths.append(path)
    return paths


if __name__ == "__main__":
    new_chapter(prog_name="./scripts/new-chapter")
