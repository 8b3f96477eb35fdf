"""Places in laws are written in each language's order and mean the same."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from manuals.errors import Problem
from manuals.parity.law import same_point

Told = Callable[[str, str], list[Problem]]
EQUAL = [
    ("Article 12(3) of the Code.", "Khoản 3 Điều 12 Bộ luật."),
    ("Article 150(2)(b) applies.", "Điểm b khoản 2 Điều 150 được áp dụng."),
    ("Point (b) of clause 2 of Article 150.", "Điểm b khoản 2 Điều 150."),
    ("Paragraph 2 of Article 150.", "Khoản 2 Điều 150."),
    ("Article 14, paragraph 7.", "Điều 14 khoản 7."),
    ("Article 14(7).", "Khoản 7 Điều 14."),
    ("Article 3(a) of the Protocol.", "Điểm a Điều 3 Nghị định thư."),
    ("Articles 150 and 151.", "Các Điều 150 và 151."),
    ("Articles 150 and 151.", "Điều 150, 151."),
    ("Articles 150, 151 and 152.", "Điều 150, Điều 151 và Điều 152."),
    ("Article 150 or Article 151.", "Điều 150 hoặc Điều 151."),
    ("Articles 150–152.", "Các điều từ 150 đến 152."),
    ("Articles 150 to 152.", "Từ Điều 150 đến Điều 152."),
    ("Articles 150 to 152.", "Điều 150, 151 và 152."),
    ("Articles 62, 71 and 484 to 487.", "Các điều 62, 71 và từ 484 đến 487."),
    ("Article 150(2) and (3).", "Khoản 2 và khoản 3 Điều 150."),
    ("Article 150(2) and (3).", "Khoản 2, 3 Điều 150."),
    ("Paragraphs 2, 3 and 4.", "Các khoản 2, 3 và 4."),
    ("Article 5(1)(a) and (2)(b).", "Điểm a khoản 1, điểm b khoản 2 Điều 5."),
    ("Article 1(2) and Article 3(4).", "Khoản 2 Điều 1 và khoản 4 Điều 3."),
    ("Articles 1(2) and 3(4).", "Khoản 2 Điều 1, khoản 4 Điều 3."),
    ("Article 7(6a).", "Khoản 6a Điều 7."),
    ("Article 20(1)(e).", "Điểm đ khoản 1 Điều 20."),
    ("Article 20(1)(đ).", "Điểm đ khoản 1 Điều 20."),
    ("Article 20(1)(e).", "Điểm e khoản 1 Điều 20."),
    ("Point (b) asks for it; (a) does not.", "Điểm b đòi hỏi; điểm a thì không."),
    ("Article {{ article.fraud }}(3)(b).", "Điểm b khoản 3 Điều {{ article.fraud }}."),
    (
        "Article {{ article.fraud }}(1) of the {{ law.penal_code }}.",
        "Khoản 1 Điều {{ article.fraud }} {{ law.penal_code }}.",
    ),
    ("Article 150: see paragraph 3.", "Điều 150: xem khoản 3 Điều 150."),
    ("Article 150 and paragraph 3 of it.", "Khoản 3 Điều 150."),
    ("Article 150. Article 150 asks for a means.", "Điều 150 đòi hỏi thủ đoạn."),
    ("| Article |\n|---|\n| 150 |", "| Điều |\n|---|\n| Điều 150 |"),
    ("Paragraph\n2 of\nArticle 5.", "Khoản 2\nĐiều 5."),
    ("Article 5. They used other means (b).", "Điều 5. Họ dùng thủ đoạn (b)."),
    ("Point b of clause 2 of Article 5.", "Điểm b khoản 2 Điều 5."),
    ("Two points a trainer makes.", "Hai điểm giảng viên nêu."),
    ("The second means.", "Thủ đoạn 2."),
    ("Phase two.", "Giai đoạn 2."),
    ("The second account.", "Tài khoản 2."),
    ("The second term.", "Điều khoản 2."),
    ("**Article 5**(2) applies.", "Áp dụng **khoản 2** Điều 5."),
]
UNEQUAL = [
    ("Article 12(3).", "Khoản 2 Điều 12."),
    ("Article 12(3).", "Khoản 3 Điều 13."),
    ("Article 12(3).", "Điều 12."),
    ("Article 150(2)(b).", "Điểm c khoản 2 Điều 150."),
    ("Article 150(2)(f).", "Điểm đ khoản 2 Điều 150."),
    ("Articles 150 and 151.", "Điều 150."),
    ("Articles 150 to 152.", "Điều 150, 152."),
    ("Article 150(2), Article 151(1).", "Khoản 1 Điều 150, khoản 2 Điều 151."),
    ("Paragraphs 2 and 3.", "Khoản 2 và khoản 4."),
    ("Article {{ article.fraud }}(3).", "Khoản 4 Điều {{ article.fraud }}."),
    ("Point (a) applies.", "Điểm b được áp dụng."),
    ("Article 5 applies.", "Điều luật được áp dụng."),
    ("Paragraph 1 applies to both.", "Khoản 2 áp dụng cho một người."),
]


@pytest.mark.parametrize(("english", "vietnamese"), EQUAL)
def test_the_same_place_is_no_message(told: Told, english: str, vietnamese: str) -> None:
    """Each language keeps its own way of citing."""
    assert told(english, vietnamese) == []


@pytest.mark.parametrize(("english", "vietnamese"), UNEQUAL)
def test_another_place_is_an_error(told: Told, english: str, vietnamese: str) -> None:
    """Whatever differs in article, clause or point is told, with the line in both files."""
    found = told(english, vietnamese)
    assert found
    assert {problem.warning for problem in found} == {False}
    assert all(":8 " in problem.what and problem.line == 8 for problem in found)


def test_the_message_shows_both_places(told: Told) -> None:
    """An author reads what stands where, in both files."""
    english = "The court applies Article 12(3) of the Code in such a case."
    found = told(english, "Tòa án áp dụng khoản 2 Điều 12 của Bộ luật.")
    assert [str(problem) for problem in found] == [
        "docs/v1-foundations/03-law.en.md:8: the provision Article 12(3) in “The court applies "
        "Article 12(3) of the Code in…” is khoản 2 Điều 12 in 03-law.vi.md:8 “Tòa án áp dụng "
        "khoản 2 Điều 12 của Bộ luật.”: cite the same one in both"
    ]


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        ("a", "a", True),
        ("d", "d", True),
        ("e", "đ", True),
        ("đ", "e", True),
        ("e", "e", True),
        ("f", "e", True),
        ("g", "g", True),
        ("j", "k", True),
        ("k", "k", True),
        ("d", "đ", False),
        ("f", "đ", False),
        ("a", "b", False),
        ("a", "", False),
    ],
)
def test_points_have_letters_in_each_languages_order(first: str, second: str, same: bool) -> None:
    """English may keep the Vietnamese letter or count on in English."""
    assert same_point(first, second) is same
