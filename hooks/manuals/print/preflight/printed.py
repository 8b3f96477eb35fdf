"""What a tagged PDF holds: its text in reading order, pictures, destinations and links."""

from __future__ import annotations

import io
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, NamedTuple

import pikepdf

PIXEL = 0.75  # a pixel of CSS, in points
NOTES = "/NonStruct"  # WeasyPrint 70 tags the area of a page's footnotes so
MISSING = "\ufffd"
# WeasyPrint writes glyphs in hexadecimal, one operator a line.
DRAWN = re.compile(
    rb"/MCID (?P<mark>\d+)>>\s*BDC|/(?P<font>\S+) (?P<size>[\d.]+) Tf"
    rb"|(?P<y>\S+) Tm|\[(?P<shown>[^\]]*)\] TJ|\b(?P<end>EMC|ET)\b"
)
GLYPHS = re.compile(rb"<([0-9A-Fa-f]*)>")
LETTERS = re.compile(rb"beginbfchar(.*?)endbfchar", re.DOTALL)
LETTER = re.compile(rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>")


class Alphabet(dict[int, str]):
    """Letters by glyph."""

    def __missing__(self, glyph: int) -> str:
        return MISSING


class Column(NamedTuple):
    """Text that is read through without a break: a language, in it the text or a table's column."""

    language: str = ""
    number: int = -1
    note: bool = False


TEXT = Column()


@dataclass
class Run:
    """Letters that are drawn at once, the baseline `y` in pixels from the top of the page."""

    page: int
    y: float
    size: float
    text: str = ""
    column: Column = TEXT
    note: int = -1
    linked: bool = False


@dataclass
class Printed:
    """A PDF as it is read back; pages count from 0, `drawn` is all the text of each."""

    pdf: Any
    drawn: list[str] = field(default_factory=list)
    runs: list[Run] = field(default_factory=list)
    pictures: list[tuple[str, str]] = field(default_factory=list)
    stray: list[tuple[int, str]] = field(default_factory=list)

    @cached_property
    def pages(self) -> dict[tuple[int, int], int]:
        """Each page's number by its object."""
        return {page.obj.objgen: number for number, page in enumerate(self.pdf.pages)}

    @cached_property
    def destinations(self) -> list[tuple[str, int]]:
        """Every named destination with its page."""
        found = list(self.pdf.Root.get("/Names", {}).get("/Dests", {}).get("/Names", []))
        return [
            (str(name), self.pages.get(place[0].objgen, -1))
            for name, place in zip(found[::2], found[1::2], strict=True)
        ]

    @cached_property
    def links(self) -> list[tuple[int, str]]:
        """Every link to a named destination, with the page it stands on."""
        return [
            (number, str(note.Dest))
            for number, page in enumerate(self.pdf.pages)
            for note in page.get("/Annots", [])
            if note.get("/Subtype") == "/Link" and isinstance(note.get("/Dest"), pikepdf.String)
        ]


def read_printed(data: bytes) -> Printed:
    """Read a PDF that WeasyPrint wrote; without tags it has no runs and no pictures."""
    printed = Printed(pikepdf.open(io.BytesIO(data)))
    marked: dict[tuple[int, int], Run] = {}
    alphabets: dict[tuple[int, int], Alphabet] = {}
    for number, page in enumerate(printed.pdf.pages):
        fonts = {
            name[1:].encode(): _alphabet(font, alphabets)
            for name, font in page.get("/Resources", {}).get("/Font", {}).items()
        }
        texts = []
        for mark, run in _draw(number, _painted(page), fonts):
            texts.append(run.text)
            if MISSING in run.text:
                printed.stray.append((number, run.text))
            if mark is not None:
                marked[number, mark] = run
        printed.drawn.append("".join(texts))
    walk = _Walk(printed, marked)
    for document in _children(printed.pdf.Root.get("/StructTreeRoot", pikepdf.Dictionary())):
        for element in _children(document):
            walk.start(element)
    return printed


def read_destinations(data: bytes) -> list[tuple[str, int]]:
    """Return a PDF's named destinations with their pages, without reading its text."""
    return Printed(pikepdf.open(io.BytesIO(data))).destinations


def _alphabet(font: pikepdf.Object, known: dict[tuple[int, int], Alphabet]) -> Alphabet:
    """Return a font's letters by glyph; glyph 0 is the box that stands for a missing one."""
    if font.objgen not in known:
        letters = font.ToUnicode.read_bytes() if "/ToUnicode" in font else b""
        known[font.objgen] = Alphabet(
            (int(code, 16), bytes.fromhex(text.decode()).decode("utf-16-be"))
            for block in LETTERS.findall(letters)
            for code, text in LETTER.findall(block)
            if int(code, 16)
        )
    return known[font.objgen]


def _painted(page: Any) -> bytes:
    streams = page.get("/Contents", pikepdf.Array())
    each = streams if isinstance(streams, pikepdf.Array) else [streams]
    return b"\n".join(stream.read_bytes() for stream in each)


def _draw(
    page: int, content: bytes, fonts: dict[bytes, Alphabet]
) -> Iterator[tuple[int | None, Run]]:
    """Yield what is drawn with the mark that ties it to the tags; artifacts have none."""
    mark: int | None = None
    alphabet = Alphabet()
    run = Run(page, 0, 0)
    for match in DRAWN.finditer(content):
        kind = match.lastgroup
        if kind == "shown":
            glyphs = bytes.fromhex(b"".join(GLYPHS.findall(match["shown"])).decode())
            run.text += glyphs.decode("utf-16-be", "surrogatepass").translate(alphabet)
        elif kind == "y":
            run.y = float(match["y"])
        elif kind == "size":
            alphabet = fonts.get(match["font"], Alphabet())
            run.size = float(match["size"])
        elif kind == "mark":
            mark, run = int(match["mark"]), Run(page, 0, 0)
        elif mark is None or match["end"] == b"EMC":
            if run.text:
                run.text = unicodedata.normalize("NFC", run.text)
                yield mark, run
            mark, run = None, Run(page, 0, 0)


def _children(element: Any) -> list[Any]:
    kids = element.get("/K", pikepdf.Array())
    return list(kids) if isinstance(kids, pikepdf.Array) else [kids]


class _Walk:
    """Follows the tags, which is the order in which a PDF is read aloud."""

    def __init__(self, printed: Printed, drawn: dict[tuple[int, int], Run]) -> None:
        self.printed = printed
        self.drawn = drawn
        self.notes = 0

    def start(self, element: Any) -> None:
        """Follow one of the document's own elements: a part, or a page's footnotes."""
        if element.S != NOTES:
            self._follow(element, TEXT, note=-1, linked=False)
            return
        for note in _children(element):
            self._follow(note, Column(note=True), self.notes, linked=False)
            self.notes += 1

    def _follow(self, element: Any, column: Column, note: int, *, linked: bool) -> None:
        tag = element.S
        if tag in ("/TH", "/Lbl") or (linked and tag == "/Link"):
            return  # heads stand again on each page; list and page numbers are no text
        linked = linked or tag == "/Link"
        if language := element.get("/Lang"):
            column = column._replace(language=str(language))
        if tag == "/Figure":
            self.printed.pictures.append((column.language, str(element.get("/Alt", ""))))
        page = self.printed.pages.get(element.Pg.objgen, -1) if "/Pg" in element else -1
        cell = 0
        for kid in _children(element):
            if isinstance(kid, int):
                run = self.drawn.get((page, kid))
                if run:
                    run.column, run.note, run.linked = column, note, linked
                    self.printed.runs.append(run)
            elif "/S" in kid:
                own = column
                if tag == "/TR":
                    own, cell = column._replace(number=cell), cell + 1
                self._follow(kid, own, note, linked=linked)
