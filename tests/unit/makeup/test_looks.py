"""The terms of looks on pages that were set: what each measures, and what is good."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from paiban.grid import GridRect
from paiban.makeup.frame.model import Makeup
from paiban.makeup.judge import looks
from paiban.makeup.judge.ink import InkRaster, WhitePatch, patches
from paiban.makeup.judge.looks import MEASURES, LooksPage, LooksValue, looks_of, page_of, tau
from tests.support.issues import briefs, han, picture, set_blocks, story


def made_up(*blocks: dict[str, Any], **keys: Any) -> Makeup:
    return set_blocks(*blocks, **keys).makeups[0]


def values(term: Callable[[LooksPage], Any], makeup: Makeup, beside: Makeup | None = None) -> list[float]:
    return [round(sample.value, 2) for sample in term(page_of(makeup, beside))]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in "ab":
        Image.new("L", (1200, 800), 128).save(tmp_path / f"{name}.png")
    return tmp_path


def raster(*rows: str) -> InkRaster:
    return InkRaster(len(rows[0]), tuple(sum(1 << n for n, cell in enumerate(row) if cell == "#") for row in rows))


# ---- samples and ink -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("sample", "off"),
    [
        (LooksValue(0.7, 0.6, 1.0), 0.0),
        (LooksValue(0.4, 0.6, 1.0), 0.25),
        (LooksValue(1.4, 0.6, 1.0), 1.0),
        (LooksValue(9.0, 0.6, 1.0), 4.0),
        (LooksValue(2.0, 0.0, 0.0, 2.0), 1.0),
    ],
)
def test_a_sample_counts_by_the_square_of_what_it_is_off(sample, off):
    assert sample.off == pytest.approx(off)


def test_ink_that_grew_and_shrank_keeps_its_hole_and_loses_its_gap():
    ring = raster(*["#" * 12] * 3, *["##........##"] * 5, *["#" * 12] * 3)
    assert ring.closed == ring
    assert raster(*["#####.######"] * 9).closed == raster(*["#" * 12] * 9)


def test_patches_hang_together_by_sides():
    found = patches(raster("##..", "#..#", "...#"), 1, 1)
    # Three cells at the top left: an outline of 8, 2 + 2 of it on the edge; two at the bottom right: 6, 2 + 1.
    assert sorted(found) == [WhitePatch(2, 0.5), WhitePatch(3, 0.5)]


def test_a_patch_round_a_corner_is_one():
    assert [patch.cells for patch in patches(raster("#.#", "###"), 1, 1)] == [5]


# ---- terms -----------------------------------------------------------------------------------------------------------


def test_copy_that_ends_too_early_leaves_trapped_white():
    """1,100 characters are a hundred lines of a basic column, of 426 on the page."""
    below = story("b", "1-6", "36-71", body=han(2200))
    filled, holed = (
        values(looks.trapped_white, made_up(story(columns="1-6", rows="1-35", body=han(count)), below))[0]
        for count in (2200, 1100)
    )
    assert holed - filled > 15


@pytest.mark.parametrize(("rows", "good"), [("1-12", True), ("1-40", False)])
def test_a_strip_is_as_full_as_its_headline_is_long(rows, good):
    page = made_up(story(columns="1-3", rows=rows, headline_form="vertical", headline=han(5), body=han(900)))
    (ink,) = values(looks.strip_ink, page)
    assert (ink > 0.45) is good


def test_a_headline_fills_its_span_or_not():
    wide, narrow = (made_up(story(columns=c, headline=han(8), rows="1-20", body=han(400))) for c in ("1-2", "1-6"))
    assert values(looks.head_fill, wide)[0] > 0.62 > 0.5 > values(looks.head_fill, narrow)[0]


def test_the_largest_picture_is_measured_against_the_second(folder):
    pair = picture("a.png", "1-4", "1-20"), picture("b.png", "5-6", "1-20", id_="b")
    assert values(looks.largest_picture, made_up(*pair, folder=folder)) == [2.0]
    assert values(looks.largest_picture, made_up(pair[0], folder=folder)) == [round(100 * 80 / 426, 2)]


def test_weights_headlines_and_areas_say_the_same_or_not():
    order = [story("a", "1-6", "1-30", weight=5, body=han(1500)), story("b", "1-3", "31-71", weight=3, body=han(1000)),
             story("c", "4-6", "31-71", weight=1, body=han(1000))]  # fmt: skip
    assert values(looks.hierarchy, made_up(*order)) == [1.0, pytest.approx(0.82, abs=0.2), 1.0]
    small = [story("a", "1-2", "1-15", weight=5, body=han(150)), story("b", "3-6", "1-71", weight=1, body=han(2500))]
    assert values(looks.hierarchy, made_up(*small))[1] == -1.0


def test_kendalls_order():
    assert tau([1, 2, 3], [10, 20, 30]) == 1.0
    assert tau([1, 2, 3], [30, 20, 10]) == -1.0
    assert tau([1, 1, 2], [1, 2, 3]) == pytest.approx(2 / 6**0.5)


@pytest.mark.parametrize(("foot", "near"), [(30, 0), (31, 0), (32, 1), (33, 1), (36, 0)])
def test_edges_two_or_three_rows_apart_are_counted(foot, near):
    page = made_up(story("a", "1-3", "1-30", body=han(900)), story("b", "4-6", f"1-{foot}", body=han(900)))
    assert values(looks.edges, page)[1] == near


def test_blocks_of_one_width_one_over_another_are_stacked():
    stacked = made_up(story("a", "1-3", "1-30"), story("b", "1-3", "31-60"))
    stepped = made_up(story("a", "1-3", "1-30"), story("b", "1-4", "31-60"))
    assert values(looks.variety, stacked)[-1] == 1.0
    assert values(looks.variety, stepped)[-1] == 0.0


def test_stories_that_all_look_alike_have_no_variety():
    page = made_up(*(story(name, f"{n}-{n + 1}", "1-30") for name, n in (("a", 1), ("b", 3), ("c", 5))))
    assert values(looks.variety, page) == [0.0]


def test_short_legs_are_counted():
    page = made_up(story("a", "1-2", "1-30", body=han(500)), story("b", "3-6", "1-7", body=han(100)))
    outside, stubs, measures = values(looks.leg_lengths, page)
    assert (outside, stubs, measures) == (round(4 / 6, 2), 1.0, 1.0)


def test_a_rail_is_even_or_white_at_its_end():
    even = made_up(briefs(*[han(42)] * 4, rows="1-30", label="简讯"))
    difference, _ = values(looks.rail_gaps, even)
    assert difference <= 1
    assert values(looks.rail_gaps, made_up(story())) == []


def test_a_picture_keeps_to_its_story(folder):
    near = made_up(story(columns="1-3", rows="13-40"), picture("a.png", "1-3", "1-12", with_="lead"), folder=folder)
    away = made_up(story(columns="1-3", rows="33-60"), picture("a.png", "4-6", "1-12", with_="lead"), folder=folder)
    assert values(looks.picture_story, near) == [0, 1.0, 0]
    assert values(looks.picture_story, away) == [20, 0.0, 0]


def test_pictures_of_two_stories_that_touch_are_counted(folder):
    page = made_up(picture("a.png", "1-3", "1-12"), picture("b.png", "4-6", "1-12", id_="b"), folder=folder)
    assert values(looks.picture_story, page) == [1]


def test_a_flat_story_is_wide_for_its_height():
    flat, tall = values(looks.flatness, made_up(story("a", "1-6", "1-10"), story("b", "1-1", "11-71")))
    assert flat > 2.2
    assert tall < 0.6


def test_vertical_headlines_one_over_another_and_side_by_side():
    strip: dict[str, Any] = {"headline_form": "vertical", "headline": han(5), "body": han(500)}
    over = made_up(story("a", "1-3", "1-25", **strip), story("b", "1-3", "26-50", **strip))
    beside = made_up(story("a", "1-3", "1-25", **strip), story("b", "4-6", "1-25", **strip))
    assert values(looks.vertical_heads, over) == [2.0, 1.0]
    assert values(looks.vertical_heads, beside) == [2.0, 2.0]


def test_a_page_with_all_at_its_left_leans():
    left = made_up(story(columns="1-3", rows="1-71", body=han(2000)))
    whole = made_up(story(columns="1-6", rows="1-71", body=han(4300)))
    assert values(looks.balance, left)[0] > 20 > 3 > values(looks.balance, whole)[0]


def test_gutters_are_ruled_alike_or_not():
    page = made_up(story("a", "1-3", "1-30"), story("b", "4-6", "1-26"), story("c", "4-6", "27-60"))
    assert values(looks.rule_logic, page) == [0.5]


def test_a_page_is_like_the_one_it_faces():
    one = made_up(story("a", "1-4", "1-30", weight=5), story("b", "5-6", "1-30"))
    other = made_up(story("a", "3-6", "1-30", weight=5), story("b", "1-2", "1-30"))
    assert values(looks.facing, one) == []
    assert values(looks.facing, one, one) == [pytest.approx(0.67)]
    assert values(looks.facing, one, other) == [pytest.approx(0.33)]


def test_a_page_without_an_anchor_is_grey(folder):
    grey = made_up(story(columns="1-6", rows="1-71", body=han(4300), weight=1))
    lit = made_up(story(columns="1-6", rows="31-71", body=han(2000)), picture("a.png", "1-6", "1-30"), folder=folder)
    assert values(looks.grey, grey) == [100.0, 4]
    assert values(looks.grey, lit)[1] == 2


@pytest.mark.parametrize("seed", range(20))
def test_the_largest_free_rectangle_is_that_of_all_rectangles(seed):
    rng = random.Random(seed)
    taken = [GridRect(rng.randint(0, 4), rng.randint(0, 10), rng.randint(1, 2), rng.randint(1, 6)) for _ in range(4)]
    free = [
        place.cells
        for place in (GridRect(c, r, w, h) for c in range(6) for r in range(14) for w in range(1, 7 - c)
                      for h in range(1, 15 - r))
        if not any(place.meets(other) for other in taken)
    ]  # fmt: skip
    assert looks.largest_free(taken, 6, 14) == max(free, default=0)


def test_a_page_has_the_terms_that_apply():
    terms = looks_of(made_up(story(columns="1-6", rows="1-71", body=han(4300))))
    assert set(terms) <= set(MEASURES)
    assert not {"rail_gaps", "largest_picture", "facing", "strip_ink"} & set(terms)
    assert all(0 <= value <= 4 for value in terms.values())
