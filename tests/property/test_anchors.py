"""A block counts its lines from its own first: what is written above it changes nothing of it."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from paiban.diagnostic import Diagnostic
from paiban.engine import read_issue
from paiban.engine.setting import set_pages
from paiban.issue import Block, Issue
from paiban.span import absolute
from tests.support.issues import FILE, briefs, han, issue_text, layout, picture, story, tiny_kit

ISSUES = Path(__file__).parents[2] / "issues"
SAMPLES = [(ISSUES / "kaifaqu-shizheng" / FILE).read_text("utf-8")]
OWN = issue_text(
    story(body=f"{han(90)}\n## {han(4)}\n{han(70)}", headline="春天|来了", deck=han(9), box="yes"),
    story("folded", columns="3-4", headline_face="草书", body=[han(20), "\t甲"]),
    briefs(han(20), han(30), columns="5", label="简讯"),
    picture("none.png", "6", "1-9", caption=han(5)),
)


def read(text: str) -> tuple[Issue | None, tuple[Diagnostic, ...]]:
    issue, found, _ = read_issue(FILE, text, layout())
    return issue, found


def blocks(issue: Issue | None) -> list[Block]:
    assert issue is not None
    return [block for page in issue.pages for block in page.blocks]


READABLE = OWN.replace("picture: none.png", "picture: '" + str(ISSUES.parent / "docs/images/specimen.png") + "'")


@pytest.mark.parametrize("text", [*SAMPLES, READABLE], ids=["sample", "own"])
@settings(max_examples=5, deadline=None)
@given(count=st.integers(1, 40))
def test_lines_added_at_the_top_change_no_block(text, count):
    folder = ISSUES / "kaifaqu-shizheng" / FILE.name
    before, _, _ = read_issue(folder, text, layout())
    after, _, _ = read_issue(folder, "# 注\n" * count + text, layout())
    assert blocks(after) == blocks(before)
    assert before is not None
    assert after is not None
    assert {name: anchor.line - count for name, anchor in after.anchors.items()} == {
        name: anchor.line for name, anchor in before.anchors.items()
    }


def test_what_is_wrong_is_told_where_it_stands_in_the_file():
    moved = {(d.code, d.span.line - 7) for d in read("# 注\n" * 7 + OWN)[1] if d.span is not None}
    assert moved == {(d.code, d.span.line) for d in read(OWN)[1] if d.span is not None}
    assert all(d.span is None or d.span.file == str(FILE) for d in read(OWN)[1])


def test_what_setting_finds_is_told_there_too():
    issue, found = read(issue_text(story(rows="1-4", body=han(300)), story("other", columns="3", rows="1-60")))
    assert issue is not None
    result = set_pages(issue, tiny_kit(), found, {})
    assert {d.code for d in result.diagnostics} >= {"P501", "P502"}
    assert all(d.span is None or d.span.file == str(FILE) for d in result.diagnostics)


def test_two_blocks_that_say_the_same_in_the_same_lines_are_two():
    issue, _ = read(issue_text(story("a", rows="1-9"), story("b", columns="3-4", rows="1-9")))
    one, other = blocks(issue)
    assert issue is not None
    assert one.content != other.content
    spans = [absolute(block.content.headline.span, issue.anchors) for block in (one, other)]
    assert spans[0].line < spans[1].line
