"""How a Chinese paper writes a day, and how it counts its issues."""

from __future__ import annotations

import re
from collections.abc import Collection
from contextlib import suppress
from datetime import date, timedelta

WEEKDAYS = "一二三四五六日"

WEEK = 7

_DAY = r"(?<!\d)((?:19|20)\d\d)(?:(\d\d)(\d\d)|[-_.年/](\d\d?)[-_.月/](\d\d?)日?)(?!\d)"


def long_date(day: date) -> str:
    """A date as a Chinese paper writes it.

    >>> long_date(date(2022, 3, 31))
    '2022年3月31日　星期四'
    """
    return f"{plain_date(day)}　{weekday(day)}"


def plain_date(day: date) -> str:
    """The day of the year."""
    return f"{day.year}年{day.month}月{day.day}日"


def weekday(day: date) -> str:
    """The day of the week."""
    return f"星期{WEEKDAYS[day.weekday()]}"


def day_in(words: str) -> date | None:
    """The first day that ``words`` hold in figures, all eight of them or parted; None where there is no such day.

    >>> day_in("20220331"), day_in("第2版 2022年3月31日"), day_in("2022-02-30")
    (datetime.date(2022, 3, 31), datetime.date(2022, 3, 31), None)
    """
    for found in re.finditer(_DAY, words):
        with suppress(ValueError):
            return date(*(int(part) for part in found.groups() if part))
    return None


def issues_between(first: date, day: date, weekdays: Collection[int], closed: Collection[date]) -> int:
    """How many issues came out from ``first`` on before ``day``: one on each of the ``weekdays`` (1 is Monday) that is
    not among the days ``closed``. A day that is left out counts nothing.

    >>> issues_between(date(2024, 1, 1), date(2024, 1, 8), range(1, 6), {date(2024, 1, 1)})
    4
    """
    weeks, rest = divmod((day - first).days, WEEK)
    begin = first + timedelta(days=weeks * WEEK)
    odd = sum((begin + timedelta(days=n)).isoweekday() in weekdays for n in range(rest))
    away = sum(first <= shut < day and shut.isoweekday() in weekdays for shut in {*closed})
    return weeks * len({*weekdays}) + odd - away
