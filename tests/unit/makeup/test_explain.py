"""A plan in an editor's words: where its weight stands, and how it is unlike the first of several."""

from __future__ import annotations

import pytest

from paiban.kinds import KINDS
from paiban.makeup.search import Placement, Plan, Shape, explain, told_apart

STORY, PICTURE = (KINDS.settings[kind].traits for kind in ("story", "picture"))
COLUMNS, ROWS = 6, 60


def at(name: str, column: int, row: int, columns: int, rows: int, weight: int = 1, **keys) -> Placement:
    traits = keys.pop("traits", STORY)
    shape = Shape(columns, rows, rows, rows, **{"form": "above", **keys})
    return Placement(name, shape, column, row, rows, traits=traits, weight=weight)


def plan(*placements: Placement) -> Plan:
    return Plan(placements, 1.0, {"place": 1.0}, {})


BESIDE = plan(at("a", 0, 0, 4, 40, 5), at("b", 4, 0, 2, 60, 4, form="vertical"), at("c", 0, 40, 4, 20))
BELOW = plan(at("b", 0, 0, 6, 20, 4), at("a", 0, 20, 6, 40, 5))


def test_where_the_heaviest_two_stand_and_what_forms_there_are_is_said():
    words = explain(BESIDE)
    assert words.startswith("头条“a”占 4 栏 40 行，在左上；二条“b”占 2 栏，在右侧；竖题 1 处；2 种宽度交错；不犯版规")


@pytest.mark.parametrize(
    ("place", "word"),
    [((0, 0), "左上"), ((2, 0), "中上"), ((4, 0), "右上"), ((0, 20), "左侧"), ((2, 20), "正中"), ((4, 20), "右侧"),
     ((0, 40), "左下"), ((2, 40), "中下"), ((4, 40), "右下")],
)  # fmt: skip
def test_a_place_is_called_by_the_edges_of_the_page_that_it_reaches(place, word):
    corner = at("z", 5, 59, 1, 1)
    assert f"在{word}；" in explain(plan(at("a", *place, 2, 20, 5), corner))


@pytest.mark.parametrize(
    ("rect", "word"),
    [((0, 0, 4, 60), "左侧"), ((0, 0, 6, 20), "中上"), ((0, 40, 6, 20), "中下"), ((0, 0, 6, 60), "正中")],
)
def test_what_reaches_both_edges_stands_between_them(rect, word):
    assert f"在{word}；" in explain(plan(at("a", *rect, 5), at("z", 5, 59, 1, 1)))


def test_the_largest_picture_is_named():
    pictures = [at(name, column, 40, columns, 20, traits=PICTURE, form="none")
                for name, column, columns in (("small", 0, 2), ("large", 2, 4))]  # fmt: skip
    assert "大图“large”占 4 栏，在右下" in explain(plan(at("a", 0, 0, 6, 40, 5), *pictures))


def test_a_plan_says_how_it_is_unlike_the_first():
    assert explain(BELOW, "zh", BESIDE).endswith(
        "和方案 1 不同：头条“a”占 6 栏 40 行，在中下；二条“b”占 6 栏，在中上；通栏 2 篇；1 种宽度交错。"
    )


def test_the_first_is_unlike_nothing():
    assert "不同" not in explain(BESIDE, "zh", BESIDE)


def test_a_plan_is_told_apart_by_what_is_seen_first_of_it_and_of_no_other():
    beside = plan(at("a", 0, 0, 4, 60, 5), at("b", 4, 0, 2, 60, 4))
    wider = plan(at("a", 0, 0, 3, 60, 5), at("b", 3, 0, 3, 60, 4))
    boxed = plan(at("a", 0, 0, 4, 60, 5), at("b", 4, 0, 2, 60, 4, boxed=True))
    assert told_apart(BELOW, [beside]).zh == "头条中下"
    assert told_apart(wider, [beside, BELOW]).zh == "头条 3 栏"
    assert told_apart(boxed, [beside, wider]).zh == "加框 1 篇"
    assert told_apart(beside, [beside]) is None
