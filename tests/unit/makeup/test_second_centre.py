"""第二视觉中心: on a page without a picture make-up puts a story of middle weight on a ground."""

from __future__ import annotations

from typing import Any

import pytest
from PIL import Image

from paiban.engine.kit import Kit
from paiban.engine.proposing import Request, propose_page
from paiban.engine.writing import written_text
from paiban.issue import BoxStyle, Issue
from paiban.kinds.story.planning import PLANNING
from paiban.kinds.story.planning import grounded as grounded_shapes
from paiban.makeup.propose.automatic import Proposal
from paiban.makeup.propose.kind import Offer
from paiban.makeup.search import explain
from tests.support.copy_strategies import body_of
from tests.support.issues import galley_in, issue_text, maker_of, read_blocks, story, tiny_kit

WEIGHTS = {"lead": 5, "second": 4, "third": 3, "fourth": 2, "fifth": 1}
LENGTHS = {"lead": 900, "second": 700, "third": 500, "fourth": 450, "fifth": 400}


def blocks(**more: dict[str, Any]) -> list[dict[str, Any]]:
    """Five stories without places, some with keys besides."""
    return [
        story(name, place=None, weight=weight, body=body_of(weight, LENGTHS[name]), **more.get(name, {}))
        for name, weight in WEIGHTS.items()
    ]


def best(issue: Issue, kit: Kit | None = None) -> Proposal:
    return propose_page(issue, issue.pages[0], kit or tiny_kit(), Request()).proposals[0]


def grounds(proposal: Proposal) -> dict[str, BoxStyle]:
    return {block.id: block.box for block in proposal.page.blocks if block.box is not None}


@pytest.fixture(scope="module")
def plain() -> Proposal:
    return best(read_blocks(*blocks()))


def test_a_story_of_middle_weight_stands_on_a_tint(plain):
    ((name, box),) = grounds(plain).items()
    assert WEIGHTS[name] in (2, 3, 4)
    assert box == BoxStyle(tint="tint")


def test_it_is_offered_on_a_ground_neither_as_a_strip_nor_as_a_band():
    """A page has six columns."""
    (block,) = read_blocks(blocks()[1]).pages[0].blocks
    kit = maker_of(read_blocks(*blocks()))
    galley = galley_in(block, kit)
    offer = PLANNING.offer(block, None, galley, kit)
    assert isinstance(offer, Offer)
    grounded = [shape for shape in grounded_shapes(block, galley, offer, kit).shapes if shape.ground == "tint"]
    assert {shape.columns for shape in grounded} <= {2, 3, 4}
    assert min(shape.rows - shape.headline_rows for shape in grounded if shape.form == "above") >= 8


def test_the_plan_says_which_it_is(plain):
    (name,) = grounds(plain)
    assert f"“{name}”铺底作第二视觉中心" in explain(plain.plan)


def test_what_is_written_is_the_editors_key(plain):
    issue = read_blocks(*blocks())
    after = issue._replace(pages=(plain.page,))
    text = written_text(issue_text(*blocks()), issue, after, tiny_kit().kinds.readings)
    assert isinstance(text, str)
    assert text.count("tint:") == 1


def test_a_page_with_a_picture_needs_none(tmp_path):
    Image.new("L", (2400, 1600), 128).save(tmp_path / "p.png")
    shown = {"id": "shown", "picture": "p.png", "with": "lead", "caption": "天地人和"}
    assert grounds(best(read_blocks(*blocks(), shown, folder=tmp_path))) == {}


def test_a_story_that_the_editor_boxed_is_the_centre():
    proposal = best(read_blocks(*blocks(third={"box": "yes"})))
    assert set(grounds(proposal)) == {"third"}


def test_what_the_editor_wants_plain_stays_plain():
    no = {"box": "no"}
    assert grounds(best(read_blocks(*blocks(second=no, third=no, fourth=no)))) == {}


@pytest.mark.parametrize(("asked", "boxes"), [("line", {BoxStyle(line="line")}), ("none", set())])
def test_the_style_sheet_says_what_the_ground_is(asked, boxes):
    kit = tiny_kit()
    kit = kit._replace(style=kit.style._replace(second_centre=asked))
    assert set(grounds(best(read_blocks(*blocks()), kit)).values()) == boxes
