"""./scripts/bench: the build's cost as ratios against peers, measured in turn in one run."""

from __future__ import annotations

import os
import re
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from statistics import median

import click
import yaml

from manuals.commands.bench_search import bench_search
from manuals.manifest import INPUTS

ROOT = Path(__file__).parents[3]
PARTS = ("site", "changes", "print", "packs", "search", "sync", "spelling")
BARE = {
    "site_name": "Bare",
    "use_directory_urls": False,
    "theme": {"name": "material", "font": False, "language": "vi"},
    "markdown_extensions": ["attr_list", "footnotes", "tables", {"toc": {"permalink": "#"}}],
}
I18N = {
    "docs_structure": "suffix",
    "fallback_to_default": False,
    "languages": [
        {"locale": "vi", "name": "Tiếng Việt", "default": True, "build": True},
        {"locale": "en", "name": "English", "build": True},
    ],
}


@dataclass(frozen=True)
class Cost:
    """Seconds of one finished command: processor time of all its processes, and the clock's."""

    cpu: float
    wall: float


@click.command()
@click.argument("parts", nargs=-1, type=click.Choice(PARTS))
@click.option("--runs", default=3, help="Counted runs of each side.")
@click.option("--tune", is_flag=True, help="search: ask the queries to tune on; tell which fail.")
@click.option("--speed/--no-speed", default=True, help="search: open a browser and measure times.")
def bench(parts: tuple[str, ...], runs: int, tune: bool, speed: bool) -> None:
    """Measure PARTS (all if none is named): site, changes, print, packs, search, sync, spelling."""
    measures: dict[str, Callable[[Path, int], None]] = {
        "site": bench_site,
        "changes": bench_changes,
        "print": lambda _folder, _runs: bench_module("print_volume"),
        "packs": lambda _folder, _runs: bench_module("packs"),
        "search": lambda _folder, _runs: bench_search(tune=tune, speed=speed),
        "sync": lambda _folder, _runs: bench_module("sync"),
        "spelling": lambda _folder, _runs: bench_module("typos"),
    }
    for part in parts or tuple(measures):
        with tempfile.TemporaryDirectory() as folder:
            measures[part](Path(folder), runs)


def bench_site(folder: Path, runs: int) -> None:
    """Build one edition of the site with all our hooks, against bare Material + static-i18n.

    The pages of courses are made from data/, so that the peer has none; both build the same docs.
    """
    project = copy_of_project(folder / "ours")
    shutil.rmtree(project / "data" / "courses")
    bare = folder / "bare"
    shutil.copytree(ROOT / "docs", bare / "docs")
    config(bare, [{"search": {"lang": ["vi", "en"]}}, {"i18n": I18N}])
    ours, theirs = [], []
    for _ in range(runs + 1):
        ours.append(run(project, "-m", "mkdocs", "build", "-q", MANUALS_PDF="links"))
        theirs.append(run(bare, "-m", "mkdocs", "build", "-q"))
    report("Site, one edition: ours / bare Material + static-i18n", ours, theirs, "at most 1.3")


def bench_changes(folder: Path, runs: int) -> None:
    """Build with nothing changed, and with one chapter edited, against a cold build."""
    project = copy_of_project(folder / "ours")
    build = ("-m", "manuals.commands.build")
    cold = run(project, *build)
    same = [run(project, *build) for _ in range(runs + 1)]
    report("Nothing changed / cold build", same, [cold] * len(same), "under 0.05")
    cache = project / ".cache" / "pdf"
    before = set(cache.iterdir())
    chapter = sorted((project / "docs").glob("*/[0-9]*.vi.md"))[0]
    text = chapter.read_text(encoding="utf-8")
    chapter.write_text(
        re.sub(r"(\n## .*\n\n[^\n]*?\.)", r"\1 Một câu mới.", text, count=1), encoding="utf-8"
    )
    edited = [run(project, *build)]
    report("One chapter edited in one language / cold build", edited, [cold])
    names = [path.stem[:12] for path in set(cache.iterdir()) - before]
    click.echo(f"  PDFs set again: {len(names)} of {len(before)} (its language and both)")


def bench_module(name: str) -> None:
    """Run a measure of tests/bench/: `print_volume`, `packs`, `sync` or `typos`."""
    done = subprocess.run([sys.executable, "-m", f"tests.bench.{name}"], cwd=ROOT, check=False)
    if done.returncode:
        sys.exit(done.returncode)


def copy_of_project(place: Path) -> Path:
    """Copy what a build reads, so that a bench never touches dist/ or the kept PDFs."""
    for name in INPUTS:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, place / name)
        else:
            place.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(source, place / name)
    return place


def config(place: Path, plugins: list[object]) -> None:
    """Write a peer's mkdocs.yml."""
    text = yaml.safe_dump({**BARE, "plugins": plugins}, allow_unicode=True)
    (place / "mkdocs.yml").write_text(text, encoding="utf-8")


def run(folder: Path, *arguments: str, **values: str) -> Cost:
    """Run Python in a folder and return its cost; stop if it fails."""
    values |= {"PYTHONPATH": str(folder / "hooks"), "NO_MKDOCS_2_WARNING": "1", "PYTHONUTF8": "1"}
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic()
    done = subprocess.run(
        [sys.executable, *arguments],
        cwd=folder,
        env={**os.environ, **values},
        capture_output=True,
        text=True,
        check=False,
    )
    wall = time.monotonic() - start
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode:
        raise SystemExit(f"{' '.join(arguments)} failed:\n{done.stdout}{done.stderr}")
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Cost(cpu, wall)


def report(what: str, ours: list[Cost], theirs: list[Cost], bar: str = "") -> None:
    """Print medians and the ratio's median, pair by pair; the first pair only warms up."""
    pairs = list(zip(ours, theirs, strict=True))[1:] or list(zip(ours, theirs, strict=True))
    click.echo(f"{what}{f' ({bar})' if bar else ''}")
    for name in ("cpu", "wall"):
        first = [getattr(one, name) for one, _ in pairs]
        second = [getattr(other, name) for _, other in pairs]
        ratio = median(a / b for a, b in zip(first, second, strict=True))
        click.echo(f"  {name:4} {median(first):7.3f} s / {median(second):7.3f} s = {ratio:.3f}")


if __name__ == "__main__":
    bench(prog_name="./scripts/bench")
