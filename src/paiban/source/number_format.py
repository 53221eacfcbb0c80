"""Values of a table as its program shows them: figures, dates and percentages in the common number formats."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
from re import Match
from re import compile as pattern
from typing import Any

_SECTIONS = pattern(r'(?:"[^"]*"|\\.|[^;])*')
_QUOTED = pattern(r'"([^"]*)"|\\(.)|\[[^\]]*\]|_.|\*.')
_FIGURE = pattern(r"[#0?][#0?,]*(?:\.([0#?]+))?(%?)")
_DATE_PARTS = pattern(r"yyyy|yy|mmmm|mmm|mm|m|dd|d|hh|h|ss|s|AM/PM|上午/下午", 2)
_MIDNIGHT = time()


def shown(value: Any, form: str) -> str:
    """A cell's value in words; what no format says stands as it was typed.

    >>> shown(0.125, "0.0%"), shown(1234567, "#,##0"), shown(3.10, "0.00"), shown(0.1 + 0.2, "General")
    ('12.5%', '1,234,567', '3.10', '0.3')
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, int | float):
        return _number(value, form)
    if isinstance(value, datetime | date | time):
        return _moment(value, form)
    return _span_of_time(value) if isinstance(value, timedelta) else str(value)


def _number(value: float, form: str) -> str:
    found = _FIGURE.search(_QUOTED.sub("", _SECTIONS.match(form).group() if _SECTIONS.match(form) else ""))  # type: ignore[union-attr]
    try:
        exact = Decimal(repr(value))
    except InvalidOperation:
        return str(value)
    if found is None or form == "General" or not exact.is_finite():
        return _general(value)
    if "E" in form.upper().replace("GENERAL", ""):
        return f"{value:.{len(found.group(1) or '')}E}"
    places, percent = len(found.group(1) or ""), found.group(2)
    scaled = (exact * (100 if percent else 1)).quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    grouped = "," in found.group()
    figures = f"{scaled:,f}" if grouped else f"{scaled:f}"
    head, tail = _around(form, found.group())
    return f"{head}{figures}{percent}{tail}"


def _general(value: float) -> str:
    """Eleven digits, as a table shows them; a whole number all of its own."""
    return str(int(value)) if float(value).is_integer() and abs(value) < 1e15 else f"{value:.11g}"


def _around(form: str, figure: str) -> tuple[str, str]:
    """What stands in quotes before and after the figure: a currency, a unit."""
    section = _SECTIONS.match(form)
    words = _QUOTED.sub(_said, section.group() if section else form)
    head, _, tail = words.partition(figure)
    return head.strip("#0?,. "), tail.strip("#0?,.% ")


def _said(match: Match[str]) -> str:
    return match.group(1) or match.group(2) or ""


def _moment(value: datetime | date | time, form: str) -> str:
    """A date or a time in its format; a plain date as 2022年3月31日."""
    if isinstance(value, time):
        return f"{value:%H:%M}"
    moment = value if isinstance(value, datetime) else datetime(value.year, value.month, value.day)
    plain = form in ("General", "") or not _DATE_PARTS.search(_QUOTED.sub("", form))
    if plain or form.lower() in ("mm-dd-yy", "m/d/yy", "m/d/yyyy"):
        day = f"{moment.year}年{moment.month}月{moment.day}日"
        return day if moment.time() == _MIDNIGHT else f"{day}{moment:%H:%M}"
    words = _QUOTED.sub(_said, form.partition(";")[0])
    has_hours = [match.start() for match in _DATE_PARTS.finditer(words) if match.group().lower().startswith("h")]
    return _DATE_PARTS.sub(lambda match: _part(match, moment, has_hours), words).strip()


def _part(match: Match[str], moment: datetime, hours: list[int]) -> str:
    word = match.group().lower()
    is_minute = word in ("m", "mm") and any(0 < match.start() - at <= 4 for at in hours)
    number = {"y": moment.year, "m": moment.minute if is_minute else moment.month, "d": moment.day,
              "h": moment.hour, "s": moment.second}.get(word[0])  # fmt: skip
    if number is None:
        return "下午" if moment.hour >= 12 else "上午"
    if word in ("mmm", "mmmm"):
        return f"{moment.month}月"
    return str(number)[-2:].zfill(2) if word == "yy" else str(number).zfill(len(word))


def _span_of_time(value: timedelta) -> str:
    minutes, seconds = divmod(int(value.total_seconds()), 60)
    return f"{minutes // 60}:{minutes % 60:02}:{seconds:02}"
