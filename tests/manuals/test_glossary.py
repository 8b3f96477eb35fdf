"""The glossary page: one row a concept, in the page's language, in that language's order."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from lxml import html
from lxml.html import HtmlElement

from manuals.glossary import glossary_table

if TYPE_CHECKING:
    from tests.conftest import Project

HEAD = "id,en,vi,pos,domain,status,note,match\n"


def table(copy: Project, locale: str) -> HtmlElement:
    """Return the project's glossary in one language."""
    manuals = copy.load()
    return html.fragment_fromstring(glossary_table(manuals.terms, manuals.languages[locale]))


def rows(copy: Project, locale: str) -> list[list[str]]:
    """Return the texts of the table's body."""
    return [
        [cell.text_content() for cell in row] for row in table(copy, locale).iterfind("tbody/tr")
    ]


def test_both_languages(project: Callable[[], Project]) -> None:
    """The page's own term comes first, the other language's second, in the own alphabet."""
    copy = project()
    copy.write(
        "data/termbase.csv",
        f"{HEAD}a-01,zone,đất,n,x,preferred,,\nb-01,act,dao,n,x,preferred,,\n",
    )
    assert rows(copy, "en") == [["act", "dao"], ["zone", "đất"]]
    assert rows(copy, "vi") == [["dao", "act"], ["đất", "zone"]]


def test_variants_are_named_in_their_own_row(project: Callable[[], Project]) -> None:
    """What may be said too and what is avoided stand below the term, only in their language."""
    copy = project()
    english = {row[1]: row[0] for row in rows(copy, "en")}
    vietnamese = {row[1]: row[0] for row in rows(copy, "vi")}
    assert english["mua bán người"] == "human traffickingalso: trafficking in persons"
    assert vietnamese["human trafficking"] == "mua bán ngườitránh dùng: buôn bán người"


def test_short_form(project: Callable[[], Project]) -> None:
    """An abbreviation stands in brackets behind the term of its own language."""
    copy = project()
    assert ["Criminal Procedure Code (CPC)", "Bộ luật Tố tụng hình sự"] in rows(copy, "en")
    assert ["Bộ luật Tố tụng hình sự (BLTTHS)", "Criminal Procedure Code"] in rows(copy, "vi")


def test_rows_can_be_linked_to(project: Callable[[], Project]) -> None:
    """A row has the id of its concept, the same in both languages."""
    copy = project()
    ids = {
        locale: {row.get("id") for row in table(copy, locale).iterfind("tbody/tr")}
        for locale in ("en", "vi")
    }
    assert ids["en"] == ids["vi"] == {"tip-01", "tip-02", "vic-01", "cpc-01", "edu-01"}


def test_screen_readers_know_headers_and_language(project: Callable[[], Project]) -> None:
    """Column heads have a scope; the other language's column says which language it is."""
    copy = project()
    found = table(copy, "vi")
    assert [(head.get("scope"), head.text) for head in found.iter("th")] == [
        ("col", "Tiếng Việt"),
        ("col", "Tiếng Anh"),
    ]
    assert {row[1].get("lang") for row in found.iterfind("tbody/tr")} == {"en"}
    assert {row[0].get("lang") for row in found.iterfind("tbody/tr")} == {None}


def test_texts_are_escaped(project: Callable[[], Project]) -> None:
    """A term with & or < is text, not HTML."""
    copy = project()
    copy.write(
        "data/termbase.csv",
        f"{HEAD}a-01,law & <b>order</b>,luật & <b>lệ</b>,n,x,preferred,,\n"
        "a-01a,<i>rule</i>,luật,n,x,admitted,,\n",
    )
    assert rows(copy, "en") == [["law & <b>order</b>also: <i>rule</i>", "luật & <b>lệ</b>"]]
