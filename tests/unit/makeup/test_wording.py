"""The characters that a finding names, each tried: set again with exactly that change, the page is right."""

from __future__ import annotations

import re

import pytest

from paiban.cli.copyfit import report_text
from paiban.engine import Result
from tests.support.issues import han, set_blocks, story

Lengths = list[int]


def set_lengths(lengths: Lengths, rows: int) -> Result:
    """A story over three columns of paragraphs of so many characters and a full stop each."""
    body = "\n".join(f"{han(count)}。" for count in lengths)
    return set_blocks(story(columns="1-3", rows=f"1-{rows}", weight=2, body=body))


def codes(result: Result) -> set[str]:
    """What was found, the rules of the page among it."""
    return {found.code for found in result.diagnostics}


def said(result: Result, code: str, key: str) -> str:
    """What a finding says of what helps, in Chinese."""
    (words,) = [str(dict(found.params)[key].zh) for found in result.diagnostics if found.code == code]
    return words


def changed(lengths: Lengths, words: str) -> Lengths:
    """The paragraphs with the changes that were named."""
    new = [*lengths]
    changes = re.findall("第 ([0-9]+) 段（“天地人和…”）末尾([删添]) ([0-9]+) 字", words)
    assert changes
    for paragraph, way, count in changes:
        new[int(paragraph) - 1] += int(count) * (1 if way == "添" else -1)
    return new


@pytest.mark.parametrize(
    ("lengths", "rows"),
    [
        ([73, 64, 20, 88, 89, 99, 120, 98, 62], 31),
        ([41, 119, 110, 99, 85, 24, 68, 45, 64], 28),
        ([81, 66, 92, 90, 45, 84, 72, 82, 65], 26),
        ([34, 23, 59, 69, 63, 73, 44, 53, 33], 20),
        ([21, 70, 63, 41, 53, 82, 23, 102, 73], 24),
    ],
)
def test_a_last_line_alone_says_how_many_characters_more_or_less_leave_none(lengths, rows):
    result = set_lengths(lengths, rows)
    assert "P608" in codes(result)
    for way in said(result, "P608", "remedy").split("，或"):
        again = set_lengths(changed(lengths, way), rows)
        assert not {"P608", "P501"} & codes(again), way


def test_where_no_few_characters_help_none_are_named():
    result = set_lengths([46, 93, 106, 75, 95, 44, 83, 33, 105], 29)
    assert said(result, "P608", "remedy") == "增减几个字，或改栏的行数"


@pytest.mark.parametrize(
    ("lengths", "rows", "least"),
    [
        ([74, 84, 105, 44, 58, 56, 95, 83, 84], 24, 10),
        ([94, 70, 102, 41, 41, 84, 49, 21, 118], 22, 11),
        ([117, 76, 83, 90, 49, 64, 49, 106, 48], 24, 18),
        ([81, 66, 92, 90, 45, 84, 72, 82, 65], 24, 13),
    ],
)
def test_copy_that_is_over_says_where_the_fewest_characters_save_its_lines(lengths, rows, least):
    """Fewer than would have to go from its end."""
    result = set_lengths(lengths, rows)
    assert f"{dict(next(d for d in result.diagnostics if d.code == 'P501').params)['characters']}" == f"{least}"
    new = changed(lengths, said(result, "P501", "cut"))
    assert sum(lengths) - sum(new) < least
    assert "P501" not in codes(set_lengths(new, rows))


def test_copy_that_is_far_over_loses_its_end():
    lengths = [100, 112, 57, 35]
    result = set_lengths(lengths, 8)
    (count,) = map(int, re.findall("从末尾删 ([0-9]+) 字", said(result, "P501", "cut")))
    while count >= lengths[-1] + 1:
        count -= lengths.pop() + 1
    lengths[-1] -= count
    assert "P501" not in codes(set_lengths(lengths, 8))


def set_headed(first: int, second: int, third: int) -> Result:
    """A story over two columns of three paragraphs, a cross-head before the second."""
    body = f"{han(first)}。\n## {han(3)}\n{han(second)}。\n{han(third)}。"
    return set_blocks(story(columns="1-2", rows="2-14", body=body))


def test_a_line_alone_under_a_cross_head_says_how_many_characters_bring_it_company():
    lengths = [54, 0, 38, 27]
    result = set_headed(*lengths[:1], *lengths[2:])
    for way in said(result, "P425", "remedy").split("，或"):
        first, _, *others = changed(lengths, way)
        assert not {"P425", "P608", "P501"} & codes(set_headed(first, *others)), way


def with_crossheads(lengths: Lengths, rows: int, *above: int) -> Result:
    """The same with a cross-head above some paragraphs, whose white takes lines that a leg then lacks."""
    body = "\n".join("## 天地\n" * (at in above) + f"{han(count)}。" for at, count in enumerate(lengths))
    return set_blocks(story(columns="1-3", rows=f"1-{rows}", weight=2, body=body))


@pytest.mark.parametrize(
    ("lengths", "rows", "above"),
    [
        ([93, 51, 21, 47, 72, 55, 43, 69], 22, (0, 2)),
        ([38, 81, 23, 35, 104, 99, 76, 51], 24, (0, 2)),
        ([108, 90, 83, 62, 88, 39, 74, 94], 28, (0, 2)),
        ([44, 39, 103, 40, 29, 67, 69, 80], 22, (4, 6)),
    ],
)
def test_legs_that_end_unevenly_say_how_many_characters_more_make_them_level(lengths, rows, above):
    words = said(with_crossheads(lengths, rows, *above), "P605", "remedy")
    ((number, count),) = re.findall("^第 ([0-9]+) 段（“天地人和…”）末尾添 ([0-9]+) 字$", words)
    paragraph = int(number) - 1
    paragraph -= sum(1 for order, at in enumerate(above) if at + order < paragraph)  # a cross-head is counted too
    new = [length + int(count) * (at == paragraph) for at, length in enumerate(lengths)]
    assert not {"P605", "P501", "P502", "P608"} & codes(with_crossheads(new, rows, *above))


def test_legs_that_no_few_characters_level_are_told_to_change_their_rows():
    words = said(with_crossheads([35, 51, 79, 64, 85, 65, 87, 52], 32, 3, 5), "P605", "remedy")
    assert words == "调整位置的行数，使各栏相差不超过一行，短的在后"


def test_the_report_of_a_story_with_uneven_feet_does_not_say_that_it_fits():
    report = report_text(with_crossheads([93, 51, 21, 47, 72, 55, 43, 69], 22, 0, 2), "zh")
    assert "不齐底，差 4 行" in report
    assert "正好" not in report
