"""Paragraph styles of a body: poems, lists, quotations, questions, letters, signatures, in lines of both directions."""

from __future__ import annotations

from itertools import pairwise

import pytest

from paiban.display import Line
from paiban.engine import Result, read_issue
from paiban.issue.fences import STYLES
from tests.support.issues import FILE, codes, han, issue_text, layout, lines_of, page_of, set_blocks, story

ROLES = ("body", "crosshead", "byline", "poem", "quotation", "item", "question", "answer", "dialogue", "salutation",
         "signature")  # fmt: skip


def set_body(*lines: str, columns: str = "1-2", rows: str = "1-30", **keys: object) -> Result:
    return set_blocks(story(columns=columns, rows=rows, body="\n".join(lines), **keys))


def drawn(result: Result) -> list[Line]:
    return lines_of(result, "lead", *ROLES)


def of(result: Result, role: str) -> list[Line]:
    return [line for line in drawn(result) if line.role == role]


def size_of(line: Line) -> int:
    return line.runs[0].size


def begins(lines: list[Line]) -> list[int]:
    """How far from its leg each line begins, in em."""
    first = min(line.x for line in lines)
    return [(line.x - first) // size_of(line) for line in lines]


def test_a_poem_keeps_its_lines_and_the_white_before_them():
    result = set_body("::: 诗", han(5), "　　" + han(3, 5), ":::", legs=1)
    lines = of(result, "poem")
    assert [line.words for line in lines] == [han(5), han(3, 5)]
    assert begins(lines) == [0, 2]


def test_a_poem_stands_in_the_middle_of_its_leg_by_its_longest_line():
    result = set_body("::: 诗", han(4), han(8), ":::", legs=1)
    short, long = of(result, "poem")
    assert short.x == long.x
    (column, _), (_, end), *_ = page_of(result).columns
    assert abs((long.x - column) - (end - long.x - long.advance)) <= 1


def test_a_poem_may_be_ranged_or_centred():
    ranged = of(set_body("::: 诗 居首", han(4), han(8), legs=1), "poem")
    centred = of(set_body("::: 诗 居中", han(4), han(8), legs=1), "poem")
    column = page_of(set_body(han(4))).columns[0][0]
    assert [line.x for line in ranged] == [column, column]
    assert centred[0].x - centred[1].x == 2 * size_of(centred[0])


def test_a_turned_line_of_a_poem_hangs():
    first, *turned = of(set_body("::: 诗", han(30), columns="1"), "poem")
    assert turned
    assert {line.x - first.x for line in turned} == {2 * size_of(first)}


def test_blank_lines_part_stanzas_and_nothing_else_does():
    result = set_body("::: 诗", han(5), "", "", han(5, 3), han(5, 7), ":::", "", han(9) + "。", legs=1)
    rows = [page_of(result).baselines.index(line.y) for line in drawn(result)]
    assert [b - a for a, b in pairwise(rows)] == [2, 1, 1]


def test_no_stanza_leaves_white_at_the_head_of_a_leg():
    result = set_body("::: 诗", *[han(5, i) for i in range(8)], "", *[han(5, i) for i in range(8)], rows="1-12")
    tops = [min(line.y for line in of(result, "poem") if line.leg == leg) for leg in (0, 1)]
    assert tops[0] == tops[1]


def test_a_stanza_that_two_legs_part_is_told_and_a_poem_parted_between_stanzas_is_not():
    stanza = [han(5, i) for i in range(6)]
    (found,) = [d for d in set_body("::: 诗", *stanza, *stanza, rows="1-9").diagnostics if d.code == "P423"]
    assert dict(found.params)["leg"] == 2
    assert dict(found.params)["text"] == stanza[0]
    assert "P423" not in codes(set_body("::: 诗", *stanza, "", *stanza, rows="1-9"))
    assert "P423" not in codes(set_body("::: 诗", *stanza, legs=1))


def test_a_cross_head_over_one_line_at_a_legs_foot_is_told_and_a_whole_answer_there_is_not():
    head = [
        d for d in set_body(f"{han(20)}。", f"## {han(3)}", f"{han(60)}。", rows="2-9").diagnostics if d.code == "P425"
    ]
    assert [(dict(d.params)["text"], dict(d.params)["leg"]) for d in head] == [(han(3), 1)]
    asked = [f"{han(20)}。", "::: 问答", f"问：{han(3)}？"]
    whole = set_body(*asked, f"答：{han(3)}。", f"问：{han(3)}？", f"答：{han(40)}。", rows="2-9")
    assert "P425" in codes(set_body(*asked, f"答：{han(60)}。", rows="2-9"))
    assert "P425" not in codes(whole)


def test_a_cross_head_at_a_legs_foot_that_no_lever_brings_away_is_told():
    """Eight full lines for two legs of four, the fourth of them a cross-head."""
    (found,) = [
        d for d in set_body(f"{han(31)}。", f"## {han(3)}", f"{han(42)}。", rows="2-9").diagnostics if d.code == "P425"
    ]
    assert str(dict(found.params)["fault"].zh) == "下面没有正文"


def test_items_hang_by_their_signs():
    lines = of(set_body("::: 列表", han(30), han(3, 9), columns="1", rows="1-20"), "item")
    assert [line.prefix for line in lines if line.prefix] == ["●", "●"]
    assert begins(lines) == [0, 1, 1, 0]


def test_items_are_numbered_and_their_numbers_end_level():
    lines = of(set_body("::: 编号列表", *[han(4, i) for i in range(12)], legs=1), "item")
    assert [line.prefix for line in lines] == [f"{n}．" for n in range(1, 13)]
    words = [next(x for run in line.runs for x, t in zip(run.xs, run.texts, strict=True) if t == line.words[0])
             for line in lines]  # fmt: skip
    assert len({*words}) == 1


@pytest.mark.parametrize(("style", "label"), [("列表", ""), ("编号列表", ""), ("列表", "12. "), ("列表", "（3）")])
@pytest.mark.parametrize("shift", range(6))
def test_the_words_of_an_item_begin_level_however_open_its_lines_are(style, label, shift):
    """What a line has too much or too little is shared behind the sign, never between it and the words."""
    copy = f"{han(4 + shift)} 3 {han(9)}，{han(20, 7)}，“{han(5)}”。"
    first, *turned = of(set_body(f"::: {style}", label + copy, columns="1", rows="1-20"), "item")
    assert turned
    begin = next(x for run in first.runs for x, text in zip(run.xs, run.texts, strict=True) if text == han(1))
    assert {line.x for line in turned} == {begin}


def test_signs_and_numbers_that_were_typed_stay():
    lines = of(set_body("::: 列表", "（一）" + han(4), "（十二）" + han(4, 3), "■" + han(3), legs=1), "item")
    assert [line.prefix for line in lines] == ["", "", ""]
    assert lines[0].words.startswith("（一）")


@pytest.mark.parametrize("sign", ["- ", "* ", "+ ", "-\u3000"])
@pytest.mark.parametrize(("style", "prefix"), [("列表", "●"), ("编号列表", "1．")])
def test_a_sign_of_plain_text_is_the_sign_of_an_item(sign, style, prefix):
    (line,) = of(set_body(f"::: {style}", sign + han(4), legs=1), "item")
    assert (line.prefix, line.words) == (prefix, han(4))
    (figure,) = of(set_body("::: 列表", "-5℃" + han(4), legs=1), "item")
    assert figure.words.startswith("-5℃")


def test_a_number_of_an_item_is_no_decimal():
    (line,) = of(set_body("::: 列表", "3.5" + han(4), legs=1), "item")
    assert line.prefix == "●"


def test_questions_and_answers():
    result = set_body("::: 问答", "问：" + han(4) + "？", "答：" + han(5) + "。", legs=1)
    assert [line.role for line in drawn(result)] == ["question", "answer"]


def test_a_letter_begins_without_an_indent_and_ends_at_the_right():
    result = set_body("::: 信", han(5) + "：", han(9) + "。", "::: 落款", han(4), "11月20日", legs=1)
    salutation, copy, office, day = drawn(result)
    assert copy.x - salutation.x == 2 * size_of(copy)
    assert office.x + office.advance == day.x + day.advance == salutation.x + salutation.measure


def test_a_signature_is_never_parted():
    for rows in range(8, 16):
        result = set_body(*[han(9, i) + "。" for i in range(9)], "::: 落款", han(4), han(5), han(6),
                          rows=f"1-{rows}")  # fmt: skip
        if "P501" not in codes(result):
            assert len({line.leg for line in of(result, "signature")}) == 1


def test_fences_may_stand_in_a_list_of_paragraphs():
    result = set_blocks(story(body=[han(9) + "。", "::: 引文", han(20) + "。", ":::", han(4) + "。"], rows="1-30"))
    assert [line.role for line in drawn(result)].count("quotation") > 1
    assert drawn(result)[-1].role == "body"


@pytest.mark.parametrize("writing", ["horizontal", "vertical"])
@pytest.mark.parametrize("style", [name for style in STYLES for name in (style.key, style.zh)])
def test_no_style_loses_anything_and_every_line_stands_on_the_grid(style, writing):
    body = [f"::: {style}", han(7) + "：" + han(25), "　" + han(9, 3), "", han(12, 5) + "。", ":::", han(15) + "。"]
    result = set_body(*body, writing=writing, columns="1-3")
    assert result.ok, codes(result)
    if writing == "horizontal":
        assert {line.y for line in drawn(result)} <= {*page_of(result).baselines}


def found_in(*lines: str) -> list[tuple[str, int]]:
    _, found, _ = read_issue(FILE, issue_text(story(body="\n".join(lines))), layout())
    return [(d.code, d.span.line) for d in found if d.span]


def test_a_style_that_nobody_knows():
    (found,) = found_in(han(4), "::: 师", han(4))
    assert found[0] == "P286"


def test_a_style_that_is_nearly_right_is_guessed():
    _, found, _ = read_issue(FILE, issue_text(story(body=f"::: 诗歌\n{han(4)}")), layout())
    assert "::: 诗”" in found[0].hint("zh")


def test_an_end_without_a_beginning():
    (found,) = found_in(han(4), ":::", han(4))
    assert found[0] == "P287"


STANZAS = ("::: 诗", han(5), han(5, 3), "", han(5, 7), han(5, 9))


@pytest.mark.parametrize("writing", ["horizontal", "vertical"])
def test_a_stanza_that_two_legs_part_is_told(writing):
    """Four lines over three legs part a stanza, over two they part the stanzas from each other."""
    keys = {"writing": writing, "headline": None, "columns": "1-3", "rows": "1-40"}
    assert "P552" in codes(set_body(*STANZAS, legs=3, **keys))
    assert "P552" not in codes(set_body(*STANZAS, legs=2, **keys))
    assert "P552" not in codes(set_body(*STANZAS, legs=1, **keys))


def test_a_poem_stands_as_its_story_says_unless_it_says_so_itself():
    centred = of(set_body("::: 诗", han(4), han(8), legs=1, align="centre"), "poem")
    assert centred[0].x - centred[1].x == 2 * size_of(centred[0])
    ranged = of(set_body("::: 诗 居首", han(4), han(8), legs=1, align="centre"), "poem")
    assert ranged[0].x == ranged[1].x


def test_a_row_of_white_parts_a_large_initial_from_the_editors_note_before_it():
    result = set_body(han(60) + "。", legs=1, note=f"{han(8)}。", initial=3)
    baselines = page_of(result).baselines
    note, first = (min(baselines.index(line.y) for line in lines_of(result, "lead", role)) for role in ("note", "body"))
    assert first - note == 2
