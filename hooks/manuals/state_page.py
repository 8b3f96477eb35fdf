"""The page on the state of the two texts: how many sections are in step, by volume and chapter."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from lxml import html
from lxml.html import HtmlElement, builder

from manuals.chapters import Manuals, Pair
from manuals.languages import Language
from manuals.sync.pairs import PairSync
from manuals.sync.states import ONLY_EN, ONLY_VI, STATES, UNCONFIRMED

ONE_SIDED = "one-sided"
COLUMNS = tuple(dict.fromkeys(ONE_SIDED if s in (ONLY_EN, ONLY_VI) else s for s in STATES))


def state_table(manuals: Manuals, sync: Mapping[str, PairSync], words: Language) -> str:
    """Return the table: a body a volume, one for the pages outside them, one for the whole set."""
    heads = ("state_of", "state_figures")
    cells = [builder.TH(words[head], scope="col") for head in heads]
    table = builder.TABLE(builder.THEAD(builder.TR(*cells)))
    for body in _bodies(manuals, sync, words):
        table.append(body)
    frame = builder.DIV(table)
    frame.set("class", "state")
    return str(html.tostring(frame, encoding="unicode"))


def figures(pairs: Iterable[PairSync]) -> Counter[str]:
    """Count the sections of some pairs by column; "meant" are those one-sided on purpose."""
    found: Counter[str] = Counter()
    for item in (item for pair in pairs for item in pair.sections):
        found[ONE_SIDED if item.state in (ONLY_EN, ONLY_VI) else item.state] += 1
        found["meant"] += item.meant
    return found


def not_compared(pairs: Iterable[PairSync], words: Language) -> str:
    """Return the sentence on the sections that nobody has compared; empty if there is none."""
    counts = figures(pairs)
    total = sum(counts[column] for column in COLUMNS)
    n = counts[UNCONFIRMED]
    return words["not_compared"].format(n=n, total=total) if n else ""


def _bodies(
    manuals: Manuals, sync: Mapping[str, PairSync], words: Language
) -> Iterator[HtmlElement]:
    locale = words.locale
    for volume in manuals.shelf.volumes:
        own = [item for item in sync.values() if item.pair.volume == volume]
        rows = [_row(builder.STRONG(volume.heading(words)), own, words)]
        rows += [
            _row(_link(manuals, pair, locale), [sync[pair.stem]], words)
            for pair in manuals.chapters(volume.id)
        ]
        yield builder.TBODY(*rows)
    others = [item for item in sync.values() if item.pair.volume is None]
    yield builder.TBODY(
        _row(builder.SPAN(words["state_others"]), others, words),
        _row(builder.STRONG(words["state_all"]), list(sync.values()), words),
    )


def _link(manuals: Manuals, pair: Pair, locale: str) -> HtmlElement:
    assert pair.numbers
    half = pair.half(locale)
    title = manuals.profile.fill(half.title, half.locale)
    link = builder.A(f"{pair.numbers.chapter_label} {title}", href=f"{pair.stem}.html")
    if half.locale != locale:
        link.set("lang", half.locale)
    return link


def _row(name: HtmlElement, pairs: Iterable[PairSync], words: Language) -> HtmlElement:
    """Return a row; a state that no section has is left out."""
    counts = figures(pairs)
    total = sum(counts[column] for column in COLUMNS)
    cell = builder.TD(builder.DIV(f"{words['state_sections']}: {total}"))
    for column in COLUMNS:
        if counts[column]:
            cell.append(builder.DIV(_figure(counts, column, words)))
    return builder.TR(builder.TH(name, scope="row"), cell)


def _figure(counts: Counter[str], column: str, words: Language) -> str:
    text = f"{words.of('states', column)}: {counts[column]}"
    if column == ONE_SIDED and counts["meant"]:
        return f"{text} ({words['state_meant'].format(n=counts['meant'])})"
    return text
