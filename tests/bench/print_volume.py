"""./scripts/bench print: layout, write, edit while watching, growth and memory of a volume.

The volume of about 400 pages is Volume 1 with its chapters taken again under ids of their own.
"""

from __future__ import annotations

import resource
import subprocess
import sys
import time
import unicodedata
from collections.abc import Iterator
from dataclasses import astuple, dataclass, replace
from pathlib import Path
from statistics import median

import click
import pypdfium2
from lxml import html

from manuals.commands.country import country_of
from manuals.commands.pdf import volume_book
from manuals.editions import TRAINER
from manuals.pages import open_run
from manuals.print.finishing import finish_tags
from manuals.print.joining import Pages, no_collector
from manuals.print.pdf import Book, Setter

ROOT = Path(__file__).parents[2]
SHORT, LONG = 6, 25  # chapters: about 100 and 400 pages
RUNS = 3
EDITED = 2  # the third chapter


@dataclass(frozen=True)
class Cold:
    """What a volume cost that was set once: processor seconds, pages, the most memory in MB."""

    layout: float
    write: float
    pages: int
    memory: int


def main() -> None:
    """Print every figure beside its bar; exit with 1 where a bar is missed."""
    if len(sys.argv) > 1:
        click.echo(" ".join(map(str, astuple(_cold(int(sys.argv[1]))))))
        return
    results = [growth(), edit()]
    if not all(results):
        sys.exit(1)


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
        parts.append(text)
    late = made.late if chapters >= len(body) else ()  # the index asks for every chapter
    return replace(made, parts=[*parts, made.parts[-1]], late=late)


def growth() -> bool:
    """Set a short and a long volume, each in a process of its own, in turn."""
    runs = [(_apart(SHORT), _apart(LONG)) for _ in range(RUNS)]
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
        good.append(
            _say(f"{what}{second:.1f} at {long.pages}: ratio", ratio, ratio <= 1.15, "1.15")
        )
    seconds = median(other.layout + other.write for _, other in runs)
    click.echo(
        f"  {long.pages} pages in {seconds:.1f} s: {long.pages / seconds:.1f} pages a second"
    )
    memory = max(other.memory for _, other in runs)
    good.append(_say(f"Memory, {long.pages} pages, MB:", memory, memory < 800, "800"))
    return all(good)


def edit() -> bool:
    """Edit one paragraph at a time in a volume that is kept, as ./scripts/pdf --watch does."""
    setter, made = Setter(ROOT / "docs"), volume(LONG)
    cold, _, data, _ = _timed(setter, made)
    layouts, writes = [], []
    for number in range(RUNS + 1):
        setter.rest()
        parts = list(made.parts)
        parts[EDITED] = parts[EDITED].replace("</p>", f" Một câu mới, số {number}.</p>", 1)
        again, write, _, _ = _timed(setter, replace(made, parts=parts))
        layouts.append(again)
        writes.append(write)
    share, write = median(layouts) / cold, median(writes)
    whole = (median(layouts) + write) / write
    good = [
        _say("One paragraph edited: layout / cold layout", share, share < 0.05, "0.05"),
        _say(f"  layout and write / write ({write:.1f} s)", whole, whole <= 1.2, "1.2"),
    ]
    setter.rest()
    _, _, same, pages = _timed(setter, made)
    good.append(
        _say("Bytes differ after the edits are undone", int(same != data), same == data, "0")
    )
    lost = list(_lost(made, pages, data))
    good.append(_say("Paragraphs and footnotes lost, doubled or moved", len(lost), not lost, "0"))
    return all(good)


def _timed(setter: Setter, made: Book) -> tuple[float, float, bytes, Pages]:
    with no_collector():
        begin = time.process_time()
        pages = setter.arrange(made)
        laid = time.process_time()
        data = pages.write(finish_tags)
        return laid - begin, time.process_time() - laid, data, pages


def _cold(chapters: int) -> Cold:
    layout, write, _, pages = _timed(Setter(ROOT / "docs"), volume(chapters))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    return Cold(layout, write, len(pages.sheets), peak)


def _apart(chapters: int) -> Cold:
    command = [sys.executable, "-m", "tests.bench.print_volume", str(chapters)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    layout, write, pages, memory = done.stdout.split()
    return Cold(float(layout), float(write), int(pages), int(memory))


def _lost(made: Book, pages: Pages, data: bytes) -> Iterator[str]:
    """Yield each numbered paragraph and footnote that does not stand once and in order."""
    document = pypdfium2.PdfDocument(data)
    starts = [start for start, _ in pages.parts[1:]]
    for part, start, end in zip(made.parts, starts, starts[1:], strict=False):
        text = _squeezed("".join(_body(document[place]) for place in range(start, end)))
        root = html.fragment_fromstring(part, create_parent="div")
        for kind, length in ((".//p[@class='numbered']", 24), (".//span[@class='note']", None)):
            place = 0
            for element in root.iterfind(kind):
                words = _squeezed(_own(element))[:length]
                found = text.find(words, place)
                if found < 0 or text.count(words) != 1:
                    yield words
                place = max(found, place)


def _body(page: pypdfium2.PdfPage) -> str:
    """Return a page's text without running head and foot."""
    width, height = page.get_size()
    return str(page.get_textpage().get_text_bounded(0, 60, width, height - 62))


def _own(element: html.HtmlElement) -> str:
    """Return an element's text without the notes in it, which stand at the page's foot."""
    copy = html.fromstring(html.tostring(element, encoding="unicode"))
    for note in list(copy.iterfind(".//span[@class='note']")):
        note.text = " "
        for child in list(note):
            child.drop_tree()
    return str(copy.text_content()).partition("  ")[0]


def _squeezed(text: str) -> str:
    return "".join(filter(str.isalnum, unicodedata.normalize("NFC", text)))


def _say(what: str, found: float, good: bool, bar: str) -> bool:
    value = f"{found:.3f}" if isinstance(found, float) else str(found)
    click.echo(f"{what} {value}, at most {bar}: {'ok' if good else 'MISSED'}")
    return good


if __name__ == "__main__":
    main()
