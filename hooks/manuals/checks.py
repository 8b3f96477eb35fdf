"""Every check that needs no build, over the whole set."""

from __future__ import annotations

from manuals.changes import check_changes
from manuals.chapters import Manuals
from manuals.courses.checking import course_problems
from manuals.errors import Problem
from manuals.hard_coded import hard_coded
from manuals.local.checking import check_local
from manuals.local.loading import load_local
from manuals.parity.comparison import compare
from manuals.spelling.proof import check_spelling
from manuals.structure import links_and_files
from manuals.sync.ledger import one_sided
from manuals.sync.pairs import ledger_problems
from manuals.terms.usage import TermUse


def check_manuals(manuals: Manuals) -> list[Problem]:
    """Return all problems, sorted by file and line; those that are only warnings say so."""
    return sorted({problem for found in problems_by_kind(manuals).values() for problem in found})


def problems_by_kind(manuals: Manuals) -> dict[str, list[Problem]]:
    """Return all problems by what an author has to look at.

    The kinds: `parity`, `terms`, `spelling`, `links`, `files`.
    """
    parity: list[Problem] = []
    terms: list[Problem] = []
    term_use = TermUse(manuals.terms, manuals.profile)
    for pair in manuals.pairs.values():
        parity += compare(pair, one_sided(manuals.root, pair.stem))
        terms += term_use.check(pair)
    links, files = links_and_files(manuals)
    files += ledger_problems(manuals) + check_changes(manuals.root, manuals.shelf)
    files += check_local(manuals, load_local(manuals))
    return {
        "parity": parity,
        "terms": terms,
        "spelling": check_spelling(manuals),
        "links": links,
        "files": files + course_problems(manuals) + hard_coded(manuals),
    }
