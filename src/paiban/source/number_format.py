"""Values of a table as its program shows them: figures, dates and times in their number formats (ECMA-376, 18.8.30)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta
from decimal import ROUND_HALF_UP, Context, Decimal, InvalidOperation
from fractions import Fraction
from re import IGNORECASE
from re import compile as pattern
from typing import Any

from paiban.value import NamedTuple

_TOKEN = pattern(
    r'"(?P<quoted>[^"]*)"|[\\!](?P<typed>.)|\[\$(?P<currency>[^\]-]*)[^\]]*\]|(?P<left>\[[^\]]*\]|_.|\*.)'
    r"|(?P<general>General|G/通用格式)|(?P<text>@)|(?P<exponent>E[+-](?P<power>0+))|(?P<figure>[0#?])|(?P<point>[.])"
    r"|(?P<comma>,)|(?P<percent>%)|(?P<solidus>/)|(?P<other>.)",
    IGNORECASE,
)
_SECTION = pattern(r'(?:"[^"]*"|[\\!].|\[[^\]]*\]|[^;])*')
_CONDITION = pattern(r"\[(<=|>=|<>|<|>|=)(-?[0-9]+(?:\.[0-9]+)?)\]")
_LITERAL = pattern(r'"([^"]*)"|[\\!](.)|\[\$([^\]-]*)[^\]]*\]|\[[^\]]*\]|_.|\*.')
_MOMENT = pattern(r"(?P<kept>\0[^\0]*\0)|yyyy|yy|e|m{1,5}|d{1,4}|a{3,4}|hh?|ss?|AM/PM|A/P|上午/下午", IGNORECASE)
_HALVES = ("am/pm", "a/p", "上午/下午")
_WEEK = "一二三四五六日"
_AMERICAN = ("mm-dd-yy", "m/d/yy", "m/d/yyyy", "general", "")
"""What says nothing of how a date is to look: the program shows it as its country has it."""

_MIDNIGHT = time()

_EXACT = Context(prec=1_000)
"""More digits than the longest figure and the longest format have."""


class _Token(NamedTuple):
    """A part of a format: what it is, and its words."""

    kind: str
    words: str


def shown(value: Any, form: str) -> str:
    """A cell's value in words; what no format says stands as it was typed.

    >>> shown(0.125, "0.0%"), shown(1234567, "#,##0"), shown(3.10, "0.00"), shown(0.1 + 0.2, "General")
    ('12.5%', '1,234,567', '3.10', '0.3')
    >>> shown(-88, "¥#,##0;[Red]-¥#,##0"), shown(1.5, "# ?/?"), shown(123456, '0!.0,"万"'), shown(7, "000")
    ('-¥88', '1 1/2', '12.3万', '007')
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, int | float):
        return _number(value, form)
    if isinstance(value, datetime | date | time):
        return _moment(value, form)
    return _span_of_time(value, form) if isinstance(value, timedelta) else str(value)


# ---- figures ---------------------------------------------------------------------------------------------------------


def _number(value: float, form: str) -> str:
    try:
        exact = Decimal(repr(value))
    except InvalidOperation:
        return str(value)
    if not exact.is_finite():
        return str(value)
    section, signed = _section(exact, form)
    tokens = list(_tokens(section))
    kinds = {token.kind for token in tokens}
    sign = "-" if exact < 0 and signed else ""
    if "figure" not in kinds or "exponent" in kinds or "general" in kinds or "text" in kinds:
        return _unplaced(value, sign, tokens, kinds)
    if _is_fraction(tokens):
        return sign + _fraction(exact.copy_abs(), tokens)
    return sign + _placed(exact.copy_abs(), tokens).strip()


def _section(value: Decimal, form: str) -> tuple[str, bool]:
    """The part of a format that a value is shown by, and whether it gets a sign besides."""
    sections = [found for found in _SECTION.findall(form) if found] or ["General"]
    if any(map(_CONDITION.search, sections)):
        return next((section for section in sections if _is_met(value, section)), sections[-1]), True
    if value < 0 and len(sections) > 1:
        return sections[1], False
    return (sections[2] if not value and len(sections) > 2 else sections[0]), True


def _is_met(value: Decimal, section: str) -> bool:
    """Whether a value meets the condition of a part of a format; one without a condition is for all."""
    rule = _CONDITION.search(section)
    if rule is None:
        return True
    how, limit = rule.group(1), Decimal(rule.group(2))
    ways = {"<": value < limit, ">": value > limit, "=": value == limit}
    return value != limit if how == "<>" else any(ways[sign] for sign in how)


def _tokens(section: str) -> Iterator[_Token]:
    for found in _TOKEN.finditer(section):
        kind = str(found.lastgroup).replace("power", "exponent")
        if kind in ("quoted", "typed", "currency", "other"):
            yield _Token("literal", found.group(kind))
        elif kind != "left":
            yield _Token(kind, found.group())


def _unplaced(value: float, sign: str, tokens: Sequence[_Token], kinds: set[str]) -> str:
    """A figure whose digits have no places of their own: as typed, by powers of ten, or words in its stead."""
    if "exponent" in kinds:
        return sign + _scientific(abs(value), tokens)
    literal = "".join(token.words if token.kind == "literal" else "" for token in tokens)
    if "general" not in kinds and "text" not in kinds:
        return literal.strip() or _general(value)
    own = {"general": _general(abs(value)), "text": _general(abs(value))}
    return (
        sign + "".join(own.get(token.kind, "" if token.kind != "literal" else token.words) for token in tokens).strip()
    )


def _scientific(value: float, tokens: Sequence[_Token]) -> str:
    kinds = [token.kind for token in tokens]
    power = kinds.index("exponent")
    places = kinds[kinds.index("point") : power].count("figure") if "point" in kinds else 0
    head, _, tail = f"{value:.{places}E}".partition("E")
    plus = "+" if "+" in tokens[power].words and int(tail) >= 0 else "-" if int(tail) < 0 else ""
    return f"{head}E{plus}{abs(int(tail)):0{tokens[power].words.count('0')}}"


def _general(value: float) -> str:
    """Eleven digits, as a table shows them; a whole number all of its own."""
    return str(int(value)) if float(value).is_integer() and abs(value) < 1e15 else f"{value:.11g}"


def _is_fraction(tokens: Sequence[_Token]) -> bool:
    at = next((index for index, token in enumerate(tokens) if token.kind == "solidus"), -1)
    return at > 0 and tokens[at - 1].kind == "figure" and "point" not in {token.kind for token in tokens}


def _fraction(value: Decimal, tokens: Sequence[_Token]) -> str:
    """A common fraction, with its whole where the format parts one from it: 1 1/2."""
    at = next(index for index, token in enumerate(tokens) if token.kind == "solidus")
    below = "".join(token.words for token in tokens[at + 1 :] if token.kind in ("figure", "literal")).strip()
    before = tokens[:at]
    has_whole = any(token.kind == "literal" and not token.words.strip() for token in before)
    whole = int(value) if has_whole else 0
    rest = Fraction(value) - whole
    if below.isdecimal() and int(below):
        part = Fraction(round(rest * int(below)), 1)
        words = f"{part}/{int(below)}" if part else ""
    else:
        near = rest.limit_denominator(10 ** max(1, below.count("?") + below.count("#") + below.count("0")) - 1)
        words = f"{near.numerator}/{near.denominator}" if near and near.denominator > 1 else ""
        whole += int(near) if near.denominator == 1 else 0
    return f"{whole} {words}" if whole and words else words or str(whole)


def _placed(value: Decimal, tokens: Sequence[_Token]) -> str:
    """A figure in the places that its format has for its digits, with what stands between them."""
    kinds = [token.kind for token in tokens]
    point = kinds.index("point") if "point" in kinds else len(kinds)
    wholes = [index for index in range(point) if kinds[index] == "figure"]
    decimals = [index for index in range(point, len(kinds)) if kinds[index] == "figure"]
    commas = [index for index, kind in enumerate(kinds) if kind == "comma"]
    last = wholes[-1] if wholes else -1
    thousands = sum(index > last for index in commas if index < point or (decimals and index > decimals[-1]))
    grouped = any(wholes and wholes[0] < index < last for index in commas)
    scaled = value.scaleb(2 * kinds.count("percent") - 3 * thousands, _EXACT)
    rounded = scaled.quantize(Decimal(1).scaleb(-len(decimals)), ROUND_HALF_UP, _EXACT)
    whole, _, part = f"{rounded:f}".partition(".")
    filled = _filled([tokens[index].words for index in wholes], whole.lstrip("0"), grouped)
    kept = _kept([tokens[index].words for index in decimals], part)
    digits = dict(zip(wholes, filled, strict=True)) | dict(zip(decimals, kept, strict=False))
    words = {"point": "." if kept else "", "percent": "%", "solidus": "/"}
    return "".join(
        digits.get(index, "") if token.kind == "figure" else words.get(token.kind, token.words)
        if token.kind in words or token.kind == "literal" else ""
        for index, token in enumerate(tokens)
    )  # fmt: skip


def _filled(places: Sequence[str], digits: str, grouped: bool) -> list[str]:
    """The digits of a whole by the places for them, from the last; the first place takes all that are left."""
    filled: list[str] = []
    count = 0
    for index in range(len(places) - 1, -1, -1):
        taken, digits = (digits, "") if not index else (digits[-1:], digits[:-1])
        if not taken and "0" in places[: index + 1]:
            taken = "0"
        words = ""
        for digit in reversed(taken):
            words = digit + ("," if grouped and count and count % 3 == 0 else "") + words
            count += 1
        filled.append(words)
    return filled[::-1]


def _kept(places: Sequence[str], digits: str) -> str:
    """The digits after the point, without noughts at the end that the format does not ask for."""
    last = len(digits)
    while last and places[last - 1] != "0" and digits[last - 1] == "0":
        last -= 1
    return digits[:last]


# ---- days and times --------------------------------------------------------------------------------------------------


def _moment(value: datetime | date | time, form: str) -> str:
    """A date or a time in its format; a plain date as 2022年3月31日."""
    moment = (
        value if isinstance(value, datetime)
        else datetime.combine(date(1900, 1, 1), value) if isinstance(value, time)
        else datetime(value.year, value.month, value.day)
    )  # fmt: skip
    words = _LITERAL.sub(lambda found: f"\0{next(filter(None, found.groups()), '')}\0", form.partition(";")[0])
    parts = [found for found in _MOMENT.finditer(words) if not found.group("kept")]
    if not parts or form.lower() in _AMERICAN:
        return _plain(moment, isinstance(value, time))
    names = [found.group().lower() for found in parts]
    written = iter([_part(names, index, moment) for index in range(len(names))])
    filled = _MOMENT.sub(lambda found: found.group() if found.group("kept") else next(written), words)
    return filled.replace("\0", "").strip()


def _plain(moment: datetime, is_time: bool) -> str:
    clock = f"{moment:%H:%M:%S}" if moment.second else f"{moment:%H:%M}"
    day = f"{moment.year}年{moment.month}月{moment.day}日"
    return clock if is_time else day if moment.time() == _MIDNIGHT else f"{day}{clock}"


def _part(names: Sequence[str], index: int, moment: datetime) -> str:
    """One part of a date or a time by its name and its neighbours: m is a minute beside hours or seconds."""
    name, before, after = names[index], names[index - 1] if index else "", (*names, "")[index + 1]
    if name in _HALVES:
        return "下午" if moment.hour >= 12 else "上午"
    if name in ("aaaa", "dddd"):
        return f"星期{_WEEK[moment.weekday()]}"
    if name in ("aaa", "ddd"):
        return f"周{_WEEK[moment.weekday()]}"
    if name[0] == "m" and len(name) > 2:
        return f"{moment.month}月"
    is_minute = name[0] == "m" and (before[:1] == "h" or after[:1] == "s")
    hour = (moment.hour + 11) % 12 + 1 if any(half in names for half in _HALVES) else moment.hour
    number = {"y": moment.year, "e": moment.year, "m": moment.minute if is_minute else moment.month,
              "d": moment.day, "h": hour, "s": moment.second}[name[0]]  # fmt: skip
    return str(number)[-2:].zfill(2) if name == "yy" else str(number).zfill(len(name))


def _span_of_time(value: timedelta, form: str) -> str:
    """Hours and more of them than a day has; the seconds where there are any, or the format has them."""
    total = int(value.total_seconds())
    minutes, seconds = divmod(abs(total), 60)
    clock = f"{'-' if total < 0 else ''}{minutes // 60}:{minutes % 60:02}"
    return f"{clock}:{seconds:02}" if seconds or "s" in form.lower() or form == "General" else clock
