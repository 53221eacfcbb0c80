"""Rules and boxes between blocks: there where they are wanted, drawn once, never touching."""

from __future__ import annotations

from itertools import combinations, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from paiban.display import Rect, Rule
from paiban.units import PER_PT
from tests.support.issues import (
    briefs,
    drawn_rules,
    em_box,
    gap,
    han,
    lines_of,
    outlines,
    overlap,
    page_of,
    picture,
    place,
    set_blocks,
    story,
)

EM, LEADING = 9 * PER_PT, 13 * PER_PT
COPY = han(900)


def cells(words: str) -> int:
    first, _, last = words.partition("-")
    return int(last or first) - int(first) + 1


def filled(name: str, columns: str, rows: str, **keys) -> dict:
    """A story with about as much copy as its place holds."""
    return story(name, columns, rows, body=han(10 * cells(columns) * max(1, cells(rows) - 5)), **keys)


def set_places(*places: tuple[str, str], **keys):
    return set_blocks(*[filled(f"s{index}", *where, **keys) for index, where in enumerate(places)])


def rules_in_grid(result) -> list[Rect]:
    """The rules below the running head."""
    page = page_of(result)
    return [rule for rule in drawn_rules(page) if rule.y0 >= page.type_area.y0]


def lying(rules: list[Rect]) -> list[Rect]:
    return [rule for rule in rules if rule.width > rule.height]


def standing(rules: list[Rect]) -> list[Rect]:
    return [rule for rule in rules if rule.height > rule.width]


def test_a_lower_story_begins_with_a_hairline_from_its_first_leg_to_its_last():
    result = set_places(("1-6", "1-30"), ("1-6", "31-65"))
    (rule,) = lying(rules_in_grid(result))
    lower = page_of(result).frames[1].rect
    assert (rule.x0, rule.x1) == (lower.x0, lower.x1)


def test_the_hairline_stands_in_the_middle_of_the_white_row():
    result = set_places(("1-6", "1-30"), ("1-6", "31-65"))
    (rule,) = lying(rules_in_grid(result))
    middle = page_of(result).frames[1].rect.y0 + LEADING // 2
    assert abs((rule.y0 + rule.y1) // 2 - middle) <= 1


def test_a_picture_that_opens_its_story_is_ruled_off_from_another_ones_text(tmp_path):
    Image.new("L", (1200, 600), 128).save(tmp_path / "p.png")
    upper, lower = filled("upper", "1-6", "1-30"), filled("lower", "1-6", "48-71")
    result = set_blocks(upper, lower, picture("p.png", "1-6", "31-47", with_="lower"), folder=tmp_path)
    (rule,) = lying(rules_in_grid(result))
    above = next(frame.rect for frame in page_of(result).frames if frame.block == "picture")
    assert above.y0 <= rule.y0 <= above.y0 + LEADING


@pytest.mark.parametrize(("columns", "other"), [("1-4", "5-6"), ("3-6", "1-2")])
@pytest.mark.parametrize(("host", "hairlines"), [("lower", 1), ("upper", 2)])
def test_a_picture_and_its_story_beside_it_are_under_one_hairline(tmp_path, columns, other, host, hairlines):
    """It goes on over the gutter; beside another one's story there are two."""
    Image.new("L", (1200, 600), 128).save(tmp_path / "p.png")
    upper, lower = filled("upper", "1-6", "1-30"), filled("lower", other, "31-50")
    uppermost = filled("third", "1-6", "1-30") if host == "upper" else upper
    beside = filled("upper", "1-6", "51-71") if host == "upper" else filled("foot", "1-6", "51-71")
    photo = picture("p.png", columns, "31-50", with_=host)
    rules = lying(rules_in_grid(set_blocks(uppermost, lower, photo, beside, folder=tmp_path)))
    row = [rule for rule in rules if rule.y0 == min(each.y0 for each in rules)]
    assert len(row) == hairlines


def test_a_picture_under_its_own_story_is_not_ruled_off(tmp_path):
    Image.new("L", (1200, 600), 128).save(tmp_path / "p.png")
    upper, lower = filled("upper", "1-6", "1-30"), filled("lower", "1-6", "48-71")
    result = set_blocks(upper, lower, picture("p.png", "1-6", "31-47", with_="upper"), folder=tmp_path)
    (rule,) = lying(rules_in_grid(result))
    below = next(frame.rect for frame in page_of(result).frames if frame.block == "lower")
    assert below.y0 <= rule.y0 <= below.y0 + LEADING


def test_the_first_story_of_a_page_has_none_above():
    assert lying(rules_in_grid(set_places(("1-6", "1-65")))) == []


def test_neighbours_share_one_rule_in_the_middle_of_their_gutter():
    result = set_places(("1-3", "1-65"), ("4-6", "1-65"))
    (rule,) = standing(rules_in_grid(result))
    left, right = (frame.rect for frame in page_of(result).frames)
    assert abs((rule.x0 + rule.x1) - (left.x1 + right.x0)) <= 2


def test_a_rule_in_a_gutter_reaches_over_the_rows_that_both_have():
    result = set_places(("1-3", "1-40"), ("4-6", "1-65"), ("1-3", "41-65"))
    page = page_of(result)
    upper, lower = sorted(standing(rules_in_grid(result)), key=lambda rule: rule.y0)
    assert upper.y1 <= page.frames[0].rect.y1
    assert lower.y0 > page.frames[2].rect.y0


@pytest.mark.parametrize("key", ["box", "tint", "border"])
def test_a_box_parts_its_neighbours_without_a_rule(key):
    result = set_blocks(story("a", "1-3", "1-65", body=COPY, **{key: "yes"}), story("b", "4-6", "1-65", body=COPY))
    assert rules_in_grid(result) == []


def test_a_picture_and_its_own_story_are_not_parted(tmp_path):
    Image.new("L", (2400, 1600), 128).save(tmp_path / "p.png")
    result = set_blocks(
        picture("p.png", "1-3", "1-15", with_="lead"), story(rows="16-40", columns="1-3", body=COPY), folder=tmp_path
    )
    assert rules_in_grid(result) == []


def test_a_picture_of_another_story_is_parted_from_what_follows(tmp_path):
    Image.new("L", (2400, 1600), 128).save(tmp_path / "p.png")
    result = set_blocks(
        picture("p.png", "1-3", "1-15", with_="other"),
        story(rows="16-40", columns="1-3", body=COPY),
        story("other", rows="1-15", columns="4-6", body=COPY),
        folder=tmp_path,
    )
    assert len(lying(rules_in_grid(result))) == 1


@st.composite
def pages(draw) -> list[tuple[str, str]]:
    """Places that tile a tabloid: bands of rows, each cut into columns at will, some of their parts cut once more."""
    places = []
    cuts = sorted({1, 66, *draw(st.lists(st.sampled_from([14, 20, 27, 33, 40, 46, 52]), max_size=3))})
    for top, foot in pairwise(cuts):
        columns = sorted({1, 7, *draw(st.lists(st.integers(2, 6), max_size=3))})
        for left, right in pairwise(columns):
            rows = [top, foot]
            if foot - top >= 13 and draw(st.booleans()):
                rows.insert(1, (top + foot) // 2)
            places += [(f"{left}-{right - 1}", f"{a}-{b - 1}") for a, b in pairwise(rows)]
    return places


@settings(max_examples=25)
@given(pages(), st.sets(st.integers(0, 12)))
def test_no_two_rules_cross_or_touch(places, boxed):
    blocks = [
        filled(f"s{i}", columns, rows, **({"box": "yes"} if i in boxed else {}))
        for i, (columns, rows) in enumerate(places)
    ]
    result = set_blocks(*blocks)
    page = page_of(result)
    for a, b in combinations(rules_in_grid(result), 2):
        assert max(gap(a, b)) >= 8 * PER_PT, (a, b)  # a gutter, less what the rules themselves take
    for box in outlines(page):
        for rule in drawn_rules(page):
            assert max(gap(box.rect, rule)) > 0, (box.rect, rule)
    for a, b in combinations(outlines(page), 2):
        assert max(gap(a.rect, b.rect)) > 0


@settings(max_examples=15)
@given(pages())
def test_no_rule_runs_through_type(places):
    result = set_places(*places)
    lines = [em_box(line) for i in range(len(places)) for line in lines_of(result, f"s{i}", "headline", "body")]
    for rule in drawn_rules(page_of(result)):
        assert not any(overlap(rule, line) for line in lines)


@pytest.mark.parametrize("key", ["box", "border"])
def test_text_in_a_box_does_not_touch_its_line(key):
    result = set_blocks(story(columns="1-3", rows="1-65", body=COPY, deck=han(12), **{key: "yes"}))
    for box in outlines(page_of(result)):
        inner = Rect(
            box.rect.x0 + box.weight, box.rect.y0 + box.weight, box.rect.x1 - box.weight, box.rect.y1 - box.weight
        )
        for line in lines_of(result, "lead", "headline", "deck", "body"):
            type_ = em_box(line)
            assert type_.x0 - inner.x0 >= EM // 4
            assert inner.x1 - type_.x1 >= EM // 4
            assert type_.y0 - inner.y0 >= EM // 4
            assert inner.y1 - type_.y1 >= EM // 4


@pytest.mark.parametrize("key", ["box", "tint", "border"])
def test_a_box_lies_inside_its_frame_and_the_type_area(key):
    for rows in ("1-20", "20-40", "40-65"):
        page = page_of(set_blocks(story(columns="1-3", rows=rows, body=COPY, **{key: "yes"})))
        frame, area = page.frames[0].rect, page.type_area
        for box in outlines(page):
            assert frame.x0 <= box.rect.x0
            assert box.rect.x1 <= frame.x1
            assert max(frame.y0, area.y0) <= box.rect.y0
            assert box.rect.y1 <= min(frame.y1, area.y1)


def test_a_boxed_rails_label_stays_inside_its_line():
    result = set_blocks(briefs(han(60), han(60), rows="5-30", box="yes", label="简讯"))
    page = page_of(result)
    (outline,) = outlines(page)
    label = lines_of(result, "briefs", "brief-label")
    assert all(outline.rect.x0 < line.x and line.x + line.advance < outline.rect.x1 for line in label)


def between_blocks(result) -> list[Rect]:
    """The hairlines that belong to no block."""
    page = page_of(result)
    own = page._replace(items=tuple(item for item in page.items if isinstance(item, Rule) and not item.block))
    return [rule for rule in lying(list(drawn_rules(own))) if rule.y0 >= page.type_area.y0]


def table(columns: str, rows: str, **keys) -> dict:
    return {"id": "table", "table": "品名 | 价\n" + "白菜 | 1\n" * 9, "place": place(columns, rows), **keys}


def test_the_line_at_a_tables_foot_stands_for_the_hairline_below_it():
    assert between_blocks(set_blocks(table("1-6", "2-11"), filled("lower", "1-6", "12-50"))) == []


@pytest.mark.parametrize("keys", [{"notes": "注"}, {"table_style": "programme"}])
def test_a_table_that_does_not_end_in_a_line_is_ruled_off(keys):
    rows = "2-12" if "notes" in keys else "2-11"
    lower = filled("lower", "1-6", "13-50" if "notes" in keys else "12-50")
    assert len(between_blocks(set_blocks(table("1-6", rows, **keys), lower))) == 1


def test_of_a_hairline_under_several_what_a_table_has_ruled_off_is_left_out():
    result = set_blocks(table("1-2", "2-11"), filled("right", "3-6", "1-11"), filled("lower", "1-6", "12-50"))
    (rule,) = between_blocks(result)
    right, lower = (frame.rect for frame in page_of(result).frames[1:])
    assert (rule.x0, rule.x1) == (right.x0, lower.x1)


def test_a_table_without_a_headline_brings_the_line_above_it():
    assert between_blocks(set_blocks(filled("upper", "1-6", "1-20"), table("1-6", "21-31"))) == []
    assert len(between_blocks(set_blocks(filled("upper", "1-6", "1-20"), table("1-6", "21-34", headline="菜价")))) == 1


def test_under_a_nameplate_no_hairline_is_drawn():
    plate = {"id": "plate", "nameplate": "沅江晚报", "place": place("1-4", "1-14")}
    result = set_blocks(plate, filled("lead", "1-6", "15-60"), page=1, paper="沅江晚报")
    assert between_blocks(result) == []


def test_classifieds_bring_the_line_above_their_label_but_at_the_head_of_the_page():
    ads = {"id": "ads", "classifieds": "公告", "items": [han(20, n) for n in range(6)]}
    below = set_blocks(filled("upper", "1-6", "1-20"), {**ads, "place": place("1-6", "21-40")})
    assert between_blocks(below) == []
    top = set_blocks({**ads, "place": place("1-6", "1-20")})
    assert len(lying(rules_in_grid(below))) == len(lying(rules_in_grid(top))) + 1
