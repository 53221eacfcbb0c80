"""The lunar calendar against what printed calendars say: New Year's days and leap months."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from paiban.lunar import lunar_day, lunar_words

NEW_YEARS = """
2000-02-05 2001-01-24 2002-02-12 2003-02-01 2004-01-22 2005-02-09 2006-01-29 2007-02-18 2008-02-07 2009-01-26
2010-02-14 2011-02-03 2012-01-23 2013-02-10 2014-01-31 2015-02-19 2016-02-08 2017-01-28 2018-02-16 2019-02-05
2020-01-25 2021-02-12 2022-02-01 2023-01-22 2024-02-10 2025-01-29 2026-02-17 2027-02-06 2028-01-26 2029-02-13
2030-02-03
"""
LEAP = {2001: 4, 2004: 2, 2006: 7, 2009: 5, 2012: 4, 2014: 9, 2017: 6, 2020: 4, 2023: 2, 2025: 6, 2028: 5, 2031: 3}


def year_of(year: int) -> list[tuple[int, bool, int]]:
    """Every day of a lunar year that begins in ``year``."""
    first = date(year, 1, 20)
    days = [first + timedelta(n) for n in range(420)]
    read = [lunar_day(day) for day in days]
    starts = [n for n, day in enumerate(read) if day == (1, False, 1)]
    return read[starts[0] : starts[1]]


def test_new_years_days() -> None:
    assert [day for day in NEW_YEARS.split() if lunar_day(date.fromisoformat(day)) != (1, False, 1)] == []


@pytest.mark.parametrize("year", range(2000, 2033))
def test_a_year_has_its_months_in_order_and_its_leap_month(year: int) -> None:
    days = year_of(year)
    months = list(dict.fromkeys((month, leap) for month, leap, _ in days))
    leap = LEAP.get(year)
    wanted = [(month, False) for month in range(1, 13)]
    if leap is not None:
        wanted.insert(leap, (leap, True))
    assert months == wanted
    assert {sum(day[:2] == month for day in days) for month in months} <= {29, 30}


def test_the_leap_month_that_the_rule_of_the_solstice_decides() -> None:
    """2033: the twelfth moon from the solstice of 2033 to that of 2034 without a 中气 follows the eleventh month."""
    assert lunar_day(date(2033, 12, 22)) == (11, True, 1)


@pytest.mark.parametrize(
    ("day", "words"),
    [
        ("2022-03-31", "二月廿九"), ("2022-04-01", "三月初一"), ("2024-06-10", "五月初五"), ("2024-09-17", "八月十五"),
        ("2024-02-09", "腊月三十"), ("2025-08-22", "闰六月廿九"), ("2026-01-01", "冬月十三"),
        ("2023-02-09", "正月十九"), ("2022-03-12", "二月初十"), ("2022-03-22", "二月二十"),
    ],
)  # fmt: skip
def test_a_day_in_words(day: str, words: str) -> None:
    assert lunar_words(date.fromisoformat(day)) == words
