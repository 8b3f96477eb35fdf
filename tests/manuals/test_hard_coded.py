"""Facts of the country in the common text: found as words, in both languages, and nothing else."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.conftest import Project

EN = "docs/v1-foundations/03-law.en.md"
VI = "docs/v1-foundations/03-law.vi.md"
PLACE = {EN: "Ask for the birth certificate.", VI: "Hỏi giấy khai sinh."}
TREATIES = """treaties:
  - en: Palermo Protocol
    vi: Nghị định thư Palermo
    short: []
"""


@pytest.fixture
def copy(project: Callable[[], Project]) -> Project:
    """Return a project that knows a treaty."""
    copy = project()
    copy.write("data/treaties.yml", TREATIES)
    return copy


def told(copy: Project, name: str, text: str) -> list[str]:
    """Return the words that are found in a text, each with the placeholders to write."""
    copy.edit(name, PLACE[name], text)
    line = copy.line(name, text.split("\n")[0])
    found = []
    for message in copy.messages("written as words in the common text"):
        if message.startswith(f"{name}:{line}: warning: "):
            words, ways = re.findall(r'warning: "(.*?)".*: write (.*); if it must stay', message)[0]
            found.append(f"{words} = {ways}")
    return found


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The Ministry of Health.", ["Ministry of Health = {{ agency.health_ministry }}"]),
        ("Provincial police came.", ["Provincial police = {{ agency.police_province }}"]),
        ("Call 111.", ["111 = {{ hotline }}"]),
        ("Article 150 of the Penal Code.",
         ["150 = {{ article.trafficking }}", "Penal Code = {{ law.penal_code }}"]),
        ("Article 349(2) of the {{ law.penal_code }}.", ["349 = {{ article.organising_flight }}"]),
        ("Article 999 of the {{ law.penal_code }}.",
         ["999 = a placeholder, and its value into data/countries/viet-nam.yml"]),
        ("Decree 162/2025/NĐ-CP.", ["162/2025/NĐ-CP = {{ law.trafficking_decree }}"]),
        ("Decree 9/2031/NĐ-CP.",
         ["9/2031/NĐ-CP = a placeholder, and its value into data/countries/viet-nam.yml"]),
        ("It is in force since 7 March 2015.", ["7 March 2015 = {{ treaty.uncat_in_force }}"]),
        ("A person under 18.", ["18 = {{ age.minor }}"]),
        ("Hand over within 7 days.", ["7 = {{ limit.border_guard_handover_days }}"]),
    ],
)  # fmt: skip
def test_english(copy: Project, text: str, wanted: list[str]) -> None:
    """Agencies, laws, numbers, dates, ages and time limits are told with what to write."""
    assert sorted(told(copy, EN, text)) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Bộ Công an.", ["Bộ Công an = {{ agency.security_ministry }}"]),
        ("Gọi số 111.", ["111 = {{ hotline }}"]),
        ("Khoản 2 Điều 150 {{ law.penal_code }}.", ["150 = {{ article.trafficking }}"]),
        ("Nạn nhân dưới 18 tuổi.", ["18 = {{ age.minor }}"]),
        ("Giao trong thời hạn 7 ngày.", ["7 = {{ limit.border_guard_handover_days }}"]),
    ],
)  # fmt: skip
def test_vietnamese(copy: Project, text: str, wanted: list[str]) -> None:
    """The same in Vietnamese."""
    assert told(copy, VI, text) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "The {{ agency.security_ministry }} and Article {{ article.trafficking }}.",
        "The form said “Ministry of Public Security”.",
        "Ministry of Public Security <!-- as written: Ministry of Public Security -->",
        "/// local\nMinistry of Public Security, 111\n///",
        "/// law | Article 150\nArticle 150 of the Penal Code: 5 to 10 years.\n///",
        "Article 3 of the Palermo Protocol.",
        "The Palermo Protocol asks for it (Article 15).",
        "Paragraphs 1, 2 and 150 of Article {{ article.definition }} of the {{ law.trafficking }}.",
        "Open 24 hours a day; 18 months; Mai, 16, went home; 1110 and 3.111 persons.",
        "The border guard of the neighbouring country.",
    ],
)
def test_what_may_stay(copy: Project, text: str) -> None:
    """Quotations, marked words, the country's own boxes, treaties, and what only looks alike."""
    assert told(copy, EN, text) == []


def test_sources_and_metadata(copy: Project) -> None:
    """The list of sources names laws as words; titles and objectives use placeholders."""
    copy.edit(EN, "- The Penal Code", "- The Penal Code, Articles 150 and 151")
    assert copy.messages("written as words in the common text") == []
    copy.edit(EN, 'title: "The law"', 'title: "The Penal Code"')
    assert [message.split(": write")[0] for message in copy.messages("in the common text")] == [
        f'{EN}:3: warning: "Penal Code" is a fact of Viet Nam, written as words in the common text'
    ]


def test_what_another_country_left(copy: Project) -> None:
    """A build for one country finds the facts of every other one that has a profile."""
    text = copy.read("data/countries/viet-nam.yml")
    text = text.replace('hotline: "111"', 'hotline: "246"').replace("en: Viet Nam", "en: Arcadia")
    copy.write("data/countries/arcadia.yml", text)
    assert told(copy, EN, "Call 246.") == ["246 = {{ hotline }}"]
    assert '"246" is a fact of Arcadia' in copy.messages("246")[0]
