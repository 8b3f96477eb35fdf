"""The boxes as a Markdown extension: each kind a pymdownx block that prints its word and title."""

from __future__ import annotations

import json
from typing import Any
from xml.etree import ElementTree

from markdown import Markdown
from pymdownx.blocks import BlocksExtension
from pymdownx.blocks.block import Block

from manuals.anatomy import KINDS


class BoxBlock(Block):  # type: ignore[misc]
    """A box; expand.py hands word, letter and marks over as JSON before the title.

    As pymdownx options they would be read by a YAML parser, a tenth of a whole site build.
    """

    ARGUMENT = True

    def on_validate(self, parent: ElementTree.Element) -> bool:  # noqa: ARG002
        """Take the argument apart; what expand.py did not write is no box."""
        try:
            self.facts, end = json.JSONDecoder().raw_decode(self.argument)
        except ValueError:
            return False
        self.title = self.argument[end:].strip()
        return True

    def on_create(self, parent: ElementTree.Element) -> ElementTree.Element:
        """Open the box with its title line."""
        facts = self.facts
        box = ElementTree.SubElement(parent, "div", {"class": f"box box-{self.NAME}"})
        if "anchor" in facts:
            box.set("id", facts["anchor"])
        head = ElementTree.SubElement(box, "p", {"class": "box-title"})
        kind = ElementTree.SubElement(head, "span", {"class": "box-kind"})
        kind.text = facts["word"]
        if "mark" in facts:
            answer = self.NAME == "answer"
            kind.text += f": {facts['mark']}" if answer else f" ({facts['mark']})"
        if self.title:
            kind.tail = ": "
            name = ElementTree.SubElement(head, "span", {"class": "box-name"})
            name.text = self.title
        if "minutes" in facts:
            head[-1].tail = " "
            time = ElementTree.SubElement(head, "span", {"class": "box-minutes"})
            time.text = f"({facts['minutes']})"
        return box

    def on_end(self, block: ElementTree.Element) -> None:
        """Set a question's choices after its text and before its answer."""
        if "choices" not in self.facts:
            return
        answers = [
            place for place, item in enumerate(block) if "box-answer" in item.get("class", "")
        ]
        choices = ElementTree.Element("ol", {"class": "choices", "type": "a"})
        for text in self.facts["choices"]:
            ElementTree.SubElement(choices, "li").text = text
        block.insert(answers[0] if answers else len(block), choices)


class BoxesExtension(BlocksExtension):  # type: ignore[misc]
    """All box kinds; handed to MkDocs as an instance (a name would need the project installed)."""

    def extendMarkdownBlocks(self, md: Markdown, block_mgr: Any) -> None:  # noqa: N802, ARG002
        """Register one block a kind."""
        for kind in KINDS:
            name = "".join(part.title() for part in kind.split("-"))
            block_mgr.register(type(f"{name}Box", (BoxBlock,), {"NAME": kind}), self.getConfigs())
