"""Fill the slots of a course's chapters with what an academy adds to them."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace

from lxml import html

from manuals.courses.course import Course
from manuals.errors import ManualError, Problem
from manuals.export import Article
from manuals.local.additions import SLOT, Local
from manuals.local.showing import local_addition
from manuals.pages import Run

Articles = dict[str, Article]


def filled(run: Run, local: Local, academy: str, articles: Mapping[str, Article]) -> Articles:
    """Return chapters' articles by stem, each with what the academy adds to it in its slot.

    ManualError with all that is wrong with the additions, or if there is no such academy.
    """
    local.academy(academy)
    found: Articles = {}
    problems: list[Problem] = []
    for stem, article in articles.items():
        try:
            addition = local_addition(run, local, academy, stem, article.locale)
        except ManualError as error:
            problems += error.problems
        else:
            found[stem] = replace(article, html=fill_slot(article.html, addition))
    if problems:
        raise ManualError(problems)
    return found


def unfilled(
    local: Local, academy: str, course: Course, stems: Collection[str]
) -> Iterator[Problem]:
    """Yield a warning for each addition to these chapters whose slot no session uses."""
    used = {use for session in course.sessions for use in session.uses}
    for addition in local:
        slot = f"{addition.stem}#{SLOT}"
        if addition.academy == academy and addition.stem in stems and slot not in used:
            what = f"no session of the course {course.id} uses the local content of this chapter"
            todo = f"add {slot} to the uses of a session in {course.path}, or the pack is without"
            yield Problem(addition.path, 0, what, todo, warning=True)


def fill_slot(article: str, addition: str) -> str:
    """Return a chapter's article with the addition at the end of its section of local content."""
    if not addition:
        return article
    root = html.fragment_fromstring(article, create_parent="article")
    slot = root.find(f"h2[@id='{SLOT}']")
    if slot is None:
        return article
    last = slot
    for following in slot.itersiblings():
        if following.tag == "h2" or following.get("class") == "footnote":
            break
        last = following
    last.addnext(html.fragment_fromstring(addition))
    inner = str(html.tostring(root, encoding="unicode"))
    return inner.removeprefix("<article>").removesuffix("</article>")
