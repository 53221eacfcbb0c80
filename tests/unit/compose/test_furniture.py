"""The running head, and all that stands around the copy."""

from __future__ import annotations

from datetime import date
from itertools import combinations

import pytest

from paiban.days import long_date
from paiban.display import Box, Line, Rule
from paiban.engine import set_issue
from paiban.engine.house import House
from paiban.units import PER_PT, pt
from tests.support.issues import (
    FILE,
    copy_of,
    em_box,
    han,
    issue_text,
    lines_of,
    overlap,
    page_of,
    set_blocks,
    set_real,
    story,
    tiny_fonts,
)

ROLES = ("folio-number", "folio-section", "folio-info", "folio-credit")


def furniture(result) -> list[Line]:
    return lines_of(result, "", *ROLES)


def words(result, role: str) -> str:
    return "".join(copy_of(line) for line in lines_of(result, "", role))


@pytest.mark.parametrize(
    ("day", "written"),
    [
        (date(2022, 3, 31), "2022年3月31日　星期四"),
        (date(2024, 2, 29), "2024年2月29日　星期四"),
        (date(2026, 1, 4), "2026年1月4日　星期日"),
        (date(2026, 1, 5), "2026年1月5日　星期一"),
    ],
)
def test_a_date_is_written_as_a_paper_writes_it(day, written):
    assert long_date(day) == written


def test_the_page_number_has_two_figures():
    assert words(set_blocks(story(), page=2), "folio-number") == "02"
    assert words(set_blocks(story(), page=12), "folio-number") == "12"


def test_the_section_stands_in_the_running_head():
    assert words(set_blocks(story(), section="国际新闻"), "folio-section") == "国际新闻"


def test_the_date_and_the_weekday_stand_in_the_running_head():
    assert words(set_blocks(story(), date="2026-01-05"), "folio-info") == "2026年1月5日　星期一"


def test_the_papers_name_stands_before_the_date():
    assert words(set_blocks(story(), paper="江河日报"), "folio-info").startswith("江河日报　2022年")


def test_the_credits_stand_in_the_running_head():
    result = set_blocks(story(), credits={"责任编辑": "时政新闻部", "校对": "校对室"})
    assert words(result, "folio-credit") == "责任编辑：时政新闻部校对：校对室"


def test_a_page_without_credits_has_none():
    assert lines_of(set_blocks(story()), "", "folio-credit") == []


def test_date_and_credits_are_ranged_right():
    result = set_blocks(story(), credits={"责任编辑": "时政新闻部", "校对": "校对室"})
    right = page_of(result).type_area.x1
    for role in ("folio-info", "folio-credit"):
        assert max(em_box(line).x1 for line in lines_of(result, "", role)) == right


def test_the_running_head_is_closed_by_a_double_rule_over_the_whole_width():
    result = set_blocks(story())
    page = page_of(result)
    thick, fine = sorted((item for item in page.items if isinstance(item, Rule)), key=lambda rule: rule.y0)
    assert {(rule.x0, rule.x1) for rule in (thick, fine)} == {(page.type_area.x0, page.type_area.x1)}
    assert (thick.weight, fine.weight) == (3 * PER_PT // 2, 3 * PER_PT // 10)
    white = fine.y0 - fine.weight // 2 - (thick.y0 + thick.weight // 2)
    assert abs(white - PER_PT) <= 1


@pytest.mark.parametrize("template", ["broadsheet", "tabloid"])
def test_the_running_head_stands_above_the_type_area(template):
    result = set_blocks(story(), template=template, credits={"责任编辑": "时政新闻部"})
    page = page_of(result)
    boxes = [em_box(line) for line in furniture(result)] + [i.rect for i in page.items if isinstance(i, Box)]
    assert all(box.y0 > 0 and box.y1 <= page.type_area.y0 for box in boxes)


@pytest.mark.parametrize("number", [1, 12, 999])
def test_the_page_number_stays_inside_its_block(number):
    result = set_real(story(), page=number)
    (block,) = [item.rect for item in page_of(result).items if isinstance(item, Box)]
    for line in lines_of(result, "", "folio-number"):
        box = em_box(line)
        assert block.x0 <= box.x0
        assert box.x1 <= block.x1
        assert block.y0 <= box.y0
        assert box.y1 <= block.y1


LONG_CREDITS = {"责任编辑": "时政新闻部　校对室", "版式": "出版中心", "校对": "图片　资料", "监制": "总编室"}
CASES = {
    "plain": {},
    "credits": {"credits": LONG_CREDITS},
    "long section": {"section": "经济技术开发区综合新闻", "credits": LONG_CREDITS},
    "paper": {"paper": "江河日报", "credits": LONG_CREDITS},
    "page 999": {"page": 999},
}


@pytest.mark.parametrize("template", ["broadsheet", "tabloid"])
@pytest.mark.parametrize("case", CASES)
def test_no_two_lines_of_the_running_head_overlap(case, template):
    result = set_real(story(), template=template, **CASES[case])
    for a, b in combinations(furniture(result), 2):
        assert not overlap(em_box(a), em_box(b)), (copy_of(a), copy_of(b))


@pytest.mark.parametrize("case", CASES)
def test_the_running_head_stays_between_the_edges_of_the_type_area(case):
    result = set_real(story(), **CASES[case])
    area = page_of(result).type_area
    assert all(area.x0 <= em_box(line).x0 and em_box(line).x1 <= area.x1 for line in furniture(result))


MANY_CREDITS = {f"责任编辑{n}": "时政新闻部出版中心" for n in "甲乙丙丁"}


@pytest.mark.parametrize("template", ["tabloid", "broadsheet"])
def test_long_credits_take_rows_of_their_own_beside_the_section(template):
    result = set_blocks(story(), credits=MANY_CREDITS, template=template, body="standard")
    boxes = [em_box(line) for line in furniture(result)]
    assert not any(overlap(a, b) for a, b in combinations(boxes, 2))
    assert len({line.y for line in lines_of(result, "", "folio-credit")}) > 1
    assert [d.code for d in result.diagnostics if d.severity == "error"] == []


@pytest.mark.parametrize(
    ("template", "count", "fits"), [("tabloid", 8, True), ("tabloid", 12, False), ("broadsheet", 24, True)]
)
def test_credits_wrap_rather_than_shrink_below_what_the_press_prints(template, count, fits):
    credits = {f"责任编辑{n}": "时政新闻部出版中心" for n in range(count)}
    result = set_blocks(story(), credits=credits, template=template, body="standard")
    least = min(run.size for line in furniture(result) for run in line.body)
    assert least >= pt(6)
    assert ("P517" not in [d.code for d in result.diagnostics]) is fits


def test_credits_that_no_size_makes_room_for_are_refused():
    result = set_blocks(story(), credits={f"责任编辑{n}": "时政新闻部" * 6 for n in range(30)})
    assert "P517" in [d.code for d in result.diagnostics]
    assert not result.ok


def test_credits_that_find_no_room_are_not_drawn_and_the_others_stay_on_the_page():
    result = set_blocks(story(), credits={f"职{n}": "时政新闻部" for n in range(300)})
    (page,) = result.pages
    drawn = lines_of(result, "", "folio-credit")
    assert 0 < len(drawn) < 300
    assert all(line.x > 0 and line.x + line.advance <= page.width and line.y > 0 for line in drawn)
    assert {d.code for d in result.diagnostics if d.severity == "error"} == {"P517"}


def test_a_long_name_of_the_paper_stands_above_the_date():
    result = set_blocks(story(), paper=han(60))
    day, name = lines_of(result, "", "folio-info")
    assert name.y < day.y
    assert not overlap(em_box(name), em_box(lines_of(result, "", "folio-section")[0]))


def test_a_section_that_no_size_makes_room_for_is_refused():
    result = set_blocks(story(), section="国际新闻" * 30)
    assert "P518" in [d.code for d in result.diagnostics]


def test_a_draft_of_a_section_without_width_beside_credits_that_leave_no_room(tmp_path):
    """A vowel sign by itself: there is nothing to make smaller."""
    text = issue_text(story(), section="\u1be9", credits={"a" * 300: "天"})
    assert set_issue(tmp_path / FILE, text, House(tiny_fonts()), draft=True).pages
