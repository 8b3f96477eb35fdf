"""Put a cover before the body of a pack, both tagged: another date sets the cover alone."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, NumberTree


def put_cover(cover: bytes, body: bytes) -> bytes:
    """Return the body behind the cover; pages, tags and labels of both in one file.

    Outline, metadata and destinations are the body's; equal input gives equal bytes.
    """
    with pikepdf.open(BytesIO(body)) as pdf, pikepdf.open(BytesIO(cover)) as front:
        count = len(front.pages)
        for place, page in enumerate(front.pages):
            pdf.pages.insert(place, page)
        _join_tags(pdf, front)
        labels = pdf.Root.PageLabels.Nums
        moved = Array([Dictionary(S=Name.a)])
        moved.insert(0, 0)
        for place in range(0, len(labels), 2):
            moved.append(int(labels[place]) + count)
            moved.append(labels[place + 1])
        pdf.Root.PageLabels.Nums = moved
        written = BytesIO()
        streams = pikepdf.ObjectStreamMode.generate
        pdf.save(written, deterministic_id=True, object_stream_mode=streams)
        return written.getvalue()


def _join_tags(pdf: pikepdf.Pdf, front: pikepdf.Pdf) -> None:
    """Copy the cover's structure elements before the body's, and its parent tree behind."""
    root, other = pdf.Root.StructTreeRoot, front.Root.StructTreeRoot
    tree, theirs = NumberTree(root.ParentTree), NumberTree(other.ParentTree)
    start = max(tree, default=-1) + 1
    pages = {page.objgen: pdf.pages[place].obj for place, page in enumerate(front.pages)}
    made: dict[Any, Any] = {}
    (document,) = root.K
    kids = [_element(pdf, kid, document, pages, made) for top in other.K for kid in _kids(top)]
    document.K = Array([*kids, *_kids(document)])
    for key, elements in theirs.items():
        # What stands in a page's margin has an element that hangs in no other one.
        own = [
            made.get(item.objgen) or _element(pdf, item, document, pages, made) for item in elements
        ]
        tree[start + key] = pdf.make_indirect(Array(own))
    for page in pages.values():
        page.StructParents = int(page.StructParents) + start
    root.ParentTreeNextKey = max(tree, default=-1) + 1


def _element(
    pdf: pikepdf.Pdf, source: Any, parent: Any, pages: dict[Any, Any], made: dict[Any, Any]
) -> Any:
    element = pdf.make_indirect(Dictionary(Type=Name.StructElem, P=parent))
    made[source.objgen] = element
    for key, value in source.items():
        if key == "/Pg":
            element.Pg = pages[value.objgen]
        elif key not in ("/K", "/P", "/Type"):
            element[key] = pdf.copy_foreign(value) if value.is_indirect else value
    content = Array()
    for kid in _kids(source):
        if not isinstance(kid, Dictionary):
            content.append(kid)
        elif kid.get("/Type") == Name.MCR:
            content.append(Dictionary(Type=Name.MCR, Pg=pages[kid.Pg.objgen], MCID=kid.MCID))
        else:
            content.append(_element(pdf, kid, element, pages, made))
    element.K = content
    return element


def _kids(element: Any) -> list[Any]:
    kids = element.get("/K", Array())
    return list(kids) if isinstance(kids, Array) else [kids]
