"""Put an edition together from its finished jobs: site, PDFs, offline copy, checksums, manifest."""

from __future__ import annotations

import shutil
from collections.abc import Mapping, Sequence
from pathlib import Path

from manuals.chapters import Manuals
from manuals.editions import EDITIONS, PARTICIPANT
from manuals.jobs import SITE, Job, Order, plan, site_name
from manuals.manifest import checksums, file_entries, manifest
from manuals.offline import offline_copy
from manuals.outputs import put_folder, put_text
from manuals.shelf import OFFLINE_ZIP, PRESS

OFFERED = ("pdf",)  # folders that the site offers too
COURSES = "courses"  # the folder of packs, which ./scripts/course writes


def folder_of(dist: Path, edition: str) -> Path:
    """Return an edition's folder: the trainer edition stands apart, all of it."""
    return dist if edition == PARTICIPANT else dist / edition


def put_edition(
    manuals: Manuals,
    order: Order,
    edition: str,
    finished: Mapping[str, Path],
    place: Path,
    work: Path,
) -> None:
    """Put what the jobs of one edition wrote in its places, each whole, and the offline copy.

    What was not ordered stays as it is; `work` is a folder for halves.
    """
    site = work / f"new-site-{edition}"
    shutil.rmtree(site, ignore_errors=True)
    shutil.copytree(finished[site_name(edition)] / "site", site)
    if order.pdf:
        whole = plan(manuals, Order((edition,), press=order.press))
        for top, files in _files(whole, finished, place).items():
            folder = _empty(work / f"new-{top}-{edition}")
            for name, source in files.items():
                target = folder / name
                target.parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(source, target)
            if top in OFFERED:
                shutil.copytree(folder, site / top)
            put_folder(folder, place / top)
        if not (order.press or order.limited):
            shutil.rmtree(place / PRESS, ignore_errors=True)
        packed = _empty(work / f"new-offline-{edition}")
        (packed / OFFLINE_ZIP).write_bytes(offline_copy(site, manuals))
        shutil.copytree(packed, site / "offline")
        put_folder(packed, place / "offline")
    put_folder(site, place / "site")


def _files(
    jobs: Sequence[Job], finished: Mapping[str, Path], place: Path
) -> dict[str, dict[str, Path]]:
    """Return where each file below a top folder is to be taken from: a job, or what is there."""
    found: dict[str, dict[str, Path]] = {}
    for job in jobs:
        if job.kind == SITE:
            continue
        source = finished.get(job.name, place)
        for path in job.writes:
            top, name = path.split("/", 1)
            files = found.setdefault(top, {})
            if (source / path).is_file():
                files[name] = source / path
    return found


def _empty(folder: Path) -> Path:
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    return folder


def close_edition(
    root: Path, manuals: Manuals, edition: str, place: Path, *, complete: bool
) -> None:
    """Write checksums and, last of all, the manifest.

    Packs of courses bear dates and names of their own, and are no part of the edition.
    """
    others = [other for other in EDITIONS if other != edition]
    entries = file_entries(place, skip=[*others, COURSES])
    put_text(checksums(entries), place / "SHA256SUMS")
    text = manifest(root, manuals.shelf, edition, entries, complete=complete)
    put_text(text, place / "manifest.json")
