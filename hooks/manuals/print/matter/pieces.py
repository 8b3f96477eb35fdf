"""A piece of front or back matter: an article with a heading that the contents and outline list."""

from __future__ import annotations

from lxml.html import HtmlElement, builder


def piece(id: str, title: str, kind: str) -> HtmlElement:
    """Return an empty piece; `kind` is its class for the style."""
    return builder.ARTICLE({"class": kind}, builder.H1({"id": id}, title))


def page_of(id: str) -> HtmlElement:
    """Return what the layout fills with the printed page that an element stands on."""
    return builder.A({"class": "page-of", "href": f"#{id}"})
