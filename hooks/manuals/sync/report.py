"""The report on a branch, in every language: what it changes, what is wrong, what to do next."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from manuals.errors import Problem
from manuals.languages import Language
from manuals.sync.branch import Touched
from manuals.sync.confirming import confirmed, refusals
from manuals.sync.ledger import ledger_path, written
from manuals.sync.states import SectionState

MOST = 50  # of one kind; a report that nobody can scroll through helps nobody


def compose_report(
    touched: Sequence[Touched],
    problems: Mapping[str, Sequence[Problem]],
    patch: str,
    languages: Sequence[Language],
) -> str:
    """Return the report as Markdown: a part a language, then the messages of the check.

    `problems` are those of the check by kind, `patch` is what confirms the branch's sections.
    """
    lines = []
    for words in languages:
        lines += [f"## {words['name']}", "", *_part(touched, problems, patch, words), ""]
    messages = list(_messages(problems, languages))
    return "\n".join([*lines, *messages]).rstrip() + "\n"


def confirming_patch(root: Path, touched: Sequence[Touched]) -> str:
    """Return a patch for `git apply` that confirms what the branch changed on both sides.

    A section that cannot be confirmed is left out; the report names why.
    """
    parts: list[str] = []
    for item in touched:
        refused = refusals(item.page, item.to_confirm())
        ids = [id for id, problems in refused.items() if not problems]
        if not ids:
            continue
        path = ledger_path(root, item.page.pair.stem)
        name = path.relative_to(root).as_posix()
        before = path.read_text(encoding="utf-8") if path.is_file() else ""
        order = [section.id for section in item.page.sections]
        after = written(confirmed(item.page, ids)[0], order)
        old = f"a/{name}" if before else "/dev/null"
        parts += difflib.unified_diff(
            before.splitlines(keepends=True), after.splitlines(keepends=True), old, f"b/{name}"
        )
    return "".join(parts)


def _part(
    touched: Sequence[Touched],
    problems: Mapping[str, Sequence[Problem]],
    patch: str,
    words: Language,
) -> Iterator[str]:
    def say(key: str) -> str:
        return words.of("report", key)

    if not touched:
        yield say("nothing_touched")
    else:
        titles = [say(key) for key in ("section", "edited", "state", "todo")]
        for item in touched:
            yield f"**{_cell(item.page.pair.half(words.locale).title)}** (`{item.page.pair.stem}`)"
            yield ""
            yield f"| {' | '.join(titles)} |"
            yield "|---|---|---|---|"
            yield from _rows(item, words)
            yield ""
    yield ""
    for kind, found in problems.items():
        errors = sum(not problem.warning for problem in found)
        told = say("clean") if not found else say("counts").format(e=errors, w=len(found) - errors)
        mark = "❌" if errors else "✅" if not found else "⚠️"
        yield f"- {mark} {say(kind)}: {told}"
    if patch:
        yield ""
        yield say("patch")


def _rows(item: Touched, words: Language) -> Iterator[str]:
    refused = refusals(item.page, item.to_confirm())
    for section in item.page.sections:
        if section.id in item.changed:
            locales = sorted(item.changed[section.id])
            edited = words.of("report", "_".join(["edited", *locales]))
            state = words.of("report", section.state.replace("-", "_"))
            todo = _todo(item, section, refused.get(section.id), words)
            yield _row(_name(item, section.id, words), edited, state, todo)
    for id in item.gone:
        cells = (words.of("report", key) for key in ("gone", "gone_state", "nothing_to_do"))
        yield _row(f"`#{id}`", *cells)


def _todo(
    item: Touched, section: SectionState, refused: list[Problem] | None, words: Language
) -> str:
    """Return what to do next; `refused` is nothing for a section that nobody is to confirm."""
    place = f"{item.page.pair.stem.rpartition('/')[2]}#{section.id}"
    if section.settled:
        key = "nothing_to_do"
    elif refused:
        return _cell(" ".join(f"{problem.what}: {problem.todo}" for problem in refused))
    elif refused is not None:
        key = "todo_confirm"
    else:
        key = f"todo_{section.state.replace('-', '_')}"
    return words.of("report", key).format(place=place)


def _name(item: Touched, id: str, words: Language) -> str:
    headings = item.page.pair.half(words.locale).outline.headings
    title = next((heading.text for heading in headings if heading.id == id), "")
    return f"{_cell(title) or words.of('report', 'opening')} `#{id}`"


def _row(*cells: str) -> str:
    return f"| {' | '.join(cells)} |"


def _cell(text: str) -> str:
    """Return an author's words as plain text in a table: no tags, no mentions, no columns."""
    plain = text.replace("&", "&amp;").replace("<", "&lt;").replace("|", "\\|")
    return " ".join(plain.replace("@", "@\u200b").replace("`", "'").split())


def _messages(
    problems: Mapping[str, Sequence[Problem]], languages: Sequence[Language]
) -> Iterator[str]:
    for kind, found in problems.items():
        if not found:
            continue
        yield f"### {' · '.join(words.of('report', kind) for words in languages)}"
        yield ""
        ordered = sorted(found, key=lambda problem: (problem.warning, problem))
        for problem in ordered[:MOST]:
            place = f"{problem.path}:{problem.line}" if problem.line else problem.path
            mark = "⚠️" if problem.warning else "❌"
            yield f"- {mark} `{place}`: {_cell(problem.what)}: {_cell(problem.todo)}"
        if len(ordered) > MOST:
            more = " · ".join(words.of("report", "more") for words in languages)
            yield f"- {more.format(n=len(ordered) - MOST)}"
        yield ""
