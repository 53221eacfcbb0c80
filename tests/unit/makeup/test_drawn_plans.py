"""Plans of small pages as sketches with their scores, reviewed like code: what the search takes, and what that costs.

Run with ``--update`` the test rewrites them under ``tests/golden/plans``; read the difference.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from paiban.grid import GridRect
from paiban.kinds import KINDS
from paiban.makeup.search import BlockChoices, Plan, Problem, Shape, explain, search, sketch
from paiban.template import Costs
from tests.support.small_pages import small_problem

FOLDER = Path(__file__).parents[2] / "golden" / "plans"

TRAITS = {name: setting.traits for name, setting in KINDS.settings.items()}


def plain(columns: int, rows: int, give: int = 1) -> Shape:
    """A shape without a headline."""
    return Shape(columns, rows - give, rows, rows + give, form="none")


def rail(rows: int) -> BlockChoices:
    return BlockChoices("rail", TRAITS["briefs"], 1, (plain(1, rows, 3),))


def picture(*sizes: tuple[int, int]) -> BlockChoices:
    return BlockChoices("picture", TRAITS["picture"], 1, tuple(plain(*size) for size in sizes))


def advert(name: str, columns: int, rows: int, filler: bool = False) -> BlockChoices:
    return BlockChoices(name, TRAITS["advert"], 1, (plain(columns, rows, 0),), filler=filler)


def stories(seed: int, count: int, rows: int) -> tuple[BlockChoices, ...]:
    """Stories that fill so many rows of a page of six columns."""
    return small_problem(seed, count, rows=rows).blocks


def four_stories() -> Problem:
    return small_problem(1, 4)


def eight_stories() -> Problem:
    return small_problem(6, 8)


def twelve_stories() -> Problem:
    return small_problem(3, 12, columns=8, rows=96)


def rail_and_adverts() -> Problem:
    """A rail as high as a third of the page, two adverts side by side at its foot."""
    blocks = (*stories(4, 5, rows=46), rail(24), advert("left", 3, 10), advert("right", 3, 10))
    return Problem(6, 60, blocks)


def picture_by_itself() -> Problem:
    return Problem(6, 60, (*stories(5, 4, rows=50), picture((2, 12), (3, 20), (4, 27)), advert("strip", 6, 6)))


def fillers() -> Problem:
    """Copy for five sixths of the page, and two fillers of which one fits."""
    blocks = (*stories(7, 4, rows=50), advert("tall", 2, 30, filler=True), advert("flat", 6, 10, filler=True))
    return Problem(6, 60, blocks)


def given_place() -> Problem:
    given = GridRect(3, 40, 3, 20)
    block = BlockChoices("given", TRAITS["picture"], 1, (plain(3, 20, 0),), fixed=given)
    return Problem(6, 60, (*stories(8, 4, rows=50), block))


def made_up_again() -> Problem:
    """Every block would rather stay where it stood."""
    before = (GridRect(0, 0, 3, 36), GridRect(3, 0, 3, 20), GridRect(3, 20, 3, 40), GridRect(0, 36, 3, 24))
    blocks = zip(four_stories().blocks, before, strict=True)
    return Problem(6, 60, tuple(replace(block, previous=rect) for block, rect in blocks), costs=Costs(moved=12))


def white_row_at_the_head() -> Problem:
    """Every shape counts a white row that falls away at the head of the page."""
    return replace(small_problem(9, 4), white_above=1)


def vertical_page() -> Problem:
    """Read from the right: the lead stands at the top right."""
    return replace(small_problem(10, 4), vertical_page=True)


def short_of_copy() -> Problem:
    return Problem(6, 60, stories(11, 5, rows=40))


def too_much_copy() -> Problem:
    return Problem(6, 40, small_problem(11, 5, rows=46).blocks)


def two_columns() -> Problem:
    """So narrow that rules of the page must be broken."""
    return small_problem(12, 5, columns=2, rows=60)


PAGES: dict[str, Callable[[], Problem]] = {
    page.__name__: page
    for page in (
        four_stories, eight_stories, twelve_stories, rail_and_adverts, picture_by_itself, fillers,
        given_place, made_up_again, white_row_at_the_head, vertical_page, short_of_copy, too_much_copy, two_columns,
    )
}  # fmt: skip


LARGE = ("eight_stories", "twelve_stories")
"""Pages of which one plan will do."""


def plan_text(plan: Plan) -> str:
    """A plan: its sketch, why, and each term of its score."""
    terms = [f"{name} {value:.3f}" for name, value in sorted(plan.terms.items())]
    faults = [f"{name} × {count}" for name, count in sorted(plan.faults.items())]
    return "\n".join([sketch(plan), explain(plan), *faults, f"score {plan.score:.3f}", *terms, ""])


@pytest.mark.parametrize("name", PAGES)
def test_plans_are_drawn_as_they_were_reviewed(name, pytestconfig):
    text = "\n".join(plan_text(plan) for plan in search(PAGES[name](), best=1 if name in LARGE else 2))
    golden = FOLDER / f"{name}.txt"
    if pytestconfig.getoption("--update"):
        FOLDER.mkdir(exist_ok=True)
        golden.write_text(text, "utf-8")
    assert golden.exists(), f"{golden.name} is missing: run this test with --update and review it"
    assert text == golden.read_text("utf-8")


def test_every_golden_plan_is_used():
    assert {path.stem for path in FOLDER.glob("*.txt")} == set(PAGES)
