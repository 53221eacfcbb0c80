"""A page's display list as text that a person can read and review: millimetres to a hundredth, points to a tenth."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePath

from paiban.display import Artwork, Box, Colour, GlyphRun, Item, Line, Page, Path, Picture, Rect, Rule
from paiban.units import to_mm, to_pt
from tests.support.issues import copy_of


def page_text(page: Page) -> str:
    """The page: its size, its frames, then its items in painting order, a line each."""
    rows = [
        f"page {page.number} {page.section}  {mm(page.width)} × {mm(page.height)}  type area {rect(page.type_area)}"
    ]
    rows += [f"frame {frame.kind} {frame.block}  {rect(frame.rect)}" for frame in page.frames]
    for item in page.items:
        rows += item_rows(item)
    return "\n".join(rows) + "\n"


def item_rows(item: Item) -> Iterator[str]:
    """One item."""
    match item:
        case Line():
            yield from line_rows(item)
        case Rule():
            yield f"rule {mm(item.x0)},{mm(item.y0)} – {mm(item.x1)},{mm(item.y1)}  {pt(item.weight)} pt"
        case Box():
            fill = f"  filled {colour(item.fill)}" if item.fill else ""
            stroke = f"  stroked {pt(item.weight)} pt {colour(item.stroke)}" if item.stroke else ""
            yield f"box {rect(item.rect)}{fill}{stroke}"
        case Picture():
            crop = " ".join(f"{side:.3f}" for side in item.crop)
            clip = f"  cut out along {' '.join(f'{mm(x)},{mm(y)}' for x, y in item.clip)}" if item.clip else ""
            yield f"picture {item.block} {PurePath(item.path).name}  {rect(item.rect)}  shows {crop}{clip}"
        case Artwork():
            yield f"artwork {item.block} {PurePath(item.path).name} page {item.page}  {rect(item.rect)}"
        case Path():
            yield f"path of {len(item.steps)} steps  filled {colour(item.fill)}"


def line_rows(line: Line) -> Iterator[str]:
    """A line of type: where it begins, what it fills of what it had, its type and its copy."""
    run = line.runs[0]
    turned = " vertical" if line.vertical else ""
    filled = f"= {mm(line.measure)}" if line.justified else f"{mm(line.advance)} of {mm(line.measure)}"
    block = f"{line.block} {line.leg}" if line.block else "furniture"
    yield (
        f"{line.role} {block}  {mm(line.x)},{mm(line.y)}{turned}  {filled}  {pt(run.size)} pt  "
        f"{line.prefix}{copy_of(line)}"
    )
    if len({(part.face, part.size, part.colour) for part in line.body}) > 1:
        yield from (f"    run {run_text(part)}" for part in line.body)
    for decoration in line.decorations:
        for row in item_rows(decoration):
            yield f"    {row}"


def run_text(run: GlyphRun) -> str:
    """A run of a line in which not all is set alike: where it begins, its type, what it sets."""
    turned = " turned" if run.quarter_turn else ""
    place = f"{mm(run.xs[0])},{mm(run.ys[0])}{turned}"
    return f"{place}  {run.face} {pt(run.size)} pt {colour(run.colour)}  {''.join(run.texts)}"


def rect(value: Rect) -> str:
    """A rectangle as left,top – right,bottom."""
    return f"{mm(value.x0)},{mm(value.y0)} – {mm(value.x1)},{mm(value.y1)}"


def colour(value: Colour | None) -> str:
    """A colour as its four inks."""
    return "none" if value is None else "/".join(f"{ink:g}" for ink in (value.c, value.m, value.y, value.k))


def mm(length: int) -> str:
    """Millimetres to a hundredth, without a minus before nothing."""
    return f"{to_mm(length) + 0.0:.2f}".replace("-0.00", "0.00")


def pt(length: int) -> str:
    """Points, as short as may be."""
    return f"{round(to_pt(length), 2):g}"
