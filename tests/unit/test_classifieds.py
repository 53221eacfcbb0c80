"""Classifieds: items whole and in order over level legs, counted and priced; nothing of them lost."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paiban.diagnostic import Diagnostic
from paiban.display import Box, Rule
from paiban.engine import Result
from paiban.kinds import KINDS
from paiban.kinds.classifieds.packing import Element, height, least_room, packed
from paiban.kinds.classifieds.planning import PLANNING
from paiban.units import PER_PT
from tests.support.issues import (
    copy_of,
    em_box,
    han,
    lines_of,
    maker_of,
    page_of,
    place,
    placed_of,
    read_blocks,
    set_blocks,
)

ROLES = ("classified", "classified-title", "classified-sign", "classified-head", "classified-label", "classified-note")


def ads(*items: Any, **keys: Any) -> dict[str, Any]:
    given = {"id": "ads", "classifieds": "分类广告", "items": list(items), "place": place("1-3", "1-20"), **keys}
    return {key: value for key, value in given.items() if value is not None}


def of(result: Result, code: str) -> list[Any]:
    return [d for d in result.diagnostics if d.code == code]


def text_of(result: Result, *roles: str) -> str:
    return "".join(copy_of(line) for line in lines_of(result, "ads", *roles))


ITEM = han(20)
"""On a leg of 11 em at 9 pt an item of 7.5 pt has 13.2 characters a line: two lines."""


def test_items_stand_in_order_under_their_heads():
    groups = [{"category": han(4, n), "items": [han(20, n), han(15, n + 3)]} for n in (0, 5)]
    result = set_blocks(ads(items=None, categories=groups))
    wanted = "分类广告" + "".join(group["category"] + "".join(group["items"]) for group in groups)
    assert text_of(result, *ROLES) == wanted
    assert result.ok


def test_the_label_stands_clear_of_the_line_over_it():
    """By a quarter of its type at the least."""
    result = set_blocks(ads(ITEM, place=place("1-3", "5-20")))
    line = next(item for item in placed_of(result, "ads").content.items if isinstance(item, Rule))
    (label,) = lines_of(result, "ads", "classified-label")
    assert em_box(label).y0 - (line.y0 + line.weight // 2) >= label.runs[0].size // 4


def test_a_category_stands_white_on_the_colour_that_the_sheet_has_for_it():
    result = set_blocks(ads(items=None, categories=[{"category": han(4), "items": [han(20)]}]))
    (head,) = lines_of(result, "ads", "classified-head")
    (bar,) = [item for item in page_of(result).items if isinstance(item, Box) and item.block == "ads" and item.fill]
    assert ({bar.fill}, {run.colour for run in head.runs}) == ({(0, 0, 0, 100)}, {(0, 0, 0, 0)})


def test_no_item_is_parted():
    result = set_blocks(ads(*[han(33, n) for n in range(30)], place=place("1-3", "1-32")))
    for number in range(30):
        legs = {line.leg for line in lines_of(result, "ads", "classified") if line.copy.value == han(33, number)}
        assert len(legs) == 1


def test_a_head_never_stands_at_the_foot_of_a_leg():
    groups = [{"category": han(2, n), "items": [han(20, n)] * 3} for n in range(9)]
    result = set_blocks(ads(items=None, categories=groups, place=place("1-6", "1-20")))
    lines = lines_of(result, "ads", "classified", "classified-head")
    for leg in {line.leg for line in lines}:
        assert [line for line in lines if line.leg == leg][-1].role == "classified"


def test_a_unit_stays_with_its_number_in_an_item():
    # Twelve em and a digit fill a line of 13.2 em; the digit goes to the next with its 元.
    result = set_blocks(ads(f"{han(12)}5元{han(9)}", place=place("1", "1-20"), legs=1))
    first, second = lines_of(result, "ads", "classified")
    assert copy_of(first) == han(12)
    assert copy_of(second).startswith("5元")


def element(units: int, head: bool = False) -> Element:
    """An element that takes so many half lines."""
    from paiban.kinds.classifieds.model import SmallAd  # noqa: PLC0415
    from paiban.kinds.classifieds.packing import Broken  # noqa: PLC0415
    from paiban.span import Span  # noqa: PLC0415

    lines: Any = (None,) * units
    copy: Any = (Broken("classified", None, lines),)  # type: ignore[arg-type]
    ad = None if head else SmallAd(None, (), (), "", None, Span("", 1, 1, 1, 1))
    return Element(copy, ad, "")


@given(st.lists(st.tuples(st.integers(1, 6), st.booleans()), min_size=1, max_size=40), st.integers(1, 6))
def test_dealing_loses_nothing_and_keeps_the_order(sizes, legs):
    elements = [element(lines, head and index + 1 < len(sizes)) for index, (lines, head) in enumerate(sizes)]
    room = least_room(elements, legs)
    dealt, left = packed(elements, legs, room)
    assert [e for leg in dealt for e in leg] == elements
    assert left == ()
    assert len(dealt) <= legs
    assert all(height(leg) <= room for leg in dealt)
    assert room == 1 or packed(elements, legs, room - 1)[1]


@given(st.lists(st.integers(1, 6), min_size=1, max_size=40), st.integers(1, 4), st.integers(1, 40))
def test_what_finds_no_room_is_the_end_of_them(sizes, legs, room):
    elements = [element(lines) for lines in sizes]
    dealt, left = packed(elements, legs, room)
    assert [e for leg in dealt for e in leg] + list(left) == elements


def test_items_without_room_are_told_where_they_begin():
    (found,) = of(set_blocks(ads(*[han(60, n) for n in range(40)], place=place("1-2", "1-12"))), "P501")
    assert found.span is not None
    assert dict(found.params)["lines"] > 0


def test_room_without_items_is_told():
    assert of(set_blocks(ads(ITEM, place=place("1-6", "1-40"))), "P502")


def test_fillers_stand_at_the_end_as_far_as_there_is_room():
    result = set_blocks(ads(*[ITEM] * 6, fillers=[han(200, 9), han(14, 5)], place=place("1-3", "1-9")))
    copies = [line.copy.value for line in lines_of(result, "ads", "classified")]
    assert han(200, 9) not in copies
    assert copies[-1] == han(14, 5)


RATES = {"line": 20, "least": 3, "frame": 30, "black": 100}


def test_lines_are_counted_and_priced():
    """An item of two lines is charged as three; one of four lines in a frame is 80 and 30."""
    framed = {"text": han(45), "frame": "line"}
    told = KINDS.data["classifieds"](placed_of(set_blocks(ads(ITEM, framed, rates=RATES)), "ads"))
    assert [(item["lines"], item["price"]) for item in told["items"]] == [(2, 60), (4, 110)]
    assert told["total"] == 170


def test_fillers_cost_nothing():
    told = KINDS.data["classifieds"](placed_of(set_blocks(ads(ITEM, fillers=[ITEM], rates=RATES)), "ads"))
    assert (len(told["items"]), told["total"]) == (1, 60)


def test_what_they_come_to_is_said():
    (found,) = of(set_blocks(ads(ITEM, {"text": ITEM, "frame": "black"}, rates=RATES)), "P532")
    assert (dict(found.params)["lines"], dict(found.params)["total"]) == (4, "220")


def test_an_item_longer_than_was_booked_is_told_at_its_line():
    (found,) = of(set_blocks(ads({"text": ITEM, "lines": 3}, {"text": ITEM, "lines": 2})), "P533")
    assert (dict(found.params)["booked"], dict(found.params)["lines"]) == (3, 2)


@pytest.mark.parametrize(("frame", "weight"), [("line", PER_PT * 3 // 10), ("black", PER_PT * 5 // 2)])
def test_a_frame_goes_round_its_copy(frame, weight):
    result = set_blocks(ads({"title": han(4), "text": ITEM, "sign": [han(5), han(6)], "frame": frame}))
    (box,) = [i for i in page_of(result).items if isinstance(i, Box) and i.block == "ads" and i.stroke is not None]
    assert box.weight == weight
    white = lines_of(result, "ads", "classified")[0].body[0].size // 2
    for line in lines_of(result, "ads", "classified", "classified-title", "classified-sign"):
        inside = em_box(line)
        assert box.rect.x0 + weight + white <= inside.x0
        assert inside.x1 <= box.rect.x1 - weight - white
        assert box.rect.y0 + weight < inside.y0
        assert inside.y1 < box.rect.y1 - weight


def test_signs_are_ranged_right():
    result = set_blocks(ads({"text": ITEM, "sign": [han(5), han(6)]}, legs=2))
    assert len({em_box(line).x1 for line in lines_of(result, "ads", "classified-sign")}) == 1


def test_rules_stand_between_items_and_between_legs():
    result = set_blocks(ads(*[han(33, n) for n in range(12)], place=place("1-3", "1-16")))
    rules = [i for i in page_of(result).items if isinstance(i, Rule) and i.block == "ads"]
    upright = [rule for rule in rules if rule.x0 == rule.x1]
    assert len(upright) == 2
    assert not of(result, "P716")


def test_a_block_without_items_is_refused():
    (found,) = of(set_blocks(ads(items=None)), "P269")
    assert found.span is not None


def test_a_label_too_long_for_its_line_is_told():
    assert of(set_blocks(ads(ITEM, classifieds=han(30), note=han(30), place=place("1-2", "1-10"))), "P534")


def test_a_place_too_low_for_an_item_is_told():
    assert of(set_blocks(ads(ITEM, place=place("1-2", "1-2"))), "P506")


def test_frames_that_end_their_legs_end_level():
    """Two legs of a framed item each, the second one two lines shorter; its copy stands in the middle."""
    items = [{"text": han(count), "frame": "line"} for count in (60, 30)]
    result = set_blocks(ads(*items, legs=2, place=place("1-2", "1-12")))
    frames = [item.rect for item in page_of(result).items if isinstance(item, Box) and item.stroke is not None]
    assert len({frame.y1 for frame in frames}) == 1
    for frame, leg in zip(frames, (0, 1), strict=True):
        boxes = [em_box(line) for line in lines_of(result, "ads", "classified") if line.leg == leg]
        above, below = min(box.y0 for box in boxes) - frame.y0, frame.y1 - max(box.y1 for box in boxes)
        assert abs(above - below) <= PER_PT


def upright(*items: Any, **keys: Any) -> dict[str, Any]:
    return ads(*items, writing="vertical", **keys)


def test_vertical_items_stand_in_bands_from_the_right_below_one_another():
    result = set_blocks(upright(*[han(33, n) for n in range(15)], place=place("1-3", "1-30"), legs=2))
    lines = lines_of(result, "ads", "classified")
    assert "".join(copy_of(line) for line in lines) == "".join(han(33, n) for n in range(15))
    bands = [[line for line in lines if line.leg == band] for band in (0, 1)]
    for band in bands:
        assert all(line.vertical for line in band)
        assert [line.x for line in band] == sorted({line.x for line in band}, reverse=True)
    assert max(em_box(line).y1 for line in bands[0]) < min(line.y for line in bands[1])


def test_the_bands_of_vertical_items_come_near_to_a_column():
    """Six columns of a tabloid are 225 mm wide, 40 of its 71 rows 183 mm of 324 high: about five columns."""
    result = set_blocks(upright(*[han(33, n) for n in range(60)], place=place("1-6", "1-40")))
    assert {line.leg for line in lines_of(result, "ads", "classified")} == set(range(5))


def test_a_vertical_label_stands_at_the_right_of_its_items_and_a_note_at_its_foot():
    result = set_blocks(upright(*[ITEM] * 20, note=han(6), place=place("1-3", "1-20")))
    (label,), (note,) = (lines_of(result, "ads", f"classified-{role}") for role in ("label", "note"))
    assert max(em_box(line).x1 for line in lines_of(result, "ads", "classified")) < em_box(label).x0
    assert (label.x, label.leg) == (note.x, note.leg)
    assert em_box(label).y1 < note.y


@pytest.mark.parametrize("frame", ["line", "black"])
def test_a_frame_goes_round_vertical_copy(frame):
    result = set_blocks(upright({"title": han(4), "text": ITEM, "sign": [han(5)], "frame": frame}))
    (box,) = [i for i in page_of(result).items if isinstance(i, Box) and i.block == "ads" and i.stroke is not None]
    for line in lines_of(result, "ads", "classified", "classified-title", "classified-sign"):
        inside = em_box(line)
        assert box.rect.x0 + box.weight < inside.x0
        assert inside.x1 < box.rect.x1 - box.weight
        assert box.rect.y0 + box.weight < inside.y0
        assert inside.y1 < box.rect.y1 - box.weight


def test_classifieds_follow_the_direction_of_their_page():
    result = set_blocks(ads(*[ITEM] * 20), writing="vertical")
    assert all(line.vertical for line in lines_of(result, "ads", *ROLES))


def test_vertical_classifieds_over_the_fold_are_told():
    over = upright(*[ITEM] * 20, place=place("5-8", "3-16"))
    assert of(set_blocks(over, template="tabloid", page="2-3"), "P530")


@pytest.mark.parametrize("legs", [None, 3])
def test_every_height_that_make_up_is_offered_of_vertical_classifieds_holds_them(legs):
    items = [han(20 + 7 * (n % 4), n) if n % 3 else {"text": han(30, n), "frame": "line"} for n in range(40)]
    issue = read_blocks(upright(*items, place=None, legs=legs))
    (block,) = issue.pages[0].blocks
    offered = PLANNING.offer(block, None, None, maker_of(issue))
    assert not isinstance(offered, Diagnostic)
    assert offered.shapes
    for shape in offered.shapes:
        result = set_blocks(upright(*items, legs=legs, place=place(f"1-{shape.columns}", f"2-{shape.rows + 1}")))
        fit = placed_of(result, "ads").fit
        assert (fit.over_lines, fit.short_lines) == (0, 0), shape
