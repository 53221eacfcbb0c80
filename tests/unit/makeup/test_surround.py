"""What a frame keeps around its copy, counted in one place."""

from __future__ import annotations

import pytest

from paiban.makeup.frame.surround import PLAIN, Surround
from paiban.units import PER_PT
from tests.support.issues import briefs, han, set_blocks, story

INSET = 7
LEADING = 13 * PER_PT
BOX = Surround(boxed=True, inset=INSET)
RAIL = Surround(labelled=True)
BOXED_RAIL = Surround(boxed=True, labelled=True, inset=INSET)


@pytest.mark.parametrize(
    ("around", "at_head", "below", "foot", "rows"),
    [
        (PLAIN, 0, 1, 0, 1),
        (BOX, 1, 1, 1, 2),  # a box keeps its white row at the page's head: its line runs there
        (RAIL, 2, 3, 0, 3),
        (BOXED_RAIL, 3, 3, 1, 4),
    ],
)
def test_rows_before_and_after_the_copy(around, at_head, below, foot, rows):
    assert (around.first_row(0), around.first_row(1), around.first_row(40)) == (at_head, below, below)
    assert around.foot_rows == foot
    assert around.rows == rows == below + foot


def test_a_box_takes_its_inset_off_both_sides():
    assert (PLAIN.measure(100), BOX.measure(100)) == (100, 86)


@pytest.mark.parametrize(
    ("measure", "legs", "expected"),
    [
        (950, 1, 1000),  # the two insets give 25 of 75 each: a third
        (949, 1, 900),
        (1025, 2, 1000),
        (1050, 3, 1000),  # three legs would want 150
        (1100, 2, 1100),
    ],
)
def test_a_leg_in_a_box_is_whole_ems(measure, legs, expected):
    """Up to the next em where the insets give no more than a third for that, else down to the one before."""
    assert Surround(boxed=True, inset=75).leg(measure, legs, em=100) == expected
    assert PLAIN.leg(measure, legs, em=100) == measure


BLOCKS = {
    "story": story(columns="1-2", rows="11-30", body=han(300)),
    "boxed story": story(columns="1-2", rows="11-30", box="line", body=han(300)),
    "rail": briefs(han(60), han(60), rows="11-30", label="简讯"),
    "boxed rail": briefs(han(60), han(60), rows="11-30", label="简讯", box="line"),
}


@pytest.mark.parametrize("kind", BLOCKS)
def test_a_set_block_has_the_rows_that_its_surround_leaves(kind):
    (placed,) = set_blocks(BLOCKS[kind]).makeups[0].blocks
    around = Surround("boxed" in kind, "rail" in kind)
    taken = placed.head.block_extent // LEADING if "story" in kind else 0
    rows = {row for leg in placed.legs for row in leg.rows}
    assert min(rows) == around.first_row(10) + taken
    assert max(rows) == placed.place.rows - 1 - around.foot_rows
