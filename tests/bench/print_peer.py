"""Our print against mkdocs-to-pdf: the same chapters, both sides cold, in turn, one process each.

Ours is what setting a volume adds to a process that makes its articles, theirs is what the plugin
adds to the same MkDocs build: on both sides its imports count, and those of the rest do not. Our
pages hold fewer words than theirs, and we set contents, laws, glossary and index besides; so the
seconds for the same chapters stand beside the pages a second.
"""

from __future__ import annotations

import tempfile
from pathlib import Path
from statistics import median

import click
import pypdfium2

from manuals.commands.bench import Cost, config, run
from manuals.volumes import load_shelf
from tests.bench.bars import at_least, at_most
from tests.bench.print_cold import LONG, ROOT, VOLUME_1, Figures, set_apart

RUNS = 3
PDF = "out.pdf"


def peer() -> bool:
    """Compare speed and size, for Volume 1 and for the volume of about 400 pages."""
    good = [_compare(chapters) for chapters in (VOLUME_1, LONG)]
    return all(good)


def _compare(chapters: int) -> bool:
    ours: list[Cost] = []
    theirs: list[Cost] = []
    with tempfile.TemporaryDirectory() as name:
        plain, with_pdf = Path(name) / "plain", Path(name) / "pdf"
        _write_project(plain, chapters, [])
        _write_project(with_pdf, chapters, [{"to-pdf": {"output_path": PDF}}])
        for _ in range(RUNS):
            figures, cost = set_apart(chapters)
            ours.append(cost)
            site, both = (run(place, "-m", "mkdocs", "build", "-q") for place in (plain, with_pdf))
            theirs.append(Cost(both.cpu - site.cpu, both.wall - site.wall))
        path = with_pdf / "site" / PDF
        pages, size = len(pypdfium2.PdfDocument(path)), path.stat().st_size
    return _report(chapters, figures, pages, size, list(zip(ours, theirs, strict=True)))


def _report(
    chapters: int, figures: Figures, pages: int, size: int, costs: list[tuple[Cost, Cost]]
) -> bool:
    click.echo(
        f"{chapters} chapters: ours {figures.pages} pages, mkdocs-to-pdf {pages}, not tagged"
    )
    good = []
    for what, name in (("processor", "cpu"), ("clock", "wall")):
        pairs = [(getattr(our, name), getattr(their, name)) for our, their in costs]
        our, their = (median(values) for values in zip(*pairs, strict=True))
        same = median(second / first for first, second in pairs)
        speeds = f"{figures.pages / our:.1f} / {pages / their:.1f}"
        line = f"  Pages a second, {what}: ours / mkdocs-to-pdf {speeds} ="
        good.append(at_least(line, same * figures.pages / pages, 2.5))
        click.echo(
            f"    same chapters, {what}: ours {our:.1f} s, mkdocs-to-pdf {their:.1f} s: "
            f"{same:.3f} times as fast"
        )
    kilobytes = f"{figures.size / 1000:.0f} / {size / 1000:.0f}"
    line = f"  Size in kB: ours / mkdocs-to-pdf {kilobytes} ="
    return all([*good, at_most(line, figures.size / size, 1)])


def _write_project(place: Path, chapters: int, plugins: list[object]) -> None:
    """Write the Vietnamese chapters as a MkDocs project; the plugin makes ids unique by file."""
    docs = place / "docs"
    docs.mkdir(parents=True)
    folder = ROOT / "docs" / load_shelf(ROOT).volumes[0].id
    own = sorted(folder.glob("[0-9]*.vi.md"))
    sources = {"index.vi.md": folder / "index.vi.md"}
    for number in range(chapters):
        path = own[number % len(own)]
        sources[f"{number + 1:02}{path.name[2:]}"] = path
    for name, path in sources.items():
        text = path.read_text(encoding="utf-8").replace(".vi.md", ".md")
        (docs / name.replace(".vi.md", ".md")).write_text(text, encoding="utf-8")
    config(place, ["search", *plugins])
