"""Figures, days and times of a table as its program shows them."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

import pytest

from paiban.source.number_format import shown

DAY = datetime(2022, 3, 31)  # a Thursday
HOUR = datetime(2022, 3, 31, 14, 5, 9)


@pytest.mark.parametrize(
    ("value", "form", "words"),
    [
        (-88, "¥#,##0;[Red]-¥#,##0", "-¥88"),
        (-5, "0_);[红色](0)", "(5)"),
        (0, '0;-0;"-"', "-"),
        (1234.5, "[$¥-804]#,##0.00", "¥1,234.50"),
        (0, '_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ ', "-"),
        (123456, '0!.0,"万"', "12.3万"),
        (1234567, '#,##0.00,,"百万"', "1.23百万"),
        (15000, '[>=10000]0!.0,"万";0"元"', "1.5万"),
        (500, '[>=10000]0!.0,"万";0"元"', "500元"),
        (7, "000", "007"),
        (13800000000, "000-0000-0000", "138-0000-0000"),
        (20220331, "0000-00-00", "2022-03-31"),
        (1.5, "# ?/?", "1 1/2"),
        (0.5, "?/?", "1/2"),
        (1.25, "# ?/8", "1 2/8"),
        (1.0, "0.##", "1"),
        (-0.034, "0.00%;[红色]-0.00%", "-3.40%"),
        (0.00012, "0.00E+00", "1.20E-04"),
        (1234.5, 'G/通用格式"亩"', "1234.5亩"),
        (3, '"第"0"名"', "第3名"),
        (1e20, "0.0000000000", "1" + "0" * 20 + "." + "0" * 10),
        (123456789012345678901234567890, "#,##0", "123,456,789,012,345,678,901,234,567,890"),
    ],
)  # fmt: skip
def test_a_figure(value, form, words):
    assert shown(value, form) == words


@pytest.mark.parametrize(
    ("value", "form", "words"),
    [
        (DAY, "yyyy/m/d aaaa", "2022/3/31 星期四"),
        (DAY, "[$-F800]dddd", "星期四"),
        (DAY, 'yyyy"年"m"月"d"日";@', "2022年3月31日"),
        (date(2022, 3, 1), "yyyy\\-mm\\-dd", "2022-03-01"),
        (HOUR, "上午/下午h:mm", "下午2:05"),
        (HOUR, "mm:ss", "05:09"),
        (HOUR, "General", "2022年3月31日14:05:09"),
        (time(8, 30, 15), "h:mm:ss", "8:30:15"),
        (time(0, 5), "h:mm AM/PM", "12:05 上午"),
        (timedelta(hours=25, minutes=3), "[h]:mm", "25:03"),
    ],
)
def test_a_day_or_a_time(value, form, words):
    assert shown(value, form) == words
