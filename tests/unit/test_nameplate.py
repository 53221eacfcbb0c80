"""The nameplate of a front page: its title, what it says of the day, and the page that it crowns."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from paiban.cli import main
from paiban.days import issues_between
from paiban.diagnostic import Range
from paiban.display import Path as Outline
from paiban.display import Picture
from paiban.engine import Result
from paiban.kinds import KINDS
from paiban.lunar import lunar_year, solar_term
from tests.support.issues import (
    copy_of,
    han,
    lines_of,
    page_of,
    place,
    placed_of,
    set_blocks,
    set_issue,
    set_real,
    story,
)

PAPER = {
    "page": 1, "date": "2026-11-22", "paper": "沅江晚报", "first_issue": {"date": "1994-05-08"},
    "registration": "CN 00-0000", "page_total": 8, "template": "broadsheet",
}  # fmt: skip

SQUARE = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">{}</svg>'


def plate(**keys: Any) -> dict[str, Any]:
    given = {"id": "plate", "nameplate": "沅江晚报", "place": place("1-8", "1-14"), **keys}
    return {key: value for key, value in given.items() if value is not None}


def set_plate(folder: Path | None = None, paper: dict[str, Any] = PAPER, **keys: Any) -> Result:
    return set_real(plate(**keys), folder=folder, **paper)


def of(result: Result, code: str) -> list[str]:
    return [d.code for d in result.diagnostics if d.code == code]


def says(result: Result) -> list[str]:
    return list(KINDS.data["nameplate"](placed_of(result, "plate"))["says"])


# ---- what it says ----------------------------------------------------------------------------------------------------


def test_a_nameplate_says_what_the_issue_knows():
    assert says(set_plate()) == [
        "2026年11月22日　星期日", "农历丙午年十月十四　小雪", "CN 00-0000", "第11887期", "今日8版",
    ]  # fmt: skip


def test_issues_are_counted_from_the_first():
    """8 May 1994 is day 728056 of our calendar, 22 November 2026 day 739942."""
    assert issues_between(date(1994, 5, 8), date(2026, 11, 22), range(1, 8), ()) == 739942 - 728056


def test_days_without_an_issue_count_nothing():
    """Monday to Friday of two weeks are ten; one of them was closed, as was a Sunday that counts nothing anyway."""
    closed = [date(2024, 1, 3), date(2024, 1, 7), date(2024, 1, 3)]
    assert issues_between(date(2024, 1, 1), date(2024, 1, 15), (1, 2, 3, 4, 5), closed) == 9


def test_a_number_that_is_written_is_not_counted():
    assert "总第9期" in says(set_plate(paper={**PAPER, "issue_no": "总第9期"}))


@pytest.mark.parametrize(
    ("day", "term"),
    [
        ("2022-04-05", "清明"),
        ("2022-04-06", ""),
        ("2024-12-21", "冬至"),
        ("2025-02-03", "立春"),
        ("2026-06-21", "夏至"),
    ],
)
def test_solar_terms(day, term):
    assert solar_term(date.fromisoformat(day)) == term


def test_a_year_has_twenty_four_terms():
    days = (date.fromordinal(date(2025, 1, 1).toordinal() + n) for n in range(365))
    assert len(list(filter(None, map(solar_term, days)))) == 24


@pytest.mark.parametrize(
    ("day", "year"), [("2024-02-09", "癸卯年"), ("2024-02-10", "甲辰年"), ("2026-01-01", "乙巳年")]
)
def test_lunar_years_change_at_new_year(day, year):
    assert lunar_year(date.fromisoformat(day)) == year


def test_what_its_writer_asked_for_and_the_issue_lacks_is_told():
    result = set_plate(strip=["{price}", "{date}"])
    (found,) = [d for d in result.diagnostics if d.code == "P521"]
    assert found.span is not None
    assert says(result) == ["2026年11月22日"]


def test_a_field_that_speaks_sometimes_leaves_no_white_behind():
    assert says(set_plate(strip=["{lunar}　{term}", "{term}"], paper={**PAPER, "date": "2026-11-23"})) == ["十月十五"]


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31"])
def test_a_day_that_no_calendar_reaches_has_no_lunar_day(day):
    assert not [words for words in says(set_plate(paper={**PAPER, "date": day})) if "农历" in words]


def test_what_stands_beside_the_title_is_not_said_again_below():
    result = set_plate(paper={**PAPER, "weather": "晴"}, beside=["{weather}"])
    assert says(result).count("晴") == 1


def test_credits_stand_in_print():
    result = set_plate(paper={**PAPER, "credits": {"责任编辑": "编辑部"}})
    assert of(result, "P520") == []
    assert "".join(map(copy_of, lines_of(result, "plate", "nameplate-info"))).endswith("责任编辑：编辑部")


def test_credits_that_it_does_not_say_are_missed():
    paper = {**PAPER, "credits": {"责任编辑": "编辑部"}}
    assert of(set_plate(paper=paper, strip=["{date}"]), "P520") == ["P520"]


TWO_PAGES = """\
extends: paper.yaml
date: 2026-11-30
pages:
  - page: 1
    section: {section}
    stories:
      - {{nameplate: 沅江晚报, place: {{columns: 1-8, rows: 1-14}}, strip: {strip}}}
  - page: 2
    section: {section}
    stories:
      - {{headline: 桥修好了, body: 青河村昨天修好了一座桥。, place: {{columns: 1-8, rows: 1-20}}}}
"""


@pytest.mark.parametrize("section", ["要闻", "&name 要闻"])
@pytest.mark.parametrize("strip", [["{date}", "{credits}"], ["{section}", "{credits}"], ["{credits}"]])
def test_what_a_paper_says_on_every_page_stands_on_a_front_page_and_on_those_behind_it(tmp_path, section, strip):
    (tmp_path / "paper.yaml").write_text(
        "paper: 沅江晚报\ntemplate: broadsheet\ncredits: {责任编辑: 编辑部}\n", "utf-8"
    )
    first, second = section, "*name" if "&" in section else section
    text = TWO_PAGES.format(section="{section}", strip=json.dumps(strip, ensure_ascii=False))
    path = tmp_path / "issue.yaml"
    path.write_text(text.replace("{section}\n", f"{first}\n", 1).replace("{section}\n", f"{second}\n", 1), "utf-8")
    assert main([str(path), "-q", "-o", str(tmp_path / "x.pdf")]) == 0
    assert of(set_issue(path, path.read_text("utf-8")), "P711") == []


# ---- the page that it crowns -----------------------------------------------------------------------------------------


def test_a_front_page_has_no_running_head_and_its_room_belongs_to_the_grid():
    crowned, plain = page_of(set_plate()), page_of(set_blocks(story(), template="broadsheet"))
    assert lines_of(set_plate(), "", "folio-number") == []
    more = len(crowned.baselines) - len(plain.baselines)
    assert more > 0
    assert crowned.baselines[more:] == plain.baselines


def test_a_slot_stands_where_it_does_on_other_pages():
    lead = story(place=None, slot="right", body=f"{han(900)}。")
    frames = [
        next(
            frame.rect
            for frame in page_of(set_blocks(*blocks, lead, template="broadsheet")).frames
            if frame.kind == "story"
        )
        for blocks in ([], [plate()])
    ]
    assert frames[0] == frames[1]


def test_the_rules_of_the_page_begin_below_it():
    """A nameplate over all columns is no 断版, and white that runs to it is a 通缝 all the same."""
    page = {**PAPER, "template": "tabloid"}
    below = [
        story("a", "1-3", "10-74", weight=3, body=f"{han(3000)}。"),
        story("b", "4-6", "10-74", body=f"{han(3000)}。"),
    ]
    result = set_blocks(plate(place=place("1-6", "1-9")), *below, **page)
    assert of(result, "P603") == []
    assert of(result, "P602") == ["P602"]
    [rows] = [dict(found.params)["rows"] for found in result.diagnostics if found.code == "P602"]
    assert rows == Range(10, 74)


def test_a_story_beside_it_is_an_ear_and_no_other_story_yields_to_it():
    """As high as the nameplate and narrower: the page's lead begins below both, and no seam is counted there."""
    lead = story("lead", "1-6", "14-74", weight=5, body=f"{han(4800)}。")
    ear = story("ear", "1", "1-13", weight=1, headline="今夜有雾", body=f"{han(88)}。")
    result = set_blocks(plate(place=place("2-6", "1-13")), ear, lead, **{**PAPER, "template": "tabloid"})
    assert of(result, "P604") == of(result, "P603") == []


def test_a_story_beside_an_upright_one_leads_or_does_not():
    """It is as wide as the rest of the page, and a lesser one there takes the lead's place."""
    lead = story("lead", "1-6", "41-74", weight=5, body=f"{han(2600)}。")
    other = story("other", "2-6", "1-40", weight=1, body=f"{han(2400)}。")
    upright = plate(place=place("1", "1-40"), writing="vertical")
    result = set_blocks(upright, other, lead, **{**PAPER, "template": "tabloid"})
    assert of(result, "P604") == ["P604"]


def test_without_a_place_it_stands_at_the_head():
    result = set_plate(place=None)
    frame = page_of(result).frames[0].rect
    assert of(result, "P503") == []
    assert (frame.x0, frame.x1) == (page_of(result).type_area.x0, page_of(result).type_area.x1)


def test_what_stands_where_its_own_place_is_is_told():
    assert of(set_blocks(plate(place=None), story(), template="broadsheet"), "P526") == ["P526"]


# ---- its title -------------------------------------------------------------------------------------------------------


def test_the_title_is_copy_that_is_proved():
    result = set_plate()
    assert copy_of(*lines_of(result, "plate", "nameplate")) == "沅江晚报"
    assert result.ok


@pytest.mark.parametrize("writing", ["horizontal", "vertical"])
def test_a_title_stays_in_its_room(writing):
    result = set_plate(place=place("7-8", "1-40"), writing=writing)
    assert [d.code for d in result.diagnostics if d.severity == "error"] == []


@pytest.mark.parametrize("colour", ["accent", "是", "强调色"])
def test_art_as_svg_is_drawn_as_outlines_in_its_colour(tmp_path, colour):
    (tmp_path / "t.svg").write_text(SQUARE.format('<path d="M1 1h4v4H1z"/>'))
    (path,) = [i for i in page_of(set_plate(tmp_path, art="t.svg", colour=colour)).items if isinstance(i, Outline)]
    xs = [x for _, points in path.steps for x in points[::2]]
    ys = [y for _, points in path.steps for y in points[1::2]]
    assert abs((max(xs) - min(xs)) - (max(ys) - min(ys))) <= 1
    assert path.fill == (0, 100, 100, 0)


def test_art_as_a_picture_is_whole(tmp_path):
    Image.new("1", (2400, 600)).save(tmp_path / "t.png")
    (item,) = [i for i in page_of(set_plate(tmp_path, art="t.png")).items if isinstance(i, Picture)]
    assert item.crop == (0, 0, 1, 1)
    assert abs(item.rect.width - 4 * item.rect.height) <= 4


def test_a_title_in_art_is_no_copy_to_be_drawn(tmp_path):
    (tmp_path / "t.svg").write_text(SQUARE.format('<circle cx="4" cy="4" r="3"/>'))
    result = set_plate(tmp_path, art="t.svg")
    assert result.ok
    assert KINDS.data["nameplate"](placed_of(result, "plate"))["title"] == "沅江晚报"


# ---- slips -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("keys", "code"),
    [
        ({"strip": [han(200)]}, "P524"),
        ({"place": place("1-8", "1-3")}, "P525"),
        ({"colour": "粉"}, "P225"),
        ({"strip": ["{日子}"]}, "P266"),
    ],
)
def test_a_slip_is_told_at_its_line(keys, code):
    found = [d for d in set_plate(**keys).diagnostics if d.code == code]
    assert [d.span is not None for d in found] == [True] * len(found) != []


@pytest.mark.parametrize(
    "inside",
    [
        "", "<text>报</text>", '<path d="M0 0h1v1z" stroke="black"/>', '<path d="M0 0h1v1z" fill="none"/>',
        '<g><image href="a.png"/></g>', "<path", '<path d="M0 0h0z"/>',
    ],
)  # fmt: skip
def test_a_drawing_that_cannot_be_used_is_told_with_the_reason(inside, tmp_path):
    (tmp_path / "t.svg").write_text(SQUARE.format(inside))
    (found,) = [d for d in set_plate(tmp_path, art="t.svg").diagnostics if d.code == "P781"]
    assert found.span is not None
    assert dict(found.params)["problem"]
