"""Blocks are called as an editor knows them, where they are told of."""

from __future__ import annotations

import pytest
from PIL import Image

from paiban.desk.plans import found_in
from paiban.desk.state import shown_of
from paiban.engine.house import USUAL
from paiban.engine.proposing import Request, propose_issue
from paiban.engine.resident import Engine

HEAD = "日期: 2026-11-30\n版次: 3\n版名: 民生\n版式: tabloid\n稿件:\n"
STORY = "  - 编号: story-1\n    主题: 深夜书店的灯\n    正文: " + "灯亮着。" * 300 + "\n"
BROKEN = "  - 主题: 新公交|通到了|村门口\n    补白: 是\n    正文: " + "车来了。" * 30 + "\n"
BRIEFS = "  - 补白: 是\n    简讯:\n      - 市图书馆**今起**延长开放，到晚上九点半。\n      - 城南桥夜间封闭。\n"
TABLE = "  - 补白: 是\n    表: |\n      |区|户数|达标率|平均室温|\n      |城东|12|98.9%|20.5|\n"
PICTURE = "  - 图片: small.png\n    配: story-1\n"


@pytest.mark.parametrize(
    ("block", "name"),
    [
        (STORY, "深夜书店的灯"),
        (BRIEFS, "市图书馆今起延长开放，…"),
        (BROKEN, "新公交 通到了 村门口"),
        (TABLE, "区 户数 达标率 平均…"),
    ],
)
def test_a_block_is_known_by_its_title_or_the_words_that_it_begins_with(tmp_path, block, name):
    shown = shown_of(tmp_path / "issue.yaml", (HEAD + block).encode(), Engine.of(USUAL), None)
    [facts] = shown.pages[0].facts["blocks"]
    assert facts["name"] == name


def test_a_make_up_that_cannot_go_to_press_says_why(tmp_path):
    """Its picture has too few pixels wherever it stands."""
    Image.new("RGB", (60, 40), "red").save(tmp_path / "small.png")
    path = tmp_path / "issue.yaml"
    path.write_text(HEAD + STORY + PICTURE, "utf-8")
    found = found_in(propose_issue(path, Request(), path.read_bytes(), USUAL), 3, path, USUAL)
    [plan] = found.told["plans"]
    assert [found["code"] for found in plan["findings"] if found["severity"] == "error"] == ["X246"]
    assert "“深夜书店的灯”" in plan["why"]["zh"]
    assert "story-1" not in plan["why"]["zh"]
