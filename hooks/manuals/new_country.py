"""The profile of another country: that of a country that has one, with every value to fill in."""

from __future__ import annotations

import re
from collections.abc import Mapping

import yaml

from manuals.country import entries

COMMENT = re.compile(r"[ \t]+#[ \t]*(?P<text>.*)$")
# Where the model's values come from; another country has sources of its own.
SOURCE = re.compile(r"^(?:F-[A-Z]+-[\d*]+.*|termbase .*|as all down to .*)$")
HEAD = """\
# What changes from country to country: a chapter writes {{{{ hotline }}}}, the build puts it in.
#
# Fill in what stands between the quotes: a date as each language writes it, an article as its
# number only. Behind # stands the value for {model}, as an example, and the first page that uses
# the name: read there what it is for. Take a name out with all its lines if this country has
# nothing of the kind; ./scripts/check then tells the pages that speak of it.

"""


def empty_profile(model: str, text: str, pages: Mapping[str, str]) -> str:
    """Return a profile with the keys and explanations of `text` and no value.

    `model` is the name of the country that `text` is of; `pages` says where a key is used first.
    """
    lines = text.split("\n")
    first = next(place for place, line in enumerate(lines) if line and not line.startswith("#"))
    leaves = {
        value.start_mark.line: (key, value)
        for key, _, value in entries(text)
        if isinstance(value, yaml.ScalarNode)
    }
    done = []
    for number, line in enumerate(lines[first:], first):
        comment = COMMENT.search(line)
        said = _explanation(comment["text"]) if comment and number not in leaves else ""
        if number not in leaves:
            bare = line[: comment.start()] if comment else line
            done.append(f"{bare}  # {said}" if said else bare)
            continue
        key, node = leaves[number]
        start, end = node.start_mark.column, node.end_mark.column
        rest = COMMENT.search(line, end)
        page = pages.get(key) or pages.get(key.rpartition(".")[0])
        notes = [f"{model}: {node.value}", _explanation(rest["text"]) if rest else ""]
        notes.append(f"in {page}" if page else "no page uses it yet")
        done.append(f'{line[:start]}""  # {"; ".join(note for note in notes if note)}')
    return HEAD.format(model=model) + "\n".join(done)


def _explanation(comment: str) -> str:
    """Return what a comment says beside its sources: "Penal Code 151", "numbers only"."""
    parts = re.split(r", (?=F-|termbase |as all down)", comment)
    return ", ".join(part for part in parts if not SOURCE.match(part))
