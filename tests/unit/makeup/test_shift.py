"""Seams moved as little as can be, in whole rows: who moves, by how much, and which change comes first."""

from __future__ import annotations

from paiban.grid import GridRect
from paiban.makeup.search.shift import SeamBlock, shifts

ROWS = 40


def block(column: int, row: int, columns: int, rows: int, *heights: int, firm: bool = False) -> SeamBlock:
    """A block that may have these heights at no cost, its own if none are given."""
    return SeamBlock(GridRect(column, row, columns, rows), dict.fromkeys(heights or (rows,), 0.0), firm)


def first(*blocks: SeamBlock) -> list[tuple[int, int]] | None:
    """The first row and the height of each block after the smallest change."""
    found = next(shifts(blocks, ROWS), None)
    return None if found is None else [(rect.row, rect.rows) for rect in found]


def test_a_page_whose_blocks_all_fit_is_left_as_it_is():
    assert first(block(0, 0, 4, 20), block(0, 20, 4, 20)) == [(0, 20), (20, 20)]


def test_a_line_is_taken_from_the_neighbour_that_can_give_it():
    upper, lower = block(0, 0, 4, 20, 21), block(0, 20, 4, 20, 19, 20)
    assert first(upper, lower) == [(0, 21), (21, 19)]


def test_nothing_is_found_where_no_neighbour_can_give():
    assert first(block(0, 0, 4, 20, 21), block(0, 20, 4, 20)) is None


def test_a_seam_takes_along_all_that_hang_on_it():
    wide, left, right = block(0, 0, 4, 20, 22), block(0, 20, 2, 20, 18, 20), block(2, 20, 2, 20, 18, 20)
    assert first(wide, left, right) == [(0, 22), (22, 18), (22, 18)]


def test_a_block_may_be_pushed_on_without_giving():
    """The middle one keeps its height and moves; the lowest gives."""
    found = first(block(0, 0, 4, 10, 12), block(0, 10, 4, 10), block(0, 20, 4, 20, 18, 20))
    assert found == [(0, 12), (12, 10), (22, 18)]


def test_what_stands_in_other_columns_stays():
    found = first(block(0, 0, 2, 20, 21), block(0, 20, 2, 20, 19, 20), block(2, 0, 2, 40))
    assert found is not None
    assert found[2] == (0, 40)


def test_a_firm_block_stays_and_gives_nothing():
    assert first(block(0, 0, 4, 20, 21), block(0, 20, 4, 20, 19, 20, firm=True)) is None


def test_the_smaller_change_comes_first():
    """A row from below moves one seam by one; the three that the upper one could give move it further."""
    middle = block(0, 10, 4, 20, 21)
    upper, lower = block(0, 0, 4, 10, 7, 10), block(0, 30, 4, 10, 9, 10)
    assert first(upper, middle, lower) == [(0, 10), (10, 21), (31, 9)]


def test_a_dearer_height_is_passed_over_for_a_longer_move():
    """Another form costs as much as six rows; two rows of a seam cost less."""
    upper = SeamBlock(GridRect(0, 0, 4, 20), {21: 6.0, 22: 0.0})
    lower = block(0, 20, 4, 20, 18, 19, 20)
    assert first(upper, lower) == [(0, 22), (22, 18)]


def test_copy_grows_into_white_below():
    assert first(block(0, 0, 4, 20, 22), block(0, 25, 4, 15)) == [(0, 22), (25, 15)]


def test_no_block_is_pushed_over_another_that_hangs_on_another_seam():
    """The wide one below would be pushed up into the right one, which stands a row above its seam."""
    left, right, wide = block(0, 0, 2, 20, 18), block(2, 0, 2, 19), block(0, 20, 4, 20, 20, 22)
    assert first(left, right, wide) is None
