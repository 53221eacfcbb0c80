"""Which part every word of a headline plays: subject, predicate, object, or what tells when and where.

A headline strings statements together without a mark (推出实景演出|门票可二次入园): the classes of two words alone do
not say whether a noun is what the verb before it takes or who does what comes next. So all words are given their parts
at once, by two tables: what a class costs in a part, and what one part costs after another. The cheapest row is taken.
"""

from __future__ import annotations

from collections.abc import Sequence

from paiban.text.words import Word

PARTS = "sopqx"
"""Subject, object, predicate that takes an object, predicate that takes none, time or place."""

_NEVER = 9

AS_PART: dict[str, tuple[int, int, int, int, int]] = {
    "n": (0, 0, _NEVER, _NEVER, 3), "g": (1, 1, 2, 3, 4), "v": (2, 1, 0, 2, _NEVER), "y": (5, 5, 4, 0, _NEVER),
    "a": (1, 1, 4, 3, 4), "b": (0, 0, _NEVER, _NEVER, 4), "m": (1, 0, 5, 2, 1), "t": (2, 2, _NEVER, _NEVER, 0),
    "f": (0, 0, 5, 5, 0), "s": (1, 0, _NEVER, _NEVER, 0), "d": (5, 5, 0, _NEVER, 1), "p": (6, 6, 3, _NEVER, 0),
    "r": (0, 0, _NEVER, 2, 2), "c": (1, 1, 2, 2, 2), "u": (0, 0, 0, 0, 0), "i": (1, 2, 3, 0, 3), "k": (0, 0, 5, 5, 2),
    "q": (1, 0, 5, 5, 1), "x": (3, 1, 3, 3, 4),
}  # fmt: skip
"""What a word of a class costs as subject, object, either predicate, time or place."""

AFTER: dict[str, dict[str, int]] = {
    "": {"s": 0, "x": 0, "p": 1, "q": 1},
    "s": {"s": 0, "p": 0, "q": 0, "x": 0},
    "o": {"o": 0, "s": 1, "p": 1, "q": 2, "x": 1},
    "p": {"p": 0, "o": 0, "q": 0, "x": 4},
    "q": {"q": 1, "s": 0, "p": 1, "x": 0, "o": 3},
    "x": {"x": 0, "s": 0, "p": 0, "q": 0, "o": 3},
}
"""What a part costs after another (after nothing at the beginning); what is not listed never follows."""

AT_END = {"s": 3, "o": 0, "p": 1, "q": 0, "x": 2}
"""What a headline costs that ends in a part."""

SAME_AS = {"l": "i", "j": "n", "z": "x", "e": "d", "o": "d", "h": "b"}
"""Classes that play the parts of another."""

_Row = tuple[int, str]
"""Parts of the words so far and what they cost."""


def parts(words: Sequence[Word]) -> str:
    """The part of each word, a letter of ``PARTS``."""
    best: dict[str, _Row] = {"": (0, "")}
    for word in words:
        if word.kind == "w":  # a quote or a bracket belongs to what stands before it
            best = {last: (cost, row + (last or PARTS[0])) for last, (cost, row) in best.items()}
        else:
            best = _further(best, AS_PART[SAME_AS.get(word.kind, word.kind)])
    return min((cost + AT_END.get(last, 0), row) for last, (cost, row) in best.items())[1]


def _further(best: dict[str, _Row], costs: Sequence[int]) -> dict[str, _Row]:
    """The cheapest row that ends in each part, a word on that costs so much in each."""
    found = {}
    for part, own in zip(PARTS, costs, strict=True):
        before = [(cost + AFTER[last][part], row) for last, (cost, row) in best.items() if part in AFTER[last]]
        if before:
            cost, row = min(before)
            found[part] = cost + own, row + part
    return found
