"""Pictures in automatic make-up: how large each wishes to be, what its pixels allow, which is the page's first."""

from __future__ import annotations

from itertools import pairwise
from math import log
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image

from paiban.display import Picture
from paiban.grid import GridRect
from paiban.issue import Issue
from paiban.kinds import KINDS
from paiban.kinds.picture.planning import PictureRows
from paiban.kinds.story.shapes import ShapeForm, offered, story_curve
from paiban.kinds.story.upright_guests import guests_rect
from paiban.makeup.frame.place import page_places
from paiban.makeup.propose import candidates
from paiban.makeup.propose.candidates import page_gathering
from paiban.makeup.propose.company import Company
from paiban.makeup.propose.first_picture import columns_lacked
from paiban.makeup.search import Placement, Plan, Shape
from paiban.makeup.search.plan import Trial, charged, rivalry
from paiban.makeup.search.rounds import HONEST
from paiban.template import Costs
from tests.support.issues import codes, galley_in, han, maker_of, page_of, picture, read_blocks, set_blocks, story

COLUMNS = range(1, 7)
PHOTO, STORY = KINDS.settings["picture"].traits, KINDS.settings["story"].traits
MEASURE_MM = 11 * 9 / 72 * 25.4
GUTTER_MM = 9 / 72 * 25.4

FEW = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
whole = st.sampled_from([{}, {"fit": "whole"}])


def counted(folder, size: tuple[int, int], **keys: Any) -> PictureRows:
    """A picture of so many pixels on a tabloid page, for counting."""
    Image.new("L", size, 128).save(folder / "p.png")
    return guest_of(read_blocks({**picture("p.png", "1-2", "1-10"), **keys}, folder=folder))


def guest_of(issue: Issue) -> PictureRows:
    """The picture of an issue of nothing else, for counting."""
    (block,) = issue.pages[0].blocks
    rows = KINDS.plannings()["picture"].guest(block, maker_of(issue))
    assert isinstance(rows, PictureRows)
    return rows


def wished(rows: PictureRows, weight: int) -> list[int]:
    """The widths, in columns, that cost least."""
    costs = {columns: rows.cost(columns, weight) for columns in COLUMNS}
    return [columns for columns, cost in costs.items() if cost == min(costs.values())]


@pytest.mark.parametrize("size", [(3600, 2400), (3000, 3000), (2400, 3600), (3600, 1500)])
def test_the_heavier_its_story_the_larger_a_picture_wishes_to_be(tmp_path, size):
    rows = counted(tmp_path, size)
    least = [wished(rows, weight)[0] for weight in (1, 3, 5)]
    assert least == sorted(least)
    assert least[0] < least[-1]


@pytest.mark.parametrize("columns", [1, 2, 3])
def test_a_picture_over_copy_is_cropped_at_the_heights_that_are_counted_no_more_than_it_may_be(tmp_path, columns):
    """Its caption reaches into the row that is kept clear below it."""
    rows = counted(tmp_path, (3600, 2400), caption="图说").over_copy
    least, _, most = rows.rows(columns)
    for high in range(least, most + 1):
        given = picture("p.png", f"1-{columns}", f"20-{19 + high}", caption="图说", **{"with": "lead"})
        result = set_blocks(story("lead", "1-4", "1-71", body=han(3000)), given, folder=tmp_path)
        assert not {"P505", "P562"} & {*codes(result)}


@FEW
@given(st.integers(300, 2000), st.integers(300, 2000), st.sampled_from(["RGB", "P", "1"]), st.integers(0, 40), whole)
def test_a_picture_fills_its_columns_at_every_height_that_is_counted(tmp_path, width, height, mode, words, keys):
    """Of a photograph something is cut off; a chart, line art and what is to be whole have white below them."""
    Image.new(mode, (width, height)).save(tmp_path / "p.png")
    words = {"caption": han(words)} if words else {}
    rows = guest_of(read_blocks({**picture("p.png", "1-2", "1-10"), **words, **keys}, folder=tmp_path))
    for columns in (1, 2, 3):
        least, _, most = rows.rows(columns)
        for high in range(least, most + 1):
            given_place = picture("p.png", f"1-{columns}", f"1-{high}", **words, **keys)
            page = page_of(result := set_blocks(given_place, folder=tmp_path))
            (item,) = (item for item in page.items if isinstance(item, Picture))
            assert abs(item.rect.width - page.frames[0].rect.width) <= 1
            assert not {"P505", "P562"} & {*codes(result)}


@pytest.mark.parametrize("size", [(3600, 2400), (3600, 2025), (3000, 3000)])
def test_the_first_picture_wants_two_columns_of_six_and_never_the_whole_page(tmp_path, size):
    rows = counted(tmp_path, size)
    assert 2 <= wished(rows, 5)[0] <= wished(rows, 5)[-1] < 6


def test_no_news_picture_is_a_stamp_but_a_portrait_may_have_one_column(tmp_path):
    assert counted(tmp_path, (3600, 2400)).cost(1, 1) > counted(tmp_path, (2400, 3200)).cost(1, 1)
    assert 1 not in wished(counted(tmp_path, (3600, 2400)), 1)


@pytest.mark.parametrize("weight", [1, 3, 5])
def test_growth_beyond_its_size_is_paid_for_and_rises(tmp_path, weight):
    rows = counted(tmp_path, (3600, 2400))
    costs = [rows.cost(columns, weight) for columns in COLUMNS if columns >= wished(rows, weight)[-1]]
    assert all(more > less for less, more in pairwise(costs))


@pytest.mark.parametrize("weight", [3, 4])
def test_the_picture_of_a_story_of_some_weight_is_a_stamp_only_where_no_other_page_is_found(tmp_path, weight):
    """It costs more than the search takes at first, but for a portrait; a lead's more than it takes at all."""
    dearer = {size: counted(tmp_path, size).cost(1, weight) for size in ((3600, 2400), (2400, 3600))}
    assert dearer[3600, 2400] > HONEST.slack > dearer[2400, 3600]
    assert counted(tmp_path, (3600, 2400)).cost(1, 5) > 20 > counted(tmp_path, (3600, 2400)).cost(2, 5)


def test_a_minor_picture_would_rather_be_a_column_too_narrow_than_one_too_wide(tmp_path):
    """It fills no white: the page's first picture would have to keep its distance from it."""
    rows = counted(tmp_path, (3000, 3000))
    (best,) = wished(rows, 1)
    assert rows.cost(best + 1, 1) > rows.cost(best - 1, 1)


def test_a_width_that_the_editor_asks_for_costs_nothing(tmp_path):
    assert counted(tmp_path, (3600, 2400), columns=6).cost(6, 1) == 0


@pytest.mark.parametrize("columns", [2, 3, 4, 5, 6])
@pytest.mark.parametrize("spare", [-1, 1])
def test_a_picture_is_never_so_wide_that_it_lacks_pixels(tmp_path, columns, spare):
    """The press warns below 150 an inch: of the width of so many columns and the gutters between them."""
    width = columns * MEASURE_MM + (columns - 1) * GUTTER_MM
    wanted = round(150 * width / 25.4)
    least, _, most = counted(tmp_path, (wanted + 2 * spare, wanted)).rows(columns)
    assert (least <= most) == (spare > 0)


@pytest.mark.parametrize("size", [(90, 60), (90, 90), (60, 90), (120, 50)])
def test_one_without_pixels_for_any_width_stands_as_narrow_as_it_can(tmp_path, size):
    """In the narrowest place that it fills."""
    rows = counted(tmp_path, size)
    served = [columns for columns in COLUMNS if rows.rows(columns)[0] <= rows.rows(columns)[2]]
    assert len(served) == 1
    offer = KINDS.plannings()["picture"].offer(rows.block, None, None, rows.kit)
    assert [shape.columns for shape in offer.shapes] == served


def test_the_width_that_an_editor_asks_for_is_his_whatever_the_pixels(tmp_path):
    rows = counted(tmp_path, (300, 200), columns=4)
    assert rows.rows(4)[0] <= rows.rows(4)[2]


def test_under_a_picture_legs_have_six_rows_or_none():
    """Of thirty rows below the headline it takes all, or leaves a row clear and six; less only where a leg must do."""
    kit = maker_of(issue := read_blocks(story("a", "1-3", "1-34")))
    (block,) = issue.pages[0].blocks
    curve, form = story_curve(block, galley_in(block, kit), kit), ShapeForm(3, side="left", guest_columns=2)

    def heights() -> set[int]:
        return {rows for rows in range(1, 40) if offered(form, 34, 4, rows, curve) is not None}

    assert heights() == {*range(1, 24), 30}
    curve.least_leg = 1
    assert heights() == {*range(1, 29), 30}


def test_over_a_picture_lines_of_a_vertical_story_are_seven_rows_long(tmp_path):
    """And a row is kept clear at either end of them."""
    company = Company((counted(tmp_path, (2400, 1600)),))
    high = company.rows(2)[1]
    served = [rows for rows in range(high, high + 12) if guests_rect(GridRect(0, 0, 4, rows), 2, company, 0)]
    assert served[0] == high + 9


# ---- the first picture -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("weights", "pictured", "sizes"),
    [
        ((5, 4, 2), "abc", (5, 4, 2)),
        ((5, 4, 2), "bc", (5, 2)),  # the lead has none
        ((5, 3, 2), "bc", (5, 2)),
        ((5, 2, 1), "bc", (2, 1)),  # too light to lead the page
        ((5, 5, 2), "ab", (5, 4)),  # of equals the first
    ],
)
def test_one_picture_is_the_pages_first(tmp_path, weights, pictured, sizes):
    """The heaviest story's that has any is sized as a lead's; every other one below it."""
    Image.new("L", (900, 600), 128).save(tmp_path / "p.png")
    stories = [story(name, place=None, weight=weight) for name, weight in zip("abc", weights, strict=True)]
    photos = [{"id": f"p{name}", "picture": "p.png", "with": name} for name in pictured]
    issue = read_blocks(*stories, *photos, folder=tmp_path)
    kit = maker_of(issue)
    table = page_gathering(issue.pages[0], kit.template, kit, KINDS.plannings())
    found, _ = table.gather()
    assert tuple(c.company.weight for c in found if c.company is not None) == sizes


@pytest.mark.parametrize(
    ("weights", "columns", "lacked"),
    [
        ((5, 4), (2, 1), 0),
        ((5, 4), (1, 1), 3),
        ((5, 4), (1, 3), 3),
        ((5, 4), (2, 3), 1),
        ((2, 1), (1, 1), 0),
        ((3, 5), (1, 2), 0),
    ],
)
def test_columns_that_the_first_picture_lacks_are_counted_of_the_page_as_it_stands(tmp_path, weights, columns, lacked):
    """Two of a tabloid's six are enough; a stamp lacks one more, and so does one no larger than another; a light
    story's is never the first."""
    Image.new("L", (900, 600), 128).save(tmp_path / "p.png")
    stories = [story(name, place=None, weight=weight) for name, weight in zip("ab", weights, strict=True)]
    photos = [picture("p.png", f"1-{n}", f"{at}-{at + 9}", f"p{name}", **{"with": name})
              for name, n, at in zip("ab", columns, (1, 20), strict=True)]  # fmt: skip
    page = (issue := read_blocks(*stories, *photos, folder=tmp_path)).pages[0]
    kit = maker_of(issue)
    places = page_places(page, kit.template, kit)
    assert columns_lacked(page, places, kit.settings, kit.grid) == lacked


@pytest.mark.parametrize(("rows", "lacked"), [("1-35", 0), ("1-36", 1)])
def test_a_first_picture_is_no_higher_than_half_the_page(tmp_path, rows, lacked):
    Image.new("L", (900, 1600), 128).save(tmp_path / "p.png")
    photo = picture("p.png", "1-3", rows, **{"with": "a"})
    page = (issue := read_blocks(story("a", place=None, weight=5), photo, folder=tmp_path)).pages[0]
    kit = maker_of(issue)
    assert columns_lacked(page, page_places(page, kit.template, kit), kit.settings, kit.grid) == lacked


def test_a_page_whose_first_picture_is_larger_goes_before_one_that_breaks_no_rule():
    plan = Plan((), 10.0, {"place": 10.0}, {})
    stamp, rule = (charged(Costs(), plan, trial) for trial in (Trial((), lacked=2), Trial(("P608",))))
    assert stamp.rank > rule.rank > charged(Costs(), plan, Trial(())).rank
    assert charged(Costs(), plan, Trial((), lost=1)).rank > stamp.rank


def test_shapes_are_counted_again_only_of_a_block_with_other_copy_or_another_picture(tmp_path):
    """Without the lead's picture that of the second is the page's first; the third, and its copy, are as they were."""
    Image.new("L", (900, 600), 128).save(tmp_path / "p.png")
    stories = [story(name, place=None, weight=weight) for name, weight in zip("abc", (5, 4, 2), strict=True)]
    photos = [{"id": f"p{name}", "picture": "p.png", "with": name} for name in "ab"]
    page = (issue := read_blocks(*stories, *photos, folder=tmp_path)).pages[0]
    kit = maker_of(issue)
    table = page_gathering(page, kit.template, kit, KINDS.plannings())
    before, _ = table.gather()
    fewer = page._replace(blocks=tuple(block for block in page.blocks if block.id != "pa"))
    after, _ = table._replace(page=fewer).gather()
    assert [new is old for new, old in zip(after, before, strict=True)] == [False, False, True]


@pytest.mark.parametrize("writing", ["horizontal", "vertical"])
@pytest.mark.parametrize("workers", [2, 5])
def test_any_number_of_processes_counts_the_same_shapes(tmp_path, monkeypatch, workers, writing):
    """Of a story that another process counted the next one that is cut is counted as quickly."""
    begun = []
    begin = candidates.Forked
    monkeypatch.setattr(candidates, "WORTH_SHARING", 0)
    monkeypatch.setattr(candidates, "Forked", lambda *words: begun.append(words) or begin(*words))
    Image.new("L", (900, 600), 128).save(tmp_path / "p.png")
    stories = [
        story(name, place=None, weight=3, body=han(90 * number, number)) for number, name in enumerate("abcd", 1)
    ]
    photo = {"id": "pb", "picture": "p.png", "with": "b"}
    issue = read_blocks(*stories, photo, folder=tmp_path, writing=writing)
    kit = maker_of(issue)
    tables = [page_gathering(issue.pages[0], kit.template, kit, KINDS.plannings()) for _ in range(2)]
    (alone, _), (shared, _) = tables[0].gather(), tables[1].gather(workers)
    assert [one.choices for one in shared] == [one.choices for one in alone]
    assert [one.block is block for one, block in zip(shared, issue.pages[0].blocks, strict=False)] == [True] * 4
    assert len(begun) == workers - 1
    kept = [sorted(p._counted.items()) for table in tables for c in "abcd" for p in table.galleys[c].paragraphs]
    assert kept[: len(kept) // 2] == kept[len(kept) // 2 :]


def placed(cells: tuple[int, int], weight: int, row: int = 0) -> tuple[Placement, GridRect]:
    shape = Shape(4, 40, 40, 40, picture="left", picture_columns=cells[0], picture_rows=cells[1], headline_rows=4)
    placement = Placement("x", shape, 0, row, 40, traits=STORY, weight=weight)
    assert placement.picture is not None
    return placement, placement.picture


@pytest.mark.parametrize(
    ("first", "second", "weight", "times"),
    [((3, 20), (2, 20), 5, 1.0), ((3, 20), (2, 10), 5, 1.0), ((2, 20), (2, 20), 5, 1.5), ((2, 10), (2, 20), 4, 3.0),
     ((2, 10), (2, 20), 2, 1.0)],
)  # fmt: skip
def test_the_first_picture_is_half_as_large_again_as_every_other(first, second, weight, times):
    pair = [placed(second, 1, row=0), placed(first, weight, row=40)]
    assert rivalry(pair) == pytest.approx(log(times))
    assert rivalry(pair[:1]) == 0


@pytest.mark.parametrize(
    ("shape", "where"),
    [
        (Shape(4, 40, 40, 40, form="above", headline_rows=4, picture="left", picture_columns=2, picture_rows=10),
         GridRect(2, 14, 2, 10)),
        (Shape(4, 40, 40, 40, form="above", headline_rows=4, picture="right", picture_columns=1, picture_rows=10),
         GridRect(5, 14, 1, 10)),
        (Shape(4, 40, 40, 40, form="above", headline_rows=4, picture="inside", picture_columns=2, picture_rows=10),
         GridRect(3, 14, 2, 10)),
        (Shape(4, 40, 40, 40, form="above", headline_rows=4, picture="above", picture_columns=4, picture_rows=10),
         GridRect(2, 10, 4, 10)),
        (Shape(4, 40, 40, 40, form="upright", picture="left", picture_columns=2, picture_rows=10),
         GridRect(2, 40, 2, 10)),
    ],
)  # fmt: skip
def test_a_placement_says_where_its_picture_stands(shape, where):
    assert Placement("x", shape, 2, 10, 40, traits=STORY).picture == where


def test_a_picture_by_itself_is_all_of_its_place():
    placement = Placement("x", Shape(2, 8, 8, 8), 3, 5, 8, traits=PHOTO)
    assert placement.picture == placement.rect
    assert Placement("x", Shape(2, 8, 8, 8), 3, 5, 8, traits=STORY).picture is None
