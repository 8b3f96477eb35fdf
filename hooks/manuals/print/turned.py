"""Wide tables on turned pages: which tables, and what goes there with them."""

from __future__ import annotations

from collections.abc import Iterator

from lxml.html import HtmlElement

WIDE = 6  # columns: below 24 mm each on an upright page, which is too narrow to write in
PAGE = "turned"  # its name in style/turned.css
HEADINGS = ("h2", "h3", "h4")


def turn_wide_tables(article: HtmlElement) -> None:
    """Name the page of each wide table of a prepared chapter; the style turns that page.

    The rule counts columns, so that both halves of a pair decide alike: the check warns of a
    table that has others in the other half. The paragraph right above a table and the headings
    above that go with it. A handout stands on its own pages, and is turned whole. In other boxes
    and in lists tables stay upright.
    """
    for block in article:
        if block.tag == "table" and is_wide(block):
            _turn(block, *_above(block))
        elif block.tag == "div" and "box-handout" in block.classes and is_wide(block):
            above = list(_above(block))
            along = any("form-heading" in item.classes for item in above)
            _turn(block, *(above if along else ()))


def is_wide(block: HtmlElement) -> bool:
    """Return whether a block is, or holds, a table of many columns."""
    return any(len(table.find(".//tr")) >= WIDE for table in block.iter("table"))


def _above(block: HtmlElement) -> Iterator[HtmlElement]:
    above = block.getprevious()
    if above is not None and above.tag == "p":
        yield above
        above = above.getprevious()
    while above is not None and above.tag in HEADINGS:
        yield above
        above = above.getprevious()


def _turn(*blocks: HtmlElement) -> None:
    for block in blocks:
        block.set("data-page", PAGE)
