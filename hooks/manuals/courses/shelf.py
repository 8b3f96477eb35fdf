"""The pages that are made of the courses alone: one a course and the list of all, a half each."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape

from manuals.courses.course import Course
from manuals.courses.day_table import GROUP
from manuals.courses.page import (
    FOLDER,
    as_text,
    course_facts,
    course_markdown,
    sheets_link,
)
from manuals.languages import Language
from manuals.references import References

INDEX = f"{FOLDER}/index"


@dataclass(frozen=True)
class CourseShelf:
    """The courses' pages by their paths below docs/, where no such files are; `pdf` as in Run."""

    references: References
    courses: tuple[Course, ...]
    edition: str
    pdf: bool

    def stems(self) -> list[str]:
        """Return the pages without language, the list first; none where there is no course."""
        stems = [f"{FOLDER}/{course.id}" for course in self.courses]
        return [INDEX, *stems] if stems else []

    def uris(self) -> list[str]:
        """Return the paths of all halves."""
        locales = self.references.manuals.languages
        return [f"{stem}.{locale}.md" for stem in self.stems() for locale in locales]

    def title(self, uri: str) -> str:
        """Return a page's title."""
        course, words = self._find(uri)
        return course.title[words.locale] if course else words.of(GROUP, "title")

    def summary(self, uri: str) -> str:
        """Return a page's one-sentence summary."""
        course, words = self._find(uri)
        return course.audience[words.locale] if course else words.of(GROUP, "summary")

    def markdown(self, uri: str) -> str:
        """Return a page's Markdown."""
        course, words = self._find(uri)
        if course:
            return course_markdown(self.references, course, words, self.edition, pdf=self.pdf)
        blocks = [f"# {as_text(words.of(GROUP, 'title'))} {{#top}}"]
        blocks.append(f"<p>{escape(words.of(GROUP, 'lead'))}</p>")
        for each in self.courses:
            title, address = as_text(each.title[words.locale]), f"{each.id}.md"
            blocks += [f"## [{title}]({address}) {{#{each.id}}}", course_facts(each, words)]
            if self.pdf:
                blocks.append(f'<p class="day-sheets">{sheets_link(each, words)}</p>')
        return "\n\n".join(blocks) + "\n"

    def _find(self, uri: str) -> tuple[Course | None, Language]:
        stem, _, locale = uri.removesuffix(".md").rpartition(".")
        course = next((each for each in self.courses if stem == f"{FOLDER}/{each.id}"), None)
        return course, self.references.manuals.languages[locale]


def courses_card(courses: tuple[Course, ...], words: Language) -> str:
    """Return the card that leads from a language's home page to the courses; none without them."""
    if not courses:
        return ""
    title, open_ = (escape(words.of(GROUP, key)) for key in ("title", "open"))
    address = f"{INDEX}.html"
    return (
        f'<section class="volume" id="courses"><h2><a href="{address}">{title}</a></h2>'
        f"<p>{escape(words.of(GROUP, 'home'))}</p>"
        f'<p class="volume-actions"><a class="shelf-read" href="{address}">{open_}</a></p>'
        "</section>"
    )
