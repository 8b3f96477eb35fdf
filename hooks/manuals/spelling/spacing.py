"""Blanks and quotation marks: doubled, missing, misplaced.

The no-break space of a citation (Điều 150, Article 150) is not asked of authors: the build puts
it in (manuals.languages.no_breaks), so a plain blank is right in the Markdown.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from manuals.errors import Problem
from manuals.spelling.prose import SLOT, Prose

DOUBLED = re.compile(r"(?<=[^\s|])[ ]{2,}(?=[^\s|])")
# Each begins with the signs that it is about, so that a search skips all the others.
RULES: tuple[tuple[re.Pattern[str], str, str], ...] = (
    (
        re.compile(r"[ \u00a0][,;:!?.)”](?<=[\w)”’\ufffc]..)(?![.\w(])"),
        "a blank before a sign",
        "write the sign right after the word",
    ),
    (
        re.compile(r"[(“] (?=\w)"),
        "a blank after an opening sign",
        "write the word right after the sign",
    ),
    (
        re.compile(r"[,;:!?)”](?<=[^\W\d_][^\W\d_].)(?=[^\W\d_]{2})"),
        "no blank after a sign",
        "leave a blank after the sign",
    ),
    (
        re.compile(r"\.(?<=[^\W\d_][^\W\d_][^\W\d_].)(?=[^\W\d_]{2})"),
        "no blank between two sentences",
        "leave a blank after the full stop",
    ),
    (
        re.compile(r"\"(?:(?<!\w.)(?=\w)|(?<=[\w.,!?].)(?!\w))"),
        "a straight quotation mark",
        "write “ and ”",
    ),
    (
        re.compile(r"'(?<=[^\W\d_].)(?=[a-zđ])"),
        "a straight apostrophe",
        "write ’",
    ),
)
HEAD = re.compile(r"---\n.*?^---$", re.DOTALL | re.MULTILINE)
LAID_OUT = re.compile(r"^[ |]|`")


def spacing(prose: Prose) -> Iterator[Problem]:
    """Yield a warning for each blank or quotation mark that stands wrong, with its surroundings."""
    text = prose.text.replace("*", "")
    found = [(match, what, todo) for rule, what, todo in RULES for match in rule.finditer(text)]
    if "  " in text:
        todo = "leave one (./scripts/check --fix-text does it)"
        found += [(match, "two blanks between words", todo) for match in DOUBLED.finditer(text)]
    for match, what, todo in found:
        before = text[max(0, match.start() - 12) : match.start()].rpartition("\n")[2]
        after = text[match.end() : match.end() + 12].partition("\n")[0]
        around = f"{before}{match.group()}{after}".replace(SLOT, "…").strip()
        line = prose.line_at(text, match.start())
        yield Problem(prose.path, line, f'{what}: "{around}"', todo, warning=True)


def single_blanks(markdown: str) -> str:
    """Return a page with one blank where its prose has more.

    Metadata, tables, indented lines and lines with code stay as they are.
    """
    head = HEAD.match(markdown)
    start = head.end() if head else 0
    lines = markdown[start:].split("\n")
    mended = [line if LAID_OUT.search(line) else DOUBLED.sub(" ", line) for line in lines]
    return markdown[:start] + "\n".join(mended)
