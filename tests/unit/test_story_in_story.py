"""A story inside another one (链接, 提要), and labels (栏题) above stories."""

from __future__ import annotations

import pytest

from paiban.display import Box, Line, Rule
from paiban.engine import with_pdf
from paiban.engine.house import House
from paiban.engine.proposing import Request, propose_issue
from tests.support.issues import (
    FILE,
    codes,
    copy_of,
    em_box,
    han,
    issue_text,
    lines_of,
    overlap,
    page_of,
    place,
    placed_of,
    set_blocks,
    set_real,
    story,
    tiny_fonts,
)

HOST = story("host", "1-4", "1-30", weight=4, body="\n".join(han(100, start) + "。" for start in range(7)))
LINK = story("link", "3-4", "14-24", weight=1, with_="host", label="链接", tint="yes", body=han(60) + "。")
QUOTE = {"id": "quote", "headline": han(8), "with": "host", "dress": "ruled", "place": place("2", "14-18")}


def faults(result):
    return [d.code for d in result.diagnostics if d.severity == "error"]


def test_the_host_keeps_clear_of_what_stands_in_it():
    result = set_blocks(HOST, LINK, QUOTE)
    assert faults(result) == []
    frames = {frame.block: frame.rect for frame in page_of(result).frames}
    for line in lines_of(result, "host"):
        assert not any(overlap(em_box(line), frames[guest]) for guest in ("link", "quote"))
    assert "".join(copy_of(line) for line in lines_of(result, "link")) == han(60) + "。"


def test_a_pull_quote_is_no_larger_than_its_role_where_a_headline_alone_fills_its_place():
    title = {"id": "title", "headline": han(8), "place": place("5-6", "14-18")}
    result = set_blocks(HOST, QUOTE, title)
    lines = {item.block: item.body[0] for item in page_of(result).items if isinstance(item, Line) and item.body}
    assert lines["quote"].size < lines["title"].size


def test_it_is_no_story_of_the_page_and_no_rule_parts_it_from_its_host():
    result = set_blocks(HOST, LINK, QUOTE)
    assert not [d for d in result.diagnostics if d.code in ("P601", "P604", "P606", "P607")]
    inside = next(frame.rect for frame in page_of(result).frames if frame.block == "link")
    rules = [item for item in page_of(result).items if isinstance(item, Rule) and not item.block]
    assert not [rule for rule in rules if inside.x0 < rule.x1 and inside.y0 <= rule.y0 <= inside.y1]


def test_it_may_belong_to_no_block_that_takes_none_in():
    assert "P205" in codes(set_blocks(HOST, {**LINK, "with": "nobody"}))


def test_a_place_half_out_of_its_host_overlaps_it():
    assert "P203" in codes(set_blocks(HOST, {**LINK, "place": place("3-5", "14-24")}))


@pytest.mark.parametrize("guest", [LINK, {**QUOTE, "weight": 1}])
def test_automatic_make_up_puts_it_into_its_host(tmp_path, guest):
    free = {key: value for key, value in guest.items() if key != "place"}
    counts = (1300, 800, 600, 450, 300)
    bodies = ["\n".join(han(count // 5, start) + "。" for start in range(5)) for count in counts]
    stories = [story(f"s{i}", place=None, weight=5 - i, body=body) for i, body in enumerate(bodies)]
    (tmp_path / FILE).write_text(issue_text(*stories, {**free, "with": "s0"}), "utf-8")
    proposed = propose_issue(tmp_path / FILE, Request(), house=House(tiny_fonts()))
    assert proposed.results, proposed.diagnostics
    result = proposed.results[0]
    assert placed_of(result, "s0").place.holds(placed_of(result, guest["id"]).place)
    assert result.ok, [d.code for d in result.diagnostics]


def test_a_label_over_several_columns_is_a_bar_and_a_rule():
    result = set_blocks(story(columns="1-3", rows="2-20", label="链接"))
    (bar,) = [item for item in page_of(result).items if isinstance(item, Box) and item.block == "lead"]
    (rule,) = [item for item in page_of(result).items if isinstance(item, Rule) and item.block == "lead"]
    (label,) = lines_of(result, "lead", "brief-label")
    frame = page_of(result).frames[0].rect
    assert (bar.rect.x0, rule.x0, rule.x1) == (frame.x0, bar.rect.x1, frame.x1 - rule.weight)
    assert bar.rect.x0 < label.x < label.x + label.advance < bar.rect.x1
    assert bar.rect.y1 <= em_box(lines_of(result, "lead", "headline")[0]).y0


@pytest.mark.parametrize(
    "keys", [{"writing": "vertical"}, {"columns": "1"}, {"headline_form": "vertical"}, {"box": "yes"}]
)
def test_a_label_stands_above_a_story_of_every_form(keys):
    result = set_blocks(story(**{"columns": "1-3", "rows": "2-30", "label": "链接", **keys}))
    assert not {*codes(result)} - {"P502"}
    assert faults(result) == []
    label = em_box(lines_of(result, "lead", "brief-label")[0])
    others = [item for item in page_of(result).items if isinstance(item, Line) and item.block == "lead"
              and item.role != "brief-label"]  # fmt: skip
    assert all(label.y1 <= em_box(line).y0 for line in others)


def test_its_pdf_is_clean():
    result = set_real(HOST, LINK, QUOTE)
    assert faults(result) == []
    assert with_pdf(result).pdf
