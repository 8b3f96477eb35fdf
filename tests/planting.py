"""Markers planted in every kind of place that is for trainers only, in a copy of the manuals.

A marker is a made-up word of small letters: folding, line ends and the check of figures leave it
alone. All markers of a copy begin with the same random letters, so that one search finds them all.
"""

from __future__ import annotations

import random
import re
import string
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from PIL import Image, PngImagePlugin

from manuals.chapters import Half, load_manuals
from manuals.outline import Box

VOLUME = "v1-foundations"
# The second has no role play, the first and the third have one.
CHAPTERS = (f"{VOLUME}/01-how-to-use", f"{VOLUME}/03-law", f"{VOLUME}/07-indicators")
COURSE = "data/courses/c1.yml"
ACADEMY = "planted-academy"
LOCAL = f"{VOLUME}/06-forms-and-routes"  # a slot that the course uses
COURSE_KEYS = ("trainers", "room", "cut_first", "roles", "materials", "cut", "what")
KEY = re.compile(r'^\s*(?:- )?(?P<key>\w+):(?P<text>.*"$)?')
ENDS = re.compile(r'"$')
EACH = 2  # places a kind of a course's texts


@dataclass(frozen=True)
class Place:
    """Where a marker stands; `shown`: trainers find it in what is built for them."""

    marker: str
    kind: str
    where: str
    shown: bool


@dataclass
class Planting:
    """The markers of one copy below `root`."""

    root: Path
    stem: str = field(default_factory=lambda: "zq" + "".join(random.choices("bdfghklmp", k=7)))
    places: list[Place] = field(default_factory=list)

    def marker(self, kind: str, where: str, *, shown: bool = True) -> str:
        """Return a new marker for a place."""
        first, second = divmod(len(self.places), 26)
        made = self.stem + string.ascii_lowercase[first] + string.ascii_lowercase[second]
        self.places.append(Place(made, kind, where, shown))
        return made

    @property
    def kinds(self) -> Counter[str]:
        """How many places there are of each kind."""
        return Counter(place.kind for place in self.places)


def plant(root: Path) -> Planting:
    """Plant markers in both halves of some chapters and in a course; return what stands where."""
    planting = Planting(root)
    manuals = load_manuals(root, "viet-nam")
    for stem in CHAPTERS:
        shared = {
            kind: planting.marker(kind, f"{stem}.*")
            for kind in ("id in a trainer box", "picture of a trainer box")
        }
        _draw(root / "docs" / VOLUME, shared["picture of a trainer box"])
        for half in manuals.pairs[stem].halves.values():
            _plant_half(planting, half, shared)
    _plant_course(planting)
    _plant_local(planting)
    return planting


def _draw(folder: Path, marker: str) -> None:
    """Write a picture that names the marker in its own metadata."""
    told = PngImagePlugin.PngInfo()
    told.add_text("Title", marker)
    Image.new("RGB", (40, 40), "navy").save(folder / f"{marker}.png", pnginfo=told)


def _plant_half(planting: Planting, half: Half, shared: dict[str, str]) -> None:
    path = planting.root / half.path
    lines = path.read_text(encoding="utf-8").split("\n")
    after: dict[int, list[str]] = {}
    notes: list[str] = []

    def marker(kind: str, line: int, *, shown: bool = True) -> str:
        return planting.marker(kind, f"{half.path}:{line}", shown=shown)

    def title(box: Box, kind: str) -> None:
        line = lines[box.line - 1]
        sign = " " if "|" in line else " | "
        lines[box.line - 1] = f"{line}{sign}{marker(kind, box.line)}"

    def note(box: Box, kind: str, label: str) -> str:
        notes.append(f"[^{label}]: {marker(kind, box.line)}.")
        return f"[^{label}]"

    for box in half.outline.boxes:
        made = after.setdefault(box.end - 1, [])
        if box.kind == "trainer":
            title(box, "title of a trainer box")
            cited = note(box, "footnote of a trainer box", "planted-trainer")
            made += ["", f"{marker('trainer box', box.end)}.{cited}", ""]
            made += [f"- {marker('list in a trainer box', box.end)}", ""]
            made += [
                "| A | B |",
                "|---|---|",
                f"| {marker('table in a trainer box', box.end)} | B |",
            ]
            made += ["", f"<!-- {marker('comment in a trainer box', box.end, shown=False)} -->", ""]
            spoken = marker("words of a picture in a trainer box", box.end)
            made += [f"![{spoken}]({shared['picture of a trainer box']}.png)", ""]
            made += [f"//// handout | {marker('title of a handout in a trainer box', box.end)}"]
            made += [f"    id: {shared['id in a trainer box']}", ""]
            made += [f"{marker('handout in a trainer box', box.end)}.", "////"]
        elif box.kind == "answer" and box.parent is not None and len(notes) < 3:
            label = f"planted-{box.parent.id}"
            cited = note(box, "footnote of an answer", label)
            made += ["", f"{marker('answer', box.end)}.{cited}"]
        elif box.kind == "card":
            title(box, "title of a role card")
            made += ["", f"{marker('role card', box.end)}."]
    first = half.outline.paragraphs[0].line - 1
    lines[first] += f" <!-- {marker('comment in common text', first + 1, shown=False)} -->"
    grown = [row for number, line in enumerate(lines) for row in [*after.get(number, []), line]]
    path.write_text("\n".join([*grown, *notes, ""]), encoding="utf-8")


def _plant_course(planting: Planting) -> None:
    """Plant in the first texts of each key that only trainers read, and in a comment."""
    path = planting.root / COURSE
    lines = path.read_text(encoding="utf-8").split("\n")
    count: Counter[str] = Counter()
    key = ""
    for number, line in enumerate(lines):
        found = KEY.match(line)
        if found and found["key"] not in ("en", "vi"):
            key = found["key"]
        text = line.rstrip().endswith('"') and (not found or found["key"] in ("en", "vi"))
        if key in COURSE_KEYS and text and count[key] < 2 * EACH:
            count[key] += 1
            made = planting.marker(f"{key} of a course", f"{COURSE}:{number + 1}")
            lines[number] = ENDS.sub(f' {made}"', line)
    lines.append(f"# {planting.marker('comment in a course', COURSE, shown=False)}")
    path.write_text("\n".join([*lines, ""]), encoding="utf-8")


def _plant_local(planting: Planting) -> None:
    """Add an academy whose additions have boxes and comments for trainers."""
    folder = planting.root / "data" / "local" / ACADEMY
    for locale in ("vi", "en"):
        path = folder / f"{LOCAL}.{locale}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        where = path.relative_to(planting.root).as_posix()
        box, title, cell, hidden = (
            planting.marker(f"{kind} in local content", where, shown=kind != "comment")
            for kind in ("trainer box", "title of a trainer box", "table", "comment")
        )
        path.write_text(
            f'---\nauthor: "A. B."\ndate: 2026-12-07\ntitle: "Planted"\n---\n\n'
            f"A text. <!-- {hidden} -->\n\n/// trainer | {title}\n{box}.\n\n"
            f"| A | B |\n|---|---|\n| {cell} | B |\n///\n",
            encoding="utf-8",
        )
    (folder / "name.yml").write_text('vi: "Học viện A"\nen: "Academy A"\n', encoding="utf-8")
