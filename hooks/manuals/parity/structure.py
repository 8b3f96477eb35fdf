"""Headings, boxes and footnotes: the same ids, levels, kinds and options in both halves."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping

from manuals.chapters import Half, Pair
from manuals.errors import Problem
from manuals.languages import OTHER
from manuals.metadata import differences as metadata_differences
from manuals.outline import Box

OPTIONS = ("minutes", "objectives", "objective", "paragraph", "type")


def compare_structure(pair: Pair, one_sided: Mapping[str, str] | None = None) -> list[Problem]:
    """Return where the halves differ in metadata, headings, boxes or footnotes alone."""
    if len(pair.halves) < 2:
        return [_missing_half(next(iter(pair.halves.values())))]
    halves = [pair.halves[locale] for locale in sorted(pair.halves)]
    meant = {
        id
        for id, locale in (one_sided or {}).items()
        if [half.locale for half in halves if _holds(half, id)] == [locale]
    }
    return differences(pair, halves[0], halves[1], meant)


def _holds(half: Half, id: str) -> bool:
    return any(heading.id == id for heading in half.outline.headings)


def differences(
    pair: Pair, first: Half, second: Half, one_sided: Collection[str] = ()
) -> list[Problem]:
    """Return where metadata, headings, boxes and footnotes do not fit; one-sided sections apart."""
    problems = []
    if pair.numbers:
        name = second.path.rpartition("/")[2]
        problems += metadata_differences(first.path, first.head, second.head, name)
    return (
        problems
        + _headings(first, second, one_sided)
        + _boxes(first, second, one_sided)
        + _notes(first, second, one_sided)
    )


def _headings(first: Half, second: Half, one_sided: Collection[str]) -> list[Problem]:
    problems = []
    ids = [{item.id: item for item in half.outline.headings if item.id} for half in (first, second)]
    sides = ((ids[0], ids[1], first, second), (ids[1], ids[0], second, first))
    for here, there, mine, theirs in sides:
        name = theirs.path.rpartition("/")[2]
        for id, heading in here.items():
            if id in one_sided:
                continue
            if id not in there:
                what = f"the heading {{#{id}}} is not in {name}"
                todo = "add the section there, or give both the same id"
                problems.append(Problem(mine.path, heading.line, what, todo))
            elif mine is first and heading.level != there[id].level:
                what = f"the heading {{#{id}}} has another level than in {name}:{there[id].line}"
                problems.append(Problem(mine.path, heading.line, what, "use as many # in both"))
    common = [[id for id in found if id in ids[1 - side]] for side, found in enumerate(ids)]
    for left, right in zip(*common, strict=False):
        if left != right:
            what = f"the sections stand in another order than in {second.path.rpartition('/')[2]}"
            line = ids[0][left].line
            problems.append(
                Problem(first.path, line, what, f"put {{#{right}}} here, or move it there")
            )
            break
    return problems


def _boxes(first: Half, second: Half, one_sided: Collection[str]) -> list[Problem]:
    problems = []
    boxes = [
        [box for box in half.outline.boxes if box.section not in one_sided]
        for half in (first, second)
    ]
    by_id = [{box.id: box for box in side if box.id} for side in boxes]
    for side, (mine, theirs) in enumerate(((first, second), (second, first))):
        name = theirs.path.rpartition("/")[2]
        for id, box in by_id[side].items():
            other = by_id[1 - side].get(id)
            if other is None:
                what = f'the {box.kind} "{id}" is not in {name}'
                problems.append(
                    Problem(mine.path, box.line, what, "add it there, or use the same id")
                )
            elif side == 0:
                problems += _same_box(mine.path, box, f"{name}:{other.line}", other)
    kinds = [Counter(box.kind for box in side if not box.id) for side in boxes]
    for kind in sorted(kinds[0].keys() | kinds[1].keys()):
        if kinds[0][kind] != kinds[1][kind]:
            what = (
                f'{kinds[0][kind]} boxes "{kind}" here, {kinds[1][kind]} in '
                f"{second.path.rpartition('/')[2]}"
            )
            todo = "add the missing one"
            problems.append(Problem(first.path, 0, what, todo, warning=True))
    return problems


def _same_box(path: str, box: Box, where: str, other: Box) -> list[Problem]:
    if box.kind != other.kind:
        what = f'"{box.id}" is a {box.kind} here and a {other.kind} in {where}'
        return [Problem(path, box.line, what, "use the same kind in both")]
    problems = []
    for key in OPTIONS:
        if box.options.get(key) != other.options.get(key):
            what = f'"{key}" of "{box.id}" differs from {where}'
            problems.append(Problem(path, box.line, what, "make both the same"))
    first, second = (_correct(item) for item in (box, other))
    if first != second:
        what = f'"correct" of "{box.id}" is {first}, in {where} {second}'
        problems.append(Problem(path, box.line, what, "make both the same"))
    counts = [len(item.options.get("options") or []) for item in (box, other)]
    if counts[0] != counts[1]:
        what = f'"{box.id}" offers {counts[0]} options, {where} {counts[1]}'
        problems.append(Problem(path, box.line, what, "offer the same options in both"))
    return problems


def _correct(question: Box) -> object:
    answers = (box for box in question.inside if box.kind == "answer")
    return next((box.options.get("correct") for box in answers), None)


def _notes(first: Half, second: Half, one_sided: Collection[str]) -> list[Problem]:
    problems = []
    for mine, theirs in ((first, second), (second, first)):
        name = theirs.path.rpartition("/")[2]
        meant = {
            citation.label
            for citation in mine.outline.citations
            if _section(mine, citation.line) in one_sided
        }
        for label, line in mine.outline.notes.items():
            if label not in theirs.outline.notes and label not in meant:
                what = f"the footnote [^{label}] is not in {name}"
                todo = "add it there, or use the same label"
                problems.append(Problem(mine.path, line, what, todo))
    return problems


def _section(half: Half, line: int) -> str:
    before = [heading for heading in half.outline.headings if heading.line <= line]
    return before[-1].id if before else ""


def _missing_half(half: Half) -> Problem:
    other = OTHER[half.locale]
    path = half.path.replace(f".{half.locale}.md", f".{other}.md")
    what = f"the half {path.rpartition('/')[2]} is missing"
    todo = "write it; until then readers see this one with a notice"
    return Problem(half.path, 0, what, todo, warning=True)
