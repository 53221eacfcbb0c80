"""QR codes on the page: every module as the standard has it, none finer than the press prints, white round all."""

from __future__ import annotations

from typing import Any

import pytest
import segno

from paiban.display import BLACK, PAPER, Box, Page, Path, Rect
from paiban.engine import Result
from paiban.kinds import KINDS
from paiban.units import PER_MM
from tests.support.issues import (
    copy_of,
    em_box,
    han,
    lines_of,
    overlap,
    page_of,
    place,
    placed_of,
    set_blocks,
    story,
)

ADDRESS = "https://www.example.com/v/12"


def code(**keys: Any) -> dict[str, Any]:
    given = {"id": "code", "qr": ADDRESS, "place": place("1-2", "2-9"), **keys}
    return {key.rstrip("_"): value for key, value in given.items() if value is not None}


def of(result: Result, wanted: str) -> list[Any]:
    return [d for d in result.diagnostics if d.code == wanted]


def ground_of(page: Page) -> Rect:
    """The white that the page's one code stands on."""
    (ground,) = [item.rect for item in page.items if isinstance(item, Box) and item.fill == PAPER]
    return ground


def modules_of(page: Page) -> list[str]:
    """The modules of a page's one code, sampled in the middle of each."""
    (path,) = [item for item in page.items if isinstance(item, Path)]
    ground = ground_of(page)
    bars = [path.steps[n : n + 4] for n in range(0, len(path.steps), 5)]
    rects = [(b[0][1][0], b[0][1][1], b[2][1][0], b[2][1][1]) for b in bars]
    side = len(list(segno.make_qr(ADDRESS, error="m").matrix))
    module = ground.width // (side + 8)
    spots = [ground.x0 + (n + 4) * module + module // 2 for n in range(side)]
    downs = [y - ground.x0 + ground.y0 for y in spots]
    return [
        "".join("#" if any(a <= x < c and b <= y < d for a, b, c, d in rects) else "." for x in spots) for y in downs
    ]


def test_a_code_of_no_asked_size_fills_its_place_up_to_a_quarter_more():
    usual, most = 20 * PER_MM, 25 * PER_MM
    sides = [
        ground_of(page_of(set_blocks(code(caption=han(30), place=place("1", f"2-{last}"))))).width
        for last in (9, 10, 20)
    ]
    assert sides == sorted(sides)
    assert sides[0] < usual < sides[1]
    assert most - PER_MM < sides[-1] <= most
    asked = ground_of(page_of(set_blocks(code(caption=han(30), place=place("1", "2-20"), size="20mm"))))
    assert asked.width <= usual


def test_every_module_is_drawn_as_the_standard_has_it():
    wanted = ["".join("#" if dark else "." for dark in row) for row in segno.make_qr(ADDRESS, error="m").matrix]
    assert modules_of(page_of(set_blocks(code()))) == wanted


def test_it_is_black_alone():
    (path,) = [item for item in page_of(set_blocks(code())).items if isinstance(item, Path)]
    assert path.fill == BLACK


def test_four_modules_of_white_stand_round_it():
    page = page_of(set_blocks(code()))
    (path,) = [item for item in page.items if isinstance(item, Path)]
    ground = ground_of(page)
    xs = [x for _, points in path.steps for x in points[::2]]
    module = ground.width // (29 + 8)
    assert (min(xs) - ground.x0, ground.x1 - max(xs)) == (4 * module, 4 * module)


def test_it_is_as_large_as_was_asked_for():
    ground = ground_of(page_of(set_blocks(code(size="24mm"))))
    assert 0 <= 24 * PER_MM - ground.width < 37


def test_a_module_finer_than_the_press_prints_makes_it_larger():
    """37 modules with the white at 0.4 mm are 14.8 mm, though 6 were asked for."""
    result = set_blocks(code(size="6mm"))
    ground = ground_of(page_of(result))
    assert ground.width == 37 * 4 * PER_MM // 10
    assert KINDS.data["qr"](placed_of(result, "code"))["module_mm"] == 0.4
    (found,) = of(result, "P554")
    assert (dict(found.params)["asked"], dict(found.params)["least"]) == ("6.0", "14.8")
    assert not of(set_blocks(code()), "P554")


def test_a_place_too_small_for_the_press_is_told():
    (found,) = of(set_blocks(code(place=place("1-2", "2-4"))), "P527")
    assert dict(found.params)["least"] == "14.8"


def test_words_too_long_for_any_code_are_told():
    (found,) = of(set_blocks(code(qr="长" * 1500, level="high")), "P528")
    assert found.span.line == 8


@pytest.mark.parametrize(("columns", "beside"), [("1-2", True), ("1", False)])
def test_a_caption_stands_beside_it_where_there_is_room(columns, beside):
    result = set_blocks(code(caption=han(4), size="30mm", place=place(columns, "2-12")))
    (line,) = lines_of(result, "code", "caption")
    ground = ground_of(page_of(result))
    assert (line.x >= ground.x1, line.y > ground.y1) == (beside, not beside)
    assert copy_of(line) == han(4)


def test_inside_a_story_the_copy_keeps_clear_of_it():
    result = set_blocks(
        story(columns="1-2", rows="1-30", body=f"{han(400)}。"),
        code(with_="lead", caption=han(6), place=place("2", "20-30")),
    )
    ground = ground_of(page_of(result))
    second = [line for line in lines_of(result, "lead") if line.leg == 1]
    assert all(line.y <= ground.y0 for line in second)
    assert not [d for d in result.diagnostics if d.severity == "error"]


@pytest.mark.parametrize("rows", ["12-20", "8-16"])
def test_inside_a_boxed_story_it_keeps_off_the_box(rows):
    host = story("host", "1-3", "1-20", box="yes", body=han(300) + "。")
    result = set_blocks(host, code(with_="host", place=place("3", rows)))
    (box,) = [item.rect for item in page_of(result).items if isinstance(item, Box) and item.stroke is not None]
    ground, inset = ground_of(page_of(result)), box.y0
    assert ground.x1 < box.x1
    assert inset < ground.y0 < ground.y1 < box.y1


def test_at_the_foot_of_a_box_it_ends_level_with_the_copy_beside_it():
    host = story("host", "1-3", "1-20", box="yes", body=han(300) + "。")
    result = set_blocks(host, code(with_="host", place=place("3", "8-20"), caption=han(4)))
    ground, grid = ground_of(page_of(result)), result.makeups[0].grid
    assert abs(ground.y1 - grid.face_foot(19)) <= 1


def test_the_lines_of_a_caption_beside_it_are_alike():
    """Five characters in room for four stand as three and two."""
    result = set_blocks(code(caption=han(5), size="25mm", place=place("1", "2-12")))
    lines = lines_of(result, "code", "caption")
    assert [len(copy_of(line)) for line in lines] == [3, 2]
    assert all(line.x >= ground_of(page_of(result)).x1 for line in lines)


@pytest.mark.parametrize("columns", ["1", "1-2"])
def test_a_caption_ends_its_lines_by_the_sense(columns):
    result = set_blocks(
        code(caption="扫码下载环湖步道图，二十二座亭子都标在上面", size="20mm", place=place(columns, "2-12"))
    )
    assert [copy_of(line) for line in lines_of(result, "code", "caption")] == [
        "扫码下载环湖步道图，",
        "二十二座亭子都标在上面",
    ]


@pytest.mark.parametrize(
    ("writing", "columns", "rows"), [("horizontal", "4", "2-9"), ("horizontal", "1", "2-9"), ("vertical", "4", "21-28")]
)
def test_beside_the_head_of_a_story_the_head_has_what_it_leaves(writing, columns, rows):
    """A code in the first rows at an end of the head, on a vertical page below the head at the right."""
    host = story(columns="1-4", rows="2-28", headline=han(8), weight=5, body=han(200) + "。", writing=writing)
    result = set_blocks(host, code(place=place(columns, rows), with_="lead", wrap="box"))
    assert not of(result, "P506")
    ground = ground_of(page_of(result))
    lines = lines_of(result, "lead", "headline", "body")
    assert len(lines) > 2
    assert not any(overlap(em_box(line), ground) for line in lines)
