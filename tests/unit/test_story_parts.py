"""Parts of a story beside its copy: a large initial, an editor's note, a byline in its head."""

from __future__ import annotations

import pytest

from paiban.display import Line
from paiban.engine import with_pdf
from paiban.kinds.story.initial import opening
from tests.support.issues import (
    codes,
    copy_of,
    em_box,
    han,
    legs_of,
    lines_of,
    page_of,
    placed_of,
    set_blocks,
    set_real,
    story,
)

BODY = f"{han(150)}。\n{han(90, 7)}。"


def set_initial(lines=3, body=BODY, **keys):
    return set_blocks(story(**{"columns": "1-2", "rows": "2-20", "initial": lines, "body": body, **keys}))


def initials(result, block="lead"):
    return lines_of(result, block, "initial")


@pytest.mark.parametrize("lines", [2, 3, 4])
def test_an_initial_is_as_high_as_its_lines_and_begins_level_with_the_first(lines):
    result = set_initial(lines)
    (initial,) = initials(result)
    body = lines_of(result)
    grid = result.makeups[0].grid
    assert copy_of(initial) == han(1)
    assert em_box(initial).y0 == em_box(body[0]).y0
    assert em_box(initial).y1 == em_box(body[lines - 1]).y1
    assert initial.runs[0].size == (lines - 1) * grid.leading + grid.size
    assert [line.y for line in body[:6]] == [body[0].y + i * grid.leading for i in range(6)]


@pytest.mark.parametrize("lines", [2, 3, 4])
@pytest.mark.parametrize("breaker", ["optimal", "greedy"])
def test_the_lines_beside_it_hold_whole_characters_and_keep_off_it(lines, breaker):
    style = {} if breaker == "optimal" else {"style": "classic"}
    result = set_blocks(story(columns="1-2", rows="2-20", initial=lines, body=BODY), **style)
    (initial,) = initials(result)
    body, em = lines_of(result), result.makeups[0].grid.size
    for line in body[:lines]:
        assert line.measure % em == 0
        assert line.justified
        assert line.advance == line.measure
        assert em_box(initial).x1 < line.x
    assert all(line.measure == 11 * em for line in body[lines : lines + 3])


@pytest.mark.parametrize("keys", [{}, {"writing": "vertical", "columns": "1-3"}])
def test_nothing_is_lost(keys):
    result = set_initial(**keys)
    assert not {*codes(result)} - {"P502"}
    drawn = [item for item in page_of(result).items if isinstance(item, Line) and item.block == "lead"]
    copy = "".join(copy_of(line) for line in drawn if line.role in ("initial", "body"))
    assert copy == BODY.replace("\n", "")


def test_in_vertical_lines_it_stands_at_the_right_above_them():
    result = set_initial(writing="vertical", columns="1-3")
    (initial,) = initials(result)
    first, third = lines_of(result)[0], lines_of(result)[2]
    assert em_box(initial).x1 == em_box(first).x1
    assert em_box(initial).x0 == em_box(third).x0
    assert first.y > em_box(initial).y1


@pytest.mark.parametrize(
    ("copy", "count"),
    [("天地人", 1), ("“天地”人", 2), ("*天地*人", 0), ("{天|tiān}地", 0), ("5月", 0), ("China", 0), ("天", 0),
     ("（天）地", 2), ("", 0), ("天\ufe00地", 2)],
)  # fmt: skip
def test_what_an_initial_is_made_of(copy, count):
    assert opening(copy) == count


@pytest.mark.parametrize(
    "keys",
    [{"body": "5月" + han(80)}, {"rows": "2-6", "lines": 4}],
)
def test_where_it_has_no_room_the_copy_goes_without_and_that_is_told(keys):
    result = set_initial(**keys)
    assert "P529" in [d.code for d in result.diagnostics]
    assert initials(result) == []


def test_copy_shorter_than_its_initial_leaves_the_rows_beside_it_white():
    result = set_initial(body=f"{han(9)}。\n{han(90, 7)}。")
    body, grid = lines_of(result), result.makeups[0].grid
    second = next(line for line in body if copy_of(line).startswith(han(3, 7)))
    assert second.y - body[0].y == 3 * grid.leading


def test_a_note_stands_before_the_copy_in_its_own_type():
    note = f"编者按：{han(20, 3)}。"
    result = set_initial(note=note)
    roles = [line.role for line in lines_of(result, "lead", "note", "initial", "body")]
    assert roles[: roles.count("note")] == ["note"] * roles.count("note")
    assert roles[roles.count("note")] == "initial"
    assert "".join(copy_of(line) for line in lines_of(result, "lead", "note")) == note
    first = lines_of(result, "lead", "note")[0]
    assert len({run.face for run in set_note_real(note).runs}) == 2
    assert first.copy.value.startswith("编者按")


def set_note_real(note):
    return lines_of(set_real(story(columns="1-2", rows="2-20", note=note, body=BODY)), "lead", "note")[0]


def test_a_byline_may_stand_in_the_head():
    result = set_initial(byline="本报记者", byline_at="head", deck=han(6))
    assert [line.role for line in lines_of(result, "lead", "headline", "deck", "byline")] == [
        "headline",
        "deck",
        "byline",
    ]
    (byline,) = lines_of(result, "lead", "byline")
    assert byline.leg == -1
    frame = page_of(result).frames[0].rect
    assert abs((byline.x - frame.x0) - (frame.x1 - byline.x - byline.advance)) <= 2
    assert em_box(byline).y1 < em_box(lines_of(result, "lead", "body")[0]).y0
    assert byline.runs[0].size == result.makeups[0].grid.size


def test_a_byline_at_the_end_stands_there_as_ever():
    result = set_initial(byline="本报记者")
    assert lines_of(result)[-1].role == "byline"


@pytest.mark.parametrize("keys", [{}, {"writing": "vertical", "columns": "1-3"}])
def test_copy_may_be_ragged_or_centred_and_go_without_its_indent(keys):
    given = {"columns": "1-2", "rows": "2-20", "body": f"{han(90)}。\n{han(50, 7)}。", **keys}
    em = set_blocks(story(**given)).makeups[0].grid.size

    def first(line):
        return line.y if line.vertical else line.x

    plain, flush, centred, ragged = (
        lines_of(set_blocks(story(**given, **more)))
        for more in ({}, {"indent": False}, {"align": "centre"}, {"align": "start", "indent": "no"})
    )
    assert first(plain[0]) - first(flush[0]) == 2 * em
    assert not any(line.justified for line in (*centred, *ragged))
    assert {first(line) - first(ragged[0]) for line in ragged if line.leg == 0} == {0}
    last = centred[-1]
    assert abs(2 * (first(last) - first(ragged[-1])) - (last.measure - last.advance)) <= 1 or last.leg != ragged[-1].leg
    assert "".join(map(copy_of, centred)) == "".join(map(copy_of, plain))


def test_a_story_that_jumps_keeps_its_byline_in_its_head():
    blocks = [story(columns="1-2", rows="2-12", byline="本报记者", byline_at="head", initial=2,
                    body=f"{han(90)}。\n{han(60, 5)}。", jump={"page": 2, "paragraph": 2})]  # fmt: skip
    result = set_blocks(*blocks)
    assert "P710" not in [d.code for d in result.diagnostics]


def test_its_pdf_is_clean():
    result = set_real(
        story(columns="1-4", rows="2-22", initial=3, note="编者按：" + han(30), byline="本报记者", byline_at="head",
              body=f"{han(420)}。\n{han(90, 7)}。")
    )  # fmt: skip
    assert not [d for d in result.diagnostics if d.severity == "error"], result.diagnostics
    assert with_pdf(result).pdf
    assert placed_of(result).lines[0].role == "note"
    assert legs_of(lines_of(result))
