"""The boxes as a Markdown extension: each kind a pymdownx block that prints its word and title."""

from __future__ import annotations

from typing import Any, ClassVar
from xml.etree import ElementTree

from markdown import Markdown
from pymdownx.blocks import BlocksExtension
from pymdownx.blocks.block import Block, type_string

from manuals.anatomy import KINDS


def type_texts(value: Any) -> list[str]:
    """Accept a list of texts; ValueError tells pymdownx that the box is not one."""
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise ValueError("not a list of texts")
    return value


class BoxBlock(Block):  # type: ignore[misc]
    """A box; expand.py hands its word, letter and marks over as options."""

    ARGUMENT = None
    OPTIONS: ClassVar[dict[str, list[Any]]] = {
        "anchor": ["", type_string],
        "word": ["", type_string],
        "mark": ["", type_string],
        "minutes": ["", type_string],
        "choices": [[], type_texts],
    }

    def on_create(self, parent: ElementTree.Element) -> ElementTree.Element:
        """Open the box with its title line."""
        box = ElementTree.SubElement(parent, "div", {"class": f"box box-{self.NAME}"})
        if self.options["anchor"]:
            box.set("id", self.options["anchor"])
        head = ElementTree.SubElement(box, "p", {"class": "box-title"})
        kind = ElementTree.SubElement(head, "span", {"class": "box-kind"})
        kind.text = self.options["word"]
        if self.options["mark"]:
            joint = ": " if self.NAME == "answer" else " ("
            kind.text += joint + self.options["mark"] + (")" if joint == " (" else "")
        if self.argument:
            kind.tail = ": "
            name = ElementTree.SubElement(head, "span", {"class": "box-name"})
            name.text = self.argument
        if self.options["minutes"]:
            (head[-1]).tail = " "
            time = ElementTree.SubElement(head, "span", {"class": "box-minutes"})
            time.text = f"({self.options['minutes']})"
        return box

    def on_end(self, block: ElementTree.Element) -> None:
        """Set a question's choices after its text and before its answer."""
        if not self.options["choices"]:
            return
        answers = [
            place for place, item in enumerate(block) if "box-answer" in item.get("class", "")
        ]
        choices = ElementTree.Element("ol", {"class": "choices", "type": "a"})
        for text in self.options["choices"]:
            ElementTree.SubElement(choices, "li").text = text
        block.insert(answers[0] if answers else len(block), choices)


class BoxesExtension(BlocksExtension):  # type: ignore[misc]
    """All box kinds; handed to MkDocs as an instance (a name would need the project installed)."""

    def extendMarkdownBlocks(self, md: Markdown, block_mgr: Any) -> None:  # noqa: N802, ARG002
        """Register one block a kind."""
        for kind in KINDS:
            name = "".join(part.title() for part in kind.split("-"))
            block_mgr.register(type(f"{name}Box", (BoxBlock,), {"NAME": kind}), self.getConfigs())
