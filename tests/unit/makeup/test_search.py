"""The search of automatic make-up: exact cover, given places, the same page every time, near the complete search."""

from __future__ import annotations

import random
from dataclasses import replace
from itertools import product

import pytest

from paiban.grid import GridRect
from paiban.kinds import KINDS
from paiban.makeup.search import BlockChoices, Plan, Problem, Shape, rounds, search
from paiban.makeup.search.board import Board, Mode
from paiban.makeup.search.complete import complete
from paiban.template import Costs
from tests.support.small_pages import small_problem

STORY, PICTURE = (KINDS.settings[kind].traits for kind in ("story", "picture"))
COLUMNS, ROWS = 4, 40


def shapes(cells: int, most: int = COLUMNS) -> tuple[Shape, ...]:
    """A block of so many cells at every width, a row or two either way."""
    found = []
    for columns in range(1, most + 1):
        rows = round(cells / columns)
        found.append(
            Shape(columns, max(4, rows - 2), rows, rows + 2, form="above", headline_rows=4,
                  headline_columns=(0, columns), headline_size=300, legs=columns)
        )  # fmt: skip
    return tuple(found)


def problem(seed: int, blocks: int = 5, fixed: GridRect | None = None) -> Problem:
    rng = random.Random(seed)
    shares = [rng.uniform(0.6, 1.4) for _ in range(blocks)]
    cells = [round(COLUMNS * ROWS * share / sum(shares)) for share in shares]
    weights = [5, *(rng.randint(1, 4) for _ in cells[1:])]
    choices = [
        BlockChoices(f"s{i}", STORY, weight, shapes(count))
        for i, (count, weight) in enumerate(zip(cells, weights, strict=True))
    ]
    if fixed is not None:
        shape = Shape(fixed.columns, fixed.rows, fixed.rows, fixed.rows, form="none")
        choices.append(BlockChoices("given", PICTURE, 1, (shape,), fixed=fixed))
    return Problem(COLUMNS, ROWS, tuple(choices))


def covered(plan: Plan) -> list[tuple[int, int]]:
    return [
        cell
        for p in plan.placements
        for cell in product(range(p.column, p.column + p.shape.columns), range(p.row, p.row + p.rows))
    ]


@pytest.mark.parametrize("seed", range(8))
def test_a_plan_covers_the_page_exactly_once(seed):
    plans = search(problem(seed))
    assert plans
    assert sorted(covered(plans[0])) == sorted(product(range(COLUMNS), range(ROWS)))


@pytest.mark.parametrize("seed", range(8))
def test_every_story_is_placed_once(seed):
    asked = problem(seed)
    assert sorted(p.block for p in search(asked)[0].placements) == sorted(b.id for b in asked.blocks)


@pytest.mark.parametrize("seed", range(4))
def test_four_stories_are_a_page_without_a_fault_where_seams_cost_nothing(seed):
    """Four rectangles always leave a line through the whole page."""
    asked = problem(seed, blocks=4)
    assert not search(asked)[0].clean
    assert search(replace(asked, costs=Costs(open_gutters=0, broken_page=0)))[0].clean


def test_the_same_problem_gives_the_same_plans():
    assert search(problem(3), best=3) == search(problem(3), best=3)


def test_the_score_is_the_sum_of_its_terms():
    plan = search(problem(1))[0]
    assert plan.score == pytest.approx(sum(plan.terms.values()))


def test_a_given_place_is_kept_to_the_cell():
    rect = GridRect(2, 30, 2, 10)
    small = problem(2, blocks=4, fixed=rect)
    share = (COLUMNS * ROWS - 20) / (COLUMNS * ROWS)
    blocks = tuple(
        b if b.fixed else BlockChoices(b.id, b.traits, b.weight, shapes(round(share * s.columns * s.rows)))
        for b in small.blocks
        for s in b.shapes[:1]
    )
    plans = search(Problem(COLUMNS, ROWS, blocks))
    assert plans
    assert next(p.rect for p in plans[0].placements if p.block == "given") == rect


def test_a_page_without_a_headline_is_made_up():
    picture = tuple(Shape(columns, 20, 20, 20, form="none") for columns in (2, 4))
    asked = Problem(COLUMNS, ROWS, tuple(BlockChoices(f"p{i}", PICTURE, 1, picture) for i in range(2)))
    assert sorted(covered(search(asked)[0])) == sorted(product(range(COLUMNS), range(ROWS)))


def test_a_spent_budget_still_gives_a_page():
    assert search(problem(4), budget=0.0001)


def test_the_fast_search_reaches_the_complete_one_on_small_pages(monkeypatch):
    """On pages small enough for the complete search that have a clean page: in 95 % of cases, the issue asks."""
    monkeypatch.setattr(rounds, "COMPLETE_BLOCKS", 0)
    compared = reached = 0
    for seed in range(16):
        asked = small_problem(seed, blocks=5)
        best, finished = complete(Board(asked, Mode(bound=True)), lambda: True)
        assert finished
        if best is not None:
            compared += 1
            reached += search(asked)[0].score <= best.score + 1e-6
    assert compared >= 8
    assert reached >= 0.95 * compared


@pytest.mark.parametrize("workers", [2, 3, 8])
@pytest.mark.parametrize("seed", [2, 5])
def test_any_number_of_processes_finds_the_same(monkeypatch, seed, workers):
    begun = []
    begin = rounds.Forked
    monkeypatch.setattr(rounds, "WORTH_AHEAD", 0)
    monkeypatch.setattr(rounds, "Forked", lambda make: begun.append(make) or begin(make))
    asked = problem(seed, blocks=7)
    assert search(asked, best=3, workers=workers) == search(asked, best=3)
    assert begun


def test_a_round_whose_process_was_ended_is_done_here(monkeypatch):
    class Ended(rounds.Forked):
        def next(self):
            return None

    monkeypatch.setattr(rounds, "WORTH_AHEAD", 0)
    monkeypatch.setattr(rounds, "Forked", Ended)
    assert search(problem(2, blocks=7), best=3, workers=2) == search(problem(2, blocks=7), best=3)
