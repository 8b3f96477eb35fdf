"""The two texts of a pair as one table: a row a paragraph, English left, Vietnamese right.

The order is that of the printed parallel book and does not follow the language around the table:
two people with two screens, or with a screen and paper, find the same text in the same place.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping, Sequence
from html import escape

from lxml import etree, html
from lxml.html import HtmlElement

from manuals.export import Article
from manuals.languages import OTHER, Language
from manuals.marks import MARK
from manuals.parallel.align import HEADINGS, LOCALES, Row, align


def both_columns(
    articles: Mapping[str, Article], languages: Mapping[str, Language]
) -> dict[str, str]:
    """Return a pair's table for the page of each language, as HTML.

    Every id stands once: a row's are those of the page's language, so that an address of the
    plain page leads to the same place here.
    """
    roots = {
        locale: html.fragment_fromstring(articles[locale].html, create_parent="article")
        for locale in LOCALES
    }
    for root in roots.values():
        for mark in root.findall(f"p[@class='{MARK}'][@id]"):
            mark.drop_tree()  # it stands in for a section that the other column shows
    rows = align(roots)
    for root in roots.values():
        for number in root.findall(".//a[@class='pn']"):
            number.drop_tree()
    own = {locale: _texts(rows, locale) for locale in LOCALES}
    ids = {locale: set(root.xpath(".//@id")) for locale, root in roots.items()}
    for locale, root in roots.items():
        _make_guest(root, locale, ids[OTHER[locale]], articles)
    guests = {locale: _texts(rows, locale) for locale in LOCALES}
    tables = {}
    for locale, other in OTHER.items():
        texts = {locale: own[locale], other: guests[other]}
        tables[locale] = "\n".join(
            [
                '<table class="both">',
                f"<thead>{_heads(articles, locale, languages)}</thead>",
                "<tbody>",
                *_rows(rows, texts, locale, languages),
                "</tbody>",
                "</table>",
            ]
        )
    return tables


def _texts(rows: Sequence[Row], locale: str) -> list[str]:
    """Return one column's HTML, row by row."""
    return [
        "".join(
            str(etree.tostring(element, method="html", encoding="unicode", with_tail=False))
            for element in row.cells[locale]
        )
        for row in rows
    ]


def _make_guest(
    root: HtmlElement, locale: str, taken: set[str], articles: Mapping[str, Article]
) -> None:
    """Fit an article into the other language's page: ids, headings, links.

    An id that is taken stands in the same row already; only a footnote must be told from its
    counterpart. The page has one outline: the guest's headings are plain text in it.
    """
    host = posixpath.dirname(articles[OTHER[locale]].url) or "."
    folder = posixpath.dirname(articles[locale].url)
    for link in root.findall(".//a[@class='headerlink']"):
        link.drop_tree()
    for element in root.iter(etree.Element):
        id = element.get("id")
        if id in taken:
            if ":" in id:
                element.set("id", f"{locale}.{id}")
            else:
                del element.attrib["id"]
        if element.tag in HEADINGS:
            element.set("role", "none")
        for name in ("href", "src"):
            address = element.get(name)
            if not address:
                continue
            path, sign, fragment = address.partition("#")
            if path:
                path = posixpath.relpath(posixpath.join(folder, path), host)
            elif ":" in fragment and fragment in taken:
                fragment = f"{locale}.{fragment}"
            element.set(name, f"{path}{sign}{fragment}")


def _heads(articles: Mapping[str, Article], here: str, languages: Mapping[str, Language]) -> str:
    """Return the heads of the columns: the language, and the way to the page in it alone."""
    folder = posixpath.dirname(articles[here].url) or "."
    heads = [
        f'<th scope="col" lang="{locale}">{escape(languages[locale]["name"])} '
        f'<a class="view-link" href="{posixpath.relpath(articles[locale].url, folder)}" '
        f'hreflang="{locale}">{escape(languages[locale]["both_only"])}</a></th>'
        for locale in LOCALES
    ]
    return f"<tr>{'<td></td>'.join(heads)}</tr>"


def _rows(
    rows: Sequence[Row],
    texts: Mapping[str, Sequence[str]],
    here: str,
    languages: Mapping[str, Language],
) -> Iterator[str]:
    for place, row in enumerate(rows):
        cells = []
        for locale in LOCALES:
            text = texts[locale][place]
            if not text and not _is_mark(row):
                missing = escape(languages[locale]["both_missing"])
                text = f'<p class="both-missing">{missing}</p>'
            cells.append(f'<td lang="{locale}">{text}</td>')
        yield f'<tr class="both-{row.kind}">{_number(row, languages[here]).join(cells)}</tr>'


def _is_mark(row: Row) -> bool:
    """Return whether a row only tells that its section is out of step."""
    return any(item.get("class") == MARK for cell in row.cells.values() for item in cell)


def _number(row: Row, words: Language) -> str:
    if not row.number:
        return "<td></td>"
    id = f"p{row.number.rpartition('.')[2]}"
    title = escape(words["paragraph"].format(n=row.number))
    return (
        f'<th scope="row"><a class="pn" id="{id}" href="#{id}" title="{title}">'
        f"{row.number}</a></th>"
    )
