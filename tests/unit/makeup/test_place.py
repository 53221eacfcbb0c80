"""Blocks in the places that the editor gave them: heads, insets, 竖题, pictures inside a story, what cannot be set."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Any

import pytest
from PIL import Image

from paiban.diagnostic import has_errors
from paiban.engine import Result
from paiban.kinds.story.model import StoryForm
from paiban.makeup.frame.fit import TALLER
from paiban.makeup.frame.place import block_galley
from paiban.makeup.frame.rack import Rack
from paiban.picture import PictureInfo
from paiban.span import absolute, plain_text
from paiban.units import PER_PT, rounded
from tests.support.issues import (
    briefs,
    codes,
    copy_of,
    em_box,
    fit_of,
    gap,
    han,
    legs_of,
    lines_of,
    maker_of,
    overlap,
    page_of,
    picture,
    place,
    placed_of,
    read_blocks,
    set_blocks,
    set_real,
    story,
)

EM, LEADING = 9 * PER_PT, 13 * PER_PT
COLUMN = 11 * EM
MISSING = "\U0002ee5d"
"""A character of the rarest block, which no face of ours has."""


@pytest.fixture
def pictures(tmp_path):
    """A folder with a picture of 2400 × 1600 pixels."""
    Image.new("L", (2400, 1600), 128).save(tmp_path / "p.png")
    return tmp_path


def test_no_head_against_the_sense_is_taken_to_fill_rows():
    """Copy that is short has room enough for a head that is parted by the sense."""
    for rows in range(14, 24):
        place = {"columns": "1-2", "rows": f"1-{rows}"}
        block = story("lead", headline="京东方第6代柔性面板线量产", weight=3, place=place, body=han(120))
        placed = placed_of(set_blocks(block))
        assert not placed.head.head.against, rows


def rows_of(result, block: str = "lead") -> list[int]:
    """The rows of the page on which a block's lines stand, from 1."""
    baselines = page_of(result).baselines
    return [baselines.index(line.y) + 1 for line in lines_of(result, block)]


# ---- rows -----------------------------------------------------------------------------------------------------------


def test_a_story_at_the_head_of_the_page_begins_in_its_first_row():
    result = set_blocks(story(columns="1-6", body=han(900)))
    head = placed_of(result).head
    assert head.block == 0
    assert rows_of(result)[0] == 1 + head.block_extent // LEADING


def test_a_story_further_down_keeps_a_white_row_at_its_top():
    result = set_blocks(story(columns="1-6", rows="11-30", body=han(900)))
    head = placed_of(result).head
    assert head.block == LEADING
    assert rows_of(result)[0] == 12 + head.block_extent // LEADING


def test_copy_that_fills_its_place_ends_on_its_last_row():
    result = set_blocks(story(columns="1-3", rows="11-30", body=han(2000)))
    assert max(rows_of(result)) == 30


@pytest.mark.parametrize(("columns", "legs", "em"), [("1-3", 2, 17), ("1-4", 3, 15), ("1-5", 4, 14), ("1-2", None, 11)])
def test_a_recut_story_has_its_legs_and_their_measure(columns, legs, em):
    """Three columns of 11 in two legs: (35 − 1) / 2; four in three: (47 − 2) / 3; five in four: (59 − 3) / 4."""
    result = set_blocks(story(columns=columns, legs=legs, body=han(1500)))
    assert len(placed_of(result).legs) == (legs or 2)
    assert {line.measure for line in lines_of(result) if line.start} == {em * EM}


def test_legs_stand_left_to_right_from_the_frames_edge_to_its_other():
    result = set_blocks(story(columns="2-5", rows="1-20", legs=3, body=han(1500)))
    frame = page_of(result).frames[0].rect
    legs = legs_of(lines_of(result))
    assert min(line.x for line in legs[0]) == frame.x0
    assert max(line.x + line.advance for line in legs[-1]) == frame.x1


def test_a_slot_is_as_good_as_a_place():
    by_slot = set_blocks(story(place=None, slot="lead", body=han(900)))
    first = placed_of(by_slot).place
    columns = f"{first.first_column}-{first.last_column}"
    by_place = set_blocks(story(columns=columns, rows=f"{first.first_row}-{first.last_row}", body=han(900)))
    assert [(line.x, line.y) for line in lines_of(by_slot)] == [(line.x, line.y) for line in lines_of(by_place)]


def test_a_byline_ends_its_lines_between_names_and_stands_in_one_leg():
    byline = "本报记者 某人 实习生 某乙 通讯员 某丙 文/图"
    result = set_blocks(story(columns="1-2", rows="1-9", body=han(6), byline=byline))
    lines = [line for line in lines_of(result) if line.role == "byline"]
    assert [copy_of(line).strip() for line in lines] == ["本报记者 某人", "实习生 某乙 通讯员 某丙", "文/图"]
    assert len({line.leg for line in lines}) == 1


def test_no_cross_head_stands_at_a_legs_foot():
    """Three legs: 4 + 1 and 4 + 1 and 5 lines, which filled one after another would part a head from its text."""
    copy = "\n".join([han(64), "## 小标题", han(64), "## 小标题", han(80)])
    result = set_blocks(story(columns="1-4", rows="1-12", legs="3", headline="标题", weight="5", body=copy))
    rows = [(line.leg, line.y, line.role) for line in lines_of(result) if line.role in {"body", "crosshead"}]
    for one, two in pairwise(sorted(rows)):
        assert one[2] != "crosshead" or one[0] == two[0]
    assert sorted(rows)[-1][2] == "body"


@pytest.mark.parametrize("lines", range(3, 9))
def test_no_cross_head_stands_right_above_a_picture_in_its_leg(tmp_path, lines):
    Image.new("L", (900, 600), 128).save(tmp_path / "p.png")
    copy = "\n".join([han(16 * lines), "## 小标题", han(16 * 30)])
    host = story(columns="1-3", rows="1-40", headline="标题", body=copy)
    result = set_blocks(host, picture("p.png", "1-2", "12-24", with_="lead"), folder=tmp_path)
    below = {(line.leg, line.row) for line in placed_of(result).lines}
    (head,) = [line for line in placed_of(result).lines if line.role == "crosshead"]
    assert (head.leg, head.row + 1) in below


def test_a_byline_is_the_last_line_ranged_right():
    result = set_blocks(story(columns="1", rows="1-12", body=han(60), byline="本报记者"))
    last = lines_of(result)[-1]
    assert (last.role, copy_of(last)) == ("byline", "本报记者")
    assert last.x + last.advance == page_of(result).frames[0].rect.x1


def test_a_cross_head_stands_in_the_middle_of_its_leg():
    result = set_blocks(story(columns="1", rows="1-20", body=f"{han(60)}\n## {han(4)}\n{han(60)}"))
    (head,) = lines_of(result, "lead", "crosshead")
    frame = page_of(result).frames[0].rect
    assert abs((head.x - frame.x0) - (frame.x1 - head.x - head.advance)) <= 1


# ---- boxes ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("key", ["box", "tint", "border"])
def test_boxed_text_is_inset_on_both_sides(key):
    """¾ em, and what brings its legs to whole ems: half an em over two legs of 10¼ em, shared with the gutter."""
    result = set_blocks(story(columns="1-2", rows="5-20", body=han(600), **{key: "yes"}))
    assert not has_errors(d for d in result.diagnostics if not d.code.startswith("P50"))
    frame = page_of(result).frames[0].rect
    inset = rounded(EM * 3, 4) + EM // 2 // 3
    lines = lines_of(result)
    assert {line.measure for line in lines if line.start} == {10 * EM}
    assert min(line.x for line in lines) == frame.x0 + inset
    assert max(line.x + line.advance for line in lines) == frame.x1 - inset


def test_boxed_text_keeps_a_row_clear_at_head_and_foot():
    result = set_blocks(story(columns="1-2", rows="1-20", body=han(900), box="yes"))
    assert placed_of(result).head.block == LEADING
    assert max(rows_of(result)) == 19


def test_a_boxed_rail_is_inset_too():
    result = set_blocks(briefs(han(200), rows="3-30", box="yes"))
    frame = page_of(result).frames[0].rect
    lines = lines_of(result, "briefs")
    assert all(line.x >= frame.x0 + EM // 2 and line.x + line.advance <= frame.x1 - EM // 2 for line in lines)


# ---- 竖题 -----------------------------------------------------------------------------------------------------------


STRIPS = {
    "one line": {},
    "two lines": {"headline": "春天|来了"},
    "a kicker": {"kicker": han(6)},
    "a deck": {"deck": han(8)},
    "both": {"headline": "春天|来了", "kicker": han(6), "deck": han(8)},
}


@pytest.mark.parametrize("keys", STRIPS.values(), ids=STRIPS)
@pytest.mark.parametrize("box", ["no", "line"])
def test_a_vertical_headline_stands_in_a_strip_as_wide_as_its_type_and_an_em(keys, box):
    """Half an em on either side, then a gutter; the legs share what is left. A box keeps ¾ em inside its line."""
    result = set_blocks(
        story(columns="1-3", rows="5-30", headline_form="vertical", weight=2, box=box, body=han(900), **keys)
    )
    frame = page_of(result).frames[0].rect
    roles = ("headline", *(role for role in ("kicker", "deck") if role in keys))
    boxes = [em_box(head) for role in roles for head in lines_of(result, "lead", role)]
    inset = min(line.x for line in lines_of(result)) - max(box.x1 for box in boxes)
    assert all(line.vertical for role in roles for line in lines_of(result, "lead", role))
    assert abs(inset - (EM // 2 + EM)) <= 1
    assert abs(min(box.x0 for box in boxes) - frame.x0 - (EM // 2 if box == "no" else EM // 2 + 3 * EM // 4)) <= 1


@pytest.mark.parametrize(("legs", "expected"), [(None, 2), (2, 2), (3, 3)])
def test_the_legs_beside_a_vertical_headline_share_what_its_strip_leaves(legs, expected):
    """(columns − strip − gutters) ÷ legs: longer lines than the page's columns have."""
    form = {"headline_form": "vertical", "weight": 1, **({"legs": legs} if legs else {})}
    result = set_blocks(story(columns="1-3", rows="5-30", body=han(900), **form))
    lines, frame = [line for line in lines_of(result) if line.start], page_of(result).frames[0].rect
    starts = sorted({line.x for line in lines})
    assert len(starts) == expected
    (measure,) = {line.measure for line in lines}
    assert 0 <= frame.x1 - starts[-1] - measure <= expected


def test_a_vertical_headline_begins_level_with_its_text():
    result = set_blocks(story(columns="1-3", rows="5-30", headline_form="vertical", body=han(600)))
    (head, *_) = lines_of(result, "lead", "headline")
    text = em_box(lines_of(result)[0])
    assert 0 <= em_box(head).y0 - text.y0 <= EM // 10


def test_a_vertical_headline_runs_no_lower_than_its_text():
    result = set_blocks(story(columns="1-3", rows="5-30", headline_form="vertical", body=han(900)))
    foot = max(em_box(line).y1 for line in lines_of(result))
    assert all(em_box(head).y1 <= foot for head in lines_of(result, "lead", "headline"))


def test_vertical_headline_lines_stand_right_to_left():
    result = set_blocks(
        story(columns="1-3", rows="5-20", headline="春天|来了", headline_form="vertical", weight=1, body=han(500))
    )
    first, second = lines_of(result, "lead", "headline")
    assert second.x < first.x
    assert not overlap(em_box(first), em_box(second))


def test_a_vertical_headline_in_a_single_column_leaves_no_room_and_says_so():
    result = set_blocks(story(columns="1", headline_form="vertical", body=han(100)))
    assert "P506" in codes(result)


def test_what_stands_inside_is_to_be_moved_only_where_something_does(pictures):
    def hint(columns: str, *inside: dict[str, object]) -> str:
        host = story(columns=columns, rows="1-30", headline_form="vertical", body=han(300))
        return hint_of(set_blocks(host, *inside, folder=pictures), "P506")

    assert hint("1") == "把位置加高或加宽"
    assert hint("1-2", picture("p.png", "1", "2-25", with_="lead")) == "把位置加高或加宽，或移开里面的图片"


def test_a_picture_beside_a_vertical_headline_keeps_its_rows_clear_and_its_columns(pictures):
    """A picture right after the strip stands on the grid, so the legs above it do, and the strip is a whole column."""
    result = set_blocks(
        story(columns="1-3", rows="5-30", headline_form="vertical", body=han(300)),
        picture("p.png", "2-3", "20-30", with_="lead"),
        folder=pictures,
    )
    assert max(rows_of(result)) < 19
    assert min(line.x for line in lines_of(result)) == page_of(result).frames[0].rect.x0 + COLUMN + EM


def test_a_picture_further_on_leaves_a_vertical_headline_no_more_than_its_strip(pictures):
    """The first leg has what the strip leaves of two columns; the second is the picture's."""
    result = set_blocks(
        story(columns="1-3", rows="5-30", headline_form="vertical", body=han(300)),
        picture("p.png", "3", "20-30", with_="lead"),
        folder=pictures,
    )
    frame, (headline, *_) = page_of(result).frames[0].rect, lines_of(result, "lead", "headline")
    strip = em_box(headline).x1 + EM // 2 - frame.x0
    assert abs(em_box(headline).x0 - frame.x0 - EM // 2) <= 1
    legs = sorted({(line.x, line.measure) for line in lines_of(result) if line.start})
    assert legs == [(frame.x0 + strip + EM, 2 * COLUMN + EM - strip - EM), (frame.x0 + 2 * (COLUMN + EM), COLUMN)]
    assert max(row for row, line in zip(rows_of(result), lines_of(result), strict=True) if line.leg == 1) < 19


# ---- pictures inside a story ----------------------------------------------------------------------------------------


def illustrated(pictures, columns: str = "1-2", rows: str = "12-20", **keys):
    return set_blocks(
        story(columns="1-4", rows="1-30", body=han(900), **keys),
        picture("p.png", columns, rows, with_="lead", caption=han(12), credit=han(3)),
        folder=pictures,
    )


def test_a_place_that_its_caption_fills_has_no_room_for_a_picture(pictures):
    result = set_blocks(picture("p.png", "1", "1-3", caption=han(60)), folder=pictures)
    assert "P511" in codes(result)


@pytest.mark.parametrize(("columns", "rows"), [("1-2", "12-20"), ("2-3", "15-22"), ("4", "12-25"), ("1-4", "12-20")])
def test_lines_keep_clear_of_a_picture_in_their_story(pictures, columns, rows):
    result = illustrated(pictures, columns, rows)
    shown = next(frame.rect for frame in page_of(result).frames if frame.kind == "picture")
    for line in lines_of(result):
        across, down = gap(em_box(line), shown)
        assert across > 0 or down >= LEADING // 2, copy_of(line)


def test_lines_beside_a_picture_go_on(pictures):
    assert set(range(12, 21)) <= set(rows_of(illustrated(pictures)))


def test_a_picture_inside_a_story_has_no_white_row_of_its_own(pictures):
    assert placed_of(illustrated(pictures), "picture").white_above == 0


def test_a_picture_by_itself_has_one(pictures):
    result = set_blocks(picture("p.png", "1-2", "12-20"), folder=pictures)
    assert placed_of(result, "picture").white_above == 1


def test_a_head_that_would_run_into_a_picture_is_an_error(pictures):
    result = illustrated(pictures, "1-4", "1-20")
    assert "P506" in codes(result)


def hint_of(result: Result, code: str) -> str:
    """The words of a finding's ``roomier``, in Chinese."""
    return next((dict(found.params)["roomier"].zh for found in result.diagnostics if found.code == code), "")


@pytest.mark.parametrize("deck", [None, "副题一行|副题两行|副题三行"])
def test_a_head_that_runs_into_a_picture_says_the_row_where_that_would_stand(pictures, deck):
    """There it does, and a row higher it does not."""

    def hint(row: int) -> str:
        host = story(columns="1-4", rows="1-60", weight=5, deck=deck, body=han(900))
        photo = picture("p.png", "1-4", f"{row}-40", with_="lead", fit="crop")
        return hint_of(set_blocks(host, photo, folder=pictures), "P506")

    (row,) = map(int, re.findall("[0-9]+", hint(2)))
    assert row > 3
    assert hint(row) == ""
    assert hint(row - 1) != ""


def test_a_head_that_fills_its_place_says_how_many_rows_that_needs():
    def hint(rows: int) -> str:
        block = story(columns="1-2", rows=f"3-{2 + rows}", weight=5, body=han(90))
        return hint_of(set_blocks(block), "P506")

    (rows,) = map(int, re.findall("[0-9]+", hint(2)))
    assert hint(rows) == ""
    assert hint(rows - 1) != ""


def test_one_line_between_a_head_and_a_picture_is_told_with_the_rows_where_there_is_none_or_two(pictures):
    def found(row: int) -> dict[str, object]:
        host = story(columns="1-4", rows="1-60", weight=5, body=han(1900))
        photo = picture("p.png", "1-4", f"{row}-{row + 18}", with_="lead", fit="crop")
        result = set_blocks(host, photo, folder=pictures)
        assert "P506" not in codes(result)
        return next((dict(each.params) for each in result.diagnostics if each.code == "P556"), {})

    host = placed_of(set_blocks(story(columns="1-4", rows="1-60", weight=5, body=han(1900))))
    below = host.place.row + host.legs[0].rows[0] + 1
    told = {row: found(row) for row in range(below, below + 4)}
    alone = [row for row, each in told.items() if each]
    assert alone
    assert len({told[row]["row"] for row in alone}) == 1
    for row in alone:
        assert found(int(told[row]["up"])) == found(int(told[row]["down"])) == {}


def test_a_crop_keeps_the_place_filled_and_the_focus_in_view(pictures):
    result = set_blocks(picture("p.png", "1-2", "2-30", focus=[0.9, 0.5]), folder=pictures)
    placed = placed_of(result, "picture")
    left, top, right, bottom = placed.content.parts[0].crop.box
    assert (top, bottom) == (0.0, 1.0)
    assert left < 0.9 < right <= 1.0
    assert "P562" in codes(result)


def test_a_picture_of_the_places_own_shape_is_hardly_cropped(pictures):
    result = set_blocks(picture("p.png", "1-2", "1-11"), folder=pictures)
    assert codes(result) == []
    assert placed_of(result, "picture").content.parts[0].crop.box[2] > 0.9


# ---- what cannot be set ---------------------------------------------------------------------------------------------


def test_a_block_without_a_place_is_an_error():
    result = set_blocks(story(place=None))
    assert codes(result) == ["P503"]


def test_a_headline_that_does_not_fit_is_an_error_where_it_stands():
    result = set_blocks(story(columns="1", rows="1-60", headline=han(60)))
    (found,) = [d for d in result.diagnostics if d.code == "P504"]
    (block,) = result.issue.pages[0].blocks
    assert found.span == absolute(block.content.headline.span, result.issue.anchors)


def room_told(count: int, **keys: Any) -> str:
    """What is said of how long a headline of so many characters may be in one column; ``""`` where it fits."""
    result = set_blocks(story(columns="1", rows="1-60", headline=han(count), **keys))
    return next((str(dict(d.params)["room"]) for d in result.diagnostics if d.code == "P504"), "")


@pytest.mark.parametrize("keys", [{"headline_form": "above"}, {"headline_form": "above", "writing": "vertical"}])
def test_a_headline_that_does_not_fit_is_told_how_long_it_may_be(keys):
    """As long as is told it fits, a character longer it does not."""
    words = room_told(150, **keys)
    (most, has) = map(int, re.findall("[0-9]+", words)[:2])
    assert has == 150
    assert room_told(most, **keys) == ""
    assert room_told(most + 1, **keys) != ""


def test_a_headline_that_the_editor_broke_is_told_how_long_it_may_be():
    """A break is no character, and stays where it is while characters are cut from the end."""

    def told(first: int, second: int) -> str:
        result = set_blocks(story(columns="1", rows="1-60", headline=f"{han(first)}|{han(second)}", weight=4))
        return next((str(dict(d.params)["room"]) for d in result.diagnostics if d.code == "P504"), "")

    (most, has) = map(int, re.findall("[0-9]+", told(3, 30))[:2])
    assert has == 33
    assert told(3, most - 3) == ""
    assert told(3, most - 2) != ""


@pytest.mark.parametrize("rows", ["5", "5-6", "1-2"])
def test_a_place_without_room_for_a_line_is_an_error(rows):
    assert codes(set_blocks(story(columns="1-2", rows=rows, body=han(90)))) == ["P506"]


def test_a_rail_without_room_for_a_line_is_an_error():
    assert codes(set_blocks(briefs(han(8), rows="1-2", label="简讯"))) == ["P506"]


def test_copy_over_is_an_error_where_the_rest_begins():
    others = (
        story("b", columns="1", rows="11-71", body=han(900)),
        story("c", columns="2-6", rows="1-71", body=han(6000)),
    )
    result = set_blocks(story(columns="1", rows="1-10", body=han(500)), *others)
    (found, *_) = [d for d in result.diagnostics if d.code == "P501"]
    fit = fit_of(result)
    last = lines_of(result)[-1]
    assert found.span == absolute(last.copy.at(last.end), result.issue.anchors)
    said = dict(found.params)
    assert {name: said[name] for name in ("block", "lines", "characters", "offer")} == {
        "block": "lead",
        "lines": fit.over_lines,
        "characters": 500 - last.end,
        "offer": TALLER,
    }
    assert said["cut"].zh == f"从末尾删 {500 - last.end} 字"


def test_copy_short_is_a_warning_with_what_is_missing():
    result = set_blocks(story(columns="1", rows="1-30", body=han(9)))
    (found,) = [d for d in result.diagnostics if d.code == "P502"]
    missing = fit_of(result).room - 1
    assert found.severity == "warning"
    said = dict(found.params)
    assert (said["block"], said["lines"]) == ("lead", missing)
    assert said["about"].zh == f"，约 {11 * missing} 字"
    assert said["add"].zh == f"补 {11 * missing} 字，或加小标题"


def test_every_block_is_judged_though_one_is_over():
    result = set_blocks(
        story(columns="1", rows="1-10", body=han(500)), story("second", columns="2", rows="1-10", body=han(500))
    )
    assert [d.code for d in result.diagnostics if d.code.startswith("P5")] == ["P501", "P501"]


PARTS = {
    "headline": lambda: set_real(story(headline=f"春天{MISSING}")),
    "kicker": lambda: set_real(story(kicker=f"春天{MISSING}")),
    "deck": lambda: set_real(story(deck=f"春天{MISSING}")),
    "body": lambda: set_real(story(body=f"春天{MISSING}")),
    "byline": lambda: set_real(story(byline=f"春天{MISSING}")),
    "section": lambda: set_real(story(), section=f"春天{MISSING}"),
    "credit": lambda: set_real(story(), credits={"编辑": f"春天{MISSING}"}),
    "label": lambda: set_real(briefs("春天来了。", label=f"春天{MISSING}")),
    "brief": lambda: set_real(briefs(f"春天{MISSING}")),
}


@pytest.mark.parametrize("part", PARTS)
def test_a_character_that_no_face_has_is_an_error_where_it_stands(part):
    result = PARTS[part]()
    (found,) = [d for d in result.diagnostics if d.code == "P310"]
    line = result.sources[found.span.file].split("\n")[found.span.line - 1]
    assert line[found.span.column - 1 : found.span.end_column - 1] == MISSING


def test_a_captions_missing_character_is_an_error_where_it_stands(pictures):
    result = set_real(picture("p.png", "1-2", "1-12", caption=f"春{MISSING}", credit=f"天{MISSING}"), folder=pictures)
    assert [d.code for d in result.diagnostics if d.code == "P310"] == ["P310", "P310"]


def test_a_place_may_be_a_single_column():
    assert placed_of(set_blocks(story(place=place("3", "1-20"), body=han(200)))).place.columns == 1


# ---- once ------------------------------------------------------------------------------------------------------------


def test_copy_is_prepared_once_wherever_its_block_stands():
    issue = read_blocks(story(body=han(200)))
    kit = maker_of(issue)
    (block,) = issue.pages[0].blocks
    moved = block._replace(place=None, form=StoryForm(2))
    assert block_galley(moved, kit) is block_galley(block, kit)


def test_copy_is_prepared_anew_for_another_body():
    issue = read_blocks(story(body=han(200)))
    (block,) = issue.pages[0].blocks
    kit = maker_of(issue)
    other = kit._replace(setter=kit.setter._replace(body=kit.setter.body._replace(size=10 * PER_PT)))
    assert block_galley(block, other) is not block_galley(block, kit)


def test_a_picture_is_looked_at_once(pictures):
    rack, words = Rack(), plain_text("p.png")
    seen = rack.picture(pictures / "p.png", words)
    assert rack.picture(pictures / "p.png", words) is seen


def test_a_picture_that_was_replaced_is_looked_at_again(pictures):
    rack, words = Rack(), plain_text("p.png")
    rack.picture(pictures / "p.png", words)
    Image.new("L", (600, 300), 128).save(pictures / "p.png")
    seen = rack.picture(pictures / "p.png", words)
    assert isinstance(seen, PictureInfo)
    assert (seen.width_px, seen.height_px) == (600, 300)
