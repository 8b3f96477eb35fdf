"""Numbers, dates and times are written in each language's way and mean the same."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from manuals.errors import Problem

Told = Callable[[str, str], list[Problem]]
EQUAL = [
    ("It has 1,000 pages.", "Tài liệu có 1.000 trang."),
    ("It has 1,250,000 pages.", "Tài liệu có 1.250.000 trang."),
    ("It weighs 2.5 kg.", "Nặng 2,5 kg."),
    ("It weighs 2.50 kg.", "Nặng 2,5 kg."),
    ("About 30% of them.", "Khoảng 30 % số đó."),
    ("About 30 per cent.", "Khoảng 30%."),
    ("From 5 to 10 years.", "Từ 05 năm đến 10 năm."),
    ("A fine of 20 to 100 million.", "Phạt tiền từ 20 triệu đến 100 triệu đồng."),
    ("It costs 2.5 million.", "Giá 2.500.000 đồng."),
    ("It costs 3 billion.", "Giá 3 tỷ đồng."),
    ("On 5 July 2026.", "Ngày 5/7/2026."),
    ("On 5 July 2026.", "Ngày 05/7/2026."),
    ("On 5 July 2026.", "Ngày 05/07/2026."),
    ("On 5 July 2026.", "Ngày 5 tháng 7 năm 2026."),
    ("On July 5, 2026.", "Ngày 5/7/2026."),
    ("On 5th July 2026.", "Ngày 5.7.2026."),
    ("As of 2026-07-05.", "Tính đến ngày 05/7/2026."),
    ("On 5 July.", "Ngày 5/7."),
    ("From 1 to 5 July 2026.", "Từ ngày 1 đến ngày 5/7/2026."),
    ("From 1 to 5 July 2026.", "Từ ngày 1/7 đến ngày 5/7/2026."),
    ("In July 2026.", "Tháng 7/2026."),
    ("In July 2026.", "Tháng 7 năm 2026."),
    ("In July.", "Trong tháng 7."),
    ("In July.", "Trong tháng Bảy."),
    ("It may rain. May it rain?", "Trời có thể mưa."),
    ("In May.", "Trong tháng 5."),
    ("Since 2025.", "Từ năm 2025."),
    ("In the 1990s.", "Những năm 1990."),
    ("At 08:00.", "Lúc 8 giờ 00."),
    ("At 08:00.", "Lúc 8 giờ."),
    ("At 08:30.", "Lúc 8h30."),
    ("At 08:30.", "Lúc 8 giờ 30 phút."),
    ("At 4 p.m.", "Lúc 16 giờ."),
    ("At 4.15 pm.", "Lúc 16:15."),
    ("At 4.15 pm.", "Lúc 4 giờ 15 chiều."),
    ("At 4 p.m.", "Lúc 4 giờ chiều."),
    ("At 9 a.m.", "Lúc 9 giờ sáng."),
    ("Open 24 hours.", "Mở cửa 24 giờ."),
    ("Open 24/7.", "Mở cửa 24/7."),
    ("Within 72 hours.", "Trong 72 giờ."),
    ("Two officers.", "Hai cán bộ."),
    ("Two officers.", "2 cán bộ."),
    ("Two officers.", "02 cán bộ."),
    ("2 officers.", "Hai cán bộ."),
    ("Both officers.", "2 cán bộ."),
    ("Twenty-five officers.", "25 cán bộ."),
    ("25 officers.", "Hai mươi lăm cán bộ."),
    ("15 officers.", "Mười lăm cán bộ."),
    ("The third day.", "Ngày thứ 3."),
    ("The 1st day.", "Ngày thứ nhất."),
    ("The 19th century.", "Thế kỷ XIX."),
    ("Chapter II.", "Chương II."),
    ("Chapter II.", "Chương 2."),
    ("Chapter 2.", "Chương II."),
    ("Law No. 53/2024/QH15.", "Luật số 53/2024/QH15."),
    ("Decree 162/2025/NĐ-CP.", "Nghị định số 162/2025/NĐ-CP."),
    ("On A4 paper.", "Trên giấy A4."),
    ("Sources: F-PC-01.", "Nguồn: F-PC-01."),
    ("An 18-year-old.", "Người 18 tuổi."),
    ("Aged 16–18.", "Từ 16 đến 18 tuổi."),
    ("Persons 1 and 2. Person 2 left.", "Người 1 và người 2. Người này đã đi."),
    ("1. Red.\n2. Blue.", "- Đỏ.\n- Xanh."),
    ("A.[^n]\n\n[^m]: Of 1999.\n[^n]: Of 2001.", "A.[^n]\n\n[^n]: Năm 2001.\n[^m]: Năm 1999."),
    ("Text.\n{#p-7}", "Chữ.\n{#p-8}"),
    ("Five <!-- 7 --> cars.", "Năm xe. <!-- 8 -->"),
    ("First 5.\n\nThen 6.", "Trước hết 6.\n\nSau đó 5."),
]
UNEQUAL = [
    ("It has 1,000 pages.", "Tài liệu có 1.001 trang."),
    ("It has 1,000 pages.", "Tài liệu có 1,000 trang."),
    ("It weighs 2.5 kg.", "Nặng 25 kg."),
    ("About 30%.", "Khoảng 31%."),
    ("It costs 2 million.", "Giá 2 tỷ đồng."),
    ("On 5 July 2026.", "Ngày 5/8/2026."),
    ("On 5 July 2026.", "Ngày 7/5/2026."),
    ("On 5 July 2026.", "Ngày 5/7/2025."),
    ("On 5 July.", "Ngày 6/7."),
    ("In July 2026.", "Tháng 8/2026."),
    ("Since 2025.", "Từ năm 2024."),
    ("At 08:00.", "Lúc 9 giờ."),
    ("At 08:30.", "Lúc 8 giờ 20."),
    ("At 4 p.m.", "Lúc 5 giờ chiều."),
    ("Two officers.", "3 cán bộ."),
    ("3 officers.", "Hai cán bộ."),
    ("25 officers.", "Hai mươi cán bộ."),
    ("Chapter II.", "Chương III."),
    ("Law No. 53/2024/QH15.", "Luật số 54/2024/QH15."),
    ("Sources: F-PC-01.", "Nguồn: F-PC-02."),
    ("5 and 5 and 6 officers.", "5 và 6 và 6 cán bộ."),
    ("18 years.", "Tuổi."),
    ("Years.", "18 tuổi."),
    ("/// trainer\n30 minutes.\n///", "/// trainer\n40 phút.\n///"),
    ("A.[^n]\n\n[^m]: Of 1999.\n[^n]: Of 2001.", "A.[^n]\n\n[^m]: Năm 2001.\n[^n]: Năm 1999."),
    ("First 5.\n\nThen 8.", "Trước hết.\n\nSau đó 8."),
]


@pytest.mark.parametrize(("english", "vietnamese"), EQUAL)
def test_the_same_figure_is_no_message(told: Told, english: str, vietnamese: str) -> None:
    """Signs, leading zeros, words and the order of a date are each language's own."""
    assert told(english, vietnamese) == []


@pytest.mark.parametrize(("english", "vietnamese"), UNEQUAL)
def test_another_figure_is_an_error(told: Told, english: str, vietnamese: str) -> None:
    """What is in one text and not in the other is told."""
    found = told(english, vietnamese)
    assert [problem.warning for problem in found] == [False] * len(found) != []


def test_the_message_names_both_lines_and_shows_the_words(told: Told) -> None:
    """Line 8 is the first paragraph's, line 10 the second's."""
    english = "One.\n\nThe fine is between 20 and 100 coins for each of them."
    vietnamese = "Một.\n\nMức phạt tiền từ 20 đến 90 đồng cho mỗi người vi phạm."
    assert [str(problem) for problem in told(english, vietnamese)] == [
        "docs/v1-foundations/03-law.en.md:10: the figure 100 in “…is between 20 and 100 coins for "
        "each of…” is 90 in 03-law.vi.md:10 “…tiền từ 20 đến 90 đồng cho mỗi người…”: write the "
        "same in both; if they differ on purpose, add <!-- parity: why --> to the paragraph"
    ]


def test_a_figure_on_one_side_is_named_there(told: Told) -> None:
    """The file that has it is named first, the paragraph that lacks it beside it."""
    found = told("One.\n\nThere is a fine.", "Một.\n\nCó phạt tiền 90 đồng.")
    assert [str(problem).partition(": write")[0] for problem in found] == [
        "docs/v1-foundations/03-law.vi.md:10: the figure 90 in “Có phạt tiền 90 đồng.” is not in "
        "03-law.en.md:10 “There is a fine.”"
    ]


@pytest.mark.parametrize("side", ["en", "vi"])
def test_a_reason_exempts_one_paragraph(told: Told, side: str) -> None:
    """Only the paragraph that holds the reason may differ; a comment without one does nothing."""
    texts = {"en": "At 30 it ends @.\n\nThen 40.", "vi": "Hết ở tuổi này @.\n\nSau đó 41."}
    reason = {**texts, side: texts[side].replace("@", "<!-- parity: an English idiom -->")}
    assert len(told(reason["en"], reason["vi"])) == 1
    empty = {**texts, side: texts[side].replace("@", "<!-- parity: -->")}
    assert len(told(empty["en"], empty["vi"])) == 2
