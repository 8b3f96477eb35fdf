"""QR codes: the address they hold, the words for who cannot see them, the list beside them."""

from __future__ import annotations

from urllib.parse import unquote

import pytest
import segno
from lxml import etree, html
from lxml.html import HtmlElement

from manuals.chapters import Manuals
from manuals.print.matter.codes import QUIET, address_list, code, open_chapter

ADDRESS = "https://manuals.example.org/go.html?vi#law"


def chapter(id: str = "c03") -> HtmlElement:
    """Return a prepared chapter."""
    root = html.fragment_fromstring(
        f'<h1 id="{id}-top"><span class="chapter-number">Chương 1.3</span> Luật</h1><p>Text</p>',
        create_parent="article",
    )
    root.set("id", id)
    return root


def drawn(picture: HtmlElement) -> set[tuple[int, int]]:
    """Return the dark modules (column, row) that the lines of a code cover."""
    svg = etree.fromstring(unquote(picture.get("src").partition(",")[2]).encode())
    path = svg.find("{http://www.w3.org/2000/svg}path").get("d")
    found, x, y = set(), 0, 0.0
    for step in path.replace("M", " M ").replace("m", " m ").replace("h", " h ").split(" h ")[0:]:
        parts = step.split()
        if parts[0] not in ("M", "m"):
            width = int(parts[0])
            found |= {(x + place, int(y)) for place in range(width)}
            x += width
            parts = parts[1:]
        if parts:
            dx, dy = int(parts[1]), float(parts[2])
            x, y = (dx, dy) if parts[0] == "M" else (x + dx, y + dy)
    return found


@pytest.mark.parametrize("address", [ADDRESS, "https://a.vn/go.html?en#how-to-use"])
def test_a_code_holds_its_address(address: str) -> None:
    """Its dark modules are those of the address, inside the white that readers need."""
    wanted = segno.make_qr(address, error="m")
    matrix = [[bool(module) for module in row] for row in wanted.matrix]
    assert drawn(code(address, "x")) == {
        (x + QUIET, y + QUIET) for y, row in enumerate(matrix) for x, dark in enumerate(row) if dark
    }


@pytest.mark.parametrize(
    ("locale", "alt"),
    [("en", f"QR code: Chương 1.3 on the web, {ADDRESS}"), ("vi", "Mã QR: Chương 1.3 trên mạng")],
)
def test_an_opening_says_where_the_code_leads(tiny: Manuals, locale: str, alt: str) -> None:
    """Title and code stand beside each other; the picture has words."""
    root = chapter()
    open_chapter(root, ADDRESS, tiny.languages[locale])
    opening = root[0]
    assert [item.tag for item in opening] == ["h1", "div"]
    assert opening.find(".//img").get("alt").startswith(alt)
    assert root[1].text == "Text"


def test_no_address_no_code(tiny: Manuals) -> None:
    """A site without an address prints none."""
    root = chapter()
    before = html.tostring(root)
    open_chapter(root, "", tiny.languages["en"])
    assert html.tostring(root) == before
    assert address_list([root], {}, tiny.languages["en"]) is None


def test_the_list_of_addresses(tiny: Manuals) -> None:
    """Each chapter with its page and the address that its code holds."""
    root = address_list([chapter(), chapter("c04")], {"c03": ADDRESS}, tiny.languages["vi"])
    assert root is not None
    (line,) = root.iterfind("p[@class='address']")
    assert line.text_content() == f"Chương 1.3 Luật, tr.\u00a0{ADDRESS}"
    assert line.find(".//a[@class='page-of']").get("href") == "#c03-top"
