"""Pages behind an entry: ranges, bold for the page that defines, Roman before Arabic."""

from __future__ import annotations

import pytest
from lxml import html

from manuals.print.matter.locators import Place, locator_line, locators

PAGES = {
    "a": "12",
    "b": "13",
    "c": "14",
    "d": "20",
    "again": "12",
    "far": "102",
    "front": "xi",
    "front2": "xii",
}


@pytest.mark.parametrize(
    ("ids", "defines", "shown"),
    [
        ("a", "", "12"),
        ("a again", "", "12"),
        ("a b c d", "", "12–14, 20"),
        ("d c b a", "", "12–14, 20"),
        ("a b", "", "12–13"),
        ("a c", "", "12, 14"),
        ("a b c", "b", "12, *13*, 14"),
        ("a b c d", "d", "12–14, *20*"),
        ("a again b", "again", "*12*, 13"),
        ("far d front2 front", "", "xi, xii, 20, 102"),
        ("", "", ""),
    ],
)
def test_what_is_shown(ids: str, defines: str, shown: str) -> None:
    """As a good index has it: pages that follow each other are one range."""
    found = locators([Place(id, defines=id == defines) for id in ids.split()], PAGES)
    line = html.tostring(locator_line(found), encoding="unicode")
    text = html.fragment_fromstring(line.replace("<b>", "*").replace("</b>", "*")).text_content()
    assert text == f" {shown}"


def test_each_page_leads_to_its_first_place() -> None:
    """Or to the one that defines."""
    places = [Place("a"), Place("again"), Place("b"), Place("c")]
    line = locator_line(locators(places, PAGES))
    assert [link.get("href") for link in line.iter("a")] == ["#a", "#c"]
    places = [Place("a"), Place("again", defines=True)]
    line = locator_line(locators(places, PAGES))
    assert [link.get("href") for link in line.iter("a")] == ["#again"]
