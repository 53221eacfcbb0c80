"""Small pages as text, reviewed like code. ``pytest tests/golden --update`` rewrites them; read the difference then."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

from paiban.engine import Result
from tests.support.display_text import page_text
from tests.support.issues import briefs, han, page_of, picture, place, set_blocks, story
from tests.support.styled_page import styled_blocks

FOLDER = Path(__file__).parent / "pages"

PARAGRAPHS = f"{han(60)}。\n{han(45, 7)}，{han(21, 3)}。\n{han(30, 11)}。"


def head(folder: Path) -> Result:
    return set_blocks(
        story(columns="1-3", rows="1-20", kicker=han(9, 4), deck=han(12, 9), body=PARAGRAPHS, byline="本报记者"),
        paper="江河日报",
        credits={"责任编辑": "夜班", "校对": "晨班"},
    )


def recut(folder: Path) -> Result:
    return set_blocks(story(columns="1-3", rows="6-18", legs=2, body=f"{PARAGRAPHS}\n## {han(4)}\n{PARAGRAPHS}"))


def neighbours(folder: Path) -> Result:
    return set_blocks(
        story("upper", "1-3", "1-14", weight=5, body=PARAGRAPHS),
        story("boxed", "4-5", "1-16", box="line", body=PARAGRAPHS),
        briefs(han(30) + "。", han(24, 5) + "。", columns="6", rows="1-20", label="简讯", tint="tint"),
        story("lower", "1-3", "15-30", weight=2, border="double", body=PARAGRAPHS),
        story("beside", "4-5", "17-30", weight=1, body=PARAGRAPHS),
        {"id": "advert", "advert": "p.png", "place": place("1-6", "60-71")},
        folder=folder,
    )


def illustrated(folder: Path) -> Result:
    return set_blocks(
        story(columns="1-4", rows="2-24", body=PARAGRAPHS * 3),
        picture("p.png", "2-3", "8-16", with_="lead", caption=han(20), credit="江河摄", frame=True),
        picture("p.png", "5-6", "2-24", "other", caption=han(50), focus=[0.8, 0.5]),
        folder=folder,
    )


def upright_headline(folder: Path) -> Result:
    return set_blocks(story(columns="1-3", rows="2-16", headline_form="vertical", weight=2, body=PARAGRAPHS))


def upright(folder: Path) -> Result:
    return set_blocks(story(columns="1-3", rows="2-16", writing="vertical", weight=1, deck=han(9), body=PARAGRAPHS))


def over(folder: Path) -> Result:
    return set_blocks(story(columns="1", rows="1-10", weight=1, body=PARAGRAPHS))


def alone(folder: Path) -> Result:
    return set_blocks(
        {"id": "banner", "kicker": han(6), "headline": han(9), "place": place("1-6", "2-9")},
        story(columns="1-3", rows="10-16", headline=None, body=PARAGRAPHS),
        {"id": "upright", "headline": han(7, 4), "headline_form": "vertical", "place": place("4", "10-30")},
        briefs(han(30) + "。", han(24, 5) + "。", columns="5-6", rows="10-16", mark="circled"),
    )


def front(folder: Path) -> Result:
    return set_blocks(
        {"id": "plate", "nameplate": "江河日报", "code": "https://www.example.com", "beside": ["{weather}", "{web}"],
         "colour": "accent", "place": place("1-4", "1-13")},
        {"id": "corner", "nameplate": "江河", "writing": "vertical", "strip": ["{date}", "{credits}"],
         "place": place("6", "1-40")},
        {"id": "code", "qr": "https://www.example.com/v/12", "caption": han(7), "place": place("1", "14-24")},
        page=1, paper="江河日报", weather="晴", web="www.example.com", registration="CN 00-0000", page_total=8,
        first_issue={"date": "2022-03-01", "weekdays": [1, 3, 5]}, credits={"责任编辑": "夜班", "校对": "晨班"},
    )  # fmt: skip


def dressed(folder: Path) -> Result:
    return set_blocks(
        picture("p.png", "1-3", "1-24", "big"),
        {"id": "over", "headline": han(5), "over": "big", "dress": "edge", "place": place("1-3", "3-10")},
        story("bar", "4-6", "1-16", kicker=han(6, 4), dress="bar", body=PARAGRAPHS),
        story("ruled", "4-6", "17-32", dress="ruled", writing="vertical", body=PARAGRAPHS),
        folder=folder,
    )


def opened(folder: Path) -> Result:
    keys = {"initial": 3, "note": han(30) + "。", "byline": "编辑部", "body": PARAGRAPHS}
    return set_blocks(
        story(columns="1-3", rows="1-20", byline_at="head", **keys),
        story("upright", "4-6", "1-30", writing="vertical", **keys),
    )


def beside(folder: Path) -> Result:
    return set_blocks(
        story("host", "1-4", "1-30", label=han(4), body="\n".join(han(100, start) + "。" for start in range(7))),
        story("link", "3-4", "14-24", weight=1, with_="host", label=han(2), tint="yes", body=han(60) + "。"),
        {"id": "quote", "headline": han(8), "with": "host", "dress": "ruled", "place": place("2", "14-18")},
    )


def around(folder: Path) -> Result:
    body = "\n".join(han(90, start) + "。" for start in range(8))
    quote = {"id": "quote", "headline": f"{han(4)}|{han(3, 9)}", "with": "host", "weight": 1, "dress": "ruled",
             "wrap": "box", "width": "36%", "side": "centre", "place": place("2-3", "28-32")}  # fmt: skip
    contour = [[0.5, 0], [1, 1], [0, 1]]
    return set_blocks(
        story("host", "1-4", "1-40", legs=2, initial=2, body=body),
        picture("p.png", "3-4", "8-20", with_="host", wrap="contour", contour=contour, width="80%", side="right"),
        quote,
        story("upright", "1-6", "42-71", writing="vertical", weight=2, body=body),
        picture("p.png", "3-4", "50-60", "inner", with_="upright", caption=han(9), width="60%", side="centre"),
        folder=folder,
    )


def contents(folder: Path) -> Result:
    return set_blocks(
        story("one", "1-3", "1-14", headline=f"{han(5)}|{han(6, 5)}", body=PARAGRAPHS),
        story("two", "1-3", "15-28", weight=1, body=PARAGRAPHS),
        {"id": "index", "index": "导读", "items": ["one", {"story": "two", "headline": han(14, 3)}], "photo": "p.png",
         "tint": "tint", "place": place("4", "1-20")},
        {"id": "wide", "index": "导读", "items": ["one", "two"], "place": place("5-6", "1-6")},
        folder=folder,
    )  # fmt: skip


def smalls(folder: Path) -> Result:
    groups = [{"category": han(4, n), "items": [han(20 + n, n), {"text": han(33, n), "lines": 3}]} for n in (0, 7, 14)]
    notice = {"title": han(2), "text": han(40), "sign": [han(5), han(7)], "frame": "black"}
    return set_blocks(
        {"id": "ads", "classifieds": "分类广告", "note": han(12), "categories": groups, "fillers": [han(18, 3)],
         "rates": {"line": 20, "least": 3}, "place": place("1-4", "1-12")},
        {"id": "notice", "classifieds": "公告", "items": [notice, {**notice, "frame": "line"}], "legs": 2,
         "place": place("1-4", "13-22")},
    )  # fmt: skip


def pictures(folder: Path) -> Result:
    words = {"caption": han(20), "credit": "江河摄"}
    return set_blocks(
        picture("p.png", "1-3", "1-16", "whole", fit="whole", **words),
        picture("p.png", "4-6", "1-16", "besides", caption_at="beside", **words),
        picture("p.png", "1-3", "18-34", "over", caption_at="over", **words),
        story("boxed", "4-6", "18-40", box="yes", body=PARAGRAPHS),
        picture("p.png", "5-6", "32-40", "inside", with_="boxed", **words),
        folder=folder,
    )


def groups(folder: Path) -> Result:
    each = [{"picture": "p.png", "caption": han(6, n)} for n in range(5)]
    return set_blocks(
        {**picture("p.png", "1-6", "1-24", "each", corners="2mm", frame=True, across=3, caption=han(20)),
         "picture": each},
        {**picture("p.png", "1-3", "26-44", "one", credit="江河摄", credit_at="edge"), "picture": ["p.png", "p.png"]},
        picture("p.png", "4-6", "50-71", "off", bleed=["right", "foot"], fit="crop"),
        folder=folder,
    )  # fmt: skip


def parts(folder: Path) -> Result:
    keys = {"portrait": "p.png", "logo": "p.png", "end_mark": "square", "byline": ["本报记者", "编辑部"]}
    side = f"{han(60)}。\n## {han(4)}\n{han(80, 5)}。\n::: 落款 3\n{han(5)}\n{han(4)}\n:::"
    return set_blocks(
        story(columns="1-4", rows="1-20", byline_at="head", column_rule="thick", body=PARAGRAPHS * 2, **keys),
        story("large", "5-6", "1-40", weight=2, copy_size="12pt", copy_rows=2, legs=1, body=PARAGRAPHS),
        story("uneven", "1-4", "22-40", weight=1, widths=[2, 1, 1], crosshead_at="side", body=side),
        story("upright", "1-6", "42-60", weight=2, writing="vertical", body=PARAGRAPHS * 2, **keys),
        folder=folder,
    )


def runs(folder: Path) -> Result:
    return set_blocks(*styled_blocks(), folder=folder)


ROWS = "品名 | 批发 | < | 产地\n^ | 上午 | 下午 | ^\n叶菜\n白菜 | 1.20 | 12.5 | 河口\n菠菜 | 0.855 | — | " + han(14)
ROWS += "\n瓜果\n" + "\n".join(f"{han(2, i)} | {i}.5 | {i * 7} | 南渡" for i in range(1, 9))


def tables(folder: Path) -> Result:
    prices = {"id": "prices", "table": ROWS, "heads": 2, "unit": "单位：元", "notes": han(30), "legs": 2}
    names = {"id": "names", "names": f"## 一等\n{han(2)} {han(3, 4)} {han(7, 9)}\n## 二等\n" + " ".join(
        han(2 + i % 2, 3 * i) for i in range(20)
    )}  # fmt: skip
    return set_blocks(
        {**prices, "headline": han(6), "table_style": "prices", "place": place("1-4", "1-16")},
        {**prices, "id": "ruled", "table_style": "ruled", "box": "line", "legs": 1, "place": place("1-3", "17-40")},
        {**prices, "id": "upright", "writing": "vertical", "legs": 1, "place": place("4-6", "17-40")},
        {**names, "headline": han(5), "place": place("5-6", "1-16")},
    )


def styled_paragraphs(folder: Path) -> Result:
    poem = f"{han(20)}。\n::: 诗\n{han(5)}，\n　{han(7, 3)}。\n\n{han(24, 9)}，\n　{han(5, 2)}。\n:::\n{han(9)}。"
    lists = f"::: 列表\n{han(15)}；\n（一）{han(15, 4)}。\n:::\n::: 编号列表\n" + "\n".join(
        han(4, i) for i in range(11)
    )
    letter = f"::: 信\n{han(4)}：\n{han(20)}。\n::: 引文\n{han(30)}。\n::: 问答\n问：{han(5)}？\n答：{han(15)}。\n:::"
    signed = f"{letter}\n::: 对话\n{han(2)}：{han(16)}。\n::: 落款\n{han(5)}\n{han(4, 7)}"
    return set_blocks(
        story("poem", "1-2", "1-20", weight=1, body=poem),
        story("lists", "3-4", "1-20", weight=1, body=lists),
        story("letter", "5-6", "1-20", weight=1, body=signed),
        story("upright", "1-4", "22-40", weight=1, writing="vertical", body=f"{poem}\n{lists}\n:::\n{signed}"),
    )


CASES: dict[str, Callable[[Path], Result]] = {
    case.__name__: case
    for case in (
        head,
        recut,
        neighbours,
        illustrated,
        upright_headline,
        upright,
        over,
        alone,
        dressed,
        opened,
        beside,
        around,
        pictures,
        groups,
        parts,
        front,
        contents,
        smalls,
        runs,
        tables,
        styled_paragraphs,
    )
}


@pytest.mark.parametrize("name", CASES)
def test_a_page_is_as_it_was_reviewed(name, tmp_path, pytestconfig):
    Image.new("L", (2400, 1600), 128).save(tmp_path / "p.png")
    text = page_text(page_of(CASES[name](tmp_path)))
    golden = FOLDER / f"{name}.txt"
    if pytestconfig.getoption("--update"):
        golden.write_text(text, "utf-8")
    assert golden.exists(), f"{golden.name} is missing: run pytest tests/golden --update and review it"
    assert text == golden.read_text("utf-8")


def test_every_golden_page_is_used():
    unused = {path.name for path in FOLDER.iterdir()} - {f"{name}.txt" for name in CASES}
    assert not unused, f"no test compares {sorted(unused)}: delete them"
