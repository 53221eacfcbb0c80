"""The editor's own breaks in every role of head and in both directions; told where a line cannot be broken by hand."""

from __future__ import annotations

from itertools import product

import pytest

from paiban.display import Line
from tests.support.issues import briefs, codes, lines_of, page_of, set_blocks, set_real, story

HEADS = ("kicker", "headline", "deck")
FAULTS = {"P222", "P249", "P710", "P711", "P712"}


def drawn(line: Line) -> str:
    return "".join(text for run in line.body for text in run.texts)


def lines(result, role: str) -> list[str]:
    return [drawn(line) for line in lines_of(result, "lead", role)]


@pytest.mark.parametrize(("role", "writing"), [*product(HEADS, ["horizontal", "vertical"])])
@pytest.mark.parametrize("copy", ["天地|人和上下", "天地\n人和上下", "**天地**|人和上下"])
def test_a_break_in_a_head(role, writing, copy):
    result = set_blocks(story(columns="1-3", rows="1-30", writing=writing, **{role: copy}))
    assert not FAULTS & set(codes(result))
    assert lines(result, role) == ["天地", "人和上下"]


@pytest.mark.parametrize("writing", ["horizontal", "vertical"])
def test_a_break_in_a_cross_head(writing):
    body = "天地人和。\n## 上下|中大小\n多少年月。"
    result = set_blocks(story(columns="1-2", rows="1-30", writing=writing, body=body))
    assert not FAULTS & set(codes(result))
    assert lines(result, "crosshead") == ["上下", "中大小"]


def test_a_deck_of_four_lines_has_four():
    result = set_blocks(story(columns="1-3", rows="1-40", deck="天地人|和上下|中大小|多少年"))
    assert lines(result, "deck") == ["天地人", "和上下", "中大小", "多少年"]


def test_lines_of_a_deck_stay_narrower_than_the_headline_where_they_can():
    result = set_blocks(story(columns="1-3", rows="1-40", headline="天地人和上下", deck="天地人和上|下中大小"))
    widths = {role: max(line.advance for line in lines_of(result, "lead", role)) for role in ("headline", "deck")}
    assert widths["deck"] < widths["headline"]


@pytest.mark.parametrize("role", [*HEADS, "crosshead"])
def test_an_escaped_bar_is_a_sign(role):
    keys = {"body": "天地。\n## 上\\|下\n人和。"} if role == "crosshead" else {role: "上\\|下"}
    result = set_blocks(story(columns="1-3", rows="1-30", **keys))
    assert lines(result, role) == ["上|下"]


@pytest.mark.parametrize("role", [*HEADS, "crosshead"])
def test_a_break_with_nothing_after_it_is_told(role):
    keys = {"body": "天地。\n## 上下|\n人和。"} if role == "crosshead" else {role: "上下|"}
    assert "P222" in codes(set_blocks(story(columns="1-3", rows="1-30", **keys)))


def test_a_break_stays_where_it_was_when_copy_before_it_is_put_right():
    result = set_real(story(columns="1-3", rows="1-30", deck="２０２２年|第1届..."), style="daily")
    assert lines(result, "deck") == ["２０２２年", "第1届..."]
    assert FAULTS.isdisjoint(codes(result))


@pytest.mark.parametrize("copy", ["天|地", "天\\|地"])
def test_a_bar_where_nothing_is_broken_is_told_and_printed(copy):
    result = set_blocks(story(columns="1-3", rows="1-30", byline=copy))
    assert ("P249" in codes(result)) is (copy == "天|地")
    assert lines(result, "byline") == ["天|地"]
    label = set_blocks(briefs("天地人和。", columns="1-6", rows="1-30", label=copy))
    assert ("P249" in codes(label)) is (copy == "天|地")
    assert "天|地" in [drawn(item) for item in page_of(label).items if isinstance(item, Line)]


def test_a_bar_in_copy_is_copy():
    result = set_blocks(story(columns="1-3", rows="1-30", body="天|地人和。"))
    assert "P249" not in codes(result)
    assert lines(result, "body") == ["天|地人和。"]
