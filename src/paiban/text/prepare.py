"""From copy to a prepared paragraph: clusters, type, spacing and break opportunities, once for every measure.

Reads as its steps: take the marks out, cut into clusters and take their sorts from the type case, or from those of its
runs, fold typed spaces into glue, let neighbours trim and part each other, lay everything out as parallel tuples. A
paragraph without spaces, markup or long words takes none of the detours.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import accumulate
from operator import attrgetter, itemgetter
from typing import TYPE_CHECKING

from paiban import markup as inline
from paiban.diagnostic import Diagnostic, diagnose
from paiban.span import Text
from paiban.text import findings, numbers, tokens
from paiban.text.cabinet import case_of
from paiban.text.charclass import LETTERS, MARKS, CharClass, script_of
from paiban.text.glue import UNDRAWN, Folded, fold, keep, keep_names
from paiban.text.opening import markings_of, takes_style
from paiban.text.prepared import Annotation, Grown, Prepared
from paiban.text.runs import Pen, Stretch, Styled, deal, dressed, grown, pen_of, stretches, style_named, styled
from paiban.text.sort import Sort, shifted, widened
from paiban.text.spacing import BULLET_WHITE, MOST_OPENED, NO_BOUND
from paiban.text.stick import lay_out
from paiban.text.style import TextStyle
from paiban.text.typecase import TypeCase
from paiban.units import Length, rounded, scaled
from paiban.value import NamedTuple

if TYPE_CHECKING:
    from paiban.font import FontCatalogue

_TEXT, _KEY = itemgetter(0), itemgetter(1)


class _Clean(NamedTuple):
    """The copy to be set without its marks, and the way back to where each character stands."""

    text: str
    places: Sequence[int]
    dropped: tuple[int, ...] = ()
    markings: tuple[inline.Marking, ...] = ()
    runs: tuple[Styled, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()


class _Taken(NamedTuple):
    """The sorts of a paragraph, where each begins in the clean text (the prefix before 0), and the cases they are from.

    ``stretches`` are its runs, none where all of it is set alike; ``parted`` the places inside what was one cluster.
    """

    sorts: list[Sort]
    starts: list[int]
    cases: tuple[TypeCase, ...]
    stretches: tuple[Stretch, ...] = ()
    parted: tuple[int, ...] = ()


def prepare(
    copy: Text,
    style: TextStyle,
    catalogue: FontCatalogue,
    *,
    start: int = 0,
    end: int | None = None,
    prefix: str = "",
    markup: bool = True,
    label: int = 0,
) -> Prepared:
    """Prepare ``copy.value[start:end]`` for breaking and setting.

    ``prefix`` is set before the copy without being part of it (the ◆ of a brief); it and a ``label`` of so many
    characters (the number of an item) take no slack, so that what follows begins where other items' words do. With
    ``markup`` inline marks are read (``paiban.markup``). What there is to say about the copy is in the result's
    ``diagnostics``.
    """
    last = len(copy.value) if end is None else end
    clean = _cleaned(copy, start, last, markup, style, catalogue)
    case = case_of(catalogue, style, style.face, style.size)
    taken = _taken(clean, style, catalogue, case, prefix)
    sorts, starts = taken.sorts, taken.starts
    keys = "".join(map(_KEY, sorts))
    folded = Folded(sorts, starts)
    if UNDRAWN.search(keys):
        folded = fold(sorts, keys, starts, lambda index: clean.places[max(index, 0)])
        keys = "".join(map(_KEY, folded.sorts))
    for belongs in numbers.kept(clean.text):
        _keep_number(folded, belongs, case.gaps.least_space)
    for begin, stop in tokens.addresses(clean.text):
        _price_address(folded, begin, stop)
    if style.by_name:
        keep_names(folded)
    odd = findings.is_odd(clean.text)
    if odd:
        for begin, stop in findings.descriptions(clean.text):
            first, past = _cluster_from(folded.starts, begin), _cluster_from(folded.starts, stop)
            folded.no_break.update(range(first, past - 1))
    _clear_bullet(folded, keys, style)
    _hold_label(folded, clean, start + label)
    if taken.stretches:
        _keep_runs(folded, taken, case.gaps.least_space)
    annotations: tuple[Annotation, ...] = ()
    if clean.markings:
        annotations = _annotations(copy, clean, folded, taken.stretches, style, catalogue, start)
    most_white = NO_BOUND if style.align == "spread" else scaled(style.size, MOST_OPENED)
    laid = lay_out(folded, keys, case, most_white)
    if not style.justifies:
        laid = laid._replace(squeeze=(), squeezes=None, leads={})
    return Prepared(
        copy=copy, start=start, end=last, style=style, prefix=prefix,
        prefix_glyphs=sum(len(s.glyphs) for s, b in zip(sorts, starts, strict=False) if b < 0) if prefix else 0,
        classes=keys,
        starts=_copy_places(clean, folded.starts[: len(keys)], start, last),
        dropped=tuple(sorted((*clean.dropped, *folded.dropped))),
        drawn_spaces=folded.glue_at,
        annotations=annotations, reaches=tuple(accumulate([each.last for each in annotations], max)),
        marks=clean.dropped, grown=_grown(clean, taken.stretches, style),
        diagnostics=(*clean.diagnostics, *_findings(copy, clean, catalogue, taken.cases, folded, odd)),
        sums=laid.sums, tails=laid.tails, heads=laid.heads, breaks=laid.breaks,
        place_sums=laid.place_sums, opens=laid.opens, open_sums=laid.open_sums, most_white=most_white,
        squeeze=laid.squeeze, squeezes=laid.squeezes, pool=laid.pool, letters=laid.letters,
        glyphs=laid.glyphs, advances=laid.advances, shifts=laid.shifts, rises=laid.rises, texts=laid.texts,
        firsts=laid.firsts, lasts=laid.lasts, looks=laid.looks, hyphens=laid.hyphens, soft=laid.soft,
        leads=laid.leads, law=tuple([i for i in copy.breaks if start <= i < last]) if copy.breaks else (),
    )  # fmt: skip


def _hold_label(folded: Folded, clean: _Clean, end: int) -> None:
    """No slack goes into a prefix, nor into a label that ends in the copy before ``end``."""
    for i, place in enumerate(folded.starts[:-1]):
        if place >= 0 and clean.places[place] >= end:
            return
        folded.tight.add(i)


def _clear_bullet(folded: Folded, keys: str, style: TextStyle) -> None:
    """Move a sign that begins the paragraph a little into its indent, off its text."""
    if keys[:1] == CharClass.BULLET:
        folded.sorts[0] = shifted(folded.sorts[0], -min(style.indent, scaled(style.size, BULLET_WHITE)))


def _copy_places(clean: _Clean, starts: Sequence[int], start: int, end: int) -> tuple[int, ...]:
    """Where each cluster begins in the copy, and the end; the prefix stands at the copy's beginning."""
    if isinstance(clean.places, range) and start == 0 and (not starts or starts[0] == 0):
        return (*starts, end)
    places = clean.places
    return (*[places[max(place, 0)] for place in starts], end)


def _cleaned(copy: Text, start: int, end: int, markup: bool, style: TextStyle, catalogue: FontCatalogue) -> _Clean:
    source = copy.value[start:end] if start or end < len(copy.value) else copy.value
    clean = _Clean(source, range(start, end + 1))
    if not markup:
        return clean
    if inline.has_marks(source):
        marked = inline.parse(source)
        clean = _Clean(
            marked.text, [start + place for place in marked.places], tuple([start + i for i in marked.dropped]),
            marked.markings, (), tuple(findings.of_marks(copy, start, marked, style, catalogue)),
        )  # fmt: skip
    if style.lead_in or style.bullet or style.person:
        clean = clean._replace(markings=(*markings_of(clean.text, style), *clean.markings))
    return clean._replace(runs=tuple(styled(clean.markings, style, catalogue))) if clean.markings else clean


def _taken(clean: _Clean, style: TextStyle, catalogue: FontCatalogue, case: TypeCase, prefix: str) -> _Taken:
    """The sorts of prefix and copy."""
    before = _prefix(prefix, style, catalogue, case) if prefix else []
    if clean.runs:
        return _taken_by_run(clean, style, catalogue, case, before)
    sorts = before + case.taken(clean.text) if before else case.taken(clean.text)
    if len(sorts) == len(prefix) + len(clean.text) and (not style.vertical or all(map(_TEXT, sorts))):
        return _Taken(sorts, list(range(-len(prefix), len(clean.text) + 1)), (case,))
    return _Taken(sorts, _starts(sorts, prefix), (case,))


def _prefix(prefix: str, style: TextStyle, catalogue: FontCatalogue, case: TypeCase) -> list[Sort]:
    """The sorts of the engine's own ◆, in the style that its sheet has for such signs."""
    run = style_named(style.bullet, style, catalogue) if takes_style(prefix, style) else None
    if run is None:
        return case.taken(prefix)
    pen = pen_of([run], style, catalogue)
    sorts = case_of(catalogue, style, pen.role, pen.size).taken(prefix)
    return [dressed(sort, pen, style, _centre(sort, catalogue)) for sort in sorts]


def _starts(sorts: Sequence[Sort], prefix: str) -> list[int]:
    return list(accumulate(map(len, map(_TEXT, sorts)), initial=-len(prefix)))


def _taken_by_run(
    clean: _Clean, style: TextStyle, catalogue: FontCatalogue, case: TypeCase, before: list[Sort]
) -> _Taken:
    """The same of copy with runs: cut into clusters as a whole, each run's taken from its own case."""
    runs = stretches(len(clean.text), clean.runs, style, catalogue)
    dealt = deal(case.keys_of(clean.text), [run.last for run in runs])
    sorts, cases = list(before), {id(case): case}
    for run, keys in zip(runs, dealt.keys, strict=True):
        own = case_of(catalogue, style, run.pen.role, run.pen.size)
        cases[id(own)] = own
        sorts += [dressed(sort, run.pen, style, _centre(sort, catalogue)) for sort in own.sorts_of(keys)]
    prefix = "".join(map(_TEXT, before))
    return _Taken(sorts, _starts(sorts, prefix), tuple(cases.values()), tuple(runs), dealt.parted)


def _centre(sort: Sort, catalogue: FontCatalogue) -> Fraction:
    """How far the baseline of what lies on its side is from the axis of a vertical line, in em."""
    if not (sort.stance.turn and sort.face):
        return Fraction(0)
    face = catalogue.face(sort.face)
    return Fraction(face.ascent - face.descent, 2 * face.upem)


def _keep_runs(folded: Folded, taken: _Taken, thin: Length) -> None:
    """A raised or lowered run is never parted from what it follows, nor is one cluster that stands in two runs."""
    places = [(run.first, run.last) for run in taken.stretches if run.pen.rise]
    for first, last in (*places, *((place, place + 1) for place in taken.parted)):
        begin, end = _cluster_from(folded.starts, first), _cluster_from(folded.starts, last)
        keep(folded, max(begin - 1, 0), min(max(end, begin + 1), len(folded.sorts)), True, thin)
        for cluster in range(begin - 1, end - 1):
            folded.cuts.pop(cluster, None)


def _grown(clean: _Clean, runs: Sequence[Stretch], style: TextStyle) -> Grown | None:
    """The run that stands out furthest of the paragraph's em boxes, if any does."""
    most = max(runs, key=lambda run: grown(run.pen, style), default=None)
    by = grown(most.pen, style) if most is not None else 0
    return Grown(clean.places[most.first], by) if most is not None and by else None


def _findings(
    copy: Text, clean: _Clean, catalogue: FontCatalogue, cases: Sequence[TypeCase], folded: Folded, odd: bool
) -> list[Diagnostic]:
    """What there is to say about the copy: spaces, invisible marks, slips, characters of other faces or of none."""
    found = [diagnose("P401", copy.at(index)) for index in folded.replaced]
    found += [diagnose("P402", copy.at(i), point=findings.point(copy.value[i])) for i in folded.invisible]
    if odd:
        found += findings.as_typed(copy, clean.text, clean.places)
        for sort, start in zip(folded.sorts, folded.starts, strict=False):
            asks = len(sort.text) > 1 and sort.text[1] in findings.SELECTORS and start >= 0
            if asks and any(sort.glyphs == case[sort.text[0]].glyphs for case in cases):
                found.append(findings.without_variant(copy, clean.places[start], sort.text))
    return [*found, *_of_faces(copy, clean, catalogue, cases, folded)]


def _of_faces(
    copy: Text, clean: _Clean, catalogue: FontCatalogue, cases: Sequence[TypeCase], folded: Folded
) -> Iterator[Diagnostic]:
    """Characters of other faces than the role's own, or of none; each run of them is told once."""
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
            own = catalogue.main(owner.role)
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


def _price_address(folded: Folded, begin: int, stop: int) -> None:
    """A line may end after a mark of an address, at a price."""
    first, past = _cluster_from(folded.starts, begin), _cluster_from(folded.starts, stop)
    inside = [i for i in range(first, past - 1) if folded.sorts[i].key == CharClass.LATIN_BREAK]
    folded.cuts.update(dict.fromkeys(inside, numbers.ADDRESS))


def _annotations(
    copy: Text,
    clean: _Clean,
    folded: Folded,
    runs: Sequence[Stretch],
    style: TextStyle,
    catalogue: FontCatalogue,
    start: int,
) -> tuple[Annotation, ...]:
    """Markings in clusters instead of characters; ruby is prepared and given its room, its base kept together."""
    from paiban.text.interlinear import GROUND, GROUND_PAD, ruby_room  # noqa: PLC0415  (few pages have any)

    count = len(folded.sorts)
    starts = folded.starts[:count]
    found: list[Annotation] = []
    asked = {id(run.marking): run.style for run in clean.runs}
    rubies = _Rubies(copy, start, style, catalogue)
    for marking in clean.markings:
        first, last = _cluster_from(starts, marking.first), _cluster_from(starts, marking.last)
        if first >= last:
            continue
        pen = _pen_at(runs, marking.first)
        size, colour = (style.size, style.colour) if pen is None else (pen.size, pen.colour or style.colour)
        run = asked.get(id(marking))
        if marking.kind == inline.RUBY:
            folded.no_break.update(range(first, last - 1))
            found.append(rubies.over(marking, (first, last), pen))
        elif run is not None and run.beside:
            found.append(Annotation(run.beside, first, last, size, colour))
        if run is not None and run.ground is not None:
            found.append(Annotation(GROUND, first, last, size, run.ground))
            pad = scaled(size, GROUND_PAD)
            folded.sorts[last - 1] = widened(folded.sorts[last - 1], pad)
            folded.pads.update({first - 1: pad} if first else {})
    bases = [(a, a.ruby) for a in found if a.ruby is not None]
    half = rounded(style.size, 2)
    widths = [min(sort.advance, half) if sort.key in MARKS else sort.advance for sort in folded.sorts]
    for cluster, more in ruby_room(bases, widths, style.vertical).items():
        folded.sorts[cluster] = widened(folded.sorts[cluster], more)
    return tuple(sorted(found, key=attrgetter("first")))


def _pen_at(runs: Sequence[Stretch], place: int) -> Pen | None:
    """What a character of the text is written with; None where no run has it."""
    index = bisect_right(runs, place, key=attrgetter("first")) - 1
    return runs[index].pen if index >= 0 and place < runs[index].last else None


class _Rubies:
    """The ruby of a paragraph, each prepared at its own size: what reads alike over the same type, once."""

    def __init__(self, copy: Text, start: int, style: TextStyle, catalogue: FontCatalogue) -> None:
        self._copy, self._start, self._style, self._catalogue = copy, start, style, catalogue
        self._known: dict[tuple[str, Pen | None], Prepared] = {}

    def over(self, marking: inline.Marking, base: tuple[int, int], pen: Pen | None) -> Annotation:
        """That of a marking over the clusters ``base``, which are set with ``pen``."""
        begin, end = self._start + marking.start, self._start + marking.end
        text, own = self._copy.value[begin:end], self._style
        size, colour = (own.size, own.colour) if pen is None else (pen.size, pen.colour or own.colour)
        ruby = self._known.get((text, pen))
        if ruby is None:
            style = own._replace(size=size, colour=colour, face=own.face if pen is None else pen.role)
            ruby = self._prepared(begin, end, style)
            if not (ruby.diagnostics or ruby.dropped or ruby.drawn_spaces):  # which say where they stand
                self._known[text, pen] = ruby
        elif ruby.start != begin:
            starts = tuple([place + begin - ruby.start for place in ruby.starts])
            ruby = ruby._replace(start=begin, end=end, starts=starts)
        return Annotation(inline.RUBY, *base, size, colour, begin, end, ruby)

    def _prepared(self, begin: int, end: int, style: TextStyle) -> Prepared:
        from paiban.text.interlinear import RUBY_SIZE, ZHUYIN_SIZE, is_zhuyin  # noqa: PLC0415  (few pages have any)

        is_sound = is_zhuyin(self._copy.value[begin:end])
        size = scaled(style.size, ZHUYIN_SIZE if is_sound else RUBY_SIZE)
        vertical = style.vertical and not is_sound
        small = style._replace(size=size, align="start", indent=0, tracking=0, vertical=vertical)
        return prepare(self._copy, small, self._catalogue, start=begin, end=end, markup=False)
