"""What stands around an article: volume, edition, date, law as of, PDF, words of the language."""

from __future__ import annotations

import re
from dataclasses import dataclass

from manuals.chapters import stem_of
from manuals.editions import TRAINER
from manuals.languages import OTHER, Language
from manuals.pages import Run
from manuals.parallel.view import has_view, view_url
from manuals.quiz import quiz
from manuals.shelf import PARALLEL, pdf_name
from manuals.worksheets import CHAPTERS, chapter_name

BLANK_LINES = re.compile(r"\n\s*\n\s*")


@dataclass(frozen=True)
class Frame:
    """The texts around one page, in its language; empty texts are not shown."""

    words: Language
    edition: str
    volume: str
    version: str
    law: str
    mark: str
    draft: str
    pdf: str
    both: str
    parallel: str
    chapter: str
    colour: str
    quiz: str


def frame(run: Run, uri: str) -> Frame:
    """Return the frame of a page by its path below docs/."""
    locale = uri.removesuffix(".md").rpartition(".")[2]
    words = run.words(locale)
    texts = run.manuals.shelf.texts
    pair = run.manuals.pairs.get(stem_of(uri))  # none of a page that the courses alone make
    own = pair is not None and pair.volume is not None
    volume = (pair and pair.volume) or run.manuals.shelf.volumes[0]
    edition = "edition_trainer" if run.edition == TRAINER else "edition_participant"
    return Frame(
        words=words,
        edition=words[edition],
        volume=run.volume_title(volume, locale) if own else "",
        version=f"{words['edition']} {volume.edition}, {words.date(volume.date)}",
        law=words["law_as_of"].format(date=words.date(volume.law_as_of)),
        mark=texts["mark"][locale],
        draft=texts["draft"][locale] if volume.status == "draft" else "",
        pdf=f"pdf/{pdf_name(volume.id, locale)}" if own and run.pdf else "",
        both=view_url(pair.stem.rpartition("/")[2] + ".html")
        if pair and locale in OTHER and has_view(pair)
        else "",
        parallel=f"pdf/{pdf_name(volume.id, PARALLEL)}" if own and run.pdf else "",
        chapter=f"pdf/{CHAPTERS}/{chapter_name(pair, pair.half(locale).locale)}"
        if pair and pair.numbers and run.pdf
        else "",
        colour=volume.colour,
        quiz=quiz(run.references, pair, pair.half(locale), run.edition) if pair else "",
    )


def without_blank_lines(page: str) -> str:
    """Return a built page without the blank lines that the theme leaves around the article."""
    start, end = page.find("<article"), page.rfind("</article>")
    if start < 0:
        return page
    before, after = (BLANK_LINES.sub("\n", part) for part in (page[:start], page[end:]))
    return before + page[start:end] + after
