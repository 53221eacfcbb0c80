"""Several guests of one story: they stand one below the other in it, in lines of either direction."""

from __future__ import annotations

from itertools import combinations, pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from paiban.grid import GridRect
from paiban.kinds.story.upright_guests import guests_within
from paiban.makeup.frame.surround import CLEAR_ROWS
from paiban.makeup.propose.company import Company
from paiban.value import NamedTuple
from tests.support.copy_strategies import body_of
from tests.support.issues import copy_of, han, lines_of, read_blocks, story
from tests.unit.makeup.test_automatic import made_up, places, wanting


class Stub(NamedTuple):
    """A guest of a known reach."""

    block: Any
    reach: tuple[int, int, int]
    below_head: bool = False

    def rows(self, _columns: int) -> tuple[int, int, int]:
        return self.reach

    def cost(self, columns: int, weight: int) -> float:
        return float(columns * weight)


BLOCK = read_blocks(story()).pages[0].blocks[0]

REACHES = st.lists(st.tuples(st.integers(1, 9), st.integers(0, 4), st.integers(0, 4)), min_size=1, max_size=4)


def company_of(reaches) -> Company:
    return Company(tuple(Stub(BLOCK, (low, low + more, low + more + most)) for low, more, most in reaches))


@given(REACHES, st.integers(0, 20))
def test_shares_add_up_and_no_one_is_without_any(reaches, more):
    company = company_of(reaches)
    rows = company.fewest + more
    shares = company.shares(2, rows)
    assert sum(shares) + CLEAR_ROWS * (len(shares) - 1) == rows
    assert min(shares) >= 1


@given(REACHES)
def test_within_their_reach_each_keeps_to_its_own(reaches):
    company = company_of(reaches)
    least, _, most = company.rows(2)
    for rows in range(least, most + 1):
        for share, guest in zip(company.shares(2, rows), company.guests, strict=True):
            low, _, high = guest.rows(2)
            assert low <= share <= high


@given(REACHES)
def test_they_stand_below_each_other_with_a_row_of_white_between(reaches):
    company = company_of(reaches)
    rect = GridRect(3, 10, 2, company.rows(2)[1])
    stood = [block.place.rect for block in company.stood(rect)]
    assert stood[0].row == rect.row
    assert stood[-1].end_row == rect.end_row
    assert all(after.row - before.end_row == CLEAR_ROWS for before, after in pairwise(stood))


@pytest.mark.parametrize(("columns", "weight"), [(1, 1), (2, 3), (3, 5)])
def test_what_their_width_costs_adds_up(columns, weight):
    company = Company((Stub(BLOCK, (1, 2, 3)), Stub(BLOCK, (1, 2, 3))), weight)
    assert company.cost(columns) == 2 * columns * weight


def guests(host: str) -> tuple[dict[str, Any], ...]:
    return (
        {"id": "photo", "picture": "p.png", "caption": han(8), "with": host},
        {"id": "quote", "headline": han(6, 3), "with": host, "weight": 1},
        {"id": "table", "table": "甲 | 1\n乙 | 2\n丙 | 3", "with": host},
    )


OTHERS = (wanting("b", 700, 2, weight=4), wanting("c", 500, 3, weight=2), wanting("d", 420, 4, weight=2))


@pytest.mark.parametrize("writing", ["horizontal", "vertical"])
def test_a_picture_a_quote_and_a_table_stand_in_their_story(tmp_path, writing):
    Image.new("L", (1200, 800), 128).save(tmp_path / "p.png")
    lead = wanting("lead", 1500, 1, weight=5, writing=writing)
    result = made_up(lead, *guests("lead"), *OTHERS, folder=tmp_path)
    where = places(result)
    inside = [where[id_] for id_ in ("photo", "quote", "table")]
    assert all(where["lead"].holds(rect) for rect in inside)
    assert not any(one.meets(other) for one, other in combinations(inside, 2))
    copy = body_of(1, 1500).replace("\n## ", "").replace("\n", "")
    assert "".join(copy_of(line) for line in lines_of(result, "lead")) == copy
    (fit,) = [fit for fit in result.makeups[0].fits if fit.block == "lead"]
    assert not fit.over_lines


def test_guests_go_into_a_story_that_keeps_its_place(tmp_path):
    Image.new("L", (1200, 800), 128).save(tmp_path / "p.png")
    for writing in ("horizontal", "vertical"):
        lead = story("lead", "1-4", "1-50", weight=5, body=body_of(1, 1200), writing=writing)
        result = made_up(lead, *guests("lead")[:2], folder=tmp_path)
        where = places(result)
        assert where["lead"] == GridRect(0, 0, 4, 50)
        assert all(where["lead"].holds(where[id_]) for id_ in ("photo", "quote"))


def test_legs_that_are_not_alike_are_kept_by_make_up():
    lead = wanting("lead", 900, 1, weight=5, widths=[2, 1])
    result = made_up(lead, *OTHERS)
    assert places(result)["lead"].columns == 3
    measures = {line.measure for line in lines_of(result, "lead")}
    assert max(measures) > 3 * min(measures) // 2


@given(REACHES, st.integers(1, 4), st.integers(4, 60))
def test_guests_of_a_vertical_story_stand_in_every_place_that_holds_them(reaches, columns, rows):
    """A place that was not made for them, taller or lower than any that copy fills, has no block without a place."""
    company, rect = company_of(reaches), GridRect(1, 3, 4, rows)
    if rows > company.fewest:
        inner = guests_within(rect, columns, company, 1)
        assert rect.holds(inner)
        assert len(company.stood(inner)) == len(reaches)
