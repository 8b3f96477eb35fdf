"""The page of results for trainers: gain, weak items, plots with their tables; one language."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from textwrap import shorten

from lxml import html
from lxml.html import HtmlElement
from lxml.html import builder as b

from manuals.bare_page import html_page
from manuals.errors import Problem
from manuals.items.figures import (
    SMALL_CLASS,
    Change,
    ClassFigures,
    ItemFigures,
    ObjectiveFigures,
)
from manuals.items.item import CHOICE, TRUE_FALSE, Item, plain
from manuals.items.plots import PlotWords, change_plots, spread_plot
from manuals.languages import Language

STYLE = Path(__file__).parent / "report.css"
SHORT = 60  # letters of an item in a plot and in the table of all items


def results_page(
    figures: ClassFigures, warnings: Sequence[Problem], words: Language, names: tuple[str, str]
) -> str:
    """Return the whole page; it loads nothing and holds no names, but it holds answers."""
    return _Report(figures, words).page(warnings, names)


class _Report:
    def __init__(self, figures: ClassFigures, words: Language) -> None:
        self.figures = figures
        self.words = words
        self.plot = PlotWords(*(self.word(key) for key in ("before", "after", "score")))

    def page(self, warnings: Sequence[Problem], names: tuple[str, str]) -> str:
        title = self.word("title")
        main = b.MAIN(
            b.H1(title),
            b.P(f"{names[0]} → {names[1]}"),
            b.P(self.word("trainers_only"), b.CLASS("band")),
            *self._class(),
            *self._weak(),
            *self._objectives(),
            *self._items(),
            *self._reading(),
            *self._left_out(warnings),
        )
        style = f"<style>\n{STYLE.read_text(encoding='utf-8')}</style>"
        body = html.tostring(main, encoding="unicode", pretty_print=True)
        return html_page(self.words.locale, title, style, body)

    def word(self, key: str) -> str:
        return self.words.of("results", key)

    def number(self, value: float | None) -> str:
        """Return a figure with two decimals as the language writes it, a dash if there is none."""
        if value is None:
            return "–"
        return f"{value:.2f}".replace("-", "−").replace(".", self.word("decimal"))

    def _class(self) -> Iterable[HtmlElement]:
        figures = self.figures
        yield b.H2(self.word("class"))
        persons = self.word("persons").format(n=figures.persons, items=len(figures.items))
        gain = self.word("class_gain").format(
            before=f"{figures.change.before:.0%}",
            after=f"{figures.change.after:.0%}",
            gain=self.number(figures.change.gain),
        )
        yield b.P(f"{persons} {gain}")
        yield spread_plot(self.word("spread"), figures.spread, self.plot, "spread")
        heads = [f"{place * 10}–{place * 10 + 9 + (place == 9)}%" for place in range(10)]
        rows = [
            [head, str(before), str(after)]
            for head, before, after in zip(heads, *figures.spread, strict=True)
        ]
        yield self._table("spread", "spread", ("score", "before", "after"), rows)

    def _objectives(self) -> Iterable[HtmlElement]:
        yield b.H2(self.word("objectives"))
        found = [(self._objective(each), each) for each in self.figures.objectives]
        yield from change_plots(
            self.word("objectives"),
            [(name, each.change) for name, each in found],
            self.plot,
            "objectives",
        )
        rows = [
            [
                name,
                ", ".join(dict.fromkeys(item.label for item in each.items)),
                str(len(each.items)),
                str(each.answers),
                *self._change(each.change),
            ]
            for name, each in found
        ]
        heads = ("objective", "paragraphs", "items", "answers", "before", "after", "gain")
        yield self._table("objectives", "objectives", heads, rows)

    def _items(self) -> Iterable[HtmlElement]:
        yield b.H2(self.word("all_items"))
        rows = [(self._short(each.item), each.change) for each in self.figures.items]
        yield from change_plots(self.word("all_items"), rows, self.plot, "items")
        cells = [
            [
                self._short(each.item),
                each.item.label,
                str(sum(count for answer, count in each.counts_before.items() if answer)),
                str(sum(count for answer, count in each.counts_after.items() if answer)),
                *self._change(each.change),
                self.number(each.discrimination),
                self._remarks(each),
            ]
            for each in self.figures.items
        ]
        heads = ("item", "paragraph", "answers_before", "answers_after", "before", "after", "gain")
        yield self._table("items", "all_items", (*heads, "discrimination", "remark"), cells)

    def _weak(self) -> Iterable[HtmlElement]:
        yield b.H2(self.word("weak"))
        weak = [each for each in self.figures.items if each.weak]
        if not weak:
            yield b.P(self.word("none_weak"))
        elif self.figures.persons < SMALL_CLASS:
            yield b.P(self.word("small").format(n=self.figures.persons), b.CLASS("caution"))
        for each in weak:
            yield self._weak_item(each)

    def _weak_item(self, figures: ItemFigures) -> HtmlElement:
        item, locale = figures.item, self.words.locale
        words = item.words[locale]
        part = b.SECTION(
            b.H3(f"{item.id}: {self._remarks(figures)}"),
            b.P(plain(words.question)),
            b.P(self.word("answered_in").format(paragraph=item.label)),
            b.CLASS("weak"),
        )
        if item.answers:
            texts = words.options
            if item.type == TRUE_FALSE:
                texts = (self.words["answer_true"], self.words["answer_false"])
            rows = [
                [
                    f"{answer}. {plain(text)}" if item.type == CHOICE else text,
                    str(figures.counts_before.get(answer, 0)),
                    str(figures.counts_after.get(answer, 0)),
                    self.word("right") if answer == item.correct else "",
                ]
                for answer, text in zip(item.answers, texts, strict=True)
            ]
            none = [
                str(counts.get("", 0)) for counts in (figures.counts_before, figures.counts_after)
            ]
            rows.append([self.word("no_answer"), *none, ""])
            heads = ("answer", "before", "after", "remark")
            part.append(self._table(f"item-{item.id}", "given", heads, rows))
        return part

    def _reading(self) -> Iterable[HtmlElement]:
        yield b.H2(self.word("reading"))
        yield b.UL(
            *(b.LI(self.word(f"reading_{key}")) for key in ("gain", "right", "flat", "weak"))
        )

    def _left_out(self, warnings: Sequence[Problem]) -> Iterable[HtmlElement]:
        if warnings:
            yield b.H2(self.word("left_out"))
            yield b.P(self.word("left_out_text").format(n=len(warnings)))
            places = sorted({f"{Path(each.path).name}: {each.line}" for each in warnings})
            yield b.UL(*(b.LI(place) for place in places))

    def _change(self, change: Change) -> list[str]:
        return [f"{change.before:.0%}", f"{change.after:.0%}", self.number(change.gain)]

    def _remarks(self, figures: ItemFigures) -> str:
        return ", ".join(self.word(remark) for remark in figures.remarks)

    def _objective(self, figures: ObjectiveFigures) -> str:
        item = figures.items[0]
        return f"{item.chapter} {plain(item.words[self.words.locale].objective)}"

    def _short(self, item: Item) -> str:
        text = f"{item.id}: {plain(item.words[self.words.locale].question)}"
        return shorten(text, SHORT, placeholder=" …")

    def _table(
        self, id: str, caption: str, heads: Sequence[str], rows: Sequence[Sequence[str]]
    ) -> HtmlElement:
        """Return a table that scrolls by itself on a narrow screen; its first cells are heads."""
        head = b.TR(*(b.TH(self.word(key), scope="col") for key in heads))
        body = [b.TR(b.TH(row[0], scope="row"), *(b.TD(cell) for cell in row[1:])) for row in rows]
        table = b.TABLE(b.CAPTION(self.word(caption)), b.THEAD(head), b.TBODY(*body), id=id)
        frame = b.DIV(table, b.CLASS("scroll"), tabindex="0", role="region")
        frame.set("aria-label", self.word(caption))
        return frame
