"""The self-assessment as a quiz: what the page's script needs beside the questions themselves.

The questions stay in the article as everybody reads them, on paper and without a script; the page
brings this data below its article, a file a language the words, and overrides/assets/js/quiz.js
sets fields into the questions.
So neither books nor search data know of the quiz, and a reader whom the script fails loses nothing.

Answers never reach the participant edition (design.md, Conventions 6). A page could only tell right
from wrong with the answers in it, hidden or scrambled, and whoever opens its source would read
them; so that edition says what was answered and what is open, and where to read again: the place
that the question's `paragraph` names. In the trainer edition, which holds the answers anyway, they
open on request, and a class mode marks each choice; nothing chosen in front of a class is kept.
"""

from __future__ import annotations

import json
from string import ascii_lowercase
from typing import Any

from manuals.chapters import Half, Pair
from manuals.editions import TRAINER
from manuals.items.item import TRUTH, question_boxes, right_answer
from manuals.languages import Language
from manuals.outline import Box
from manuals.references import References


def quiz(references: References, pair: Pair, half: Half, edition: str) -> str:
    """Return a page's data as JSON that may stand in a script element; empty without questions."""
    questions = []
    for box in question_boxes(half):
        place = str(box.options["paragraph"])
        question: dict[str, Any] = {"id": box.id, "place": place}
        question["label"] = references.label(half, f"#{place}")
        if edition == TRAINER:
            question["right"] = _right(box)
        questions.append(question)
    if not questions:
        return ""
    data = {
        "chapter": pair.id,
        "trainer": edition == TRAINER,
        "questions": questions,
    }
    return _json(data)


def quiz_words(words: Language) -> str:
    """Return the script that names a quiz's words: one file a language, which a browser keeps."""
    return f"globalThis.quizWords={_json(words.words['quiz'])}\n"


def _json(data: object) -> str:
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return text.replace("<", "\\u003c")


def _right(box: Box) -> int | None:
    """Return the place of the right choice, from 0; a short answer has none."""
    correct = right_answer(box)
    if correct in TRUTH:
        return TRUTH.index(correct)
    return ascii_lowercase.index(correct) if correct else None
