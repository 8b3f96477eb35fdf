"""Read one Markdown file into its outline, and name what pymdownx would silently take otherwise."""

from __future__ import annotations

import re
from typing import Any

import yaml

from manuals.facts import cited_facts
from manuals.outline import (
    HEADING,
    LINK,
    NOTE_DEFINITION,
    PLACEHOLDER,
    SIGN,
    TRAINER_KINDS,
    Box,
    Citation,
    Heading,
    Link,
    Outline,
    Paragraph,
    without_comments,
)

CODE = re.compile(r"`[^`]*`")
SIGNS = re.compile(r"[\[<{]")  # a line without them holds nothing to collect
CODE_FENCE = re.compile(r"^\s*(`{3,}|~{3,})")
SLASHES = re.compile(r"/{3,}")
BOX_OPEN = re.compile(r"^(?P<marks>/{3,})\s*(?P<kind>[\w-]+)\s*(?:\|\s*(?P<title>.*?)\s*)?$")
BOX_CLOSE = re.compile(r"^(?P<marks>/{3,})\s*$")
LIST_ITEM = re.compile(r"^ {0,3}(?:[-*+]|\d+[.)])\s+\S")
TABLE_RULE = re.compile(r"^\s*\|?[\s:-]*-[\s:-]*(\|[\s:-]*)+$")
NOTE_CITATION = re.compile(r"\[\^(?P<label>[^\]]+)\](?!:)")
ID_LINE = re.compile(r"^\{\s*#(?P<id>[^\s}]+)\s*\}$")
IMAGE_ONLY = re.compile(r"^(!\[[^\]]*\]\([^)]*\)(\{[^}]*\})?\s*)+$")
RAW_HTML = re.compile(r"<(?!!--)(?P<tag>/?[a-zA-Z][\w-]*)[^<>]*>")


def read_outline(path: str, text: str, first_line: int = 1) -> Outline:
    """Scan the Markdown below the metadata; `first_line` is its first line's number in the file."""
    outline = Outline(path, first_line)
    outline.facts.extend(cited_facts(text, first_line))
    lines = without_comments(text).split("\n")
    if "<!--" in "".join(lines):
        start = next(i for i, line in enumerate(lines) if "<!--" in line)
        outline.wrong(first_line + start, "a comment <!-- is not closed", "close it with -->")
    _Scan(outline, lines, first_line).run()
    return outline


class _Scan:
    def __init__(self, outline: Outline, lines: list[str], first: int) -> None:
        self.outline = outline
        self.lines = lines
        self.first = first
        self.stack: list[Box] = []
        self.section = ""
        self.after_list = False
        self.note = ""

    def run(self) -> None:
        index = 0
        while index < len(self.lines):
            line = self.lines[index]
            if not line.strip():
                index += 1
                continue
            if BOX_CLOSE.match(line):
                self._close(index)
                index += 1
            elif BOX_OPEN.match(line):
                index = self._open(index)
            elif HEADING.match(line):
                self._heading(index)
                index += 1
            else:
                index = self._block(index)
        for box in self.stack:
            self.outline.wrong(
                box.line,
                f'the box "{box.kind}" is never closed',
                f"add a line with {'/' * box.depth} where it ends",
            )

    @property
    def _trainer(self) -> bool:
        return any(box.kind in TRAINER_KINDS for box in self.stack)

    def _open(self, index: int) -> int:
        match = BOX_OPEN.match(self.lines[index])
        assert match
        number = self.first + index
        depth, kind = len(match["marks"]), match["kind"]
        if index and self.lines[index - 1].strip():
            self.outline.wrong(number, f'no blank line before the box "{kind}"', "add one")
        parent = self.stack[-1] if self.stack else None
        if parent and depth <= parent.depth:
            self.outline.wrong(
                number,
                f'the box "{kind}" opens inside "{parent.kind}" of line {parent.line}',
                f"close that one first with {'/' * parent.depth}, or write this one with more "
                "slashes if it belongs inside",
            )
            while self.stack and self.stack[-1].depth >= depth:
                self.stack.pop().end = number
            parent = self.stack[-1] if self.stack else None
        trainer = self._trainer or kind in TRAINER_KINDS
        box = Box(kind, match["title"] or "", number, depth, trainer, parent)
        box.section = self.section
        self.outline.boxes.append(box)
        if parent:
            parent.inside.append(box)
        self._inline(box.title, number)
        end = index + 1
        while end < len(self.lines) and self.lines[end].startswith("    "):
            end += 1
        if end > index + 1:
            box.options = self._options(index + 1, end)
        if box.options and end < len(self.lines) and self.lines[end].strip():
            self.outline.wrong(
                self.first + end,
                f'no blank line after the head of the box "{kind}"',
                "add one between the head and the text",
            )
        self.stack.append(box)
        return end

    def _options(self, start: int, end: int) -> dict[str, Any]:
        text = "\n".join(self.lines[start:end])
        self._inline(text, self.first + start)
        try:
            loaded = yaml.load(text, yaml.CSafeLoader)
        except yaml.YAMLError as error:
            mark = getattr(error, "problem_mark", None)
            line = self.first + start + (mark.line if mark else 0)
            what = (
                f"the head of the box is not valid YAML ({getattr(error, 'problem', 'unreadable')})"
            )
            self.outline.wrong(line, what, "put texts in double quotes, one option a line")
            return {}
        except ValueError as error:
            what = f"a date in the head of the box does not exist ({error})"
            self.outline.wrong(self.first + start, what, "put texts in double quotes")
            return {}
        if not isinstance(loaded, dict):
            self.outline.wrong(
                self.first + start,
                "the head of the box is not a list of options",
                "write options as name: value, indented by four spaces",
            )
            return {}
        return loaded

    def _close(self, index: int) -> None:
        match = BOX_CLOSE.match(self.lines[index])
        assert match
        depth, number = len(match["marks"]), self.first + index
        if not self.stack:
            self.outline.wrong(number, "this line closes a box that is not open", "take it out")
            return
        if self.stack[-1].depth != depth:
            box = self.stack[-1]
            self.outline.wrong(
                number,
                f'{"/" * depth} does not close the box "{box.kind}" of line {box.line}',
                f"write {'/' * box.depth}",
            )
            while self.stack and self.stack[-1].depth > depth:
                self.stack.pop().end = number
            if not self.stack or self.stack[-1].depth != depth:
                return
        self.stack.pop().end = number

    def _heading(self, index: int) -> None:
        match = HEADING.match(self.lines[index])
        assert match
        number, level = self.first + index, len(match["marks"])
        if self.stack:
            self.outline.wrong(
                number, "a heading stands inside a box", "use a line in **bold** instead"
            )
            return
        if level == 1:
            self.outline.wrong(
                number,
                "a heading with one # stands in the text",
                "take it out: the title comes from the metadata; use ##",
            )
        attrs = match["attrs"] or ""
        ids = re.findall(r"#([^\s}]+)", attrs)
        if ids and attrs.strip() != f"#{ids[0]}":
            what = "the braces of the heading hold more than its id"
            self.outline.wrong(number, what, f"write {{#{ids[0]}}}")
        self.section = ids[0] if ids else f"line-{number}"
        self.note = ""
        self.outline.headings.append(Heading(level, match["text"], ids[0] if ids else "", number))
        self._inline(match["text"], number)

    def _block(self, index: int) -> int:
        end = index
        while end < len(self.lines):
            line = self.lines[end]
            if not line.strip() or BOX_CLOSE.match(line) or BOX_OPEN.match(line):
                break
            if end > index and (HEADING.match(line) or NOTE_DEFINITION.match(line)):
                break
            end += 1
        block = self.lines[index:end]
        head = block[0]
        self._strays(block, self.first + index)
        note = NOTE_DEFINITION.match(head)
        if note:
            self._note(note["label"], block, self.first + index)
        elif not (head.startswith("    ") and self.after_list):
            self.note = ""
        self._inline("\n".join(block), self.first + index)
        if note:
            self.after_list = True
            return end
        if self.note and LIST_ITEM.match(head.strip()):
            what = f"a list stands in the footnote [^{self.note}]"
            self.outline.wrong(self.first + index, what, "write it as sentences")
        if LIST_ITEM.match(head):
            self.after_list = True
            return end
        if head.startswith("    ") and self.after_list:
            return end
        self.after_list = False
        if head.lstrip().startswith((">", "|")) or (len(block) > 1 and TABLE_RULE.match(block[1])):
            return end
        self._paragraph(block, self.first + index)
        return end

    def _strays(self, block: list[str], number: int) -> None:
        """Name what Markdown would take for a box or for code where the outline sees neither."""
        for offset, line in enumerate(block):
            if SLASHES.search(line):
                what = "/// stands where no box can begin or end"
                todo = "begin the line with ///, the kind and, after a |, the title: no indent"
                self.outline.wrong(number + offset, what, todo)
            if CODE_FENCE.match(line):
                what = "a code block: the manuals have none"
                self.outline.wrong(number + offset, what, "write it as text, without ``` or ~~~")

    def _note(self, label: str, block: list[str], number: int) -> None:
        if not "".join(block).partition("]:")[2].strip():
            self.outline.wrong(number, f"the footnote [^{label}] has no text", "write it behind :")
        if label in self.outline.notes:
            self.outline.wrong(number, f"the footnote [^{label}] is written twice", "rename one")
        if self.stack:
            what = f"the footnote [^{label}] is written inside a box"
            self.outline.wrong(number, what, "move its text to the end of the file")
        self.outline.notes[label] = number
        self.note = label

    def _paragraph(self, block: list[str], number: int) -> None:
        anchor = ID_LINE.match(block[-1].strip())
        body = block[:-1] if anchor else block
        for offset, line in enumerate(body[1:], 1):
            if LIST_ITEM.match(line) and not re.match(r"^ {0,3}\d", line):
                self.outline.wrong(
                    number + offset,
                    "a list begins right under a paragraph",
                    "leave a blank line before the list",
                )
                break
        if self.stack or not body:
            if anchor and not body:
                self.outline.wrong(
                    number,
                    f"the id {{#{anchor['id']}}} stands alone",
                    "put it on the line right under its paragraph, without a blank line",
                )
            return
        if IMAGE_ONLY.match(" ".join(body).strip()):
            return
        self.outline.paragraphs.append(
            Paragraph(self.section, number, anchor["id"] if anchor else "")
        )

    def _inline(self, text: str, number: int) -> None:
        trainer = self._trainer
        for offset, line in enumerate(text.split("\n")):
            here = number + offset
            if not SIGNS.search(line):
                continue
            line = CODE.sub("", line)
            signs = line.count(f"[{SIGN}]")
            for match in LINK.finditer(line):
                signs -= match["text"] == SIGN
                self.outline.links.append(
                    Link(match["text"], match["target"], here, bool(match["image"]), trainer)
                )
            if signs:
                what = f"[{SIGN}] stands without its id"
                self.outline.wrong(here, what, f"write [{SIGN}](#id), the brackets side by side")
            for match in PLACEHOLDER.finditer(line):
                self.outline.placeholders.append((match["key"], here))
            definition = NOTE_DEFINITION.match(line)
            rest = line[definition.end() :] if definition else line
            for match in NOTE_CITATION.finditer(rest):
                self.outline.citations.append(Citation(match["label"], here, trainer, self.note))
            tag = RAW_HTML.search(line)
            if tag:
                self.outline.wrong(
                    here,
                    f"raw HTML <{tag['tag']}>",
                    "write it in Markdown; what a page may hold is shown in CONTRIBUTING.md",
                )
