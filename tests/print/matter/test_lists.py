"""The lists of boxes: which, in which order, under which number."""

from __future__ import annotations

from lxml import html
from lxml.html import HtmlElement

from manuals.chapters import Manuals
from manuals.print.matter.lists import listed_boxes, lists, name_boxes


def chapter(number: int, *boxes: tuple[str, str, str, str]) -> HtmlElement:
    """Return a prepared chapter with boxes: kind, id, word, title."""
    parts = [f'<h1><span class="chapter-number">Chapter 1.{number}</span> Law</h1>']
    for kind, id, word, title in boxes:
        named = f'<span class="box-name">{title}</span>' if title else ""
        own = f' id="{id}"' if id else ""
        parts.append(
            f'<div class="box box-{kind}"{own}><p class="box-title">'
            f'<span class="box-kind">{word}</span>{named}</p></div>'
        )
    root = html.fragment_fromstring("".join(parts), create_parent="article")
    root.set("id", f"c{number:02}")
    name_boxes(root)
    return root


FIRST = chapter(
    1,
    ("checklist", "", "Checklist", "Before you start"),
    ("case", "c01-car", "Case 1.1-A (invented)", "A car"),
    ("law", "", "Law", "Article 150"),
)
SECOND = chapter(
    2,
    ("case", "c02-bus", "Case 1.2-A (invented)", "A bus"),
    ("case", "c02-boat", "Case 1.2-TA (invented)", ""),
    ("checklist", "", "Checklist", "At the border"),
)


def test_kinds_then_chapters() -> None:
    """Cases come before checklists; each kind in the order of the text; laws are no list."""
    assert [tuple(item) for item in listed_boxes([FIRST, SECOND])] == [
        ("case", "c01-car", "1.1-A", "A car"),
        ("case", "c02-bus", "1.2-A", "A bus"),
        ("case", "c02-boat", "1.2-TA", "Case 1.2-TA (invented)"),
        ("checklist", "c01-checklist-1", "1.1", "Before you start"),
        ("checklist", "c02-checklist-1", "1.2", "At the border"),
    ]


def test_each_entry_leads_to_its_box_and_asks_for_its_page(tiny: Manuals) -> None:
    """An entry names the place twice: for the reader of the screen, for the layout."""
    root = lists([FIRST, SECOND], tiny.languages["vi"])
    assert root is not None
    assert [item.text for item in root.iter("h2")] == ["Danh mục tình huống", "Danh mục bảng kiểm"]
    for entry in root.iterfind("p"):
        link, page = entry
        assert page.get("class") == "page-of"
        assert link.get("href") == page.get("href")
    assert {link.get("href") for link in root.iter("a")} >= {"#c01-car", "#c02-checklist-1"}


def test_nothing_to_list(tiny: Manuals) -> None:
    """A volume without boxes has no empty list."""
    assert lists([chapter(1, ("law", "", "Law", "Article 1"))], tiny.languages["en"]) is None
