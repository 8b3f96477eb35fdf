"""All that is handed to a printing house, from one layout of a volume in one language."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from manuals.chapters import Manuals
from manuals.errors import ManualError, Problem
from manuals.print.joining import Pages
from manuals.print.outputs import Pressed, body_of, write_grey, write_press
from manuals.print.pdf import Book, Setter
from manuals.print.preflight.drawn import laid_letters
from manuals.print.preflight.inspection import inspect_grey, inspect_press
from manuals.print.press.profile import read_press
from manuals.print.sheet import compose_sheet, measure_sheet
from manuals.print.ticket import make_ticket, ticket_json, ticket_text
from manuals.shelf import press_names
from manuals.volumes import Volume


@dataclass(frozen=True)
class Handover:
    """Files by name; what is still to be settled."""

    files: dict[str, bytes]
    warnings: Sequence[Problem]


def hand_over(
    manuals: Manuals, volume: Volume, locale: str, edition: str, book: Book, setter: Setter
) -> Handover:
    """Write body, cover, a grey copy for office printers, and the ticket in both forms.

    `setter` keeps the layout that it made of `book` already. ManualError where the set does not
    say how it is printed, or a press cannot print it.
    """
    printing, press = read_press(manuals.root, manuals.shelf.printing)
    names = press_names(volume.id, locale)
    stems = {kind: name.removesuffix(".pdf") for kind, name in names.items()}

    def write(pages: Pages) -> tuple[Pressed, bytes, list[Counter[str]]]:
        document = pages.document
        body = write_press(body_of(document), printing, press)
        return body, write_grey(document), laid_letters(document)

    body, grey, laid = setter.write(book, write)
    sheet = measure_sheet(body, printing.thickness)
    cover = setter.write(
        compose_sheet(manuals, volume, locale, edition, sheet),
        lambda pages: write_press(pages.document, printing, press, sheet.folds),
    )
    files = {names["body"]: body.data, names["cover"]: cover.data}
    problems = [
        *inspect_press(stems["body"], body.data, body.laid, printing.binding["en"]),
        *inspect_press(stems["cover"], cover.data, cover.laid, None),
        *inspect_grey(stems["office"], grey, laid),
    ]
    if problems:
        raise ManualError(problems)
    ticket = make_ticket(volume, locale, edition, printing, press, sheet, body, files)
    files[names["office"]] = grey
    files[names["ticket"]] = ticket_text(ticket, manuals, volume).encode()
    files[names["ticket_data"]] = ticket_json(ticket).encode()
    return Handover(files, body.warnings)
