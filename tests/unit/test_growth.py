"""Four times the copy, four times the work: what each stage does is counted, not timed, for what was once dear."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from time import process_time

import pytest

from paiban.diagnostic import render_text
from paiban.engine import read_issue
from paiban.hygiene.mend import replacements
from paiban.issue.edit import Change, Set, edited, key_names
from paiban.kinds import KINDS
from paiban.proofread import proofread
from paiban.text import break_lines
from tests.support.composed import EM, prepared
from tests.support.issues import han, issue_text, layout, set_blocks, story

N = 150
NAMES = key_names(KINDS.readings)
SLACK = 1.25
"""Four times the copy may take five times the steps: what grows with the logarithm and what is only done once."""


def steps(work: Callable[[], object]) -> int:
    """How many functions were called and generators resumed."""
    count = 0

    def count_one(_frame: object, event: str, _argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    work()  # what is made once is made
    sys.setprofile(count_one)
    try:
        work()
    finally:
        sys.setprofile(None)
    return count


def paragraph(copy: str) -> dict[str, object]:
    return story(columns="1-6", rows="1-71", body=copy)


SETTINGS: dict[str, Callable[[int], list[dict[str, object]]]] = {
    "copy": lambda n: [paragraph(han(4 * n) + "。")],
    "paragraphs": lambda n: [paragraph("\n".join([han(8) + "。"] * n))],
    "quotes": lambda n: [paragraph("“”" * n)],
    "nested quotes": lambda n: [paragraph("“" * n + "”" * n)],
    "no break": lambda n: [paragraph("a" * 2 * n)],
    "stops": lambda n: [paragraph("。" * n)],
    "dashes": lambda n: [paragraph("——" * n)],
    "digits": lambda n: [paragraph("1234567890" * (n // 4))],
    "marks": lambda n: [paragraph("**甲**" * n)],
    "half marks": lambda n: [paragraph("{甲|" * n)],
    "ruby": lambda n: [paragraph("{甲|jiǎ}" * (n // 2))],
    "Western words": lambda n: [paragraph("ab cd " * n)],
    "invisible": lambda n: [paragraph("甲\u200b" * n)],
    "accents": lambda n: [paragraph("e\u0301" * n)],
    "brackets": lambda n: [paragraph("[]" * n)],
    "opening brackets": lambda n: [paragraph("[" * 2 * n)],
    "lone brackets": lambda n: [paragraph("（" * n)],
    "wrongly nested": lambda n: [paragraph("（" * n + "》" * n)],
    "straight quotes": lambda n: [paragraph('甲"' * n)],
    "far over": lambda n: [story(columns="1", rows="1-9", body="[]甲" * n)],
}


@pytest.mark.parametrize("writing", ["horizontal", "vertical"])
@pytest.mark.parametrize("name", SETTINGS)
def test_setting_is_linear(name, writing):
    def work(n: int) -> Callable[[], object]:
        blocks = [{**block, "writing": writing} for block in SETTINGS[name](n)]
        return lambda: set_blocks(*blocks)

    one, four = steps(work(N)), steps(work(4 * N))
    assert four <= 4 * SLACK * one, (one, four)


def test_setting_credits_is_linear():
    def work(n: int) -> Callable[[], object]:
        return lambda: set_blocks(story(), credits={f"k{i}": han(3, i) for i in range(n)})

    one, four = steps(work(N // 3)), steps(work(4 * N // 3))
    assert four <= 4 * SLACK * one, (one, four)


UNITS = (
    ".", "。", "·", "…", "-", "—", "[", "(", "(甲", "（", "（甲）", ")", "“", "“”", "‘’", '"', "'", "a", "a ",
    "a.", "a@", "@a", "a-", "a/", "www.", "http://", "1", "1.", "1,", "1-", "-1", "0几", "１２３，", "１",
    "，", "、", "一", "一、", "零", "百分之1.", "3千", "5月3日", "2022年", "5月3日星期二", "甲村", "赵甲乙",
    "甲甲", "的", "甲  ", "1 ", "甲　", "**", "**甲**", "^^", "{甲|", "{甲|a}", "||", "[甲]{", "\\", "#", "＃", "|",
    "=", "甲：：", "$1", "%", "&a", "e\u0301", "⼀", "︐", "①", "→", "é", "甲a", "甲1",
)  # fmt: skip
"""What a long stretch of copy may be made of."""

LONG = 10_000
"""Characters of it."""

LINEAR, AT_ONCE = 3, 0.1
"""Twice the copy takes no more than so many times the seconds, where it takes more than so many: what grows with the
square takes four times. What a regular expression does cannot be counted."""

TRIES = 3
"""A busy machine now and then takes longer than it needs."""


def reading_seconds(copy: str) -> float:
    """What it takes of the processor to read copy, to look for slips in it and to prepare it."""
    text = issue_text(paragraph(copy))
    begun = process_time()
    issue, _, _ = read_issue(Path("issue.yaml"), text, layout())
    replacements(copy)
    proofread(issue, KINDS.readings, {})
    prepared(copy, markup=True)
    return process_time() - begun


def setting_seconds(copy: str) -> float:
    """What it takes of the processor to set copy."""
    begun = process_time()
    set_blocks(paragraph(copy))
    return process_time() - begun


@pytest.mark.parametrize("unit", ["**甲**", "{甲|a}", "^^甲^^", "{甲|", "[]"])
def test_marks_are_set_in_linear_time(unit):
    def grows(count: int) -> bool:
        one, two = (setting_seconds((unit * count)[:length]) for length in (count, 2 * count))
        return two > LINEAR * one + AT_ONCE

    assert not all(grows(LONG + number) for number in range(TRIES))


@pytest.mark.parametrize("unit", UNITS)
def test_copy_is_looked_at_in_linear_time(unit):
    def grows(count: int) -> bool:
        one, two = (reading_seconds((unit * count)[:length]) for length in (count // 2, count))
        return two > LINEAR * one + AT_ONCE

    assert not all(grows(LONG + number) for number in range(TRIES))


READINGS: dict[str, Callable[[int], str]] = {
    "copy": lambda n: issue_text(story(body=han(40 * n))),
    "escapes": lambda n: issue_text(story()).replace("body: ", 'body: "' + "\\x01\\u4e00" * n + '"\n  kicker: '),
    "invisible": lambda n: issue_text(story(body="甲\u200b\n" * n)),
    "faults": lambda n: issue_text(*[story(f"s{i}", hedline="x", weight=9, place=None) for i in range(n // 3)]),
    "names": lambda n: issue_text(story(), names=[han(3, i) for i in range(n)]),
    "credits": lambda n: issue_text(story(), credits={f"k{i}": han(3, i) for i in range(n)}),
    "pages": lambda n: "date: 2022-03-31\npages:\n" + "".join(
        "- " + issue_text(story(f"s{i}"), page=i + 1).partition("\n")[2].rstrip().replace("\n", "\n  ") + "\n"
        for i in range(n // 3)
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", READINGS)
def test_reading_and_telling_is_linear(name):
    def work(n: int) -> Callable[[], object]:
        text = READINGS[name](n)

        def read() -> None:
            _, found, sources = read_issue(Path("issue.yaml"), text, layout())
            render_text(found, sources)

        return read

    one, four = steps(work(N)), steps(work(4 * N))
    assert four <= 4 * SLACK * one, (one, four)


def test_writing_back_is_linear():
    def work(n: int) -> Callable[[], object]:
        text = issue_text(*[story(f"s{i}") for i in range(n)])
        operations = [Set(("stories", i), "legs", 2) for i in range(n)]
        operations += [Change(("stories", i, "headline"), 0, 1, "秋") for i in range(n)]
        return lambda: edited(text, NAMES, operations)

    one, four = steps(work(20)), steps(work(80))
    assert four <= 4 * SLACK * one, (one, four)


@pytest.mark.parametrize("unit", ["[]", "-1", "a@", "1-", "a "])
def test_absurd_copy_is_broken_line_by_line_where_it_goes_on(unit):
    def work(characters: int) -> int:
        made = prepared((unit * characters)[:characters], breaker="optimal")
        return steps(lambda: break_lines(made, 20 * EM + EM // 3))

    assert work(4 * LONG) - work(2 * LONG) <= 8 * 2 * LONG  # the whole search takes thirty a character


def test_a_paragraph_that_goes_on_is_searched_whole_up_to_there():
    measure = 20 * EM + EM // 3
    short, long = (prepared("-1" * count, breaker="optimal") for count in (400, 2 * LONG))
    assert break_lines(long, measure)[:10] == break_lines(short, measure)[:10]
    ends = [line.last for line in break_lines(long, measure)]
    assert ends == sorted(set(ends))
    assert ends[-1] == long.count
