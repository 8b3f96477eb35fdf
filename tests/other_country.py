"""A made-up country: every value invented, and what of the first country its pages still say."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from lxml import html
from lxml.html import HtmlElement

from manuals.commands.new_country import lay_out
from manuals.convert import convert_page
from manuals.pages import open_run

COUNTRY = "arcadia"
FIRST_NUMBER = 901  # no article, age or time limit of a real profile is as high
EMPTY = re.compile(r'^(?P<indent> *)(?P<key>\w+): ""', re.MULTILINE)
SHORT = ("article.", "age.", "limit.", "count.", "law_as_of", "law_language")
CITED = re.compile(r"(?:\bArt(?:icle)?s?|[Đđ]iều)\b[^.;:]{0,40}?\b(\d{3})\b")
OWN = ("box box-law", "box box-local")


def invent(root: Path) -> None:
    """Lay out a second profile and fill it in: names nobody has, numbers from 901 on."""
    path, _ = lay_out(root, COUNTRY)
    numbers = iter(range(FIRST_NUMBER, 9999))

    def value(match: re.Match[str]) -> str:
        return f'{match["indent"]}{match["key"]}: "Arcadian {next(numbers)}"'

    text = (root / path).read_text(encoding="utf-8")
    head, articles = text.split("\narticle:")
    filled = EMPTY.sub(value, head), EMPTY.sub(value, articles).replace('"Arcadian ', '"')
    filled = (re.sub(r"(time_zone:).*", r"\1 Asia/Vientiane", filled[0]), filled[1])
    (root / path).write_text("\narticle:".join(filled), encoding="utf-8")


def common_texts(root: Path, edition: str) -> Iterator[tuple[str, str, str]]:
    """Yield page, language and text of what the made-up country's readers get in common."""
    run = open_run(root, COUNTRY, edition, pdf=False)
    for pair, half in run.manuals.halves():
        if pair.stem not in ("glossary", "state"):  # tables of data/, not common text
            article = html.fragment_fromstring(convert_page(run, half.uri), create_parent="article")
            yield half.uri, half.locale, _common(article)


def left_over(text: str, locale: str, first: Mapping[str, Mapping[str, str]]) -> list[str]:
    """Return the names, numbers and articles of the first country that a text says."""
    names = {each[locale] for key, each in first.items() if not key.startswith(SHORT)}
    found = [
        name for name in names if re.search(rf"(?<![\w/.,]){re.escape(name)}(?![\w/]|[.,]\d)", text)
    ]
    articles = {each[locale] for key, each in first.items() if key.startswith("article.")}
    return sorted([*found, *(number for number in CITED.findall(text) if number in articles)])


def _common(article: HtmlElement) -> str:
    """Return an article's text without boxes and sections that are the country's own, unquoted."""
    for box in list(article.iter("div")):
        if box.get("class") in OWN:
            box.drop_tree()
    own = False
    for child in list(article):
        if child.tag == "h2":
            own = child.get("id") == "sources"
        if own and child.get("class") != "footnote":
            child.drop_tree()
    return re.sub("“[^”]*”", "“”", " ".join(article.text_content().split()))
