"""Colours as a printing house wants them: black and grey on the black plate alone, the rest CMYK.

WeasyPrint writes every colour as sRGB, one operator an item of a stream.
"""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterator
from functools import cached_property
from typing import Literal

import pydyf
from PIL import Image, ImageCms
from weasyprint.pdf.stream import Stream

Ink = tuple[float, float, float, float]
NEUTRAL = 4 / 255  # how far apart the channels of a grey may be
OPERATOR = re.compile(rb"(\S+) (\S+) (\S+) (rg|RG)")


class Press:
    """Converts sRGB by the press's own profile, relative colorimetric with black points matched.

    Greys become that share of black whose lightness is theirs, so that a tint looks on paper as
    it does on screen although ink spreads.
    """

    def __init__(self, profile: bytes) -> None:
        self.profile = profile

    @cached_property
    def _to_inks(self) -> ImageCms.ImageCmsTransform:
        return _transform(_named("sRGB"), "RGB", self._own, "CMYK")

    @cached_property
    def _own(self) -> ImageCms.ImageCmsProfile:
        return ImageCms.ImageCmsProfile(io.BytesIO(self.profile))

    @cached_property
    def blacks(self) -> list[int]:
        """Return for each of 256 greys the black, 0 to 255, that looks like it."""
        lab, scale = _named("LAB"), bytes(range(256))
        inks = Image.merge("CMYK", [*[Image.new("L", (256, 1))] * 3, _strip(scale)])
        greys = Image.merge("RGB", [_strip(scale)] * 3)
        black = _lightness(inks, _transform(self._own, "CMYK", lab, "LAB"))
        wanted = _lightness(greys, _transform(_named("sRGB"), "RGB", lab, "LAB"))
        found = [min(range(256), key=lambda ink: abs(black[ink] - each)) for each in wanted]
        return [255, *found[1:-1], 0]

    def ink(self, red: float, green: float, blue: float) -> Ink:
        """Return the inks, 0 to 1 each, of a colour, 0 to 1 each."""
        if is_neutral(red, green, blue):
            return 0, 0, 0, self.blacks[_byte((red + green + blue) / 3)] / 255
        dot = Image.new("RGB", (1, 1), (_byte(red), _byte(green), _byte(blue)))
        found = self._to_inks.apply(dot).tobytes()
        cyan, magenta, yellow, black = (value / 255 for value in found)
        return cyan, magenta, yellow, black

    def picture(self, picture: Image.Image) -> Image.Image:
        """Return an RGB or grey picture as CMYK; a grey one stands on the black plate."""
        if picture.mode == "L":
            none = Image.new("L", picture.size)
            return Image.merge("CMYK", [none, none, none, picture.point(self.blacks)])
        return self._to_inks.apply(picture)


def is_neutral(red: float, green: float, blue: float) -> bool:
    """Return whether a colour is a grey, or so near to one that nobody sees a difference."""
    return max(red, green, blue) - min(red, green, blue) <= NEUTRAL


def grey(red: float, green: float, blue: float) -> float:
    """Return a colour's grey, 0 to 1, as bright as it is (ITU-R BT.601, as Pillow has it)."""
    return 0.299 * red + 0.587 * green + 0.114 * blue


def print_in_inks(pdf: pydyf.PDF, press: Press) -> None:
    """Turn every colour of a PDF's pages into inks."""
    _repaint(pdf, lambda *colour: press.ink(*colour), {b"rg": b"k", b"RG": b"K"})


def print_in_grey(pdf: pydyf.PDF) -> None:
    """Turn every colour of a PDF's pages into grey."""
    _repaint(pdf, lambda *colour: (grey(*colour),), {b"rg": b"g", b"RG": b"G"})


def contents(pdf: pydyf.PDF) -> Iterator[Stream]:
    """Yield all that is painted: pages, forms and patterns."""
    return (item for item in pdf.objects if isinstance(item, Stream))


def _repaint(
    pdf: pydyf.PDF,
    convert: Callable[[float, float, float], tuple[float, ...]],
    names: dict[bytes, bytes],
) -> None:
    known: dict[bytes, bytes] = {}
    for stream in contents(pdf):
        for place, item in enumerate(stream.stream):
            if not isinstance(item, bytes) or item[-2:] not in (b"rg", b"RG"):
                continue
            if item not in known:
                match = OPERATOR.fullmatch(item)
                assert match
                values = convert(float(match[1]), float(match[2]), float(match[3]))
                known[item] = _operator(values, names[match[4]])
            stream.stream[place] = known[item]


def _operator(values: tuple[float, ...], name: bytes) -> bytes:
    return " ".join(f"{value:.4g}" for value in values).encode() + b" " + name


def _named(name: Literal["LAB", "sRGB"]) -> ImageCms.ImageCmsProfile:
    return ImageCms.ImageCmsProfile(ImageCms.createProfile(name))


def _transform(
    source: ImageCms.ImageCmsProfile,
    mode: str,
    target: ImageCms.ImageCmsProfile,
    target_mode: str,
) -> ImageCms.ImageCmsTransform:
    return ImageCms.buildTransform(
        source,
        target,
        mode,
        target_mode,
        renderingIntent=ImageCms.Intent.RELATIVE_COLORIMETRIC,
        flags=ImageCms.Flags.BLACKPOINTCOMPENSATION,
    )


def _strip(values: bytes) -> Image.Image:
    return Image.frombytes("L", (len(values), 1), values)


def _lightness(picture: Image.Image, transform: ImageCms.ImageCmsTransform) -> bytes:
    return transform.apply(picture).tobytes()[::3]


def _byte(value: float) -> int:
    return round(255 * min(1, max(0, value)))
