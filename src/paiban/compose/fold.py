"""Type of a spread at its fold: a line that would lie over it is parted between two characters and drawn aside.

Body copy stands in legs on either side. A headline over both pages keeps clear of the fold as a reader's eye does; the
white that the parting makes stands between two characters, never inside a word of another script or a number.
"""

from __future__ import annotations

from collections.abc import Iterator

from paiban.display import GlyphRun, Item, Line, Path, Rule
from paiban.grid import FOLD_CLEAR, Grid
from paiban.units import Length


def off_the_fold(item: Item, grid: Grid, centred: bool) -> Item:
    """A line of type clear of a spread's fold: ``centred``, both parts close up to it; else the first one stays."""
    if not isinstance(item, Line) or item.vertical or not grid.fold:
        return item
    left, right = grid.fold_at - FOLD_CLEAR, grid.fold_at + FOLD_CLEAR
    if item.x + item.advance <= left or item.x >= right:
        return item
    place = parting(item, grid.fold_at if centred else left, centred)
    if place is None:
        return item
    edge, at = place
    back, on = (edge - left if centred else 0), right - at
    body = tuple(part for run in item.body for part in parted(run, at, -back, on))
    beside = tuple(moved_run(run, on if run.xs and run.xs[0] >= at else -back) for run in item.runs[len(item.body) :])
    marks = tuple(moved_mark(mark, on if first_x(mark) >= at else -back) for mark in item.decorations)
    wider = on + back
    return item._replace(
        x=item.x - back, advance=item.advance + wider, measure=max(item.measure, item.advance + wider),
        runs=(*body, *beside), decorations=marks,
    )  # fmt: skip


def parting(line: Line, x: Length, nearest: bool) -> tuple[Length, Length] | None:
    """Where a line is parted ``nearest`` to ``x``, or last before it: where one character ends and the next begins."""
    places = [(edge, at) for edge, at in partings(line) if nearest or edge <= x]
    return min(places, key=lambda place: (abs(place[1] - x), place), default=None)


def partings(line: Line) -> Iterator[tuple[Length, Length]]:
    """Where a line may be parted: not in a word or number of Western letters. A squeezed mark has its whole em box."""
    before, edge = "", 0
    for run in line.body:
        for x, text in zip(run.xs, run.texts, strict=True):
            if text and before and not (text[0].isascii() and before[-1].isascii()):
                yield max(edge, x), x
            if text:
                before, edge = text, 0 if text.isascii() else x + run.size


def parted(run: GlyphRun, at: Length, back: Length, on: Length) -> Iterator[GlyphRun]:
    """A run in what stands before ``at`` and after it, each moved."""
    count = sum(x < at for x in run.xs)
    for part, by in ((slice(None, count), back), (slice(count, None), on)):
        if run.glyphs[part]:
            cut = run._replace(glyphs=run.glyphs[part], xs=run.xs[part], ys=run.ys[part], texts=run.texts[part])
            yield moved_run(cut, by)


def moved_run(run: GlyphRun, by: Length) -> GlyphRun:
    """A run so far to the right."""
    return run._replace(xs=tuple(x + by for x in run.xs))


def moved_mark(mark: Rule | Path, by: Length) -> Rule | Path:
    """A mark beside the line so far to the right."""
    if isinstance(mark, Rule):
        return mark._replace(x0=mark.x0 + by, x1=mark.x1 + by)
    steps = ((step, tuple(v + by * (1 - i % 2) for i, v in enumerate(points))) for step, points in mark.steps)
    return mark._replace(steps=tuple(steps))


def first_x(mark: Rule | Path) -> Length:
    """Where a mark begins."""
    return mark.x0 if isinstance(mark, Rule) else next((points[0] for _, points in mark.steps if points), 0)
