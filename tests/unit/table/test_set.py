"""A table set in its place: columns by content, figures on their signs, its head above each leg, rules and tints."""

from __future__ import annotations

from itertools import pairwise

import pytest

from paiban.display import Box, Line, Rect, Rule
from paiban.engine import Result
from paiban.makeup.judge.breaches import NO_BLOCK
from paiban.makeup.judge.layout import check_page
from tests.support.issues import codes, copy_of, lines_of, page_of, placed_of, set_blocks, set_real
from tests.unit.table.test_read import table

ROWS = "品名 | 价 | 涨跌\n" + "\n".join(f"白菜 | {price} | 平" for price in ("1.20", "12.5", "112", "0.855"))
CELL_ROLES = ("table", "table-first", "table-head", "table-group")


def set_table(rows: object = ROWS, **keys: object) -> Result:
    return set_blocks(table(rows, **keys))


def set_real_table(rows: str, **keys: object) -> Result:
    return set_real(table(rows, **keys))


def cells(result: Result, *roles: str) -> list[Line]:
    return lines_of(result, "prices", *(roles or CELL_ROLES))


def x_of(line: Line, character: str) -> int:
    """Where the sign of a figure stands, or where its last digit ends."""
    for run in line.runs:
        for text, x in zip(run.texts, run.xs, strict=True):
            if text == character:
                return x
    return line.x + line.advance


def test_decimals_are_aligned_on_their_point():
    figures = [line for line in cells(set_table(), "table") if line.words[0].isdigit()]
    assert len(figures) == 4
    assert len({x_of(line, ".") for line in figures}) == 1


def test_scores_are_aligned_on_their_sign():
    result = set_table("主 | 比分 | 客\n甲 | 2:1 | 乙\n丙 | 98:101 | 丁")
    assert len({x_of(line, ":") for line in cells(result, "table") if ":" in line.words}) == 1


def rows_of(result: Result, leg: int = 0) -> list[int]:
    return sorted({line.y for line in cells(result) if line.leg == leg})


def edges_of(result: Result) -> list[int]:
    """Where the lines along the rows stand."""
    rules = [item for item in page_of(result).items if isinstance(item, Rule) and item.block == "prices"]
    return sorted({rule.y0 for rule in rules if rule.y0 == rule.y1})


def test_all_of_it_is_drawn_and_its_rows_are_alike():
    result = set_table()
    assert result.ok, codes(result)
    steps = {b - a for a, b in pairwise(rows_of(result))}
    assert max(steps) - min(steps) <= 1


@pytest.mark.parametrize("rows", [5, 6, 7])
def test_a_place_that_is_a_little_higher_opens_its_rows_alike_down_to_its_foot(rows):
    """A quarter of a row to each of five is more than a row."""
    result = set_table(rows_=f"2-{rows + 2}")
    leading = page_of(result).baselines[1] - page_of(result).baselines[0]
    steps = {b - a for a, b in pairwise(rows_of(result))}
    assert max(steps) - min(steps) <= 1
    assert max(steps) <= leading * 5 // 4 + 1
    if rows < 7:
        assert edges_of(result)[-1] == placed_frame(result).y1


def placed_frame(result: Result) -> Rect:
    (frame,) = [frame.rect for frame in page_of(result).frames if frame.block == "prices"]
    return frame


def test_type_does_not_sit_on_the_line_below_it():
    """White under the last row's type is more than over the first one's below the head's line."""
    result = set_table()
    _, under_head, foot = edges_of(result)
    first, last = (row for row in (rows_of(result)[1], rows_of(result)[-1]))
    size = cells(result, "table")[0].runs[0].size
    above, below = first - size * 880 // 1000 - under_head, foot - last - size * 120 // 1000
    assert below > above > 0


def test_white_before_groups_is_alike():
    result = set_table("品名 | 价\n叶菜\n白菜 | 1\n根茎\n萝卜 | 2\n瓜果\n黄瓜 | 3\n茄果\n番茄 | 4", rows_="2-12")
    heads = [line.y for line in cells(result, "table-group")]
    steps = [b - a for a, b in pairwise(heads)]
    assert max(steps) - min(steps) <= 1
    assert edges_of(result)[-1] == placed_frame(result).y1


def test_no_cell_touches_another():
    result = set_table(
        "品名 | 产地 | 价\n大白菜和小白菜 | 青石河两岸的三个村子 | 1.2\n萝卜 | 河口 | 12.25", columns="1-2"
    )
    by_line: dict[int, list[Line]] = {}
    for line in cells(result):
        by_line.setdefault(line.y, []).append(line)
    for row in by_line.values():
        ordered = sorted(row, key=lambda line: line.x)
        assert all(a.x + a.advance < b.x for a, b in pairwise(ordered))
    assert result.ok, codes(result)


def test_a_long_cell_takes_several_lines_and_its_row_is_as_high():
    result = set_table("事 | 地\n" + "河" * 30 + " | 村\n山 | 林", columns="1-2")
    long = [line for line in cells(result, "table") if "河" in line.words]
    assert len(long) > 1
    assert cells(result, "table")[-1].y > long[-1].y


LONG = "品名 | 价\n" + "\n".join(f"白菜 | {i}.5" for i in range(1, 25))


def test_rows_go_on_in_the_next_leg_below_the_head_said_again():
    result = set_table(LONG, legs=3, columns="1-6")
    heads = cells(result, "table-head")
    assert [line.words for line in heads] == ["品名", "价"] * 3
    assert [bool(line.copy.file) for line in heads] == [True, True] + [False] * 4
    body = cells(result, "table")
    assert [line.leg for line in body] == sorted(line.leg for line in body)
    assert [sum(line.leg == leg for line in body) for leg in range(3)] == [16, 16, 16]
    assert result.ok, codes(result)


def test_a_head_of_a_group_is_never_parted_from_its_rows():
    rows = "品名 | 价\n" + "\n".join(["白菜 | 1"] * 9) + "\n根茎\n" + "\n".join(["萝卜 | 2"] * 10)
    result = set_table(rows, legs=2, columns="1-4")
    (group,) = cells(result, "table-group")
    below = [line for line in cells(result, "table") if line.leg == group.leg and line.y > group.y]
    assert below


def test_rows_that_find_no_room_are_told_and_none_is_lost_silently():
    result = set_table(LONG, rows_="1-10", legs=1)
    assert "P501" in codes(result)
    assert len(placed_of(result, "prices").left_over) == 2 * 15


def test_a_place_that_is_too_narrow():
    result = set_table(" | ".join(["天地人和"] * 6) + "\n" + " | ".join(["123456789.25"] * 6), columns="1")
    assert "P541" in codes(result)


def test_a_place_that_is_too_high():
    assert "P542" in [d.code for d in set_table(rows_="1-20").diagnostics]


def test_a_style_that_nobody_has():
    result = set_table(table_style="none-such")
    assert "P225" in codes(result)


@pytest.mark.parametrize("style", ["plain", "ruled", "prices", "programme", "weather", "results", "菜价"])
def test_every_style_sets_a_table(style):
    result = set_table("品名 | 价\n叶菜\n白菜 | 1\n萝卜 | 2", table_style=style)
    assert result.ok, codes(result)


def test_a_ruled_table_has_no_rule_through_a_cell_of_several_columns():
    result = set_table("甲 | 乙 | <\n^ | 丙 | 丁\n戊 | 己 | 庚", heads=2, table_style="ruled")
    rules = [item for item in page_of(result).items if isinstance(item, Rule) and item.block == "prices"]
    upright = sorted({(r.x0, min(r.y0, r.y1)) for r in rules if r.x0 == r.x1})
    tops = [y for _, y in upright]
    assert len({*tops}) == 2, "only the bar between the joined cells begins a row lower"
    assert result.ok, codes(result)


def test_every_other_row_stands_on_a_tint():
    result = set_table(LONG, table_style="prices", rows_="1-30")
    tints = [item for item in page_of(result).items if isinstance(item, Box) and item.block == "prices"]
    assert len(tints) == 12


def test_its_lines_may_run_down_the_page():
    result = set_table(ROWS, writing="vertical", columns="1-4")
    lines = cells(result)
    assert all(line.vertical for line in lines)
    assert result.ok, codes(result)
    xs = [line.x for line in lines if line.role == "table-head"]
    assert min(xs) > max(line.x for line in lines if line.role == "table")


@pytest.mark.parametrize(
    ("figures", "lie"),
    [(("1.5", "12.25", "7"), True), (("1.5", "2.5", "7"), False), (("12800", "8"), True), (("120", "8"), False)],
)
def test_the_figures_of_a_vertical_column_all_stand_or_all_lie(figures, lie):
    """One that stands takes an em, or one a figure; one that lies, for each of its figures, less."""
    result = set_real_table("\n".join(f"白菜 | {figure}" for figure in ("价", *figures)), writing="vertical")
    lines = [line for line in cells(result, "table") if copy_of(line) in figures]
    assert len(lines) == len(figures)
    for line in lines:
        size, count = line.runs[0].size, sum(map(str.isdigit, copy_of(line)))
        assert (line.advance < count * size) == (lie or count > 1)
        assert (line.advance % size != 0) == lie


def test_unit_and_notes_stand_around_it():
    result = set_table(unit="单位：元", notes="一\n二", headline="今日菜价")
    above, *below = lines_of(result, "prices", "table-note")
    rows = [line.y for line in cells(result)]
    assert above.y < min(rows)
    assert [line.y > max(rows) for line in below] == [True, True]
    assert above.x + above.advance == placed_of(result, "prices").legs[0].measure + page_of(result).columns[0][0]


@pytest.mark.parametrize("rows", ["2-9", "2-8", "2-14"])
def test_notes_stand_clear_of_the_line_at_the_foot(rows):
    """A row's own white above its type, and a quarter of a row more."""
    result = set_table(rows_=rows, notes="一\n二")
    leading = page_of(result).baselines[1] - page_of(result).baselines[0]
    first, second = lines_of(result, "prices", "table-note")
    size = first.runs[0].size
    assert second.y - first.y == leading
    above = first.y - size * 880 // 1000 - edges_of(result)[-1]
    assert abs(above - (leading - size) // 2 - leading // 4) <= 2


def white(result: Result) -> list[dict[str, object]]:
    found = check_page(result.makeups[0], {"white_space": "warning"})
    return [dict(one.params) for one in found if one.code == "P610" and dict(one.params)["where"] != NO_BLOCK]


@pytest.mark.parametrize("legs", [1, 2])
def test_rows_fill_a_leg_as_lines_do(legs):
    rows = "品名 | 价\n" + "\n".join(f"白菜 | {number}" for number in range(1, 19))
    assert white(set_blocks(table(rows, columns="1-2", rows_="1-19", legs=legs))) == []


def test_a_leg_that_rows_leave_short_is_white_below_them():
    high = "品名 | 价\n" + "一二三四五六七八九十" * 6 + " | 1\n白菜 | 2"
    (found,) = white(set_blocks(table(high, columns="1-2", rows_="1-9", legs=2)))
    assert found["where"].zh == "在“prices”第 2 栏的末尾"
    assert (found["column"], found["row"]) == (2, 3)


def first_column(last: str) -> int:
    """How wide the first of two columns of times is beside a third one."""
    edges = placed_of(set_table(f"6:49 | 17:21 | {last}\n7:10 | 17:20 | {last}", heads=0), "prices").content.edges
    return int(edges[1] - edges[0])


def test_titles_after_times_take_what_is_to_spare_and_short_words_share_it():
    assert first_column("一部很长的电视剧") < first_column("亏凸月")
