"""The prose of a text: its lines without what is written for the build and not for readers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

import yaml

from manuals.outline import LINK, PLACEHOLDER, without_comments

SLOT = "\ufffc"  # stands for a value or a reference that the build puts in
# Each cut with a sign that a text must hold for it; each begins with letters, not with a place in
# the line, so that a search skips all others.
CUTS = (
    ("`", re.compile(r"`[^`\n]*`"), SLOT),
    ("{{", PLACEHOLDER, SLOT),
    ("///", re.compile(r"/(?<=^/)//+[ ]*[\w-]*[ ]*\|?", re.MULTILINE), ""),
    (
        "\n    ",
        re.compile(
            r"    (?<=^    )(?:id|type|minutes|objectives?|paragraph|correct|options):.*",
            re.MULTILINE,
        ),
        "",
    ),
    ('- "', re.compile(r"    (?<=^    )( *- )\"(.*)\"[ ]*$", re.MULTILINE), r"    \1\2"),
    ("[^", re.compile(r"\[\^[^\]\n]+\]:?"), ""),
    ("[§]", re.compile(r"\[§\](?:\([^)\s]*\))?"), SLOT),
    ("](", LINK, r"\g<text>"),
    ("{", re.compile(r"\{[^{}\n]*\}| \{[^{}\n]*\}"), ""),
    ("://", re.compile(r"https?://[^\s<>)]+"), SLOT),
    ("@", re.compile(r"[\w.+-]+@[\w-]+\.\w[\w.]*"), SLOT),
)
ADDRESS = re.compile(r"\.(?:md|yml|csv|html|pdf|zip|png|jpe?g|org|com|net|vn)\b")
FILE = re.compile(rf"[\w/.-]+{ADDRESS.pattern}")


@dataclass(frozen=True)
class Prose:
    """A text of one language as readers see it, line by line from `first_line` of a file."""

    path: str
    locale: str
    first_line: int
    text: str

    def line_at(self, text: str, offset: int) -> int:
        """Return the file's line for an offset into `text`, which has the same line breaks."""
        return self.first_line + text.count("\n", 0, offset)


@dataclass(frozen=True)
class Verdict:
    """What is wrong with a word, what to do, and whether that is only a warning.

    `foreign` says that the word is right where the text around it is another language.
    """

    what: str
    todo: str
    warning: bool = False
    foreign: bool = False


def page_prose(path: str, locale: str, body: str, first_line: int) -> Prose:
    """Return the prose of a page's Markdown; every line stays where it was.

    Comments, ids, kinds and options of boxes, targets of links, addresses and code are cut.
    """
    text = without_comments(body)
    for sign, cut, place in CUTS:
        if sign in text:
            text = cut.sub(place, text)
    if ADDRESS.search(text):
        text = FILE.sub(SLOT, text)
    return Prose(path, locale, first_line, text)


@lru_cache(maxsize=512)
def yaml_texts(text: str, first_line: int = 1) -> Sequence[tuple[tuple[str, ...], str, int]]:
    """Return the texts of a YAML document with their keys and lines; none if it is broken."""
    try:
        node = yaml.compose(text, yaml.CSafeLoader)
    except yaml.YAMLError:
        return ()
    return tuple(_texts(node, (), first_line))


def _texts(
    node: yaml.Node | None, keys: tuple[str, ...], first_line: int
) -> Iterator[tuple[tuple[str, ...], str, int]]:
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            yield from _texts(value, (*keys, str(key.value)), first_line)
    elif isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from _texts(item, keys, first_line)
    elif isinstance(node, yaml.ScalarNode):
        yield keys, str(node.value), first_line + node.start_mark.line


def occurrences(text: str, word: str) -> Iterator[re.Match[str]]:
    """Yield where a word stands by itself."""
    return re.finditer(rf"(?<![^\W\d_]){re.escape(word)}(?![^\W\d_])", text)
