"""Shape curves are honest: what a shape says of its rows is what comes out when it is placed."""

from __future__ import annotations

from typing import Any

import pytest
from PIL import Image

from paiban.diagnostic import Diagnostic
from paiban.galley.galley import Galley
from paiban.grid import GridRect
from paiban.issue import Block
from paiban.kinds import KINDS
from paiban.kinds.advert.setting import advert_size
from paiban.kinds.story.shapes import ShapeForm, story_curve
from paiban.kinds.story.vertical_shapes import left_of, vertical_shapes
from paiban.makeup.frame.fit import CopyArea
from paiban.makeup.frame.kind import GuestSite, PageKit, Site
from paiban.makeup.frame.model import Obstacle, Traits
from paiban.makeup.frame.place import block_galley, place_block
from paiban.makeup.propose.company import Company
from paiban.makeup.propose.kind import MEASURE_EM, Candidate, Offer
from paiban.makeup.search import BlockChoices, Placement
from paiban.units import PER_PT, mm, to_mm
from tests.support.copy_strategies import body_of
from tests.support.issues import (
    briefs,
    codes,
    fit_of,
    galley_in,
    han,
    maker_of,
    picture,
    place,
    placed_of,
    read_blocks,
    set_blocks,
    story,
)

EM, LEADING = 9 * PER_PT, 13 * PER_PT
ROWS = 71

OWN = {"P413", "P419", "P425"}
"""What is the copy's own in any height: a short last line, one before 要。……。 left ragged, a 小标题 that stands near
a leg's foot by this height, with one line below it."""


def shapes_of(block: dict[str, Any]) -> list[tuple[Any, ShapeForm]]:
    issue = read_blocks(block)
    (found,) = issue.pages[0].blocks
    offer = offer_of(found, maker_of(issue))
    assert isinstance(offer, Offer)
    forms = [form for _, form in offer.own]
    return [(shape, forms[shape.key]) for shape in offer.shapes]


def offer_of(block: Block, kit: PageKit) -> Offer | Diagnostic:
    """What a block without a place, and without a guest, offers the search."""
    return KINDS.plannings()[block.kind].offer(block, None, block_galley(block, kit), kit)


def set_shape(block: dict[str, Any], columns: int, rows: int, form: ShapeForm):
    """The story placed as a shape would have it, below the page's first row."""
    keys = {**block, "place": place(f"1-{columns}", f"3-{rows + 2}"), "legs": form.legs}
    return set_blocks({**keys, "headline_form": form.headline_form})


CROSSED = f"{body_of(2, 350)}\n## {han(5)}\n{body_of(9, 350)}"

STORIES = {
    "plain": story(place=None, body=body_of(1, 500)),
    "with a deck": story(place=None, body=CROSSED, deck=han(14), weight=4),
    "long": story(place=None, body=body_of(3, 1200), weight=5),
    "short": story(place=None, body=body_of(4, 250), weight=1),
    "on every other row": story(place=None, body=body_of(1, 300), copy_size="12pt", copy_rows=2),
    "in vertical lines": story(place=None, body=body_of(6, 400), writing="vertical"),
    "in legs that differ": story(place=None, body=body_of(1, 700), widths=[1, 2]),
}


@pytest.mark.parametrize("step", [1, 2])
def test_bands_that_are_cut_once_are_below_each_headline_what_is_left_of_them(step):
    guest = Obstacle(0, 15 * EM, 20, 30, ((0, 6 * EM),) * 10)
    room = CopyArea(0, 30 * EM, 2, 40, 2, EM, (guest,), em=EM, step=step)
    bands = [room.cut(begin) for begin in range(step)]
    for head_rows in range(26):
        cut = room.cut(head_rows)
        left = [left_of(leg, 2 + head_rows) for leg in bands[head_rows % step]]
        assert [leg.rows for leg in left] == [leg.rows for leg in cut]
        assert [sum(map(sum, leg.notches)) for leg in left] == [sum(map(sum, leg.notches)) for leg in cut]


def test_bands_are_cut_for_a_frame_and_not_for_each_of_its_headlines(monkeypatch):
    asked: list[int] = []
    cut = CopyArea.cut
    monkeypatch.setattr(CopyArea, "cut", lambda room, head_rows: asked.append(head_rows) or cut(room, head_rows))
    assert shapes_of(STORIES["in vertical lines"])
    assert set(asked) == {0}


@pytest.mark.parametrize(("name", "times"), [("plain", 1.5), ("in vertical lines", 1.5), ("long", 2)])
def test_copy_is_counted_tracked_only_where_that_decides_about_a_height(monkeypatch, name, times):
    """Long legs lie nearer to one another in height: of a long story more widths are decided by tracking."""
    asked: list[int] = []
    count = Galley.count
    monkeypatch.setattr(Galley, "count", lambda galley, *way: asked.append(way[1]) or count(galley, *way))
    assert shapes_of(STORIES[name])
    assert len([tracking for tracking in asked if tracking]) <= times * asked.count(0)


@pytest.mark.parametrize("name", STORIES)
def test_every_height_that_a_shape_promises_can_be_set_exactly(name):
    for shape, form in shapes_of(STORIES[name]):
        for rows in {shape.rows_min, shape.rows_max}:
            if rows + 2 <= ROWS:
                result = set_shape(STORIES[name], shape.columns, rows, form)
                assert set(codes(result)) <= OWN, (shape.columns, rows, form)
                assert fit_of(result).exact


@pytest.mark.parametrize("name", STORIES)
def test_a_shapes_natural_height_lies_in_its_reach(name):
    for shape, _ in shapes_of(STORIES[name]):
        assert 0 < shape.rows_min <= shape.rows <= shape.rows_max <= ROWS


@pytest.mark.parametrize("name", STORIES)
def test_a_shapes_headline_is_the_one_that_is_set(name):
    """Or one a row higher or lower, where that fits better: half a lead's range of sizes off at the most."""
    for shape, form in shapes_of(STORIES[name]):
        if form.headline_form == "above" and shape.rows + 2 <= ROWS:
            head = placed_of(set_shape(STORIES[name], shape.columns, shape.rows, form)).head
            assert abs(shape.headline_size - head.head.size * 10 // PER_PT) <= 75


def test_a_boxed_story_promises_heights_that_hold_at_the_page_head_and_below():
    block = story(place=None, body=body_of(5, 400), box="yes")
    shapes = shapes_of(block)
    assert shapes
    for shape, form in shapes:
        for rows in {shape.rows_min, shape.rows_max}:
            for first, given in ((3, rows), (1, rows - 1)):
                where = place(f"1-{shape.columns}", f"{first}-{first + given - 1}")
                keys = {**block, "place": where, "legs": form.legs, "headline_form": form.headline_form}
                assert set(codes(set_blocks(keys))) <= OWN, (shape.columns, rows, first)


def test_legs_are_never_too_narrow_or_too_wide_to_be_read():
    for shape, form in shapes_of(STORIES["long"]):
        if form.headline_form == "above":
            em = (11 * shape.columns + shape.columns - form.legs) / form.legs
            assert MEASURE_EM[0] <= em <= MEASURE_EM[1]


def test_wide_stories_are_offered_recut():
    assert {form.legs for shape, form in shapes_of(STORIES["with a deck"]) if shape.columns == 3} >= {2, 3}


def test_the_editors_legs_are_the_only_ones():
    block = {**STORIES["with a deck"], "legs": 2}
    assert {form.legs for _, form in shapes_of(block) if form.headline_form == "above"} == {2}


def test_a_vertical_headline_is_offered_beside_the_text():
    assert any(form.headline_form == "vertical" for _, form in shapes_of(STORIES["plain"]))


def test_a_headline_too_long_for_a_column_is_not_offered_there():
    block = story(place=None, headline=han(30), weight=5, body=body_of(6, 600))
    above = [shape.columns for shape, form in shapes_of(block) if form.headline_form == "above"]
    assert above
    assert min(above) > 1


TORN = "第三批“专精特新”企业名单出炉"
"""A headline that narrow spans break inside its quotes, or one noun from the next."""


def test_a_shape_that_forces_a_break_against_the_sense_is_not_offered():
    block = story(place=None, headline=TORN, weight=5, body=body_of(6, 400))
    shapes = shapes_of(block)
    assert shapes
    for shape, form in shapes:
        head = placed_of(set_shape(block, shape.columns, min(shape.rows, ROWS - 2), form)).head
        assert not head.head.against, (shape, form)


def test_a_headline_without_any_good_break_has_its_shapes_all_the_same():
    assert shapes_of(story(place=None, headline="经济技术开发区管理委员会办公室", weight=5, body=body_of(6, 600)))


# ---- rails ----------------------------------------------------------------------------------------------------------


ITEMS = (han(40) + "。", han(33, 5) + "。", han(21, 9) + "。", han(17, 3) + "。", han(29, 2) + "。", han(24, 7) + "。")


@pytest.mark.parametrize("count", [3, 4, 6])
@pytest.mark.parametrize(
    "keys",
    [{}, {"label": "简讯"}, {"box": "yes"}, {"tint": "yes", "label": "简讯"}, {"writing": "vertical"},
     {"writing": "vertical", "label": "简讯"}],
)  # fmt: skip
def test_every_height_that_a_rail_promises_can_be_set_exactly(keys, count):
    """White is alike between all items, so that some heights between others cannot be had."""
    items = ITEMS[:count]
    issue = read_blocks(briefs(*items, **keys))
    (block,) = issue.pages[0].blocks
    offer = offer_of(block, maker_of(issue))
    assert isinstance(offer, Offer)
    assert 1 in {shape.columns for shape in offer.shapes}
    for shape in offer.shapes:
        for rows in range(shape.rows_min, shape.rows_max + 1):
            result = set_blocks(briefs(*items, columns=f"1-{shape.columns}", rows=f"3-{rows + 2}", **keys))
            assert fit_of(result, "briefs").exact, (shape, rows)
            assert not {"P501", "P502", "P506"} & set(codes(result)), (shape, rows)


@pytest.mark.parametrize("count", [3, 4, 6])
def test_a_rail_is_set_solid_or_with_a_row_between_its_items(count):
    issue = read_blocks(briefs(*ITEMS[:count]))
    (block,) = issue.pages[0].blocks
    page_kit = maker_of(issue)
    upright = [shape for shape in offer_of(block, page_kit).shapes if shape.columns == 1]
    solid = galley_in(block, page_kit).count(page_kit.grid.column)
    assert max(shape.rows for shape in upright) <= solid + count + 1
    assert min(upright, key=lambda shape: shape.cost).rows <= solid + 2


@pytest.mark.parametrize(("count", "widest"), [(3, 1), (4, 2), (6, 3)])
def test_a_rail_is_a_band_too_where_each_column_has_two_items(count, widest):
    issue = read_blocks(briefs(*ITEMS[:count], label="简讯"))
    (block,) = issue.pages[0].blocks
    shapes = offer_of(block, maker_of(issue)).shapes
    assert {shape.columns for shape in shapes} == set(range(1, widest + 1))
    least = [min(shape.cost for shape in shapes if shape.columns == columns) for columns in range(1, widest + 1)]
    assert least == sorted(least)


# ---- pictures and adverts -------------------------------------------------------------------------------------------


@pytest.fixture
def pictures(tmp_path):
    Image.new("L", (2400, 1600), 128).save(tmp_path / "p.png")
    return tmp_path


def picture_in(folder, **keys: Any) -> tuple[Block, PageKit]:
    issue = read_blocks({**picture("p.png", "1-2", "1-10"), **keys}, folder=folder)
    (block,) = issue.pages[0].blocks
    return block, maker_of(issue)


@pytest.mark.parametrize("keys", [{}, {"caption": han(30)}, {"caption": han(8), "credit": "江河"}])
def test_every_height_that_a_picture_promises_cuts_no_more_than_it_may(pictures, keys):
    block, kit = picture_in(pictures, **keys)
    offer = offer_of(block, kit)
    assert isinstance(offer, Offer)
    assert offer.shapes
    for shape in offer.shapes:
        for height in {shape.rows_min, shape.rows, shape.rows_max}:
            where = (f"1-{shape.columns}", f"3-{height + 2}")
            assert codes(set_blocks(picture("p.png", *where, **keys), folder=pictures)) == [], (shape.columns, height)


def test_a_picture_that_asks_for_its_columns_gets_only_them(pictures):
    block, kit = picture_in(pictures, columns=3)
    offer = offer_of(block, kit)
    assert isinstance(offer, Offer)
    assert {shape.columns for shape in offer.shapes} <= {3}


def test_a_picture_that_is_missing_is_told(pictures):
    block, kit = picture_in(pictures)
    (pictures / "p.png").unlink()
    found = offer_of(block, kit)
    assert isinstance(found, Diagnostic)
    assert found.code == "P750"


def advert_in(folder, **keys: Any) -> tuple[Block, PageKit]:
    issue = read_blocks({"advert": "p.png", **keys}, folder=folder)
    (block,) = issue.pages[0].blocks
    return block, maker_of(issue)


def test_an_advert_takes_the_columns_that_its_width_is_nearest_to(pictures):
    block, kit = advert_in(pictures, size=["110mm", "60mm"])
    offer = offer_of(block, kit)
    assert isinstance(offer, Offer)
    (shape,) = offer.shapes
    assert shape.columns == 3  # three columns are 111 mm
    # Never less than it was booked for; three rows of white more, to stand level with the advert beside it.
    assert (shape.rows_min, shape.rows_max) == (shape.rows, shape.rows + 3)


def test_of_an_advert_that_bleeds_the_foot_margin_takes_no_rows(pictures):
    """100 mm, of which the type area holds what stands above the margin and the white beside the foot of a row"""
    block, maker = advert_in(pictures, size=["270mm", "100mm"], bleed="yes")
    [shape] = offer_of(block, maker).shapes
    margin = maker.template.height - maker.grid.face_foot(maker.grid.rows)
    plain, maker = advert_in(pictures, size=["225mm", f"{100 - to_mm(margin):.2f}mm"])
    assert [shape] == [*offer_of(plain, maker).shapes]


def test_an_advert_without_a_size_is_taken_at_the_resolution_of_newsprint(pictures):
    block, kit = advert_in(pictures)
    width, height = advert_size(block.content, kit)
    assert (width, height) == (mm(2400 * 25.4 / 200), mm(1600 * 25.4 / 200))


def test_legs_that_are_not_alike_take_the_columns_that_they_say():
    shapes = shapes_of(STORIES["in legs that differ"])
    assert shapes
    assert {(shape.columns, form.legs) for shape, form in shapes} == {(3, 2)}


def test_a_vertical_story_can_be_set_with_its_picture_at_the_heights_that_it_promises(tmp_path):
    """Round it, or below it. Heights are counted by the room of the lines; each is set here. A few may be off by a
    line, as a trial shows."""
    Image.new("L", (1200, 800), 128).save(tmp_path / "p.png")
    lead = story("lead", place=None, body=body_of(1, 500), weight=5, writing="vertical")
    photo = {"id": "photo", "picture": "p.png", "with": "lead"}
    issue = read_blocks(lead, photo, folder=tmp_path)
    block, guest = issue.pages[0].blocks
    kit, plannings = maker_of(issue), KINDS.plannings()
    company, galley = Company((plannings["picture"].guest(guest, kit),)), block_galley(block, kit)
    offer = plannings["story"].offer(block, company, galley, kit)
    candidate = Candidate(block, BlockChoices("lead", offer.traits or Traits(), 5, offer.shapes), offer.own, company)
    exact = []
    for shape in offer.shapes:
        form = offer.own[shape.key][1]
        assert shape.picture == form.side
        for rows in {shape.rows_min, shape.rows_max}:
            rect = GridRect(0, 1, shape.columns, rows)
            own, photo_there = plannings["story"].places(candidate, Placement("lead", shape, 0, 1, rows))
            assert own.place.rect.around(photo_there.place.rect) == rect
            sites = (GuestSite(photo_there.place.rect),) if form.side == "left" else ()
            exact.append(place_block(own, Site(own.place.rect, galley, sites), kit)[0].fit.exact)
    assert {shape.picture for shape in offer.shapes} == {"left", "above"}
    assert len({shape.columns for shape in offer.shapes}) >= 4
    assert sum(exact) >= 0.9 * len(exact), exact


@pytest.mark.parametrize(("characters", "ratio"), [(110, 1.0), (160, 1.5), (220, 0.75)])
def test_a_story_beside_its_picture_is_as_high_as_that(tmp_path, characters, ratio):
    """Head and copy at one side, the picture at the other, from head to foot: each fills its place."""
    Image.new("L", (2000, round(2000 / ratio)), 128).save(tmp_path / "p.png")
    text = {"place": None, "body": body_of(1, characters), "weight": 3, "headline": han(9)}
    photo = {"id": "photo", "picture": "p.png", "with": "s"}
    issue = read_blocks(story("s", **text), photo, folder=tmp_path)
    block, guest = issue.pages[0].blocks
    kit, plannings = maker_of(issue), KINDS.plannings()
    company, galley = Company((plannings["picture"].guest(guest, kit),)), block_galley(block, kit)
    offer = plannings["story"].offer(block, company, galley, kit)
    candidate = Candidate(block, BlockChoices("s", offer.traits or Traits(), 3, offer.shapes), offer.own, company)
    sides = set()
    for shape in offer.shapes:
        if offer.own[shape.key][1].beside:
            placement = Placement("s", shape, 0, 1, shape.rows)
            own, other = plannings["story"].places(candidate, placement)
            rows = (own.place.rect.row, own.place.rect.rows)
            assert rows == (other.place.rect.row, other.place.rect.rows) == (1, shape.rows)
            assert own.place.rect.columns + other.place.rect.columns == shape.columns
            seen = placement.picture
            assert (seen.column, seen.columns, seen.row) == (other.place.rect.column, other.place.rect.columns, 1)
            written = {"place": place_of(own.place.rect), "legs": own.form.legs, "headline_form": "above"}
            there = {**photo, "place": place_of(other.place.rect)}
            assert set(codes(set_blocks(story("s", **{**text, **written}), there, folder=tmp_path))) <= OWN
            sides.add(shape.picture)
    assert sides == {"left", "right"}


def place_of(rect: GridRect) -> dict[str, str]:
    """A place as an issue file has it."""
    return place(f"{rect.column + 1}-{rect.end_column}", f"{rect.row + 1}-{rect.end_row}")


@pytest.mark.parametrize("characters", [60, 90, 140])
def test_a_short_vertical_story_finds_frames_that_it_fills(characters):
    """Of a story of a few lines each width has few heights; one column is among them."""
    shapes = shapes_of(story(place=None, body=body_of(1, characters), weight=2, writing="vertical"))
    assert min(shape.columns for shape, _ in shapes) == 1


def test_a_line_or_two_in_a_box_beside_a_long_vertical_headline_has_a_shape():
    """No frame is filled by it, so each leaves white: in a box too."""
    block = story(place=None, headline=han(18), body=han(58), weight=1, writing="vertical", box="line")
    assert shapes_of(block)


def test_white_in_a_vertical_frame_is_paid_line_by_line():
    """Where a story fills hardly any frame those that it does not fill are offered too, the emptier the dearer."""
    issue = read_blocks(story(place=None, body=han(30), weight=2, writing="vertical"))
    (block,) = issue.pages[0].blocks
    kit = maker_of(issue)
    curve = story_curve(block, block_galley(block, kit), kit)
    curve.any_fill = True
    shapes, _ = vertical_shapes(curve, None)
    by_rows = {shape.rows: shape.cost for shape in shapes if shape.columns == 4 and shape.legs == 1}
    costs = [by_rows[rows] for rows in sorted(by_rows)]
    assert len(costs) > 3
    assert costs[-1] - costs[0] > len(costs)


def test_a_paragraph_with_as_many_lines_at_a_narrower_as_at_a_wider_measure_is_not_broken_between_them():
    issue = read_blocks(story(place=None, body=f"{han(70)}\n{han(9)}", weight=2))
    (block,) = issue.pages[0].blocks
    kit = maker_of(issue)
    curve = story_curve(block, galley := block_galley(block, kit), kit)
    em = kit.grid.size
    ends = curve.each(12 * em, 0), curve.each(20 * em, 0)
    assert [len(set(lines)) for lines in zip(*ends, strict=True)] == [2, 1]
    lines, asked = curve.each(16 * em, 0), [16 * em in {m for m, _ in p._broken} for p in galley.paragraphs]
    assert (lines, asked) == (tuple(len(p.broken(16 * em)) for p in block_galley(block, kit).paragraphs), [True, False])


@pytest.mark.parametrize(("way", "other", "asked"), [(-1, 18, False), (-1, 17, True), (1, 14, False), (1, 15, True)])
def test_tracking_is_not_tried_on_a_paragraph_with_as_many_lines_at_a_measure_beyond_its_reach(way, other, asked):
    """It moves the end of a line of sixteen ems by 30 ‰, of the narrowest letters by four times that: by not two."""
    issue = read_blocks(story(place=None, body=han(9), weight=2))
    (block,) = issue.pages[0].blocks
    kit = maker_of(issue)
    curve = story_curve(block, block_galley(block, kit), kit)
    assert curve.each(other * kit.grid.size, 0) == curve.each(16 * kit.grid.size, 0) == (1,)
    assert not curve.moves(16 * kit.grid.size, way, 1)
    assert ((0, way * kit.limit) in curve.lines_of) == asked
