"""From an author's Markdown to the Markdown that MkDocs converts: one edition, one language."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Sequence
from typing import Any

from manuals.chapters import Half, Pair
from manuals.editions import TRAINER, edition_lines
from manuals.languages import Language, no_breaks
from manuals.lettering import LETTERED
from manuals.outline import LINK, SIGN, Box
from manuals.references import References, box_label

INVENTED = ("case", "role-play")
SLOTS = {name: f'<div id="slot-{name}"></div>' for name in ("shelf", "glossary", "state")}


def expand(references: References, pair: Pair, half: Half, edition: str) -> str:
    """Return the page's Markdown: trainer text cut, boxes named, references and values put in."""
    opening = _opening(pair, half, references.manuals.languages[half.locale])
    return expand_text(references, pair, half, edition, opening)


def expand_text(
    references: References, pair: Pair, half: Half, edition: str, opening: Sequence[str] = ()
) -> str:
    """Return the same of a text without a page's opening, or with these lines for one."""
    manuals = references.manuals
    words = manuals.languages[half.locale]
    lines = edition_lines(half.body, half.outline, edition)

    def finish(text: str) -> str:
        text = manuals.profile.fill(_refer(text, references, half), half.locale)
        return no_breaks(text, half.locale)

    _name_boxes(lines, pair, half, words, edition, finish)
    for number, line in enumerate(half.body.split("\n")):
        for name, slot in SLOTS.items():
            if line.strip() == f"<!-- {name} -->":
                lines[number] = slot
    return finish("\n".join([*opening, *lines]))


def page_title(pair: Pair, half: Half, words: Language) -> str:
    """Return a page's own title; a volume's first page says which volume it is."""
    if pair.volume and pair.stem == f"{pair.volume.id}/index":
        return f"{pair.volume.label(words)}. {half.title}"
    return half.title


def _opening(pair: Pair, half: Half, words: Language) -> list[str]:
    """Return title and objectives, which authors write in the metadata only."""
    opening = [f"# {page_title(pair, half, words)} {{#top}}", ""]
    if pair.numbers:
        opening += [f"## {words['objectives']} {{#objectives}}", "", words["objectives_lead"], ""]
        opening += [f"- {objective.text}" for objective in half.metadata.objectives]
        opening.append("")
    return opening


def _refer(text: str, references: References, half: Half) -> str:
    """Replace each reference's sign by its number and take the language out of page links."""

    def link(match: re.Match[str]) -> str:
        target = match["target"]
        label = references.label(half, target) if match["text"] == SIGN else match["text"]
        path, hash_sign, fragment = target.partition("#")
        if path.endswith(f".{half.locale}.md"):
            path = path.removesuffix(f".{half.locale}.md") + ".md"
        image = "!" if match["image"] else ""
        return f"{image}[{label}]({path}{hash_sign}{fragment})"

    return LINK.sub(link, text)


def _name_boxes(
    lines: list[str],
    pair: Pair,
    half: Half,
    words: Language,
    edition: str,
    finish: Callable[[str], str],
) -> None:
    first = half.first_line
    question = 0
    for box in half.outline.boxes:
        if box.kind == "question":
            question += 1
        if box.trainer and edition != TRAINER:
            continue
        start = box.line - first
        end = start + 1
        while end < len(lines) and lines[end].startswith("    "):
            lines[end] = ""
            end += 1
        options = _options(pair, box, words, question)
        if "choices" in options:
            options["choices"] = [finish(text) for text in options["choices"]]
        head = f"{'/' * box.depth} {box.kind} | {json.dumps(options, ensure_ascii=False)}"
        lines[start] = f"{head} {box.title}\n"


def _options(pair: Pair, box: Box, words: Language, question: int) -> dict[str, Any]:
    word = words.of("boxes", box.kind)
    options: dict[str, Any] = {"word": word}
    if box.id:
        options["anchor"] = box.id
    if box.kind in LETTERED:
        options["word"] = box_label(word, pair, box)
    if box.kind in INVENTED:
        options["mark"] = words["invented"]
    if box.options.get("minutes"):
        options["minutes"] = words["minutes"].format(n=box.options["minutes"])
    if box.kind == "question":
        options["word"] = f"{word} {question}"
        kind = box.options.get("type")
        if kind == "choice":
            options["choices"] = [str(item) for item in box.options.get("options") or []]
        elif kind == "true-false":
            options["choices"] = [words["answer_true"], words["answer_false"]]
    if box.kind == "answer" and "correct" in box.options:
        correct = box.options["correct"]
        if isinstance(correct, bool):
            correct = words["answer_true" if correct else "answer_false"]
        options["mark"] = str(correct)
    return options
