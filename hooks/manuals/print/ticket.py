"""The job ticket: what the printing house makes of the files, in both languages."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from itertools import pairwise
from pathlib import PurePath
from typing import Any

from manuals.chapters import Manuals
from manuals.languages import Language, beside
from manuals.print.matter.front import edition_name, version_name
from manuals.print.outputs import Pressed
from manuals.print.press.colour import Press
from manuals.print.sheet import Sheet
from manuals.printing import Printing
from manuals.volumes import Volume

BLEED = 3  # millimetres


@dataclass(frozen=True)
class Ticket:
    """What is to be printed; lengths in millimetres, pages counted from 1 in the body's file.

    `files` are name, size in bytes and SHA-256 of each; `warnings` what is not yet fit to print.
    """

    volume: str
    locale: str
    edition: str
    version: str
    date: str
    trim: tuple[float, float]
    bleed: float
    pages: int
    black: tuple[int, ...]
    colour: tuple[int, ...]
    paper: Mapping[str, str]
    thickness: float
    cover: Mapping[str, str]
    sheet: tuple[float, float]
    spine: float
    binding: Mapping[str, str]
    profile: str
    condition: str
    profile_sha256: str
    files: tuple[Mapping[str, Any], ...]
    warnings: tuple[str, ...]


def make_ticket(
    volume: Volume,
    locale: str,
    edition: str,
    printing: Printing,
    press: Press,
    sheet: Sheet,
    body: Pressed,
    files: Mapping[str, bytes],
) -> Ticket:
    """Return the ticket of a volume in one language."""
    colour = set(body.colour)
    return Ticket(
        volume=volume.id,
        locale=locale,
        edition=edition,
        version=volume.edition,
        date=volume.date.isoformat(),
        trim=(sheet.page, sheet.height),
        bleed=BLEED,
        pages=body.pages,
        black=tuple(page for page in range(1, body.pages + 1) if page not in colour),
        colour=body.colour,
        paper=printing.paper,
        thickness=printing.thickness,
        cover=printing.cover,
        sheet=(sheet.width, sheet.height),
        spine=sheet.spine,
        binding=printing.binding,
        profile=PurePath(printing.profile).name,
        condition=printing.condition,
        profile_sha256=_sha256(press.profile),
        files=tuple(
            {"name": name, "size": len(data), "sha256": _sha256(data)}
            for name, data in files.items()
        ),
        warnings=tuple(map(str, body.warnings)),
    )


def ticket_json(ticket: Ticket) -> str:
    """Return the ticket for a program."""
    return json.dumps(asdict(ticket), ensure_ascii=False, indent=1) + "\n"


def ticket_text(ticket: Ticket, manuals: Manuals, volume: Volume) -> str:
    """Return the ticket for people as Markdown, each line in both languages."""
    words = [manuals.languages[each] for each in (ticket.locale, beside(ticket.locale))]
    title = " / ".join(each.of("ticket", "title") for each in words)
    names = " / ".join(
        f"{each['volume']} {volume.number}. {volume.title[each.locale]}" for each in words
    )
    heads = " | ".join(each["name"] for each in words)
    rows = "".join(
        f"| {' | '.join(_label(each, key, count) for each in words)} | {value} |\n"
        for key, count, value in _rows(ticket, volume, words)
    )
    counted = " / ".join(each.of("ticket", "counted") for each in words)
    files = "".join(f"{each['sha256']}  {each['name']}\n" for each in ticket.files)
    checksums = " / ".join(each.of("ticket", "files") for each in words)
    text = (
        f"# {title}: {names}\n\n| {heads} | |\n|---|---|---|\n{rows}\n{counted}\n\n"
        f"## {checksums}\n\n```text\n{files}```\n"
    )
    if ticket.warnings:
        settle = " / ".join(each.of("ticket", "warnings") for each in words)
        text += f"\n## {settle}\n\n" + "".join(f"- {line}\n" for line in ticket.warnings)
    return text


def _label(words: Language, key: str, count: int) -> str:
    return words.of("ticket", key).format(n=count)


def _rows(
    ticket: Ticket, volume: Volume, words: Sequence[Language]
) -> Iterable[tuple[str, int, str]]:
    """Yield what a line is about, how many pages it lists, what stands in it."""

    def both(key: str) -> str:
        return " / ".join(each.of("ticket", key) for each in words)

    def each(texts: Mapping[str, str]) -> str:
        return " / ".join(texts[one.locale] for one in words)

    def size(width: float, height: float) -> str:
        return f"{width:g} × {height:g} mm"

    def pages(listed: Sequence[int]) -> str:
        return page_ranges(listed) or both("none")

    editions = (
        f"{edition_name(one, ticket.edition)}, {version_name(volume, one)}" for one in words
    )
    yield "edition", 0, " / ".join(editions)
    yield "trim", 0, size(*ticket.trim)
    yield "bleed", 0, both("bleed_value").format(size=f"{ticket.bleed:g} mm")
    yield "pages", 0, str(ticket.pages)
    yield "black", len(ticket.black), pages(ticket.black)
    yield "colour", len(ticket.colour), pages(ticket.colour)
    yield "paper", 0, each(ticket.paper)
    yield "thickness", 0, f"{ticket.thickness:g} mm"
    yield "cover", 0, each(ticket.cover)
    yield "sheet", 0, size(*ticket.sheet)
    yield "spine", 0, f"{ticket.spine:g} mm"
    yield "binding", 0, each(ticket.binding)
    yield "standard", 0, both("standard_value")
    yield "profile", 0, f"{ticket.condition} ({ticket.profile})"


def page_ranges(pages: Sequence[int]) -> str:
    """Return sorted pages as "1–4, 7, 9–12"."""
    starts = [*pages[:1], *(two for one, two in pairwise(pages) if two != one + 1)]
    ends = [*(one for one, two in pairwise(pages) if two != one + 1), *pages[-1:]]
    return ", ".join(
        str(start) if start == end else f"{start}–{end}"
        for start, end in zip(starts, ends, strict=True)
    )


def _sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
