"""What a chief editor looks for, in numbers (the rule book of the look), on both samples."""

from __future__ import annotations

from itertools import combinations

import pytest

from paiban.display import Box, Line, Page, Picture, Rect, Rule
from paiban.makeup.frame.model import Placed
from paiban.makeup.judge.lines import loose_lines
from paiban.units import PER_PT
from tests.page.conftest import SAMPLES, result_of
from tests.support.issues import copy_of, drawn_rules, em_box, gap, outlines, overlap

TEMPLATES = {"kaifaqu-shizheng": "broadsheet", "kaifaqu-shizheng-tabloid": "tabloid"}


def stories(sample) -> list[Placed]:
    return [block for makeup in sample.makeups for block in makeup.blocks if block.traits.leads]


def lines(page: Page, block: str, *roles: str) -> list[Line]:
    return [i for i in page.items if isinstance(i, Line) and i.block == block and (not roles or i.role in roles)]


# ---- order at one glance --------------------------------------------------------------------------------------------


def test_the_lead_of_the_broadsheet_shouts_in_44_to_54_points():
    (lead,) = [s for s in stories(result_of("kaifaqu-shizheng")) if s.block.weight == 5]
    assert 44 <= lead.head.head.size / PER_PT <= 54


def test_the_lead_stands_at_the_top_left_with_the_largest_headline(sample):
    lead = max(stories(sample), key=lambda s: s.block.weight)
    assert (lead.place.first_column, lead.place.first_row) == (1, 1)
    assert lead.head.head.size == max(s.head.head.size for s in stories(sample))


def test_sizes_of_headlines_never_contradict_weights(sample):
    for a, b in combinations(stories(sample), 2):
        if a.block.weight > b.block.weight:
            assert a.head.head.size > b.head.head.size


def test_a_headline_block_has_no_more_than_three_faces(sample):
    for page in sample.pages:
        for story in stories(sample):
            heads = lines(page, story.block.id, "kicker", "headline", "deck")
            assert len({run.face for line in heads for run in line.runs}) <= 3


@pytest.mark.parametrize("role", ["kicker", "deck"])
def test_no_headline_is_as_narrow_as_what_goes_with_it(sample, role):
    for page in sample.pages:
        for story in stories(sample):
            others = [line.advance for line in lines(page, story.block.id, role)]
            mains = [line.advance for line in lines(page, story.block.id, "headline")]
            assert not others or max(mains) > max(others), story.block.id


def test_no_line_of_a_headline_is_one_character(sample):
    for page in sample.pages:
        for item in page.items:
            if isinstance(item, Line) and item.role == "headline":
                assert len(copy_of(item).strip("　|")) > 1


def test_a_rails_label_is_smaller_than_any_headline(sample):
    labels = [i.runs[0].size for p in sample.pages for i in p.items if isinstance(i, Line) and i.role == "brief-label"]
    assert labels
    assert max(labels) < min(story.head.head.size for story in stories(sample))


def test_red_is_used_no_more_than_twice(sample):
    red = sample.kit.style.colours["accent"]
    filled = [item for page in sample.pages for item in page.items if isinstance(item, Box) and item.fill == red]
    assert len(filled) <= 2


# ---- body -----------------------------------------------------------------------------------------------------------


def test_no_leg_is_shorter_than_four_lines(sample):
    for story in stories(sample):
        for leg in range(len(story.legs)):
            assert sum(line.leg == leg for line in story.lines) >= 4, story.block.id


def test_stories_differ_in_width(sample):
    assert len({story.place.columns for story in stories(sample)}) >= 3


@pytest.mark.parametrize("name", SAMPLES)
def test_some_story_is_recut(name):
    assert any(
        len(story.legs) < story.place.columns and not story.head.head.vertical for story in stories(result_of(name))
    )


@pytest.mark.parametrize(("name", "most"), [("kaifaqu-shizheng", 3), ("kaifaqu-shizheng-tabloid", 4)])
def test_few_lines_of_the_real_page_are_loose(name, most):
    """The lines that the report counts, over an eighth of an em a place."""
    blocks = [block for makeup in result_of(name).makeups for block in makeup.blocks]
    assert sum(loose_lines(block) for block in blocks if block.fit is not None) <= most


def test_hardly_a_line_is_stretched_so_that_one_sees_it(sample):
    """Over an eighth of an em between characters is a loose line; narrow columns have a few, never a page full."""
    loose = []
    body = [i for p in sample.pages for i in p.items if isinstance(i, Line) and i.role == "body" and i.justified]
    for line in body:
        places = max(1, sum(len(run.glyphs) for run in line.runs) - 1)
        if 8 * (line.advance - line.natural) > places * line.runs[0].size:
            loose.append(copy_of(line))
    assert len(loose) <= len(body) // 20, loose


# ---- pictures -------------------------------------------------------------------------------------------------------


def pictures(page: Page) -> list[Picture]:
    return [item for item in page.items if isinstance(item, Picture)]


def test_no_caption_is_wider_than_its_picture(sample):
    for page in sample.pages:
        for shown in pictures(page):
            for line in lines(page, shown.block, "caption", "credit"):
                box = em_box(line)
                assert shown.rect.x0 <= box.x0
                assert box.x1 <= shown.rect.x1


def test_pictures_stand_on_column_edges(sample):
    for page, makeup in zip(sample.pages, sample.makeups, strict=True):
        edges = {makeup.grid.column_left(column) for column in range(makeup.grid.columns)}
        ends = {edge + makeup.grid.column for edge in edges}
        for shown in pictures(page):
            assert shown.rect.x0 in edges
            assert shown.rect.x1 in ends


def test_no_two_pictures_stand_side_by_side(sample):
    for page in sample.pages:
        for a, b in combinations(pictures(page), 2):
            across, down = gap(a.rect, b.rect)
            assert down >= 0 or across > sample.makeups[0].grid.gutter


def test_drawings_say_that_they_are_drawings(sample):
    for page in sample.pages:
        for shown in pictures(page):
            words = "".join(copy_of(line) for line in lines(page, shown.block, "caption"))
            assert "示意图" in words


# ---- white and lines ------------------------------------------------------------------------------------------------


def test_no_rule_touches_another(sample):
    for page in sample.pages:
        rules = [rule for rule in drawn_rules(page) if rule.y0 >= page.type_area.y0]
        for a, b in combinations(rules, 2):
            assert max(gap(a, b)) >= 5 * PER_PT
        for box in outlines(page):
            for rule in rules:
                assert max(gap(box.rect, rule)) > 0


def test_no_rule_or_outline_runs_through_type(sample):
    for page in sample.pages:
        boxes = [em_box(item) for item in page.items if isinstance(item, Line)]
        for rule in drawn_rules(page):
            assert not any(overlap(rule, box) for box in boxes)
        for outline in outlines(page):
            inner = shrunk(outline.rect, outline.weight)
            for box in boxes:
                inside = inner.x0 <= box.x0 and box.x1 <= inner.x1 and inner.y0 <= box.y0 and box.y1 <= inner.y1
                assert inside or not overlap(outline.rect, box)


def shrunk(rect: Rect, by: int) -> Rect:
    return Rect(rect.x0 + by, rect.y0 + by, rect.x1 - by, rect.y1 - by)


def test_type_keeps_clear_of_its_box(sample):
    for page, makeup in zip(sample.pages, sample.makeups, strict=True):
        for story in stories(sample):
            if story.block.box is None:
                continue
            (frame,) = [f.rect for f in page.frames if f.block == story.block.id]
            for line in lines(page, story.block.id):
                box = em_box(line)
                assert box.x0 - frame.x0 >= makeup.grid.size // 2
                assert frame.x1 - box.x1 >= makeup.grid.size // 2


def test_no_rule_is_drawn_twice(sample):
    for page in sample.pages:
        rules = [item for item in page.items if isinstance(item, Rule)]
        assert len(set(rules)) == len(rules)


def test_the_foot_of_the_page_is_straight(sample):
    """What ends in the last row ends on the foot of the type area, a line of type at the most a row above it."""
    for page, makeup in zip(sample.pages, sample.makeups, strict=True):
        for block in makeup.blocks:
            if block.place.last_row == makeup.grid.rows and block.fit is not None:
                feet = [max(p.row for p in block.lines if p.leg == leg) for leg in range(len(block.legs))]
                assert max(feet) - min(feet) <= 1
        for shown in pictures(page):
            assert shown.rect.y1 <= page.type_area.y1


# ---- furniture ------------------------------------------------------------------------------------------------------


def test_the_furniture_is_there(sample):
    (page,) = sample.pages
    words = {role: "".join(copy_of(line) for line in lines(page, "", role)) for role in
             ("folio-number", "folio-section", "folio-info", "folio-credit")}  # fmt: skip
    assert words["folio-number"] == "02"
    assert words["folio-section"] == "开发区时政"
    assert "2022年3月31日　星期四" in words["folio-info"]
    for label in ("责任编辑", "版式", "校对"):
        assert label in words["folio-credit"]
