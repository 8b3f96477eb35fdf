"""Why queries fail: what is missing, and what was found in its place.

`python -m tests.bench.failures <folder> <half> <row>...` prints the worst queries of our engine in
each row of the report. `by any order` is the recall to expect of an engine that finds all pages
with the same words, signs and missing marks aside, and puts them in any order. Far above what was
found, our engine can do better; near it, only a guess at the marks that were meant helps.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.bench.queries import Corpus, bare, toneless

WORST = 10
TOP = 10
AROUND = 40


def main(folder: Path, half: str, rows: list[str]) -> None:
    """Print the rows named."""
    corpus = Corpus(json.loads((folder / "pages.json").read_text(encoding="utf-8")))
    sets = json.loads((folder / f"queries-{half}.json").read_text(encoding="utf-8"))
    answers = json.loads((folder / f"answers-ours-{half}.json").read_text(encoding="utf-8"))
    plain = {name: " ".join(run.replace("|", " ").split()) for name, run in corpus.runs.items()}
    for item in sets:
        if any(row.startswith(item["name"]) for row in rows):
            print(f"\n{item['name']}")
            explain(corpus, plain, item, answers[item["name"]])


def explain(
    corpus: Corpus, plain: dict[str, str], item: dict[str, Any], answers: list[list[str]]
) -> None:
    """Print the worst queries of a set, the most surprising ones first."""
    change = typing(item["name"])
    typed = {name: f" {change(text)} " for name, text in plain.items()}
    failed = []
    for query, found in zip(item["queries"], answers, strict=True):
        right = set(query["right"])
        most = min(TOP, len(right))
        share = len(right & set(found[:TOP])) / most
        if item["measure"] == "rank":
            share = 1.0 if found[:1] == query["right"] else 0.0
        if share < 1:
            same = [name for name, text in typed.items() if f" {change(query['phrase'])} " in text]
            best = min(1, TOP * len(right) / max(len(same), 1) / most)
            failed.append((share - best, share, best, query, found))
    failed.sort(key=lambda one: one[0])
    print(f"  {len(failed)} of {len(answers)} queries miss something")
    for _, share, best, query, found in failed[:WORST]:
        missing = [name for name in query["right"] if name not in found[:TOP]]
        wrong = [name for name in found[:TOP] if name not in query["right"]]
        print(
            f"  {share:.2f} ({best:.2f} by any order) “{query['typed']}” for “{query['phrase']}”",
            end="",
        )
        print(f", {len(query['right'])} pages right")
        for word, names in (("missing", missing[:1]), ("instead", wrong[:2])):
            for name in names:
                place = found.index(name) + 1 if name in found else "none"
                text = near(corpus.runs[name], query["phrase"])
                print(f"    {word} {name}, place {place}, [{corpus.blocks[name][0]}] … {text}")


def typing(name: str) -> Callable[[str], str]:
    """Return what a way of typing does to a text."""
    if "no marks" in name:
        return bare
    return toneless if "no tones" in name else str


def near(run: str, phrase: str) -> str:
    """Return what stands around a phrase, or around the longest part of it."""
    words = phrase.split()
    text = bare(run)
    for size in range(len(words), 0, -1):
        for start in range(len(words) - size + 1):
            place = text.find(f" {bare(' '.join(words[start : start + size]))} ")
            if place >= 0 and len(text) == len(run):
                return run[max(0, place - AROUND) : place + AROUND + len(phrase)]
    return "(no word of it)"


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], sys.argv[3:])
