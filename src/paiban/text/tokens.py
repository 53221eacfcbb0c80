"""Copy into clusters: the pieces that are never parted, each a Han character, a mark, a word or a number.

One regular expression does the cutting. What the shared code points (“ ” ‘ ’ — … ·) mean is decided by what stands
round them, in ``western_marks``; a key of the type case that begins with ``WESTERN`` is the Latin reading of a mark.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import accumulate

from paiban.text.charclass import COMBINING

WESTERN = "\0"
"""Prefix of a cluster's key that says: set this shared mark as Latin."""

SHARED = "“”‘’—…"
"""Marks that Chinese and Latin share and that are set differently in each (· is always the Chinese one)."""

WESTERN_LETTERS = "A-Za-zÀ-ÖØ-öø-ʯͰ-ϿЀ-ԯḀ-ỿἀ-῿ﬀ-ﬆ\u0300-\u036f"

HAN = "[^\\W\x00-\u052f\u1d00-\u1fff\ufb00-\ufb06]"
"""Han, kana and whatever else writes words and is no Western letter. Put by exclusion, since Python takes milliseconds
to compile a set with a range of twenty thousand characters, and every run would wait for them."""

_ALNUM = f"[{WESTERN_LETTERS}0-9]"
_WORD = (
    f"{_ALNUM}+"
    f"(?:(?:(?<=[0-9])[.,:/+×−–-](?=[0-9])|['’._&@+]|-(?=[0-9])){_ALNUM}+)*"
    "(?:(?<=[0-9])%|\\+{1,2}|[-/](?=[A-Za-zÀ-ɏ]))?"
)
_SIGN = "(?:[$¥€£]?[±+−]?|(?<![\\w）”》])-)(?=[0-9])"

_CLUSTERS = re.compile(
    f"((?:{HAN}|[，。、；：“”《》（）])+(?![{COMBINING}]))"
    "|(——|……|⋯⋯|[？！]{2,3}"
    "|(?:https?://|www\\.)[!-~]*[A-Za-z0-9/=#_-]"
    "|[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\\.[A-Za-z0-9-]+)+"
    f"|(?:{_SIGN})?{_WORD}"
    "| +"
    f"|.(?:[{COMBINING}\u200d]|(?<=\u200d).)*)",
    re.DOTALL,
)
"""Runs of plain characters, each a cluster of its own, and single clusters of any other kind."""


def split(copy: str) -> list[str]:
    """The clusters of ``copy``, which joined are the copy again."""
    found: list[str] = []
    for plain, other in _CLUSTERS.findall(copy):
        if plain:
            found += plain
        else:
            found.append(other)
    return found


# Compiled when first used (``re`` keeps what it has compiled): few pages need them, and each run would wait for them.
_SHARED_BY_LATIN = "[A-Za-zÀ-ɏ][ ,.!?]*[“”‘’—…]|[“”‘’—…] ?[A-Za-zÀ-ɏ]"
_CHINESE = f"{HAN}|[\u3000-\u303f\uff00-\uff60]"
_NUMBER = "[$¥€£±+−0-9.,:/×–%-]+"
_PIECE = "(?<=[/.?&=@_#%-])(?=[A-Za-z0-9])"
_CLOSING = {"“": "”", "‘": "’"}


def is_number(token: str) -> bool:
    """Whether a cluster is a number with its signs and nothing else."""
    return re.fullmatch(_NUMBER, token) is not None


def is_han(character: str) -> bool:
    """Whether a character is one that ``HAN`` matches."""
    return re.match(HAN, character) is not None


def is_address(token: str) -> bool:
    """Whether a cluster is an e-mail or web address, which may be cut after its own marks."""
    return "@" in token or "://" in token or token.startswith("www.")


def address_pieces(token: str) -> list[str]:
    """An address cut where a line may break: after ``/ . ? & = @ _ # -`` and without a hyphen."""
    return re.split(_PIECE, token)


def _neighbour(copy: str, index: int, step: int) -> str:
    while 0 <= index < len(copy) and copy[index] in " ,.;:!?":
        index += step
    return copy[index] if 0 <= index < len(copy) else ""


def _is_western_at(copy: str, before: int, after: int) -> bool:
    """Whether what stands on both sides is Latin or the paragraph's end (on both sides only round a pair of quotes)."""
    sides = _neighbour(copy, before, -1), _neighbour(copy, after, 1)
    return (any(sides) or after - before > 2) and all(not side or re.match(_ALNUM, side) for side in sides)


def _quote_pairs(copy: str) -> Iterator[tuple[int, int]]:
    """Opening and closing quotes by index; an unmatched one pairs with itself."""
    waiting: list[int] = []
    for index, mark in enumerate(copy):
        if mark in "“‘":
            waiting.append(index)
        elif mark in "”’":
            if waiting and _CLOSING[copy[waiting[-1]]] == mark:
                yield waiting.pop(), index
            else:
                yield index, index
    yield from ((index, index) for index in waiting)


def western_marks(copy: str) -> frozenset[int]:
    """Indices of the shared marks that are Latin here (rule book, section 1, note a).

    A pair of quotes is Latin if it holds no Han and Latin stands outside it; a dash, an ellipsis or a dot if Latin
    stands on both sides. Everything else is Chinese.
    """
    if not (any(mark in copy for mark in SHARED) and re.search(_SHARED_BY_LATIN, copy)):
        return frozenset()
    western: set[int] = set()
    for first, last in _quote_pairs(copy):
        if not re.search(_CHINESE, copy[first:last]) and _is_western_at(copy, first - 1, last + 1):
            western |= {first, last}
    for index, mark in enumerate(copy):
        lonely = mark in "—…" and mark not in (copy[index - 1 : index], copy[index + 1 : index + 2])
        if lonely and _is_western_at(copy, index - 1, index + 1):
            western.add(index)
    return frozenset(western)


def clusters(copy: str) -> list[str]:
    """The keys of the clusters of ``copy`` in order: the text itself, or ``WESTERN`` and the text of a shared mark."""
    tokens = split(copy)
    western = western_marks(copy)
    if western:
        starts = accumulate(map(len, tokens), initial=0)
        tokens = [WESTERN + t if s in western and len(t) == 1 else t for s, t in zip(starts, tokens, strict=False)]
    return tokens
