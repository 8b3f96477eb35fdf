"""Booklets and two pages a sheet: what lands where on paper, read back from the sheets."""

from __future__ import annotations

from io import BytesIO
from itertools import pairwise
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from click.testing import CliRunner

from manuals.commands.impose import STAPLED, command
from manuals.print.imposition import MM, SHEETS, booklet, booklet_sides, creep, two_up, two_up_sides
from manuals.print.pdf import Book, set_book

HERE = Path(__file__).parent / "packs"  # any folder without pictures
NONE = None
BOOKLETS = {
    1: [(NONE, 0), (NONE, NONE)],
    2: [(NONE, 0), (1, NONE)],
    3: [(NONE, 0), (1, 2)],
    4: [(3, 0), (1, 2)],
    5: [(NONE, 0), (1, NONE), (NONE, 2), (3, 4)],
    6: [(NONE, 0), (1, NONE), (5, 2), (3, 4)],
    7: [(NONE, 0), (1, 6), (5, 2), (3, 4)],
    8: [(7, 0), (1, 6), (5, 2), (3, 4)],
    9: [(NONE, 0), (1, NONE), (NONE, 2), (3, 8), (7, 4), (5, 6)],
}


def pages(count: int, style: str = "") -> bytes:
    """Set a book of some pages with one word each."""
    body = "".join(f'<p style="break-after: page">Trang{number}</p>' for number in range(count))
    text = f'<!doctype html><html lang="vi"><title>Sổ tay</title>{body}'
    return set_book(Book("pages", text, style or "@page { size: A4 }"), HERE)


@pytest.fixture(scope="module")
def nine() -> bytes:
    """Return nine pages of A4."""
    return pages(9)


def halves(data: bytes) -> list[tuple[str, str]]:
    """Return the text on each half of each side."""
    found = []
    for page in pypdfium2.PdfDocument(data):
        width, height = page.get_size()
        text = page.get_textpage()
        both = ((0, width / 2), (width / 2, width))
        left, right = (text.get_text_bounded(a, 0, b, height).strip() for a, b in both)
        found.append((left, right))
    return found


def first_edge(data: bytes, side: int, half: int) -> float:
    """Return how far a half's text stands from its own left edge, in points."""
    page = pypdfium2.PdfDocument(data)[side]
    middle = page.get_width() / 2
    text = page.get_textpage()
    edges = [text.get_charbox(place)[0] for place in range(text.count_chars())]
    return min(edge for edge in edges if (edge >= middle) == bool(half)) - middle * half


@pytest.mark.parametrize("count", BOOKLETS)
def test_order_of_a_booklet(count: int) -> None:
    """Each page stands on the side that folding puts in its place, with blanks at the end."""
    assert booklet_sides(count) == BOOKLETS[count]


@pytest.mark.parametrize("count", [*range(1, 41), 140])
def test_folded_booklet_is_read_in_order(count: int) -> None:
    """Lay the sheets on each other, fold, leaf through: the pages come in order, blanks last."""
    sides = booklet_sides(count)
    assert len(sides) % 2 == 0
    sheets = [(front, back) for front, back in zip(sides[::2], sides[1::2], strict=True)]
    first = [page for front, back in sheets for page in (front[1], back[0])]
    last = [page for front, back in reversed(sheets) for page in (back[1], front[0])]
    read = [*first, *last]
    assert read == [*range(count), *[None] * (-count % 4)]


@pytest.mark.parametrize(
    ("count", "sides"), [(1, [(0, 0)]), (2, [(0, 1)]), (3, [(0, 1), (2, None)]), (0, [])]
)
def test_order_of_two_up(count: int, sides: list[tuple[int, int | None]]) -> None:
    """Two pages side by side; a single one twice, so that one cut gives two copies."""
    assert two_up_sides(count) == sides


def test_booklet_of_nine_pages(nine: bytes) -> None:
    """On the paper itself: three sheets, six sides, every page once and in its place."""
    expected = [
        tuple("" if page is None else f"Trang{page}" for page in side) for side in BOOKLETS[9]
    ]
    assert halves(booklet(nine)) == expected


def test_two_up(nine: bytes) -> None:
    """Pages run on from left to right; a single page stands on both halves."""
    found = halves(two_up(nine))
    assert found[0] == ("Trang0", "Trang1")
    assert found[-1] == ("Trang8", "")
    assert halves(two_up(pages(1))) == [("Trang0", "Trang0")]


@pytest.mark.parametrize(("paper", "size"), [("A4", (297, 210)), ("A3", (420, 297))])
def test_paper(nine: bytes, paper: str, size: tuple[int, int]) -> None:
    """The sheet is landscape; A4 pages become A5 on A4 and keep their size on A3."""
    document = pypdfium2.PdfDocument(booklet(nine, paper, 0))
    assert document[0].get_size() == pytest.approx([side * MM for side in size], abs=0.1)
    plain = pypdfium2.PdfDocument(nine)[0].get_textpage().get_charbox(0)
    placed = document[0].get_textpage().get_charbox(0)
    scale = (placed[3] - placed[1]) / (plain[3] - plain[1])
    assert scale == pytest.approx(size[1] / 297, abs=0.01)


def test_creep_moves_inner_pages_to_the_fold(nine: bytes) -> None:
    """A sheet thicker, and the pages of the next sheet stand nearer to the fold by as much."""
    assert creep(6, 0.5) == [0, 0, 0.5, 0.5, 1, 1]
    flat, thick = booklet(nine, thickness=0), booklet(nine, thickness=2)
    moved = [first_edge(thick, side, 1) - first_edge(flat, side, 1) for side in (0, 2, 5)]
    assert moved == pytest.approx([0, -2 * MM, -4 * MM], abs=0.01)
    left = first_edge(thick, 5, 0) - first_edge(flat, 5, 0)
    assert left == pytest.approx(4 * MM, abs=0.01)


def test_landscape_pages_are_turned() -> None:
    """A page that lies on its side stands on its half, whole, as large as an upright one."""
    wide = pages(2, "@page { size: A4 landscape; margin: 20mm }")
    page = pypdfium2.PdfDocument(two_up(wide, "A3"))[0]
    text = page.get_textpage()
    boxes = [text.get_charbox(place) for place in range(6)]
    assert all(lower[1] < upper[1] for lower, upper in pairwise(boxes))
    assert [text.get_text_bounded(0, 0, 420 * MM / 2, 297 * MM).strip()] == ["Trang0"]


def rotated(data: bytes, turn: int) -> bytes:
    """Return a PDF whose pages a viewer shows turned."""
    with pikepdf.open(BytesIO(data)) as pdf:
        for page in pdf.pages:
            page.Rotate = turn
        turned = BytesIO()
        pdf.save(turned)
    return turned.getvalue()


def test_rotated_pages_are_read_as_shown(nine: bytes) -> None:
    """A page with /Rotate is placed as a viewer shows it; what lies on its side is turned."""
    text = pypdfium2.PdfDocument(two_up(rotated(nine, 180)))[0].get_textpage()
    assert text.get_charbox(0)[0] > text.get_charbox(4)[0]
    assert halves(two_up(rotated(nine, 90))) == halves(two_up(nine))


def test_pages_are_cut_to_their_trim_box(nine: bytes) -> None:
    """Marks and bleed of a press file stay off the sheet: the trim box fills the half."""
    with pikepdf.open(BytesIO(nine)) as pdf:
        for page in pdf.pages:
            width, height = SHEETS["A4"][1], SHEETS["A4"][0]
            page.MediaBox = pikepdf.Array([-50, -50, width + 50, height + 50])
            page.TrimBox = pikepdf.Array([0, 0, width, height])
        bled = BytesIO()
        pdf.save(bled)
    for half in (0, 1):
        expected = first_edge(two_up(nine), 0, half)
        assert first_edge(two_up(bled.getvalue()), 0, half) == pytest.approx(expected, abs=0.1)


def test_same_bytes_and_what_the_printer_is_told(nine: bytes) -> None:
    """Equal pages give equal bytes; a viewer is asked not to scale, a booklet for both sides."""
    assert booklet(nine) == booklet(nine)
    ids = [pikepdf.open(BytesIO(made)).trailer.ID[1] for made in (booklet(nine), two_up(nine))]
    assert ids[0] != ids[1]  # made from the content, not from the clock
    with pikepdf.open(BytesIO(booklet(nine))) as pdf:
        wishes = pdf.Root.ViewerPreferences
        assert wishes.PrintScaling == "/None"
        assert wishes.Duplex == "/DuplexFlipShortEdge"
        assert str(pdf.docinfo["/Title"]) == "Sổ tay"
        assert str(pdf.Root.Lang) == "vi"
    with pikepdf.open(BytesIO(two_up(nine))) as pdf:
        assert "/Duplex" not in pdf.Root.ViewerPreferences
    assert len(booklet(nine)) < 1.5 * len(nine)


def run(*options: str) -> tuple[int, str]:
    """Run the command; return its exit code and what it says."""
    done = CliRunner().invoke(command, options, catch_exceptions=False)
    return done.exit_code, done.output


def test_command(nine: bytes, tmp_path: Path) -> None:
    """The new file stands beside the old one and is named after it."""
    file = tmp_path / "v1-foundations-03-law.vi.pdf"
    file.write_bytes(nine)
    for kind, made in (("booklet", booklet(nine, "A3", 0.2)), ("2up", two_up(nine, "A3"))):
        place = tmp_path / f"v1-foundations-03-law.vi.{kind}.pdf"
        assert run(str(file), f"--{kind}", "--paper", "A3", "--thickness", "0.2") == (
            0,
            f"{place}\n",
        )
        assert place.read_bytes() == made


def test_command_refuses(tmp_path: Path) -> None:
    """No kind, no file, a file that is no PDF: each is said, nothing is written."""
    file = tmp_path / "a.pdf"
    assert run(str(file)) == (2, run(str(file))[1])
    assert "Say --booklet or --2up" in run(str(file))[1]
    for _ in range(2):
        code, said = run(str(file), "--booklet")
        assert code == 1
        assert "a.pdf: this file cannot be read as a PDF" in said
        file.write_text("not a PDF")
    assert [path.name for path in tmp_path.iterdir()] == ["a.pdf"]


def test_too_thick_to_staple(tmp_path: Path) -> None:
    """A whole volume as one booklet is written, but said to be too thick."""
    file = tmp_path / "a.pdf"
    with pikepdf.new() as pdf:
        for _ in range(4 * STAPLED + 1):
            pdf.add_blank_page(page_size=(300, 420))
        pdf.save(file)
    code, said = run(str(file), "--booklet")
    assert code == 0
    assert f"warning: {STAPLED + 1} sheets are more than a staple holds ({STAPLED})" in said
    assert "warning" not in run(str(file), "--2up")[1]
