"""A story's head in the way of what stands inside it, or near that: no room for a line between them, or for one."""

from __future__ import annotations

from collections.abc import Sequence

from paiban.diagnostic import Diagnostic, diagnose
from paiban.galley.head import HeadOption
from paiban.issue import Block
from paiban.language import Words
from paiban.makeup.frame.fit import LEAST_MEASURE_EM, CopyArea, no_line, roomier_for
from paiban.makeup.frame.kind import Site
from paiban.makeup.frame.model import Leg, Obstacle
from paiban.makeup.frame.surround import CLEAR_ROWS
from paiban.units import to_pt


def no_line_below(block: Block, site: Site, room: CopyArea, heads: Sequence[HeadOption]) -> Diagnostic:
    """The finding, with the rows of the smallest head and the row or the height that would do, where one would."""
    if not heads or block.content.vertical or room.measure < LEAST_MEASURE_EM * room.em:
        return no_line(block, roomier=roomier_for(site.guests))
    least = min(heads, key=lambda head: head.rows)
    first, end = room.first_row, room.first_row + least.rows
    top, pt = site.place.row + first, f"{to_pt(least.head.size):g}"
    rows = f"{top + 1}" if least.rows == 1 else f"{top + 1}–{top + least.rows}"
    head = Words(f"：标题最小 {pt} 磅，占第 {rows} 行", f": at its smallest, {pt} pt, it takes rows {rows}")
    lower = tuple(cleared(obstacle, room, end) for obstacle in room.obstacles)
    if lower != room.obstacles and room._replace(obstacles=lower).takes(least.rows):
        return no_line(block, head, lower_picture(top + least.rows + 1))
    more = end + room.step - room.end_row
    if more > 0 and room._replace(end_row=end + room.step).takes(least.rows):
        return no_line(block, head, taller(site.place.rows + more))
    return no_line(block, head, roomier_for(site.guests))


def stranded(block: Block, site: Site, room: CopyArea, head: int, legs: Sequence[Leg]) -> list[Diagnostic]:
    """A single line of copy between a head of so many rows and what stands inside, told once a story."""
    first = room.first_row + head
    row = first + room.step - 1
    for inside in room.obstacles:
        below = row < inside.first_row <= row + CLEAR_ROWS + room.step and not inside.taken
        lone = [leg for leg in legs if leg.rows[0] == row and (len(leg.rows) == 1 or leg.rows[1] >= inside.end_row)]
        if below and any(inside.start < leg.start + leg.measure and leg.start < inside.end for leg in lone):
            top = site.place.row + 1
            where = {"row": top + row, "up": top + first, "down": top + inside.first_row + room.step}
            return [diagnose("P556", block.span, block=block.id, **where)]
    return []


def lower_picture(row: int) -> Words:
    """What helps where the head runs into what stands inside the story."""
    return Words(
        f"里面的图片从第 {row} 行起，或缩短标题、把它的字号改小",
        f"begin the picture inside at row {row}, or shorten the headline or set it smaller",
    )


def taller(rows: int) -> Words:
    """What helps where the head fills the place."""
    return Words(
        f"把位置加高到 {rows} 行，或缩短标题、把它的字号改小",
        f"make the place {rows} rows tall, or shorten the headline or set it smaller",
    )


def cleared(obstacle: Obstacle, room: CopyArea, end: int) -> Obstacle:
    """What stands in the way of a head that ends before the row ``end``, moved down below that."""
    beside = obstacle.start >= room.head_start + room.head_extent
    if beside or obstacle.end_row <= room.first_row or obstacle.first_row >= end:
        return obstacle
    return obstacle._replace(first_row=end, end_row=obstacle.end_row + end - obstacle.first_row)
