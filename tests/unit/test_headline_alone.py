"""A story that is a headline alone, one without a headline, and briefs with other marks."""

from __future__ import annotations

import pytest

from paiban.display import Line, Rule
from paiban.engine import with_pdf
from paiban.engine.house import House
from paiban.engine.proposing import Request, propose_issue
from paiban.units import PER_PT
from tests.support.issues import (
    briefs,
    codes,
    copy_of,
    em_box,
    han,
    issue_text,
    lines_of,
    page_of,
    place,
    placed_of,
    set_blocks,
    set_real,
    story,
    tiny_fonts,
)

BANNER = {"id": "banner", "headline": "青河两岸　春天从这里出发"}


def head_lines(result, block="banner"):
    return lines_of(result, block, "kicker", "headline", "deck")


def test_a_pull_quote_is_meant_as_it_is():
    quote = {"id": "quote", "headline": "春天从这里出发", "with": "one", "place": place("2", "10-14")}
    assert "P137" not in [d.code for d in set_blocks(story("one", "1-3", "2-30"), quote).diagnostics]


def test_a_headline_alone_fills_its_place_and_is_told():
    result = set_blocks({**BANNER, "headline": "青河两岸的春天", "place": place("1-6", "2-6")})
    assert "P137" in [d.code for d in result.diagnostics]
    assert codes(result) == []
    (line,) = head_lines(result)
    grid = result.makeups[0].grid
    size = line.runs[0].size
    rows = 4 * grid.leading  # five rows less the white one
    # Seven em take less of the span than the rows leave, in steps of half a point.
    assert rows - PER_PT // 2 < size <= rows
    box = em_box(line)
    middle = grid.row_top(2) + rows // 2
    assert abs((box.y0 + box.y1) // 2 - middle) < PER_PT
    assert abs((line.x - grid.left) - (grid.type_area().x1 - line.x - line.advance)) < 2


def test_its_size_may_be_asked_for():
    result = set_blocks({**BANNER, "headline_size": "20pt", "place": place("1-6", "2-9")})
    assert [line.runs[0].size for line in head_lines(result)] == [20 * PER_PT]


def test_it_keeps_its_kicker_and_its_deck():
    result = set_blocks({**BANNER, "kicker": han(6), "deck": han(9), "place": place("1-6", "2-12")})
    assert [line.role for line in head_lines(result)] == ["kicker", "headline", "deck"]
    assert "".join(copy_of(line) for line in head_lines(result)) == han(6) + BANNER["headline"] + han(9)


def test_it_may_run_down_a_column_or_a_vertical_place():
    for keys in ({"headline_form": "vertical"}, {"writing": "vertical"}):
        result = set_blocks({**BANNER, **keys, "place": place("6", "2-40")})
        assert codes(result) == []
        assert all(line.vertical for line in head_lines(result))
        (frame,) = page_of(result).frames
        for line in head_lines(result):
            box = em_box(line)
            assert frame.rect.x0 <= box.x0
            assert box.x1 <= frame.rect.x1


def test_a_place_too_small_for_it_is_told():
    assert codes(set_blocks({**BANNER, "place": place("1", "2-3")})) == ["P504"]


def test_no_rule_parts_it_from_what_it_heads():
    below = story(columns="1-6", rows="7-20")
    alone = page_of(set_blocks({**BANNER, "place": place("1-6", "1-6")}, below))
    under_a_story = page_of(set_blocks(story("other", "1-6", "1-6"), below))
    level = [[i for i in page.items if isinstance(i, Rule) and i.y0 == i.y1 and not i.block] for page in
             (alone, under_a_story)]  # fmt: skip
    assert len(level[1]) == len(level[0]) + 1


def test_the_white_below_it_breaks_no_page():
    filled = {"columns": "1-6", "rows": "9-20", "body": han(700) + "。"}
    below = [story("upper", **filled), story("lower", **{**filled, "rows": "21-71", "body": han(3000)})]
    result = set_blocks({**BANNER, "place": place("1-6", "1-8")}, *below)
    seams = [dict(d.params)["row"] for d in result.diagnostics if d.code == "P603"]
    assert seams == [21]


def test_it_is_no_story_that_shouts_louder_than_the_lead():
    lead = story(columns="1-3", rows="9-30", weight=5, body=han(600) + "。")
    result = set_blocks({**BANNER, "weight": 1, "place": place("1-6", "1-8")}, lead)
    assert "P607" not in [d.code for d in result.diagnostics]


def test_a_story_may_go_without_a_headline():
    result = set_blocks(story(headline=None, rows="2-9"))
    assert placed_of(result).head is None
    assert codes(result) == ["P502"]
    first = next(item for item in page_of(result).items if isinstance(item, Line) and item.block == "lead")
    assert first.role == "body"
    assert first.y == result.makeups[0].grid.baseline(2)


def test_automatic_make_up_puts_it_across_the_page(tmp_path):
    bodies = ["\n".join(han(count // 5, start) + "。" for start in range(5)) for count in (1200, 900, 700, 500, 300)]
    stories = [story(f"s{i}", place=None, weight=5 - i, body=body) for i, body in enumerate(bodies)]
    (tmp_path / "issue.yaml").write_text(issue_text(dict(BANNER), *stories), "utf-8")
    proposed = propose_issue(tmp_path / "issue.yaml", Request(), house=House(tiny_fonts()))
    assert proposed.results, proposed.diagnostics
    result = proposed.results[0]
    assert result.ok, [d.code for d in result.diagnostics]
    assert placed_of(result, "banner").place.columns >= 3


def test_automatic_make_up_gives_a_vertical_one_half_of_a_pages_height_or_more(tmp_path):
    bodies = ["\n".join(han(count // 5, start) + "。" for start in range(5)) for count in (1200, 900, 700, 500)]
    stories = [story(f"s{i}", place=None, weight=5 - i, body=body) for i, body in enumerate(bodies)]
    (tmp_path / "issue.yaml").write_text(issue_text(dict(BANNER), *stories, writing="vertical"), "utf-8")
    proposed = propose_issue(tmp_path / "issue.yaml", Request(), house=House(tiny_fonts()))
    assert proposed.results, proposed.diagnostics
    placed = placed_of(proposed.results[0], "banner")
    assert placed.vertical
    assert placed.place.rows >= 36
    assert placed.place.columns <= 2


def test_its_pdf_is_clean():
    result = set_real({**BANNER, "place": place("1-6", "2-6")}, story(columns="1-6", rows="7-22", body=han(200)))
    assert not [d for d in result.diagnostics if d.severity == "error" and d.code[0] == "X"]
    assert with_pdf(result).ok


def test_briefs_begin_with_what_the_editor_asks_for():
    rails = [
        ("diamond", ["◆", "◆"]), ("square", ["□", "□"]), ("block", ["■", "■"]), ("dot", ["●", "●"]),
        ("number", ["1.", "2."]), ("circled", ["①", "②"]), ("none", ["", ""]),
    ]  # fmt: skip
    for mark, wanted in rails:
        result = set_blocks(briefs(han(7) + "。", han(8) + "。", mark=mark, rows="2-9"))
        lines = lines_of(result, "briefs", "brief")
        assert [line.prefix for line in lines if line.start == 0] == wanted


def test_circled_numbers_that_run_out_go_on_as_plain_ones():
    result = set_blocks(briefs(*(han(5, n) for n in range(21)), mark="circled", rows="2-70"))
    assert [line.prefix for line in lines_of(result, "briefs", "brief")][-2:] == ["⑳", "21."]


@pytest.mark.parametrize("tail", ["，", "；", "Qgjpqy", "（括号）", "Å", "“引号”", "——", "|gjp"])
@pytest.mark.parametrize("rows", ["1-3", "1-6", "1-15"])
def test_its_ink_stands_in_its_place_whatever_hangs(tail, rows):
    result = set_real({**BANNER, "headline": f"青河{tail}两岸", "place": place("1-6", rows)})
    assert codes(result) == []
