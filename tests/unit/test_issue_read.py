"""A good issue file becomes exactly what it says."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest

from paiban.diagnostic import Diagnostic, Severity
from paiban.engine import read_issue
from paiban.grid import GridRect
from paiban.issue import Block, BoxStyle, Issue, check_faces
from paiban.kinds import KINDS
from paiban.kinds.story.model import Story, StoryForm
from paiban.source import limits
from paiban.span import absolute
from paiban.template import Layout
from paiban.units import mm, pt

HEAD = "date: 2022-03-31\npage: 2\nsection: 要闻\nstories:\n"
STORY = "  - headline: 奋进千亿园区\n    body: 第一段\n"
LAYOUT = Layout()


def read(text: str, folder: Path = Path()) -> tuple[Issue, list[Diagnostic]]:
    issue, found, _ = read_issue(folder / "issue.yaml", text, LAYOUT)
    assert issue is not None, found
    return issue, list(found)


def copy_of(block: Block) -> list[str]:
    return [text.value for text in KINDS.readings[block.kind].texts(block.content) if text is not None]


def block_of(text: str) -> Block:
    issue, found = read(HEAD + text)
    assert found == []
    (block,) = issue.pages[0].blocks
    return block


def story_of(text: str) -> Story:
    block = block_of(text)
    assert isinstance(block.content, Story)
    return block.content


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "图片.jpg").write_bytes(b"")
    (tmp_path / "ad.PDF").write_bytes(b"")
    return tmp_path


FULL_EN = """\
paper: 高邮日报
date: 2022-03-31
style: daily
press: newsprint
names: [郑志明, 党工委]
pages:
  - page: 2
    section: 开发区时政
    template: broadsheet
    body: large
    credits: {责任编辑: 夜班, 校对: 晨班}
    stories:
      - id: lead
        weight: 5
        kicker: 引题
        headline: 奋进千亿园区　建设未来之城
        deck: 副题
        byline: 本报记者
        body: |
          第一段
          ## 小标题
          第二段
        place: {columns: 1-5, rows: 1-40}
        legs: 4
        headline_form: above
        headline_face: hei-black
        headline_size: 28pt-36pt
        box: yes
        tint: yes
        border: double
        locked: yes
      - id: rail
        label: 简讯
        briefs: [甲, 乙]
        slot: rail
      - id: photo
        picture: 图片.jpg
        caption: 图说
        credit: 图片　摄
        with: lead
        focus: [0.25, 1/3]
        columns: 2
        frame: yes
      - id: trees
        advert: ad.PDF
        pdf_page: 2
        size: [350mm, 12cm]
        filler: yes
"""

CHINESE = {
    "paper": "报名", "date": "日期", "style": "样式", "press": "印刷", "names": "人名", "pages": "版面", "page": "版次",
    "section": "版名", "template": "版式", "stories": "稿件", "id": "编号", "weight": "分量", "kicker": "引题",
    "headline": "主题", "deck": "副题", "byline": "作者", "place": "位置", "columns": "栏", "rows": "行",
    "legs": "破栏",
    "headline_form": "题式", "headline_face": "题字体", "headline_size": "题字号", "box": "加框", "tint": "底纹",
    "border": "花边", "locked": "锁定", "label": "栏题", "briefs": "简讯", "slot": "版位", "picture": "图片",
    "caption": "图说", "credit": "图源", "credits": "版务", "with": "配", "focus": "焦点", "frame": "边线",
    "advert": "广告", "pdf_page": "页", "size": "尺寸", "filler": "补白",
}  # fmt: skip


def in_chinese(text: str) -> str:
    """The same file with every key in Chinese; a page's ``body`` is its 正文设置, a story's its 正文."""
    for old, new in (("    body: large", "    正文设置: large"), ("        body: |", "        正文: |"),
                     ("{columns:", "{栏:"), ("rows:", "行:")):  # fmt: skip
        text = text.replace(old, new)
    lines = text.split("\n")
    for english, chinese in sorted(CHINESE.items(), key=lambda pair: -len(pair[0])):
        lines = [_rekeyed(line, english, chinese) for line in lines]
    return "\n".join(lines).replace(": yes", ": 是").replace(": above", ": 横题")


def _rekeyed(line: str, english: str, chinese: str) -> str:
    words = line.lstrip(" -")
    if not words.startswith(f"{english}:"):
        return line
    return line[: len(line) - len(words)] + chinese + words.removeprefix(english)


def test_every_key_reaches_the_issue(folder: Path) -> None:
    issue, _ = read(FULL_EN, folder)
    assert issue.paper is not None
    assert (issue.paper.value, issue.date, issue.names) == ("高邮日报", date(2022, 3, 31), ("郑志明", "党工委"))
    (page,) = issue.pages
    assert (page.number, page.section.value, page.template, page.body) == (2, "开发区时政", "broadsheet", "large")
    assert [(name.value, who.value) for name, who in page.credits] == [("责任编辑", "夜班"), ("校对", "晨班")]
    assert [block.kind for block in page.blocks] == ["story", "briefs", "picture", "advert"]


def test_every_key_of_a_story(folder: Path) -> None:
    lead = read(FULL_EN, folder)[0].pages[0].blocks[0]
    story: Story = lead.content
    assert copy_of(lead) == [
        "引题", "奋进千亿园区　建设未来之城", "副题", "第一段", "小标题", "第二段", "本报记者"
    ]  # fmt: skip
    assert [paragraph.kind for paragraph in story.body] == ["body", "crosshead", "body"]
    assert lead.place is not None
    assert lead.place.rect == GridRect.counted(1, 5, 1, 40)
    assert (lead.weight, lead.form, story.headline_face) == (5, StoryForm(4, "above"), "hei-black")
    assert story.headline_size == (pt(28), pt(36))
    assert (lead.box, lead.locked) == (BoxStyle("line", "tint", "double"), True)


def test_every_key_of_briefs_pictures_and_adverts(folder: Path) -> None:
    _, rail, photo, trees = read(FULL_EN, folder)[0].pages[0].blocks
    assert copy_of(rail) == ["简讯", "甲", "乙"]
    assert rail.slot == "rail"
    (shown,), file = photo.content.shown, folder / "图片.jpg"
    assert (shown.words.value, shown.file, photo.host) == ("图片.jpg", file, "lead")
    assert (photo.content.columns, photo.content.frame) == (2, True)
    assert shown.focus == (Fraction(1, 4), Fraction(1, 3))
    assert (trees.content.file, trees.content.pdf_page, trees.filler) == (folder / "ad.PDF", 2, True)
    assert trees.content.size == (mm(350), mm(120))


def without_places(issue: Issue) -> tuple[object, ...]:
    """What an issue says, wherever it stands in its file."""
    return tuple(
        (block.kind, block.id, copy_of(block), block.weight, block.box, block.form, block.slot, block.locked)
        for page in issue.pages for block in page.blocks
    )  # fmt: skip


def test_chinese_keys_say_the_same(folder: Path) -> None:
    english, _ = read(FULL_EN, folder)
    chinese, _ = read(in_chinese(FULL_EN), folder)
    assert "headline" not in in_chinese(FULL_EN)
    assert without_places(chinese) == without_places(english)


def test_the_order_of_keys_says_nothing() -> None:
    one = block_of("  - headline: 甲\n    body: 乙\n    weight: 4\n")
    other = block_of("  - weight: 4\n    body: 乙\n    headline: 甲\n")
    assert copy_of(one) == copy_of(other)
    assert one.weight == other.weight


def test_a_single_page_needs_no_pages() -> None:
    issue, found = read(HEAD + STORY)
    assert [page.number for page in issue.pages] == [2]
    assert found == []


def test_what_is_left_out_has_its_default() -> None:
    block = block_of(STORY)
    assert (block.id, block.weight, block.content.writing) == ("story-2-1", 3, "horizontal")
    assert (block.place, block.slot, block.form, block.box, block.locked) == (None, "", StoryForm(), None, False)


def test_made_up_ids_keep_clear_of_given_ones() -> None:
    issue, _ = read(HEAD + STORY + "  - headline: 乙\n    body: 丙\n    id: story-2-1\n")
    assert [block.id for block in issue.pages[0].blocks] == ["story-2-1.", "story-2-1"]


def test_an_optional_key_may_be_left_blank() -> None:
    assert story_of(STORY + "    kicker:\n    legs:\n").kicker is None


def test_every_line_of_a_body_is_a_paragraph_with_its_place() -> None:
    story = story_of("  - headline: 甲\n    body: |\n      第一段\n\n      第二段  \n        第三段\n")
    assert [(p.text.value, p.text.lines, p.text.columns[0]) for p in story.body] == [
        ("第一段", (3,), 7), ("第二段", (5,), 7), ("第三段", (6,), 9)
    ]  # fmt: skip


def test_a_body_may_be_a_list() -> None:
    story = story_of("  - headline: 甲\n    body:\n      - 第一段\n      - '## 小标题'\n      - 第二段\n")
    assert [p.text.value for p in story.body] == ["第一段", "小标题", "第二段"]
    assert [p.kind for p in story.body] == ["body", "crosshead", "body"]


def test_a_typed_indent_is_no_copy_and_is_listed() -> None:
    issue, found = read(HEAD + "  - headline: 甲\n    body: |\n      　　第一段\n      第二段\n      　　第三段\n")
    (story,) = issue.pages[0].blocks
    assert copy_of(story) == ["甲", "第一段", "第二段", "第三段"]
    assert story.content.body[0].text.columns[0] == 9
    assert [(d.code, d.severity, dict(d.params)) for d in found] == [("P218", Severity.INFO, {"count": 2})]


def test_three_number_signs_are_copy() -> None:
    story = story_of("  - headline: 甲\n    body: |\n      ### 三\n")
    assert [(p.kind, p.text.value) for p in story.body] == [("body", "### 三")]


@pytest.mark.parametrize(
    ("headline", "breaks"),
    [
        ("奋进千亿园区　建设未来之城", ()),
        ("奋进千亿园区|建设未来之城", (6,)),
        ("|\n      奋进千亿园区\n      建设未来之城", (6,)),
        ('"奋进千亿园区\\n建设未来之城"', (6,)),
        ("奋进千亿园区\n      建设未来之城", (6,)),
        ("甲|乙|丙", (1, 3)),
    ],
)
def test_the_editors_breaks_of_a_headline(headline: str, breaks: tuple[int, ...]) -> None:
    story = story_of(f"  - headline: {headline}\n    body: 第一段\n")
    assert story.headline.breaks == breaks


def test_a_line_end_that_became_a_space_is_warned_of() -> None:
    _, found = read(HEAD + "  - headline: 甲\n    body: 乙\n      丙\n")
    assert [(d.code, d.span.line, d.span.column) for d in found if d.span] == [("P224", 6, 12)]


def test_a_remark_after_copy_is_listed() -> None:
    _, found = read(HEAD + "  - headline: 甲 # 乙\n    body: 丙\n    weight: 4 # not copy\n")
    assert [(d.code, d.span.line, d.span.column) for d in found if d.span] == [("P227", 5, 17)]


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ("body: 乙\n      ## 丙\n", [("P289", 6, 7)]),
        ("body: 乙 # 丙\n      # 丁\n", [("P227", 5, 13), ("P289", 6, 7)]),
        ("body: |\n      乙\n     # 丙\n", [("P289", 7, 6)]),
        ("body: |\n      乙\n## 丙\n# a remark\n", [("P289", 7, 1)]),
        ("body: | # 丙\n      乙\n", [("P227", 5, 13)]),
        ("body: # 丙\n      ## 丁\n\n      乙\n", [("P289", 5, 11), ("P289", 6, 7)]),
        ("body:\n      - 乙\n      ## 丙\n      # a remark\n      - 丁\n", [("P289", 7, 7)]),
        ("body: 乙\n    kicker: # 丙\n", [("P227", 6, 13)]),
        ("body: 乙\n    # a remark\n\n  # another\n", []),
    ],
)
def test_every_remark_in_the_place_of_copy_is_listed(fields: str, told: list[tuple[str, int, int]]) -> None:
    _, found = read(HEAD + "  - headline: 甲\n    " + fields)
    assert [(d.code, d.span.line, d.span.column) for d in found if d.span] == [
        (code, line + 1, column) for code, line, column in told
    ]


def test_words_that_yaml_would_take_for_numbers_are_copy() -> None:
    story = block_of("  - headline: 1:30\n    kicker: no\n    deck: 08\n    body: 2022-03-31\n")
    assert copy_of(story) == ["no", "1:30", "08", "2022-03-31"]


def test_a_picture_may_stand_in_its_own_story_only(folder: Path) -> None:
    place = "    place: {columns: 1-4, rows: 1-40}\n"
    inside = "  - picture: 图片.jpg\n    place: {columns: 2-3, rows: 10-20}\n"
    read(HEAD + STORY + place + "    id: lead\n" + inside + "    with: lead\n", folder)
    issue, found, _ = read_issue(folder / "i.yaml", HEAD + STORY + place + "    id: lead\n" + inside, LAYOUT)
    assert issue is None
    assert [d.code for d in found] == ["P203"]


def test_a_face_that_nobody_has_is_named_where_it_is_asked_for() -> None:
    issue, _ = read(HEAD + STORY + "    headline_face: 草书\n")
    style, _ = LAYOUT.style("daily")
    assert style is not None
    known = sorted({role.face for role in style.roles.values()})
    (found,) = check_faces(issue, style, known, (), KINDS.readings)
    assert found.code == "P228"
    assert found.span is not None
    assert absolute(found.span, issue.anchors)[:3] == ("issue.yaml", 7, 20)
    assert check_faces(issue, style, known, ["草书"], KINDS.readings) == ()


def test_a_style_sheets_face_that_nobody_has_is_named_with_its_role() -> None:
    issue, _ = read(HEAD + STORY)
    style, _ = LAYOUT.style("daily")
    assert style is not None
    known = {role.face for role in style.roles.values()} - {"kai"}
    found = check_faces(issue, style, sorted(known), (), KINDS.readings)
    assert {d.code for d in found} == {"P238"}
    assert {dict(d.params)["role"] for d in found} == {r.role for r in style.roles.values() if r.face == "kai"}


def test_places_that_touch_do_not_overlap() -> None:
    second = "  - headline: 乙\n    body: 丙\n"
    read(
        HEAD + STORY + "    place: {columns: 1-4, rows: 1-40}\n"
        + second + "    place: {columns: 5-8, rows: 1-40}\n"
        + second + "    place: {columns: 1-4, rows: 41-80}\n"
    )  # fmt: skip


def test_a_slot_has_the_rows_of_the_pages_body() -> None:
    """The broadsheet has 101 rows at 13 pt and 85 at 15.5: lead reaches row 42 of the one and row 36 of the other."""
    below = "  - headline: 乙\n    body: 丙\n    place: {columns: 1-5, rows: 37-60}\n"
    read(HEAD.replace("stories", "body: large\nstories") + STORY + "    slot: lead\n" + below)
    issue, found, _ = read_issue(Path("i.yaml"), HEAD + STORY + "    slot: lead\n" + below, LAYOUT)
    assert issue is None
    assert [d.code for d in found] == ["P203"]


def test_everything_wrong_is_said_at_once_in_the_order_of_the_file() -> None:
    text = "date: gestern\npage: 0\nsection: 要闻\nstories:\n"
    text += "  - headlin: 甲\n    weight: 9\n  - byline: 乙\n    deck: ''\n"
    issue, found, sources = read_issue(Path("i.yaml"), text)
    assert issue is None
    assert [f"{d.code} {d.span.line}:{d.span.column}" for d in found if d.span] == [
        "P143 1:7", "P139 2:7", "P130 5:5", "P137 5:5", "P139 6:13", "P136 7:5", "P138 8:11"
    ]  # fmt: skip
    assert sources["i.yaml"] == text


def test_a_file_that_is_broken_all_through_is_not_listed_without_end() -> None:
    text = HEAD + STORY + "".join(f"    k{number}: 1\n" for number in range(2 * limits.MAX_REPORTS))
    _, found, _ = read_issue(Path("i.yaml"), text, LAYOUT)
    assert len(found) == limits.MAX_REPORTS + 1
    assert found[-1].code == "P199"


def test_a_missing_file_is_a_diagnostic(tmp_path: Path) -> None:
    issue, found, sources = read_issue(tmp_path / "nothing.yaml")
    assert (issue, [d.code for d in found], dict(sources)) == (None, ["P110"], {})


def test_a_faulty_template_is_reported_to_every_issue_that_asks_for_it(tmp_path: Path) -> None:
    for kind in ("templates", "styles", "press"):
        (tmp_path / kind).mkdir()
    (tmp_path / "templates" / "mine.yaml").write_text("name: mine\n", "utf-8")
    layout = Layout(tmp_path)
    text = HEAD.replace("stories", "template: mine\nstories") + STORY
    runs = [[d.code for d in read_issue(Path("i.yaml"), text, layout)[1]] for _ in range(2)]
    assert runs[0] == runs[1]
    assert runs[0].count("P135") == 6
