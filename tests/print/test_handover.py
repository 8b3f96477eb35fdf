"""What the printing house gets of the real volume, counted by Ghostscript as a press would."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path

import pikepdf
import pytest

from manuals.chapters import load_manuals
from manuals.print.book import compose_volume
from manuals.print.handover import hand_over
from manuals.print.pdf import Setter
from tests.real import ROOT, articles

pytestmark = pytest.mark.slow
BARE = 0.0007  # what the marks alone lay on each plate of an A4 page
NAME = "v1-foundations.vi"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write all that is handed over of the Vietnamese volume, twice; return the folder."""
    manuals = load_manuals(ROOT, "viet-nam")
    volume = manuals.shelf.volumes[0]
    book = compose_volume(manuals, volume, "vi", "participant", articles("participant"))
    setter, found = Setter(ROOT / "docs"), tmp_path_factory.mktemp("press")
    handover = hand_over(manuals, volume, "vi", "participant", book, setter)
    again = hand_over(manuals, volume, "vi", "participant", book, Setter(ROOT / "docs"))
    assert handover.files == again.files
    for name, data in handover.files.items():
        (found / name).write_bytes(data)
    return found


def test_the_ticket_lists_the_pages_in_colour(folder: Path) -> None:
    """Ghostscript finds ink beside black and marks on exactly these; on the others black alone."""
    ticket = json.loads((folder / f"{NAME}.ticket.json").read_text(encoding="utf-8"))
    shares = coverage(folder / f"{NAME}.press.pdf")
    assert len(shares) == ticket["pages"]
    coloured = [page for page, share in enumerate(shares, 1) if max(share[:3]) > BARE]
    assert coloured == ticket["colour"]
    assert 0 < len(coloured) < len(shares)


def coverage(path: Path) -> list[list[float]]:
    """Return how much of each page each of the four plates covers."""
    command = ["gs", "-q", "-o", "-", "-sDEVICE=inkcov", str(path)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return [
        [float(share) for share in re.findall(r"\d\.\d+", line)]
        for line in done.stdout.splitlines()
    ]


def test_no_page_holds_what_a_press_cannot_print(folder: Path) -> None:
    """No RGB, no grey operator, no mask, nothing see-through in body and cover; boxes nested."""
    for name in ("press", "cover"):
        with pikepdf.open(folder / f"{NAME}.{name}.pdf") as pdf:
            assert not pdf.check_pdf_syntax()
            for page in pdf.pages:
                used = {str(item.operator) for item in pikepdf.parse_content_stream(page)}
                assert not used & {"rg", "RG", "g", "G", "sh", "sc", "SC", "scn"}
                sheet, bleed, trim = (
                    page.obj[key] for key in ("/MediaBox", "/BleedBox", "/TrimBox")
                )
                for outer, inner in ((sheet, bleed), (bleed, trim)):
                    assert all(float(outer[edge]) < float(inner[edge]) for edge in (0, 1))
                    assert all(float(outer[edge]) > float(inner[edge]) for edge in (2, 3))
            for item in pdf.objects:
                if isinstance(item, pikepdf.Dictionary | pikepdf.Stream):
                    assert "/SMask" not in item
                    assert float(item.get("/ca", 1)) == float(item.get("/CA", 1)) == 1


def test_the_grey_copy_has_the_cover_too(folder: Path) -> None:
    """An office prints all of it on A4; the press's body leaves the cover out."""
    with (
        pikepdf.open(folder / f"{NAME}.grey.pdf") as grey,
        pikepdf.open(folder / f"{NAME}.press.pdf") as body,
    ):
        assert -3 <= len(grey.pages) - 2 - len(body.pages) <= 0
        assert {tuple(round(float(edge)) for edge in page.MediaBox) for page in grey.pages} == {
            (0, 0, 595, 842)
        }
