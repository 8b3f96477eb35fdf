"""The article: MkDocs' HTML of a page with numbers, at-a-glance box, cards, tooltips, marks."""

from __future__ import annotations

from collections import Counter

from lxml import html
from lxml.html import HtmlElement, builder

from manuals.chapters import Half, Pair
from manuals.editions import TRAINER
from manuals.errors import ManualError, Problem
from manuals.languages import Language
from manuals.marks import mark_sections
from manuals.numbering import numbered, paragraph_numbers, reserved_sections
from manuals.references import References
from manuals.sync.pairs import PairSync
from manuals.tooltips import Tooltips
from manuals.unbroken import keep_fact_numbers_whole

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
LINKS = {"footnote-backref": "back_to_text", "headerlink": "section_link"}


def finish(
    content: str,
    references: References,
    pair: Pair,
    half: Half,
    edition: str,
    tooltips: Tooltips,
    sync: PairSync,
) -> str:
    """Return the article's HTML; ManualError if the page has other paragraphs than the text."""
    root = html.fragment_fromstring(content, create_parent="article")
    words = references.manuals.languages[half.locale]
    if pair.numbers:
        _number(root, pair, half, words)
        _glance(root, references, pair, half, words)
        if edition == TRAINER:
            _gather_cards(root, words)
    if pair.volume:
        tooltips.mark(root)
    _name_links(root, words)
    for image in root.iter("img"):
        image.set("loading", "lazy")
    keep_fact_numbers_whole(root)
    mark_sections(root, sync, half, words, references.manuals.profile)
    return _inner(root)


def name_links(content: str, words: Language) -> str:
    """Return the HTML of a page that no author wrote, with its links named."""
    root = html.fragment_fromstring(content, create_parent="article")
    _name_links(root, words)
    return _inner(root)


def _name_links(root: HtmlElement, words: Language) -> None:
    """Name what Markdown names in English."""
    for link in root.iter("a"):
        if word := LINKS.get(link.get("class") or ""):
            link.set("title", words[word])


def _inner(root: HtmlElement) -> str:
    inner = str(html.tostring(root, encoding="unicode"))
    return inner.removeprefix("<article>").removesuffix("</article>")


def _number(root: HtmlElement, pair: Pair, half: Half, words: Language) -> None:
    assert pair.numbers
    reserved = reserved_sections(half.outline.headings) | {"objectives"}
    section = ""
    found: list[tuple[str, HtmlElement]] = []
    for child in root:
        if child.tag in HEADINGS and child.tag != "h1":
            section = child.get("id") or ""
        elif child.tag == "p" and section not in reserved and not _only_picture(child):
            found.append((section, child))
    _compare(half, Counter(item.section for item in numbered(half.outline)), found)
    numbers = paragraph_numbers(pair.numbers, half.outline)
    for number, (_, paragraph) in zip(numbers, found, strict=True):
        label = pair.numbers.label(number)
        anchor = builder.A(label, {"class": "pn", "id": f"p{number}", "href": f"#p{number}"})
        anchor.set("aria-label", words["paragraph"].format(n=label))
        anchor.tail = f" {paragraph.text or ''}"
        paragraph.text = None
        paragraph.insert(0, anchor)
        paragraph.set("class", "numbered")


def _compare(half: Half, expected: Counter[str], found: list[tuple[str, HtmlElement]]) -> None:
    """Stop when pymdownx made other paragraphs of the text than the outline counted."""
    made = Counter(section for section, _ in found)
    problems = []
    for section in expected.keys() | made.keys():
        if expected[section] != made[section]:
            line = next(
                (item.line for item in half.outline.headings if item.id == section), half.first_line
            )
            what = (
                f"this section has {expected[section]} paragraphs in the text "
                f"but {made[section]} on the page"
            )
            todo = "look for a list, table or box without a blank line before it"
            problems.append(Problem(half.path, line, what, todo))
    if problems:
        raise ManualError(problems)


def _only_picture(paragraph: HtmlElement) -> bool:
    return not paragraph.text_content().strip() and paragraph.find(".//img") is not None


def _glance(
    root: HtmlElement, references: References, pair: Pair, half: Half, words: Language
) -> None:
    """Set the chapter's number above its title and the at-a-glance box below."""
    assert pair.numbers
    manuals = references.manuals
    data = half.metadata
    after = []
    for id in data.after:
        other = next((item for item in manuals.pairs.values() if item.id == id), None)
        if other and other.numbers:
            after.append(f"{words['chapter']} {other.numbers.chapter_label}")
    rows = [
        ("glance_time", words["minutes"].format(n=data.minutes)),
        ("glance_audience", ", ".join(words.of("audience", item) for item in data.audience)),
        ("glance_level", words.of("level", data.level)),
        ("glance_after", ", ".join(after)),
        ("glance_needs", " · ".join(data.needs)),
        ("glance_law", words.date(data.law_as_of)),
        ("glance_status", words.of("status", data.status)),
    ]
    items = builder.UL({"class": "glance-list"})
    for key, value in rows:
        if value:
            text = manuals.profile.fill(value, half.locale)
            items.append(builder.LI(builder.B(f"{words[key]}: "), text))
    box = builder.DIV(
        {"class": "glance"}, builder.P({"class": "box-title"}, words["glance"]), items
    )
    summary = builder.P({"class": "summary"}, manuals.profile.fill(data.summary, half.locale))
    title = root.find("h1")
    place = 0
    if title is not None:
        label = f"{words['chapter']} {pair.numbers.chapter_label}"
        title.insert(0, builder.SPAN({"class": "chapter-number"}, label))
        title[0].tail, title.text = f" {title.text or ''}", None
        place = root.index(title) + 1
    root.insert(place, summary)
    root.insert(place + 1, box)


def _gather_cards(root: HtmlElement, words: Language) -> None:
    """Take role cards out of the reading text; trainers find them at the chapter's end."""
    cards = list(root.iterfind(".//div[@class='box box-card']"))
    if not cards:
        return
    notes = root.find("div[@class='footnote']")
    place = root.index(notes) if notes is not None else len(root)
    gathered = [builder.H2(words["role_cards"], id="role-cards"), *cards]
    for card in cards:
        card.drop_tree()
    for offset, element in enumerate(gathered):
        root.insert(place + offset, element)
