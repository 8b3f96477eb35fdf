"""Pictures in print: in inks or grey, nothing see-through, fine enough for the press."""

from __future__ import annotations

import io
import zlib
from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import unquote

import pydyf
from PIL import Image, ImageChops
from weasyprint.images import RasterImage

from manuals.errors import Problem
from manuals.print.fetcher import BASE
from manuals.print.press.colour import NEUTRAL, Press
from manuals.print.press.operators import is_picture, resolve

MODES = {"L": "/DeviceGray", "CMYK": "/DeviceCMYK"}
PNG = b"\x89PNG\r\n\x1a\n"
GREY, RGB = 0, 2  # PNG's own names of its colour types


def coarse_pictures(document: Any, least: float) -> list[Problem]:
    """Return a warning for each picture printed with fewer than `least` dots an inch."""
    found: dict[str, float] = {}
    for box, picture in _printed(document):
        if not box.width or not box.height:
            continue
        dots = 96 * min(picture.width / box.width, picture.height / box.height)
        name = unquote((box.element.get("src") or "").removeprefix(BASE))
        found[name] = min(dots, found.get(name, dots))
    return [_coarse(name, dots, least) for name, dots in sorted(found.items()) if dots < least]


def _coarse(name: str, dots: float, least: float) -> Problem:
    what = f"printed at {dots:.0f} dots an inch, the press wants {least:.0f}"
    todo = f"put in one {least / dots:.1f} times as wide and high, or show it smaller"
    return Problem(f"docs/{name}", 0, what, todo, warning=True)


def _printed(document: Any) -> Iterator[tuple[Any, RasterImage]]:
    for page in document.pages:
        for box in page._page_box.descendants():
            picture = getattr(box, "replacement", None)
            if isinstance(picture, RasterImage) and box.element is not None:
                yield box, picture


def put_pictures_in_inks(pdf: pydyf.PDF, press: Press) -> None:
    """Turn pictures into CMYK; grey ones stand on the black plate alone."""
    _convert(pdf, press.picture)


def put_pictures_in_grey(pdf: pydyf.PDF) -> None:
    """Turn pictures into grey."""
    _convert(pdf, lambda picture: picture.convert("L"))


def keep_pictures_sharp(pdf: pydyf.PDF) -> None:
    """Ask no program to smooth pictures, which PDF/A forbids (ISO 19005-2, 6.2.8)."""
    for item in pdf.objects:
        if is_picture(item):
            item.extra["Interpolate"] = "false"


def _convert(pdf: pydyf.PDF, convert: Callable[[Image.Image], Image.Image]) -> None:
    """Convert each picture; what is see-through in it becomes as white as paper."""
    masks = []
    for item in pdf.objects:
        if not is_picture(item) or item in masks:
            continue
        picture = _read(item)
        if "SMask" in item.extra:
            mask = resolve(pdf, item.extra.pop("SMask"))
            masks.append(mask)
            paper = Image.new(picture.mode, picture.size, "white")
            picture = Image.composite(picture, paper, _read(mask))
        _write(item, convert(_plain(picture)))
    for mask in masks:
        mask.stream, mask.extra = [], {}


def _read(item: pydyf.Stream) -> Image.Image:
    """Return the picture that WeasyPrint embeds: a whole JPEG file or the dots of a PNG file."""
    data = b"".join(getattr(part, "data", part) for part in item.stream)
    if item.extra["Filter"] == "/DCTDecode":
        picture = Image.open(io.BytesIO(data))
        picture.load()
        return picture
    kind = GREY if item.extra["ColorSpace"] == "/DeviceGray" else RGB
    width, height = (item.extra[key].to_bytes(4, "big") for key in ("Width", "Height"))
    head = width + height + bytes((8, kind, 0, 0, 0))
    file = PNG + _chunk(b"IHDR", head) + _chunk(b"IDAT", data) + _chunk(b"IEND", b"")
    picture = Image.open(io.BytesIO(file))
    picture.load()
    return picture


def _chunk(name: bytes, data: bytes) -> bytes:
    check = zlib.crc32(name + data).to_bytes(4, "big")
    return len(data).to_bytes(4, "big") + name + data + check


def _plain(picture: Image.Image) -> Image.Image:
    """Return a picture as grey if all its dots are, else as RGB."""
    if picture.mode == "L":
        return picture
    picture = picture.convert("RGB")
    red, green, blue = picture.split()
    most = ImageChops.lighter(ImageChops.lighter(red, green), blue)
    least = ImageChops.darker(ImageChops.darker(red, green), blue)
    apart = ImageChops.difference(most, least).histogram()
    coloured = any(apart[round(255 * NEUTRAL) + 1 :])
    return picture if coloured else picture.convert("L")


def _write(item: pydyf.Stream, picture: Image.Image) -> None:
    item.stream = [picture.tobytes()]
    item.compress = True
    for key in ("Filter", "DecodeParms", "Decode"):
        item.extra.pop(key, None)
    item.extra["ColorSpace"] = MODES[picture.mode]
    item.extra["Interpolate"] = "false"
