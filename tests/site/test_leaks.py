"""Nothing for trainers reaches a participant: planted in a copy of the manuals, sought everywhere.

Whatever stands below dist/ but not in dist/trainer/ is a participant's: a new artefact is read here
as soon as it is written there. What ./scripts/build does not write itself has its line in MADE.
"""

from __future__ import annotations

import gzip
import io
import subprocess
import sys
import zipfile
from dataclasses import dataclass
from pathlib import Path

import pikepdf
import pytest

from tests.everybyte import markers_below, markers_in
from tests.planting import ACADEMY, Planting, plant
from tests.real import copy_sources, run_build

pytestmark = pytest.mark.slow
COURSE = ("manuals.commands.course", "c1", "--date", "2034-01-09", "--place", "Hạ Long")
PACKS = (*COURSE, "--edition", "trainer", "--local", ACADEMY)  # participants' packs come along
MADE = (
    (*PACKS, "--lang", "vi"),
    (*PACKS, "--lang", "en", "--both"),
)
CUT = ("expand.py", "edition_lines(half.body, half.outline, edition)", "edition")
NAMED = ("expand.py", "if box.trainer and edition != TRAINER:", "edition")
NET = ("pages.py", "check_trust(html.fragment_fromstring(content", "self.edition")
PICTURES = ("pages.py", "return shown_pictures(", "self.edition")


@dataclass(frozen=True)
class Copy:
    """A copy of the project with what was planted in it."""

    root: Path
    planting: Planting


def copied(root: Path) -> Copy:
    """Copy the project's sources and plant markers in them."""
    root.mkdir()
    copy_sources(root)
    return Copy(root, plant(root))


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Copy:
    """Build everything from a planted copy, both editions, for the press too."""
    made = copied(tmp_path_factory.mktemp("planted") / "manuals")
    done = run_build(made.root, made.root / "dist", "--press")
    assert done.returncode == 0, done.stdout + done.stderr
    for command in MADE:
        done = subprocess.run(
            [sys.executable, "-m", *command],
            cwd=made.root,
            env={
                "PYTHONPATH": str(made.root / "hooks"),
                "PATH": "/usr/bin:/bin",
                "PYTHONUTF8": "1",
            },
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stdout + done.stderr
    return made


def test_enough_is_planted(copy: Copy) -> None:
    """At least thirty places of at least ten kinds, in both languages."""
    kinds = copy.planting.kinds
    assert len(copy.planting.places) >= 30
    assert len(kinds) >= 10, kinds
    assert min(kinds.values()) >= 1


def test_no_marker_reaches_a_participant(copy: Copy) -> None:
    """Not one, in any byte of any file."""
    found = markers_below(copy.root / "dist", copy.planting.stem, without="trainer")
    told = [
        f"{place.kind} ({place.where}) in {', '.join(sorted(found[place.marker])[:5])}"
        for place in copy.planting.places
        if place.marker in found
    ]
    assert not told, "\n".join(told)
    assert not found


def test_trainers_get_all_of_it(copy: Copy) -> None:
    """So the places are real, and the search finds what is there: on pages, and in PDFs."""
    found = markers_below(copy.root / "dist" / "trainer", copy.planting.stem)
    for place in copy.planting.places:
        files = found.get(place.marker, set())
        assert bool(files) == place.shown, f"{place.kind} ({place.where}): {sorted(files)[:5]}"
    printed = {
        place.kind
        for place in copy.planting.places
        if any(name.endswith(".pdf") for name in found.get(place.marker, ()))
    }
    assert len(printed) >= 10, printed


def without(made: Copy, *places: tuple[str, str, str]) -> subprocess.CompletedProcess[str]:
    """Build participants' pages with code that takes every edition for the trainers' there."""
    for name, start, word in places:
        source = made.root / "hooks" / "manuals" / name
        lines = source.read_text(encoding="utf-8").split("\n")
        (number,) = [place for place, line in enumerate(lines) if start in line]
        lines[number] = (
            lines[number].replace(word + ")", '"trainer")').replace(f"{word} !=", '"trainer" !=')
        )
        source.write_text("\n".join(lines), encoding="utf-8")
    return run_build(made.root, made.root / "dist", "--no-pdf", "--edition", "participant")


def test_without_the_cut_the_test_fails(tmp_path: Path) -> None:
    """Take the cut out of the code: the build stops; take its nets out too: all leaks."""
    made = copied(tmp_path / "manuals")
    done = without(made, CUT, NAMED)
    assert done.returncode == 1
    assert '0 boxes "trainer" in the text, 1 on the page' in done.stdout + done.stderr
    assert not (made.root / "dist").exists()

    done = without(made, NET, PICTURES)
    assert done.returncode == 0, done.stdout + done.stderr
    found = markers_below(made.root / "dist", made.planting.stem, without="trainer")
    kinds = {place.kind for place in made.planting.places if place.marker in found}
    assert len(kinds) >= 10, kinds


def test_every_writing_of_a_marker_is_found() -> None:
    """In an archive in an archive, packed, in a PDF's metadata, outline and attachment."""
    stem, marker = "zqbdfghkl", "zqbdfghklaa"
    inner, outer = io.BytesIO(), io.BytesIO()
    with zipfile.ZipFile(inner, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.html", f"<p>{marker.upper()}</p>")
    with zipfile.ZipFile(outer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("inner.zip", inner.getvalue())
    assert markers_in("a.zip", outer.getvalue(), stem) == {marker}
    assert markers_in("a.gz", gzip.compress(marker.encode()), stem) == {marker}
    assert markers_in(f"{marker}.png", b"", stem) == {marker}
    assert markers_in("a.js", marker.encode("utf-16-be"), stem) == {marker}
    for where in ("title", "outline", "attachment", "stream"):
        pdf = pikepdf.new()
        pdf.add_blank_page()
        if where == "title":
            pdf.docinfo["/Title"] = f"Sổ tay {marker}"
        elif where == "outline":
            with pdf.open_outline() as outline:
                outline.root.append(pikepdf.OutlineItem(f"Mục {marker}", 0))
        elif where == "attachment":
            pdf.attachments["a.zip"] = outer.getvalue()
        else:
            pdf.pages[0].Contents = pdf.make_stream(f"% {marker}".encode())
        target = io.BytesIO()
        pdf.save(
            target, compress_streams=True, object_stream_mode=pikepdf.ObjectStreamMode.generate
        )
        assert markers_in("a.pdf", target.getvalue(), stem) == {marker}, where
    assert markers_in("a.pdf", target.getvalue(), "zqother") == set()
