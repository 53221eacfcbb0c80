"""Worked examples in the manner of clreq's figures, with their widths reckoned by hand."""

from __future__ import annotations

import pytest

from paiban.text import break_lines
from tests.support.composed import EM, prepared

COPY = "他说，“开会，散会。”众人（鼓掌）。"


@pytest.mark.parametrize("vertical", [False, True], ids=["horizontal", "vertical"])
@pytest.mark.parametrize(
    ("style", "halves"),
    [
        # 他 说 ，½ “½ 开 会 ，½ | 散 会 。½ ”½ 众 人 | （½ 鼓 掌 ）½ 。½
        ("kaiming", [11, 10, 7]),
        # ， loses its half to “, the other stands on half at the end | 。 loses its half to ” | （ keeps its em
        ("quanjiao", [12, 11, 8]),
        # as 全角, but （ is flush at the line's start
        ("hangmobanjiao", [12, 11, 7]),
        ("banjiao", [11, 10, 7]),
    ],
)
def test_a_dialogue_at_six_em(style, halves, vertical):
    made = prepared(COPY, punctuation=style, vertical=vertical)
    lines = break_lines(made, 6 * EM)
    assert [COPY[made.starts[line.first] : made.starts[line.last]] for line in lines] == [
        "他说，“开会，", "散会。”众人", "（鼓掌）。",
    ]  # fmt: skip
    assert [made.natural(*line) * 2 // EM for line in lines] == halves


def test_squeezing_in_against_pushing_out():
    # Eight em: the ninth character is a comma, which may not begin a line. With it the line is 8½ em long.
    copy = "一二，三四五六七，八九十"
    # 全角: the ， inside gives the half em.
    assert break_lines(prepared(copy, punctuation="quanjiao"), 8 * EM)[0].last == 9
    # 行末半角 has nothing to give inside a line: 七 goes down with its comma.
    assert break_lines(prepared(copy, punctuation="hangmobanjiao"), 8 * EM)[0].last == 7


def test_a_mixed_line_at_ten_em():
    # 3 ½ and a gap ⅙, 月, gap, 17 one em, gap, 日上午: ½ + 1 + 1 + 3 + 3 × ⅙ = 6 em; six characters and a comma follow.
    made = prepared("3月17日上午，开发区召开会议")
    assert made.natural(0, 6) == 6 * EM
    assert break_lines(made, 10 * EM)[0].last == 10
