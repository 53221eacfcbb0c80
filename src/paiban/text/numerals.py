"""Arabic numbers as Han numerals, for vertical lines that ask for them (rule book, section 9).

>>> han_number("2180"), han_number("27"), han_number("1.4"), han_digits("2022")
('二千一百八十', '二十七', '一点四', '二〇二二')
"""

from __future__ import annotations

DIGITS = "〇一二三四五六七八九"
_PLACES = ("", "十", "百", "千")
_GROUPS = ("", "万", "亿", "万亿")


def han_digits(number: str) -> str:
    """Digit by digit, as years are read."""
    return "".join([DIGITS[int(digit)] for digit in number])


def han_number(number: str) -> str:
    """As a quantity is read; a fraction digit by digit. Numbers too long for it are read digit by digit."""
    whole, _, fraction = number.replace(",", "").partition(".")
    read = _whole(whole) if len(whole) <= 4 * len(_GROUPS) and whole[:1] != "0" else han_digits(whole)
    return f"{read}点{han_digits(fraction)}" if fraction else read


def _whole(digits: str) -> str:
    padded = digits.zfill(-(-len(digits) // 4) * 4)
    groups = [padded[i : i + 4] for i in range(0, len(padded), 4)]
    read = ""
    for index, group in enumerate(groups):
        if group.strip("0"):
            gap = "零" if read and group[0] == "0" else ""
            read += gap + _group(group.lstrip("0")) + _GROUPS[len(groups) - 1 - index]
    return read.removeprefix("一") if read.startswith("一十") else read


def _group(digits: str) -> str:
    read = ""
    for index, digit in enumerate(digits):
        if digit != "0":
            gap = "零" if read and digits[index - 1] == "0" else ""
            read += gap + DIGITS[int(digit)] + _PLACES[len(digits) - 1 - index]
    return read
