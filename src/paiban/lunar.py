"""The Chinese lunar calendar (农历), computed from sun and moon.

A month begins on the day of a new moon, in the time of Beijing (GB/T 33661, rules of the calendar). The month that
holds the winter solstice is the eleventh; where thirteen months lie from one to the next, the first of them in which
the sun enters no new twelfth of its way (中气) is a leap month (闰月) and repeats the number before it.

New moons and the sun's longitude follow Meeus, *Astronomical Algorithms*, chapters 49 and 25: good to some minutes, so
that a new moon a few minutes from midnight may fall on the day beside. Printed calendars count so since 1929.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from math import floor, radians, sin

MONTHS = ("正", "二", "三", "四", "五", "六", "七", "八", "九", "十", "冬", "腊")
STEMS, BRANCHES = "甲乙丙丁戊己庚辛壬癸", "子丑寅卯辰巳午未申酉戌亥"

TERMS = (
    "春分", "清明", "谷雨", "立夏", "小满", "芒种", "夏至", "小暑", "大暑", "立秋", "处暑", "白露",
    "秋分", "寒露", "霜降", "立冬", "小雪", "大雪", "冬至", "小寒", "大寒", "立春", "雨水", "惊蛰",
)  # fmt: skip
"""节气, from the sun at the spring equinox on, 15 degrees each."""

DIGITS = "一二三四五六七八九十"

ORDINAL_OF_JULIAN = 1_721_424.5
"""What a Julian day is ahead of ``date.toordinal``, at midnight of Greenwich."""

BEIJING = 8 / 24
SYNODIC = 29.530588861
FIRST_MOON = 2_451_550.09766
"""The new moon of January 2000, in Julian days of terrestrial time, from which they are counted."""

MOON_TERMS = (
    (-0.40720, 0, 0, 1, 0), (0.17241, 1, 1, 0, 0), (0.01608, 0, 0, 2, 0), (0.01039, 0, 0, 0, 2),
    (0.00739, 1, -1, 1, 0), (-0.00514, 1, 1, 1, 0), (0.00208, 2, 2, 0, 0), (-0.00111, 0, 0, 1, -2),
    (-0.00057, 0, 0, 1, 2), (0.00056, 1, 1, 2, 0), (-0.00042, 0, 0, 3, 0), (0.00042, 1, 1, 0, 2),
    (0.00038, 1, 1, 0, -2), (-0.00024, 1, -1, 2, 0), (-0.00007, 0, 2, 1, 0), (0.00004, 0, 0, 2, -2),
    (0.00004, 0, 3, 0, 0), (0.00003, 0, 1, 1, -2), (0.00003, 0, 0, 2, 2), (-0.00003, 0, 1, 1, 2),
    (0.00003, 0, -1, 1, 2),
)  # fmt: skip
"""Days that a new moon is late: an amplitude, the power of the earth's eccentricity in it, and how often the anomalies
of sun and moon and the moon's argument of latitude go into its angle."""

PLANET_TERMS = (
    (0.000325, 299.77, 0.107408), (0.000165, 251.88, 0.016321), (0.000164, 251.83, 26.651886),
    (0.000126, 349.42, 36.412478), (0.000110, 84.66, 18.206239),
)  # fmt: skip
"""What the planets add: an amplitude, an angle and how it grows from moon to moon."""


YEARS = range(1645, 3000)
"""The years of the calendar by the true sun (时宪历), as far as the clock can be foretold; others have no lunar day."""


def lunar_words(day: date) -> str:
    """A day of the lunar calendar as papers print it.

    >>> lunar_words(date(2022, 3, 31)), lunar_words(date(2025, 7, 25))
    ('二月廿九', '闰六月初一')
    """
    month, is_leap, number = lunar_day(day)
    return f"{'闰' if is_leap else ''}{MONTHS[month - 1]}月{_day_words(number)}"


def lunar_year(day: date) -> str:
    """The year of the lunar calendar by its stem and branch, which changes at the lunar New Year.

    >>> lunar_year(date(2026, 2, 16)), lunar_year(date(2026, 2, 17))
    ('乙巳年', '丙午年')
    """
    month, _, _ = lunar_day(day)
    year = day.year - (month > 10 and day.month < 4)
    return f"{STEMS[(year - 4) % 10]}{BRANCHES[(year - 4) % 12]}年"


def solar_term(day: date) -> str:
    """The 节气 that begins on a day of Beijing, when the sun enters a twenty-fourth of its way; ``""`` on others.

    >>> solar_term(date(2022, 4, 5)), solar_term(date(2022, 4, 6))
    ('清明', '')
    """
    before, after = (floor(_sun(_dawn(day.toordinal() + n)) / 15) for n in (0, 1))
    return TERMS[after] if before != after else ""


def lunar_day(day: date) -> tuple[int, bool, int]:
    """The month from 1, whether it is a leap month, and the day of the month from 1."""
    ordinal = day.toordinal()
    winter = next(year for year in (day.year, day.year - 1, day.year - 2) if _month_start(_eleventh(year)) <= ordinal)
    start, month, is_leap = [entry for entry in _months(winter) if entry[0] <= ordinal][-1]
    return month, is_leap, ordinal - start + 1


def _day_words(number: int) -> str:
    """初一 … 初十, 十一 … 十九, 二十, 廿一 … 廿九, 三十."""
    if number in (20, 30):
        return f"{DIGITS[number // 10 - 1]}十"
    return f"{'初' if number <= 10 else '十廿'[number // 10 - 1]}{DIGITS[(number - 1) % 10]}"


@lru_cache(maxsize=4)
def _months(winter: int) -> tuple[tuple[int, int, bool], ...]:
    """The months from the eleventh of the year ``winter`` on to the next one: first day, number, whether leap."""
    first, after = _eleventh(winter), _eleventh(winter + 1)
    return tuple(_numbered(range(first, after), has_leap=after - first == 13))


def _numbered(moons: range, *, has_leap: bool) -> Iterator[tuple[int, int, bool]]:
    number = 10
    for moon in moons:
        is_leap = has_leap and moon > moons.start and _sign(_month_start(moon)) == _sign(_month_start(moon + 1))
        has_leap = has_leap and not is_leap
        number += not is_leap
        yield _month_start(moon), (number - 1) % 12 + 1, is_leap


@lru_cache(maxsize=8)
def _eleventh(year: int) -> int:
    """The new moon that begins the month which holds the winter solstice of ``year``."""
    solstice = next(
        o for o in range(date(year, 12, 19).toordinal(), date(year, 12, 26).toordinal()) if _sign(o + 1) == 9
    )
    moon = floor((solstice + ORDINAL_OF_JULIAN - FIRST_MOON) / SYNODIC) + 1
    return next(k for k in range(moon, moon - 4, -1) if _month_start(k) <= solstice)


def _sign(ordinal: int) -> int:
    """Which twelfth of its way the sun stands in as a day of Beijing begins, counted from 0 at the spring equinox."""
    return floor(_sun(_dawn(ordinal)) / 30)


def _dawn(ordinal: int) -> float:
    """The Julian day on which a day of Beijing begins."""
    return ordinal + ORDINAL_OF_JULIAN - BEIJING


def _sun(julian: float) -> float:
    """The apparent longitude of the sun in degrees."""
    t = (julian + _clock_error(julian) - 2_451_545) / 36_525
    mean, anomaly = 280.46646 + 36_000.76983 * t + 0.0003032 * t * t, radians(357.52911 + 35_999.05029 * t)
    centre = (1.914602 - 0.004817 * t) * sin(anomaly) + 0.019993 * sin(2 * anomaly) + 0.000289 * sin(3 * anomaly)
    return (mean + centre - 0.00569 - 0.00478 * sin(radians(125.04 - 1934.136 * t))) % 360


@lru_cache(maxsize=64)
def _month_start(moon: int) -> int:
    """The ordinal of the day of Beijing on which a new moon, counted from that of January 2000, falls."""
    t = moon / 1236.85
    eccentricity = 1 - 0.002516 * t - 0.0000074 * t * t
    sun = 2.5534 + 29.10535670 * moon - 0.0000014 * t * t
    anomaly = 201.5643 + 385.81693528 * moon + 0.0107582 * t * t + 0.00001238 * t**3
    latitude = 160.7108 + 390.67050284 * moon - 0.0016118 * t * t - 0.00000227 * t**3
    node = 124.7746 - 1.56375588 * moon + 0.0020672 * t * t
    late = sum(
        amplitude * eccentricity**power * sin(radians(a * sun + b * anomaly + c * latitude))
        for amplitude, power, a, b, c in MOON_TERMS
    )
    late += sum(amplitude * sin(radians(angle + growth * moon)) for amplitude, angle, growth in PLANET_TERMS)
    mean = FIRST_MOON + SYNODIC * moon + 0.00015437 * t * t - 0.00000015 * t**3
    julian = mean + late - 0.00017 * sin(radians(node))
    return floor(julian - _clock_error(julian) + BEIJING - ORDINAL_OF_JULIAN)


def _clock_error(julian: float) -> float:
    """What terrestrial time is ahead of the clocks, in days: about a minute in our time."""
    years = (julian - 2_451_545) / 365.25
    return (62.92 + 0.32217 * years + 0.005589 * years * years) / 86_400
