"""Finished jobs: a folder each, with a record of what was run on which sources."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from manuals.errors import ManualError, Problem
from manuals.jobs import Job
from manuals.manifest import file_entries
from manuals.outputs import put_text

RECORD = "job.json"


def record_job(job: Job, folder: Path, sources: str) -> None:
    """Write, last of all, what was run on which sources and every file that came of it."""
    content = {
        "job": asdict(job),
        "sources": sources,
        "files": file_entries(folder, skip=[RECORD]),
    }
    put_text(json.dumps(content, ensure_ascii=False, indent=1) + "\n", folder / RECORD)


def find_finished(folders: Iterable[Path]) -> dict[str, list[Path]]:
    """Return the folders of finished jobs by name; each given one is a job's or holds some.

    ManualError names a folder that is neither.
    """
    found: dict[str, list[Path]] = {}
    problems = []
    for folder in folders:
        records = [folder / RECORD] if (folder / RECORD).is_file() else folder.glob(f"*/{RECORD}")
        places = sorted(record.parent for record in records)
        for place in places:
            found.setdefault(place.name, []).append(place)
        if not places:
            what = "there is no finished job in this folder"
            problems.append(Problem(str(folder), 0, what, "name folders that --job has written"))
    if problems:
        raise ManualError(problems)
    return found


def take_finished(
    jobs: Sequence[Job], found: Mapping[str, Sequence[Path]], sources: str
) -> dict[str, Path]:
    """Return the folder of each job; ManualError names all that are missing, old or damaged."""
    problems = []
    for job in jobs:
        places = found.get(job.name, [])
        if len(places) == 1:
            problems += _problems(job, places[0], sources)
        elif places:
            what = f"the job {job.name} stands in {places[1]} too"
            problems.append(Problem(str(places[0]), 0, what, "name only one of them"))
        else:
            todo = f"run ./scripts/build --job {job.name}"
            problems.append(Problem(job.name, 0, "this job is missing", todo))
    if problems:
        raise ManualError(problems)
    return {job.name: found[job.name][0] for job in jobs}


def _problems(job: Job, folder: Path, sources: str) -> list[Problem]:
    again = f"run ./scripts/build --job {job.name} again"
    try:
        record: dict[str, Any] = json.loads((folder / RECORD).read_text(encoding="utf-8"))
        ran, on = record["job"], record["sources"]
        files = {entry["path"]: entry for entry in record["files"]}
    except (OSError, ValueError, KeyError, TypeError):
        return [Problem(f"{folder}/{RECORD}", 0, "this record cannot be read", again)]
    if on != sources:
        return [Problem(str(folder), 0, "this job was run on other sources", again)]
    if ran != json.loads(json.dumps(asdict(job))):
        return [Problem(str(folder), 0, "this job was run with other options", again)]
    there = {entry["path"]: entry for entry in file_entries(folder, skip=[RECORD])}
    return [
        Problem(f"{folder}/{path}", 0, "this file is not what the job wrote", again)
        for path in sorted(there.keys() | files.keys())
        if there.get(path) != files.get(path)
    ]
