"""Days as people write them."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from paiban.days import day_in

SPELLINGS = [
    "{0:%Y-%m-%d}", "{0.year}-{0.month}-{0.day}", "{0:%Y%m%d}", "{0.year}年{0.month}月{0.day}日", "{0:%Y/%m/%d}",
    "{0:%Y.%m.%d}", "{0:%Y_%m_%d}", "第2版{0:%Y%m%d}要闻", "{0.year}年{0.month}月{0.day}日第2版", "A02-{0:%Y-%m-%d}-v3",
]  # fmt: skip


@pytest.mark.parametrize("spelling", SPELLINGS)
def test_every_day_of_a_leap_year_is_read_however_it_is_written(spelling):
    days = [date(2028, 1, 1) + timedelta(n) for n in range(366)]
    assert [day_in(spelling.format(day)) for day in days] == days


@pytest.mark.parametrize("words", ["2026-13-45", "2026-02-30", "20261301", "120261130", "202611301", "版次2", ""])
def test_what_is_no_day_is_none(words):
    assert day_in(words) is None


def test_the_first_that_is_a_day_counts():
    assert day_in("20269999，2026年11月30日改定") == date(2026, 11, 30)
