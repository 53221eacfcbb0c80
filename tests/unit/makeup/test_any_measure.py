"""Columns and gutters of any length: every justified line is its measure, as on a page of whole characters."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

import pytest

from paiban.display import Line
from paiban.engine import Result, set_issue
from paiban.engine.house import House
from paiban.resources import resource_folder
from paiban.units import mm
from tests.support.issues import em_box, han, issue_text, page_of, story, tiny_fonts

TABLOID = (resource_folder("layout") / "templates" / "tabloid.yaml").read_text("utf-8")
LARGE = re.compile(r"^  - \{name: (large|open|airy),.*\n", re.MULTILINE)
"""The bodies whose columns are others than the template's first has: all stand in the widest."""


def set_at(folder: Path, measure: str, gutter: str) -> Result:
    (folder / "templates").mkdir()
    text = LARGE.sub("", TABLOID).replace("name: tabloid", "name: mine")
    text = text.replace("measure: 11, gutter: 1", f"measure: {measure}, gutter: {gutter}")
    (folder / "templates" / "mine.yaml").write_text(text, "utf-8")
    blocks = [
        story(columns="1-4", rows="1-30", legs=3, body=han(600) + "。"),
        story("b", "5-6", "1-30", body=han(400) + "。"),
    ]
    return set_issue(folder / "i.yaml", issue_text(*blocks, template="mine"), House(tiny_fonts(), folder))


@pytest.mark.parametrize(("measure", "gutter"), [("33.5mm", "4mm"), ("10.5", "1.5"), ("34mm", "1")])
def test_justified_lines_are_their_measure(tmp_path, measure, gutter):
    result = set_at(tmp_path, measure, gutter)
    lines = [
        item for item in page_of(result).items if isinstance(item, Line) and item.role == "body" and item.justified
    ]
    assert len(lines) > 50
    assert [line for line in lines if line.advance != line.measure] == []


def test_columns_stand_where_the_lengths_say(tmp_path):
    page = page_of(set_at(tmp_path, "33.5mm", "4mm"))
    lefts = [left for left, _ in page.columns]
    assert {b - a for a, b in pairwise(lefts)} == {mm(37.5)}
    assert abs(page.width - 2 * lefts[0] - 6 * mm(33.5) - 5 * mm(4)) <= 1
    second = [em_box(i) for i in page.items if isinstance(i, Line) and i.block == "b" and i.role == "body"]
    assert min(box.x0 for box in second) == lefts[4]
    assert max(box.x1 for box in second) <= lefts[5] + mm(33.5)
