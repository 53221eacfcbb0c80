"""A paper's own style sheet: what it leaves out is the usual one's, what is of another kind is told."""

from __future__ import annotations

import re
from fractions import Fraction
from pathlib import Path

import pytest

from paiban.diagnostic import Diagnostic
from paiban.display import Colour
from paiban.engine import read_issue, set_issue
from paiban.engine.house import House
from paiban.issue import Issue
from paiban.resources import resource_folder
from paiban.template import USUAL_RUNS, Border, Layout, RunStyle, StyleSheet
from paiban.template.table_style import HEADLINE_PUNCTUATION, NEEDED, PUNCTUATION
from paiban.text.spacing import STYLES
from paiban.units import pt
from tests.support.issues import issue_text, story

DAILY = Layout().style("daily")[0]


def load(tmp_path: Path, text: str) -> tuple[StyleSheet | None, list[Diagnostic]]:
    (tmp_path / "styles").mkdir()
    (tmp_path / "styles" / "mine.yaml").write_text(f"name: mine\n{text}", "utf-8")
    style, found = Layout(tmp_path).style("mine")
    return style, list(found)


def sound(tmp_path: Path, text: str) -> StyleSheet:
    style, found = load(tmp_path, text)
    assert found == []
    assert style is not None
    return style


def told(tmp_path: Path, text: str) -> list[tuple[str, int, int]]:
    return [(d.code, d.span.line, d.span.column) for d in load(tmp_path, text)[1] if d.span is not None]


def test_a_sheet_of_its_name_alone_is_the_usual_one(tmp_path: Path) -> None:
    assert DAILY is not None
    assert sound(tmp_path, "") == DAILY._replace(name="mine")


def test_a_role_keeps_what_it_does_not_say(tmp_path: Path) -> None:
    style = sound(tmp_path, "roles:\n  headline: {face: kai}\n")
    assert DAILY is not None
    assert style.roles["headline"] == DAILY.roles["headline"]._replace(face="kai")
    assert style.roles["deck"] == DAILY.roles["deck"]


@pytest.mark.parametrize("written", ["makeup: modular", "拼版方式: 模块式"])
def test_where_pages_are_made_of_modules_the_rules_of_seams_are_off(tmp_path: Path, written: str) -> None:
    assert DAILY is not None
    rules = {**DAILY.rules, "open_gutters": "off", "broken_page": "off"}
    assert sound(tmp_path, f"{written}\nrules: {{broken_page: error}}\n").rules == rules


def test_a_way_of_make_up_that_there_is_not_is_told(tmp_path: Path) -> None:
    assert told(tmp_path, "makeup: 模块\n") == [("P144", 2, 9)]


def test_an_inherited_role_takes_the_sheets_own_colour(tmp_path: Path) -> None:
    """``brief-label`` is set in the colour ``paper``, whatever that is here."""
    style = sound(tmp_path, "colours:\n  paper: [0, 0, 10, 0]\n")
    assert style.roles["brief-label"].colour == Colour(0, 0, 10, 0)


def test_every_part_is_written_in_chinese(tmp_path: Path) -> None:
    style = sound(
        tmp_path,
        "字:\n  主题: {字体: kai, 颜色: 强调色}\n颜色:\n  强调色: [100, 0, 0, 0]\n线:\n  粗线: 2pt\n"
        "花边:\n  文武线: {粗线: 2pt, 间隔: 1pt, 细线: 0.5pt}\n尺寸:\n  图说距: 4pt\n",
    )
    assert style.roles["headline"].colour == style.colours["accent"] == Colour(100, 0, 0, 0)
    assert (style.lines["thick"], style.lengths["caption_gap"]) == (pt(2), pt(4))
    assert style.borders["double"] == Border(pt(2), pt(1), pt(0.5))


def test_headlines_stand_in_song_and_hei_in_turn_lighter_as_they_get_smaller() -> None:
    assert DAILY is not None
    faces = [DAILY.headline_faces.get(weight, DAILY.roles["headline"].face) for weight in (5, 4, 3, 2, 1)]
    assert faces == ["song-black", "hei-bold", "song-bold", "hei-bold", "song-bold"]


def test_a_sheet_with_a_face_for_headlines_has_it_for_every_weight_that_it_does_not_name(tmp_path: Path) -> None:
    style = sound(tmp_path, "roles:\n  headline: {face: hei-black}\n")
    assert (style.roles["headline"].face, dict(style.headline_faces)) == ("hei-black", {})


def test_a_sheet_may_give_each_weight_its_face(tmp_path: Path) -> None:
    style = sound(tmp_path, "headline_faces:\n  4: kai\n")
    assert (style.headline_faces[4], style.headline_faces[3]) == ("kai", "song-bold")


def test_colours_lines_and_borders_of_its_own(tmp_path: Path) -> None:
    style = sound(
        tmp_path,
        "colours:\n  江蓝: [100, 50, 0, 0]\nlines:\n  江线: 3pt\n"
        "borders:\n  江边: {thick: 3pt, gap: 1pt, fine: 1pt}\nroles:\n  deck: {colour: 江蓝}\n",
    )
    assert style.roles["deck"].colour == style.colours["江蓝"] == Colour(100, 50, 0, 0)
    assert (style.lines["江线"], style.borders["江边"].thick) == (pt(3), pt(3))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("colours:\n  acent: [0, 0, 0, 50]\n", [("P263", 3, 3)]),
        ("lines:\n  hairlin: 1pt\n", [("P263", 3, 3)]),
        ("borders:\n  doubel: {thick: 1pt, gap: 1pt, fine: 1pt}\n", [("P263", 3, 3)]),
        ("lines:\n  hairlin: 1pt\n  hairline: 1pt\n", []),
        ("lengths:\n  box_inse: 1pt\n", [("P130", 3, 3)]),
        ("lengths:\n  wide: 1pt\n", [("P131", 3, 3)]),
        ("lengths:\n  hairline: 1pt\n", [("P271", 3, 3)]),
        ("lengths:\n  文武线: 1pt\n", [("P271", 3, 3)]),
        ("lines:\n  caption_gap: 1pt\n", [("P271", 3, 3)]),
        ("colours:\n  粗线: [0, 0, 0, 1]\n", [("P271", 3, 3)]),
        ("borders:\n  thick: {thick: 1pt, gap: 1pt, fine: 1pt}\n", [("P271", 3, 3)]),
        ("roles:\n  headlin: {face: kai}\n", [("P130", 3, 3)]),
        ("roles:\n  bullet: {face: kai}\n", [("P131", 3, 3)]),
        ("headline_faces:\n  6: kai\n", [("P131", 3, 3)]),
        ("headline_sizes:\n  6: [9pt, 10pt, 11pt]\n", [("P131", 3, 3)]),
        ("headline_sizes:\n  5: [12pt, 10pt, 11pt]\n", [("P237", 3, 6)]),
        ("colours:\n  accent: 1pt\n", [("P134", 3, 11)]),
        ("lines:\n  thick: [0, 0, 0, 100]\n", [("P134", 3, 10)]),
        ("borders:\n  double: 1pt\n", [("P134", 3, 11)]),
        ("borders:\n  double: {thick: 1pt, gap: 1pt}\n", [("P135", 3, 12)]),
        ("borders:\n  double: {thick: 1pt, gap: 1pt, fin: 1pt}\n", [("P130", 3, 34)]),
        ("roles:\n  deck: {colour: river}\n", [("P234", 3, 18)]),
    ],
)
def test_slips_in_a_sheet(tmp_path: Path, text: str, expected: list[tuple[str, int, int]]) -> None:
    assert told(tmp_path, text) == expected


def boxed(key: str, name: str) -> tuple[Issue | None, list[Diagnostic]]:
    issue, found, _ = read_issue(Path("issue.yaml"), issue_text(story(**{key: name})))
    return issue, list(found)


@pytest.mark.parametrize(
    ("key", "name", "is_en"),
    [
        ("box", "accent", "colour"),
        ("box", "head_foot", "distance"),
        ("box", "double", "border"),
        ("tint", "thick", "line"),
        ("border", "hairline", "line"),
        ("border", "body", "role of type"),
    ],
)
def test_a_colour_is_no_line_and_a_length_no_border(key: str, name: str, is_en: str) -> None:
    issue, found = boxed(key, name)
    assert issue is None
    assert [(d.code, dict(d.params)["kind"].en, d.span and d.span.file) for d in found] == [
        ("P264", is_en, "issue.yaml")
    ]


@pytest.mark.parametrize(
    ("key", "name", "taken"),
    [("box", "粗线", "thick"), ("tint", "灰", "grey"), ("border", "文武线", "double"), ("box", "是", "line")],
)
def test_entries_are_named_in_chinese_too(key: str, name: str, taken: str) -> None:
    issue, found = boxed(key, name)
    assert found == []
    assert issue is not None
    block = issue.pages[0].blocks[0]
    assert block.box is not None
    assert taken in (block.box.line, block.box.tint, block.box.border)


def test_an_entry_that_nobody_has_lists_those_at_hand() -> None:
    _, found = boxed("box", "wide")
    known = [dict(d.params)["known"] for d in found if d.code == "P225"]
    assert [("thick" in words.en, "粗线" in words.zh) for words in known] == [(True, True)]


def test_a_style_of_tables_names_lines_colours_and_roles_in_either_language(tmp_path: Path) -> None:
    style = sound(tmp_path, "tables: {甲: {上下线: 粗线, 表头线: hairline, 隔行底: 灰, 首列字: 图说}}")
    made = style.tables["甲"]
    assert (made.edge, made.head_rule, made.stripe, made.first) == ("thick", "hairline", "grey", "caption")


def test_the_usual_sheet_has_every_entry() -> None:
    assert DAILY is not None
    for part, record in NEEDED:
        entries = {str(name) for name in getattr(DAILY, part)}
        assert entries == {field.key for field in record.fields}, part


@pytest.mark.parametrize(("part", "record"), NEEDED, ids=lambda value: value if isinstance(value, str) else "")
def test_an_entry_that_even_the_usual_sheet_lacks_is_told(tmp_path, monkeypatch, part: str, record) -> None:
    """Somebody took it out of the sheet that lies under all others."""
    text = (resource_folder("layout") / "styles" / "daily.yaml").read_text("utf-8")
    (tmp_path / "styles").mkdir()
    (tmp_path / "styles" / "daily.yaml").write_text(re.sub(rf"(?m)^{part}:\n(  .*\n)*", "", text), "utf-8")
    monkeypatch.setattr("paiban.template.load.resource_folder", lambda name: tmp_path)
    style, found = Layout(tmp_path).style("daily")
    assert style is None
    assert [d.code for d in found].count("P236") == len(record.fields)


def test_every_punctuation_style_that_a_sheet_may_name_is_one() -> None:
    """A style that stands in one of the two tables alone is half a style."""
    assert {key: style.zh for key, style in STYLES.items()} == {**PUNCTUATION, **HEADLINE_PUNCTUATION}


# ---- styles of runs --------------------------------------------------------------------------------------------------


def test_a_style_of_runs_keeps_what_it_does_not_say(tmp_path: Path) -> None:
    style = sound(tmp_path, "runs:\n  小: {colour: accent}\n")
    assert style.runs["小"] == style.runs["smaller"] == USUAL_RUNS["小"]._replace(colour=style.colours["accent"])
    assert style.runs["楷"] == USUAL_RUNS["kai"]


def test_styles_of_runs_of_its_own(tmp_path: Path) -> None:
    style = sound(
        tmp_path,
        "colours:\n  江蓝: [100, 50, 0, 0]\n字样:\n"
        "  江号: {字体: kai, 粗细: 加粗, 倍数: 1.2, 升高: 1/10, 颜色: 江蓝, 底色: tint, 字旁: 下划线}\n",
    )
    wanted = RunStyle(
        "kai", "bold", Fraction(6, 5), Fraction(1, 10), Colour(100, 50, 0, 0), style.colours["tint"], "underline"
    )
    assert style.runs["江号"] == wanted


def test_every_colour_is_a_style_of_runs(tmp_path: Path) -> None:
    style = sound(tmp_path, "colours:\n  江蓝: [100, 50, 0, 0]\n")
    assert style.runs["江蓝"] == RunStyle(colour=Colour(100, 50, 0, 0))
    assert style.runs["强调色"] == style.runs["accent"] == RunStyle(colour=style.colours["accent"])
    assert style.runs["黑"] == USUAL_RUNS["hei"], "a face goes before a colour of its name"


def test_a_colour_that_a_style_of_runs_asks_for_must_be_there(tmp_path: Path) -> None:
    assert told(tmp_path, "runs:\n  江号: {ground: 江红}\n") == [("P234", 3, 16)]


def test_a_lead_in_names_a_style_of_runs(tmp_path: Path) -> None:
    assert sound(tmp_path, "roles:\n  body: {lead_in: 黑, bullet: 红}\n").roles["body"].lead_in == "黑"


def test_a_lead_in_of_no_style_is_told(tmp_path: Path) -> None:
    assert told(tmp_path, "roles:\n  body: {lead_in: 黒}\n  caption: {bullet: 江号, 人名: 楷书}\n") == [
        ("P235", 3, 19),
        ("P235", 4, 21),
        ("P235", 4, 29),
    ]


@pytest.mark.parametrize("asked", ["runs:\n  江号: {face: 草书}\n", "headline_faces:\n  4: 草书\n"])
def test_a_face_of_runs_or_headlines_that_nobody_has_is_told(tmp_path: Path, asked: str) -> None:
    (tmp_path / "styles").mkdir()
    (tmp_path / "styles" / "mine.yaml").write_text(f"name: mine\n{asked}", "utf-8")
    result = set_issue(tmp_path / "issue.yaml", issue_text(story(), style="mine"), House(layout=tmp_path))
    assert [dict(d.params)["name"] for d in result.diagnostics if d.code == "P238"] == ["草书"]
