"""Copy fitting: the exact search over paragraphs, and level legs."""

from __future__ import annotations

from collections.abc import Callable
from itertools import accumulate, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paiban.galley.copyfit import (
    BLANK_COST,
    FOOT_COST,
    PARTED_COST,
    STUMP_COST,
    WIDOW_COST,
    Choice,
    Keep,
    break_cost,
    fit_alike,
    fit_lines,
    level,
    white_at_feet,
)


def test_a_last_line_alone_at_a_legs_top_costs_a_widow():
    assert break_cost(0, 5, [4], Keep.NOTHING) == WIDOW_COST


def test_a_first_line_alone_at_a_legs_foot_costs_little():
    assert break_cost(3, 8, [4], Keep.NOTHING) == FOOT_COST


def test_a_paragraph_that_ends_with_its_leg_costs_nothing():
    assert break_cost(0, 4, [4], Keep.NOTHING) == 0


def test_a_cross_head_at_a_legs_foot_is_never_right():
    assert break_cost(3, 4, [4], Keep.WITH_NEXT) == PARTED_COST


@pytest.mark.parametrize(("end", "cost"), [(3, STUMP_COST), (2, 0.0)])
def test_one_line_of_copy_below_a_cross_head_at_a_legs_foot_costs_a_stub(end, cost):
    assert break_cost(end - 1, end, [4], Keep.WITH_NEXT) == cost


def test_a_paragraph_loses_a_line_rather_than_that_a_head_stands_over_one():
    """In the first leg of six lines stand four, the head and one; with a line less above it, two."""
    paragraphs = [[Choice(4), Choice(3, tracking=-20)], [Choice(1)], [Choice(5), Choice(6, tracking=20)]]
    fitted = fit_lines(paragraphs, [Keep.NOTHING, Keep.WITH_NEXT, Keep.NOTHING], [6], 10)
    assert fitted is not None
    assert [choice.lines for choice in fitted.choices] == [3, 1, 6]


def test_a_cross_head_parted_by_a_legs_end_is_never_right():
    assert break_cost(3, 5, [4], Keep.WITH_NEXT) == PARTED_COST


@pytest.mark.parametrize(("start", "end", "cost"), [(3, 5, PARTED_COST), (3, 4, 0.0), (4, 6, 0.0)])
def test_a_byline_is_not_parted_by_a_legs_end(start, end, cost):
    assert break_cost(start, end, [4], Keep.WHOLE) == cost


def test_white_at_a_legs_foot_costs_no_more_than_the_white():
    fitted = fit_lines(
        [[Choice(3)], [Choice(2, blank=1)], [Choice(3)]], [Keep.NOTHING, Keep.WITH_NEXT, Keep.NOTHING], [4], 8
    )
    assert fitted is not None
    assert fitted.cost == BLANK_COST


@pytest.mark.parametrize("first", [4, 3])
def test_white_at_a_legs_top_is_avoided(first):
    """Two rows of white are to be spent: before the second paragraph they would reach over the leg's end."""
    options = [[Choice(first)], [Choice(6, blank=2), Choice(4)], [Choice(2), Choice(4, blank=2)]]
    fitted = fit_lines(options, [Keep.NOTHING] * 3, [4], first + 8)
    assert fitted is not None
    assert fitted.choices[1].blank == 0


def test_no_choice_that_sums_to_the_total_is_none():
    assert fit_lines([[Choice(3)], [Choice(4)]], [Keep.NOTHING] * 2, [], 8) is None


def test_tracking_is_used_only_to_reach_the_total():
    fitted = fit_lines([[Choice(3), Choice(2, -20)], [Choice(4), Choice(3, -10)]], [Keep.NOTHING] * 2, [], 6)
    assert fitted is not None
    assert fitted.choices == (Choice(3), Choice(3, -10))


def test_a_widow_is_avoided_by_tracking_another_way():
    """Legs of 4: a paragraph of 5 leaves its last line alone; tracking that line away costs less than the widow."""
    fitted = fit_lines([[Choice(5), Choice(4, -20)], [Choice(3), Choice(4, 20)]], [Keep.NOTHING] * 2, [4], 8)
    assert fitted is not None
    assert [choice.lines for choice in fitted.choices] == [4, 4]


plain_choices = st.tuples(st.integers(1, 6), st.integers(-30, 30)).map(lambda drawn: Choice(*drawn))
choices = st.lists(st.lists(plain_choices, min_size=1, max_size=3), min_size=1, max_size=5)


@given(choices, st.lists(st.integers(1, 12), max_size=3), st.data())
def test_the_search_equals_trying_everything(options, boundaries, data):
    total = data.draw(st.integers(1, sum(max(c.lines for c in o) for o in options)))
    found = fit_lines(options, [Keep.NOTHING] * len(options), boundaries, total)
    costs = []
    for combination in product(*options):
        ends = list(accumulate(c.lines for c in combination))
        if ends[-1] == total:
            starts = [0, *ends[:-1]]
            breaks = sum(break_cost(s, e, boundaries, False) for s, e in zip(starts, ends, strict=True))
            costs.append(breaks + sum(c.cost for c in combination))
    assert (found is None) == (not costs)
    if found is not None:
        assert found.cost == pytest.approx(min(costs))


@given(st.lists(st.integers(0, 30), min_size=1, max_size=6), st.data())
def test_level_legs_hold_every_line_and_no_leg_overflows(capacities, data):
    total = data.draw(st.integers(0, sum(capacities)))
    heights = level(capacities, total)
    assert sum(heights) == total
    assert all(0 <= h <= c for h, c in zip(heights, capacities, strict=True))


@given(st.integers(1, 30), st.integers(1, 6), st.data())
def test_equal_legs_end_level_within_a_line_the_last_short(capacity, legs, data):
    total = data.draw(st.integers(0, capacity * legs))
    heights = level([capacity] * legs, total)
    assert max(heights) - min(heights) <= 1
    assert list(heights) == sorted(heights, reverse=True)


# ---- what each fault is worth, in thousandths of an em by which one paragraph is tracked instead --------------------

GIVES, TAKES = [Choice(3), Choice(2)], [Choice(2), Choice(3)]
"""A paragraph that gives a line, or takes one, at no price."""

FAULTS: dict[str, tuple[int, Callable[[int], list[list[Choice]]], list[int]]] = {
    "a row of white": (14, lambda t: [[Choice(3)], [Choice(4, blank=1), Choice(4, t)]], []),
    "a row of white at a leg's top": (56, lambda t: [[Choice(5)], [Choice(4, blank=1), Choice(4, t)]], [5]),
    "a last line of one character": (63, lambda t: [[Choice(3, stub=True), Choice(3, t)]], []),
    "a first line alone at a leg's foot": (19, lambda t: [[Choice(4), Choice(5, t)], [Choice(5)], GIVES], [5]),
    "a last line alone at a leg's top": (126, lambda t: [[Choice(4)], [Choice(5), Choice(4, t)], TAKES], [8]),
}
"""The most tracking that goes before each fault (docs/makeup-pages.md); a story that has the choice; its legs' ends."""


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_is_worth_so_much_tracking_and_no_more(fault):
    worth, story_of, boundaries = FAULTS[fault]
    for tracking, chosen in ((worth, True), (-worth, True), (worth + 1, False), (-worth - 1, False)):
        story = story_of(tracking)
        total = sum(options[-1].lines for options in story)
        fitted = fit_lines(story, [Keep.NOTHING] * len(story), boundaries, total)
        assert fitted is not None
        assert any(choice.tracking for choice in fitted.choices) == chosen


HEAD = [Choice(1), Choice(2, blank=1)]
KEEPS = [Keep.NOTHING, Keep.WITH_NEXT] * 2 + [Keep.NOTHING]


def whites(total: int, boundaries: list[int], *tracked: Choice) -> list[int]:
    """The white above both cross-heads of a story of nine lines and theirs."""
    story = [[Choice(3)], HEAD, [Choice(3), *tracked], HEAD, [Choice(3)]]
    fitted = fit_alike(story, KEEPS, boundaries, total, [1, 3])
    assert fitted is not None
    return [fitted.choices[1].blank, fitted.choices[3].blank]


@pytest.mark.parametrize(("total", "found"), [(11, [0, 0]), (13, [1, 1])])
def test_cross_heads_all_have_white_above_or_none_has(total, found):
    assert whites(total, []) == found


@pytest.mark.parametrize(("tracking", "found"), [(46, [0, 0]), (47, [0, 1])])
def test_that_they_are_alike_is_worth_a_paragraph_tracked(tracking, found):
    """Twenty two, the white's own price included, is the square of 4.69."""
    assert sorted(whites(12, [], Choice(4, tracking))) == found


@pytest.mark.parametrize(("boundary", "rows"), [(3, 0), (4, 1), (5, 2), (6, 0)])
def test_white_that_a_leg_ends_with_is_counted(boundary, rows):
    """Three lines, two rows of white, three lines."""
    fitted = fit_lines([[Choice(3)], [Choice(5, blank=2)]], [Keep.NOTHING] * 2, [boundary], 8)
    assert fitted is not None
    assert white_at_feet(fitted, [boundary]) == rows


def test_a_cross_head_at_a_legs_top_has_none_whatever_the_others_have():
    assert whites(12, [3]) == [0, 1]


@pytest.mark.parametrize("keep", [Keep.WHOLE, Keep.WITH_NEXT])
def test_no_tracking_that_a_paper_may_set_is_worse_than_a_byline_or_a_cross_head_parted(keep):
    """a style sheet's limit is 50 thousandths at the most; ten paragraphs may be tracked by so much"""
    story = [[Choice(12), Choice(2)], *[[Choice(1), Choice(2, 50)]] * 10]
    fitted = fit_lines(story, [keep, *[Keep.NOTHING] * 10], [3], 22)
    assert fitted is not None
    assert fitted.choices[0].lines == 2


@pytest.mark.parametrize(("boundary", "lines"), [(5, 7), (4, None)])
def test_a_choice_for_a_legs_top_stands_nowhere_else(boundary, lines):
    """A cross-head loses the white above it at a leg's top alone: three rows elsewhere, two there."""
    found = fit_lines([[Choice(5)], [Choice(3), Choice(2, top=True)]], [Keep.NOTHING] * 2, [boundary], 7)
    assert (found and found.lines) == lines
