"""Words written twice: "the the", "của của"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from manuals.errors import Problem
from manuals.spelling.prose import Prose

# Words that the language itself doubles; more of them go into data/words.txt as "luôn luôn".
MEANT = {
    "en": frozenset({"had", "that", "very"}),
    "vi": frozenset(
        (  # noqa: SIM905
            "ai âm ba chiều chung chuồn cào dài dần dường đêm đều đó đôi đời đu êm gần giờ hay "
            "hằng hôm khăng khe khít khư lăm lâu lần lúc luôn mau mãi mồn mới nay ngày người "
            "nhanh nhà nhiều nho năm nơi phần riêng rõ song suốt sáng sớm tháng thường thật tối "
            "từ từng vi xanh xưa ầm đây"
        ).split()
    ),
}


def doubled(prose: Prose, text: str, words: list[str]) -> Iterator[Problem]:
    """Yield a warning for each word that stands twice in a row, over the end of a line too.

    `words` are all words of `text` in order.
    """
    low = list(map(str.lower, words))
    found = {first for first, second in pairwise(low) if first == second}
    for word in sorted(found - MEANT[prose.locale]):
        alone = rf"{word}(?<![^\W\d_]{word})(?![^\W\d_])"
        for match in re.finditer(rf"{alone}(?:[ \u00a0]+|[ ]*\n){alone}", text.lower()):
            line = prose.line_at(text, match.start())
            what = f'"{word}" stands twice in a row'
            todo = f'take one out; if it is meant, add "{word} {word}" to data/words.txt'
            yield Problem(prose.path, line, what, todo, warning=True)
