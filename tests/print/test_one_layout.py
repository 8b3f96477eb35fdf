"""A book joined of parts looks as one layout of the same HTML with the same numbers in it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest
from PIL import ImageChops

from manuals.chapters import load_manuals
from manuals.commands.country import country_of
from manuals.print.book import compose_volume
from manuals.print.finishing import finish_tags
from manuals.print.joining import Pages
from manuals.print.parallel import compose_parallel
from manuals.print.pdf import Book, Setter
from tests.print.test_joining import book
from tests.real import ROOT, articles

NUMBERED = "@page :nth({first}) {{ counter-reset: page 1 }}"
OPENING = "@page body:nth({first}) {{ @top-right {{ content: none }} }}"


def in_one(made: Book, docs: Path, joined: Pages) -> bytes:
    """Set the book as one part, with the page numbers of the joined one."""
    style = made.style + NUMBERED.format(first=joined.parts[1][0] + 1)
    # Only a layout of its own has a first page for :first to find.
    style += "".join(OPENING.format(first=part[0] + 1) for part in joined.parts)
    if made.recto:
        parts = [f'<div style="break-before: right">{part}</div>' for part in made.parts]
        made = replace(made, parts=parts)
    one = Setter(docs).arrange(Book(made.name, made.whole(), style))
    one.anchors = joined.anchors
    one.paint()
    return one.write(finish_tags)


def differing(made: Book, docs: Path) -> list[int]:
    """Return the pages, from 0, that do not look the same in one layout."""
    setter = Setter(docs)
    pages = setter.arrange(made).anchors
    made = replace(made, parts=[*made.parts, *(part(pages) for part in made.late)], late=())
    joined = setter.arrange(made)
    both = [
        pypdfium2.PdfDocument(data)
        for data in (joined.write(finish_tags), in_one(made, docs, joined))
    ]
    assert len(both[0]) == len(both[1])
    found = []
    for place, pair in enumerate(zip(*both, strict=True)):
        pictures = [page.render(scale=1, grayscale=True).to_pil() for page in pair]
        if ImageChops.difference(*pictures).point(lambda value: 255 * (value > 48)).getbbox():
            found.append(place)
    return found


def test_a_small_book(tmp_path: Path) -> None:
    """Left and right pages, blank ones, notes, numbers in front matter and text."""
    assert differing(book(2, 3, 1, 2), tmp_path) == []


@pytest.mark.slow
@pytest.mark.parametrize("name", ["vi", "en", "en-vi"])
def test_the_real_volume(name: str) -> None:
    """Each page, index and all."""
    manuals = load_manuals(ROOT, country_of(ROOT))
    found = articles("trainer")
    volume = manuals.shelf.volumes[0]
    if name == "en-vi":
        made = compose_parallel(manuals, volume, "trainer", found)
    else:
        made = compose_volume(manuals, volume, name, "trainer", found)
    assert differing(made, ROOT / "docs") == []
