"""Fitting copy into a room: exact, over, short; level legs; the levers and their limits.

All in the tiny face on columns of eleven em: a first line holds nine characters, every other line eleven.
"""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paiban.galley.galley import Galley
from paiban.galley.head import Head, HeadOption
from paiban.makeup.frame.fit import CopyArea, Dealt, deal
from paiban.makeup.frame.model import Obstacle
from paiban.text import LineRange
from paiban.units import rounded
from tests.support.issues import briefs, galley_in, han, maker_of, read_blocks, story

EM = maker_of(read_blocks(story())).grid.size
COLUMN = 11

BARE = Head((), (), 0, 0, vertical=False)
"""A head of which the rows that it takes alone count."""


def galley_of(*paragraphs: str) -> Galley:
    issue = read_blocks(story(body="\n".join(paragraphs)))
    (block,) = issue.pages[0].blocks
    return galley_in(block, maker_of(issue))


def rail_of(*items: str) -> Galley:
    issue = read_blocks(briefs(*items))
    (block,) = issue.pages[0].blocks
    return galley_in(block, maker_of(issue))


def lines(count: int) -> str:
    """A paragraph of exactly so many full lines in a column."""
    return han(COLUMN * count - 2)


def room(legs: int, rows: int, measure: int = COLUMN, obstacles: tuple[Obstacle, ...] = ()) -> CopyArea:
    return CopyArea(0, (legs * measure + legs - 1) * EM, 0, rows, legs, EM, obstacles)


def dealt(galley: Galley, where: CopyArea, limit: int = 0, heads: tuple[HeadOption | None, ...] = (None,)) -> Dealt:
    found = deal(galley, where, heads, limit, where.legs, EM)
    assert found is not None
    return found


def feet(found: Dealt) -> list[int]:
    """The last row that each leg fills."""
    return [max(line.row for line in found.lines if line.leg == leg) for leg in range(len(found.attempt.legs))]


# ---- exact ----------------------------------------------------------------------------------------------------------


def test_copy_that_fills_its_room_is_exact():
    found = dealt(galley_of(lines(6), lines(4)), room(2, 5))
    assert found.fit.exact
    assert (found.fit.lines, found.fit.room, found.fit.levers) == (10, 10, ())


@pytest.mark.parametrize("count", [12, 11, 10])
def test_the_last_legs_of_an_exact_story_may_end_a_line_short(count):
    found = dealt(galley_of(lines(count)), room(3, 4))
    assert found.fit.exact
    assert feet(found) == [3, 3 if count == 12 else 2 + (count == 11), 2 + (count == 12)]


def test_a_line_less_in_every_leg_is_short():
    assert not dealt(galley_of(lines(9)), room(3, 4)).fit.exact


# ---- over -----------------------------------------------------------------------------------------------------------


def test_over_counts_the_lines_that_find_no_room():
    assert dealt(galley_of(lines(10)), room(1, 8)).fit.over_lines == 2


def test_over_counts_the_characters_that_find_no_room():
    assert dealt(galley_of(lines(10)), room(1, 8)).fit.over_characters == 2 * COLUMN


def test_over_counts_no_white_space():
    body = han(COLUMN * 3 - 2) + han(5) + "　" + han(5, 9)
    assert dealt(galley_of(body), room(1, 3)).fit.over_characters == 10


def test_what_is_left_over_begins_where_the_last_line_ended():
    found = dealt(galley_of(lines(10)), room(1, 8))
    ((copy, start),) = found.left_over
    assert start == 8 * COLUMN - 2
    assert copy.at(start).column == copy.columns[0] + start


def test_paragraphs_that_find_no_room_are_left_over_whole():
    found = dealt(galley_of(lines(3), lines(2), lines(4)), room(1, 4))
    assert [start for _, start in found.left_over] == [COLUMN - 2, 0]
    assert found.fit.over_characters == COLUMN + 4 * COLUMN - 2


def test_copy_that_is_over_fills_every_row():
    found = dealt(galley_of(lines(30)), room(2, 6))
    assert [(line.leg, line.row) for line in found.lines] == [(leg, row) for leg in (0, 1) for row in range(6)]


def test_tracking_takes_lines_in_before_copy_is_called_over():
    """161 characters need a fifth line of 40 em, unless each of its 40 gaps gives the 40th part of an em."""
    least = next(t for t in range(1, 31) if 40 * rounded(-t * EM, 1000) <= -EM)
    body = han(38 + 3 * 40 + 3)
    assert dealt(galley_of(body), room(1, 4, 40)).fit.over_lines == 1
    found = dealt(galley_of(body), room(1, 4, 40), limit=30)
    assert found.fit.exact
    assert found.fit.levers == (("tracking 1", -least),)


# ---- short ----------------------------------------------------------------------------------------------------------


def test_short_counts_the_lines_and_the_characters_missing():
    fit = dealt(galley_of(lines(10)), room(2, 10)).fit
    assert (fit.short_lines, fit.short_characters) == (10, 10 * COLUMN)


@pytest.mark.parametrize("count", range(1, 12))
def test_legs_of_short_copy_end_level_the_last_short(count):
    found = dealt(galley_of(lines(12 + count)), room(4, 20))
    assert max(feet(found)) - min(feet(found)) <= 1
    assert feet(found) == sorted(feet(found), reverse=True)


def test_nothing_is_both_over_and_short():
    for count in range(1, 25):
        fit = dealt(galley_of(lines(count)), room(2, 6)).fit
        assert not (fit.over_lines and fit.short_lines)
        assert fit.exact == (count in (11, 12))


def test_copy_that_fits_under_a_smaller_head_is_not_called_over():
    """Ten rows in three legs: under five of head there is room for 15 lines, under eight only for six."""
    small, large = HeadOption(5, BARE, 3.0), HeadOption(8, BARE, 0.0)
    fit = dealt(galley_of(lines(9)), room(3, 10), heads=(large, small)).fit
    assert (fit.over_lines, fit.short_lines) == (0, 6)


# ---- where legs part paragraphs --------------------------------------------------------------------------------------


def test_white_before_a_cross_head_keeps_it_from_a_legs_foot():
    found = dealt(galley_of(lines(3), "## " + han(4), lines(3)), room(2, 4))
    (head,) = [line for line in found.lines if line.role == "crosshead"]
    assert (head.leg, head.row) == (1, 0)
    assert found.fit.levers == (("white", 1),)


def test_no_white_is_put_before_a_cross_head_that_stands_well():
    found = dealt(galley_of(lines(2), "## " + han(4), lines(5)), room(2, 4))
    assert found.fit.levers == ()
    assert [line.row for line in found.lines if line.role == "crosshead"] == [2]


def test_a_cross_head_of_short_copy_stands_at_no_legs_foot():
    found = dealt(galley_of(lines(3), "## " + han(4), lines(4)), room(2, 20))
    (head,) = [line for line in found.lines if line.role == "crosshead"]
    assert head.row < feet(found)[head.leg]


def test_a_widow_is_tracked_away():
    """The first paragraph's fifth line would stand alone at the second leg's top; both legs hold four of 40 em."""
    first, second = han(38 + 3 * 40 + 3), han(38 + 2 * 40, 7)
    found = dealt(galley_of(first, second), room(2, 4, 40), limit=30)
    top = next(line for line in found.lines if line.leg == 1)
    assert top.line.first == 0
    assert [name for name, _ in found.fit.levers] == ["tracking 1"]
    assert found.fit.exact


def test_a_widow_that_only_more_tracking_than_allowed_would_cure_stays():
    first, second = han(38 + 3 * 40 + 3), han(38 + 2 * 40, 7)
    found = dealt(galley_of(first, second), room(2, 4, 40), limit=24)
    assert found.fit.levers == ()
    assert found.fit.exact


@given(st.integers(1, 6), st.integers(10, 45), st.integers(5, 12), st.integers(60, 700), st.integers(0, 50))
def test_tracking_stays_within_the_limit(legs, measure, rows, count, limit):
    found = dealt(galley_of(han(count), han(count // 2 + 1, 3)), room(legs, rows, measure), limit=limit)
    used = {p.line.tracking for p in found.lines}
    assert all(abs(tracking) <= limit for tracking in used)
    assert {amount for name, amount in found.fit.levers if name.startswith("tracking")} >= used - {0}


# ---- briefs ---------------------------------------------------------------------------------------------------------


def test_white_between_briefs_fills_a_rail():
    found = dealt(rail_of(lines(3)[1:], lines(3)[1:]), room(1, 8))
    assert [line.row for line in found.lines] == [0, 1, 2, 5, 6, 7]
    assert found.fit.levers == (("white", 2),)
    assert found.fit.exact


def test_white_between_briefs_is_two_rows_at_the_most():
    assert dealt(rail_of(lines(3)[1:], lines(3)[1:]), room(1, 9)).fit.short_lines == 3


def test_no_white_stands_before_the_first_brief():
    found = dealt(rail_of(lines(2)[1:], lines(2)[1:], lines(2)[1:]), room(1, 8))
    assert found.lines[0].row == 0


# ---- rooms ----------------------------------------------------------------------------------------------------------


@given(st.integers(1, 9), st.integers(10**5, 10**8), st.integers(0, 10**6))
def test_legs_fill_their_extent_from_edge_to_edge(legs, extent, start):
    gutter = 12_345
    if extent < legs * gutter * 2:
        return
    found = CopyArea(start, extent, 0, 10, legs, gutter).cut(0)
    assert found[0].start == start
    assert start + extent - (found[-1].start + found[-1].measure) < 1 + (legs == 1)
    gaps = [b.start - a.start - a.measure for a, b in pairwise(found)]
    assert all(gutter <= gap <= gutter + legs for gap in gaps)


def test_legs_begin_under_the_head():
    (leg,) = room(1, 10).cut(3)
    assert leg.rows == tuple(range(3, 10))


def picture(columns: tuple[int, int], rows: tuple[int, int]) -> Obstacle:
    first, last = columns
    return Obstacle((first - 1) * (COLUMN + 1) * EM, (last * (COLUMN + 1) - 1) * EM, rows[0], rows[1] + 1)


def test_lines_keep_a_row_clear_above_and_below_a_picture():
    legs = room(2, 20, obstacles=(picture((1, 1), (5, 9)),)).cut(0)
    assert legs[0].rows == (0, 1, 2, 3, *range(11, 20))
    assert legs[1].rows == tuple(range(20))


def test_a_leg_that_a_picture_takes_from_head_to_foot_is_none():
    legs = room(3, 20, obstacles=(picture((1, 2), (3, 19)),)).cut(3)
    assert [leg.start for leg in legs] == [2 * (COLUMN + 1) * EM]


@given(st.integers(2, 8), st.data())
def test_lines_beside_a_picture_keep_a_gutter_from_it(columns, data):
    legs = data.draw(st.integers(1, columns))
    first = data.draw(st.integers(1, columns))
    last = data.draw(st.integers(first, columns))
    obstacle = picture((first, last), (10, 20))
    extent = (columns * (COLUMN + 1) - 1) * EM
    for leg in CopyArea(0, extent, 0, 40, legs, EM, (obstacle,)).cut(0):
        if 15 in leg.rows:
            assert max(obstacle.start - leg.start - leg.measure, leg.start - obstacle.end) >= EM - legs


def test_a_head_never_runs_into_a_picture():
    where = room(2, 20, obstacles=(picture((2, 2), (4, 12)),))
    assert where.takes(4)
    assert not where.takes(5)


def test_nothing_fits_where_the_head_takes_every_row():
    assert not room(2, 5).takes(5)


def test_lines_of_a_dealt_paragraph_follow_each_other():
    found = dealt(galley_of(lines(10)), room(2, 5))
    ranges = [line.line for line in found.lines]
    assert all(isinstance(line, LineRange) for line in ranges)
    assert [a.last for a in ranges[:-1]] == [b.first for b in ranges[1:]]
