"""From copy to a prepared paragraph: clusters, type, spacing and break opportunities, once for every measure.

Reads as its steps: cut into clusters and take their sorts from the type case, fold typed spaces into glue, let
neighbours trim and part each other, lay everything out as parallel tuples. A paragraph without spaces, markup or long
words takes none of the detours.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise
from operator import itemgetter
from typing import TYPE_CHECKING

from paiban.diagnostic import Diagnostic, diagnose
from paiban.span import Text
from paiban.text import findings, numbers
from paiban.text import markup as inline
from paiban.text.cabinet import BOLD_ROLE, case_of
from paiban.text.charclass import LETTERS, MARKS, CharClass, script_of
from paiban.text.glue import Folded, fold, inside_names, keep
from paiban.text.prepared import Annotation, Prepared
from paiban.text.sort import IGNORED, Sort, widened
from paiban.text.stick import lay_out
from paiban.text.style import TextStyle
from paiban.text.typecase import TypeCase
from paiban.units import Length, rounded, scaled
from paiban.value import NamedTuple

if TYPE_CHECKING:
    from paiban.font import FontCatalogue

_TEXT, _KEY = itemgetter(0), itemgetter(1)
_DETOUR = re.compile(f"[{IGNORED}{CharClass.SPACE}]")


class _Clean(NamedTuple):
    """The copy to be set without its marks, and the way back to where each character stands."""

    text: str
    places: Sequence[int]
    dropped: tuple[int, ...]
    markings: tuple[inline.Marking, ...]
    diagnostics: tuple[Diagnostic, ...]


def prepare(
    copy: Text,
    style: TextStyle,
    catalogue: FontCatalogue,
    *,
    start: int = 0,
    end: int | None = None,
    prefix: str = "",
    markup: bool = True,
) -> Prepared:
    """Prepare ``copy.value[start:end]`` for breaking and setting.

    ``prefix`` is set before the copy without being part of it (the ◆ of a brief). With ``markup`` inline marks are
    read (``paiban.text.markup``). What there is to say about the copy is in the result's ``diagnostics``.
    """
    last = len(copy.value) if end is None else end
    clean = _cleaned(copy, start, last, markup)
    case = case_of(catalogue, style, style.face)
    sorts, starts = _sorts(clean, style, catalogue, case, prefix)
    keys = "".join(map(_KEY, sorts))
    folded = Folded(sorts, starts)
    if _DETOUR.search(keys):
        folded = fold(sorts, starts, lambda index: clean.places[max(index, 0)])
        keys = "".join(map(_KEY, folded.sorts))
    for belongs in numbers.kept(clean.text):
        _keep_number(folded, belongs, case.gaps.least_space)
    if style.by_name:
        folded.no_break.update(inside_names(folded))
    odd = findings.is_odd(clean.text)
    if odd:
        for begin, stop in findings.descriptions(clean.text):
            first, past = _cluster_from(folded.starts, begin), _cluster_from(folded.starts, stop)
            folded.no_break.update(range(first, past - 1))
    annotations: tuple[Annotation, ...] = ()
    if clean.markings:
        annotations = _annotations(copy, clean, folded, style, catalogue, start)
    laid = lay_out(folded, keys, case)
    return Prepared(
        copy=copy, start=start, end=last, style=style, prefix=prefix,
        prefix_glyphs=sum(len(s.glyphs) for s, b in zip(sorts, starts, strict=False) if b < 0) if prefix else 0,
        classes=keys,
        starts=_copy_places(clean, folded.starts[: len(keys)], start, last),
        dropped=tuple(sorted((*clean.dropped, *folded.dropped))),
        drawn_spaces=folded.glue_at,
        annotations=annotations,
        diagnostics=(*clean.diagnostics, *_findings(copy, clean, catalogue, style, case, folded, odd)),
        sums=laid.sums, tails=laid.tails, heads=laid.heads, breaks=laid.breaks,
        place_sums=laid.place_sums, opens=laid.opens, open_sums=laid.open_sums,
        squeeze=laid.squeeze, stretch=laid.stretch, squeezes=laid.squeezes,
        stretches=laid.stretches,
        glyphs=laid.glyphs, advances=laid.advances, shifts=laid.shifts, rises=laid.rises, texts=laid.texts,
        firsts=laid.firsts, lasts=laid.lasts, looks=laid.looks, hyphens=laid.hyphens, soft=laid.soft,
        leads=laid.leads,
    )  # fmt: skip


def _copy_places(clean: _Clean, starts: Sequence[int], start: int, end: int) -> tuple[int, ...]:
    """Where each cluster begins in the copy, and the end; the prefix stands at the copy's beginning."""
    if isinstance(clean.places, range) and start == 0 and (not starts or starts[0] == 0):
        return (*starts, end)
    places = clean.places
    return (*[places[max(place, 0)] for place in starts], end)


def _cleaned(copy: Text, start: int, end: int, markup: bool) -> _Clean:
    source = copy.value[start:end] if start or end < len(copy.value) else copy.value
    if not (markup and inline.has_marks(source)):
        return _Clean(source, range(start, end + 1), (), (), ())
    marked = inline.parse(source)
    unclosed = tuple(
        [diagnose("P403", copy.at(start + i, start + i + 2), mark=source[i : i + 2]) for i in marked.unclosed]
    )
    places = [start + place for place in marked.places]
    return _Clean(marked.text, places, tuple(start + i for i in marked.dropped), marked.markings, unclosed)


def _sorts(
    clean: _Clean, style: TextStyle, catalogue: FontCatalogue, case: TypeCase, prefix: str
) -> tuple[list[Sort], list[int]]:
    """The sorts of prefix and copy, and where each begins in the clean text (the prefix before 0)."""
    sorts = case.taken(prefix) if prefix else []
    cuts = sorted({0, len(clean.text), *(c for m in clean.markings for c in (m.first, m.last))})
    if len(cuts) < 3:
        sorts += case.taken(clean.text)
    else:
        bold = [(m.first, m.last) for m in clean.markings if m.kind == "bold"]
        for first, last in pairwise(cuts):
            is_bold = any(begin <= first and last <= end for begin, end in bold)
            own = case_of(catalogue, style, BOLD_ROLE) if is_bold else case
            sorts += own.taken(clean.text[first:last])
    if not style.vertical and len(sorts) == len(prefix) + len(clean.text):
        return sorts, list(range(-len(prefix), len(clean.text) + 1))
    return sorts, list(accumulate(map(len, map(_TEXT, sorts)), initial=-len(prefix)))


def _findings(
    copy: Text, clean: _Clean, catalogue: FontCatalogue, style: TextStyle, case: TypeCase, folded: Folded, odd: bool
) -> list[Diagnostic]:
    """What there is to say about the copy: spaces, invisible marks, slips, characters of other faces or of none."""
    found = [diagnose("P401", copy.at(index)) for index in folded.replaced]
    found += [diagnose("P402", copy.at(i), point=findings.point(copy.value[i])) for i in folded.invisible]
    if odd:
        found += findings.as_typed(copy, clean.text, clean.places)
        for sort, start in zip(folded.sorts, folded.starts, strict=False):
            asks = len(sort.text) > 1 and sort.text[1] in findings.SELECTORS and start >= 0
            if asks and sort.glyphs == case[sort.text[0]].glyphs:
                found.append(findings.without_variant(copy, clean.places[start], sort.text))
    return [*found, *_of_faces(copy, clean, catalogue, style, case, folded)]


def _of_faces(
    copy: Text, clean: _Clean, catalogue: FontCatalogue, style: TextStyle, case: TypeCase, folded: Folded
) -> Iterator[Diagnostic]:
    """Characters of other faces than the role's own, or of none; each run of them is told once."""
    cases = (case, case_of(catalogue, style, BOLD_ROLE)) if clean.markings else (case,)
    strange = set().union(*(one.strange for one in cases))
    if not strange or strange.isdisjoint(map(_TEXT, folded.sorts)):
        return
    told = 0
    for index, (sort, start) in enumerate(zip(folded.sorts, folded.starts, strict=False)):
        if sort.text not in strange or start < told:
            continue
        lacking = any(one.stands_in(sort) for one in cases)
        if lacking and script_of(sort.text[0]):
            fault, told = findings.by_run(copy, clean.places, clean.text, start)
            yield fault
        elif lacking:
            yield findings.missing(copy, clean.places[start], sort.text)
        elif owner := next((one for one in cases if one.fallbacks.get(sort.text) == sort.face), None):
            told = _end_of_face(folded, index)
            own = catalogue.chain(owner.role)[0]
            yield findings.fallback(copy, clean.places[start], clean.text[start:told], own, sort.face)


def _end_of_face(folded: Folded, index: int) -> int:
    """Where in the clean text the run of one face ends that begins with a cluster: the pieces of one word."""
    last = index + 1
    while last < len(folded.sorts) and len(folded.sorts[last].text) == 1 and folded.sorts[last].key in LETTERS:
        if folded.sorts[last].face != folded.sorts[index].face or folded.sorts[index].key not in LETTERS:
            break
        last += 1
    return folded.starts[last - 1] + len(folded.sorts[last - 1].text)


def _cluster_from(starts: Sequence[int], place: int) -> int:
    """The first cluster that begins at ``place`` of the clean text or after it.

    Of those that begin in one place all but the last are empty: numerals that stand for digits before them.
    """
    cluster = bisect_left(starts, place)
    return bisect_right(starts, place) - 1 if cluster < len(starts) and starts[cluster] == place else cluster


def _keep_number(folded: Folded, belongs: numbers.Kept, thin: Length) -> None:
    """Keep the clusters of a number together; where it may be cut, a line may end at a price."""
    starts = folded.starts
    first, last = max(bisect_right(starts, belongs.first) - 1, 0), _cluster_from(starts, belongs.last)
    keep(folded, first, min(last, len(folded.sorts)), belongs.tight, thin)
    for place, cut in belongs.cuts:
        cluster = _cluster_from(starts, place)
        if first < cluster < last and starts[cluster] == place:
            folded.cuts[cluster - 1] = cut


def _annotations(
    copy: Text, clean: _Clean, folded: Folded, style: TextStyle, catalogue: FontCatalogue, start: int
) -> tuple[Annotation, ...]:
    """Markings in clusters instead of characters; ruby is prepared and given its room, its base kept together."""
    from paiban.text.interlinear import RUBY_SIZE, ZHUYIN_SIZE, is_zhuyin, ruby_room  # noqa: PLC0415  (few pages have any)

    count = len(folded.sorts)
    starts = folded.starts[:count]
    found: list[Annotation] = []
    for marking in clean.markings:
        if marking.kind == "bold":
            continue
        first, last = _cluster_from(starts, marking.first), _cluster_from(starts, marking.last)
        begin, end = start + marking.start, start + marking.end
        ruby = None
        if marking.kind == inline.RUBY:
            folded.no_break.update(range(first, last - 1))
            is_sound = is_zhuyin(copy.value[begin:end])
            size = scaled(style.size, ZHUYIN_SIZE if is_sound else RUBY_SIZE)
            vertical = style.vertical and not is_sound
            small = style._replace(size=size, align="start", indent=0, tracking=0, vertical=vertical)
            ruby = prepare(copy, small, catalogue, start=begin, end=end, markup=False)
        found.append(Annotation(marking.kind, first, last, begin, end, ruby))
    bases = [(a.first, a.last, a.ruby) for a in found if a.ruby is not None]
    half = rounded(style.size, 2)
    widths = [min(sort.advance, half) if sort.key in MARKS else sort.advance for sort in folded.sorts]
    for cluster, more in ruby_room(bases, widths, style.size, style.vertical).items():
        folded.sorts[cluster] = widened(folded.sorts[cluster], more)
    return tuple(found)
