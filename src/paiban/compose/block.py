"""What blocks of several kinds are drawn of: boxes, heads, lines in their legs, the rules between those."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from paiban.compose.composer import Composer, baseline_in
from paiban.compose.fold import off_the_fold
from paiban.display import PAPER, Box, Item, Rect, Rule
from paiban.grid import IDEOGRAPHIC_ASCENT
from paiban.issue import BoxStyle
from paiban.makeup.frame.model import Leg, Placed, PlacedHead, PlacedLine
from paiban.makeup.frame.surround import RULED_ROWS, box_rect
from paiban.span import Text
from paiban.text import prepare
from paiban.units import Length, rounded
from paiban.value import NamedTuple

HEAD_SHARE = (2, 5)
"""Of the white that a vertical head has to spare, the share that stands before it; the rest parts it from its text."""


def column_rules(placed: Placed, composer: Composer, line: str = "") -> Iterator[Item]:
    """A rule in the middle of each gutter between legs, or between bands of vertical lines: the ``line`` that was asked
    for, else a fine one where a style sheet wants them at all."""
    line = line or "column_rule"
    if not composer.weight(line):
        return
    grid = composer.grid
    frame = grid.frame(placed.place)
    right, white = frame.x1 - placed.inset, rounded(grid.leading - grid.size, 2)
    for a, b in pairwise(placed.legs):
        if b.start - a.start - a.measure > grid.size * 2:
            continue
        middle = rounded(a.start + a.measure + b.start, 2)
        for first, end in runs_beside(a, b):
            if placed.vertical:
                y = frame.y0 + middle
                yield composer.rule(
                    right - end * grid.leading + white, y, right - first * grid.leading - white, y, line
                )
            else:
                x, row = frame.x0 + middle, placed.place.row
                yield composer.rule(x, grid.face_top(row + first), x, grid.face_foot(row + end), line)


def runs_beside(a: Leg, b: Leg) -> list[tuple[int, int]]:
    """The rows in which two legs have nothing between them that copy runs round, as runs of a first row and an end; of
    several those that make no mere splinter."""
    lacking = {
        row for leg, side in ((a, 1), (b, 0)) for row, notch in zip(leg.rows, leg.notches, strict=False) if notch[side]
    }
    rows = sorted({*a.rows} & {*b.rows} - lacking)
    runs: list[tuple[int, int]] = []
    for row in rows:
        if runs and runs[-1][1] == row:
            runs[-1] = runs[-1][0], row + 1
        else:
            runs.append((row, row + 1))
    return runs if len(runs) == 1 else [run for run in runs if run[1] - run[0] >= RULED_ROWS]


def box_items(placed: Placed, composer: Composer) -> Iterator[Item]:
    """加框: a tint, and the frame unless that is drawn over guests."""
    box = placed.block.box
    if box is not None and box.tint:
        yield Box(box_rect(placed.place, composer.grid), fill=composer.colour(box.tint))
    if placed.block.id not in composer.hosts:
        yield from frame_items(placed, composer)


def frame_items(placed: Placed, composer: Composer) -> Iterator[Item]:
    """A line, or a border of two, as far as a block has them."""
    box = placed.block.box or BoxStyle()
    rect = box_rect(placed.place, composer.grid)
    if box.line:
        yield Box(rect, stroke=composer.colour("black"), weight=composer.weight(box.line))
    if box.border:
        yield from border_items(rect, composer, box.border)


def border_items(rect: Rect, composer: Composer, border: str) -> Iterator[Item]:
    """花边 made of rules: a thick line and a fine one inside it (文武框)."""
    thick, gap, fine = composer.border(border)
    yield Box(rect, stroke=composer.colour("black"), weight=thick)
    inner = thick + gap
    yield Box(
        Rect(rect.x0 + inner, rect.y0 + inner, rect.x1 - inner, rect.y1 - inner),
        stroke=composer.colour("black"),
        weight=fine,
    )


HEAD_RISE, HEAD_SINK = 6, 10
"""A 小标题 has more white above it than below, and some below: under a row of white it stands this part of a row nearer
to that, under a line of copy this part of a row further from it."""

LEAST_RULE_EM = 2
"""A bar that leaves less than so many em of the body behind it goes on to the end: no stub of a rule stands there."""


class HeadStand(NamedTuple):
    """Where a head stands on the page: its lines follow each other from ``begin``, each from ``low`` to ``high``.

    ``begin`` is the upper edge of the first em box, of ``vertical`` lines its right one.
    """

    vertical: bool
    begin: Length
    low: Length
    high: Length

    def at(self, offset: Length, size: Length) -> tuple[Length, Length]:
        """Where a line begins whose em box stands so far from the head's begin."""
        if self.vertical:
            return self.begin - offset - rounded(size, 2), self.low
        return self.low, baseline_in(self.begin + offset, size)

    def within(self, inset: Length) -> HeadStand:
        """Where its lines stand in a bar that keeps so much free at either end of them."""
        return self._replace(low=self.low + inset, high=self.high - inset)

    def rect(self, extent: Length) -> Rect:
        """The rectangle of a head that extends so far across its lines."""
        if self.vertical:
            return Rect(self.begin - extent, self.low, self.begin, self.high)
        return Rect(self.low, self.begin, self.high, self.begin + extent)


def label_items(placed: Placed, copy: Text, composer: Composer, *, upright: bool = False) -> Iterator[Item]:
    """A label (栏题) reversed out of a bar, set narrower and then smaller where the bar is too short for it.

    As the style sheet has it, the bar is as long as its words, wherever it stands, and a rule goes on; inside a box
    with a line of its own none does. ``upright``: the bar stands at the right, its words run down.
    """
    if upright:
        yield from upright_label(placed, copy, composer)
        return
    frame, inset = composer.grid.frame(placed.place), composer.grid.size
    top = label_top(placed, composer)
    foot = top + composer.length("label_height")
    room = composer.grid.width(composer.grid.before_fold(placed.place))
    style = composer.setter.style("brief-label", colour=PAPER)
    end, measure = frame.x1, room - 2 * inset
    wanted = prepare(copy, style, composer.catalogue).width
    if composer.setter.sheet.labels == "tab" and measure - wanted >= LEAST_RULE_EM * inset:
        end, measure = frame.x0 + wanted + 2 * inset, wanted
        if not outlined(placed):
            weight = composer.weight("line")
            y, last = foot - weight // 2, frame.x1 - weight * short_of_edge(placed)
            yield Rule(end, y, last, y, weight, composer.colour("accent"))
    yield Box(Rect(frame.x0, top, end, foot), fill=composer.colour("accent"))
    style = composer.narrowed(copy, style, measure, composer.least, markup=True)
    y = baseline_in(top + rounded(foot - top - style.size, 2), style.size)
    yield from composer.single(copy, style, measure, frame.x0 + inset, y, "brief-label", placed.block.id)


def upright_label(placed: Placed, copy: Text, composer: Composer) -> Iterator[Item]:
    """A label of vertical lines: its bar stands at the right of its block, a rule goes on below it."""
    grid, box = composer.grid, box_rect(placed.place, composer.grid)
    top, right = label_top(placed, composer), box.x1
    left, inset = right - composer.length("label_height"), grid.size
    end = box.y1 if placed.block.boxed else grid.face_foot(placed.place.end_row)
    style = composer.setter.style("brief-label", vertical=True, colour=PAPER)
    measure = end - top - 2 * inset
    wanted = prepare(copy, style, composer.catalogue).width
    if composer.setter.sheet.labels == "tab" and measure - wanted >= LEAST_RULE_EM * inset:
        last, end, measure = end, top + wanted + 2 * inset, wanted
        if not outlined(placed):
            weight = composer.weight("line")
            x = left + weight // 2
            yield Rule(x, end, x, last - weight * short_of_edge(placed), weight, composer.colour("accent"))
    yield Box(Rect(left, top, right, end), fill=composer.colour("accent"))
    style = composer.narrowed(copy, style, measure, composer.least, markup=True)
    x = (left + right) // 2
    yield from composer.single(copy, style, measure, x, top + inset, "brief-label", placed.block.id)


def outlined(placed: Placed) -> bool:
    """Whether a block stands in a box with a line round it."""
    box = placed.block.box
    return box is not None and bool(box.line or box.border)


def short_of_edge(placed: Placed) -> bool:
    """Whether the rule of a label ends short of its block's edge: a column rule stands not far beyond that; in a box it
    goes to the edge of the tint, where a reader sees both end."""
    return not placed.block.boxed


def label_top(placed: Placed, composer: Composer) -> Length:
    """Where a label begins: at the block's first row, or flush with the edge of its box."""
    if placed.block.boxed:
        return box_rect(placed.place, composer.grid).y0
    return composer.grid.face_top(placed.place.row + placed.white_above)


def head_items(placed: Placed, composer: Composer) -> Iterator[Item]:
    """The head block, where there is one, its lines one after another along the block axis, dressed as it is to be."""
    head = placed.head
    if head is None:
        return
    stand = head_stand(placed, head, composer)
    if not placed.block.dress:
        yield from head_lines(placed, head, stand, composer)
        return
    from paiban.compose.dress import dressed  # noqa: PLC0415  few pages have any

    dress = composer.setter.sheet.dresses[placed.block.dress]
    lines = head_lines(placed, head, stand.within(composer.length("box_inset") if dress.ground else 0), composer)
    yield from dressed(tuple(lines), stand.rect(head.head.extent), dress, composer)


def head_lines(placed: Placed, head: PlacedHead, stand: HeadStand, composer: Composer) -> Iterator[Item]:
    """The lines of a head."""
    for part, line, offset in head.head.offsets():
        x, y = stand.at(offset, part.size)
        centred = part.prepared.style.align == "centre"
        measure = stand.high - stand.low
        for item in composer.line(part.prepared, line, measure, x, y, part.role, placed.block.id, -1):
            yield off_the_fold(item, composer.grid, centred)


def head_stand(placed: Placed, head: PlacedHead, composer: Composer) -> HeadStand:
    """Where a head stands: above its legs, before its bands, or in a strip."""
    frame = composer.grid.frame(placed.place)
    if head.head.vertical and not placed.vertical:
        return strip_stand(placed, head, composer, frame)
    start = head.block + head_start(placed, head, composer)
    if placed.vertical:
        low = frame.y0 + head.inline
        return HeadStand(True, frame.x1 - placed.inset - start, low, low + head.inline_extent)
    low = frame.x0 + head.inline
    return HeadStand(False, frame.y0 + start, low, low + head.inline_extent)


def head_start(placed: Placed, head: PlacedHead, composer: Composer) -> Length:
    """Where a head begins in its room: as far from the line above it as from its text; of vertical lines nearer its
    edge than its text; in the middle where it has none."""
    spare, foot = head.block_extent - head.head.extent, composer.length("head_foot")
    if not placed.legs:
        return max(0, spare) // 2
    if placed.vertical:
        return max(0, spare - foot) * HEAD_SHARE[0] // HEAD_SHARE[1]
    # Half a row parts it from the line above, half of what the leading is more than the type from its text.
    return max(0, min(spare - foot, rounded(spare - rounded(composer.grid.size, 2), 2)))


def strip_stand(placed: Placed, head: PlacedHead, composer: Composer, frame: Rect) -> HeadStand:
    """竖题: the head's lines run down a strip, the first at the right, set from the top of the text beside it."""
    spare = head.inline_extent - head.head.extent
    right = frame.x0 + head.inline + head.inline_extent - rounded(spare, 2)
    top = composer.grid.face_top(placed.place.row) + head.block
    extent = head.block_extent - (top - frame.y0 - head.block) * 2
    return HeadStand(True, right, top, top + extent)


def body_items(block: Placed, composer: Composer) -> Iterator[Item]:
    """Body lines on the baseline grid, members of a rail off it by their drop; in vertical writing on the frame's own
    rows, from its right edge."""
    grid, place = composer.grid, block.place
    frame = grid.frame(place)
    heads = cross_heads(block, grid.leading)
    for placed in block.lines:
        leg = block.legs[placed.leg]
        sunk = sunk_by(placed, composer) + placed.drop + heads.get(id(placed.prepared), 0)
        if block.vertical:
            x = frame.x1 - block.inset - placed.row * grid.leading - rounded(grid.leading, 2) - sunk
            y = frame.y0 + leg.start + placed.indent
        else:
            x = frame.x0 + leg.start + placed.indent
            y = grid.baseline(place.row + placed.row) + sunk
        measure = placed.measure(leg)
        yield from composer.line(placed.prepared, placed.line, measure, x, y, placed.role, block.block.id, placed.leg)


def cross_heads(block: Placed, leading: Length) -> dict[int, Length]:
    """How much lower than their rows the 小标题 inside a leg stand, by the identity of their copy."""
    heads = [line for line in block.lines if line.role == "crosshead" and not line.lack and not line.line.first]
    taken = {(line.leg, line.row) for line in block.lines} if heads else set()
    return {
        id(line.prepared): leading // HEAD_SINK if (line.leg, line.row - 1) in taken else -leading // HEAD_RISE
        for line in heads
        if line.row != block.legs[line.leg].rows[0]
    }


def sunk_by(placed: PlacedLine, composer: Composer) -> Length:
    """How much further a large initial stands than the line beside it: their em boxes begin level."""
    if placed.role != "initial":
        return 0
    more = placed.prepared.style.size - composer.grid.size
    return rounded(more, 2) if placed.prepared.style.vertical else rounded(more * IDEOGRAPHIC_ASCENT, 1000)
