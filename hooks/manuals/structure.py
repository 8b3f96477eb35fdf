"""The checks without which no page can be made: links, files, and the shape of each pair."""

from __future__ import annotations

from manuals.anatomy import check_half
from manuals.chapters import Manuals
from manuals.courses.checking import course_problems
from manuals.errors import Problem
from manuals.facts import check_facts
from manuals.items.checking import check_items
from manuals.outline import PLACEHOLDER
from manuals.parity.structure import compare_structure
from manuals.references import References
from manuals.sync.ledger import one_sided


def check_structure(manuals: Manuals) -> list[Problem]:
    """Return, sorted, the problems that no page can be made with; words are not looked at.

    Every build by MkDocs looks for these, so that it stays quick; ./scripts/check and
    ./scripts/build look for all.
    """
    links, files = links_and_files(manuals)
    found = {*links, *files, *course_problems(manuals)}
    for pair in manuals.pairs.values():
        found.update(compare_structure(pair, one_sided(manuals.root, pair.stem)))
    return sorted(found)


def links_and_files(manuals: Manuals) -> tuple[list[Problem], list[Problem]]:
    """Return the problems with links and references, and those with files and what is in them."""
    links: list[Problem] = []
    files = list(manuals.problems)
    references = References(manuals)
    for pair, half in manuals.halves():
        outline = half.outline
        files += check_half(pair, half)
        links += references.check(half)
        files += manuals.profile.unknown(half.path, outline.placeholders + _in_metadata(half.head))
        files += check_facts(half.path, outline.facts, manuals.facts)
    files += _chapter_ids(manuals)
    files += check_items(manuals)
    for volume in manuals.shelf.volumes:
        if f"{volume.id}/index" not in manuals.pairs:
            name = f"docs/{volume.id}/index.vi.md"
            files.append(Problem(name, 0, "the volume has no first page", "write it"))
    return links, files


def _in_metadata(head: object) -> list[tuple[str, int]]:
    values = getattr(head, "values", {})
    lines = getattr(head, "lines", {})
    found = []
    for key, value in values.items():
        for match in PLACEHOLDER.finditer(str(value)):
            found.append((match["key"], lines.get(key, 1)))
    return found


def _chapter_ids(manuals: Manuals) -> list[Problem]:
    problems = []
    chapters = [pair for pair in manuals.pairs.values() if pair.numbers]
    seen: dict[str, str] = {}
    places: dict[tuple[str, int], str] = {}
    for pair in chapters:
        half = next(iter(pair.halves.values()))
        line = half.head.lines.get("id", 1)
        if pair.id in seen:
            what = f'the chapter id "{pair.id}" belongs already to {seen[pair.id]}'
            problems.append(Problem(half.path, line, what, "choose another id in both halves"))
        seen[pair.id] = half.path
        assert pair.volume
        assert pair.numbers
        place = (pair.volume.id, pair.numbers.chapter)
        if place in places:
            what = f"the chapter number stands already in {places[place]}"
            problems.append(Problem(half.path, 0, what, "rename both halves to a free number"))
        places[place] = half.path
    for pair in chapters:
        for half in pair.halves.values():
            for id in half.head.list_of("after"):
                if id not in seen:
                    what = f'"after" names an unknown chapter "{id}"'
                    todo = f"use one of {', '.join(sorted(seen))}"
                    problems.append(Problem(half.path, half.head.lines.get("after", 1), what, todo))
    return problems
