"""Tables and lists of names in automatic make-up: every shape that is offered comes out, and a page is found."""

from __future__ import annotations

from typing import Any

import pytest

from paiban.engine.house import House
from paiban.engine.proposing import Request, propose_issue
from paiban.grid import GridRect
from paiban.issue import Place
from paiban.kinds import KINDS
from paiban.makeup.frame.kind import Site
from paiban.makeup.propose.kind import Candidate
from paiban.makeup.search import BlockChoices, Placement
from tests.support.issues import FILE, codes, han, issue_text, maker_of, read_blocks, story, tiny_fonts

ROWS = "品名 | 批发 | 零售\n" + "\n".join(f"{han(2 + i % 3, i)} | {i}.5 | {i * 3}.25" for i in range(1, 31))
NAMES = "## 一等\n" + " ".join(han(2 + i % 2, i) for i in range(40)) + "\n## 二等\n" + " ".join(
    han(3, i) for i in range(40)
)  # fmt: skip

BLOCKS: dict[str, dict[str, Any]] = {
    "table": {"id": "block", "table": ROWS, "headline": han(5), "unit": "单位：元", "notes": han(40)},
    "bare": {"id": "block", "table": ROWS},
    "boxed": {"id": "block", "table": ROWS, "box": "line"},
    "upright": {"id": "block", "table": ROWS, "writing": "vertical", "headline": han(5)},
    "names": {"id": "block", "names": NAMES, "headline": han(5)},
    "upright names": {"id": "block", "names": NAMES, "writing": "vertical"},
}


@pytest.mark.parametrize("name", BLOCKS)
@pytest.mark.parametrize("row", [0, 4])
def test_every_shape_that_is_offered_comes_out(name, row):
    issue = read_blocks({**BLOCKS[name], "place": {"columns": "1-6", "rows": "1-71"}})
    (block,) = issue.pages[0].blocks
    kit, kind = maker_of(issue), next(kind for kind in KINDS.all if kind.reading.name == block.kind)
    planning = kind.planning()
    offer = planning.offer(block._replace(form=planning.free(block.form), place=None), None, None, kit)
    assert offer.shapes
    candidate = Candidate(block, BlockChoices(block.id, kind.setting.traits, 1, offer.shapes), offer.own)
    for shape in offer.shapes:
        for rows in {shape.rows_min, shape.rows, shape.rows_max}:
            rect = GridRect(0, row, shape.columns, rows - (row == 0))
            (placed,) = planning.places(candidate, Placement(block.id, shape, rect.column, rect.row, rect.rows))
            assert placed.place == Place(rect, block.span)
            done, _ = kind.setting.place(placed, Site(rect, None), kit)
            assert done is not None
            assert not done.left_over, (shape, rows)


def test_a_page_of_stories_a_table_and_names_is_made_up(tmp_path):
    counts = (1200, 700, 600, 400)
    stories = [
        story(f"s{i}", place=None, weight=5 - i, body="\n".join(han(count // 5, i + j) + "。" for j in range(5)))
        for i, count in enumerate(counts)
    ]
    path = tmp_path / FILE
    blocks = [{**BLOCKS["bare"], "id": "prices"}, {**BLOCKS["names"], "id": "list"}]
    path.write_text(issue_text(*stories, *blocks), "utf-8")
    proposed = propose_issue(path, Request(), house=House(tiny_fonts()))
    assert proposed.results, proposed.diagnostics
    result = proposed.results[0]
    assert result.ok, codes(result)
    assert {placed.block.id for placed in result.makeups[0].blocks} >= {"prices", "list"}


@pytest.mark.parametrize("kind", ["bare", "names"])
def test_what_belongs_to_a_story_stands_inside_it_below_its_headline(tmp_path, kind):
    counts = (1200, 700, 600, 400)
    stories = [
        story(f"s{i}", place=None, weight=5 - i, body="\n".join(han(count // 5, i + j) + "。" for j in range(5)))
        for i, count in enumerate(counts)
    ]
    path = tmp_path / FILE
    path.write_text(issue_text(*stories, {**BLOCKS[kind], "id": "own", "with": "s0"}), "utf-8")
    proposed = propose_issue(path, Request(), house=House(tiny_fonts()))
    assert proposed.results, proposed.diagnostics
    made = {placed.block.id: placed for placed in proposed.results[0].makeups[0].blocks}
    assert made["s0"].place.holds(made["own"].place)
    assert made["own"].place.row > made["s0"].place.row
    assert "P606" not in codes(proposed.results[0])


def test_what_is_too_long_for_its_story_stands_by_itself(tmp_path):
    path = tmp_path / FILE
    long = {**BLOCKS["bare"], "id": "own", "with": "s0", "place": None}
    short = story("s0", place=None, weight=2, body=han(12) + "。")
    rest = [story(f"s{i}", place=None, weight=5 - i, body=f"{han(700, i)}。") for i in range(1, 4)]
    path.write_text(issue_text(short, *rest, {key: value for key, value in long.items() if value}), "utf-8")
    proposed = propose_issue(path, Request(), house=House(tiny_fonts()))
    assert proposed.results, proposed.diagnostics
    assert {placed.block.id for placed in proposed.results[0].makeups[0].blocks} >= {"s0", "own"}
