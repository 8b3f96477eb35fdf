"""Preflight of the file: references, fonts, page boxes, footnotes, inks, number of pages."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pikepdf
import pytest
from PIL import Image

from manuals.editions import PARTICIPANT
from manuals.errors import ManualError, Problem
from manuals.print import outputs
from manuals.print.handover import hand_over
from manuals.print.layout import Layouts
from manuals.print.outputs import write_press
from manuals.print.pdf import Setter
from manuals.print.preflight.inspection import inspect_press
from manuals.print.press.colour import contents
from manuals.print.press.profile import read_press
from manuals.printing import Printing
from tests.print.small import CHAPTER, NOTE, edited, small_book, small_pdf, told, told_of

if TYPE_CHECKING:
    from tests.conftest import Project

ROOT = Path(__file__).parents[2]
PROFILE = "/usr/share/color/icc/ghostscript/default_cmyk.icc"


DATES = "".join(
    f'<meta name="dcterms.{name}" content="2026-11-23T00:00:00+00:00">'
    for name in ("created", "modified")
)


def fonts(pdf: Any) -> list[Any]:
    """Return the fonts of the first page."""
    return list(pdf.pages[0].Resources.Font.values())


def test_link_that_leads_nowhere() -> None:
    """A link to a place that is not in the PDF is told with its page."""

    def spoil(pdf: Any) -> None:
        pdf.pages[0].Annots[0].Dest = pikepdf.String("c09-p1")

    messages = told(edited(small_pdf(), spoil))
    assert any("page 1: a link to #c09-p1 leads nowhere" in each for each in messages)


def test_lost_link() -> None:
    """A reference that is text only is told."""
    (message,) = told_of('<a href="#c01-p1">1.1.1</a>', "<b>số 1.1.1</b>")
    assert "no link to #c01-p1 is in the PDF" in message


@pytest.mark.parametrize("sign", ["[§]", "{{ hotline }}", "[^law]"])
def test_sign_as_it_was_typed(sign: str) -> None:
    """A reference, a value or a footnote that the build did not fill in is told."""
    chapter = CHAPTER.replace("Xem thêm", f"Xem thêm {sign}")
    messages = told(small_pdf(chapter), chapter)
    assert messages
    assert all("is printed as it was typed" in each for each in messages)


def test_page_number_that_was_not_painted() -> None:
    """The three noughts that hold a page number's place must not reach a reader."""
    chapter = CHAPTER.replace("Xem thêm", "Xem tr. <b>000</b>")
    (message,) = told(small_pdf(chapter), chapter)
    assert "page 1: a page number was left at 000" in message


def test_font_that_is_not_embedded() -> None:
    """A font that a reader's machine would have to lend is told."""

    def spoil(pdf: Any) -> None:
        del fonts(pdf)[0].DescendantFonts[0].FontDescriptor["/FontFile2"]

    (message,) = told(edited(small_pdf(), spoil))
    assert "is not in the file" in message


def test_font_that_is_not_ours() -> None:
    """A font from anywhere else is told by its name."""

    def spoil(pdf: Any) -> None:
        fonts(pdf)[0].BaseFont = pikepdf.Name("/ABCDEF+DejaVu-Sans")

    (message,) = told(edited(small_pdf(), spoil))
    assert "page 1: the font DejaVu-Sans is none of ours" in message


def test_missing_glyph() -> None:
    """The box that stands for a missing letter is told with the text around it."""

    def spoil(pdf: Any) -> None:
        content = pdf.pages[0].Contents.read_bytes()
        first = content.index(b"[<") + 2
        pdf.pages[0].Contents = pdf.make_stream(content[:first] + b"0000" + content[first + 4 :])

    messages = told(edited(small_pdf(), spoil))
    assert any('page 1: a letter has no shape in our fonts: "□' in each for each in messages)


def test_glyph_that_cannot_be_read_back() -> None:
    """A letter that a reader could neither search nor copy is told."""

    def spoil(pdf: Any) -> None:
        for font in fonts(pdf):
            letters = font.ToUnicode.read_bytes().replace(b"beginbfchar", b"beginbfchar <", 1)
            font.ToUnicode = pdf.make_stream(letters.replace(b"<0110>", b""))

    assert told(edited(small_pdf(), spoil)) != []


@pytest.mark.parametrize(
    ("box", "values"),
    [
        ("/TrimBox", [-10, 0, 595, 841]),
        ("/BleedBox", [20, 20, 500, 700]),
    ],
)
def test_boxes_that_do_not_nest(box: str, values: list[int]) -> None:
    """Media holds bleed, bleed holds trim."""

    def spoil(pdf: Any) -> None:
        pdf.pages[0][box] = pikepdf.Array(values)

    messages = told(edited(small_pdf(), spoil))
    assert any("page 1: the trim box is not inside" in each for each in messages)


def test_media_smaller_than_the_trim() -> None:
    """A sheet that ends inside the trim is told."""

    def spoil(pdf: Any) -> None:
        pdf.pages[0].TrimBox = pdf.pages[0].BleedBox = pdf.pages[0].MediaBox
        pdf.pages[0].MediaBox = pikepdf.Array([0, 0, 500, 700])

    messages = told(edited(small_pdf(), spoil))
    assert any("page 1: the trim box is not inside" in each for each in messages)


def test_press_page_without_a_trim_box() -> None:
    """A page of a press file that does not say where it is cut is told."""

    def spoil(pdf: Any) -> None:
        in_black(pdf)
        del pdf.pages[0]["/TrimBox"]

    (message,) = press(edited(small_pdf(PLAIN), spoil))
    assert "page 1 has no trim box" in message


@pytest.mark.parametrize(("times", "tall"), [(22, False), (26, False), (40, True)])
def test_tall_footnote(times: int, tall: bool) -> None:
    """A footnote that takes more than a third of its page is named with its number."""
    chapter = CHAPTER.replace(NOTE, " ".join(f"{NOTE} {n}" for n in range(times)))
    messages = told(small_pdf(chapter), chapter)
    assert [("footnote 1 takes" in each) for each in messages] == [True] * tall


def press(data: bytes, binding: str = "Sewn in sections") -> list[str]:
    """Return what preflight says of a press file, without what the small book always lacks."""
    found = [str(problem) for problem in inspect_press("v1.vi.press", data, None, binding)]
    return [message for message in found if "less than 3 mm" not in message]


PLAIN = "<p>Điều 150</p>"


def in_black(pdf: Any) -> None:
    """Turn the text's colour into black alone, add trim and a page: a file that a press takes."""
    pdf.pages[0].TrimBox = pdf.pages[0].BleedBox = pdf.pages[0].MediaBox
    content = pdf.pages[0].Contents.read_bytes()
    content = content.replace(b"0 0 0 rg", b"0 g").replace(b"0 0 0 RG", b"0 G")
    pdf.pages[0].Contents = pdf.make_stream(content)
    pdf.pages.append(pdf.pages[0])


def test_press_file_in_black() -> None:
    """A file in black with an even number of pages passes."""
    assert press(edited(small_pdf(PLAIN), in_black)) == []


def test_press_file_of_our_own(tmp_path: Path) -> None:
    """What we write for the press passes, pictures and all; preflight reads the bytes alone."""
    Image.new("RGB", (900, 900), "red").save(tmp_path / "a.png")
    texts = {"en": "x", "vi": "x"}
    printing = Printing(PROFILE, "CGATS TR 001", texts, texts, texts, 0.1, 250)
    book = small_book(f'{CHAPTER}<p style="break-before: page">Hết</p>')
    html = book.html.replace("<title>", f"{DATES}<title>")
    document = Layouts(tmp_path).part(html, book.style, 1).document
    pages = document.copy([document.pages[0], document.pages[-1]])
    made = write_press(pages, *read_press(ROOT, printing))
    assert inspect_press("v1.vi.press", made.data, made.laid, "Sewn in sections") == []


def stopped(copy: Project) -> Sequence[Problem]:
    """Return what stops the handover of a small book."""
    manuals = copy.load()
    texts = {"en": "Sewn", "vi": "x"}
    printing = Printing(PROFILE, "CGATS TR 001", texts, texts, texts, 0.1, 250)
    manuals = replace(manuals, shelf=replace(manuals.shelf, printing=printing))
    volume = manuals.shelf.volumes[0]
    book = replace(small_book(), html=small_book().html.replace("<title>", f"{DATES}<title>"))
    book = replace(book, html=re.sub(r"<p><img.*?</p>", "", book.html))
    with pytest.raises(ManualError) as caught:
        hand_over(manuals, volume, "vi", PARTICIPANT, book, Setter(copy.root / "docs"))
    return caught.value.problems


def test_nothing_is_handed_over_that_a_press_sends_back(
    project: Callable[[], Project], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A body and a cover that stayed in RGB stop the handover, both named."""
    monkeypatch.setattr(outputs, "print_in_inks", lambda *_: None)
    found = [problem for problem in stopped(project()) if "RGB" in problem.what]
    assert {problem.path for problem in found} == {
        "v1-foundations.vi.press.pdf",
        "v1-foundations.vi.cover.pdf",
    }


def test_nothing_is_handed_over_that_has_lost_letters(
    project: Callable[[], Project], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Body, cover and grey copy are each held against their layout."""

    def lose(pdf: Any) -> None:
        for painted in contents(pdf):
            painted.stream.clear()

    monkeypatch.setattr(outputs, "join_glyphs", lose)
    found = [problem for problem in stopped(project()) if "letters are lost" in problem.what]
    assert {problem.path for problem in found} == {
        f"v1-foundations.vi.{kind}.pdf" for kind in ("press", "cover", "grey")
    }


@pytest.mark.parametrize(
    ("written", "message"),
    [
        (b"1 0 0 rg 0 0 9 9 re f", "a colour in RGB (the operator rg)"),
        (b"1 0 0 RG 0 0 m 9 9 l S", "a colour in RGB (the operator RG)"),
        (b"/DeviceRGB cs 1 0 0 sc 0 0 9 9 re f", "a colour in RGB (the colour space /DeviceRGB)"),
        (b"/Own CS 1 0 0 SC 0 0 m 9 9 l S", "a colour in RGB (the colour space /Own)"),
    ],
)
def test_press_file_in_rgb(written: bytes, message: str) -> None:
    """Each operator that names an RGB colour is told with its page."""

    def spoil(pdf: Any) -> None:
        in_black(pdf)
        profile = pdf.make_stream(b"", N=3)
        pdf.pages[0].Resources.ColorSpace = pikepdf.Dictionary(
            Own=pikepdf.Array([pikepdf.Name.ICCBased, profile])
        )
        content = pdf.pages[0].Contents.read_bytes()
        pdf.pages[0].Contents = pdf.make_stream(content + b"\n" + written)

    (told_of_press,) = press(edited(small_pdf(PLAIN), spoil))
    assert f"page 1: {message}" in told_of_press


@pytest.mark.parametrize(
    ("state", "message"),
    [
        ({"/ca": 0.5}, "something half transparent"),
        ({"/CA": 0.5}, "something half transparent"),
        ({"/BM": pikepdf.Name.Multiply}, "colours that blend (/Multiply)"),
        ({"/SMask": pikepdf.Dictionary(S=pikepdf.Name.Alpha)}, "a soft mask"),
    ],
)
def test_press_file_with_a_transparent_state(state: dict[str, Any], message: str) -> None:
    """Each way of being transparent is told."""

    def spoil(pdf: Any) -> None:
        in_black(pdf)
        pdf.pages[0].Resources.ExtGState = pikepdf.Dictionary(Own=pikepdf.Dictionary(state))

    (told_of_press,) = press(edited(small_pdf(PLAIN), spoil))
    assert f"page 1: {message}" in told_of_press


@pytest.mark.parametrize("inside", [False, True])
def test_press_file_with_a_picture_in_rgb(inside: bool) -> None:
    """A picture in RGB is told, also one inside a form, and one that is transparent in parts."""

    def spoil(pdf: Any) -> None:
        in_black(pdf)
        picture = pdf.make_stream(b"\0\0\0", Subtype=pikepdf.Name.Image, Width=1, Height=1)
        picture.ColorSpace = pikepdf.Name.DeviceRGB
        picture.SMask = pdf.make_stream(b"\0", Subtype=pikepdf.Name.Image)
        own = pikepdf.Dictionary(Own=picture)
        if inside:
            form = pdf.make_stream(b"/Own Do", Subtype=pikepdf.Name.Form)
            form.Resources = pikepdf.Dictionary(XObject=own)
            form.Group = pikepdf.Dictionary(S=pikepdf.Name.Transparency)
            own = pikepdf.Dictionary(Form=form)
        pdf.pages[0].Resources.XObject = own

    messages = press(edited(small_pdf(PLAIN), spoil))
    parts = ["a picture in RGB", "a picture that is transparent in parts"]
    parts = ["a transparency group", *parts] if inside else parts
    assert sorted(part for part in parts for each in messages if part in each) == sorted(parts)


def test_press_page_that_is_a_group() -> None:
    """A page that is a transparency group is told."""

    def spoil(pdf: Any) -> None:
        in_black(pdf)
        pdf.pages[0].Group = pikepdf.Dictionary(S=pikepdf.Name.Transparency)

    (message,) = press(edited(small_pdf(PLAIN), spoil))
    assert "page 1: the page is a transparency group" in message


def test_press_file_without_bleed() -> None:
    """A press file needs 3 mm around the trim."""
    found = inspect_press("v1.vi.press", edited(small_pdf(PLAIN), in_black), None, "")
    assert [problem.what for problem in found if "3 mm" in problem.what] == [
        "preflight: page 1: the bleed is less than 3 mm",
        "preflight: page 2: the bleed is less than 3 mm",
    ]


def test_press_pages_of_several_sizes() -> None:
    """All pages of a press file are cut to one size."""

    def spoil(pdf: Any) -> None:
        in_black(pdf)
        pdf.pages[1].TrimBox = pikepdf.Array([0, 0, 400, 500])

    (message,) = press(edited(small_pdf(PLAIN), spoil))
    assert "pages of several sizes (first of each: 1, 2)" in message


@pytest.mark.parametrize(
    ("added", "binding", "step"),
    [
        (0, "Sewn in sections", 2),
        (1, "Sewn in sections", 0),
        (1, "Saddle stitched", 4),
        (3, "Saddle stitched", 0),
    ],
)
def test_number_of_pages(added: int, binding: str, step: int) -> None:
    """A leaf has two pages, a folded sheet of a saddle-stitched booklet four."""

    def spoil(pdf: Any) -> None:
        in_black(pdf)
        del pdf.pages[1]
        for _ in range(added):
            pdf.pages.append(pdf.pages[0])

    messages = press(edited(small_pdf(PLAIN), spoil), binding)
    assert [f"a multiple of {step}" in each for each in messages] == [True] * bool(step)
