"""The page of results: its figures in both languages, a table for each plot, nothing loaded."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

import pytest
from lxml import html
from lxml.html import HtmlElement

from manuals.chapters import Manuals
from manuals.errors import Problem
from manuals.items.answers import read_sheet
from manuals.items.figures import class_figures
from manuals.items.item import Item
from manuals.items.report import plain, results_page
from tests.manuals.items.conftest import AFTER, BEFORE, write

LEFT_OUT = [Problem("/far/away/pre.csv", 32, "LATE-1 is not there", "left out", warning=True)]


def page(
    folder: Path, tiny: Manuals, items: Mapping[str, Item], locale: str, persons: int = 30
) -> HtmlElement:
    """Return the page of the class of 30, or of its last ones."""
    sheets = [
        read_sheet(write(folder / name, [rows[0], *rows[31 - persons :]]), items)
        for name, rows in (("pre.csv", BEFORE), ("post.csv", AFTER))
    ]
    words = tiny.languages[locale]
    text = results_page(class_figures(*sheets), LEFT_OUT, words, ("pre.csv", "post.csv"))
    assert not re.search(r"https?:|<script|<link|<img|url\(|@import", text)
    assert "/far" not in text
    return html.document_fromstring(text)


def row(table: HtmlElement, head: str) -> list[str]:
    """Return the cells of the row whose head begins so."""
    found = [each for each in table.findall(".//tbody/tr") if each[0].text.startswith(head)]
    return [cell.text or "" for cell in found[0][1:]]


@pytest.mark.parametrize(("locale", "sign"), [("en", "."), ("vi", ",")])
def test_figures(
    tmp_path: Path, tiny: Manuals, items: Mapping[str, Item], locale: str, sign: str
) -> None:
    """The golden figures stand in the tables, with the language's decimal sign."""
    main = page(tmp_path, tiny, items, locale)
    table = main.get_element_by_id("items")
    gain = [f"0{sign}44", f"−0{sign}20", f"1{sign}00"]
    assert row(table, "q-driver:")[:7] == ["1.3.1", "27", "30", "40%", "67%", gain[0], f"0{sign}58"]
    assert row(table, "q-under-16:")[1:6] == ["30", "29", "50%", "40%", gain[1]]
    assert row(table, "q-fraud:")[3:7] == ["20%", "100%", gain[2], "–"]
    objective = row(main.get_element_by_id("objectives"), "1.3 Elements")
    assert objective == ["1.3.1, 1.3.12", "2", "59", "45%", "53%", f"0{sign}15"]
    assert row(main.get_element_by_id("spread"), "30–39%") == ["3", "10"]


def test_weak_items_are_shown_whole(
    tmp_path: Path, tiny: Manuals, items: Mapping[str, Item]
) -> None:
    """What was answered how often, which is right, where the text stands; small classes warned."""
    main = page(tmp_path, tiny, items, "en")
    weak = main.find_class("weak")
    assert [part[0].text for part in weak] == ["q-under-16: hard after teaching, known less after"]
    assert "The answer stands in 1.3.12." in weak[0].text_content()
    assert row(weak[0], "False") == ["15", "12", "right"]
    assert row(weak[0], "No answer") == ["0", "1", ""]
    assert not main.find_class("caution")
    small = page(tmp_path, tiny, items, "en", persons=12)
    assert "in a class of 12, fewer than 30" in small.find_class("caution")[0].text


def test_each_plot_has_a_name_and_its_table(
    tmp_path: Path, tiny: Manuals, items: Mapping[str, Item]
) -> None:
    """Who does not see a plot hears what it is and finds its figures."""
    main = page(tmp_path, tiny, items, "vi")
    plots = main.findall(".//svg")
    assert len(plots) == 3
    for plot in plots:
        assert plot.get("role") == "img"
        assert plot.get("aria-label") == plot.findtext("title")
        assert main.get_element_by_id(plot.get("aria-describedby")).tag == "table"
    drawn = [each.text for each in plots[2].findall("text")]
    assert "40% → 67%" in drawn


def test_rows_left_out_are_named_without_folders(
    tmp_path: Path, tiny: Manuals, items: Mapping[str, Item]
) -> None:
    """The reader of the page sees that somebody is missing."""
    main = page(tmp_path, tiny, items, "en")
    assert "pre.csv: 32" in [item.text for item in main.findall(".//li")]


def test_plain_text() -> None:
    """Signs of emphasis go, those that are meant stay."""
    assert plain("Who *drives*\n**now**? 2 * 3 and a_b") == "Who drives now? 2 * 3 and a_b"
