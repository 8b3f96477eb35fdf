"""A PDF's objects, each packed once.

For the file's identifier pydyf 0.13 packs each object a second time (PDF.write, `identifier`).
"""

from __future__ import annotations

import pydyf


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
