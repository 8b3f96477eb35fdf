"""A PDF's objects, each packed once, and streams not harder than is worth it.

For the file's identifier pydyf 0.13 packs each object a second time (PDF.write, `identifier`). It
asks zlib for level 9 (Stream.data): three times the time of 7 for one hundredth of the bytes.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from types import SimpleNamespace
from typing import Any

import pydyf

from manuals.print.quick.replacing import in_place_of

LEVEL = 7  # of zlib


class Packed(pydyf.Object):  # type: ignore[misc]
    """An object whose bytes are made; what they were made of is let go."""

    def __init__(self, made: pydyf.Object) -> None:
        super().__init__()
        self.number, self.generation = made.number, made.generation
        self._data: bytes = made.data
        self._compressible: bool = made.compressible

    @property
    def data(self) -> bytes:
        """Return the bytes."""
        return self._data

    @property
    def compressible(self) -> bool:
        """Return whether the object may stand in an object stream."""
        return self._compressible


def pack(pdf: pydyf.PDF) -> None:
    """Pack all objects of a PDF that nothing is written into any more."""
    pdf.objects = [item if item.free == "f" else Packed(item) for item in pdf.objects]


@contextmanager
def quick_packing() -> Iterator[None]:
    """Pack streams at our level, and list pages once, while this lasts."""
    ours = SimpleNamespace(compressobj=lambda level: zlib.compressobj(min(level, LEVEL)))
    with _kept_references(), in_place_of(zlib, ours, only=pydyf):
        yield


@contextmanager
def _kept_references() -> Iterator[None]:
    """Keep the list of a PDF's pages while none is added.

    pydyf 0.13 makes it anew whenever it is asked for, and WeasyPrint's tags ask once an element.
    """
    made: Any = pydyf.PDF.page_references
    kept: dict[int, Any] = {}

    def references(pdf: pydyf.PDF) -> Any:
        count = pdf.pages["Count"]
        if count not in kept:
            kept.clear()
            kept[count] = made.fget(pdf)
        return kept[count]

    pydyf.PDF.page_references = property(references)
    try:
        yield
    finally:
        pydyf.PDF.page_references = made
