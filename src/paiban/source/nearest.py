"""Did you mean: the known word closest to what was typed."""

from __future__ import annotations

from collections.abc import Iterable

from paiban.language import Words

_LONGEST = 32
"""What is longer than any key is no slip of the pen."""


def nearest(word: str, known: Iterable[str]) -> str:
    """The first of the closest words of ``known``, or ``""`` if none is close: a third of the letters may differ.

    >>> nearest("hedline", ["deck", "headline"]), nearest("标题", ["主题", "正文"]), nearest("colour", ["deck"])
    ('headline', '主题', '')
    """
    if len(word) > _LONGEST:
        return ""
    best, best_distance = "", 1 + max(1, len(word) // 3)
    for candidate in known:
        distance = _distance(word.lower(), candidate.lower())
        if distance < min(best_distance, len(candidate), len(word) + 1):
            best, best_distance = candidate, distance
    return best


def perhaps(word: str) -> Words:
    """The question whether a word was meant, before what else a remedy says; nothing where there is no word."""
    return Words(f"是不是“{word}”？", f"did you mean “{word}”? ") if word else Words("", "")


def _distance(a: str, b: str) -> int:
    """Insertions, deletions, replacements and swaps of neighbours that turn ``a`` into ``b``."""
    before: list[int] = []
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        older, before, row = before, row, [i]
        for j, y in enumerate(b, 1):
            cost = min(before[j] + 1, row[-1] + 1, before[j - 1] + (x != y))
            if i > 1 and j > 1 and x == b[j - 2] and a[i - 2] == y:
                cost = min(cost, older[j - 2] + 1)
            row.append(cost)
    return row[-1]
