"""A press file's inks: no RGB and nothing transparent, in any operator, picture or state."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pikepdf

from manuals.print.preflight.places import Finding
from manuals.print.preflight.printed import Printed
from manuals.print.preflight.promised import Unit

RGB = ("/DeviceRGB", "/CalRGB", "/Lab")
OPERATORS = "rg RG cs CS"


def check_inks(printed: Printed) -> Iterator[Finding]:
    """Yield, once a kind, what a press would turn into four inks or would have to flatten."""
    seen: set[str] = set()
    objects: set[tuple[int, int]] = set()
    for number, page in enumerate(printed.pdf.pages, 1):
        for what in _page(page, objects):
            if what not in seen:
                seen.add(what)
                todo = "tell the editor: the press output must turn it into inks"
                yield Finding(Unit("", "", ""), f"page {number}: {what}", todo)


def _page(page: Any, objects: set[tuple[int, int]]) -> Iterator[str]:
    if page.get("/Group", {}).get("/S") == "/Transparency":
        yield "the page is a transparency group"
    yield from _content(page.obj, page.get("/Resources", {}))
    yield from _resources(page.get("/Resources", {}), objects)


def _content(content: pikepdf.Object, resources: Any) -> Iterator[str]:
    """Scan the operators of a page or of a form."""
    spaces = resources.get("/ColorSpace", {})
    for instruction in pikepdf.parse_content_stream(content, OPERATORS):
        operator = str(instruction.operator)
        if operator in ("rg", "RG"):
            yield f"a colour in RGB (the operator {operator})"
        elif operator in ("cs", "CS"):
            name = instruction.operands[0]
            if _is_rgb(spaces.get(str(name), name)):
                yield f"a colour in RGB (the colour space {name})"


def _resources(resources: Any, objects: set[tuple[int, int]]) -> Iterator[str]:
    """Look at what a page or a form may use; each object once."""
    for state in resources.get("/ExtGState", {}).values():
        if float(state.get("/ca", 1)) < 1 or float(state.get("/CA", 1)) < 1:
            yield "something half transparent"
        if state.get("/SMask", "/None") != "/None":
            yield "a soft mask"
        if state.get("/BM", "/Normal") not in ("/Normal", "/Compatible"):
            yield f"colours that blend ({state.BM})"
    for shading in resources.get("/Shading", {}).values():
        if _is_rgb(shading.get("/ColorSpace")):
            yield "a gradient in RGB"
    for pattern in resources.get("/Pattern", {}).values():
        if "/Shading" in pattern and _is_rgb(pattern.Shading.get("/ColorSpace")):
            yield "a gradient in RGB"
    for item in resources.get("/XObject", {}).values():
        if item.objgen in objects:
            continue
        objects.add(item.objgen)
        if item.get("/Subtype") == "/Image":
            if _is_rgb(item.get("/ColorSpace")):
                yield "a picture in RGB"
            if "/SMask" in item:
                yield "a picture that is transparent in parts"
        else:
            if item.get("/Group", {}).get("/S") == "/Transparency":
                yield "a transparency group"
            yield from _content(item, item.get("/Resources", {}))
            yield from _resources(item.get("/Resources", {}), objects)


def _is_rgb(space: Any) -> bool:
    if isinstance(space, pikepdf.Array):
        if space[0] == "/ICCBased":
            return int(space[1].get("/N", 0)) == 3
        if space[0] == "/Indexed":
            return _is_rgb(space[1])
        return str(space[0]) in RGB
    return str(space) in RGB
