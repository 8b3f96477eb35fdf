"""The participant edition: the trainer text taken out, every line kept where it was."""

from __future__ import annotations

from manuals.outline import HEADING, NOTE_DEFINITION, Outline, without_comments

PARTICIPANT = "participant"
TRAINER = "trainer"
EDITIONS = (PARTICIPANT, TRAINER)


def edition_lines(body: str, outline: Outline, edition: str) -> list[str]:
    """Return the Markdown's lines without comments and, for participants, without trainer text.

    Footnotes that only trainer text cites go with it (design.md, Conventions 9).
    """
    lines = without_comments(body).split("\n")
    if edition == TRAINER:
        return lines
    first = outline.first_line
    for box in outline.boxes:
        if box.trainer and not (box.parent and box.parent.trainer):
            for number in range(box.line - first, box.end - first + 1):
                lines[number] = ""
    common = _common_notes(outline)
    for label, line in outline.notes.items():
        if label not in common:
            _blank_note(lines, line - first)
    return lines


def _common_notes(outline: Outline) -> set[str]:
    """Return the footnotes that common text cites, itself or through a common footnote."""
    common: set[str] = set()
    while True:
        found = {
            citation.label
            for citation in outline.citations
            if not citation.trainer and (not citation.note or citation.note in common)
        }
        if found == common:
            return common
        common = found


def _blank_note(lines: list[str], start: int) -> None:
    end = start + 1
    while (
        end < len(lines) and not NOTE_DEFINITION.match(lines[end]) and not HEADING.match(lines[end])
    ):
        following = lines[end + 1] if end + 1 < len(lines) else ""
        if not lines[end].strip() and not following.startswith("    "):
            break
        end += 1
    for number in range(start, end):
        lines[number] = ""
