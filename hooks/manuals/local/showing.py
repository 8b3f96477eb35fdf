"""Show an academy's addition: a box marked as local, for the slot of the chapter's article."""

from __future__ import annotations

from lxml import html
from lxml.html import HtmlElement, builder

from manuals.convert import convert_text
from manuals.errors import ManualError
from manuals.expand import expand_text
from manuals.languages import Language
from manuals.local.additions import Addition, Local
from manuals.local.checking import check_addition
from manuals.pages import Run
from manuals.trust import check_trust
from manuals.unbroken import keep_fact_numbers_whole

PREFIX = "local-"


def local_addition(run: Run, local: Local, academy: str, stem: str, locale: str) -> str:
    """Return what an academy adds to a chapter, as HTML in the run's edition; empty if nothing.

    Where it has not written in the language asked for, its text in the other one is shown and
    says so. ManualError if there is no such academy, or with all that is wrong with its text.
    """
    found = local.of(academy, stem)
    if not found:
        return ""
    addition = found.get(locale) or next(iter(found.values()))
    files = (addition.path, local.academy(academy).path)
    errors = [item for item in local.problems if item.path in files]
    errors += check_addition(run.references, addition)
    if errors:
        raise ManualError(errors)
    block = _block(run, local, addition, run.words(locale))
    return str(html.tostring(block, encoding="unicode"))


def _block(run: Run, local: Local, addition: Addition, words: Language) -> HtmlElement:
    pair = addition.pair()
    references = run.references.joined(pair, addition)
    content = convert_text(expand_text(references, pair, addition, run.edition))
    text = html.fragment_fromstring(content, create_parent="div")
    check_trust(html.fragment_fromstring(content, create_parent="article"), addition, run.edition)
    for link in list(text.iterfind(".//a[@class='headerlink']")):
        link.drop_tree()
    _own_ids(text)
    keep_fact_numbers_whole(text)
    box = builder.DIV({"class": "box box-local box-addition"}, _title(run, local, addition, words))
    box.append(builder.P({"class": "addition-by"}, _byline(addition, words)))
    for part in list(text):
        if addition.locale != words.locale:
            part.set("lang", addition.locale)
        box.append(part)
    return box


def _title(run: Run, local: Local, addition: Addition, words: Language) -> HtmlElement:
    academy = local.academy(addition.academy).name(words.locale)
    kind = builder.SPAN({"class": "box-kind"}, words.of("addition", "of").format(name=academy))
    title = builder.P({"class": "box-title"}, kind)
    if addition.title:
        kind.tail = ": "
        text = run.manuals.profile.fill(addition.title, addition.locale)
        name = builder.SPAN({"class": "box-name"}, text)
        name.set("lang", addition.locale)
        title.append(name)
    return title


def _byline(addition: Addition, words: Language) -> str:
    """Return who wrote it and when, source and check where they are given, and what it is not."""
    day = words.date(addition.date)
    told = [words.of("addition", "by").format(author=addition.author, date=day)]
    for key in ("source", "checked_by"):
        if value := addition.told(key):
            told.append(words.of("addition", key).format(text=value.rstrip(".")))
    if addition.locale != words.locale:
        told.append(words.of("addition", "only_other"))
    return " ".join([*told, words.of("addition", "apart")])


def _own_ids(text: HtmlElement) -> None:
    """Mark its ids as local, so that none of the chapter's is taken by it in a later edition."""
    own = set()
    for element in text.iter():
        if id := element.get("id"):
            own.add(id)
            element.set("id", f"{PREFIX}{id}")
    for link in text.iter("a"):
        target = (link.get("href") or "").removeprefix("#")
        if target in own:
            link.set("href", f"#{PREFIX}{target}")
