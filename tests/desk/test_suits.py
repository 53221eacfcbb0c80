"""Where a block in hand would fit is tinted, and every tinted place keeps what it promises."""

from __future__ import annotations

import pytest

from paiban.desk.scene import grid_rect
from paiban.desk.state import Move, shown_of, tried
from paiban.desk.suiting import Extent, Room, close_places, free_places, gaps, inside_places, suiting
from paiban.engine.house import USUAL
from paiban.engine.resident import Engine
from paiban.grid import GridRect
from tests.support.desk import REAL

ISSUE = REAL / "issue.yaml"
GONE = "    place: {columns: 6-7, rows: 1-22}\n"
"""The place of zheng-covid; without it two columns are free at the page's head."""


@pytest.fixture(scope="module")
def shown():
    text = ISSUE.read_text("utf-8").replace(GONE, "    filler: yes\n")
    return shown_of(ISSUE, text.encode("utf-8"), Engine.of(USUAL), None)


def place_of(shown, id_: str) -> list[int]:
    return next(block["place"] for block in shown.pages[0].facts["blocks"] if block["id"] == id_)


@pytest.mark.parametrize("block", ["drill", "street-shops", "yangzhou-sci", "drill-picture", "briefs"])
def test_a_block_really_set_in_a_tinted_place_is_neither_over_nor_short(shown, block):
    found = suiting(shown.made, block)
    assert found["free"]
    for suit in [*found["free"], *found["swaps"]]:
        away = [Move(suit["id"], grid_rect(place_of(shown, block)))] if "id" in suit else []
        fits = tried(shown, [Move(block, grid_rect(suit["place"]), suit["legs"]), *away], {})["fits"]
        assert fits[0]["set"]
        fit = fits[0]["fit"]
        assert fit is None or (fit["over"][0], fit["short"][0]) == (0, 0)


@pytest.mark.parametrize("block", ["drill", "street-shops", "zheng-covid", "chip"])
def test_who_stands_in_a_tinted_place_fits_where_the_block_stood(block):
    """A story whose copy would be over there changes places with nobody, nor does a picture that would be cut to it."""
    result = shown_of(ISSUE, ISSUE.read_bytes(), Engine.of(USUAL), None)
    own = grid_rect(place_of(result, block))
    for suit in suiting(result.made, block)["swaps"]:
        moves = [Move(block, grid_rect(suit["place"]), suit["legs"]), Move(suit["id"], own)]
        _, other = tried(result, moves, {})["fits"]
        assert other["set"]
        assert other["fit"] is not None
        assert other["fit"]["over"][0] == 0


def test_a_free_place_meets_nobody_and_the_gap_at_the_head_is_one(shown):
    found = suiting(shown.made, "drill-picture")["free"]
    places = {b["id"]: GridRect(*b["place"]) for b in shown.pages[0].facts["blocks"] if b["place"]}
    for suit in found:
        rect = GridRect(*suit["place"])
        assert [name for name, other in places.items() if other.meets(rect)] in ([], ["drill-picture"])
    assert any(suit["place"][:2] == [5, 0] for suit in found)


def test_gaps_are_what_no_rectangle_covers_in_any_of_the_columns():
    taken = [GridRect(0, 0, 1, 3), GridRect(1, 5, 2, 2), GridRect(3, 0, 1, 9)]
    assert list(gaps(0, 2, taken, 10)) == [(3, 5), (7, 10)]
    assert list(gaps(0, 1, taken, 10)) == [(3, 10)]
    assert list(gaps(3, 1, taken, 10)) == [(9, 10)]


ROOM = Room((GridRect(0, 0, 2, 10), GridRect(2, 4, 2, 6), GridRect(4, 7, 2, 3)), 6, 10)
"""Gaps of four and of seven rows side by side, the one two columns wide, the other too."""


def test_the_white_that_a_place_leaves_is_below_it_and_beside_it():
    assert ROOM.white(GridRect(2, 0, 2, 4)) == 2 * 4
    assert ROOM.white(GridRect(4, 0, 2, 7)) == 0
    assert ROOM.white(GridRect(4, 0, 1, 5)) == 2 + 5


def test_of_gaps_a_block_takes_the_one_that_it_fills():
    places = free_places([Extent(2, 5, None), Extent(2, 8, None), Extent(4, 3, None)], ROOM)
    assert min(places, key=lambda each: ROOM.loss(*each))[0] == GridRect(4, 0, 2, 7)  # at the head no white above


def test_a_picture_is_not_blown_up_to_fill_an_empty_page():
    room = Room((), 6, 60)
    places = list(free_places([Extent(6, 36, None, 10.4), Extent(3, 18, None), Extent(2, 14, None)], room))
    assert min(places, key=lambda each: room.loss(*each))[0] == GridRect(0, 0, 3, 17)


def test_a_gap_that_is_a_little_too_small_takes_it_where_nothing_else_does():
    assert list(free_places([Extent(2, 10, None)], ROOM)) == []
    assert [rect for rect, _ in close_places([Extent(2, 10, None)], ROOM)] == [GridRect(4, 0, 2, 7)]
    assert close_places([Extent(2, 30, None)], ROOM) == []


def test_a_picture_stands_at_the_foot_of_its_story_clear_of_another():
    extents = [Extent(1, 4, None), Extent(2, 5, None), Extent(2, 6, None), Extent(2, 7, None)]
    host = GridRect(2, 10, 4, 12)
    assert next(inside_places(extents, host, ()))[0] == GridRect(4, 17, 2, 5)
    assert next(inside_places(extents, host, (GridRect(4, 10, 1, 8),)))[0] == GridRect(5, 19, 1, 3)


def take_up(seat, block: str) -> tuple[float, float]:
    """A block taken up by the mouse, and where its middle is."""
    x, y, width, height = seat.rect(block)
    middle = x + width / 2, y + height / 2
    seat.drag(middle, (middle[0] + 12, middle[1] + 6))
    seat.page.wait_for_selector("#over .suits")
    return middle


def test_places_are_tinted_as_long_as_the_block_is_in_hand(seat):
    take_up(seat, "street-shops")
    assert seat.page.locator("#over .suits.swap").count() == 1
    seat.page.keyboard.press("Escape")
    seat.page.mouse.up()
    assert seat.page.locator("#over .suits").count() == 0


def test_with_shift_a_block_takes_the_tinted_place_under_the_hand(seat):
    """Two stories of the same size change places, and the drop leaves neither over nor short."""
    before = seat.desk.text
    take_up(seat, "street-shops")
    x, y, width, height = seat.rect("drill")
    seat.page.keyboard.down("Shift")
    seat.page.mouse.move(x + width / 2, y + height / 2, steps=4)
    seat.page.locator('.badge[data-of="hands"]', has_text="正好").first.wait_for()
    seat.page.mouse.up()
    seat.page.keyboard.up("Shift")
    after = seat.written(before)
    first, second = after.index("- id: drill\n"), after.index("- id: street-shops\n")
    assert after.index("columns: 1-3, rows: 32-47", first) > first
    assert after.index("columns: 6-8, rows: 42-57", second) > second


def test_a_key_leads_to_the_next_place_where_it_fits(seat):
    before = seat.desk.text
    seat.choose("street-shops")
    seat.page.keyboard.press("j")
    assert "columns: 6-8, rows: 42-57" in seat.written(before).split("- id: street-shops\n")[1][:300]


def test_what_stands_inside_a_story_moves_with_it(seat):
    """The picture of the water story stands in its legs: both go down by the same rows."""
    before = seat.desk.text
    seat.choose("water")
    seat.page.keyboard.press("ArrowDown")
    seat.page.locator("#offer[open] #anyway").click()  # an advert lies below
    after = seat.written(before)
    assert "{columns: 1-3, rows: 49-70}" in after
    assert "{columns: 2-3, rows: 55-63}" in after
