"""What is proposed to go where copy finds no room: the weakest first, from the end, whole paragraphs."""

from __future__ import annotations

from itertools import pairwise

import pytest

from paiban.makeup.frame.place import page_galleys
from paiban.makeup.propose.cutting import KEPT_SHARE, MOST_CUT, Cuttable, cut_galleys, cuts_for, may_go, without
from tests.support.issues import han, maker_of, read_blocks
from tests.support.open_pages import open_story

HEAD = 20
"""Cells that every story here takes beside its copy."""


def cuttable(*stories: dict) -> list[Cuttable]:
    issue = read_blocks(*stories)
    kit, blocks = maker_of(issue), issue.pages[0].blocks
    galleys = page_galleys(issue.pages[0], kit)
    cells = {block.id: galleys[block.id].count(kit.grid.column) + HEAD for block in blocks}
    return may_go(blocks, galleys, cells, kit.grid.column)


FOUR = (open_story("lead", 5, 60), open_story("b", 3, 40), open_story("c", 3, 40), open_story("d", 1, 40))


def test_the_weakest_goes_first_and_of_its_equals_the_last_in_the_file():
    assert [each.block.id for each in cuttable(*FOUR)] == ["d", "c", "b", "lead"]


@pytest.mark.parametrize("keys", [{"locked": True}, {"place": {"columns": "1-2", "rows": "1-30"}}])
def test_what_the_editor_placed_stays_whole(keys):
    fixed = {**open_story("a", 1, 40), "place": {"columns": "1-2", "rows": "1-30"}, **keys}
    assert [each.block.id for each in cuttable(fixed, open_story("b", 3, 40))] == ["b"]


@pytest.mark.parametrize("over", range(1, 160, 7))
def test_at_least_so_much_goes_and_no_block_loses_more_than_it_may(over):
    standing = cuttable(*FOUR)
    cuts, by_id = cuts_for(standing, over), {each.block.id: each for each in standing}
    gone = sum(cut.lines if cut.kept else by_id[cut.block].cells for cut in cuts)
    assert gone >= over
    for cut in cuts:
        lines = by_id[cut.block].lines
        assert cut.lines == sum(lines[cut.kept :])
        assert not cut.kept or sum(lines[: cut.kept]) >= KEPT_SHARE * sum(lines)
    assert sum(cut.kept > 0 for cut in cuts) <= MOST_CUT


@pytest.mark.parametrize("over", range(1, 17))
def test_no_paragraph_goes_that_need_not(over):
    """Of two dozen short paragraphs: had one more of them stayed, too little would be gone."""
    [story] = cuttable({**open_story("a", 3, 60), "body": "\n".join([han(20)] * 24)})
    [cut] = cuts_for([story], over)
    assert sum(story.lines[cut.kept + 1 :]) < over <= cut.lines


@pytest.mark.parametrize("over", range(1, 160, 7))
def test_no_heavier_block_is_touched_before_a_weaker_one(over):
    order = [each.block.id for each in cuttable(*FOUR)]
    touched = [order.index(cut.block) for cut in cuts_for(cuttable(*FOUR), over)]
    assert touched == sorted(touched)
    assert all(later - earlier == 1 for earlier, later in pairwise(touched))


def test_a_block_is_never_the_last_to_be_left_out():
    assert cuts_for(cuttable(open_story("only", 3, 40)), 39) is None


def test_no_cross_head_is_left_at_the_end():
    story = open_story("a", 3, 60)
    paragraphs = story["body"].split("\n")
    story["body"] = "\n".join([*paragraphs[:-1], "## 小标题", paragraphs[-1]])
    [whole] = cuttable(story)
    [cut] = cuts_for([whole], 1)
    kinds = [paragraph.kind for paragraph in whole.galley.paragraphs]
    assert kinds[-2] == "crosshead"
    assert cut.kept == len(kinds) - 2


def test_what_belongs_to_a_block_left_out_goes_with_it():
    issue = read_blocks(*FOUR)
    standing = cuttable(*FOUR)
    cuts = cuts_for(standing, 150)
    gone = {cut.block for cut in cuts if not cut.kept}
    guest = issue.pages[0].blocks[0]._replace(id="picture", host="d")
    assert gone
    assert {block.id for block in without((*issue.pages[0].blocks, guest), cuts)} == {"lead", "b", "c", "d"} - gone


def test_the_copy_that_stays_is_that_before_the_cut():
    issue = read_blocks(*FOUR)
    galleys = page_galleys(issue.pages[0], maker_of(issue))
    cuts = cuts_for(cuttable(*FOUR), 5)
    after = cut_galleys(galleys, cuts)
    for cut in cuts:
        assert after[cut.block].paragraphs == galleys[cut.block].paragraphs[: cut.kept]
    assert {name for name in galleys if after[name] is galleys[name]} == {*galleys} - {cut.block for cut in cuts}
