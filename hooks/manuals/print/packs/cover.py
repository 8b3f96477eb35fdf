"""The cover of a pack and its back: all of the pack that depends on date and place."""

from __future__ import annotations

from html import escape

from manuals.courses.order import Order
from manuals.editions import TRAINER
from manuals.print.matter.front import edition_name, version_name
from manuals.print.packs.frame import Frame
from manuals.print.pdf import Book


def compose_cover(frame: Frame, order: Order) -> Book:
    """Return the cover's leaf: front, and on its back what the pack was made of."""
    kind = "trainer_pack" if frame.edition == TRAINER else "participant_pack"
    texts, words, locale = frame.manuals.shelf.texts, frame.words, frame.words.locale
    lines = [
        ("set", texts["short_title"][locale]),
        ("title", frame.title),
        ("kind", frame.word(kind)),
        ("when", order.dates(words)),
        ("where", order.place),
        ("whose", words["worksheet_name"] if frame.edition != TRAINER else ""),
        ("mark", words["trainer_band"] if frame.edition == TRAINER else texts["mark"][locale]),
    ]
    front = "".join(f'<p class="{key}">{escape(text)}</p>' for key, text in lines if text)
    front = front.replace('<p class="title">', '<div class="rule"></div><p class="title">')
    back = "".join(f"<p>{escape(line)}</p>" for line in _imprint(frame))
    parts = [
        f'<section class="pack-cover">{front}</section>',
        f'<section class="pack-imprint">{back}</section>',
    ]
    return frame.book("cover", frame.word(kind), parts)


def _imprint(frame: Frame) -> list[str]:
    """Return which edition of which volumes the pack was made of, and what holds for all."""
    texts, words, locale = frame.manuals.shelf.texts, frame.words, frame.words.locale
    numbers = {chapter.split(".")[0] for item in frame.course.sessions for chapter in item.chapters}
    volumes = [
        f"{volume.heading(words)}. "
        f"{version_name(volume, words)}. "
        f"{words['law_as_of'].format(date=words.date(volume.law_as_of))}."
        for volume in frame.manuals.shelf.volumes
        if str(volume.number) in numbers
    ]
    drafts = any(volume.status == "draft" for volume in frame.manuals.shelf.volumes)
    return [
        texts["title"][locale],
        *volumes,
        f"{edition_name(words, frame.edition)}. {texts['law_status'][locale]}.",
        *([f"{texts['draft'][locale]}."] if drafts else []),
        texts["not_advice"][locale],
        words["cases_invented"],
        f"{texts['licence'][locale]}.",
    ]
