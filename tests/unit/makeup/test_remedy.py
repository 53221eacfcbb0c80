"""What would put a page right: for copy over or short, and for holes."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from paiban.grid import GridRect
from paiban.issue.naming import named, titles
from paiban.kinds import KINDS
from paiban.makeup.frame.model import Makeup
from paiban.makeup.judge.breaches import page_holes
from paiban.makeup.judge.layout import page_layout
from paiban.makeup.propose.remedy import Remedy, picture_size, remedies
from tests.support.issues import han, place, set_blocks, story


def found(*blocks: dict[str, Any], folder: Path | None = None) -> tuple[Remedy, ...]:
    return remedies(set_blocks(*blocks, folder=folder).makeups[0], KINDS.settings)


def short_of(lines: int, body: str = "") -> Makeup:
    """A page whose only story is short of so many lines; it has as many paragraphs as ``body``."""
    makeup = set_blocks(story(columns="1-6", rows="1-71", body=body or han(4000))).makeups[0]
    fit = makeup.fits[0]._replace(over_lines=0, over_characters=0, short_lines=lines, short_characters=11 * lines)
    return makeup._replace(fits=(fit,))


def test_a_full_page_needs_none():
    makeup = set_blocks(story(columns="1-6", rows="1-71", body=han(4000))).makeups[0]
    exact = makeup.fits[0]._replace(over_lines=0, over_characters=0, short_lines=0)
    assert remedies(makeup._replace(fits=(exact,)), KINDS.settings) == ()


def test_copy_over_must_be_cut_by_what_found_no_room():
    full = story("full", columns="2-6", rows="1-71", body=han(6000))
    (remedy, *_) = found(story(columns="1", rows="1-71", body=han(1500)), full)
    assert (remedy.kind, remedy.block) == ("cut", "lead")
    assert remedy.characters > 400


def test_white_next_to_copy_over_is_offered_with_its_rows():
    (remedy, *_) = found(story(columns="1-2", rows="11-20", body=han(500)))
    assert (remedy.kind, remedy.lender, remedy.rows) == ("borrow", "", 51)


def test_a_neighbour_with_rows_to_spare_is_offered():
    """21 rows for a head and a line of copy, over the same columns; what stands beside it lends nothing."""
    over = story("a", columns="1-2", rows="1-20", body=han(900))
    short = story("b", columns="1-2", rows="21-71", body=han(20))
    beside = story("c", columns="3-6", rows="1-71", body=han(20))
    (remedy, *_) = found(over, short, beside)
    assert (remedy.kind, remedy.block, remedy.lender) == ("borrow", "a", "b")
    assert 40 < remedy.rows < 51


def test_a_neighbour_at_the_side_with_columns_to_spare_is_offered():
    """Two of three columns would do for what stands beside it over the same rows."""
    over = story("a", columns="1", rows="1-71", body=han(1500))
    short = story("b", columns="2-4", rows="1-71", body=han(500))
    (remedy, *_) = found(over, short, story("c", columns="5-6", rows="1-71", body=han(900)))
    assert (remedy.kind, remedy.block, remedy.lender) == ("widen", "a", "b")
    assert remedy.columns in (1, 2)


def test_white_beside_copy_over_is_offered_with_its_columns():
    (remedy, *_) = found(story(columns="1-2", rows="1-71", body=han(2500)))
    assert (remedy.kind, remedy.lender, remedy.columns) == ("widen", "", 4)


OVER = story("a", columns="1-2", rows="1-20", body=han(900))
FULL = story("c", columns="3-6", rows="1-71", body=han(4000))


@pytest.mark.parametrize(
    ("blocks", "zh", "en"),
    [
        ([story(columns="1-2", rows="11-20", body=han(500))],
         "加高，上面或下面有 51 行空", "make it taller: the white above or below has 51 rows free"),
        ([story(columns="1-2", rows="1-71", body=han(2500))],
         "加宽，旁边有 4 栏空", "make it wider: the white beside it has 4 columns free"),
        ([OVER, story("b", columns="1-2", rows="21-71", body=han(2000)), FULL],
         "把位置加高几行", "make the place some rows taller"),
    ],
    ids=["white below", "white beside", "none"],
)  # fmt: skip
def test_what_is_over_is_told_with_the_room_next_door(blocks, zh, en):
    said = next(d for d in set_blocks(*blocks).diagnostics if d.code == "P501")
    cut = dict(said.params)["characters"]
    assert (said.hint("zh"), said.hint("en")) == (
        f"从末尾删 {cut} 字，或{zh}",
        f"cut {cut} characters from its end, or {en}",
    )


def test_the_neighbour_is_offered_by_its_headline():
    short = story(columns="1-2", rows="21-71", body=han(20), headline="邻居有空")
    del short["id"]
    result = set_blocks(OVER, short, FULL)
    told = next(d for d in named(result.diagnostics, titles(result.issue, KINDS.readings)) if d.code == "P501")
    free = next(fit.short_lines // fit.legs for fit in result.makeups[0].fits if fit.short_lines)
    assert f"加高，“邻居有空”有 {free} 行空" in told.hint("zh")


def test_a_few_white_lines_want_a_cross_head():
    (remedy,) = remedies(short_of(3, "\n".join([han(300)] * 4)), KINDS.settings)
    assert (remedy.kind, remedy.lines, remedy.characters) == ("crosshead", 3, 33)


def test_more_white_wants_a_picture_of_columns_and_rows():
    (remedy,) = remedies(short_of(32), KINDS.settings)
    assert remedy.kind == "picture"
    # Its cells and the clear row beside it are what the lines leave white.
    assert remedy.columns * (remedy.rows + 1) <= 32 < (remedy.columns + 1) * (remedy.rows + 2)


def test_white_too_small_for_a_picture_wants_copy():
    (remedy,) = remedies(short_of(1), KINDS.settings)
    assert (remedy.kind, remedy.characters) == ("add", 11)


@pytest.mark.parametrize(("cells", "most"), [(30, 6), (60, 3), (14, 2)])
def test_a_suggested_picture_fits_its_cells(cells, most):
    size = picture_size(cells, most)
    assert size is not None
    columns, rows = size
    assert columns <= most
    assert columns * (rows + 1) <= cells


@pytest.mark.parametrize("rows", [6, 40])
def test_a_picture_of_one_column_is_suggested_where_there_is_no_other(rows):
    """A block of one column takes a picture of one; the clear row is counted."""
    assert picture_size(rows + 1, 1) == (1, rows)


def test_there_is_no_picture_for_a_stamps_room():
    assert picture_size(5, 6) is None


def hole() -> list[dict[str, Any]]:
    """Stories that leave columns 5 and 6 white from row 41 on."""
    return [
        story("a", columns="1-4", rows="1-71", body=han(2400)),
        story("b", columns="5-6", rows="1-40", body=han(700)),
    ]


def test_a_hole_is_one_however_many_columns_it_has():
    (white,) = page_holes(page_layout(set_blocks(*hole()).makeups[0]))
    assert white == GridRect.counted(5, 6, 41, 71)


def test_a_hole_wants_a_picture_of_its_size():
    remedy = next(r for r in found(*hole()) if not r.block)
    assert (remedy.kind, remedy.columns, remedy.rows) == ("picture", 2, 31)


def test_a_filler_that_fits_is_used_first(tmp_path):
    Image.new("L", (600, 400), 128).save(tmp_path / "ad.png")
    filler = {"id": "fill", "advert": "ad.png", "size": ["73mm", "100mm"], "filler": "yes"}
    remedy = next(r for r in found(*hole(), filler, folder=tmp_path) if not r.block)
    assert (remedy.kind, remedy.filler) == ("filler", "fill")


def test_a_filler_too_large_is_not_offered(tmp_path):
    Image.new("L", (600, 400), 128).save(tmp_path / "ad.png")
    filler = {"id": "fill", "advert": "ad.png", "size": ["225mm", "300mm"], "filler": "yes"}
    remedy = next(r for r in found(*hole(), filler, folder=tmp_path) if not r.block)
    assert remedy.kind == "picture"


def test_a_page_that_is_not_made_up_has_no_holes():
    assert [r for r in found(*hole(), story("c", place=None)) if not r.block] == []


def test_a_remedy_is_plain_data():
    assert Remedy("cut", "a", characters=3)._asdict()["characters"] == 3


VERSE = "::: 诗\n桥头一盏灯\n船到水中央\n:::"


@pytest.mark.parametrize(
    ("keys", "kind", "words"),
    [
        ({"headline": "渡口", "body": VERSE}, "stanza", "补一节诗"),
        ({"index": "导读", "items": [{"headline": "甲", "page": 2}]}, "entries", "再加几条"),
        ({"names": "石口村 青河村"}, "names", "再加"),
    ],
)
def test_what_is_no_running_copy_is_filled_with_more_of_its_kind(keys, kind, words):
    """Verse with a stanza, an index with entries, a list with names: not with characters."""
    result = set_blocks({"id": "block", "place": place("1-2", "1-40"), **keys})
    (short,) = [each for each in result.diagnostics if each.code == "P502"]
    assert words in short.hint("zh")
    assert "字" not in short.message("zh")
    (remedy,) = [each for each in remedies(result.makeups[0], KINDS.settings) if each.block]
    assert (remedy.kind, remedy.block) == (kind, "block")
