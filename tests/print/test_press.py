"""Files for the press and for office printers, read back as the printing house's programs do."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from PIL import Image
from weasyprint import CSS, HTML
from weasyprint.text.fonts import FontConfiguration

from manuals.errors import ManualError
from manuals.print.fetcher import BASE, HERE, OwnFetcher
from manuals.print.outputs import Pressed, body_of, write_grey, write_press
from manuals.print.press.colour import Press
from manuals.print.press.profile import read_press
from manuals.printing import Printing

ROOT = Path(__file__).parents[2]
MM = 72 / 25.4
PROFILE = "/usr/share/color/icc/ghostscript/default_cmyk.icc"
TEXTS = {"en": "x", "vi": "x"}
PRINTING = Printing(PROFILE, "CGATS TR 001", TEXTS, TEXTS, TEXTS, 0.1, 250)
DATES = "".join(
    f'<meta name="dcterms.{name}" content="2026-11-23T00:00:00+00:00">'
    for name in ("created", "modified")
)
TEXT = '<h1>Điều 150</h1><p>Mua bán người <a href="#x">1.1.1</a></p><p id="x">Hết</p>'
PAGES = f'<section class="body"><article>{TEXT}</article></section>'
COVER = '<section class="cover"><div class="cover-band">a</div></section>'
RGB = {"rg", "RG", "sc", "SC", "scn", "g", "G"}


@pytest.fixture(scope="module")
def press() -> Press:
    """Return the press whose profile Debian's Ghostscript brings along."""
    return read_press(ROOT, PRINTING)[1]


def lay_out(body: str, style: str = "", docs: Path | None = None) -> Any:
    """Return a laid-out document in our fonts and on our pages."""
    head = f'<meta charset="utf-8"><title>Sổ tay</title>{DATES}'
    fonts = FontConfiguration()
    styles = [
        CSS(filename=HERE / "style" / name, url_fetcher=OwnFetcher(), font_config=fonts)
        for name in ("fonts.css", "page.css")
    ]
    rules = (
        ":root { --volume: #1d4e6f } body { margin: 0; font-family: 'Manual Serif' } "
        f"a {{ color: inherit; text-decoration: none }} {style}"
    )
    return HTML(
        string=f'<!doctype html><html lang="vi"><head>{head}</head><body>{body}</body></html>',
        base_url=BASE,
        url_fetcher=OwnFetcher(docs),
    ).render(stylesheets=[*styles, CSS(string=rules)], font_config=fonts)


def opened(data: bytes) -> pikepdf.Pdf:
    """Return a PDF as another program reads it."""
    return pikepdf.open(io.BytesIO(data))


def painted(page: pikepdf.Page) -> list[tuple[str, list[Any]]]:
    """Return a page's operators with what they are given."""
    found = pikepdf.parse_content_stream(page)
    return [(str(item.operator), list(item.operands)) for item in found]


def colours(data: bytes) -> set[tuple[float, ...]]:
    """Return all inks that a file's pages lay."""
    return {
        tuple(float(value) for value in given)
        for page in opened(data).pages
        for name, given in painted(page)
        if name in ("k", "K")
    }


def complaints(
    caplog: pytest.LogCaptureFixture, press: Press, body: str, docs: Path | None = None
) -> list[str]:
    """Return what the press complains of."""
    caplog.clear()
    write_press(lay_out(body, docs=docs), PRINTING, press)
    return [record.getMessage() for record in caplog.records]


def test_black_and_grey_stand_on_the_black_plate(press: Press) -> None:
    """No text is lost between plates: black is 100 % K, a grey a share of K, paper nothing."""
    document = lay_out(f'{PAGES}<p style="color: #444; background: #fff">x</p>')
    found = colours(write_press(document, PRINTING, press).data)
    assert (0, 0, 0, 1) in found
    assert (0, 0, 0, 0) in found
    assert all(cyan == magenta == yellow == 0 for cyan, magenta, yellow, _ in found)
    assert len(found) == 3


def test_greys_grow_evenly(press: Press) -> None:
    """A lighter grey never gets more ink, and a middle grey is no solid."""
    assert press.blacks == sorted(press.blacks, reverse=True)
    assert (press.blacks[0], press.blacks[255]) == (255, 0)
    assert 100 < press.blacks[128] < 180


def test_colours_go_through_the_profile(press: Press) -> None:
    """The volume's blue becomes mostly cyan, pure red magenta with yellow, as the profile says."""
    cyan, magenta, yellow, _ = press.ink(0x1D / 255, 0x4E / 255, 0x6F / 255)
    assert cyan > magenta > yellow > 0
    assert press.ink(1, 0, 0) == (0, 1, 1, 0)


def test_no_colour_but_inks(press: Press) -> None:
    """No operator of RGB or grey is left, in pages or forms, and each page says its inks."""
    body = f'{COVER}{PAGES}<p><svg width="9" height="9"><path fill="red" d="M0 0h9v9z"/></svg></p>'
    pdf = opened(write_press(lay_out(body), PRINTING, press).data)
    for page in pdf.pages:
        operators = painted(page)
        assert not {name for name, _ in operators} & (RGB - {"SCN"})
        spaces = {str(given[0]) for name, given in operators if name in ("cs", "CS")}
        assert spaces == {"/All"}
    assert "DeviceRGB" not in "".join(map(repr, pdf.objects))


def test_boxes(press: Press) -> None:
    """A4 with 3 mm of bleed on a sheet that is 12 mm larger on each side, in points."""
    pdf = opened(write_press(lay_out(PAGES), PRINTING, press).data)
    page = pdf.pages[0]
    width, height = 210 * MM, 297 * MM
    for name, more in (("/TrimBox", 0), ("/BleedBox", 3 * MM), ("/MediaBox", 12 * MM)):
        edges = [float(edge) for edge in page.obj[name]]
        assert edges == pytest.approx([-more, -more, width + more, height + more], abs=1e-3)


def test_a_page_across_is_turned(press: Press) -> None:
    """A wide table's page has the book's trim, and its first words stand to the left, upright."""
    body = f'{PAGES}<p style="page: wide">x</p>'
    document = lay_out(body, "@page wide { size: A4 landscape }")
    for data in (write_press(document, PRINTING, press).data, write_grey(document)):
        pdf = opened(data)
        one, two = pdf.pages
        assert [float(edge) for edge in one.MediaBox] == pytest.approx(
            [float(edge) for edge in two.MediaBox], abs=1e-3
        )
        turn = next(given for name, given in painted(two) if name == "cm")
        assert [float(value) for value in turn[:4]] == [0, 1, -1, 0]


def test_marks_stand_outside_the_bleed(press: Press) -> None:
    """All that is drawn in registration colour lies between bleed and sheet."""
    pdf = opened(write_press(lay_out(PAGES), PRINTING, press, [300.0]).data)
    page = pdf.pages[0]
    operators = painted(page)
    end = next(place for place, (name, _) in enumerate(operators) if name == "Q")
    points = [
        (float(given[place]), float(given[place + 1]))
        for name, given in operators[:end]
        if name in ("m", "l", "c")
        for place in range(0, len(given), 2)
    ]
    left, bottom, right, top = (float(edge) for edge in page.BleedBox)
    sheet = [float(edge) for edge in page.MediaBox]
    assert len(points) > 60
    for x, y in points:
        assert x < left or x > right or y < bottom or y > top
        assert sheet[0] <= x <= sheet[2]
        assert sheet[1] <= y <= sheet[3]
    assert [x for x, _ in points].count(300.0) == 4
    assert 150.0 in [x for x, _ in points]  # a cover's register marks keep off its folds
    space = page.Resources.ColorSpace.All
    assert [str(space[0]), str(space[1]), str(space[2])] == [
        "/Separation",
        "/All",
        "/DeviceCMYK",
    ]


def test_what_touches_the_edge_runs_into_the_bleed(press: Press) -> None:
    """The band of the cover fills the bleed on three sides, and nothing is painted beyond it."""
    pdf = opened(write_press(lay_out(COVER), PRINTING, press).data)
    page = pdf.pages[0]
    drawn = [[float(value) for value in given] for name, given in painted(page) if name == "re"]
    clip, band = drawn[0], drawn[-1]
    names = [name for name, _ in painted(page)]
    assert names[names.index("re") + 1] == "W"
    left, bottom, right, top = (float(edge) for edge in page.BleedBox)
    assert clip == pytest.approx([left, bottom, right - left, top - bottom], abs=1e-2)
    assert 0.75 * band[0] == pytest.approx(left, abs=1e-2)
    assert 0.75 * band[2] == pytest.approx(right - left, abs=1e-2)
    assert 0.75 * band[1] == pytest.approx(left, abs=1e-2)


def test_the_file_says_what_it_is(press: Press) -> None:
    """PDF/X-4: version, intent with the profile in it, XMP, trapping, no link, no lock."""
    data = write_press(lay_out(PAGES), PRINTING, press).data
    pdf = opened(data)
    assert data.startswith(b"%PDF-1.6")
    (intent,) = pdf.Root.OutputIntents
    assert (str(intent.S), str(intent.OutputConditionIdentifier)) == ("/GTS_PDFX", "CGATS TR 001")
    assert bytes(intent.DestOutputProfile.read_bytes()) == Path(PROFILE).read_bytes()
    assert int(intent.DestOutputProfile.N) == 4
    assert str(pdf.docinfo["/Trapped"]) == "/False"
    with pdf.open_metadata() as metadata:
        assert metadata["pdfxid:GTS_PDFXVersion"] == "PDF/X-4"
        assert metadata["pdf:Trapped"] == "False"
        assert metadata["xmp:ModifyDate"] == "2026-11-23T00:00:00+00:00"
        assert metadata["dc:title"] == "Sổ tay"
    assert "/ID" in pdf.trailer
    assert not pdf.is_encrypted
    assert all("/Annots" not in page for page in pdf.pages)
    assert "/Link" not in "".join(map(repr, pdf.objects))
    fonts = [item for item in pdf.objects if is_a(item, "/FontDescriptor")]
    assert fonts
    assert all("/FontFile2" in font or "/FontFile3" in font for font in fonts)


def is_a(item: pikepdf.Object, kind: str) -> bool:
    """Return whether an object of a PDF is of a type."""
    return isinstance(item, pikepdf.Dictionary) and item.get("/Type") == kind


@pytest.mark.parametrize(
    ("body", "named"),
    [
        ('<p style="opacity: 0.5">x</p>', "something see-through (0.5), page 1"),
        ('<p style="color: rgb(0 0 0 / 30%)">x</p>', "something see-through (0.3), page 1"),
        ('<p style="background: linear-gradient(red, blue)">x</p>', "a gradient, page 1"),
        (
            '<p><svg width="9" height="9"><linearGradient id="a"><stop stop-color="red"/>'
            '<stop offset="1" stop-color="blue"/></linearGradient>'
            '<path fill="url(#a)" d="M0 0h9v9z"/></svg></p>',
            "a gradient, page 1",
        ),
        ('<p style="color: lab(50% 20 20)">x</p>', "a colour in lab-d50, page 1"),
        ('<p style="mix-blend-mode: multiply; opacity: 0.9">x</p>', "see-through"),
    ],
)
def test_what_a_press_cannot_print(
    caplog: pytest.LogCaptureFixture, press: Press, body: str, named: str
) -> None:
    """It is named with its page; a book that sets this is stopped as by any other complaint."""
    found = complaints(caplog, press, body)
    assert any(named in text and "the press cannot print" in text for text in found)


def test_letters_of_another_font(caplog: pytest.LogCaptureFixture, press: Press) -> None:
    """A letter that this machine lends is complained of, as in the PDF for the screen."""
    assert any("our fonts lack" in text for text in complaints(caplog, press, "<p>λ ☎</p>"))


def test_plain_pages_are_not_complained_of(caplog: pytest.LogCaptureFixture, press: Press) -> None:
    """Boxes, rules, white on colour and vector pictures are all right."""
    assert complaints(caplog, press, f'{COVER}{PAGES}<hr style="border: 1pt dashed red">') == []


def picture(folder: Path, mode: str, name: str, size: int = 400) -> str:
    """Save a picture of some dots; return an <img> 40 mm wide."""
    shade = {"RGB": (200, 30, 30), "L": 90, "RGBA": (200, 30, 30, 128), "P": 3, "1": 1}[mode]
    Image.new(mode, (size, size), shade).save(folder / name)  # type: ignore[arg-type]
    return f'<p><img style="width: 40mm" alt="x" src="{name}"></p>'


def pictures(data: bytes) -> list[tuple[str, bool, bytes]]:
    """Return colour space, whether there is a mask, and dots of the pictures in a PDF."""
    with opened(data) as pdf:
        return [
            (str(item.ColorSpace), "/SMask" in item, bytes(item.read_bytes()))
            for item in pdf.objects
            if isinstance(item, pikepdf.Stream) and item.get("/Subtype") == "/Image"
        ]


@pytest.mark.parametrize(
    ("mode", "name"),
    [("RGB", "a.png"), ("RGB", "a.jpg"), ("RGBA", "a.png"), ("L", "a.png"), ("L", "a.jpg")],
)
def test_pictures_are_printed_in_inks(
    tmp_path: Path, press: Press, caplog: pytest.LogCaptureFixture, mode: str, name: str
) -> None:
    """Colour becomes CMYK, grey stays on the black plate, see-through parts become paper."""
    document = lay_out(picture(tmp_path, mode, name), docs=tmp_path)
    pressed = write_press(document, PRINTING, press)
    ((space, masked, dots),) = pictures(pressed.data)
    assert (space, masked) == ("/DeviceCMYK", False)
    assert len(dots) == 4 * 400 * 400
    inks = [dots[plate] for plate in range(4)]
    assert (inks[1] > 100) == (mode != "L")
    assert pressed.colour == (() if mode == "L" else (1,))
    if mode == "L":
        assert inks[:3] == [0, 0, 0]
        assert inks[3] == press.blacks[90]
    if mode == "RGBA":
        solid = press.ink(200 / 255, 30 / 255, 30 / 255)
        assert inks[1] < 255 * solid[1] - 40
    assert not caplog.records
    ((space, masked, dots),) = pictures(write_grey(document))
    assert (space, masked, len(dots)) == ("/DeviceGray", False, 400 * 400)


def test_a_coarse_picture_is_named(tmp_path: Path, press: Press) -> None:
    """The file, its dots an inch at the size it is printed, and what to do."""
    body = picture(tmp_path, "RGB", "hai #2.png", 100) + picture(tmp_path, "RGB", "fine.png", 400)
    body = body.replace("hai #2.png", "hai%20%232.png")
    pressed = write_press(lay_out(body, docs=tmp_path), PRINTING, press)
    assert [str(warning) for warning in pressed.warnings] == [
        "docs/hai #2.png: warning: printed at 63 dots an inch, the press wants 250: "
        "put in one 3.9 times as wide and high, or show it smaller"
    ]


def test_pages_in_colour_are_listed(press: Press) -> None:
    """A page counts as colour if any ink but black is on it, in text, rules or vector pictures."""
    turn = '<p style="break-before: page">black</p>'
    tint = '<p style="break-before: page; border-left: 1pt solid #2f6b3c">x</p>'
    vector = (
        '<p style="break-before: page"><svg width="9" height="9">'
        '<path fill="#369" d="M0 0h9v9z"/></svg></p>'
    )
    pressed = write_press(lay_out(f"<p>x</p>{tint}{turn}{vector}"), PRINTING, press)
    assert (pressed.pages, pressed.colour) == (4, (2, 4))


def test_grey(press: Press) -> None:
    """For office printers: every colour a grey, A4, nothing outside it, no link."""
    pdf = opened(write_grey(lay_out(f"{COVER}{PAGES}")))
    operators = [item for page in pdf.pages for item in painted(page)]
    assert {name for name, _ in operators} & {*RGB, "k", "K"} <= {"g", "G"}
    assert "/Link" not in "".join(map(repr, pdf.objects))
    for page in pdf.pages:
        assert [float(edge) for edge in page.MediaBox] == pytest.approx(
            [0, 0, 210 * MM, 297 * MM], abs=1e-3
        )
        assert "/BleedBox" not in page


def test_grey_of_a_smaller_book() -> None:
    """It stands in the middle of the sheet."""
    pdf = opened(write_grey(lay_out(PAGES, "@page { size: A5; margin: 10mm }")))
    box = [float(edge) for edge in pdf.pages[0].MediaBox]
    assert box == pytest.approx([-31 * MM, -43.5 * MM, 179 * MM, 253.5 * MM], abs=1e-3)


@pytest.mark.parametrize(("chapters", "pages"), [(1, 4), (2, 8), (3, 8)])
def test_the_body_has_no_cover(chapters: int, pages: int) -> None:
    """The cover is another sheet; the half-title opens the body, whose leaves are folded."""
    document = lay_out(f'{COVER}<section class="half-title">x</section>{PAGES * chapters}')
    body = body_of(document)
    assert len(document.pages) == 3 + 2 * chapters
    assert body.pages[: 2 * chapters + 1] == document.pages[2:]
    assert len(body.pages) == pages
    assert set(body.pages[2 * chapters + 1 :]) <= {document.pages[1]}
    assert body_of(body).pages == body.pages


@pytest.mark.parametrize("write", [write_grey, None])
def test_same_bytes(press: Press, write: Callable[[Any], bytes] | None) -> None:
    """The same layout, and a new one of the same text, give the same bytes."""
    body = f"{COVER}{PAGES}"
    write = write or (lambda document: write_press(document, PRINTING, press).data)
    document = lay_out(body)
    first = write(document)
    assert write(document) == first
    assert write(lay_out(body)) == first


def test_the_layout_stays_as_it_was(press: Press) -> None:
    """The press's colours do not come back in what is written next."""
    document = lay_out(f"{COVER}{PAGES}")
    before = document.write_pdf()
    write_press(document, PRINTING, press)
    write_grey(document)
    assert document.write_pdf() == before


@pytest.mark.skipif(not shutil.which("gs"), reason="Ghostscript is one of the test packages")
def test_ghostscript_finds_text_on_black_alone(tmp_path: Path, press: Press) -> None:
    """Separated as on a press, only the marks are on cyan, magenta and yellow; text is on black."""
    pressed: Pressed = write_press(lay_out(PAGES), PRINTING, press)
    marks = write_press(lay_out("<p></p>"), PRINTING, press)
    shares = []
    for name, each in (("text", pressed), ("marks", marks)):
        path = tmp_path / f"{name}.pdf"
        path.write_bytes(each.data)
        shares.append(coverage(path))
    text, bare = shares
    assert text[:3] == bare[:3]
    assert text[3] > bare[3]


def coverage(path: Path) -> list[float]:
    """Return how much of the first page each of the four plates covers."""
    command = ["gs", "-q", "-o", "-", "-sDEVICE=inkcov", str(path)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return [float(share) for share in re.findall(r"\d\.\d+", done.stdout.splitlines()[0])]


def test_nothing_said_of_printing() -> None:
    """Without print: there is nothing to press by."""
    with pytest.raises(
        ManualError, match=r"volumes\.yml: nothing is said of how the set is printed"
    ):
        read_press(ROOT, None)


def test_a_missing_profile_is_named(tmp_path: Path) -> None:
    """The file is looked for from the project's folder on."""
    printing = Printing("data/print/house.icc", "FOGRA39", TEXTS, TEXTS, TEXTS, 0.1, 250)
    with pytest.raises(ManualError, match=r"there is no profile data/print/house\.icc"):
        read_press(tmp_path, printing)
    (tmp_path / "data" / "print").mkdir(parents=True)
    (tmp_path / "data" / "print" / "house.icc").write_bytes(bytes(200))
    with pytest.raises(ManualError, match=r"is not the profile of a press with four inks"):
        read_press(tmp_path, printing)
    (tmp_path / "data" / "print" / "house.icc").write_bytes(Path(PROFILE).read_bytes())
    assert read_press(tmp_path, printing)[1].ink(0, 0, 0) == (0, 0, 0, 1)
