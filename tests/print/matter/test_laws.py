"""The table of laws: which document an article belongs to, in both languages, and its order."""

from __future__ import annotations

import pytest

from manuals.citations import citations
from manuals.documents import LAWS, TREATIES, Document, Naming
from manuals.print.matter.laws import law_table
from manuals.print.matter.locators import Place

NAMES = {
    "en": ["Penal Code", "Criminal Procedure Code", "Law on Trafficking", "Palermo Protocol"],
    "vi": ["Bộ luật Hình sự", "Bộ luật Tố tụng hình sự", "Luật Phòng, chống", "Nghị định thư"],
}


def naming(locale: str) -> Naming:
    """Return the documents of the test."""
    pc, cpc, law, protocol = NAMES[locale]
    return Naming(
        [
            Document(pc, "100/2015/QH13", LAWS, (pc,)),
            Document(cpc, "", LAWS, (cpc,)),
            Document(law, "53/2024/QH15", LAWS, (law,)),
            Document(protocol, "", TREATIES, (protocol,)),
        ],
        locale,
    )


def cites(locale: str, *texts: str) -> list[str]:
    """Return what the last text cites, as "document article", articles only."""
    found = citations([("1.1", text) for text in texts], naming(locale))[-1]
    return [f"{item.document} {item.article}" for item in found if item.article]


@pytest.mark.parametrize(
    ("texts", "wanted"),
    [
        (["Article 150 of the Penal Code"], ["Penal Code 150"]),
        (["Penal Code, Articles 150 and 151"], ["Penal Code 150", "Penal Code 151"]),
        (["the Penal Code (Article 150)"], ["Penal Code 150"]),
        (["Law on Trafficking, No. 53/2024/QH15, Article 2"], ["Law on Trafficking 2"]),
        (["Articles 10, 13 and 15 of the Criminal Procedure Code"],
         ["Criminal Procedure Code 10", "Criminal Procedure Code 13",
          "Criminal Procedure Code 15"]),
        (["Article 3 of the Law on Trafficking", "Article 3 of the Palermo Protocol",
          "Article 150 of the Penal Code", "The Palermo Protocol says more than Article 150."],
         ["Penal Code 150"]),
        (["Article 3 of the Law on Trafficking", "Article 3 of the Palermo Protocol",
          "The Law on Trafficking forbids it.", "See Article 3."], ["Law on Trafficking 3"]),
        (["Article 350 of the Penal Code", "The Palermo Protocol.", "Articles 349 to 350"],
         ["Penal Code 349", "Penal Code 350"]),
        (["The Law on Trafficking and the Palermo Protocol.", "Article 5 of the Law"],
         ["Law on Trafficking 5"]),
        (["Article 7 of no law we know"], []),
    ],
)  # fmt: skip
def test_english(texts: list[str], wanted: list[str]) -> None:
    """The document beside it, the only one it is of, or the last one named."""
    assert cites("en", *texts) == wanted


@pytest.mark.parametrize(
    ("texts", "wanted"),
    [
        (["điểm a khoản 1 Điều 150 Bộ luật Hình sự"], ["Bộ luật Hình sự 150"]),
        (["Điều 150 và Điều 151 Bộ luật Hình sự"],
         ["Bộ luật Hình sự 150", "Bộ luật Hình sự 151"]),
        (["Bộ luật Hình sự, các điều 150 và 151"],
         ["Bộ luật Hình sự 150", "Bộ luật Hình sự 151"]),
        (["Điều 10 của Bộ luật Tố tụng hình sự"], ["Bộ luật Tố tụng hình sự 10"]),
        (["Luật Phòng, chống số 53/2024/QH15, Điều 2"], ["Luật Phòng, chống 2"]),
        (["Bộ luật Hình sự, Điều\u00a0150"], ["Bộ luật Hình sự 150"]),
        (["Bộ luật Hình sự.", "Luật Phòng, chống.", "Điều 9 Bộ luật này"],
         ["Bộ luật Hình sự 9"]),
    ],
)  # fmt: skip
def test_vietnamese(texts: list[str], wanted: list[str]) -> None:
    """The same in Vietnamese, where the document follows without a word between."""
    assert cites("vi", *texts) == wanted


def test_a_chapter_does_not_know_what_another_named() -> None:
    """Nothing is guessed across chapters."""
    found = citations([("1.1", "The Penal Code."), ("1.2", "Article 9.")], naming("en"))
    assert found[1] == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Decree 162/2025/NĐ-CP and Law No. 53/2024/QH15",
         ["Decree 162/2025/NĐ-CP", "Law on Trafficking"]),
        ("Criminal Procedure Code", ["Criminal Procedure Code"]),
        ("a Penal Coded text", []),
    ],
)  # fmt: skip
def test_documents(text: str, names: list[str]) -> None:
    """A number alone names a document; a longer name is not taken for a shorter one."""
    assert [item.document for item in naming("en").find(text)] == names


def test_the_order_of_the_table() -> None:
    """Laws before treaties, by name, then by number; whole documents only without articles."""
    names = naming("en")
    places = {
        ("Palermo Protocol", "3"): [Place("a")],
        ("Penal Code", ""): [Place("b")],
        ("Penal Code", "150"): [Place("c")],
        ("Penal Code", "12"): [Place("d")],
        ("Penal Code", "6a"): [Place("e")],
        ("Law on Trafficking", ""): [Place("f")],
    }
    lines = [(law.document.name, law.article) for law in law_table(places, names)]
    assert lines == [
        ("Law on Trafficking", ""),
        ("Penal Code", "6a"),
        ("Penal Code", "12"),
        ("Penal Code", "150"),
        ("Palermo Protocol", "3"),
    ]
