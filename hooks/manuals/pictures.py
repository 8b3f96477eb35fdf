"""A picture as readers must get it: a PNG or JPEG of a bearable size, whole to its last byte."""

from __future__ import annotations

import io
import warnings
import zlib

from PIL import Image, ImageFile

MOST_PIXELS = 40_000_000  # A3 at 400 dots an inch; decoded, 160 MB
KINDS = ("PNG", "JPEG")
CHANNELS = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}  # of a PNG, by its colour type (ISO 15948, 11.2.2)
BROKEN = "is no whole PNG or JPEG", "save it again from the program that made it"


def picture_problem(data: bytes) -> tuple[str, str] | None:
    """Return what is wrong with a picture and what to do; its size is read before its pixels."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            picture = Image.open(io.BytesIO(data), formats=KINDS)
        width, height = picture.size
        if width * height > MOST_PIXELS:
            raise Image.DecompressionBombError(f"{width} × {height}")
        _decode(picture)
    except Image.DecompressionBombError:
        what = f"has more than {MOST_PIXELS // 1_000_000} million pixels"
        return what, "save it smaller: 2,400 pixels across are enough for a page"
    except (OSError, SyntaxError, ValueError, zlib.error):
        return BROKEN
    return BROKEN if picture.format == "PNG" and not _fits(data) else None


def _decode(picture: Image.Image) -> None:
    """Decode all pixels; WeasyPrint tells Pillow to make up what is missing."""
    before = ImageFile.LOAD_TRUNCATED_IMAGES
    ImageFile.LOAD_TRUNCATED_IMAGES = False
    try:
        picture.load()
    finally:
        ImageFile.LOAD_TRUNCATED_IMAGES = before


def _fits(data: bytes) -> bool:
    """Return whether a PNG's data has the length that its head says; readers do not all check.

    WeasyPrint hands the data on as it is.
    """
    width, height = int.from_bytes(data[16:20], "big"), int.from_bytes(data[20:24], "big")
    depth, colour, interlaced = data[24], data[25], data[28]
    length = height * (1 + (width * depth * CHANNELS[colour] + 7) // 8)
    packed, place = b"", 8
    while place + 8 <= len(data):
        size = int.from_bytes(data[place : place + 4], "big")
        if data[place + 4 : place + 8] == b"IDAT":
            packed += data[place + 8 : place + 8 + size]
        place += 12 + size
    found = len(zlib.decompressobj().decompress(packed, 8 * MOST_PIXELS))
    return bool(interlaced) or found == length
