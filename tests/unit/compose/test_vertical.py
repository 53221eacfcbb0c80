"""直排: a vertical story on the page."""

from __future__ import annotations

from itertools import pairwise

import pytest
from PIL import Image

from paiban.units import PER_PT, rounded
from tests.support.issues import (
    codes,
    copy_of,
    em_box,
    fit_of,
    gap,
    han,
    legs_of,
    lines_of,
    page_of,
    picture,
    set_blocks,
    story,
)

EM, LEADING = 9 * PER_PT, 13 * PER_PT


def upright(columns: str = "1-3", rows: str = "5-28", body: str = han(700), **keys):
    return set_blocks(story(columns=columns, rows=rows, writing="vertical", body=body, **keys))


def frame_of(result):
    return page_of(result).frames[0].rect


def test_every_line_is_vertical():
    lines = lines_of(upright())
    assert lines
    assert all(line.vertical for line in lines)


def test_lines_stand_on_the_frames_own_grid_from_its_right_edge():
    result = upright()
    first = frame_of(result).x1 - rounded(LEADING, 2)
    assert all((first - line.x) % LEADING == 0 for line in lines_of(result))


def test_lines_follow_each_other_from_right_to_left():
    for leg in legs_of(lines_of(upright())):
        assert all(a.x > b.x for a, b in pairwise(leg))


def test_bands_follow_each_other_from_head_to_foot():
    legs = legs_of(lines_of(upright()))
    assert len(legs) > 1
    assert all(max(em_box(line).y1 for line in a) < min(line.y for line in b) for a, b in pairwise(legs))


def test_bands_come_near_to_the_basic_column():
    """24 rows less the white one and half a row's blanks are 295 pt: three bands of 92 to a column of 99 pt."""
    lines = lines_of(upright())
    assert len(legs_of(lines)) == 3
    assert all(abs(line.measure - 11 * EM) <= 3 * EM for line in lines)


def test_the_editor_may_say_how_many_bands():
    assert len(legs_of(lines_of(upright(legs=2)))) == 2
    assert len(legs_of(lines_of(upright(columns="1", legs=2)))) == 2


def test_nothing_leaves_the_frame():
    result = upright(body=han(3000), deck=han(9))
    frame = frame_of(result)
    for line in lines_of(result, "lead", "headline", "deck", "body"):
        box = em_box(line)
        assert frame.x0 <= box.x0
        assert box.x1 <= frame.x1
        assert frame.y0 + LEADING <= box.y0
        assert box.y1 <= frame.y1


def test_a_justified_line_fills_its_measure_exactly():
    for line in lines_of(upright(body="3月5日下午，" + han(300) + "。" + han(200))):
        if line.justified:
            assert line.advance == line.measure


def test_its_first_characters_stand_level_with_a_neighbours_first_line():
    result = set_blocks(
        story(columns="1-2", rows="5-20", writing="vertical", body=han(300), headline_size="9pt"),
        story("b", columns="3-4", rows="5-20", body=han(300)),
    )
    row = page_of(result).frames[1].rect.y0 + LEADING
    assert min(line.y for line in lines_of(result)[1:] if line.start) == row + rounded(LEADING - EM, 2)


def test_the_headline_stands_at_the_right_of_all_bands():
    result = upright()
    (head,) = lines_of(result, "lead", "headline")
    assert head.vertical
    assert min(em_box(head).x0, em_box(head).x1) >= max(em_box(line).x1 for line in lines_of(result))


def test_boxed_lines_keep_their_inset_and_a_row_at_head_and_foot():
    result = upright(box="yes", body=han(3000))
    frame, inset = frame_of(result), rounded(3 * EM, 4)
    boxes = [em_box(line) for line in lines_of(result, "lead", "headline", "body")]
    assert max(box.x1 for box in boxes) <= frame.x1 - inset
    assert min(box.x0 for box in boxes) >= frame.x0 + inset
    assert max(box.y1 for box in boxes) <= frame.y1 - LEADING


@pytest.mark.parametrize("count", [30, 400, 900, 3000])
def test_copy_is_counted_as_in_horizontal_stories(count):
    result = upright(body=han(count))
    fit = fit_of(result)
    set_characters = sum(len(copy_of(line)) for line in lines_of(result))
    assert set_characters + fit.over_characters == count
    assert (fit.over_lines > 0) == ("P501" in codes(result))


def test_bands_end_level_the_last_short():
    legs = legs_of(lines_of(upright(body=han(420))))
    counts = [len(leg) for leg in legs]
    assert max(counts) - min(counts) <= 1
    assert counts == sorted(counts, reverse=True)


@pytest.mark.parametrize(("columns", "rows"), [("1", "5-12"), ("2", "14-20"), ("1-2", "16-28")])
def test_lines_keep_clear_of_a_picture_in_their_story(tmp_path, columns, rows):
    Image.new("L", (2400, 1600), 128).save(tmp_path / "p.png")
    result = set_blocks(
        story(columns="1-3", rows="5-28", writing="vertical", body=han(900)),
        picture("p.png", columns, rows, with_="lead"),
        folder=tmp_path,
    )
    shown = next(frame.rect for frame in page_of(result).frames if frame.kind == "picture")
    for line in lines_of(result):
        assert max(gap(em_box(line), shown)) > 0, copy_of(line)
