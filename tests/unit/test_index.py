"""The index: stories by their ids, with the pages on which they really stand."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from PIL import Image

from paiban.display import Line, Picture, Rule
from paiban.engine import Result, set_issue
from paiban.engine.house import House
from paiban.engine.proposing import Request, propose_issue
from paiban.kinds import KINDS
from tests.support.issues import FILE, copy_of, em_box, han, lines_of, overlap, place, placed_of, story, tiny_fonts


def index(*items: Any, **keys: Any) -> dict[str, Any]:
    given = {"id": "index", "index": "导读", "items": list(items), "place": place("5-6", "1-8"), **keys}
    return {key: value for key, value in given.items() if value is not None}


def text(*front: dict[str, Any], **keys: Any) -> str:
    """An issue of two pages: on the second a story that jumps to the third, and briefs."""
    second = [
        story("school", weight=3, headline="校舍|启用", body=f"{han(90)}。"),
        {"id": "rail", "briefs": [han(20)], "place": place("6", "1-8")},
    ]
    pages = [
        {"page": number, "section": "要闻", "template": "tabloid", "stories": blocks}
        for number, blocks in ((1, [story("flood", columns="1-2"), *front]), (4, second))
    ]
    return yaml.safe_dump({"date": "2022-03-31", "pages": pages, **keys}, allow_unicode=True)


def set_index(*items: Any, folder: Path | None = None, **keys: Any) -> Result:
    """The first page, with the index on it, of an issue of two."""
    path = (folder or Path()) / FILE
    result = set_issue(path, text(index(*items, **keys)), House(tiny_fonts()))
    return result._replace(pages=result.pages[:1])


def of(result: Result, code: str) -> list[Any]:
    return [d for d in result.diagnostics if d.code == code]


def entries(result: Result) -> list[tuple[str, int, str]]:
    told: Any = KINDS.data["index"](placed_of(result, "index"))
    return [(entry["story"], entry["page"], entry["says"]) for entry in told["entries"]]


def test_pages_and_headlines_are_filled_in():
    """An editor's break in a headline is a space where it stands on one line."""
    assert entries(set_index("school", "flood")) == [("school", 4, "校舍　启用"), ("flood", 1, "春天来了")]


def test_a_shorter_headline_stands_for_the_storys():
    result = set_index({"story": "school", "headline": "新校舍"})
    assert entries(result) == [("school", 4, "新校舍")]
    assert result.ok


def test_an_entry_ends_its_lines_as_a_headline_does():
    """In eight em: the width alone would part 乡 from 愁."""
    entry = {"story": "flood", "headline": "古城更新：留住乡愁"}
    result = set_issue(Path(FILE), text(index(entry, place=place("6", "1-8"))))
    result = result._replace(pages=result.pages[:1])
    assert [copy_of(line) for line in lines_of(result, "index", "index-entry")] == ["古城更新：", "留住乡愁"]


def test_its_pages_stand_at_the_right_edge_of_their_leg():
    result = set_index("school", {"story": "flood", "headline": han(30)}, legs=1)
    numbers = lines_of(result, "index", "index-page")
    assert [copy_of(line) for line in numbers] == ["4版", "1版"]
    assert len({line.x + line.advance for line in numbers}) == 1
    lasts = [max(line.y for line in lines_of(result, "index", "index-entry") if line.copy.value == says)
             for _, _, says in entries(result)]  # fmt: skip
    assert [line.y for line in numbers] == lasts


def test_no_entry_runs_into_its_page():
    result = set_index({"story": "flood", "headline": han(40)}, legs=1)
    (number,) = lines_of(result, "index", "index-page")
    assert all(line.x + line.advance < number.x for line in lines_of(result, "index", "index-entry"))


def test_dots_lead_to_a_page_that_is_far():
    result = set_index("school", legs=1)
    (leader,) = [item for item in result.pages[0].items if isinstance(item, Rule) and item.dash]
    (number,) = lines_of(result, "index", "index-page")
    assert leader.x1 < number.x


def test_a_picture_stands_over_the_entries(tmp_path):
    Image.new("L", (900, 600), 128).save(tmp_path / "p.png")
    result = set_index("school", folder=tmp_path, photo="p.png", place=place("5-6", "1-24"))
    (shown,) = [item for item in result.pages[0].items if isinstance(item, Picture)]
    assert shown.rect.y1 < min(line.y for line in lines_of(result, "index", "index-entry"))


def test_an_id_that_no_story_has_is_told_where_it_stands():
    (found,) = of(set_index("school", "shcool"), "P535")
    assert dict(found.params)["id"] == "shcool"
    assert found.span is not None
    assert found.span.column > 1


def test_an_id_that_no_story_has_is_told_where_a_story_jumps_too():
    """What is offered are stories, not the later parts of them."""
    jumping = story("flood", columns="1-2", body=f"{han(60)}。\n{han(60)}。", jump={"page": 4, "paragraph": 2})
    school = story("school", columns="1-2", headline="校舍启用", body=f"{han(90)}。")
    pages = [
        {"page": number, "section": "要闻", "template": "tabloid", "stories": blocks}
        for number, blocks in ((1, [jumping, index("shcool")]), (4, [school]))
    ]
    copy = yaml.safe_dump({"date": "2022-03-31", "pages": pages}, allow_unicode=True)
    (found,) = of(set_issue(Path(FILE), copy, House(tiny_fonts())), "P535")
    assert "flood, school" in str(dict(found.params)["remedy"])


def test_a_block_without_a_headline_needs_words_of_the_indexs_own():
    assert of(set_index("rail"), "P536")
    assert not of(set_index({"story": "rail", "headline": "简讯"}), "P536")


def test_a_story_of_another_file_says_its_headline_and_page():
    result = set_index({"headline": "渡口的一天", "page": 8}, "school")
    assert entries(result) == [("", 8, "渡口的一天"), ("school", 4, "校舍　启用")]
    assert result.ok


@pytest.mark.parametrize("entry", [{"headline": "渡口"}, {"page": 8}, {"story": "school", "headline": "甲", "page": 8}])
def test_an_entry_says_one_thing_or_the_other(entry):
    (found,) = of(set_index(entry), "P538")
    assert found.span is not None


def test_make_up_knows_the_pages_too(tmp_path):
    """Pages that the engine fills: the index says where its stories came to stand."""
    blocks = [story(f"s{n}", place=None, weight=5 - n, body="\n".join([f"{han(200, n)}。"] * 7)) for n in range(5)]
    rail = index("s0", "s3", place=None, page=1)
    issue = {"date": "2022-03-31", "pages": "auto", "page_count": 2, "template": "tabloid", "section": "要闻",
             "stories": [*blocks, rail]}  # fmt: skip
    (tmp_path / FILE).write_text(yaml.safe_dump(issue, allow_unicode=True), "utf-8")
    proposed = propose_issue(tmp_path / FILE, Request(), house=House(tiny_fonts()))
    assert proposed.results, proposed.diagnostics
    result = proposed.results[0]
    stands = {block.id: page.number for page in result.issue.pages for block in page.blocks}
    assert [(story_, page) for story_, page, _ in entries(result)] == [("s0", stands["s0"]), ("s3", stands["s3"])]


@pytest.mark.parametrize("columns", ["5-6", "3-6"])
def test_an_entry_has_a_picture_beside_it(tmp_path, columns):
    Image.new("L", (1600, 900), 120).save(tmp_path / "p.png")
    items = [{"story": "flood", "photo": "p.png"}, "school", {"story": "school", "headline": han(30), "photo": "p.png"}]
    result = set_index(*items, folder=tmp_path, legs=1, place=place(columns, "1-14"))
    assert not {"P550", "P501"} & {d.code for d in result.diagnostics}
    photos = [item for item in result.pages[0].items if isinstance(item, Picture)]
    lines = [line for line in result.pages[0].items if isinstance(line, Line) and line.block == "index"]
    assert len(photos) == 2
    assert all(photo.rect.width == photo.rect.height and photo.crop[1::2] == (0.0, 1.0) for photo in photos)
    assert not any(overlap(em_box(line), photo.rect) for line in lines for photo in photos)
    rules = [item for item in result.pages[0].items if isinstance(item, Rule) and item.dash]
    assert all(rule.x0 > photo.rect.x1 for photo in photos for rule in rules if photo.rect.y0 < rule.y0 < photo.rect.y1)


def test_a_leg_may_be_too_narrow_for_it(tmp_path):
    Image.new("L", (1600, 900), 120).save(tmp_path / "p.png")
    result = set_index({"story": "flood", "photo": "p.png"}, folder=tmp_path, place=place("6", "1-14"))
    assert "P550" in [d.code for d in result.diagnostics]
    missing = set_index({"story": "flood", "photo": "gone.png"}, folder=tmp_path)
    assert "P206" in [d.code for d in missing.diagnostics]
