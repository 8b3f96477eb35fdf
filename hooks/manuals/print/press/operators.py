"""Read what the pages of a PDF in memory paint, forms and patterns on them included."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import pydyf

from manuals.print.press.boxes import pages


@dataclass(frozen=True)
class Operator:
    """One operator on a page (from 1), what it is given, and the object that it names, if any."""

    page: int
    name: str
    given: tuple[str, ...]
    object: Any = None


KINDS = {"gs": "ExtGState", "Do": "XObject", "scn": "Pattern", "SCN": "Pattern", "sh": "Shading"}


def operators(pdf: pydyf.PDF) -> Iterator[Operator]:
    """Yield the operators of all pages; text is left out."""
    for number, page in enumerate(pages(pdf), 1):
        resources = resolve(pdf, page["Resources"])
        yield from _in_stream(pdf, resolve(pdf, page["Contents"]), resources, number)


def resolve(pdf: pydyf.PDF, item: Any) -> Any:
    """Return the object that a reference means, anything else as it is."""
    if isinstance(item, bytes) and item.endswith(b" R"):
        return pdf.objects[int(item.split()[0])]
    return item


def is_picture(item: Any) -> bool:
    """Return whether an object is a picture made of dots."""
    return isinstance(item, pydyf.Stream) and item.extra.get("Subtype") == "/Image"


def _in_stream(
    pdf: pydyf.PDF, stream: pydyf.Stream, resources: Mapping[str, Any], page: int
) -> Iterator[Operator]:
    for item in stream.stream:
        if not isinstance(item, bytes) or item.endswith(b"TJ"):
            continue
        *given, name = item.decode("latin-1").split()
        object = None
        if name in KINDS and given and given[-1].startswith("/"):
            object = resolve(pdf, resources[KINDS[name]][given[-1][1:]])
        yield Operator(page, name, tuple(given), object)
        if isinstance(object, pydyf.Stream) and not is_picture(object):
            below = resolve(pdf, object.extra["Resources"])
            yield from _in_stream(pdf, object, below, page)
