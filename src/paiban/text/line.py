"""Setting one broken line: squeezed or stretched to its measure exactly, every glyph at its place."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import accumulate, pairwise
from operator import add
from typing import TYPE_CHECKING

from paiban.display import Box, GlyphRun, Line, Path, Rule
from paiban.text.linerange import LineRange
from paiban.text.prepared import Prepared, Step, run_of
from paiban.text.slack import NONE, Slack, letters_of, parted, poured, rooms
from paiban.units import Length, shared_out
from paiban.value import NamedTuple

if TYPE_CHECKING:
    from paiban.text.interlinear import Track


class _Stand(NamedTuple):
    """How a line stands in its measure: where it begins, what its boundaries gain and its letters, how far it is moved
    back to begin with a squeezed bracket; what it fills, what it would fill, and whether it was justified."""

    begin: tuple[Length, Length]
    changes: dict[int, Length]
    letters: dict[int, Length]
    lead: Length
    advance: Length
    natural: Length
    measure: Length
    justified: bool


def set_line(
    prepared: Prepared, line: LineRange, measure: Length, *, x: Length, y: Length, role: str, block: str, leg: int
) -> Line:
    """Set ``line`` in ``measure`` with its beginning at ``x``, ``y``: on the baseline, or on the axis if vertical.

    The paragraph's first line is indented within ``measure``. What is justified fills its measure exactly: squeezed
    step by step (clreq: line adjustment), or stretched as ``slack`` says. What it stands on is ``set_grounds``'.
    """
    first, last, _, skipped = line
    stand = _stand(prepared, line, measure, x, y)
    start, end = prepared.copy_range(first, last + skipped)
    glyphs = _placed(prepared, first, last, stand)
    decorations: tuple[Rule | Path, ...] = ()
    notes: tuple[tuple[int, int], ...] = ()
    runs = tuple(_cut(prepared, glyphs))
    if prepared.annotations:
        from paiban.text.interlinear import beside  # noqa: PLC0415  (few pages have any)

        decorations, beside_runs = beside(prepared, _track(prepared, first, last, glyphs, stand.begin))
        runs = (*runs, *[run for run, _ in beside_runs])
        notes = tuple([note for _, note in beside_runs])
    is_end = last + skipped == prepared.count
    return Line(
        role=role, block=block, leg=leg, copy=prepared.copy, start=start, end=end, x=stand.begin[0], y=stand.begin[1],
        advance=stand.advance, measure=stand.measure, justified=stand.justified, vertical=prepared.style.vertical,
        runs=runs, natural=stand.natural, dropped=_dropped(prepared, line, start, end, notes),
        prefix=prepared.prefix if first == 0 else "",
        suffix="-" if last - 1 in prepared.hyphens and not is_end else "", notes=notes, decorations=decorations,
    )  # fmt: skip


def set_grounds(
    prepared: Prepared, line: LineRange, measure: Length, *, x: Length, y: Length, block: str
) -> tuple[Box, ...]:
    """What the runs of a line stand on (反白, 底色), to be painted before the line that ``set_line`` sets."""
    if not prepared.annotations:
        return ()
    from paiban.text.interlinear import GROUND, grounds  # noqa: PLC0415  (few pages have any)

    if all(annotation.kind != GROUND for annotation in prepared.annotated(line.first, line.last)):
        return ()
    stand = _stand(prepared, line, measure, x, y)
    glyphs = _placed(prepared, line.first, line.last, stand)
    return grounds(prepared, _track(prepared, line.first, line.last, glyphs, stand.begin), block)


def _stand(prepared: Prepared, line: LineRange, measure: Length, x: Length, y: Length) -> _Stand:
    """Find how a line stands that begins at ``x``, ``y``."""
    style = prepared.style
    first, last, tracking, skipped = line
    indent = style.indent if first == 0 else style.hang
    indent += max(0, measure - style.widest) // 2 if style.widest else 0
    measure -= indent
    natural = prepared.natural(first, last, tracking)
    is_end = last + skipped == prepared.count
    justified = style.align == "spread" or (style.align == "justify" and (not is_end or natural > measure))
    slack = parted(prepared, first, last, measure - natural) if justified and natural < measure else NONE
    if slack.left:  # ½ em a place would not fill it: it keeps its natural width
        justified, slack = False, NONE
    changes: dict[int, Length] = {}
    each = prepared.tracked(tracking)
    if each:
        changes = dict.fromkeys(prepared.tracks(first, last), each)
    lead = min(natural - measure, prepared.leads.get(first, 0)) if justified and natural > measure else 0
    if justified and natural - lead > measure:
        justified = _squeezed(prepared, first, last, natural - lead - measure, changes)
    _opened(prepared, first, last, slack, changes)
    letters = _between_letters(prepared, first, last, slack.lettered)
    advance = measure if justified else natural
    offset = indent + _aligned(style.align, measure - advance)
    begin = (x, y + offset) if style.vertical else (x + offset, y)
    return _Stand(begin, changes, letters, lead, advance, natural, measure, justified)


def _aligned(align: str, slack: Length) -> Length:
    """How far from the measure's beginning a line begins that has ``slack`` to spare."""
    return {"centre": slack // 2, "end": slack}.get(align, 0)


def _squeezed(prepared: Prepared, first: int, last: int, over: Length, changes: dict[int, Length]) -> bool:
    """Squeeze the boundaries of a line that is ``over`` its measure, step by step; False if they do not give enough."""
    for step in prepared.squeeze:
        if over:
            over -= _give(step, first, last, over, changes)
    return not over


def _give(step: Step, first: int, last: int, wanted: Length, changes: dict[int, Length]) -> Length:
    """Take ``wanted`` equally from a step's places in the line, each up to its amount; returns what was given."""
    low, high = bisect_left(step.places, first), bisect_left(step.places, last - 1)
    if low == high:
        return 0
    amounts = step.amounts[low:high]
    total = sum(amounts)
    shares = amounts if total <= wanted else poured(wanted, amounts, (1,) * len(amounts))
    for place, share in zip(step.places[low:high], shares, strict=True):
        changes[place] = changes.get(place, 0) - share
    return min(total, wanted)


def _opened(prepared: Prepared, first: int, last: int, slack: Slack, changes: dict[int, Length]) -> None:
    """Open the boundaries of a line: its pool, then all of its places alike."""
    pool = prepared.pool
    if pool is not None and slack.pooled:
        own = slice(bisect_left(pool.places, first), bisect_left(pool.places, last - 1))
        _add(pool.places[own], poured(slack.pooled, pool.most[own], pool.weights[own]), changes)
    if slack.shared:
        places, limits = rooms(prepared, first, last)
        _add(places, poured(slack.shared, limits, (1,) * len(places)), changes)


def _add(places: tuple[int, ...], amounts: Sequence[Length], changes: dict[int, Length]) -> None:
    for place, amount in zip(places, amounts, strict=True):
        changes[place] = changes.get(place, 0) + amount


def _between_letters(prepared: Prepared, first: int, last: int, wanted: Length) -> dict[int, Length]:
    """What each glyph of a line's Western words is moved away from the next by."""
    begin, end = letters_of(prepared, first, last)
    return dict(zip(prepared.letters[begin:end], shared_out(wanted, end - begin), strict=True)) if wanted else {}


class _Placed(NamedTuple):
    """Glyphs ``begin`` … ``end`` of a paragraph with their places, and the pen before each and after the last."""

    begin: int
    end: int
    glyphs: tuple[int, ...]
    texts: tuple[str, ...]
    xs: tuple[Length, ...]
    ys: tuple[Length, ...]
    pens: Sequence[Length]


def _placed(prepared: Prepared, first: int, last: int, stand: _Stand) -> _Placed:
    """The glyphs of a line where it stands; a hyphen where a word is parted."""
    x, y = stand.begin
    trim = prepared.heads[first] + stand.lead
    begin, end = prepared.firsts[first], prepared.lasts[last - 1]
    glyphs, texts = prepared.glyphs[begin:end], prepared.texts[begin:end]
    advances, shifts = list(prepared.advances[begin:end]), prepared.shifts[begin:end]
    for cluster, change in stand.changes.items():
        advances[prepared.firsts[cluster + 1] - 1 - begin] += change
    for glyph, change in stand.letters.items():
        advances[glyph - begin] += change
    if last - 1 in prepared.hyphens and last < prepared.count:
        hyphen, width = prepared.hyphens[last - 1]
        glyphs, texts, shifts = (*glyphs, hyphen), (*texts, "-"), (*shifts, 0)
        advances.append(width)
    vertical = prepared.style.vertical
    pens = list(accumulate(advances, initial=(y if vertical else x) - trim))
    along = tuple(map(add, pens, shifts))
    base = x if vertical else y
    if prepared.rises is None:
        across: tuple[Length, ...] = (base,) * len(along)
    else:
        rises = prepared.rises[begin:end]
        across = tuple([base + rise for rise in (*rises, *rises[-1:] * (len(along) - len(rises)))])
    xs, ys = (across, along) if vertical else (along, across)
    return _Placed(begin, end, glyphs, texts, xs, ys, pens)


def _track(prepared: Prepared, first: int, last: int, placed: _Placed, begin: tuple[Length, Length]) -> Track:
    """Where the clusters of a line stand, for what is set beside it."""
    from paiban.text.interlinear import Track  # noqa: PLC0415  (few pages have any)

    begins = tuple([placed.pens[prepared.firsts[i] - placed.begin] for i in range(first, last)])
    bodies = [prepared.sums[i + 1] - prepared.sums[i] - prepared.tails[i] for i in range(first, last)]
    if last == prepared.count:
        bodies[-1] -= prepared.closing
    ends = tuple(map(add, begins, bodies))
    return Track(first, begins, ends, begin[0] if prepared.style.vertical else begin[1])


def _cut(prepared: Prepared, placed: _Placed) -> list[GlyphRun]:
    """A line's glyphs cut into runs where the face or the way they stand changes, and after the prefix."""
    looks = prepared.looks
    begin, end, glyphs, texts, xs, ys, _ = placed
    if len(looks) == 1 and begin >= prepared.prefix_glyphs:
        return [run_of(prepared, looks[0], glyphs, xs, ys, texts)]
    inside = {look.glyph for look in looks[bisect_left(looks, (begin + 1,)) : bisect_left(looks, (end,))]}
    if begin < prepared.prefix_glyphs < end:
        inside.add(prepared.prefix_glyphs)
    cuts = [begin, *sorted(inside), begin + len(glyphs)]
    runs = []
    for low, high in pairwise(cuts):
        look = looks[bisect_left(looks, (low + 1,)) - 1]
        part = slice(low - begin, high - begin)
        runs.append(run_of(prepared, look, glyphs[part], xs[part], ys[part], texts[part]))
    return runs


def _dropped(
    prepared: Prepared, line: LineRange, start: int, end: int, notes: tuple[tuple[int, int], ...]
) -> tuple[int, ...]:
    """Indices of the line's copy that are not drawn: marks of markup, spaces turned into a gap or fallen at its end."""
    dropped = prepared.dropped
    inside = dropped[bisect_left(dropped, start) : bisect_left(dropped, end)] if dropped else ()
    after = prepared.drawn_spaces.get(line.last - 1, ()) if line.last < prepared.count else ()
    if line.skipped:
        stop = line.last + line.skipped
        spaces = prepared.drawn_spaces.get(stop - 1, ())
        after = (*after, *range(prepared.starts[line.last], prepared.starts[stop]), *spaces)
    if not after and not notes:
        return inside
    noted = {index for note in notes for index in range(*note)}
    return tuple(sorted({*inside, *after} - noted))
