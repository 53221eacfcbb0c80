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

SMALL = "\u00b2\u00b3\u00b9\u2070-\u209c"
"""Super- and subscripts: m², CO₂."""

HAN = "[^\\W\x00-\u052f\u1d00-\u1fff\u2070-\u209c\ufb00-\ufb06]"
"""Han, kana and whatever else writes words and is no Western letter. Put by exclusion, since Python takes milliseconds
to compile a set with a range of twenty thousand characters, and every run would wait for them."""

_ALNUM = f"[{WESTERN_LETTERS}{SMALL}0-9]"
_JOINT = "(?<=[0-9])[.,:/+×±−–-](?=[0-9])|['’._&@+]|-(?=[0-9])|(?<![A-Za-zÀ-ɏ]{3})[-/]|[-/](?![A-Za-zÀ-ɏ]{3})"
"""What joins letters and digits: a hyphen or a solidus only where it has fewer than three letters on a side (USB-C,
km/h, A/B); elsewhere a word may be parted after it."""

_WORD = f"{_ALNUM}+(?:(?:{_JOINT}){_ALNUM}+)*(?:(?<=[0-9])%|[-/](?=[A-Za-zÀ-ɏ]))?"
_MEASURED = "(?=[0-9]+(?:[.][0-9]|[%％‰℃°]))"
_SIGN = f"(?:[±+−]?(?:[$¥€£][±+−-]?)?|(?<![\\w）”》])-[$¥€£]?|(?<={HAN})-{_MEASURED})(?=[0-9])"
"""The sign of a number. A hyphen is one where no Han stands before it (歼-10), or where what follows is measured
(气温-5℃)."""

_ADDRESS = "(?:https?://|www\\.)[!-~]*[A-Za-z0-9/=#_-]|[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]+(?:\\.[A-Za-z0-9-]+)+"
_CLUSTERS = re.compile(
    f"((?:{HAN}|[，。、；：“”《》（）])+(?![{COMBINING}]))"
    "|(——|──|――|……|⋯⋯|[？！]{2,3}"
    "|(?<![!-~ ])--(?!-)|--(?![!-~ ])"
    "|(?<![A-Za-z0-9”’])’[0-9]{2}s?(?![0-9A-Za-z])"
    f"|{_ADDRESS}"
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
_NUMBER = "[’$¥€£±+−0-9.,:/×–%-]+"
_PIECE = "(?<=[/.?&=@_#%-])(?=[A-Za-z0-9])"
_CLOSING = {"“": "”", "‘": "’"}


def is_number(token: str) -> bool:
    """Whether a cluster is a number with its signs and nothing else."""
    return re.fullmatch(_NUMBER, token) is not None


def is_address(token: str) -> bool:
    """Whether a cluster is an e-mail or web address, which may be cut after its own marks."""
    return "@" in token or "://" in token or token.startswith("www.")


def addresses(copy: str) -> Iterator[tuple[int, int]]:
    """Where e-mail and web addresses begin and end."""
    if "@" in copy or "://" in copy or "www." in copy:
        yield from (found.span() for found in re.finditer(_ADDRESS, copy))


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


def _is_western(between: str) -> bool:
    """Whether what stands between two pairs of quotes is a stretch of Western words."""
    return re.search(_ALNUM, between) is not None and not re.search(_CHINESE, between)


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

    A pair of quotes is Latin if it holds no Han and Latin stands outside it, or leads to the next such pair (“No,” she
    said, “not now.”); a dash or an ellipsis if Latin stands on both sides. Everything else is Chinese.
    """
    if not (any(mark in copy for mark in SHARED) and re.search(_SHARED_BY_LATIN, copy)):
        return frozenset()
    western: set[int] = set()
    before: tuple[int, int] | None = None
    for first, last in sorted(pair for pair in _quote_pairs(copy) if not re.search(_CHINESE, copy[slice(*pair)])):
        if before is not None and _is_western(copy[before[1] + 1 : first]):
            western |= {*before, first, last}
        if _is_western_at(copy, first - 1, last + 1):
            western |= {first, last}
        before = first, last
    for index, mark in enumerate(copy):
        lonely = mark in "—…" and mark not in (copy[index - 1 : index], copy[index + 1 : index + 2])
        if lonely and _is_western_at(copy, index - 1, index + 1):
            western.add(index)
    return frozenset(western)


def _unquoted(tokens: list[str]) -> list[str]:
    """Tokens of copy with ‘: a ’ before two digits closes a quotation that is open and begins ’22 only elsewhere."""
    found: list[str] = []
    depth = 0
    for token in tokens:
        closes = token[0] == "’" and depth > 0
        found += (token[0], token[1:]) if closes and len(token) > 1 else (token,)
        depth += (token == "‘") - closes
    return found


def clusters(copy: str) -> list[str]:
    """The keys of the clusters of ``copy`` in order: the text itself, or ``WESTERN`` and the text of a shared mark."""
    tokens = _unquoted(split(copy)) if "‘" in copy else split(copy)
    western = western_marks(copy)
    if western:
        starts = accumulate(map(len, tokens), initial=0)
        tokens = [WESTERN + t if s in western and len(t) == 1 else t for s, t in zip(starts, tokens, strict=False)]
    return tokens
