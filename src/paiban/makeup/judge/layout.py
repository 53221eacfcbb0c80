"""A made-up page as the rules of the page see it: real rectangles, in Lengths across and rows of the grid down.

Hand-made and automatic pages go the same way: what was set is measured here, and ``rules`` judges it. The style sheet
says how severe each rule is, and which are off.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from paiban.diagnostic import Diagnostic, Severity
from paiban.grid import Grid
from paiban.makeup.frame.model import Leg, Makeup, Placed, PlacedHead, PlacedLine
from paiban.makeup.judge.breaches import BlockBox, HeadlineBox, LegBox, PageLayout, check, page_holes, short_legs
from paiban.template.page_rules import OFF, PAGE_RULES
from paiban.units import PER_PT

CODES = {rule.key: rule.code for rule in PAGE_RULES}
"""The rules by the names that a style sheet calls them."""

SEAMS = frozenset({"P602", "P603"})
"""Rules of the page as a whole: where white is left over there is no seam to speak of, the hole is the finding."""

WHEEL = 5
"""So many blocks can stand round one another, so that no line runs through the page."""

WHITE = "P610"


def check_page(makeup: Makeup, rules: Mapping[str, str]) -> tuple[Diagnostic, ...]:
    """What the rules of the page find. ``rules`` gives severities by name: ``error``, ``warning``, ``info``, ``off``.

    A page whose blocks do not all have a place yet is not judged. What concerns no block is told at the page's first.
    White in a story that was reported short is not told once more; a line through a page of so few blocks that one must
    be there is no warning.
    """
    if not is_complete(makeup):
        return ()
    page = page_layout(makeup)
    rules = {name: severity for name, severity in rules.items() if name in CODES}
    silent = {CODES[name] for name, severity in rules.items() if severity == OFF}
    if page_holes(page):
        silent |= SEAMS
    severities = {CODES[name]: Severity(severity) for name, severity in rules.items() if severity != OFF}
    if has_few(makeup, page):
        mild = {code for code in SEAMS if severities.get(code, Severity.WARNING) is Severity.WARNING}
        severities |= dict.fromkeys(mild, Severity.INFO)
    misfits = {fit.block for fit in makeup.fits if not fit.exact}
    told = {block.block.span for block in makeup.blocks if block.block.id in misfits}
    first = min(makeup.blocks, key=lambda block: (block.place.row, block.place.column))
    findings = [f for f in check(page, severities) if f.code not in silent and not (f.code == WHITE and f.span in told)]
    return tuple(found._replace(span=found.span or first.block.span) for found in findings)


def has_few(makeup: Makeup, page: PageLayout) -> bool:
    """Whether so few blocks share a page that a line must run through all of it: the smallest wheel has five.

    A story and its picture count as one where they are one rectangle.
    """
    standing = {b.name for b in page.below_crown.blocks if not (b.traits.foot or b.traits.heads)}
    return sum(b.block.id in standing and not joined(b, makeup.blocks) for b in makeup.blocks) < WHEEL


def joined(block: Placed, blocks: Sequence[Placed]) -> bool:
    """Whether a block stands in the one that it belongs to, or makes one rectangle with it: above, below or beside."""
    host = next((other for other in blocks if other.block.id == block.block.host), None)
    if host is None:
        return False
    across = (block.place.column, block.place.columns) == (host.place.column, host.place.columns)
    down = (block.place.row, block.place.rows) == (host.place.row, host.place.rows)
    return host.place.holds(block.place) or ((across or down) and host.place.touches(block.place))


def is_complete(makeup: Makeup) -> bool:
    """Whether every block of a page stands somewhere, fillers aside."""
    placed = {block.block.id for block in makeup.blocks}
    wanted = [b for b in makeup.page.blocks if not b.filler]
    return bool(placed) and all(block.id in placed for block in wanted)


def page_layout(makeup: Makeup) -> PageLayout:
    """The rectangles of a page.

    The fine rules in its gutters part columns, not headlines: they are left out, and so is what is part of another.
    """
    grid = makeup.grid
    area = grid.type_area()
    lefts = [grid.column_left(column) for column in range(grid.columns)]
    return PageLayout(
        x0=area.x0,
        x1=area.x1,
        rows=grid.rows,
        columns=tuple((left, left + grid.column) for left in lefts),
        blocks=tuple(
            block_box(block, grid)._replace(host=block.block.host if joined(block, makeup.blocks) else "")
            for block in makeup.blocks
            if not is_part(block, makeup.blocks)
        ),
        parts=tuple(block_box(b, grid) for b in makeup.blocks if is_part(b, makeup.blocks) and not b.block.upon),
        from_right=makeup.page.writing == "vertical",
        fold=grid.fold_at if grid.fold else 0,
        upon=tuple(block_box(block, grid) for block in makeup.blocks if block.block.upon and block.head),
    )


def is_part(block: Placed, blocks: Sequence[Placed]) -> bool:
    """Whether a block stands on a picture, or with copy of its own inside the story that it belongs to."""
    host = next((other for other in blocks if other.block.id == block.block.host), None)
    inside = host is not None and host.place.holds(block.place)
    return block.block.upon or (inside and not block.traits.guest)


def block_box(block: Placed, grid: Grid) -> BlockBox:
    """One block."""
    frame = grid.frame(block.place)
    return BlockBox(
        name=block.block.id,
        traits=block.traits,
        weight=block.block.weight,
        x0=frame.x0,
        x1=frame.x1,
        row0=block.place.row,
        row1=block.place.end_row,
        headline=headline_box(block, block.head, grid) if block.head is not None else None,
        legs=tuple(leg_boxes(block, grid)),
        boxed=block.block.boxed,
        barred=block.label_end > 0 or any(block.ruled),
        span=block.block.span,
        package=block.block.package,
        before=block.block.before,
    )


def headline_box(block: Placed, head: PlacedHead, grid: Grid) -> HeadlineBox:
    """The room of a head block."""
    frame, top = grid.frame(block.place), block.place.row
    size = head.head.size * 10 // PER_PT
    if block.vertical:
        right = frame.x1 - block.inset - head.block
        rows = rows_of(head.inline, head.inline_extent, grid)
        return HeadlineBox(right - head.block_extent, right, top + rows[0], top + rows[1], size, vertical=True)
    rows = rows_of(head.block, head.block_extent, grid)
    left = frame.x0 + head.inline
    return HeadlineBox(left, left + head.inline_extent, top + rows[0], top + rows[1], size, head.head.vertical)


def rows_of(start: int, extent: int, grid: Grid) -> tuple[int, int]:
    """The rows that a stretch down a frame touches, the end exclusive."""
    return start // grid.leading, -(-(start + extent) // grid.leading)


def leg_boxes(block: Placed, grid: Grid) -> Iterator[LegBox]:
    """Every leg with the row that its type ends before."""
    last_of = last_lines(block.lines)
    for index, leg in enumerate(block.legs):
        lines = [line for line in block.lines if line.leg == index]
        last = lines[-1].row + 1 if lines else leg.rows[0]
        if block.vertical:
            yield band_box(block, leg, grid)
            continue
        frame, top = grid.frame(block.place), block.place.row
        first, end = leg.rows[0], leg.rows[-1] + 1
        left = frame.x0 + leg.start
        yield LegBox(
            left,
            left + leg.measure,
            top + first,
            top + end,
            top + (block.ends[index] if block.ends else last),
            widow=bool(index and lines and lines[0].line.first and id(lines[0]) in last_of),
        )


def lines_uneven(block: Placed, grid: Grid) -> int:
    """By how many lines the legs of a story end too high, 0 where they are level or it is none."""
    legs = tuple(leg_boxes(block, grid)) if block.traits.leads else ()
    return max((lines for _, lines in short_legs(legs)), default=0)


def band_box(block: Placed, leg: Leg, grid: Grid) -> LegBox:
    """A band of vertical lines: across the lines' rows, down the band's measure; it ends where its measure does."""
    right = grid.frame(block.place).x1 - block.inset
    rows = rows_of(leg.start, leg.measure, grid)
    top = block.place.row
    x0, x1 = right - (leg.rows[-1] + 1) * grid.leading, right - leg.rows[0] * grid.leading
    return LegBox(x0, x1, top + rows[0], top + rows[1], top + rows[1])


def last_lines(lines: Sequence[PlacedLine]) -> frozenset[int]:
    """The lines, by identity, that end a paragraph."""
    return frozenset(id(line) for line in lines if line.line.last + line.line.skipped == line.prepared.count)
