"""An issue with errors is set as far as it can be, to be looked at: only what is wrong is left out."""

from __future__ import annotations

from pathlib import Path

import pytest

from paiban.display import Line
from paiban.engine import set_issue
from paiban.engine.setting import Result
from paiban.issue import Block

HEAD = "date: 2024-03-01\npage: 1\nsection: 要闻\n"
PAGE = HEAD + "template: tabloid\nstories:\n"
FIRST = "  - id: one\n    headline: 春天来了\n    body: 天地人和。\n    place: {columns: 1-2, rows: 1-10}\n"
SECOND = "  - id: two\n    headline: 秋天来了\n    body: 上下左右。\n    place: {columns: 3-4, rows: 1-10}\n"

UNREADABLE = {"P102", "P103", "P104", "P105", "P106", "P107", "P108", "P109", "P119", "P121", "P122", "P123", "P125",
              "P129", "P150", "P151", "P163", "P164", "P165"}  # fmt: skip
"""Faults of the YAML itself: nothing is left to be set."""


def draft(text: str, folder: Path) -> Result:
    path = folder / "issue.yaml"
    path.write_text(text, "utf-8")
    return set_issue(path, draft=True)


def blocks(result: Result) -> list[Block]:
    return [placed.block for makeup in result.makeups for placed in makeup.blocks]


def drawn(result: Result) -> str:
    lines = (item for page in result.pages for item in page.items if isinstance(item, Line))
    return "".join(line.copy.value[line.start : line.end] for line in lines)


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        (SECOND.replace("headline", "headlin"), "P130"),
        (SECOND.replace("place", "weight: 9\n    place"), "P139"),
        (SECOND.replace("place", "smell: red\n    place"), "P131"),
        (SECOND.replace("3-4", "2-4"), "P203"),
        (SECOND.replace("two", "one"), "P204"),
        (SECOND.replace("3-4", "3-9"), "P201"),
        (SECOND.replace("1-10", "1-399"), "P202"),
        (SECOND.replace("place", "tint: purple\n    place"), "P225"),
        (SECOND.replace("place", "headline_face: nobody\n    place"), "P228"),
    ],
)
def test_only_what_is_wrong_is_left_out(wrong, code, tmp_path):
    result = draft(PAGE + FIRST + wrong, tmp_path)
    assert code in [d.code for d in result.diagnostics]
    assert not result.ok
    assert len(blocks(result)) == 2
    assert "春天来了" in drawn(result)
    assert "秋天来了" in drawn(result)
    assert "上下左右" in drawn(result)


@pytest.mark.parametrize(
    ("head", "code"),
    [
        (HEAD + "template: nothing\nstories:\n", "P209"),
        (HEAD + "style: nothing\nstories:\n", "P210"),
        (HEAD + "body: nothing\nstories:\n", "P213"),
        ("page: 1\nsection: 要闻\nstories:\n", "P135"),
        ("date: 2024-03-01\nstories:\n", "P135"),
    ],
)
def test_a_page_that_names_what_is_not_there_is_set_as_usual(head, code, tmp_path):
    result = draft(head + FIRST, tmp_path)
    assert code in [d.code for d in result.diagnostics]
    assert "天地人和" in drawn(result)


def test_blocks_that_stand_on_one_another_are_told_as_that_and_not_as_a_line_through_copy(tmp_path):
    boxed = SECOND.replace("3-4, rows: 1-10", "1-2, rows: 2-10").replace("id: two", "id: two\n    box: yes")
    upright = (PAGE + FIRST + boxed).replace("template", "writing: vertical\ntemplate")
    for text in (PAGE + FIRST + boxed, upright):
        codes = {d.code for d in draft(text, tmp_path).diagnostics}
        assert "P203" in codes
        assert not codes & {"P606", "P713", "P715", "P716"}


def test_a_list_in_which_nothing_is_a_name_is_told_beside_the_rest_of_its_page(tmp_path):
    result = draft(PAGE + FIRST + "  - names: '、'\n    place: {columns: 3-4, rows: 1-10}\n", tmp_path)
    assert [d.code for d in result.diagnostics if d.severity == "error"] == ["P288"]
    assert "春天来了" in drawn(result)


def test_a_block_that_cannot_be_set_in_its_place_is_kept_for_the_draft(tmp_path):
    result = draft(PAGE + FIRST + SECOND.replace("1-10", "1-2") + SECOND.split("    place", maxsplit=1)[0], tmp_path)
    (makeup,) = result.makeups
    assert [(unset.block.id, unset.place is None) for unset in makeup.unset] == [("two", False), ("two.", True)]


def test_without_errors_a_draft_is_the_page_itself(tmp_path):
    path = tmp_path / "issue.yaml"
    path.write_text(PAGE + FIRST + SECOND, "utf-8")
    assert set_issue(path, draft=True).pages == set_issue(path).pages


@pytest.mark.parametrize(
    "path", sorted((Path(__file__).parents[1] / "broken").glob("*.yaml")), ids=lambda path: path.stem
)
def test_every_broken_file_has_a_page_unless_it_is_no_yaml(path):
    result = set_issue(path, draft=True)
    assert bool(result.pages) != any(d.code in UNREADABLE for d in result.diagnostics)
