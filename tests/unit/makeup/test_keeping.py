"""What blocks ask of their pages and of each other: make-up keeps it, and what is not kept is told."""

from __future__ import annotations

from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from paiban.diagnostic import Range, Severity
from paiban.engine import read_issue, set_issue
from paiban.engine.allotting import allot_issue
from paiban.engine.house import House
from paiban.engine.proposing import Proposed
from paiban.engine.setting import Result
from paiban.makeup.allot.keeping import HANDS
from paiban.makeup.judge.breaches import RULES
from tests.support.drawn_pages import drawn_page
from tests.support.issues import FILE, issue_text, layout, story, tiny_fonts, tiny_kit
from tests.support.open_pages import (
    open_story,
    page_stories,
    pages_of,
    placed_blocks,
    propose_blocks,
    propose_text,
    spread_text,
)

PAGE = ((5, 70), (4, 50), (3, 42), (3, 38), (3, 36), (2, 30), (2, 28), (2, 26), (1, 22), (1, 18))
"""Ten stories for a page."""

TWO = ((5, 95), (4, 66), (3, 52), (3, 46), (2, 36), (2, 30), (4, 98), (4, 68), (3, 50), (3, 44), (2, 36), (2, 30))
"""Twelve for two."""


def told(result: Proposed | Result, *codes: str) -> list[dict[str, object]]:
    """What is said under some codes of the best page, or of the pages that were set."""
    if isinstance(result, Proposed):
        result = result.results[0]
    return [dict(found.params) for found in result.diagnostics if found.code in codes]


def hand_made(folder: Path, *blocks: dict[str, Any], **keys: Any) -> Result:
    """An issue whose pages and places are all given."""
    return set_issue(folder / FILE, spread_text(*blocks, **keys), House(tiny_fonts()))


def with_keys(sizes: Any, **by_id: dict[str, Any]) -> list[dict[str, Any]]:
    """Stories, some of which have further keys."""
    return [{**block, **by_id.get(block["id"], {})} for block in page_stories(sizes)]


# ---- 组稿 · packages -------------------------------------------------------------------------------------------------

PACKAGE = {"package": "专题"}

DRAWN = (
    "----  ----  ----",
    "AAAA  BBBB  CCCC",
    "aaaa  bbbb  cccc",
    "DDDD  bbbb  EEEE",
    "dddd  bbbb  eeee",
)


@pytest.mark.parametrize(
    ("members", "away"), [("ad", []), ("ab", []), ("abe", []), ("ae", ["e"]), ("adce", ["c、e"]), ("ace", ["c、e"])]
)
def test_a_package_stands_together_where_each_touches_another_of_it(members, away):
    page = drawn_page(*DRAWN)
    blocks = tuple(b._replace(package="专题" if b.name in members else "") for b in page.blocks)
    assert [params["name"] for _, params in RULES["P611"](page._replace(blocks=blocks))] == away


def test_a_picture_that_makes_one_block_with_its_story_joins_it_to_its_package():
    page = drawn_page("----  ----  ----", "AAAA  1111  CCCC", "aaaa  1111  cccc")
    blocks = tuple(b._replace(package="" if b.name == "1" else "专题") for b in page.blocks)
    assert [params["name"] for _, params in RULES["P611"](page._replace(blocks=blocks))] == ["c"]
    blocks = tuple(b._replace(host="a" if b.name == "1" else "") for b in blocks)
    assert list(RULES["P611"](page._replace(blocks=blocks))) == []


@pytest.mark.parametrize("ids", [("s3", "s7"), ("s2", "s10"), ("s5", "s6", "s9"), ("s4", "s8", "s10")])
def test_make_up_puts_a_package_together(ids, tmp_path):
    proposed = propose_blocks(tmp_path, *with_keys(PAGE, **dict.fromkeys(ids, PACKAGE)))
    blocks = placed_blocks(proposed.results[0].issue)
    rects = [blocks[id_].place.rect for id_ in ids]
    touching = {pair for pair in combinations(range(len(ids)), 2) if rects[pair[0]].touches(rects[pair[1]])}
    assert len(touching) >= len(ids) - 1
    assert {one for pair in touching for one in pair} == {*range(len(ids))}
    assert told(proposed, "P611", "P501", "P502") == []


@pytest.mark.parametrize("ids", [("s2", "s9"), ("s3", "s8", "s12"), ("s1", "s7")])
def test_a_package_is_given_one_page(ids, tmp_path):
    """Of stories of which some would else stand on either page."""
    text = spread_text(*with_keys(TWO, **dict.fromkeys(ids, PACKAGE)), page_count=2)
    proposed = propose_text(tmp_path, text)
    assert len({pages_of(proposed.results[0].issue)[id_] for id_ in ids}) == 1
    assert told(proposed, "P564", "P611") == []


def test_a_package_is_given_the_page_that_one_of_it_has(tmp_path):
    text = spread_text(*with_keys(TWO, s2=PACKAGE, s9={**PACKAGE, "page": 2}), page_count=2)
    assert pages_of(propose_text(tmp_path, text).results[0].issue)["s2"] == 2


def test_a_package_that_the_file_parts_is_told(tmp_path):
    """Its pages are the editor's; where it stands on one page its places are."""
    keys: dict[str, Any] = {"body": "天地人和。", **PACKAGE}
    one, other = story("a", columns="1-2", rows="1-8", page=1, **keys), story("b", columns="1-2", rows="1-8", **keys)
    apart = hand_made(tmp_path, one, {**other, "page": 2}, page_count=2)
    assert told(apart, "P564") == [{"package": "专题", "name": "b", "page": 2, "other": "a", "number": 1}]
    low = story("b", columns="5-6", rows="60-71", page=1, **keys)
    assert [each["name"] for each in told(hand_made(tmp_path, one, low, page_count=1), "P611")] == ["b"]


# ---- 不同版 · not on one page ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(("one", "others"), [("s2", ("s4",)), ("s1", ("s3", "s5", "s7")), ("s9", ("s6", "s11", "s12"))])
def test_blocks_that_must_not_share_a_page_are_given_two(one, others, tmp_path):
    text = spread_text(*with_keys(TWO, **{one: {"elsewhere": list(others)}}), page_count=2)
    proposed = propose_text(tmp_path, text)
    pages = pages_of(proposed.results[0].issue)
    assert pages[one] not in {pages[other] for other in others}
    assert told(proposed, "P565") == []


def test_a_package_is_kept_off_the_page_that_one_of_it_must_not_share(tmp_path):
    keys = {"s2": PACKAGE, "s9": {**PACKAGE, "elsewhere": ["s1"]}}
    pages = pages_of(propose_text(tmp_path, spread_text(*with_keys(TWO, **keys), page_count=2)).results[0].issue)
    assert pages["s2"] == pages["s9"] != pages["s1"]


def test_two_on_one_page_that_must_not_share_it_are_an_error(tmp_path):
    one = story("a", columns="1-2", rows="1-8", body="天地人和。", page=1, elsewhere=["b"])
    other = story("b", columns="5-6", rows="50-58", body="天地人和。", page=1)
    result = hand_made(tmp_path, one, other, page_count=2)
    assert told(result, "P565") == [{"name": "a", "other": "b", "page": 1}]
    assert not result.ok
    assert told(hand_made(tmp_path, one, {**other, "page": 2}, page_count=2), "P565") == []


def test_blocks_that_cannot_be_parted_are_told(tmp_path):
    """All of an issue of one page."""
    text = spread_text(*with_keys(PAGE, s2={"elsewhere": ["s4"]}), page_count=1)
    assert told(propose_text(tmp_path, text), "P565") == [{"name": "s2", "other": "s4", "page": 1}]


# ---- 左右、版名 · where an advert was sold ---------------------------------------------------------------------------

LESS = ((5, 80), (4, 60), (3, 50), (3, 44), (2, 34), (2, 28), (4, 80), (4, 60), (3, 46), (3, 40), (2, 34), (2, 28))


def advert(folder: Path, id_: str = "ad", **keys: Any) -> dict[str, Any]:
    """An advert of the sixth part of a page or so."""
    Image.new("L", (600, 400), 128).save(folder / "ad.png", dpi=(300, 300))
    return {"id": id_, "advert": "ad.png", "scale": "yes", "size": ["110mm", "70mm"], **keys}


@pytest.mark.parametrize("hand", ["right", "left"])
@pytest.mark.parametrize("numbers", [[1, 2], [4, 5]])
def test_an_advert_stands_on_a_page_of_the_side_that_it_was_sold_for(hand, numbers, tmp_path):
    text = spread_text(*page_stories(LESS), advert(tmp_path, hand=hand), page_numbers=numbers)
    proposed = propose_text(tmp_path, text)
    assert pages_of(proposed.results[0].issue)["ad"] % 2 == (hand == "right")
    assert told(proposed, "P566") == []


@pytest.mark.parametrize(("hand", "wanted"), [("left", "左版"), ("right", "右版")])
def test_an_advert_on_the_other_side_is_an_error(hand, wanted, tmp_path):
    there = advert(tmp_path, hand=hand, place={"columns": "1-3", "rows": "1-30"}, page=1 + (hand == "right"))
    result = hand_made(tmp_path, there, page_count=2)
    [found] = told(result, "P566")
    assert (found["wanted"].zh, found["page"]) == (wanted, str(there["page"]))
    assert not result.ok


@pytest.mark.parametrize(("columns", "hand"), [("1-4", "left"), ("8-12", "right"), ("5-8", "")])
def test_on_a_spread_the_columns_say_on_which_side_an_advert_stands(columns, hand, tmp_path):
    for wanted in ("left", "right"):
        block = advert(tmp_path, hand=wanted, place={"columns": columns, "rows": "1-30"})
        text = issue_text(block).replace("page: 2\n", "page: 2-3\n", 1)
        result = set_issue(tmp_path / FILE, text, House(tiny_fonts()))
        assert [found["found"] for found in told(result, "P566")] == ([] if wanted == hand else [HANDS[hand]])


@pytest.mark.parametrize("edge", ["outer", "inner"])
@pytest.mark.parametrize(("number", "writing"), [(2, "horizontal"), (3, "horizontal"), (3, "vertical")])
def test_an_advert_reaches_the_edge_that_it_was_sold_for(edge, number, writing, tmp_path):
    blocks = [*page_stories(((5, 90), (4, 60), (3, 50), (3, 44), (2, 34))), advert(tmp_path, edge=edge)]
    text = issue_text(*blocks, writing=writing).replace("page: 2\n", f"page: {number}\n", 1)
    proposed = propose_text(tmp_path, text)
    rect = placed_blocks(proposed.results[0].issue)["ad"].place.rect
    assert rect.end_column == 6 if (number == 3) == (edge == "outer") else rect.column == 0
    assert told(proposed, "P570") == []


@pytest.mark.parametrize(
    ("page", "columns", "edge", "kept"),
    [
        ("2", "1-3", "outer", True), ("2", "4-6", "outer", False), ("2", "4-6", "inner", True),
        ("3", "4-6", "outer", True),
        ("3", "1-3", "outer", False), ("2", "1-6", "inner", True), ("2-3", "1-3", "outer", True),
        ("2-3", "10-12", "outer", True), ("2-3", "5-7", "outer", False),
    ],
)  # fmt: skip
def test_an_advert_off_the_edge_that_it_was_sold_for_is_an_error(page, columns, edge, kept, tmp_path):
    block = advert(tmp_path, edge=edge, place={"columns": columns, "rows": "1-30"})
    text = issue_text(block).replace("page: 2\n", f"page: {page}\n", 1)
    result = set_issue(tmp_path / FILE, text, House(tiny_fonts()))
    assert bool(told(result, "P570")) != kept


@pytest.mark.parametrize("section", ["要闻", "体育"])
def test_an_advert_stands_in_the_section_that_it_was_sold_for(section, tmp_path):
    text = spread_text(
        *page_stories(LESS), advert(tmp_path, section=section), page_count=2, sections={1: "要闻", 2: "体育"}
    )
    proposed = propose_text(tmp_path, text)
    assert pages_of(proposed.results[0].issue)["ad"] == (1 if section == "要闻" else 2)
    assert told(proposed, "P567") == []


def test_what_stands_off_its_section_is_told_and_an_advert_is_an_error(tmp_path):
    sections = {1: "要闻", 2: "体育"}
    away = story("a", columns="1-2", rows="1-8", body="天地人和。", page=1, section="体育")
    result = hand_made(tmp_path, away, page_count=2, sections=sections)
    assert [each.severity for each in result.diagnostics if each.code == "P567"] == [Severity.WARNING]
    sold = advert(tmp_path, section="体育", page=1, place={"columns": "1-3", "rows": "1-30"})
    result = hand_made(tmp_path, sold, page_count=2, sections=sections)
    assert [each.severity for each in result.diagnostics if each.code == "P567"] == [Severity.ERROR]
    assert told(hand_made(tmp_path, {**away, "page": 2}, page_count=2, sections=sections), "P567") == []


# ---- 各版限量 · quotas -----------------------------------------------------------------------------------------------

QUOTAS = [
    {1: {"stories": "4-5"}},
    {1: {"stories": "7-8"}, 2: {"sections": {"民生": "2-3"}}},
    {1: {"sections": {"民生": 1, "体育": "0-1"}}},
    {2: {"stories": 6, "sections": {"体育": 3}}},
]


def three_sections() -> list[dict[str, Any]]:
    """Twelve stories, a third of each section."""
    return [
        {**block, "section": name} for block, name in zip(page_stories(TWO), ["要闻", "民生", "体育"] * 4, strict=True)
    ]


@pytest.mark.parametrize("quotas", QUOTAS)
def test_a_page_is_given_as_many_stories_as_it_may_have(quotas, tmp_path):
    proposed = propose_text(tmp_path, spread_text(*three_sections(), page_count=2, quotas=quotas))
    blocks = {page.number: page.blocks for page in proposed.results[0].issue.pages}
    for number, quota in quotas.items():
        sections = [block.section.value for block in blocks[number]]
        limits = [*quota.get("sections", {}).items(), *([("", quota["stories"])] if "stories" in quota else [])]
        for name, limit in limits:
            least, _, most = str(limit).partition("-")
            assert int(least) <= (sections.count(name) if name else len(sections)) <= int(most or least)
    assert told(proposed, "P568") == []


def test_a_page_that_misses_its_quota_is_told_by_how_much(tmp_path):
    """Once for all of it, once for a section: what the file itself gives its pages, and what no page can have."""
    blocks = [story(f"s{n}", columns=f"{n}", rows="1-8", body="天地人和。", page=1, section="民生") for n in (1, 2, 3)]
    quotas = {1: {"stories": "4-9", "sections": {"民生": "0-2", "体育": "0-1"}}}
    found = told(hand_made(tmp_path, *blocks, page_count=1, quotas=quotas), "P568")
    assert [(each["what"].zh, each["limit"], each["count"]) for each in found] == [
        ("稿件", Range(4, 9), 3),
        ("“民生”的稿件", Range(0, 2), 3),
    ]
    text = spread_text(*page_stories(PAGE), page_count=1, quotas={1: {"stories": "2-3"}})
    assert [each["count"] for each in told(propose_text(tmp_path, text), "P568")] == [10]


@pytest.mark.parametrize(
    ("quotas", "code"), [({9: {"stories": 3}}, "P243"), ({1: {"stories": "5-2"}}, "P140"), ({1: {"story": 2}}, "P131")]
)
def test_a_quota_that_is_none_is_told(quotas, code, tmp_path):
    result = hand_made(tmp_path, *page_stories(((5, 20),)), page_count=2, quotas=quotas)
    assert code in [found.code for found in result.diagnostics]


# ---- 先于 · order ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("before", "broken"),
    [
        ("ab", False),
        ("ba", True),
        ("bd", False),
        ("db", True),
        ("ad", False),
        ("ec", True),
        ("de", False),
        ("da", True),
    ],
)
def test_a_story_is_before_those_below_it_and_those_beyond_it_at_its_height(before, broken):
    page = drawn_page(*DRAWN)
    one, other = before
    blocks = tuple(b._replace(before=(other,) if b.name == one else ()) for b in page.blocks)
    level = {*before} in ({"a", "b"}, {"d", "e"})
    for from_right in (False, True):
        found = list(RULES["P612"](page._replace(blocks=blocks, from_right=from_right)))
        assert bool(found) == (broken != (level and from_right))


@pytest.mark.parametrize(("one", "others"), [("s10", ("s2",)), ("s7", ("s3", "s5")), ("s9", ("s8", "s4"))])
def test_make_up_puts_a_story_before_those_that_it_is_to_be_before(one, others, tmp_path):
    """Lighter ones, which else stand lower."""
    proposed = propose_blocks(tmp_path, *with_keys(PAGE, **{one: {"before": list(others)}}))
    blocks = placed_blocks(proposed.results[0].issue)
    own = blocks[one].place.rect
    for other in others:
        rect = blocks[other].place.rect
        assert own.row < rect.row or (own.row <= rect.row + 1 and own.column < rect.column)
    assert told(proposed, "P612") == []


@pytest.mark.parametrize("keys", [{"s12": {"before": ["s2"]}}, {"s4": {"before": ["s9"]}, "s6": {"before": ["s4"]}}])
def test_a_story_stands_on_no_later_page_than_those_that_it_is_before(keys, tmp_path):
    proposed = propose_text(tmp_path, spread_text(*with_keys(TWO, **keys), page_count=2))
    pages = pages_of(proposed.results[0].issue)
    assert all(pages[one] <= pages[other] for one, key in keys.items() for other in key["before"])
    assert told(proposed, "P569") == []


def test_a_story_that_the_file_puts_after_one_that_it_is_before_is_told(tmp_path):
    one = story("a", columns="1-2", rows="50-58", body="天地人和。", page=2, before=["b"])
    other = story("b", columns="5-6", rows="1-8", body="天地人和。", page=1)
    found = told(hand_made(tmp_path, one, other, page_count=2), "P569")
    assert found == [{"name": "a", "other": "b", "page": 2, "number": 1}]
    same = told(hand_made(tmp_path, {**one, "page": 1}, other, page_count=1), "P612")
    assert [(each["name"], each["other"], each["row"]) for each in same] == [("a", "b", 50)]


@pytest.mark.parametrize("ring", ["aa", "ab", "abc"])
def test_an_order_that_comes_back_to_its_begin_is_an_error(ring, tmp_path):
    rows = dict(zip("abc", ("1-8", "11-18", "21-28"), strict=True))
    after = dict(zip(ring, ring[1:] + ring[0], strict=False)) if ring != "aa" else {"a": "a"}
    blocks = [
        story(name, columns="1-2", rows=rows[name], body="天地人和。", before=[after[name]])
        for name in dict.fromkeys(ring)
    ]
    result = set_issue(tmp_path / FILE, issue_text(*blocks), House(tiny_fonts()))
    found = [each for each in result.diagnostics if each.code == "P251"]
    assert [dict(each.params)["id"] for each in found] == [*after]
    assert all(each.span is not None for each in found)


def test_packages_and_order_hold_on_a_page_that_is_read_from_its_right(tmp_path):
    keys = {"s3": PACKAGE, "s8": PACKAGE, "s9": {"before": ["s5"]}}
    proposed = propose_blocks(tmp_path, *with_keys(PAGE, **keys), writing="vertical")
    blocks = placed_blocks(proposed.results[0].issue)
    rects = {id_: blocks[id_].place.rect for id_ in ("s3", "s8", "s9", "s5")}
    assert rects["s3"].touches(rects["s8"])
    own, other = rects["s9"], rects["s5"]
    assert own.row < other.row or (own.row <= other.row + 1 and own.end_column > other.end_column)
    assert told(proposed, "P611", "P612") == []


# ---- fillers ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("keys", "other", "pages"),
    [
        ({"hand": "right"}, {}, {1}),
        ({"hand": "left"}, {}, {2}),
        ({"elsewhere": ["s1"]}, {}, {2}),
        ({}, {"elsewhere": ["ad"]}, {2}),
        ({"hand": "left", "elsewhere": ["s2"]}, {}, set()),
    ],
)
def test_a_filler_waits_on_a_page_on_which_it_may_stand_or_on_none(keys, other, pages, tmp_path):
    """Whichever page is the emptier one; ``s1`` is on the first page and ``s2`` on the second."""
    stories = with_keys(((5, 60), (4, 60), (2, 30), (2, 30)), s1={"page": 1, **other}, s2={"page": 2})
    filler = advert(tmp_path, filler="yes", **keys)
    (tmp_path / FILE).write_text(spread_text(*stories, filler, page_count=2), "utf-8")
    issue, *_ = read_issue(tmp_path / FILE, None, layout())
    allotted, _ = allot_issue(issue, tiny_kit())
    assert {page.number for page in allotted.pages for block in page.blocks if block.id == "ad"} == pages


@pytest.mark.parametrize("page", [1, 2])
def test_a_filler_of_a_package_waits_on_its_page(page, tmp_path):
    stories = with_keys(((5, 60), (4, 60), (2, 30), (2, 30)), s3={"page": page, **PACKAGE})
    filler = {**open_story("spare", 1, 10), "filler": "yes", **PACKAGE}
    (tmp_path / FILE).write_text(spread_text(*stories, filler, page_count=2), "utf-8")
    issue, *_ = read_issue(tmp_path / FILE, None, layout())
    allotted, _ = allot_issue(issue, tiny_kit())
    assert pages_of(allotted)["spare"] == page
