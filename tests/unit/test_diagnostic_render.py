"""Diagnostics in words: the place, the line, a caret that stands under it, and what to do."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paiban.diagnostic import Diagnostic, diagnose, render_json, render_text
from paiban.diagnostic.render import MAX_LINE_CELLS
from paiban.diagnostic.width import cells, display_width, window
from paiban.language import Words
from paiban.span import CONTROL, LINE_END, Span


def at(line: int, column: int, end_column: int | None = None, end_line: int | None = None) -> Diagnostic:
    """An unknown key at a place of ``f.yaml``."""
    span = Span("f.yaml", line, column, end_line or line, end_column or column + 1)
    return diagnose("P130", span, key="标题", guess="headline", own_guess=Words("主题", "headline"))


def test_the_whole_message_in_chinese() -> None:
    assert render_text([at(2, 3, 5)], {"f.yaml": "a: 1\n  标题: 甲\n"}) == (
        "f.yaml:2:3: 错误[P130]: 不认识的键“标题”\n  2 |   标题: 甲\n    |   ^^^^\n  建议: 是不是“主题”？\n"
    )


def test_the_whole_message_in_english() -> None:
    assert render_text([at(2, 3, 5)], {"f.yaml": "a: 1\n  标题: 甲\n"}, "en") == (
        "f.yaml:2:3: error[P130]: unknown key “标题”\n"
        "  2 |   标题: 甲\n"
        "    |   ^^^^\n"
        "  hint: did you mean “headline”?\n"
    )


def test_nothing_found_says_nothing() -> None:
    assert render_text([], {}) == ""


def test_a_diagnostic_without_a_place() -> None:
    text = render_text([diagnose("P110", None, file="a.yaml")], {}, "en")
    assert text.split("\n")[0] == "error[P110]: there is no file a.yaml"


def test_a_file_that_is_not_at_hand_is_only_named() -> None:
    assert len(render_text([at(2, 3)], {}).splitlines()) == 2


@pytest.mark.parametrize("line", [0, 9])
def test_a_line_that_is_not_there_is_not_shown(line: int) -> None:
    assert len(render_text([at(line, 1)], {"f.yaml": "a\n"}).splitlines()) == 2


def carets(line: str, column: int, end_column: int) -> tuple[str, str]:
    """The shown line and its caret line, without their margin."""
    _, shown, caret, _ = render_text([at(1, column, end_column)], {"f.yaml": line}).splitlines()
    return shown.partition(" | ")[2], caret.partition(" | ")[2]


def test_a_han_character_is_two_cells() -> None:
    assert carets("一二三", 2, 3) == ("一二三", "  ^^")


def test_a_tab_is_one_cell() -> None:
    assert carets("\ta", 2, 3) == (" a", " ^")


def test_what_no_file_of_yaml_may_hold_is_shown_by_a_sign() -> None:
    assert carets(f"甲{CONTROL}乙{LINE_END}", 2, 3) == ("甲□乙↵", "  ^")


def test_a_combining_accent_takes_no_cell() -> None:
    assert carets("e\u0301x", 3, 4) == ("e\u0301x", " ^")


def test_a_caret_past_the_end_still_shows() -> None:
    assert carets("ab", 3, 4) == ("ab", "  ^")


def test_a_span_of_several_lines_is_marked_to_the_end_of_the_first() -> None:
    text = render_text([at(1, 2, 2, end_line=2)], {"f.yaml": "abcd\nef"})
    assert text.splitlines()[2] == "    |  ^^^"


def test_a_long_line_is_cut_around_the_place() -> None:
    line = "甲" * 500 + "乙" + "丙" * 500
    shown, caret = carets(line, 501, 502)
    assert shown[0] == shown[-1] == "…"
    assert display_width(shown) <= MAX_LINE_CELLS + 2
    assert shown[: len(shown)][(display_width(caret) - 2 - 1) // 2 + 1] == "乙"


@given(
    line=st.text(alphabet="甲乙ab 　é\u0301𠀀", min_size=1, max_size=200),
    place=st.floats(0, 1),
    width=st.integers(10, 60),
)
def test_a_window_shows_its_place_and_fits(line: str, place: float, width: int) -> None:
    start = int(place * (len(line) - 1))
    left, right = window(line, start, width)
    assert 0 <= left <= start < right <= len(line)
    assert display_width(line[left:right]) <= width


def test_colour_is_only_added() -> None:
    plain = render_text([at(1, 1)], {"f.yaml": "ab"})
    painted = render_text([at(1, 1)], {"f.yaml": "ab"}, colour=True)
    assert "\x1b[31m" in painted
    for code in ("\x1b[31m", "\x1b[1m", "\x1b[0m"):
        painted = painted.replace(code, "")
    assert painted == plain


def test_json_has_both_languages_and_the_place() -> None:
    (data,) = json.loads(render_json([at(2, 3, 5)]))
    assert data["code"] == "P130"
    assert data["severity"] == "error"
    assert data["span"] == {"file": "f.yaml", "line": 2, "column": 3, "end_line": 2, "end_column": 5}
    assert data["message"] == {"zh": "不认识的键“标题”", "en": "unknown key “标题”"}
    assert data["hint"]["en"] == "did you mean “headline”?"


def test_json_without_a_place() -> None:
    (data,) = json.loads(render_json([diagnose("P110", None, file="a.yaml")]))
    assert data["span"] is None


def test_a_forgotten_parameter_does_not_hide_the_message() -> None:
    assert "“{key}”" in render_text([diagnose("P130", None)], {})


def test_braces_of_the_user_are_words() -> None:
    text = render_text([diagnose("P130", None, key="{x}", guess="id", own_guess=Words("编号", "id"))], {})
    assert "“{x}”" in text


@pytest.mark.parametrize(("character", "width"), [("a", 1), ("甲", 2), ("，", 2), ("“", 1), ("\u0301", 0), ("𠀀", 2)])
def test_cells(character: str, width: int) -> None:
    assert cells(character) == width
