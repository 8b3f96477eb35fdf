"""The laws and treaties that the manuals cite, and where a text names one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from manuals.country import Profile
from manuals.errors import ManualError, Problem
from manuals.languages import OTHER, load_yaml

PATH = "data/treaties.yml"
LAWS, TREATIES = "laws", "treaties"
NUMBERED = {
    "en": re.compile(r"\b(?:Law|Decree|Resolution|Decision)(?: No\.)?\s(\d+/\d{4}/[\w-]+)"),
    "vi": re.compile(r"\b(?:Luật|Nghị định|Nghị quyết|Quyết định)(?:\ssố)?\s(\d+/\d{4}/[\w-]+)"),
}
MEANT = {
    "en": re.compile(r"\b(?:[Tt]he|[Tt]his) (Law|Code|Protocol|Convention|Covenant|Resolution)\b"),
    "vi": re.compile(r"\b(Luật|Bộ luật|Nghị định thư|Công ước|Nghị quyết) (?:này|trên)\b"),
}


@dataclass(frozen=True)
class Document:
    """A law or a treaty in one language; `forms` are all names that texts use for it."""

    name: str
    number: str
    group: str
    forms: tuple[str, ...]


class Mention(NamedTuple):
    """A place where a text names a document; `document` is its name."""

    document: str
    start: int
    end: int


def load_treaties(root: Path) -> list[dict[str, str | list[str]]]:
    """Read data/treaties.yml: names in both languages, short forms; a set may have none."""
    if not (root / PATH).is_file():
        return []
    entries = load_yaml(root, root / PATH).get("treaties")
    wrong = not isinstance(entries, list) or not all(
        isinstance(entry, dict)
        and all(isinstance(entry.get(locale), str) for locale in OTHER)
        and isinstance(entry.get("short"), list)
        for entry in entries
    )
    if wrong:
        what = "a treaty lacks en:, vi: or its list short:"
        raise ManualError([Problem(PATH, 0, what, "compare it with the others")])
    return list(entries or [])


def known_documents(
    profile: Profile, treaties: Sequence[dict[str, str | list[str]]], locale: str
) -> list[Document]:
    """Return the laws that a country's profile names under `law`, and the treaties."""
    found = []
    for key, value in profile.values.items():
        name = value[locale]
        if key.startswith("law.") and name[:1].isalpha():
            number = profile.values.get(f"{key}_number", {}).get(locale, "")
            found.append(Document(name, number, LAWS, (name,)))
    for entry in treaties:
        forms = (
            str(entry[locale if locale in OTHER else "en"]),
            *(str(form) for form in entry["short"]),
        )
        found.append(Document(forms[0], "", TREATIES, forms))
    return found


class Naming:
    """Finds documents in texts of a language, also those that only their number names."""

    def __init__(self, documents: Sequence[Document], locale: str) -> None:
        self.locale = locale
        self.documents = {document.name: document for document in documents}
        self._names = {form: item.name for item in documents for form in item.forms}
        self._numbers = {item.number: item.name for item in documents if item.number}
        forms = sorted(self._names, key=len, reverse=True)
        spaced = (re.escape(form).replace(r"\ ", r"\s") for form in forms)
        self._pattern = re.compile(rf"(?<!\w)(?:{'|'.join(spaced)})(?!\w)")

    def find(self, text: str) -> Iterator[Mention]:
        """Yield each document in the order of the text; the longest name counts."""
        found = [
            Mention(self._names[" ".join(match.group().split())], *match.span())
            for match in (self._pattern.finditer(text) if self._names else ())
        ]
        for match in self._numbered_in(text):
            if not any(item.start < match.end() and match.start() < item.end for item in found):
                found.append(Mention(self._numbered(match), *match.span()))
        yield from sorted(found, key=lambda item: item.start)

    def _numbered_in(self, text: str) -> Iterator[re.Match[str]]:
        return NUMBERED[self.locale].finditer(text) if self.locale in NUMBERED else iter(())

    def _numbered(self, match: re.Match[str]) -> str:
        if match[1] in self._numbers:
            return self._numbers[match[1]]
        name = " ".join(match.group().split())
        self.documents.setdefault(name, Document(name, "", LAWS, (name,)))
        return name

    def meant(self, text: str, before: Sequence[Mention]) -> Iterator[Mention]:
        """Yield "the Code", "Luật này": the last document named that is one, if any is."""
        named = [*before, *self.find(text)]
        for match in MEANT[self.locale].finditer(text) if self.locale in MEANT else ():
            if any(item.start <= match.start(1) < item.end for item in named[len(before) :]):
                continue
            earlier = [*before, *(m for m in named[len(before) :] if m.start < match.start())]
            for item in reversed(earlier):
                words = item.document.split()
                kind = match[1]
                if kind in words or (self.locale == "vi" and item.document.startswith(f"{kind} ")):
                    yield Mention(item.document, *match.span())
                    break
