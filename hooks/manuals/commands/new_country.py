"""./scripts/new-country: lay out the profile of another country, every value to fill in."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import click

from manuals.chapters import Manuals, load_manuals
from manuals.commands.country import country_of
from manuals.country import countries, profile_path
from manuals.errors import ManualError, Problem
from manuals.new_country import empty_profile
from manuals.outputs import put_text

ROOT = Path(__file__).parents[3]
ID = re.compile(r"[a-z]+(?:-[a-z]+)*")
NEXT = """
Next:
1. Fill in {path}: what stands between the quotes.
2. Run ./scripts/check: it tells every value that is missing, with its line. Until then only builds
   for this country stop.
3. When nothing is missing, write    country: {country}    into mkdocs.yml, under extra:
4. Run ./scripts/check again: it tells names that a page uses and the profile does not have. Boxes
   of the kinds law and local, and the lists of sources, are about {model}: write them anew."""


@click.command()
@click.argument("country")
def new_country(country: str) -> None:
    """Lay out data/countries/COUNTRY.yml; COUNTRY is the name in small letters, as lao-pdr."""
    try:
        path, model = lay_out(ROOT, country)
    except ManualError as error:
        click.echo(str(error), err=True)
        sys.exit(1)
    click.echo(path)
    click.echo(NEXT.format(path=path, country=country, model=model), err=True)


def lay_out(root: Path, country: str) -> tuple[str, str]:
    """Write the profile; return its path and the name of the country that it was made from."""
    path = profile_path(country)
    if not ID.fullmatch(country):
        todo = "write its name in small letters a to z, words joined by hyphens, as lao-pdr"
        raise ManualError([Problem(path, 0, f'"{country}" cannot be the id of a country', todo)])
    if country in countries(root):
        todo = "fill that one in, or choose another id"
        raise ManualError([Problem(path, 0, "this country has a profile already", todo)])
    manuals = load_manuals(root, country_of(root))
    model = manuals.profile.values["country"]["en"]
    text = (root / manuals.profile.path).read_text(encoding="utf-8")
    put_text(empty_profile(model, text, _pages(manuals)), root / path)
    return path, model


def _pages(manuals: Manuals) -> dict[str, str]:
    """Return the first page that uses each key of the profile."""
    found: dict[str, str] = {}
    for pair, half in manuals.halves():
        for key, _ in half.outline.placeholders:
            found.setdefault(key, pair.stem)
    return found


if __name__ == "__main__":
    new_country(prog_name="./scripts/new-country")
