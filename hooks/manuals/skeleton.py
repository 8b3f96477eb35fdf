"""A new chapter pair, ready to fill in: every part of the anatomy in its place."""

from __future__ import annotations

import datetime
import json
from collections.abc import Mapping
from string import Template

SECTIONS: Mapping[str, Mapping[str, str]] = {
    "en": {
        "summary": "One plain sentence: what the reader can do after the chapter.",
        "objective_1": "Write a verb that can be seen: list, sort, decide, draft, explain",
        "objective_2": "Write the second objective",
        "objective_3": "Write the third objective",
        "point": "The first thing to remember, on one line.",
        "heading": "First section",
        "paragraph": "Write short paragraphs, one idea each. Their numbers are made by the build.",
        "local": "Local content",
        "local_intro": "The national trainer adds what holds in the province or the unit.",
        "local_prompt": "In your province, who …?",
        "practice": "Case and exercise",
        "practice_intro": "The exercise uses the case.",
        "case_title": "Title of the case",
        "case": "Write an invented case: no real person, no place smaller than a province.",
        "exercise_title": "Title of the exercise",
        "exercise": "Write the task, the groups, the time and the product.",
        "checklist": "Checklist",
        "checklist_title": "What to check",
        "checklist_item": "The first thing to check.",
        "assessment": "Self-assessment",
        "statement": "Write a statement that is true or false.",
        "reason": "Write why.",
        "trainer": "**Timing.** Write the minutes of each step.",
        "sources": "Further reading and sources",
        "source": "Name the instrument and its fact numbers.",
    },
    "vi": {
        "summary": "Một câu ngắn: sau chương này người đọc làm được gì.",
        "objective_1": "Dùng động từ quan sát được: liệt kê, phân loại, quyết định, soạn",
        "objective_2": "Viết mục tiêu thứ hai",
        "objective_3": "Viết mục tiêu thứ ba",
        "point": "Điều đầu tiên cần nhớ, trên một dòng.",
        "heading": "Mục thứ nhất",
        "paragraph": "Viết đoạn ngắn, mỗi đoạn một ý. Số đoạn do chương trình đánh.",
        "local": "Nội dung địa phương",
        "local_intro": "Giảng viên trong nước bổ sung nội dung của tỉnh hoặc đơn vị.",
        "local_prompt": "Tại địa phương, ai …?",
        "practice": "Tình huống và bài tập",
        "practice_intro": "Bài tập dựa trên tình huống.",
        "case_title": "Tên tình huống",
        "case": "Viết tình huống hư cấu: không có người thật, không nêu nơi nhỏ hơn cấp tỉnh.",
        "exercise_title": "Tên bài tập",
        "exercise": "Viết nhiệm vụ, cách chia nhóm, thời gian và sản phẩm.",
        "checklist": "Bảng kiểm",
        "checklist_title": "Những việc cần kiểm tra",
        "checklist_item": "Việc thứ nhất cần kiểm tra.",
        "assessment": "Tự đánh giá",
        "statement": "Viết một nhận định đúng hoặc sai.",
        "reason": "Viết lý do.",
        "trainer": "**Phân bổ thời gian.** Viết số phút của từng bước.",
        "sources": "Tài liệu đọc thêm và nguồn",
        "source": "Nêu văn bản và mã dữ kiện.",
    },
}

CHAPTER = Template("""---
id: $id
title: $title
summary: "$summary"
minutes: 60
level: foundation
audience: [everyone]
law_as_of: $law_as_of
status: draft
after: []
needs: []
objectives:
  - id: first
    text: "$objective_1"
  - id: second
    text: "$objective_2"
  - id: third
    text: "$objective_3"
---

/// key-points

- $point

///

## $heading {#first-section}

$paragraph

## $local {#local}

$local_intro

/// local

- $local_prompt

///

## $practice {#practice}

$practice_intro

/// case | $case_title
    id: first-case

$case
///

/// exercise | $exercise_title
    id: first-exercise
    minutes: 20
    objectives: [first, second, third]

$exercise
///

## $checklist {#checklist}

/// checklist | $checklist_title

- $checklist_item

///

## $assessment {#self-assessment}

/// question
    id: q-$id
    type: true-false
    objective: first
    paragraph: first-section

$statement

//// answer
    correct: true

$reason
////
///

/// trainer

$trainer
///

## $sources {#sources}

- $source
""")


def chapter_skeleton(locale: str, id: str, title: str, law_as_of: datetime.date) -> str:
    """Return the Markdown of one half; both halves have equal ids, boxes and counts."""
    return CHAPTER.substitute(
        SECTIONS[locale],
        id=id,
        title=json.dumps(title, ensure_ascii=False),
        law_as_of=law_as_of.isoformat(),
    )
