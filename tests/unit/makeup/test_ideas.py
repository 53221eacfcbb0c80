"""Ideas of pages: what they ask of stories by their roles, which plans show them, several plans side by side."""

from __future__ import annotations

import re

import pytest

from paiban.grid import GridRect
from paiban.kinds import KINDS
from paiban.language import Words
from paiban.makeup.propose.ideas import idea_of, named, narrowed, shows, unlike
from paiban.makeup.search import BlockChoices, Placement, Plan, Problem, Shape
from paiban.template import Layout
from paiban.template.ideas import Idea, Part

STORY = KINDS.settings["story"].traits
COLUMNS, ROWS = 8, 40
USUAL = Layout().ideas()[0]


def shape(columns: int, rows: int = 10, head: str = "above") -> Shape:
    """A shape with its headline over all of it, over two thirds or beside its legs."""
    wide = columns * 2 // 3 if head == "partial" else columns
    form = "vertical" if head == "vertical" else "above"
    return Shape(columns, rows, rows, rows, form=form, headline_rows=3, headline_columns=(0, wide), headline_size=300)


def block(name: str, weight: int, *shapes: Shape, **keys) -> BlockChoices:
    return BlockChoices(name, STORY, weight, shapes or tuple(map(shape, range(1, COLUMNS + 1))), **keys)


def problem(*blocks: BlockChoices, **keys) -> Problem:
    return Problem(COLUMNS, ROWS, blocks, **keys)


def plan(*placed: tuple[str, int, int, int, int], score: float = 0.0, lost: int = 0, head: str = "above") -> Plan:
    """A plan of (block, column, row, columns, rows)."""
    return Plan(
        tuple(Placement(name, shape(width, rows, head), column, row, rows, traits=STORY)
              for name, column, row, width, rows in placed), score, {}, {}, lost=lost,
    )  # fmt: skip


def idea(name: str = "一", **keys) -> Idea:
    return Idea(Words(name, name), (), **{"stories": (1, 9), **keys})


THREE = problem(block("a", 3), block("lead", 5), block("b", 3))


def test_roles_go_by_weight_and_the_first_of_equals_is_the_second():
    asked = idea(lead=Part((100, 100)), second=Part((50, 63)), others=Part((1, 25)))
    near = narrowed(THREE, asked)
    widths = {b.id: [s.columns for s in b.shapes] for b in near.blocks}
    assert widths == {"lead": [8], "a": [4, 5], "b": [1, 2]}


@pytest.mark.parametrize(
    ("page", "asked"),
    [
        (THREE, idea(stories=(4, 9))),
        (THREE, idea(lead=Part(head="vertical"))),
        (problem(block("lead", 5), vertical_page=True), idea()),
    ],
)
def test_a_page_that_an_idea_is_not_for_is_not_narrowed(page, asked):
    assert narrowed(page, asked) is None


def test_what_the_editor_placed_keeps_its_shape():
    placed = block("lead", 5, shape(4), fixed=GridRect(0, 0, 4, 10))
    near = narrowed(problem(placed, block("a", 3)), idea(lead=Part((100, 100))))
    assert near.blocks[0] == placed


@pytest.mark.parametrize("head", ["above", "partial", "vertical"])
def test_headlines_are_told_apart(head):
    page = problem(block("lead", 5, *(shape(6, head=form) for form in ("above", "partial", "vertical"))))
    [lead] = narrowed(page, idea(lead=Part(head=head))).blocks
    assert lead.shapes == (shape(6, head=head),)


@pytest.mark.parametrize(
    ("second", "seats"),
    [
        ((5, 0, 3, 20), {"beside"}),
        ((5, 2, 3, 20), set()),
        ((0, 20, 4, 10), {"under"}),
        ((0, 20, 4, 20), {"under", "foot"}),
        ((5, 10, 3, 30), {"foot"}),
    ],
)
def test_a_seat_is_beside_the_lead_under_it_or_at_the_foot(second, seats):
    page, made = problem(block("lead", 5), block("a", 3)), plan(("lead", 0, 0, 5, 20), ("a", *second))
    assert {seat for seat in ("beside", "under", "foot") if shows(page, made, idea(second=Part(seat=seat)))} == seats


def test_a_plan_is_called_by_the_first_idea_that_it_shows():
    page, made = problem(block("lead", 5)), plan(("lead", 0, 0, 6, 40))
    ideas = [idea("一", lead=Part((100, 100))), idea("二", lead=Part((50, 80))), idea("三")]
    assert idea_of(page, made, ideas) is ideas[1]
    assert named(page, made, ideas).idea.zh == "二"
    assert named(page, made, ideas[:1]).idea is None


WIDE, HALF, NARROW = (plan(("lead", 0, 0, n, 40), ("a", n, 0, 8 - n, 40), score=s) for n, s in ((6, 1), (4, 2), (2, 3)))
PAIR = problem(block("lead", 5), block("a", 3))


def test_ideas_that_were_not_shown_come_before_better_plans_of_one_that_was():
    broad, other = idea("宽", lead=Part((50, 100))), idea("窄", lead=Part((1, 49)))
    found = unlike(PAIR, [NARROW, HALF, WIDE], [broad, other], 3)
    assert [p.score for p in found] == [1, 3, 2]


def test_plans_that_are_alike_stand_once_and_those_that_must_be_cut_beside_none_that_is_whole():
    cut = NARROW.__class__(NARROW.placements, 0.0, {}, {}, lost=3)
    found = unlike(PAIR, [WIDE, WIDE, cut], [], 5)
    assert [(p.score, p.lost) for p in found] == [(1, 0)]


@pytest.mark.parametrize("known", USUAL, ids=lambda known: known.name.en)
def test_the_ideas_that_came_along_are_drawn_as_they_say(known):
    """Of eight columns: the lead's in its first line are as many per cent as it asks for; the second's seat is seen."""
    lines = known.drawing
    assert {len(line) for line in lines} == {COLUMNS}
    assert set("".join(lines)) <= set("L2n")
    least, most = known.lead.columns
    lead = lines[0].count("L")
    assert least * COLUMNS <= 100 * lead <= most * COLUMNS
    low, high = known.second.columns
    second = max(line.count("2") for line in lines)
    assert not second or low * COLUMNS <= 100 * second <= high * COLUMNS
    seat = known.second.seat
    assert seat != "beside" or "2" in lines[0]
    assert seat != "under" or ("2" not in lines[0] and re.match("2", next(line for line in lines if "2" in line)))
    assert seat != "foot" or "2" in lines[-1]


def test_ideas_that_are_not_there_are_told(tmp_path):
    value, [found] = Layout(tmp_path).ideas()
    assert (value, found.code) == (None, "P272")
