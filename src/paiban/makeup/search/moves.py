"""Which block may come next, at which width, and how its foot may lie: every move from a page, with an estimate.

The estimate is what the page would cost: what is paid, what the rest will pay at least, how much the seams have to
give, and how well the rest is likely to go in: its copy against the room that is left, its weight against how far
down that room lies, and steps of the skyline that few blocks can still level.
"""

from __future__ import annotations

from paiban.makeup.search.board import Board
from paiban.makeup.search.filling import ABOVE, BEYOND, FAR, FOOT, HEAD, LEVEL, NONE, Filling, Foot, Reserved
from paiban.makeup.search.options import Option
from paiban.value import NamedTuple

STEPS = 3.0
"""A step of the skyline more than the blocks that are left can be expected to level."""

STEPS_ALLOWED = (0.0, 1.0, 1.5, 1.7, 2.0, 2.2, 2.4, 2.6, 3.0)
"""Steps of the skyline that go well, by the number of blocks that are left."""

CENTRE_TO_TOP = 1.35
"""Blocks are placed by their tops: the rest of the page stands higher than its centre by so much of its half."""

Growth = tuple[float, Filling, Option, Foot, float, float]
"""A block's next step: the estimate, the page that it starts from, the option, how its foot lies, what the page then
costs, and where the foot wants to be. A plain tuple, since there are hundreds for every page."""


class Stake(NamedTuple):
    """What a block brings to every move of it: the page's cost, and weight and copy of the blocks left after it.

    They take ``least`` to ``most`` cells. ``adrift``: an advert for which no place is kept.
    """

    cost: float
    pull: float
    cells: float
    least: int
    most: int
    adrift: bool
    side: bool


class Notch:
    """The place that is filled next, and what is common to all moves there."""

    __slots__ = (
        "balance",
        "bases",
        "board",
        "depth",
        "found",
        "head",
        "lift",
        "narrow",
        "room_least",
        "room_most",
        "segment",
        "state",
        "steps",
        "steps_allowed",
        "wide",
    )

    def __init__(self, board: Board, state: Filling) -> None:
        segment = state.segments[state.notch]
        left, right = neighbours(state)
        blocks = [b for b in range(len(board.options)) if state.remaining >> b & 1]
        lowest = board.rows - min(board.least_rows[b] for b in blocks)
        self.board, self.state, self.segment = board, state, segment
        self.narrow = feet(state, left, -1, lowest, board.near)
        self.wide = feet(state, left, right, lowest, board.near) if right >= 0 else self.narrow
        self.head, self.depth = state.natural[segment.seam], state.depth[segment.seam] + 1
        self.lift = board.problem.white_above if segment.seam == HEAD else 0
        self.room_least, self.room_most = room_left(board, state)
        after = len(blocks) - 1
        self.balance = board.balance / max(1, after)
        self.steps_allowed = STEPS_ALLOWED[min(after, len(STEPS_ALLOWED) - 1)]
        self.steps = 1 + sum(1 for s in state.segments if s.seam != FOOT)
        self.bases = {b: self.stake(b) for b in blocks if self.may_come(b)}
        self.found: list[Growth] = []

    def may_come(self, block: int) -> bool:
        """Whether a block may stand here: until the lead stands at the top, nothing but a rail of briefs left of it."""
        board, bit = self.board, 1 << block
        if not board.leads or self.state.remaining & board.leads != board.leads or bit & board.leads:
            return True
        corner = self.segment.seam == HEAD and self.segment.column == 0
        return block in self.state.laid or (corner and board.problem.blocks[block].traits.side)

    def stake(self, block: int) -> Stake:
        """What a block brings to all of its moves."""
        board, state, segment = self.board, self.state, self.segment
        down = (state.low if board.bound else state.natural)[segment.seam] / board.rows
        place = board.pull[block] * (down + board.across[block] * segment.column / board.columns)
        given = board.problem.blocks[block]
        cost = state.cost + state.options_left - board.least[block] + place
        if given.filler:
            cost += board.costs.filler
        pull = (state.weight_left - board.pull[block]) / board.rows
        least, most = state.least_left - board.least_cells[block], state.most_left - board.most_cells[block]
        cells = state.cells_left - board.cells[block]
        adrift = given.traits.foot and block not in state.laid
        return Stake(cost, pull, cells, least, most, adrift, given.traits.side)


def room_left(board: Board, state: Filling) -> tuple[int, int]:
    """The least and the most cells that are left below the skyline."""
    least = most = 0
    for _, columns, seam, *_ in state.segments:
        least += columns * (board.rows - state.high[seam])
        most += columns * (board.rows - state.low[seam])
    return least, most


def moves(board: Board, state: Filling) -> list[Growth]:
    """Every move from a page, in a fixed order."""
    if state.notch < 0 or not state.remaining:
        return []
    notch = Notch(board, state)
    for width in range(1, notch.segment.columns + 1):
        free_moves(notch, width)
    for block, place in state.laid.items():
        if block in notch.bases and place.column == notch.segment.column and place.columns <= notch.segment.columns:
            laid_moves(notch, block, place)
    return notch.found


def free_moves(notch: Notch, width: int) -> None:
    """The moves of every block that may stand here over so many columns."""
    board, state, segment = notch.board, notch.state, notch.segment
    full = width == segment.columns
    cap = min(state.caps[segment.column : segment.column + width])
    least, most = state.low[segment.seam] - notch.lift, state.high[segment.seam] - notch.lift
    rest = 0 if full else board.unlit_within(state.remaining)[segment.columns - width]
    for option in board.by_width[width]:
        base = notch.bases.get(option.block)
        if base is None or option.block in state.laid or least + option.low > cap:
            continue
        if board.sided >> option.block & 1 and not board.problem.blocks[option.block].may_reach(
            segment.column, segment.column + width, board.columns
        ):
            continue
        looks = option.looks
        fault = segment.lit and looks.lit_left
        if board.strict and (fault or (looks.lit_right and not full and not rest & ~(1 << option.block))):
            continue
        cost = base.cost + option.least + looks_cost(notch, option)
        if fault:
            cost += board.costs.butting_headlines
        if base.side and segment.column and segment.column + width < board.columns:
            cost += board.costs.side
        add_moves(notch, option, base, cost, least + option.low, min(cap, most + option.high))


def laid_moves(notch: Notch, block: int, place: Reserved) -> None:
    """The move of a block that is laid here, if the skyline can lie at its head."""
    board, state, segment = notch.board, notch.state, notch.segment
    if state.low[segment.seam] > place.most_row or state.high[segment.seam] < place.least_row:
        return
    left, right = neighbours(state)
    full = place.columns == segment.columns
    notch.narrow = notch.wide = feet(state, left, right if full else -1, board.rows, 1 if place.kept else board.near)
    base = notch.bases[block]
    for option in board.options[block]:
        if option.looks.columns == place.columns and not (
            board.strict and segment.lit and option.looks.lit_left and not place.kept
        ):
            add_moves(notch, option, base, base.cost + option.least, place.end_row, place.end_row)


def looks_cost(notch: Notch, option: Option) -> float:
    """What the looks of an option cost here: under a block of its own width, or one 竖题 too many."""
    costs, segment = notch.board.costs, notch.segment
    cost = 0.0
    if segment.whole and option.looks.columns == segment.columns:
        cost = costs.stack
    if option.looks.vertical:
        cost += costs.verticals * max(0.0, notch.state.verticals + 1 - costs.verticals_free)
    return cost


def add_moves(notch: Notch, option: Option, base: Stake, cost: float, low: int, high: int) -> None:
    """One move for every way that the option's foot can lie in the rows ``low`` … ``high``."""
    board, state = notch.board, notch.state
    rows, width = board.rows, option.looks.columns
    full = width == notch.segment.columns
    head, depth = notch.head, notch.depth
    wanted = min(head - notch.lift + option.natural, high)
    steps_before = notch.steps - full - notch.steps_allowed
    room, weight = state.area - base.cells, state.moment - width * (rows - head) ** 2 / 2
    # What leaves too little room for the other blocks, or more than they can fill, is no move.
    segment = notch.segment
    latest = state.low[segment.seam] + (notch.room_most - base.least) // width
    soonest = state.high[segment.seam] - (base.most - notch.room_least) // width
    ways = notch.wide if full else notch.narrow
    if not state.remaining & ~board.fillers & ~(1 << option.block):
        ways = ways[:1]
    for foot in ways:
        least, most, seam, _, _, natural_low, natural_high, deep, levelled = foot
        if low > most or high < least or max(low, least) > latest or min(high, most) < soonest:
            continue
        paid = cost
        natural = wanted
        if wanted < natural_low or wanted > natural_high:
            natural = natural_low if wanted < natural_low else natural_high
            paid += board.give * (natural - wanted) ** 2 / (depth + deep)
        if base.adrift and seam != FOOT:
            paid += board.costs.foot
        taken = width * (natural - head)
        estimate = paid + notch.balance * (room - taken) ** 2
        steps = steps_before - levelled
        if steps > 0:
            estimate += STEPS * steps
        area = state.area - taken
        if area > 1:
            top = rows - CENTRE_TO_TOP * (weight + width * (rows - natural) ** 2 / 2) / area
            if top > 0:
                estimate += base.pull * top
        notch.found.append((estimate, state, option, foot, paid, natural))


def neighbours(state: Filling) -> tuple[int, int]:
    """The seams left and right of the notch, −1 at the page's sides."""
    notch, segments = state.notch, state.segments
    left = segments[notch - 1].seam if notch else -1
    right = segments[notch + 1].seam if notch + 1 < len(segments) else -1
    return left, right


Side = tuple[int, int, int, float, float]
"""(how a foot lies against the seam beside it, least row, most row, the same by natural rows)."""


def feet(state: Filling, left: int, right: int, lowest: int, near: int) -> list[Foot]:
    """Every way that a foot can lie against the seams beside it (−1 for none), and on the page's foot.

    A foot that is not on the page's lies at ``lowest`` or higher: something must fit under it.
    """
    rows = state.high[FOOT]
    against = [NONE if seam < 0 else LEVEL if seam == FOOT else BEYOND for seam in (left, right)]
    found = [Foot(rows, rows, FOOT, against[0], against[1], rows, rows, 0, 1)]
    for one in sides(state, left, lowest, near):
        for other in sides(state, right, lowest, near):
            least, most = max(one[1], other[1]), min(one[2], other[2], lowest)
            if least > most:
                continue
            seam = left if one[0] == LEVEL else right if other[0] == LEVEL else -1
            natural_low, natural_high = max(one[3], other[3]), min(one[4], other[4], lowest)
            if seam >= 0:
                natural_low = natural_high = state.natural[seam]
            elif natural_low > natural_high:
                natural_low = natural_high = (natural_low + natural_high) / 2
            depth = state.depth[seam] if seam >= 0 else 0
            levelled = (seam >= 0) + (one[0] == LEVEL == other[0])
            found.append(Foot(least, most, seam, one[0], other[0], natural_low, natural_high, depth, levelled))
    return found


def sides(state: Filling, seam: int, lowest: int, near: int) -> list[Side]:
    """How a foot can lie against one seam."""
    if seam < 0:
        return [(NONE, -FAR, FAR, -FAR, FAR)]
    if seam == FOOT:
        return [(ABOVE, -FAR, lowest, -FAR, lowest)]
    low, high, natural = state.low[seam], state.high[seam], state.natural[seam]
    return [
        (ABOVE, -FAR, high - near, -FAR, natural - near),
        (LEVEL, low, high, natural, natural),
        (BEYOND, low + near, lowest, natural + near, lowest),
    ]
