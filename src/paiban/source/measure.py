"""Numbers, lengths and dates as people write them."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from paiban.units import SIZE_NAMES, UNIT_LENGTHS, Length, pt, scaled

_WIDE = str.maketrans("０１２３４５６７８９．－＋", "0123456789.-+")
_MAX_DIGITS = 18
"""As many digits as programs write of a fraction, and one; what is longer is not read as a number at all."""


def unquoted(value: str) -> str:
    """A value that is no copy, without blanks around it and without the quotes of Chinese that stand for YAML's.

    >>> unquoted(" “2” "), unquoted("‘小五’"), unquoted("“甲”乙”")
    ('2', '小五', '“甲”乙”')
    """
    text = value.strip()
    inside = text[1:-1]
    return inside.strip() if text[:1] + text[-1:] in ("“”", "‘’", "””") and not {*inside} & {*"“”‘’"} else text


def parse_number(value: str) -> Fraction | None:
    """A decimal number or a fraction such as ``1/6``, exactly; full-width digits count. None if it is none."""
    text = unquoted(value).translate(_WIDE)
    if len(text) > 2 * _MAX_DIGITS:
        return None
    above, stroke, below = text.partition("/")
    top = _decimal(above)
    if not stroke or top is None:
        return top
    bottom = _decimal(below)
    return top / bottom if bottom else None


def parse_length(value: str, em: Length | None = None) -> Length | None:
    """``9pt``, ``小五``, ``350mm``, ``14级``, ``1in`` as a Length; ``13em`` only where ``em`` is known. Else None."""
    text = unquoted(value).translate(_WIDE)
    if text in SIZE_NAMES:
        return pt(SIZE_NAMES[text])
    for unit, per_unit in _units(em).items():
        if text.endswith(unit):
            amount = parse_number(text.removesuffix(unit))
            return None if amount is None else scaled(per_unit, amount)
    return None


def parse_range(value: str) -> tuple[int, int] | None:
    """``1-5`` or ``3`` as first and last, both counted; None if it is neither. 1–5, 1至5 and 1~5 are understood."""
    text = unquoted(value).translate(_WIDE)
    for dash in "–—至到~～":
        text = text.replace(dash, "-")
    first, dash, last = text.partition("-")
    start, stop = _whole(first), _whole(last) if dash else _whole(first)
    return None if start is None or stop is None else (start, stop)


def parse_date(value: str) -> date | None:
    """``2022-03-31`` or ``2022年3月31日``; None if it is neither, or no day of the calendar."""
    written = parse_day(value)
    try:
        return None if written is None else date(*written)
    except ValueError:
        return None


def parse_day(value: str) -> tuple[int, int, int] | None:
    """A day as it is written, year, month and day, be there such a day or not; None if it is written otherwise."""
    text = unquoted(value).translate(_WIDE)
    if text.endswith("日"):
        text = text[:-1].replace("年", "-").replace("月", "-")
    parts = [part for part in map(_whole, text.split("-")) if part is not None]
    return (parts[0], parts[1], parts[2]) if len(parts) == 3 == text.count("-") + 1 else None


def _units(em: Length | None) -> dict[str, Length]:
    return UNIT_LENGTHS if em is None else {**UNIT_LENGTHS, "em": em, "字": em}


def _decimal(text: str) -> Fraction | None:
    text = text.strip()
    sign = text[:1] if text[:1] in ("-", "+") else ""
    whole, _, part = text.removeprefix(sign).partition(".")
    digits = whole + part
    if len(whole) > _MAX_DIGITS or len(part) > _MAX_DIGITS or not (digits.isascii() and digits.isdigit()):
        return None
    return Fraction(int(sign + digits), 10 ** len(part))


def _whole(text: str) -> int | None:
    text = text.strip()
    return int(text) if text.isascii() and text.isdigit() and len(text) <= _MAX_DIGITS else None
