"""Numbers, lengths, ranges and dates as people write them."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paiban.source.measure import parse_date, parse_length, parse_number, parse_range
from paiban.source.nearest import nearest
from paiban.units import PER_MM, PER_PT


@pytest.mark.parametrize(
    ("text", "points"),
    [("9pt", 9), ("小五", 9), ("五号", 10.5), (" 10.5 pt ", 10.5), ("９磅", 9), ("1in", 72), ("12点", 12)],
)
def test_lengths_in_points(text: str, points: float) -> None:
    assert parse_length(text) == points * PER_PT


@pytest.mark.parametrize(("text", "mm"), [("350mm", 350), ("14级", 3.5), ("14q", 3.5), ("2cm", 20), ("3毫米", 3)])
def test_lengths_in_millimetres(text: str, mm: float) -> None:
    assert parse_length(text) == mm * PER_MM


def test_ems_need_a_type_size() -> None:
    assert parse_length("13em") is None
    assert parse_length("13em", em=9 * PER_PT) == 117 * PER_PT
    assert parse_length("17 2/3字", em=9 * PER_PT) is None
    assert parse_length("53/3em", em=9 * PER_PT) == 159 * PER_PT


@pytest.mark.parametrize("text", ["", "9", "pt", "9 pts", "九磅", "1e3pt", "nanpt", "infpt", "9pt9", "--1pt", "1/0pt"])
def test_what_is_no_length(text: str) -> None:
    assert parse_length(text) is None


@pytest.mark.parametrize(("text", "value"), [("1/6", Fraction(1, 6)), ("-2.5", Fraction(-5, 2)), ("１２", Fraction(12)),
                                             (".5", Fraction(1, 2)), ("+3", Fraction(3))])  # fmt: skip
def test_numbers_are_exact(text: str, value: Fraction) -> None:
    assert parse_number(text) == value


@pytest.mark.parametrize("text", ["", ".", "1_000", "0x10", "1e9", "①", "二", "1/2/3", "1 2", "9" * 99])
def test_what_is_no_number(text: str) -> None:
    assert parse_number(text) is None


@pytest.mark.parametrize("text", ["1-5", "1–5", "1 - 5", "１－５", "1至5", "1到5", "1~5"])
def test_ranges(text: str) -> None:
    assert parse_range(text) == (1, 5)


def test_one_number_is_a_range() -> None:
    assert parse_range("3") == (3, 3)


@pytest.mark.parametrize("text", ["", "-", "1-", "-5", "1-2-3", "a-b", "1.5-2", "1,5"])
def test_what_is_no_range(text: str) -> None:
    assert parse_range(text) is None


@pytest.mark.parametrize("text", ["2022-03-31", "2022-3-31", "2022年3月31日", "２０２２年３月３１日"])
def test_dates(text: str) -> None:
    assert parse_date(text) == date(2022, 3, 31)


@pytest.mark.parametrize("text", ["“2022-03-31”", " ‘2022年3月31日’ ", "”2022-03-31”"])
def test_the_quotes_of_chinese_round_a_value_are_no_part_of_it(text: str) -> None:
    assert parse_date(text) == date(2022, 3, 31)
    assert parse_number("“12”") == 12


@pytest.mark.parametrize("text", ["", "2022-02-30", "2022-13-01", "31.3.2022", "2022", "2022-03-31-1", "20220331"])
def test_what_is_no_date(text: str) -> None:
    assert parse_date(text) is None


@given(st.text(max_size=30))
def test_no_text_makes_a_reader_stumble(text: str) -> None:
    parse_number(text), parse_length(text), parse_range(text), parse_date(text)


@pytest.mark.parametrize(("word", "meant"), [("headlien", "headline"), ("kiker", "kicker"), ("主標", "主题"), ("x", ""),
                                             ("", ""), ("everything-else", "")])  # fmt: skip
def test_did_you_mean(word: str, meant: str) -> None:
    assert nearest(word, ["kicker", "headline", "deck", "主题", "正文"]) == meant
