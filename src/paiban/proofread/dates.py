"""Dates against what is said of them: their weekday, their day of the lunar calendar, whether there is such a day."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from paiban.diagnostic import Diagnostic, diagnose
from paiban.language import Words
from paiban.lunar import lunar_words
from paiban.proofread.sheet import Piece, Sheet
from paiban.value import NamedTuple

WEEKDAYS = "一二三四五六日"
_EN_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

_DATE = "(?:([0-9]{4})年)?([0-9]{1,2})月([0-9]{1,2})日"
_FAR = 500
"""Characters before a date in which its year may have been named."""

_BESIDE = "[（(，,　 ]{0,2}"
_WEEKDAY = "(?:星期|礼拜|周)([一二三四五六日天])(?![至到、—～~-]|报|刊)"
_UNITS = "一二三四五六七八九"
_LUNAR_DAY = f"(闰?[正{_UNITS}十冬腊]{{1,2}}月(?:初[{_UNITS}十]|三十|二?十[{_UNITS}]?|廿[{_UNITS}]))"

_OTHER_YEARS = {"去年": -1, "上年": -1, "前年": -2, "明年": 1}
_ANY_YEAR = ("当年", "同年", "那年", "次年", "翌年")


class Dated(NamedTuple):
    """A date in a piece of copy: where what is said of it begins and ends, the day, and what is said."""

    start: int
    end: int
    day: date | None
    said: str


def weekdays(sheet: Sheet) -> Iterator[Diagnostic]:
    """A date with a weekday that is not its own."""
    for piece in sheet.pieces:
        named = any(word in piece.text for word in ("星期", "礼拜", "周"))
        both = (*dated(piece, _WEEKDAY, sheet.date), *of_near_months(piece, sheet.date)) if named else ()
        for found in both:
            if found.day is None:
                continue
            right = WEEKDAYS[found.day.weekday()]
            if found.said.replace("天", "日") != right:
                names = Words(f"星期{right}", _EN_WEEKDAYS[found.day.weekday()])
                yield told("P440", piece, found, Words(shown(found.day), found.day.isoformat()), names)


def no_days(sheet: Sheet) -> Iterator[Diagnostic]:
    """30 February and its like; the year is looked at only where it is given."""
    for piece in sheet.pieces:
        for found in re.finditer(f"(?<![0-9]){_DATE}", piece.text) if "月" in piece.text else ():
            year, month, day = found.groups()
            if not is_day(int(year or 2000), int(month), int(day)):
                yield diagnose("P449", piece.at(*found.span()), text=found.group())


def lunar_dates(sheet: Sheet) -> Iterator[Diagnostic]:
    """A date with a day of the lunar calendar that is not its own."""
    for piece in sheet.pieces:
        if "农历" in piece.text or "阴历" in piece.text:
            for found in dated(piece, f"(?:农历|阴历){_LUNAR_DAY}", sheet.date):
                right = lunar_words(found.day) if found.day is not None else ""
                if found.day is not None and usual(found.said) != right:
                    day = Words(shown(found.day), found.day.isoformat())
                    yield told("P441", piece, found, day, Words(f"农历{right}", f"the lunar day {right}"))


def told(code: str, piece: Piece, found: Dated, day: Words, right: Words) -> Diagnostic:
    """That something else is so of a day."""
    text = piece.text[found.start : found.end]
    return diagnose(code, piece.at(found.start, found.end), text=text, day=day, right=right)


def dated(piece: Piece, said: str, today: date) -> Iterator[Dated]:
    """Dates with what is ``said`` right after them, or right before them in brackets."""
    if "月" not in piece.text:
        return
    for found in re.finditer(f"{_DATE}{_BESIDE}{said}", piece.text):
        yield Dated(*found.span(), day_of(piece.text, found, 1, today), found.group(4))
    for found in re.finditer(f"{said}[（(]{_DATE}[）)]", piece.text):
        yield Dated(*found.span(), day_of(piece.text, found, 2, today), found.group(1))


def of_near_months(piece: Piece, today: date) -> Iterator[Dated]:
    """Days without their month, 15日（星期四）, where none that may be meant has the weekday: that of the month named
    last before, and those of the months round the issue's day, of which the nearest is given."""
    for found in re.finditer(f"(?<![月0-9至到、—～~-])([0-9]{{1,2}})日{_BESIDE}{_WEEKDAY}", piece.text):
        before = piece.text[max(0, found.start() - _FAR) : found.start()]
        if re.search("[0-9]{4}年", before) or any(word in before for word in (*_ANY_YEAR, *_OTHER_YEARS)):
            continue
        counted = [12 * today.year + today.month - 1 + shift for shift in (-1, 0, 1)]
        months = [(count // 12, count % 12 + 1) for count in counted]
        named = re.findall("([0-9]{1,2})月", before)[-1:]
        months += [(today.year + shift, int(month)) for month in named for shift in (-1, 0, 1)]
        days = [day for year, month in months if (day := made(year, month, int(found.group(1))))]
        if days and all(WEEKDAYS[day.weekday()] != found.group(2).replace("天", "日") for day in days):
            yield Dated(*found.span(), min(days, key=lambda day: abs(day - today)), found.group(2))


def day_of(text: str, found: re.Match[str], first: int, today: date) -> date | None:
    """The day that a match names by its groups from ``first`` on; None where its year cannot be told.

    A year may be given, or have been named before in the paragraph; else the day nearest to the issue's is meant.
    """
    year, month, day = found.group(first), int(found.group(first + 1)), int(found.group(first + 2))
    before = text[max(0, found.start() - _FAR) : found.start()]
    if not year and before.endswith("今年"):
        return made(today.year, month, day)
    if year or (years := re.findall("([0-9]{4})年", before)):
        return made(int(year or years[-1]), month, day)
    if any(word in before for word in _ANY_YEAR):
        return None
    shifts = [shift for word, shift in _OTHER_YEARS.items() if before.endswith(word)]
    if shifts:
        return made(today.year + shifts[0], month, day)
    near = [made(today.year + shift, month, day) for shift in (-1, 0, 1)]
    return min((each for each in near if each), key=lambda each: abs(each - today), default=None)


def made(year: int, month: int, day: int) -> date | None:
    """The day, None where there is none or the lunar calendar is not computed."""
    return date(year, month, day) if is_day(year, month, day) and 1901 <= year <= 2100 else None


def is_day(year: int, month: int, day: int) -> bool:
    """Whether a calendar has a day."""
    if not (1 <= year <= 9999 and 1 <= month <= 12 and day >= 1):
        return False
    following = date(year + month // 12, month % 12 + 1, 1) if (year, month) != (9999, 12) else date.max
    return day <= (following - timedelta(days=1)).day or (year, month) == (9999, 12)


def shown(day: date) -> str:
    """A day as papers print it."""
    return f"{day.year}年{day.month}月{day.day}日"


def usual(lunar: str) -> str:
    """A lunar day in the words of ``lunar_words``."""
    month, _, day = lunar.partition("月")
    leap, month = ("闰", month[1:]) if month.startswith("闰") else ("", month)
    month = {"一": "正", "十一": "冬", "十二": "腊"}.get(month, month)
    return f"{leap}{month}月{'廿' + day[2:] if day.startswith('二十') and len(day) == 3 else day}"
