"""Headline dress (题饰): the bar and the lines of a head, the shadows and contours of its letters.

Contours are outlines of the glyphs themselves, drawn before the type, so that the page holds its words once.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from paiban.compose.composer import Composer
from paiban.display import Box, Colour, GlyphRun, Item, Line, Path, Rect, Rule
from paiban.font import FontCatalogue
from paiban.template import Dress
from paiban.units import Length, scaled


def dressed(items: Sequence[Item], rect: Rect, dress: Dress, composer: Composer) -> Iterator[Item]:
    """The items of a head that fills ``rect``, with what its dress paints under them.

    All that is painted comes before all of the type, so that nothing covers a line beside it.
    """
    lines = [item for item in items if isinstance(item, Line)]
    vertical = any(line.vertical for line in lines)
    if dress.ground:
        yield Box(rect, fill=composer.colour(dress.ground))
    if dress.above:
        yield head_rule(rect, dress.above, vertical=vertical, after=False, composer=composer)
    if dress.below:
        yield head_rule(rect, dress.below, vertical=vertical, after=True, composer=composer)
    if dress.shadow:
        yield from shadows(lines, dress, composer)
    if dress.outline:
        yield from contours(lines, dress, composer)
    yield from items


def head_rule(rect: Rect, line: str, *, vertical: bool, after: bool, composer: Composer) -> Rule:
    """The line before a head or after it, inside its rectangle; before vertical lines is at the right."""
    half = composer.weight(line) // 2
    if vertical:
        x = rect.x0 + half if after else rect.x1 - half
        return composer.rule(x, rect.y0, x, rect.y1, line)
    y = rect.y1 - half if after else rect.y0 + half
    return composer.rule(rect.x0, y, rect.x1, y, line)


def shadows(lines: Sequence[Line], dress: Dress, composer: Composer) -> Iterator[Path]:
    """A shadow of every letter of the headline, below it and to the right."""
    colour = composer.colour(dress.shadow)
    for line in lines:
        for run in line.body if line.role == "headline" else ():
            by = scaled(run.size, dress.shadow_em)
            yield from letters(run, composer.catalogue, colour, by=by)


def contours(lines: Sequence[Line], dress: Dress, composer: Composer) -> Iterator[Path]:
    """A contour round every letter of a head, as wide as its own size wants."""
    colour = composer.colour(dress.outline)
    for line in lines:
        for run in line.body:
            weight = 2 * scaled(run.size, dress.outline_em)
            yield from letters(run, composer.catalogue, colour, weight=weight)


def letters(
    run: GlyphRun, catalogue: FontCatalogue, colour: Colour, by: Length = 0, weight: Length = 0
) -> Iterator[Path]:
    """The outlines of a run's glyphs where they stand, moved ``by`` so much down and to the right."""
    face = catalogue.face(run.face)
    for glyph, x, y in zip(run.glyphs, run.xs, run.ys, strict=True):
        steps = tuple(placed_steps(face.outline(glyph), run, face.upem, x + by, y + by))
        if steps:
            yield Path(steps, colour, weight=weight)


def placed_steps(
    outline: Sequence[tuple[str, tuple[float, ...]]], run: GlyphRun, upem: int, x: Length, y: Length
) -> Iterator[tuple[str, tuple[Length, ...]]]:
    """An outline in font units, y up, on the page with its origin at ``x``, ``y``; quadratic bows become cubic ones."""
    pen = (0.0, 0.0)
    for name, values in outline:
        points = list(zip(values[::2], values[1::2], strict=True))
        if name == "Q":
            points = cubic(pen, *points)
        if points:
            pen = points[-1]
        yield name.replace("Q", "C"), tuple(value for point in points for value in on_page(point, run, upem, x, y))


def cubic(
    begin: tuple[float, float], handle: tuple[float, float], end: tuple[float, float]
) -> list[tuple[float, float]]:
    """A quadratic bow as a cubic one: its handles reach two thirds of the way to the quadratic's."""
    one, other = (tuple(a + 2 * (h - a) / 3 for a, h in zip(point, handle, strict=True)) for point in (begin, end))
    return [(one[0], one[1]), (other[0], other[1]), end]


def on_page(point: tuple[float, float], run: GlyphRun, upem: int, x: Length, y: Length) -> tuple[Length, Length]:
    """A point of a glyph where the run stands it: condensed along the line, turned a quarter clockwise."""
    along, up = point[0] * run.size * run.condense / (1000 * upem), point[1] * run.size / upem
    return (x + round(up), y + round(along)) if run.quarter_turn else (x + round(along), y - round(up))
