"""The composing stick (手盘): sorts side by side, trimmed and parted by their neighbours, as parallel tuples."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import accumulate, compress
from operator import is_not
from typing import TypeVar

from paiban.text.breaks import BREAK, FIRST_LOSES, GAP, SECOND_LOSES, STRETCH, Pairs
from paiban.text.charclass import ENDERS, KEEPS_WIDTH, LETTERS, MARKS, POINTS, CharClass
from paiban.text.glue import Folded, break_at_glue
from paiban.text.numbers import DATES, HAN_UNITS, HYPHEN, Cut
from paiban.text.prepared import Look, Pool, Step
from paiban.text.sort import Sort, Stance
from paiban.text.spacing import PunctuationStyle
from paiban.text.steps import Boundaries, pool, squeeze_steps, summed
from paiban.text.typecase import TypeCase
from paiban.units import Length
from paiban.value import NamedTuple

_MARK = re.compile(f"[{''.join(sorted(MARKS))}]")
_Part = TypeVar("_Part")
_OTHERS = re.compile(f"[^{CharClass.HAN}]+")
_HAN_PAIR = 2 * CharClass.HAN
_FIGURE = CharClass.DIGIT.value

_WESTERN_WORD = re.compile(f"[{CharClass.LATIN}{CharClass.LATIN_BREAK}{CharClass.LATIN_HYPHEN}]+")
_NUMBER_HAN = re.compile(f"[{CharClass.DIGIT}{CharClass.CELL}]{CharClass.HAN}")
_PARTED = re.compile(f"{CharClass.LATIN_HYPHEN}(?=[{''.join(sorted(LETTERS - {CharClass.DIGIT}))}])")
_MAGNITUDES = frozenset("万亿")
_BREAKS = bytes([flag & BREAK for flag in range(256)])
_STRETCHES = bytes([flag // STRETCH & 1 for flag in range(256)])
_SETTLED = bytes([flag & (FIRST_LOSES | SECOND_LOSES | GAP) for flag in range(256)])


class Laid(NamedTuple):
    """Clusters and glyphs laid side by side; the fields are those of ``Prepared`` by the same names."""

    sums: tuple[Length, ...]
    tails: tuple[Length, ...]
    heads: tuple[Length, ...]
    breaks: tuple[int, ...]
    place_sums: tuple[int, ...]
    opens: tuple[int, ...]
    open_sums: tuple[int, ...]
    squeeze: tuple[Step, ...]
    squeezes: tuple[Length, ...] | None
    pool: Pool | None
    letters: tuple[int, ...]
    glyphs: tuple[int, ...]
    advances: tuple[Length, ...]
    shifts: tuple[Length, ...]
    rises: tuple[Length, ...] | None
    texts: tuple[str, ...]
    firsts: tuple[int, ...]
    lasts: tuple[int, ...]
    looks: tuple[Look, ...]
    hyphens: Mapping[int, tuple[int, Length]]
    soft: Mapping[int, Cut]
    leads: Mapping[int, Length]


EMPTY = Laid(
    sums=(0,), tails=(), heads=(), breaks=(0,), place_sums=(0,), opens=(), open_sums=(0,), squeeze=(),
    squeezes=None, pool=None, letters=(), glyphs=(), advances=(), shifts=(), rises=None, texts=(), firsts=(0,),
    lasts=(), looks=(), hyphens={}, soft={}, leads={},
)  # fmt: skip
"""A paragraph of no clusters."""


def _row(parts: Sequence[tuple[_Part, ...]], several: Sequence[int]) -> list[_Part]:
    """The parts of clusters in one row; all have one but for the clusters ``several``: so it takes half as long."""
    if not several:
        return [part for (part,) in parts]
    row: list[_Part] = []
    at = 0
    for cluster in several:
        if at < cluster:
            row += [part for (part,) in parts[at:cluster]]
        row += parts[cluster]
        at = cluster + 1
    row += [part for (part,) in parts[at:]]
    return row


class _Glyphs:
    """The glyphs of a row of sorts in one row, to be nudged cluster by cluster before they are fixed."""

    def __init__(self, sorts: Sequence[Sort], glue: Mapping[int, Sort], case: TypeCase) -> None:
        if glue:
            sorts = list(sorts)
            for i, space in glue.items():
                sorts[i] = _with_space(sorts[i], space, case)
        _, _, widths, trims, ids, advances, shifts, rises, texts, stances = zip(*sorts, strict=True)
        self.widths = list(widths)
        self.trims = list(trims)
        counts = list(map(len, ids))
        several: list[int] = []
        if counts.count(1) == len(counts):
            self.firsts: tuple[int, ...] = tuple(range(len(counts) + 1))
        else:
            several = [cluster for cluster, count in enumerate(counts) if count != 1]
            self.firsts = (0, *accumulate(counts))
        self.ids = tuple(_row(ids, several))
        self.advances = _row(advances, several) if several else list(widths)
        self.shifts = _row(shifts, several)
        is_level = rises.count((0,)) + len(several) == len(rises) and not any(map(any, map(rises.__getitem__, several)))
        self.rises = None if is_level else tuple(_row(rises, several))
        self.texts = tuple(_row(texts, several))
        self.lasts = _before_spaces(self.firsts[1:], glue) if glue else self.firsts[1:]
        self.looks = _looks(stances, self.firsts)

    def widen(self, cluster: int, by: Length) -> None:
        """Put ``by`` after a cluster (take it away if negative)."""
        self.widths[cluster] += by
        self.advances[self.firsts[cluster + 1] - 1] += by

    def move(self, cluster: int, by: Length) -> None:
        """Move a cluster's ink along the line."""
        for glyph in range(self.firsts[cluster], self.lasts[cluster]):
            self.shifts[glyph] += by


def _before_spaces(lasts: Iterable[int], glue: Mapping[int, Sort]) -> tuple[int, ...]:
    """Where the glyphs of clusters end, those of the spaces after them left out."""
    found = list(lasts)
    for i, space in glue.items():
        found[i] -= len(space.glyphs)
    return tuple(found)


def _with_space(sort: Sort, space: Sort, case: TypeCase) -> Sort:
    """A sort with the glyph of the space after it; the space is drawn in the face of what it follows."""
    if sort.face and sort.face != space.face:
        space = space._replace(glyphs=(case.blank(sort.face, space.texts[0]),) * len(space.glyphs))
    text, key, advance, trim, glyphs, advances, shifts, rises, texts, stance = sort
    return Sort(
        text, key, advance + space.advance, trim, glyphs + space.glyphs, advances + space.advances,
        shifts + space.shifts, rises + space.rises, texts + space.texts, stance,
    )  # fmt: skip


def _looks(stances: tuple[Stance, ...], firsts: Sequence[int]) -> tuple[Look, ...]:
    """Where along the glyphs their stance changes; nearly always nowhere."""
    if stances.count(stances[0]) == len(stances):
        return (Look(0, *stances[0]),)
    others = compress(range(1, len(stances)), map(is_not, stances, stances[1:]))  # neighbours nearly always share one
    starts = [0, *[i for i in others if stances[i] != stances[i - 1]]]
    return tuple([Look(firsts[i], *stances[i]) for i in starts])


def lay_out(folded: Folded, keys: str, case: TypeCase, most_white: Length) -> Laid:
    """Lay the sorts of a paragraph side by side as their case has it; no line opens any place beyond ``most_white``."""
    if not keys:
        return EMPTY
    count = len(keys)
    if case.composition.keep_number_unit:
        folded.no_break.update(i - 1 for i in _number_units(keys, folded.sorts))
    flags = _flags(case.pairs, keys, folded)
    glyphs = _Glyphs(folded.sorts, folded.glue, case)
    gaps = _settle_neighbours(glyphs, keys, flags, case.gaps.gap)
    marks = [(found.start(), found.group()) for found in _MARK.finditer(keys)]
    tails, heads, blanks, leads = _ends(marks, count, glyphs.trims, case.punctuation)
    for i in folded.tight:  # a mark inside a number neither gives nor takes
        blanks.pop(i, None)
    if case.composition.hanging:
        _hang(keys, glyphs.widths, tails)
    for i in gaps:
        tails[i] += case.gaps.gap
    for i, pad in folded.pads.items():
        glyphs.widen(i, pad)
        tails[i] += pad
    for i, space in folded.glue.items():
        tails[i] += space.advance
    hyphens = {i: case.hyphen(folded.sorts[i].stance) for i in _parted(keys) if folded.sorts[i].face}
    for i, (_, width) in hyphens.items():
        tails[i] -= width
    soft = {i + 1: cut for i, cut in folded.cuts.items()} | dict.fromkeys([i + 1 for i in hyphens], HYPHEN)
    opened = _half_marks(marks, keys, glyphs.widths, case.half) if case.mark_stretch else ()
    opened = tuple([i for i in opened if i not in folded.tight]) if folded.tight else opened
    loose = _loose_spaces(folded)
    dates = frozenset(_in_dates(gaps, keys, folded.sorts))
    boundaries = Boundaries(
        count, case.gaps, most_white, case.punctuation, tuple(gaps), dates, opened,
        frozenset([i for i in opened if keys[i + 1 : i + 2] == CharClass.OPEN]), case.mark_stretch, loose, blanks,
    )  # fmt: skip
    squeeze = squeeze_steps(boundaries)
    stretches = flags.translate(_STRETCHES)
    place_sums = open_sums = (0, *accumulate(stretches), stretches.count(1))
    first = pool(boundaries) if gaps or loose or opened else None
    full = [i for i, (_, blank) in blanks.items() if blank + 1 >= most_white]
    if first or full:
        stretches, open_sums = _shared(stretches, first, full)
    return Laid(
        sums=(0, *accumulate(glyphs.widths)),
        tails=tuple(tails), heads=tuple(heads),
        breaks=(*compress(range(1, count), flags.translate(_BREAKS)), count),
        place_sums=place_sums, opens=tuple(compress(range(count), stretches)), open_sums=open_sums,
        squeeze=squeeze, squeezes=summed(squeeze, count), pool=first,
        letters=_letters(keys, glyphs.firsts, glyphs.lasts),
        glyphs=glyphs.ids, advances=tuple(glyphs.advances), shifts=tuple(glyphs.shifts), rises=glyphs.rises,
        texts=glyphs.texts, firsts=glyphs.firsts, lasts=glyphs.lasts, looks=glyphs.looks,
        hyphens=hyphens, soft=soft, leads=leads,
    )  # fmt: skip


def _flags(pairs: Pairs, keys: str, folded: Folded) -> bytearray:
    """What is to be said of each boundary, with spaces and invisible marks taken into account."""
    flags = bytearray([pairs[_HAN_PAIR]]) * (len(keys) - 1)
    for found in _OTHERS.finditer(keys):  # most of a paragraph is Han beside Han
        first, last = found.span()
        first -= first > 0
        flags[first:last] = pairs.rows[keys[first : last + 1]]
    for i in folded.glue:
        flags[i] = BREAK if break_at_glue(pairs, keys[i], keys[i + 1]) else 0
    for i in folded.may_break:
        if 0 <= i < len(flags) and break_at_glue(pairs, keys[i], keys[i + 1]):
            flags[i] |= BREAK
    for i in folded.no_break:
        if 0 <= i < len(flags):
            flags[i] &= ~BREAK
    for i in folded.tight:
        flags[i] &= FIRST_LOSES | SECOND_LOSES
    for i in folded.cuts:
        flags[i] |= BREAK
    return flags


def _shared(stretches: bytes | bytearray, first: Pool | None, full: Iterable[int]) -> tuple[bytearray, tuple[int, ...]]:
    """The places that share what the pool leaves: those between characters and, beyond their caps, those of the pool
    (clreq); none that is ``full``, as a mark's that stands on an em."""
    every = bytearray(stretches)
    for place in full:
        if place < len(every):
            every[place] = 0
    for place, room in zip(first.places, first.rooms, strict=True) if first else ():
        every[place] = room > 0
    return every, (0, *accumulate(every), every.count(1))


def _letters(keys: str, firsts: Sequence[int], lasts: Sequence[int]) -> tuple[int, ...]:
    """The glyphs of Western words that have another of the same word after them."""
    found: list[int] = []
    for word in _WESTERN_WORD.finditer(keys):
        first, last = word.span()
        found += range(firsts[first], lasts[last - 1] - 1)
    return tuple(found)


def _loose_spaces(folded: Folded) -> Mapping[int, Sort]:
    """The word spaces that a line may squeeze and stretch: neither those inside numbers nor any of a fixed width."""
    return {
        i: space for i, space in sorted(folded.glue.items()) if i not in folded.tight and space.text not in KEEPS_WIDTH
    }


def _settle_neighbours(glyphs: _Glyphs, keys: str, flags: bytearray, gap: Length) -> list[int]:
    """Let adjacent marks trim each other and the gap part Han from Latin; returns the boundaries with a gap.

    A mark before a bracket that already stands on half an em keeps its own blank: together they take an em and a half.
    """
    gaps: list[int] = []
    trims = glyphs.trims
    for i in compress(range(len(flags)), flags.translate(_SETTLED)):
        flag = flags[i]
        if flag & FIRST_LOSES and trims[i] and (keys[i + 1] != CharClass.OPEN or trims[i + 1]):
            glyphs.widen(i, -trims[i])
            trims[i] = 0
        elif flag & SECOND_LOSES and trims[i + 1]:
            glyphs.widen(i + 1, -trims[i + 1])
            glyphs.move(i + 1, -trims[i + 1])
            trims[i + 1] = 0
        elif flag & GAP:
            gaps.append(i)
            glyphs.widen(i, gap)
    return gaps


def _ends(
    marks: Iterable[tuple[int, str]], count: int, trims: Sequence[Length], style: PunctuationStyle
) -> tuple[list[Length], list[Length], dict[int, tuple[str, Length]], dict[int, Length]]:
    """What a line ending after a cluster or beginning with it drops, the blanks left on each boundary, and those before
    brackets that a line beginning there may squeeze."""
    tails, heads = [0] * count, [0] * count
    leads: dict[int, Length] = {}
    blanks: dict[int, tuple[str, Length]] = {}
    for i, key in marks:
        if not trims[i]:
            continue
        if key == CharClass.OPEN:
            if style.flush_start or i == 0:
                heads[i] = trims[i]
            elif key in style.squeezed:
                leads[i] = trims[i]
            if i:
                blanks[i - 1] = (key, trims[i])
        else:
            tails[i] = trims[i]
            blanks[i] = (key, trims[i])
    return tails, heads, blanks, leads


def _half_marks(marks: Iterable[tuple[int, str]], keys: str, widths: Sequence[Length], half: Length) -> tuple[int, ...]:
    """The boundaries outside marks on half an em that have no other mark beside them."""
    places = []
    for i, key in marks:
        if widths[i] > half:
            continue
        place, neighbour = (i - 1, i - 1) if key == CharClass.OPEN else (i, i + 1)
        if place >= 0 and keys[neighbour : neighbour + 1] not in MARKS:
            places.append(place)
    return tuple(places)


def _hang(keys: str, widths: Sequence[Length], tails: list[Length]) -> None:
    """Hanging punctuation: one mark may stand outside the measure, not where marks follow each other (section 4)."""
    for i, key in enumerate(keys):
        if key in POINTS and i and keys[i - 1] not in MARKS and keys[i + 1 : i + 2] not in ENDERS:
            tails[i] = widths[i]


def _parted(keys: str) -> list[int]:
    """Clusters after which a word may be parted by a hyphen."""
    return [found.start() for found in _PARTED.finditer(keys)]


def _in_dates(gaps: Iterable[int], keys: str, sorts: Sequence[Sort]) -> Iterator[int]:
    """The gaps between a figure and its 年 月 日 时 分, and those between these and the next figure."""
    for gap in gaps:
        if keys[gap] == _FIGURE:
            dated = sorts[gap + 1].text in DATES
        else:
            dated = sorts[gap].text in DATES and gap > 0 and keys[gap - 1 : gap + 2 : 2] == 2 * _FIGURE
        if dated:
            yield gap


def _number_units(keys: str, sorts: Sequence[Sort]) -> list[int]:
    """Breaks between a number and the Han unit after it; in vertical lines a number may stand in cells."""
    found = []
    for pair in _NUMBER_HAN.finditer(keys):
        i = pair.end() - 1
        if sorts[i].text in HAN_UNITS and sorts[i - 1].text[-1:].isdecimal():
            found.append(i + 1 if sorts[i].text in _MAGNITUDES and sorts[i + 1 : i + 2] else i)
    return found
