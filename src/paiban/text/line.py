"""Setting one broken line: squeezed or stretched to its measure exactly, every glyph at its place."""

from __future__ import annotations

from bisect import bisect_left
from itertools import accumulate
from operator import add

from paiban.display import GlyphRun, Line
from paiban.text.linebreak import LineRange
from paiban.text.prepared import Prepared, Step
from paiban.units import Length, spread


def set_line(
    prepared: Prepared, line: LineRange, measure: Length, *, x: Length, y: Length, role: str, block: str, leg: int
) -> Line:
    """Set ``line`` in ``measure`` with its beginning at ``x``, ``y``: on the baseline, or on the axis if vertical.

    The paragraph's first line is indented within ``measure``. What is justified fills its measure exactly: squeezed
    first, then stretched, step by step (clreq: line adjustment).
    """
    style = prepared.style
    first, last, tracking, skipped = line
    indent = style.indent if first == 0 else 0
    measure -= indent
    natural = prepared.natural(first, last, tracking)
    is_end = last + skipped == prepared.count
    justified = style.align == "spread" or (style.align == "justify" and (not is_end or natural > measure))
    changes: dict[int, Length] = {}
    each = prepared.tracked(tracking)
    if each:
        changes = dict.fromkeys(_within(prepared.places, first, last), each)
    if justified and natural != measure:
        justified = _justify(prepared, first, last, measure - natural, changes)
    advance = measure if justified else natural
    offset = indent + _aligned(style.align, measure - advance)
    begin = (x, y + offset) if style.vertical else (x + offset, y)
    start, end = prepared.copy_range(first, last + skipped)
    return Line(
        role=role, block=block, leg=leg, copy=prepared.copy, start=start, end=end, x=begin[0], y=begin[1],
        advance=advance, measure=measure, justified=justified, vertical=style.vertical,
        runs=_runs(prepared, first, last, changes, *begin), natural=natural,
        dropped=_dropped(prepared, line, start, end), prefix=prepared.prefix if first == 0 else "",
    )  # fmt: skip


def _aligned(align: str, slack: Length) -> Length:
    """How far from the measure's beginning a line begins that has ``slack`` to spare."""
    return {"centre": slack // 2, "end": slack}.get(align, 0)


def _within(places: tuple[int, ...], first: int, last: int) -> tuple[int, ...]:
    """The boundaries of ``places`` inside a line of clusters ``first`` … ``last``."""
    return places[bisect_left(places, first) : bisect_left(places, last - 1)]


def _justify(prepared: Prepared, first: int, last: int, slack: Length, changes: dict[int, Length]) -> bool:
    """Squeeze (negative ``slack``) or stretch the boundaries of a line until it is full; False if nothing gives."""
    sign = 1 if slack > 0 else -1
    left = abs(slack)
    for step in prepared.stretch if slack > 0 else prepared.squeeze:
        if left:
            left -= _share(step, first, last, left, sign, changes)
    if left and slack < 0:
        return False
    if left:
        places = _within(prepared.places, first, last) or _any_boundaries(prepared, first, last)
        if not places:
            return False
        for place, amount in zip(places, spread(left, len(places)), strict=True):
            changes[place] = changes.get(place, 0) + amount
    return True


def _any_boundaries(prepared: Prepared, first: int, last: int) -> tuple[int, ...]:
    """Where to stretch a line without a single ordinary place: its gaps and spaces, else between all its clusters."""
    given = [p for step in prepared.stretch for p in _within(step.places, first, last)]
    return tuple(sorted(given)) or tuple(range(first, last - 1))


def _share(step: Step, first: int, last: int, wanted: Length, sign: int, changes: dict[int, Length]) -> Length:
    """Share ``wanted`` equally among a step's places in the line, each up to what it can give; returns what was given."""
    low, high = bisect_left(step.places, first), bisect_left(step.places, last - 1)
    if low == high:
        return 0
    total = step.sums[last - 1] - step.sums[first]
    if total <= wanted:
        shares = list(step.amounts[low:high])
    else:
        shares = poured(wanted, step.amounts[low:high])
    for place, share in zip(step.places[low:high], shares, strict=True):
        changes[place] = changes.get(place, 0) + sign * share
    return min(total, wanted)


def poured(wanted: Length, limits: tuple[Length, ...]) -> list[Length]:
    """``wanted`` in equal parts over places that hold no more than their ``limits`` (which hold it all together).

    >>> poured(10, (2, 9, 9)), poured(7, (4, 4))
    ([2, 4, 4], [3, 4])
    """
    shares = [0] * len(limits)
    rest = wanted
    waiting = sorted(range(len(limits)), key=lambda i: (limits[i], i))
    while waiting:
        parts = spread(rest, len(waiting))
        if limits[waiting[0]] >= max(parts):
            for index, part in zip(sorted(waiting), parts, strict=True):
                shares[index] = part
            break
        index = waiting.pop(0)
        shares[index] = min(limits[index], rest)
        rest -= shares[index]
    return shares


def _runs(
    prepared: Prepared, first: int, last: int, changes: dict[int, Length], x: Length, y: Length
) -> tuple[GlyphRun, ...]:
    """The glyph runs of a line that begins at ``x``, ``y``."""
    begin, end = prepared.firsts[first], prepared.lasts[last - 1]
    advances = list(prepared.advances[begin:end])
    for cluster, change in changes.items():
        advances[prepared.firsts[cluster + 1] - 1 - begin] += change
    vertical = prepared.style.vertical
    origin = (y if vertical else x) - prepared.heads[first]
    along = tuple(map(add, accumulate(advances[:-1], initial=origin), prepared.shifts[begin:end]))
    across: tuple[Length, ...]
    if prepared.rises is None:
        across = (x if vertical else y,) * (end - begin)
    else:
        base = x if vertical else y
        across = tuple([base + rise for rise in prepared.rises[begin:end]])
    xs, ys = (across, along) if vertical else (along, across)
    return tuple(_cut(prepared, begin, end, xs, ys))


def _cut(
    prepared: Prepared, begin: int, end: int, xs: tuple[Length, ...], ys: tuple[Length, ...]
) -> list[GlyphRun]:
    """Glyphs ``begin`` … ``end`` cut where the face or the way they stand changes, and after the prefix."""
    style, looks = prepared.style, prepared.looks
    size, colour = style.size, style.colour
    if len(looks) == 1 and begin >= prepared.prefix_glyphs:
        _, face, turn, condense = looks[0]
        return [GlyphRun(face, size, colour, prepared.glyphs[begin:end], xs, ys, prepared.texts[begin:end], turn, condense)]
    cuts = sorted({begin, end, *(look.glyph for look in looks if begin < look.glyph < end)})
    if begin < prepared.prefix_glyphs < end and prepared.prefix_glyphs not in cuts:
        cuts = sorted((*cuts, prepared.prefix_glyphs))
    runs = []
    for low, high in zip(cuts, cuts[1:], strict=False):
        _, face, turn, condense = looks[bisect_left(looks, (low + 1,)) - 1]
        a, b = low - begin, high - begin
        runs.append(
            GlyphRun(
                face, size, colour, prepared.glyphs[low:high], xs[a:b], ys[a:b], prepared.texts[low:high], turn, condense
            )
        )
    return runs


def _dropped(prepared: Prepared, line: LineRange, start: int, end: int) -> tuple[int, ...]:
    """Indices of the line's copy that are not drawn: marks of markup, spaces turned into a gap or fallen at its end."""
    dropped = prepared.dropped
    inside = dropped[bisect_left(dropped, start) : bisect_left(dropped, end)] if dropped else ()
    after = prepared.drawn_spaces.get(line.last - 1, ()) if line.last < prepared.count else ()
    if line.skipped:
        stop = line.last + line.skipped
        after = (*after, *range(prepared.starts[line.last], prepared.starts[stop]), *prepared.drawn_spaces.get(stop - 1, ()))
    return tuple(sorted({*inside, *after})) if after else inside
