"""Stories given to pages: by weight, section and room."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from paiban.issue import Quota
from paiban.makeup.allot.assign import NOT_FIRST, Allotment, Unit, assign, fullness
from paiban.span import Span

ROOM = 100
SPAN = Span("issue.yaml", 1, 1, 1, 2)


def units(*sizes: tuple[int, int, str]) -> list[Unit]:
    """Units of (cells, weight, section)."""
    return [Unit(f"u{n}", cells, weight, section) for n, (cells, weight, section) in enumerate(sizes)]


def test_the_heaviest_story_stands_on_the_first_page():
    found = assign(units((40, 2, ""), (40, 3, ""), (50, 5, ""), (60, 3, "")), [3, 4], ROOM)
    assert found["u2"] == 3


@pytest.mark.parametrize("heavy", [1, 2])
def test_only_the_first_page_has_to_have_the_heaviest_story(heavy):
    """The page that has it costs nothing for that; where it stands on the second, the first page pays."""
    table = Allotment(units((50, 5, ""), (50, 4, "")), [1, 2], ROOM)
    table.at = [heavy - 1, 2 - heavy]
    lead, other = table.units
    first = table.page_cost(0, [lead]) - table.page_cost(0, [other])
    second = table.page_cost(1, [lead]) - table.page_cost(1, [other])
    assert first < second - NOT_FIRST / 2


def test_sections_stay_together():
    stories = units((50, 5, "a"), (50, 4, "b"), (45, 2, "a"), (45, 2, "b"))
    found = assign(stories, [1, 2], ROOM)
    assert found["u0"] == found["u2"] != found["u1"] == found["u3"]


def test_a_section_is_torn_rather_than_a_page_overfilled():
    found = assign(units((60, 5, "a"), (60, 4, "a"), (30, 2, "b"), (30, 2, "b")), [1, 2], ROOM)
    assert sorted(fullness(units((60, 5, "a"), (60, 4, "a"), (30, 2, "b"), (30, 2, "b")), found, ROOM).values()) == [
        90,
        90,
    ]


def test_every_page_has_something_to_lead_it():
    stories = units((50, 5, ""), (50, 4, ""), (25, 1, ""), (25, 1, ""), (25, 1, ""), (25, 1, ""))
    found = assign(stories, [1, 2], ROOM)
    assert found["u0"] != found["u1"]


def test_the_editors_pages_are_kept():
    stories = [Unit("light", 30, 1, page=1), Unit("heavy", 60, 5, page=2), *units((40, 3, ""), (50, 3, ""))]
    found = assign(stories, [1, 2], ROOM)
    assert (found["light"], found["heavy"]) == (1, 2)


@pytest.mark.parametrize("own", [(2,), (3,), (2, 3)])
def test_a_section_that_has_pages_stands_on_those_however_full_they_are(own):
    stories = [unit._replace(among=own if unit.section == "b" else ()) for unit in
               units((50, 5, "a"), (60, 4, "b"), (60, 3, "b"), (60, 2, "b"), (20, 1, "a"))]  # fmt: skip
    found = assign(stories, [1, 2, 3], ROOM)
    assert {found[unit.id] for unit in stories if unit.section == "b"} == {*own}


def test_the_heaviest_story_stays_with_its_section_and_the_next_leads_the_first_page():
    stories = units((50, 5, "sport"), (40, 3, ""), (40, 4, ""), (40, 2, "sport"))
    stories = [unit._replace(among=(2,) if unit.section else ()) for unit in stories]
    found = assign(stories, [1, 2], ROOM)
    assert (found["u0"], found["u2"]) == (2, 1)


def test_the_parts_of_a_story_stand_on_different_pages():
    stories = [Unit("lead", 40, 5, "a"), Unit("lead.3", 40, rest="lead"), *units((10, 3, "a"), (80, 3, "b"))]
    found = assign(stories, [1, 2], ROOM)
    assert found["lead"] != found["lead.3"]


@pytest.mark.parametrize("page", [1, 2])
def test_a_story_goes_on_on_a_later_page_and_never_on_one_before_it(page):
    """Its second part would fill the first page better."""
    stories = [Unit("long", 60, 3, page=page), Unit("long.3", 70, rest="long"), *units((30, 5, ""), (30, 4, ""))]
    found = assign(stories, [1, 2, 3], ROOM)
    assert found["long.3"] > found["long"] == page


def test_all_blocks_of_a_unit_are_given_its_page():
    found = assign([Unit("a", 80, 5), Unit("b", 70, 4, with_it=("c", "d"))], [1, 2], ROOM)
    assert found == {"a": 1, "b": 2, "c": 2, "d": 2}


def test_fullness_is_told_in_per_cent_of_a_pages_room():
    assert fullness(units((50, 1, ""), (25, 1, "")), {"u0": 2, "u1": 2}, ROOM) == {2: 75}


SIZES = st.lists(
    st.tuples(st.integers(5, 60), st.integers(1, 5), st.sampled_from(["", "a", "b"])), min_size=1, max_size=14
)


@given(SIZES, st.integers(1, 4))
@settings(max_examples=60, deadline=None)
def test_every_unit_finds_one_page(sizes, count):
    pages = list(range(1, count + 1))
    found = assign(units(*sizes), pages, ROOM)
    assert list(found) == [f"u{n}" for n in range(len(sizes))]
    assert set(found.values()) <= set(pages)


@given(SIZES, st.integers(1, 4))
@settings(max_examples=30, deadline=None)
def test_the_same_stories_are_spread_alike(sizes, count):
    pages = list(range(1, count + 1))
    assert assign(units(*sizes), pages, ROOM) == assign(units(*sizes), pages, ROOM)


@given(st.lists(st.tuples(st.integers(10, 60), st.integers(1, 5), st.sampled_from(["a", "b"])), min_size=2, max_size=6))
@settings(max_examples=40, deadline=None)
def test_small_issues_are_spread_nearly_as_well_as_can_be(sizes):
    """Against every way to spread them over two pages: no move or exchange may be left that would better the result."""
    stories = units(*sizes)
    table = Allotment(stories, [1, 2], ROOM)
    table.at = [page - 1 for page in assign(stories, [1, 2], ROOM).values()]
    reached = table.cost()
    for index, page in product(range(len(stories)), (0, 1)):
        assert table.with_unit(index, page) >= reached - 1e-6


@pytest.mark.parametrize("count", [1, 2, 3])
def test_an_issue_without_stories_has_nothing_to_spread(count):
    assert assign([], list(range(count)), ROOM) == {}


ASKS = st.lists(
    st.tuples(st.sampled_from(["elsewhere", "before", "among", "page", "rest"]), st.integers(0, 5), st.integers(0, 5)),
    max_size=3,
)
QUOTA = st.none() | st.tuples(st.integers(1, 3), st.integers(0, 4), st.integers(0, 4))


@given(st.lists(st.tuples(st.integers(10, 60), st.integers(1, 5)), min_size=6, max_size=6), ASKS, QUOTA)
@settings(max_examples=60, deadline=None)
def test_what_can_be_kept_of_what_is_asked_is_kept(sizes, asks, quota):
    """Against every way to spread six stories over three pages: none keeps all where the one that is found does not."""
    pages = [1, 2, 3]
    stories = [unit._replace(stories=("",)) for unit in units(*((*size, "") for size in sizes))]
    for key, one, other in asks:
        named = {"among": (1 + other % 3,), "page": 1 + other % 3, "rest": f"u{other}"}.get(key, (f"u{other}",))
        if one != other or key in ("among", "page"):
            stories[one] = stories[one]._replace(**{key: named})
    quotas = [] if quota is None else [(quota[0], Quota((quota[1], quota[1] + quota[2]), (), SPAN))]
    table = Allotment(stories, pages, ROOM, quotas)
    table.at = [page - 1 for page in assign(stories, pages, ROOM, quotas).values()]
    if not table.asked():
        return
    for at in product(range(3), repeat=6):
        if all(unit.page in (None, pages[place]) for unit, place in zip(stories, at, strict=True)):
            table.at = list(at)
            assert table.asked()


def test_units_that_ask_most_are_put_first_where_the_heaviest_first_leads_nowhere():
    """The heaviest would stand on page 1, where no move of one story makes room for those that must follow others."""
    stories = [
        Unit("a", 47, 4, "x"),
        Unit("b", 13, 1, "y", before=("a",)),
        Unit("c", 46, 3, "x", elsewhere=("a",)),
        Unit("d", 28, 4, "x", among=(2,), before=("b",)),
    ]
    assert assign(stories, [1, 2], ROOM) == {"a": 2, "b": 2, "c": 1, "d": 2}
