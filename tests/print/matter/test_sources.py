"""The list of sources: each once, without fact numbers, with every chapter that names it."""

from __future__ import annotations

from lxml import html
from lxml.html import HtmlElement

from manuals.chapters import Manuals
from manuals.print.matter.sources import source_list, sources


def chapter(number: int, *items: str, last: bool = True) -> HtmlElement:
    """Return a prepared chapter with a Sources section."""
    id = f"c{number:02}"
    lines = "".join(f"<li>{item}</li>" for item in items)
    after = "" if last else "<h2>After</h2><ul><li>not a source</li></ul>"
    root = html.fragment_fromstring(
        f'<h1><span class="chapter-number">Chương 1.{number}</span> Luật</h1><ul><li>no</li></ul>'
        f'<h2 id="{id}-sources">Nguồn</h2><ul>{lines}</ul>{after}',
        create_parent="article",
    )
    root.set("id", id)
    return root


def test_the_words_without_fact_numbers() -> None:
    """Numbers of facts go, wherever they stand; the rest of the words stays."""
    found = sources(
        [
            chapter(
                3,
                "Penal Code, Articles 150 and 151: F-PC-01, F-PC-02. To be checked: F-PC-04.",
                "Palermo Protocol, Article 3: F-PAL-05,\n F-PAL-07",
                last=False,
            )
        ]
    )
    assert [tuple(item) for item in found] == [
        ("Penal Code, Articles 150 and 151. To be checked", "1.3", "c03-sources"),
        ("Palermo Protocol, Article 3", "1.3", "c03-sources"),
    ]


def test_each_once_in_the_order_of_the_alphabet(tiny: Manuals) -> None:
    """Đ comes after D; a source of two chapters names both, each with its page."""
    chapters = [
        chapter(1, "Điều 98: F-CPC-15.", "Dẫn độ: F-MLA-01."),
        chapter(2, "Luật: F-TIP-01.", "Điều 98: F-CPC-15, F-CPC-16."),
    ]
    root = source_list(chapters, tiny.languages["vi"])
    assert root is not None
    lines = root.findall("p[@class='source-entry']")
    assert [line.text_content() for line in lines] == [
        "Dẫn độ. Chương\u00a01.1, tr.\u00a0.",
        "Điều 98. Chương\u00a01.1, tr.\u00a0; Chương\u00a01.2, tr.\u00a0.",
        "Luật. Chương\u00a01.2, tr.\u00a0.",
    ]
    pages = [page.get("href") for page in lines[1].iterfind("a[@class='page-of']")]
    assert pages == ["#c01-sources", "#c02-sources"]


def test_no_sources(tiny: Manuals) -> None:
    """Chapters without the section make no empty list."""
    root = html.fragment_fromstring("<h1>1</h1>", create_parent="article")
    assert source_list([root], tiny.languages["en"]) is None
