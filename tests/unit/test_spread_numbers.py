"""A spread is two pages: what stands on its right half is found on the second of them, or, where it is read from the
right, on the first."""

from __future__ import annotations

import pytest
import yaml

from paiban.cli.copyfit import report_text
from paiban.engine import set_issue
from tests.support.issues import FILE, codes, han, place, story

TWO = f"{han(40)}。\n\n{han(40)}。\n"
LEFT, RIGHT, OVER = "1-2", "9-10", "5-8"
"""Columns of a tabloid's spread, six on either side of the fold."""


def pages(first, second, writing="horizontal"):
    """Page 1 and the spread of 2 and 3, set."""
    keys = {"section": "要闻", "template": "tabloid", "writing": writing}
    both = [{**keys, "page": 1, "stories": first}, {**keys, "page": "2-3", "stories": second}]
    return set_issue(FILE, yaml.safe_dump({"date": "2022-03-31", "pages": both}, allow_unicode=True))


@pytest.mark.parametrize(
    ("writing", "columns", "number"),
    [
        ("horizontal", LEFT, 2),
        ("horizontal", OVER, 2),
        ("horizontal", RIGHT, 3),
        ("vertical", RIGHT, 2),
        ("vertical", OVER, 2),
        ("vertical", LEFT, 3),
    ],
)
def test_an_index_and_jumps_name_the_half_on_which_a_story_begins(writing, columns, number):
    index = {"id": "index", "index": "导读", "items": ["b"], "place": place("1-2", "31-40")}
    goes_on = story("a", jump={"page": 2, "paragraph": 2, "place": place(columns, "1-20")}, body=TWO)
    comes = story("b", columns, "31-50", jump={"page": 1, "paragraph": 2, "place": place("3-4", "31-50")}, body=TWO)
    result = pages([goes_on, index], [comes], writing)
    said = {block.id: block.content for page in result.issue.pages for block in page.blocks}
    assert [entry.page for entry in said["index"].entries] == [number]
    assert said["a"].bylines[-1].value == f"（下转第{number}版）"
    assert said["b.2"].kicker.value == f"（上接第{number}版）"


def test_a_jump_may_name_either_page_of_a_spread():
    for number in (2, 3):
        jump = {"page": number, "paragraph": 2, "place": place(RIGHT, "1-20")}
        result = pages([story("a", jump=jump, body=TWO)], [story("b", LEFT)])
        assert "P243" not in codes(result)
        assert [block.id for block in result.issue.pages[1].blocks] == ["a.2", "b"]


def test_a_story_does_not_jump_from_one_half_of_its_spread_to_the_other():
    jump = {"page": 3, "paragraph": 2, "place": place(RIGHT, "1-20")}
    assert "P246" in codes(pages([story("a")], [story("b", LEFT, jump=jump, body=TWO)]))


def test_the_report_calls_a_spread_by_both_its_numbers():
    lines = report_text(pages([story("a")], [story("b", LEFT)]), "zh").splitlines()
    assert [line.split()[:2] for line in lines if line.startswith("版")] == [["版", "1"], ["版", "2-3"]]
