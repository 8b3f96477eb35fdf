"""./scripts/bench search: what readers find, and how fast, beside Material's search and MiniSearch.

The corpus, the queries and the engines' drivers are in tests/bench/, each a program of its own;
here they are run in order and their figures held against the bars. What does not change with our
engine is kept in .cache/bench-search, in a folder named by what it was made from.
"""

from __future__ import annotations

import base64
import hashlib
import json
import os
import shutil
import subprocess
import sys
import tarfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click

ROOT = Path(__file__).parents[3]
TOOLS = ROOT / "tests" / "bench"
KEPT = ROOT / ".cache" / "bench-search"
MINISEARCH = "minisearch@7.2.0"
MINISEARCH_SHA512 = (
    "dqT2XBYUOZOiC5t2HRnwADjhNS2cecp9u+TJRiJ1Qp/f5qjkeT5APcGPjHw+bz89Ms8Jp+cG4AlE+QZ/QnDglg=="
)
# What the kept sites, queries and answers are made from; data.py puts the rest in anew.
MADE_FROM = ("docs", "data", "hooks", "overrides", "mkdocs.yml", "tests/bench")
ANEW = (
    *("overrides/assets/js", "overrides/assets/css", "hooks/manuals/search", "hooks/manuals/print"),
    *("hooks/manuals/commands", "tests/bench/data.py", "tests/bench/failures.py"),
    *("tests/bench/speed.py", "tests/bench/watch.js", "tests/bench/ours.js"),
    *("tests/bench/growth.js", "__pycache__"),
)
TOP = 10
ENGINES = ("ours", "stock", "minisearch")
BARS = {
    **{f"{kind} phrases, {way}": 0.97 for kind in ("title", "body") for way in ("NFD", "UPPER")},
    **{f"{kind} phrases, no tones": 0.97 for kind in ("title", "body")},
    "title phrases, no marks": 0.98,
    "body phrases, no marks": 0.97,
    "minimal pairs": 0.985,
    "known items, as written": 0.9,
}


@dataclass(frozen=True)
class Row:
    """One line of the report; `ok` is None where there is no bar."""

    what: str
    ours: str
    stock: str = "–"
    minisearch: str = "–"
    bar: str = ""
    ok: bool | None = None


def bench_search(*, tune: bool, speed: bool) -> None:
    """Measure search on one half of the queries and print the report."""
    half = "tune" if tune else "held-out"
    folder = prepare()
    library = minisearch()
    for engine in ENGINES:
        answers = folder / f"answers-{engine}-{half}.json"
        if (engine == "minisearch" and not library) or (engine != "ours" and answers.is_file()):
            continue
        node("quality.js", engine, str(folder), half, str(library))
    rows = list(quality(folder, half))
    missed = [row.what for row in rows if row.ok is False]
    if speed:
        python("tests.bench.speed", str(folder), half)
        growth = json.loads(node("growth.js", str(folder), half))
        measured = json.loads((folder / f"speed-{half}.json").read_text(encoding="utf-8"))
        rows += times(measured)
        rows += grown(folder, growth, measured)
    click.echo(f"Search: 300 Vietnamese and 300 English pages, the {half} half of the queries")
    report(rows)
    if tune and missed:
        click.echo(python("tests.bench.failures", str(folder), half, *missed))


def prepare() -> Path:
    """Return the folder with sites, data and queries; build the sites if they are not there."""
    folder = KEPT / made_from()
    if not (folder / "pages.json").is_file():
        for old in KEPT.glob("[0-9a-f]" * 16):
            shutil.rmtree(old)
        folder.mkdir(parents=True)
        click.echo("Building the sites of the search bench (once, about a minute)", err=True)
        python("tests.bench.project", str(folder))
    python("tests.bench.data", str(folder))
    python("tests.bench.queries", str(folder))
    return folder


def made_from() -> str:
    """Return a hash over everything that the kept files are made from."""
    digest = hashlib.sha256()
    for name in MADE_FROM:
        top = ROOT / name
        for path in [top] if top.is_file() else sorted(top.rglob("*")):
            place = path.relative_to(ROOT).as_posix()
            if path.is_file() and not any(part in place for part in ANEW):
                digest.update(f"{place}\0".encode() + path.read_bytes())
    return digest.hexdigest()[:16]


def minisearch() -> Path | None:
    """Return MiniSearch's folder, from npm and checked; None where npm or the network is not."""
    place = KEPT / "minisearch"
    if (place / "package").is_dir():
        return place / "package"
    place.mkdir(parents=True, exist_ok=True)
    try:
        command = ["npm", "pack", "--silent", "--pack-destination", str(place), MINISEARCH]
        subprocess.run(command, cwd=place, check=True, capture_output=True)
    except (OSError, subprocess.CalledProcessError) as error:
        click.echo(f"MiniSearch is left out: {error}", err=True)
        return None
    packed = place / f"{MINISEARCH.replace('@', '-')}.tgz"
    found = base64.b64encode(hashlib.sha512(packed.read_bytes()).digest()).decode()
    if found != MINISEARCH_SHA512:
        raise SystemExit(f"{packed} is not what was measured before: sha512-{found}")
    with tarfile.open(packed) as archive:
        archive.extractall(place, filter="data")
    return place / "package"


def quality(folder: Path, half: str) -> Iterator[Row]:
    """Yield a row for each set of queries."""
    sets = json.loads((folder / f"queries-{half}.json").read_text(encoding="utf-8"))
    answers = {}
    for engine in ENGINES:
        path = folder / f"answers-{engine}-{half}.json"
        answers[engine] = json.loads(path.read_text("utf-8")) if path.is_file() else {}
    for item in sets:
        name = item["name"]
        rights = [set(query["right"]) for query in item["queries"]]
        cells, ours = {}, 0.0
        for engine in ENGINES:
            if name not in answers[engine]:
                continue
            pairs = list(zip(answers[engine][name], rights, strict=True))
            share = sum(recall(found, right) for found, right in pairs) / len(pairs)
            rank = sum(reciprocal(found, right) for found, right in pairs) / len(pairs)
            value = rank if item["measure"] == "rank" else share
            cells[engine] = f"{share:.3f} / {rank:.3f}"
            if item["measure"] != "recall":
                cells[engine] = f"{value:.3f}"
            ours = value if engine == "ours" else ours
        bar = BARS.get(name)
        kind = {"recall": "R@10 / MRR", "share": "share", "rank": "MRR"}[item["measure"]]
        yield Row(
            f"{name}: {kind}",
            **cells,
            bar=f"≥ {bar}" if bar else "",
            ok=ours >= bar if bar else None,
        )


def recall(found: list[str], right: set[str]) -> float:
    """Return the share of the right pages, ten at most, among the first ten found."""
    return len(right & set(found[:TOP])) / min(TOP, len(right))


def reciprocal(found: list[str], right: set[str]) -> float:
    """Return one over the place of the first right page."""
    return next((1 / place for place, name in enumerate(found, 1) if name in right), 0)


def times(measured: dict[str, Any]) -> Iterator[Row]:
    """Yield the rows of what the browser took."""
    ours, stock, thousand = measured["ours"], measured["stock"], measured["words"] / 1000

    def row(what: str, key: str, unit: float, bar: str, most: float | None) -> Row:
        ok = None if most is None else ours[key] <= most
        return Row(what, f"{ours[key] / unit:,.1f}", f"{stock[key] / unit:,.1f}", "–", bar, ok)

    share = stock["ready"] / ours["ready"]
    yield row(f"focus to ready, ms (1/{share:.1f})", "ready", 1, "≤ stock/9", stock["ready"] / 9)
    yield row("query, median, ms", "query", 1, "", None)
    yield row("query, p95, ms", "p95", 1, "≤ stock", stock["p95"])
    yield row("longest task while typing, ms", "longest", 1, "≤ 100", 100)
    share = stock["heap"] / ours["heap"]
    yield row(f"JS heap, MB (1/{share:.1f})", "heap", 1e6, "≤ stock/5", stock["heap"] / 5)
    yield row("bytes read, 1,000 words", "bytes", thousand, "< 6,800", 6800 * thousand - 1)


def grown(folder: Path, growth: dict[str, Any], measured: dict[str, Any]) -> Iterator[Row]:
    """Yield how ready and query grow with ten times as many pages."""
    sizes = [(folder / site / "search" / "vi.js").stat().st_size for site in ("ours", "large")]
    more = sizes[1] / sizes[0]
    for place, found in (("node, processor", growth), ("browser, clock", measured)):
        for key in ("ready", "query"):
            small, large = found["ours"][key], found["large"][key]
            yield Row(
                f"300 to 3,000 pages, {key}, {place}: {small:,.1f} to {large:,.1f} ms",
                f"× {large / small:.1f}",
                bar=f"≤ × {more:.1f}",
                ok=large / small <= more,
            )


def report(rows: list[Row]) -> None:
    """Print the table."""
    cells = [("", "ours", "stock", "MiniSearch", "bar", "")]
    words = {True: "ok", False: "MISS", None: ""}
    cells += [
        (row.what, row.ours, row.stock, row.minisearch, row.bar, words[row.ok]) for row in rows
    ]
    widths = [max(len(row[column]) for row in cells) for column in range(len(cells[0]))]
    for line in cells:
        first, *rest = (text.ljust(width) for text, width in zip(line, widths, strict=True))
        click.echo("  ".join(["", first, *rest]).rstrip())


def python(module: str, *arguments: str) -> str:
    """Run one of the bench's programs in Python; return what it prints."""
    values = {"PYTHONPATH": f"{ROOT / 'hooks'}{os.pathsep}{ROOT}", "PYTHONUTF8": "1"}
    return run([sys.executable, "-m", module, *arguments], values)


def node(script: str, *arguments: str) -> str:
    """Run one of the bench's programs under node; return what it prints."""
    return run(["node", str(TOOLS / script), *arguments], {})


def run(command: list[str], values: dict[str, str]) -> str:
    """Run a command in the project; stop if it fails."""
    done = subprocess.run(
        command, cwd=ROOT, env={**os.environ, **values}, capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise SystemExit(f"{' '.join(command)} failed:\n{done.stdout}{done.stderr}")
    return done.stdout
