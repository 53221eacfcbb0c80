"""Issues whose pages the engine fills, and stories that go on on another page, as they are read."""

from __future__ import annotations

from typing import Any

import pytest
import yaml

from paiban.diagnostic import Diagnostic, Severity
from paiban.engine import read_issue
from paiban.issue import Issue, issue_texts
from paiban.issue.pool import loose_blocks
from paiban.kinds import KINDS
from paiban.kinds.story.model import Story, StoryForm
from tests.support.issues import FILE, layout

STORY = {"headline": "春天来了", "body": "第一段。\n第二段。\n第三段。"}


def spread(*blocks: dict[str, Any], **keys: Any) -> dict[str, Any]:
    """An issue of two pages that the engine fills."""
    top = {"date": "2022-03-31", "pages": "auto", "page_count": 2, "template": "tabloid", "section": "要闻", **keys}
    return {**{key: value for key, value in top.items() if value is not None}, "stories": list(blocks)}


def paged(*pages: list[dict[str, Any]]) -> dict[str, Any]:
    """An issue with pages of its own."""
    plans = [
        {"page": number, "section": "要闻", "template": "tabloid", "stories": blocks}
        for number, blocks in enumerate(pages, 1)
    ]
    return {"date": "2022-03-31", "pages": plans}


def read(data: dict[str, Any]) -> tuple[Issue | None, list[Diagnostic]]:
    text = yaml.safe_dump(data, allow_unicode=True, sort_keys=False)
    issue, found, _ = read_issue(FILE, text, layout())
    return issue, list(found)


def good(data: dict[str, Any]) -> Issue:
    issue, found = read(data)
    assert issue is not None, found
    return issue


def codes(data: dict[str, Any]) -> list[str]:
    return [d.code for d in read(data)[1]]


def ids(issue: Issue) -> list[list[str]]:
    return [[block.id for block in page.blocks] for page in issue.pages]


# ---- pages -----------------------------------------------------------------------------------------------------------


def test_pages_are_counted_from_one():
    assert [page.number for page in good(spread(STORY, page_count=3)).pages] == [1, 2, 3]


def test_pages_may_have_numbers_of_their_own():
    issue = good(spread(STORY, page_count=None, page_numbers=[2, 5]))
    assert [page.number for page in issue.pages] == [2, 5]


def test_blocks_stand_on_the_pages_that_they_name():
    issue = good(spread({"id": "a", **STORY, "page": 2}, {"id": "b", **STORY, "page": 1}, {"id": "c", **STORY}))
    assert ids(issue) == [["b"], ["a"]]
    assert [block.id for block in loose_blocks(issue)] == ["c"]


def test_a_filler_needs_no_page(tmp_path):
    (tmp_path / "ad.pdf").write_bytes(b"")
    text = yaml.safe_dump(spread({**STORY, "page": 1}, {"advert": "ad.pdf", "filler": True}), allow_unicode=True)
    issue, found, _ = read_issue(tmp_path / "issue.yaml", text, layout())
    assert issue is not None, found
    assert loose_blocks(issue) == []


def test_every_block_is_kept_in_the_order_of_the_file():
    issue = good(spread({"id": "a", **STORY, "page": 2}, {"id": "b", **STORY, "page": 1}))
    assert issue.pool is not None
    assert [block.id for block in issue.pool.blocks] == ["a", "b"]


def test_made_up_ids_do_not_depend_on_the_page():
    before, after = good(spread(STORY, STORY)), good(spread({**STORY, "page": 2}, {**STORY, "page": 1}))
    assert before.pool is not None
    assert after.pool is not None
    assert [b.id for b in before.pool.blocks] == [b.id for b in after.pool.blocks] == ["story-1", "story-2"]


def test_chinese_keys_are_understood():
    text = "日期: 2022-03-31\n版面: 自动\n版数: 2\n正文设置: 自动\n版名: 要闻\n转版: 是\n"
    text += "稿件:\n  - 主题: 甲\n    正文: 乙\n"
    issue, found, _ = read_issue(FILE, text, layout())
    assert issue is not None, found
    assert issue.pool is not None
    assert (len(issue.pages), issue.pages[0].body, issue.pool.jumps) == (2, "auto", True)


# ---- names -----------------------------------------------------------------------------------------------------------


def test_a_page_is_called_what_the_issue_says_of_its_number():
    issue = good(spread({**STORY, "page": 2, "section": "经济"}, sections={2: "民生"}))
    assert [page.section.value for page in issue.pages] == ["要闻", "民生"]


def test_a_page_is_called_after_its_heaviest_story():
    light = {**STORY, "page": 1, "weight": 2, "section": "民生"}
    heavy = {**STORY, "page": 1, "weight": 4, "section": "经济"}
    assert good(spread(light, heavy)).pages[0].section.value == "经济"


def test_a_page_that_nothing_names_takes_the_issues_section():
    assert [page.section.value for page in good(spread({**STORY, "page": 1})).pages] == ["要闻", "要闻"]


def test_what_every_page_repeats_is_wanted_on_each():
    issue = good(spread({**STORY, "page": 1}, credits={"编辑": "夜班"}))
    assert [text.value for text in issue_texts(issue, KINDS.readings)].count("夜班") == 2


# ---- jumps -----------------------------------------------------------------------------------------------------------

JUMP = {"id": "lead", **STORY, "byline": "本报记者", "deck": "副题", "jump": {"page": 2, "paragraph": 3}}


@pytest.fixture(params=["spread", "pages"])
def jumped(request) -> Issue:
    """A story that goes on on page 2, in an issue of either kind."""
    return good(spread({**JUMP, "page": 1}) if request.param == "spread" else paged([JUMP], [STORY]))


def parts(issue: Issue) -> tuple[Story, Story]:
    return issue.pages[0].blocks[0].content, issue.pages[1].blocks[0].content


def test_a_story_that_jumps_stands_in_two_parts_on_two_pages(jumped):
    first, rest = parts(jumped)
    assert [p.text.value for p in first.body] == ["第一段。", "第二段。"]
    assert [p.text.value for p in rest.body] == ["第三段。"]


def test_the_first_part_ends_by_saying_where_it_goes_on(jumped):
    first, _ = parts(jumped)
    assert [line.value for line in first.bylines] == ["（下转第2版）"]


def test_the_second_part_begins_by_saying_where_it_comes_from(jumped):
    _, rest = parts(jumped)
    assert rest.kicker is not None
    assert rest.headline is not None
    assert (rest.kicker.value, rest.headline.value, rest.deck) == ("（上接第1版）", "春天来了", None)


def test_the_byline_stands_under_the_second_part(jumped):
    _, rest = parts(jumped)
    assert [line.value for line in rest.bylines] == ["本报记者"]


def test_the_paragraphs_of_the_parts_are_the_storys_own(jumped):
    first, rest = parts(jumped)
    spans = [p.text.span for p in (*first.body, *rest.body)]
    assert len(set(spans)) == 3
    assert spans == sorted(spans, key=lambda span: (span.line, span.column))


def test_the_second_part_never_shouts_as_loud_as_a_story(jumped):
    assert jumped.pages[1].blocks[0].weight == 1


def test_the_second_part_takes_the_place_that_the_jump_gives_it():
    place = {"columns": "1-3", "rows": "1-9"}
    issue = good(paged([{**JUMP, "jump": {"page": 2, "paragraph": 2, "place": place, "legs": 2}}], [STORY]))
    rest = issue.pages[1].blocks[0]
    assert rest.place is not None
    assert rest.form == StoryForm(2, "above")
    assert (rest.place.rect.last_column, rest.place.rect.last_row) == (3, 9)


# ---- what is wrong ---------------------------------------------------------------------------------------------------

WRONG = {
    "how many pages?": (spread(STORY, page_count=None), "P240"),
    "a number twice": (spread(STORY, page_count=None, page_numbers=[2, 2]), "P241"),
    "two counts": (spread(STORY, page_numbers=[1, 2, 3]), "P242"),
    "a page that is not there": (spread({**STORY, "page": 7}), "P243"),
    "a section for a page that is not there": (spread(STORY, sections={9: "民生"}), "P243"),
    "a jump to a page that is not there": (spread({**JUMP, "page": 1, "jump": {"page": 9, "paragraph": 2}}), "P243"),
    "no name": (spread(STORY, section=None), "P244"),
    "a name for one page of two": (spread(STORY, section=None, sections={1: "要闻"}), "P244"),
    "a jump to the same page": (spread({**JUMP, "page": 2}), "P246"),
    "a jump in pages to the same page": (paged([STORY], [JUMP]), "P246"),
    "a paragraph that is not there": (spread({**JUMP, "page": 1, "jump": {"page": 2, "paragraph": 4}}), "P247"),
    "a place on no page": (spread({**STORY, "place": {"columns": 1, "rows": "1-9"}}), "P248"),
}


@pytest.mark.parametrize("case", WRONG)
def test_what_is_wrong_is_named(case):
    data, code = WRONG[case]
    issue, found = read(data)
    assert [d.code for d in found if d.severity is Severity.ERROR] == [code]
    assert issue is None


@pytest.mark.parametrize("key", ["page", "section"])
def test_a_page_of_its_own_makes_those_of_its_blocks_idle(key):
    value = {"page": 1, "section": "民生"}[key]
    assert codes(paged([{**STORY, key: value}])) == ["P245"]


def test_overlapping_places_are_found_on_the_page_of_the_second_part():
    place = {"columns": "1-3", "rows": "1-9"}
    other = {"id": "other", **STORY, "place": place}
    jump = {**JUMP, "jump": {"page": 2, "paragraph": 2, "place": place}}
    assert "P203" in codes(paged([jump], [other]))


def test_a_picture_may_name_a_story_that_has_no_page_yet(tmp_path):
    (tmp_path / "p.png").write_bytes(b"")
    text = yaml.safe_dump(spread({"id": "a", **STORY}, {"picture": "p.png", "with": "a"}), allow_unicode=True)
    _, found, _ = read_issue(tmp_path / "issue.yaml", text, layout())
    assert "P205" not in [d.code for d in found]


def test_another_word_for_the_pages_is_an_error():
    assert "P144" in codes(spread(STORY, pages="automatic"))
