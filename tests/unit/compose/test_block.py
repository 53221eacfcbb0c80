"""Blocks on the page: heads and their white, captions under pictures, labels, adverts."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from PIL import Image

from paiban.diagnostic import has_errors
from paiban.display import Artwork, Box, Colour, Page, Picture, Rect, Rule
from paiban.engine.house import House
from paiban.galley.head import HeadMaker, head_options
from paiban.kinds.story.room import head_maker
from paiban.units import PER_PT
from tests.support.issues import (
    briefs,
    copy_of,
    em_box,
    han,
    issue_text,
    lines_of,
    maker_of,
    overlap,
    page_of,
    picture,
    place,
    placed_of,
    read_blocks,
    set_blocks,
    set_issue,
    set_real,
    story,
    tiny_fonts,
)

EM, LEADING = 9 * PER_PT, 13 * PER_PT
ACCENT = Colour(0, 100, 100, 0)


@pytest.fixture
def pictures(tmp_path):
    Image.new("L", (2400, 1600), 128).save(tmp_path / "p.png")
    return tmp_path


def shown(result) -> Picture:
    return next(item for item in page_of(result).items if isinstance(item, Picture))


# ---- heads ----------------------------------------------------------------------------------------------------------


FULL = {"headline": han(6), "kicker": han(9, 3), "deck": han(11, 8)}


@pytest.mark.parametrize("template", ["broadsheet", "tabloid"])
@pytest.mark.parametrize("weight", range(1, 6))
@pytest.mark.parametrize("rows", ["1-25", "10-34"])
def test_white_between_the_parts_of_a_head_is_never_more_than_around_it(template, weight, rows):
    result = set_blocks(story(columns="1-6", rows=rows, weight=weight, body=han(900), **FULL), template=template)
    head = [em_box(line) for line in lines_of(result, "lead", "kicker", "headline", "deck")]
    between = [b.y0 - a.y1 for a, b in pairwise(head)]
    below = min(em_box(line).y0 for line in lines_of(result)) - head[-1].y1
    assert all(0 < white <= below for white in between)
    if rows == "10-34":  # at the head of the page the edge of the type area is all that stands above
        above = head[0].y0 - (page_of(result).frames[0].rect.y0 + LEADING // 2)
        assert all(white <= above + LEADING // 2 for white in between)


@pytest.mark.parametrize("more", range(0, 60, 10))
def test_a_head_with_white_to_spare_stands_as_far_from_the_line_above_as_from_its_text(more):
    result = set_blocks(story(columns="1-3", rows="10-40", body=han(700 + more), weight=3, headline=han(6)))
    boxes = [em_box(line) for line in lines_of(result, "lead", "headline")]
    above = boxes[0].y0 - (page_of(result).frames[0].rect.y0 + LEADING // 2)
    below = min(em_box(line).y0 for line in lines_of(result)) - boxes[-1].y1
    assert abs(above - below) <= PER_PT // 4 or below < above + LEADING // 2 <= LEADING * 2


def test_a_head_in_a_large_room_opens_its_lines():
    """Ten hundredths of its size at the most, and only from a row and a half of white on."""
    heads = head_maker_of("天地人和|上下中大")
    option = next(option for option in head_options(heads, 300 * PER_PT, 0) if option.head.main_lines == 2)
    natural, high = heads.finish(option.head), heads.finish(option.head, option.head.extent + 8 * LEADING)
    (a,), (b,) = natural.parts, high.parts
    assert b.pitch - a.pitch == b.size // 10
    assert heads.finish(option.head, option.head.extent + LEADING * 3 // 2) == natural


def head_maker_of(headline: str) -> HeadMaker:
    issue = read_blocks(story(headline=headline))
    (block,) = issue.pages[0].blocks
    heads = head_maker(block, maker_of(issue))
    assert heads is not None
    return heads


@pytest.mark.parametrize(("rows", "risen"), [("1-9", -(LEADING // 10)), ("1-10", LEADING // 6)])
def test_a_cross_head_has_more_white_above_it_than_below_and_some_below(rows, risen):
    """Eight lines and a cross-head: a tenth row is white above it, a sixth of which then stands below."""
    copy = "\n".join([f"{han(31)}。", "## 小题", f"{han(31)}。"])
    result = set_blocks(story(columns="1", rows=rows, body=copy, headline=None))
    (head,) = lines_of(result, "lead", "crosshead")
    nearest = min(page_of(result).baselines, key=lambda baseline: abs(head.y - baseline))
    assert abs(nearest - head.y - risen) <= 1


@pytest.mark.parametrize("body", [han(600), han(640), han(700)])
def test_a_head_never_overlaps_its_text(body):
    result = set_blocks(story(columns="1-3", rows="5-30", body=body, **FULL))
    foot = max(em_box(line).y1 for line in lines_of(result, "lead", "kicker", "headline", "deck"))
    assert foot < min(em_box(line).y0 for line in lines_of(result))


def test_the_parts_of_a_head_stand_in_the_middle_of_their_span():
    result = set_blocks(story(columns="1-4", body=han(700), **FULL))
    frame = page_of(result).frames[0].rect
    for line in lines_of(result, "lead", "kicker", "headline", "deck"):
        box = em_box(line)
        assert abs((box.x0 - frame.x0) - (frame.x1 - box.x1)) <= 1


def test_a_break_sign_is_not_drawn():
    result = set_blocks(story(columns="1-4", headline="春天|来了", body=han(700)))
    drawn = ["".join("".join(run.texts) for run in line.runs) for line in lines_of(result, "lead", "headline")]
    assert drawn == ["春天", "来了"]


# ---- pictures -------------------------------------------------------------------------------------------------------


def test_a_picture_reaches_from_column_edge_to_column_edge(pictures):
    result = set_blocks(picture("p.png", "2-4", "10-25"), folder=pictures)
    frame, rect = page_of(result).frames[0].rect, shown(result).rect
    assert (rect.x0, rect.x1) == (frame.x0, frame.x1)


def test_a_pictures_top_stands_level_with_the_character_face_of_its_first_row(pictures):
    result = set_blocks(picture("p.png", "2-4", "10-25"), folder=pictures)
    grid = result.makeups[0].grid
    assert shown(result).rect.y0 == grid.face_top(10)


def test_a_pictures_foot_stands_level_with_its_last_rows(pictures):
    result = set_blocks(picture("p.png", "2-4", "10-25"), folder=pictures)
    assert shown(result).rect.y1 == result.makeups[0].grid.face_foot(25)


@pytest.mark.parametrize("count", [3, 20, 33, 60, 200])
@pytest.mark.parametrize("credit", [None, "江河", han(40)])
def test_caption_and_credit_stay_under_their_picture_and_in_their_place(pictures, count, credit):
    keys = {"caption": han(count)} | ({"credit": credit} if credit else {})
    result = set_blocks(picture("p.png", "1-2", "5-30", **keys), folder=pictures)
    assert not has_errors(result.diagnostics)
    rect, frame = shown(result).rect, page_of(result).frames[0].rect
    words = lines_of(result, "picture", "caption", "credit")
    assert "".join(copy_of(line) for line in words) == han(count) + (credit or "")
    for line in words:
        box = em_box(line)
        assert rect.x0 <= box.x0
        assert box.x1 <= rect.x1
        assert rect.y1 <= box.y0
        assert box.y1 <= frame.y1
    assert not any(overlap(em_box(a), em_box(b)) for a, b in pairwise(words))


def test_a_short_credit_ends_the_captions_last_line(pictures):
    result = set_blocks(picture("p.png", "1-2", "5-20", caption=han(8), credit="江河"), folder=pictures)
    (caption,), (credit,) = lines_of(result, "picture", "caption"), lines_of(result, "picture", "credit")
    assert caption.y == credit.y
    assert credit.x + credit.advance == shown(result).rect.x1
    assert credit.x - caption.x - caption.advance >= EM


def test_a_credit_without_a_caption_is_drawn(pictures):
    result = set_blocks(picture("p.png", "1-2", "5-20", credit="江河"), folder=pictures)
    assert [copy_of(line) for line in lines_of(result, "picture", "credit")] == ["江河"]
    assert not has_errors(result.diagnostics)


def test_a_framed_picture_has_a_fine_line_around_it(pictures):
    result = set_blocks(picture("p.png", "1-2", "5-20", frame=True), folder=pictures)
    (frame,) = [item for item in page_of(result).items if isinstance(item, Box) and item.stroke]
    assert frame.weight == PER_PT // 4
    inside = [edge + frame.weight * side for edge, side in zip(frame.rect, (1, 1, -1, -1), strict=True)]
    assert inside == [*shown(result).rect], "it lies outside, for black on a dark picture is too much ink"
    items = page_of(result).items
    assert items.index(frame) > items.index(shown(result)), "on a screen a picture takes each pixel that it touches"


# ---- rails ----------------------------------------------------------------------------------------------------------


def test_a_rails_label_stands_above_its_items_inside_its_bar():
    result = set_blocks(briefs(han(60), han(60), rows="5-30", label="简讯"))
    (bar,) = [i.rect for i in page_of(result).items if isinstance(i, Box) and i.rect.y0 > page_of(result).type_area.y0]
    (label,) = lines_of(result, "briefs", "brief-label")
    box = em_box(label)
    assert bar.x0 < box.x0
    assert box.x1 < bar.x1
    assert bar.y0 < box.y0
    assert box.y1 < bar.y1
    assert bar.y1 < min(em_box(line).y0 for line in lines_of(result, "briefs"))


def test_a_rails_label_stands_in_the_middle_of_its_bar():
    page = page_of(result := set_blocks(briefs(han(60), rows="5-30", label="简讯")))
    (bar,) = [i.rect for i in page.items if isinstance(i, Box) and i.rect.y0 > page.type_area.y0]
    box = em_box(lines_of(result, "briefs", "brief-label")[0])
    assert abs((box.x0 - bar.x0) - (bar.x1 - box.x1)) <= 2
    assert abs((box.y0 - bar.y0) - (bar.y1 - box.y1)) <= PER_PT // 20


@pytest.mark.parametrize("characters", range(3, 10))
def test_a_long_label_stands_whole_on_one_line_inside_its_bar(characters):
    page = page_of(result := set_blocks(briefs(han(60), rows="5-30", label=han(characters))))
    (bar,) = [i.rect for i in page.items if isinstance(i, Box) and i.rect.y0 > page.type_area.y0]
    (label,) = lines_of(result, "briefs", "brief-label")
    assert em_box(label).x0 >= bar.x0
    assert em_box(label).x1 <= bar.x1


def test_a_label_gives_up_its_letter_space_before_its_size():
    """Five characters at four fifths of an em apart want nine ems, the bar has seven: none is set smaller."""
    short, long_ = (set_blocks(briefs(han(60), rows="5-30", label=han(count))) for count in (2, 5))
    (two,), (five,) = (lines_of(result, "briefs", "brief-label") for result in (short, long_))
    assert {run.size for run in five.runs} == {run.size for run in two.runs}


def labelled(folder: Path, labels: str, **keys: object) -> Page:
    """A page of a rail with a label of two characters."""
    (folder / "styles").mkdir(exist_ok=True)
    (folder / "styles" / "own.yaml").write_text(f"name: own\nlabels: {labels}\n", "utf-8")
    text = issue_text(briefs(han(60), rows="5-30", label="简讯", **keys), style="own")
    return page_of(set_issue(folder / "i.yaml", text, House(tiny_fonts(), folder)))


def bar_and_rules(folder: Path, labels: str, **keys: object) -> tuple[Rect, list[Rule], Rect]:
    """The bar of a label, the rules in its colour, and its block's frame."""
    page = labelled(folder, labels, **keys)
    own = [item for item in page.items if isinstance(item, Box | Rule) and item.block == "briefs"]
    bar = next(item.rect for item in own if isinstance(item, Box) and item.fill == ACCENT)
    rules = [item for item in own if isinstance(item, Rule) and item.colour == ACCENT]
    return bar, rules, page.frames[0].rect


def test_the_bar_of_a_label_is_as_long_as_its_words_wherever_it_stands(tmp_path):
    widths = set()
    for columns in ("1", "1-2", "1-4"):
        bar, (rule,), frame = bar_and_rules(tmp_path, "tab", columns=columns)
        widths.add(bar.width)
        assert (rule.x0, rule.x1) == (bar.x1, frame.x1 - rule.weight), "its own thickness short of the edge"
    assert len(widths) == 1


def test_or_it_reaches_over_the_block_everywhere(tmp_path):
    for columns in ("1", "1-4"):
        bar, rules, frame = bar_and_rules(tmp_path, "full", columns=columns)
        assert (bar.x0, bar.x1, rules) == (frame.x0, frame.x1, [])


@pytest.mark.parametrize(("key", "ruled"), [("box", False), ("border", False), ("tint", True)])
def test_in_a_box_with_a_line_no_rule_goes_on(tmp_path, key, ruled):
    _, rules, _ = bar_and_rules(tmp_path, "tab", columns="1-2", **{key: "yes"})
    assert bool(rules) == ruled


@pytest.mark.parametrize(("writing", "edge"), [("horizontal", 2), ("vertical", 3)])
def test_on_a_tint_the_rule_of_a_label_ends_where_the_tint_does(tmp_path, writing, edge):
    """At its right, or at its foot."""
    items = labelled(tmp_path, "tab", columns="1-2", tint="yes", writing=writing).items
    tint = next(item.rect for item in items if isinstance(item, Box) and item.block == "briefs")
    (rule,) = (item for item in items if isinstance(item, Rule) and item.colour == ACCENT)
    assert (rule.x0, rule.y0, rule.x1, rule.y1)[edge] == tint[edge]


def test_a_label_is_smaller_than_any_headline():
    result = set_blocks(briefs(han(60), rows="5-30", label="简讯"), story(columns="2-3", weight=1))
    label, head = lines_of(result, "briefs", "brief-label")[0], lines_of(result, "lead", "headline")[0]
    assert label.runs[0].size < head.runs[0].size


def test_every_brief_begins_with_a_drawn_bullet():
    result = set_blocks(briefs(han(30), han(30), rows="5-30"))
    begun = [line for line in lines_of(result, "briefs") if line.start == 0]
    assert [line.prefix for line in begun] == ["◆", "◆"]
    assert all("".join(line.runs[0].texts).startswith("◆") for line in begun)


@pytest.mark.parametrize("sign", ["◆", "■", "①"])
def test_a_brief_that_was_typed_with_a_sign_has_that_alone(sign):
    result = set_blocks(briefs(f"{sign}{han(9)}", han(9), rows="5-30"))
    begun = [line for line in lines_of(result, "briefs") if line.start == 0]
    assert ["".join(text for run in line.runs for text in run.texts)[:2] for line in begun] == [
        f"{sign}{han(1)}",
        f"◆{han(1)}",
    ]
    assert [line.prefix for line in begun] == ["", "◆"]


# ---- adverts --------------------------------------------------------------------------------------------------------


def test_a_picture_advert_fills_its_place(pictures):
    result = set_blocks({"advert": "p.png", "place": place("1-6", "50-65")}, folder=pictures)
    rect, grid = shown(result).rect, result.makeups[0].grid
    assert (rect.y0, rect.y1) == (grid.face_top(50), grid.face_foot(65))


def test_a_pdf_advert_is_placed_as_it_is(tmp_path):
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.4")
    result = set_blocks({"advert": "a.pdf", "pdf_page": 3, "place": place("1-6", "50-65")}, folder=tmp_path)
    (advert,) = [item for item in page_of(result).items if isinstance(item, Artwork)]
    assert (advert.page, advert.path) == (3, str(tmp_path / "a.pdf"))


# ---- body -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("template", ["broadsheet", "tabloid"])
def test_every_body_line_stands_on_the_pages_grid(template):
    result = set_real(story(columns="1-4", rows="7-40", legs=3, body="3月5日，春天来了。\n" * 30), template=template)
    baselines = set(page_of(result).baselines)
    assert all(line.y in baselines for line in lines_of(result))


def test_lines_are_painted_in_reading_order():
    result = set_blocks(story(columns="1-3", body=han(500)))
    lines = lines_of(result)
    assert "".join(copy_of(line) for line in lines) == han(500)
    assert [(line.leg, line.y) for line in lines] == sorted((line.leg, line.y) for line in lines)


def test_a_frame_tells_what_it_holds(pictures):
    result = set_blocks(
        story(columns="1-2"), briefs(han(30), columns="3"), picture("p.png", "4-6", "1-20"), folder=pictures
    )
    assert [(f.block, f.kind) for f in page_of(result).frames] == [
        ("lead", "story"), ("briefs", "briefs"), ("picture", "picture"),
    ]  # fmt: skip


def test_a_page_knows_its_number_and_its_section():
    page = page_of(set_blocks(story(), page=7, section="国际"))
    assert (page.number, page.section, page.title) == (7, "国际", "2022-03-31 国际")
    assert placed_of(set_blocks(story())).block.id == "lead"
