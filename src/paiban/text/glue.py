"""Typed spaces: which become the CJK–Latin gap, which stay as word spaces, which fall away (rule book, section 6)."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import chain

from paiban.text.breaks import BREAK, Pairs
from paiban.text.charclass import KEEPS_WIDTH, MARKS, POINTS, WESTERN, WORD, CharClass
from paiban.text.numbers import Cut
from paiban.text.sort import IGNORED, Sort
from paiban.units import Length

_NO_BREAK = frozenset("\u00a0\u2007\u202f")
_GLUED = frozenset("\u2060\ufeff\u200d")
_MAY_BREAK = "\u200b"
SOFT_HYPHEN = "\u00ad"

_SILENT = frozenset("\t\n\r")


TITLES = ("记者", "通讯员", "实习生", "特约", "摄影", "作者", "编辑", "供图", "撰文", "文", "图", "文/图", "图/文")
"""What a name follows in a byline (本报记者 某人): they stay together."""


NAMED = Cut(100_000.0, 1_000.0)
"""After what a name follows: a line is rather as short as it may be; only what is wider than a leg is parted there."""


class Folded:
    """Sorts without spaces and invisible characters, and what became of those.

    ``glue`` maps a cluster to the drawn space after it; ``dropped`` are copy indices that are not drawn; ``gaps``
    those of them that were typed where the gap stands anyway (for the report). ``no_break``, ``may_break``, ``tight``
    and ``cuts`` say of boundaries what the classes on their sides do not: never parted, parted, never opened either,
    parted at a price. ``pads`` are white after clusters that falls where a line ends.
    """

    __slots__ = (
        "cuts", "dropped", "glue", "glue_at", "invisible", "may_break", "no_break", "pads", "replaced", "sorts",
        "starts", "tight",
    )  # fmt: skip

    def __init__(self, sorts: list[Sort], starts: list[int]) -> None:
        self.sorts = sorts
        self.starts = starts
        self.glue: dict[int, Sort] = {}
        self.glue_at: dict[int, tuple[int, ...]] = {}
        self.dropped: list[int] = []
        self.replaced: list[int] = []
        self.invisible: list[int] = []
        self.may_break: set[int] = set()
        self.no_break: set[int] = set()
        self.tight: set[int] = set()
        self.cuts: dict[int, Cut] = {}
        self.pads: dict[int, Length] = {}


UNDRAWN = re.compile(f"[{IGNORED}{CharClass.SPACE}]+")
"""Spaces and invisible characters in a row, by their classes."""


def fold(sorts: Sequence[Sort], keys: str, starts: Sequence[int], place: Callable[[int], int]) -> Folded:
    """Take spaces and invisible characters out of a row of sorts.

    ``keys`` are their classes, ``starts`` their beginnings in the clean text; ``place`` takes such an index to
    the copy.
    """
    result = Folded([], [])
    last = 0
    for row in UNDRAWN.finditer(keys):
        first = row.start()
        result.sorts += sorts[last:first]
        result.starts += starts[last:first]
        last = row.end()
        pending: list[tuple[Sort, int]] = []
        for sort, start in zip(sorts[first:last], starts[first:last], strict=True):
            if sort.key == IGNORED:
                _ignore(result, sort, place(start))
            else:
                pending.append((sort, start))
        if pending and last < len(sorts):
            _settle(result, pending, sorts[last], place)
        elif pending:
            for sort, start in pending:
                result.dropped += [place(start + i) for i in range(len(sort.text))]
            result.replaced += [place(pending[0][1])] if result.sorts else []
    result.sorts += sorts[last:]
    result.starts += starts[last : len(sorts)]
    return result


def _ignore(result: Folded, sort: Sort, index: int) -> None:
    character, after = sort.text[0], len(result.sorts) - 1
    result.dropped += range(index, index + len(sort.text))
    if character == _MAY_BREAK:
        result.may_break.add(after)
    elif character in _GLUED:
        result.no_break.add(after)
    elif character == SOFT_HYPHEN:
        if result.sorts and result.sorts[-1].key in WORD:
            result.sorts[-1] = result.sorts[-1]._replace(key=CharClass.LATIN_HYPHEN)
        else:
            result.invisible.append(index)
    elif character not in _SILENT:
        result.invisible.append(index)


def _settle(result: Folded, pending: list[tuple[Sort, int]], after: Sort, place: Callable[[int], int]) -> None:
    """Decide on the spaces between the last sort kept and ``after``."""
    indices = [place(start + i) for sort, start in pending for i in range(len(sort.text))]
    kept = _kept(result.sorts[-1] if result.sorts else None, pending, after)
    cluster = len(result.sorts) - 1
    drawn = [place(start) for _, start in kept]
    if kept:
        result.glue[cluster] = _joined([sort for sort, _ in kept])
        result.glue_at[cluster] = tuple(drawn)
    elif result.sorts or any(sort.text in KEEPS_WIDTH for sort, _ in pending):
        result.replaced.append(indices[0])
    result.dropped += [index for index in indices if index not in drawn]
    if not _NO_BREAK.isdisjoint([sort.text[0] for sort, _ in pending]):
        result.no_break.add(cluster)


def _kept(before: Sort | None, pending: list[tuple[Sort, int]], after: Sort) -> list[tuple[Sort, int]]:
    """The spaces that stay: those of a fixed width always, another between words of one script, never beside a mark."""
    if before is None:
        return []
    fixed = [(sort, start) for sort, start in pending if sort.text in KEEPS_WIDTH]
    if fixed or before.key in MARKS or after.key in MARKS:
        return fixed
    return pending[:1] if (before.key in WESTERN) is (after.key in WESTERN) else []


def keep(folded: Folded, first: int, last: int, tight: bool, thin: Length) -> None:
    """Keep clusters ``first`` … ``last`` (exclusive) together; in what is ``tight`` spaces are ``thin``."""
    inside = range(first, last - 1)
    if not tight:
        folded.no_break.update(inside)
        return
    folded.tight.update(inside)
    for place in inside:
        space = folded.glue.get(place)
        if space is not None and space.texts[0] not in KEEPS_WIDTH:
            folded.glue[place] = space._replace(advance=thin, advances=(thin, *[0] * (len(space.advances) - 1)))


def keep_names(folded: Folded) -> None:
    """Let lines of a byline end at spaces and marks after a name alone; after a title only where nothing else fits."""
    read = ""
    for place, sort in enumerate(folded.sorts[:-1]):
        read += sort.text
        if sort.key in POINTS or (place in folded.glue and not read.endswith(TITLES)):
            read = ""
        elif place in folded.glue:
            folded.cuts[place] = NAMED
        else:
            folded.no_break.add(place)


def _joined(spaces: Sequence[Sort]) -> Sort:
    """Spaces side by side as one."""
    first = spaces[0]
    if len(spaces) == 1:
        return first
    parts = [[getattr(space, part) for space in spaces] for part in ("glyphs", "advances", "shifts", "rises", "texts")]
    glyphs, advances, shifts, rises, texts = (tuple(chain.from_iterable(part)) for part in parts)
    return first._replace(
        advance=sum(advances), glyphs=glyphs, advances=advances, shifts=shifts, rises=rises, texts=texts
    )


def break_at_glue(pairs: Pairs, before: str, after: str) -> bool:
    """Whether a line may end at a space between two classes: only the prohibitions count, not cohesion."""
    return bool(pairs[before + CharClass.HAN] & pairs[CharClass.HAN + after] & BREAK)
