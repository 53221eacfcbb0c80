"""How seldom a proofreader of ours is wrong: on the copy of the real page, on 500 sentences and on 360 headlines.

What is told of them is written here, each with the reason why it is right.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from paiban.engine import read_issue
from paiban.hygiene import replacements
from paiban.issue import issue_texts
from paiban.kinds import KINDS
from paiban.proofread import proofread
from tests.support.issues import read_blocks, story
from tests.unit.text.test_corpus import CORPUS

ROOT = Path(__file__).parents[3]
SAMPLES = sorted((ROOT / "issues").glob("*/issue.yaml"))
HEADLINES = [
    re.sub("^ *[0-9]+ [0-9]+ |[/~]", "", line)
    for name in ("headlines", "hard_headlines")
    for line in (ROOT / "tests" / "corpus" / f"{name}.txt").read_text("utf-8").split("\n")
    if line and not line.startswith("#")
]

RIGHT = {"3千"}
"""GB/T 15835: 3千万 is written 3000万."""

SLIPS = {"wide", "brackets", "dashes"}
"""The corpus has full-width figures, half-width brackets between Han and typed dashes on purpose."""


@pytest.mark.parametrize("path", SAMPLES, ids=[path.parent.name for path in SAMPLES])
def test_nothing_is_told_of_the_pages_that_came_along(path):
    issue, _, _ = read_issue(path)
    assert issue is not None
    assert [(each.code, each.params) for each in proofread(issue, KINDS.readings, {})] == []


def test_the_real_page_has_nothing_to_put_right():
    issue, _, _ = read_issue(ROOT / "issues" / "kaifaqu-shizheng" / "issue.yaml")
    assert issue is not None
    assert [text.value for text in issue_texts(issue, KINDS.readings) if replacements(text.value)] == []


def test_of_five_hundred_sentences_only_what_is_wrong_is_told():
    issue = read_blocks(story(body="\n".join(sentence.copy for sentence in CORPUS)))
    found = [(each.code, dict(each.params)["text"]) for each in proofread(issue, KINDS.readings, {})]
    assert [each for each in found if each[1] not in RIGHT] == []


def test_of_five_hundred_sentences_only_slips_are_put_right():
    keys = {found.key for sentence in CORPUS for found in replacements(sentence.copy)}
    assert keys == SLIPS
    assert sum(bool(replacements(sentence.copy)) for sentence in CORPUS) == 30


@pytest.mark.parametrize("half", [0, 1])
def test_nothing_is_told_of_the_headlines(half):
    lines = enumerate(HEADLINES[half::2])
    issue = read_blocks(*(story(f"h{index}", headline=line, place=None) for index, line in lines))
    assert [(each.code, each.params) for each in proofread(issue, KINDS.readings, {})] == []
