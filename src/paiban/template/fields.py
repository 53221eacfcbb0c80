"""What words of the furniture may stand for: ``{date}`` in a template is the day of the issue on every page."""

from __future__ import annotations

from paiban.value import NamedTuple


class FurnitureField(NamedTuple):
    """A field by its key and its Chinese name, both of which may be written between braces.

    One that has something to say ``sometimes`` is left out without a word on the other days.
    """

    key: str
    zh: str
    doc_zh: str
    doc_en: str
    sometimes: bool = False


FIELDS = (
    FurnitureField("paper", "报名", "报名", "The paper's name"),
    FurnitureField("date", "日期", "2022年3月31日", "The day as 2022年3月31日"),
    FurnitureField("weekday", "星期", "星期四", "The day of the week as 星期四"),
    FurnitureField("lunar", "农历", "农历二月廿九", "The day of the lunar calendar as 二月廿九"),
    FurnitureField("lunar_year", "农历年", "农历的年，如 丙午年", "The year of the lunar calendar as 丙午年"),
    FurnitureField("term", "节气", "节气，只在那一天，如 清明", "The solar term on its day, as 清明", sometimes=True),
    FurnitureField("weather", "天气", "天气", "The weather", sometimes=True),
    FurnitureField("page", "版次", "版次的数字", "The page's number"),
    FurnitureField("section", "版名", "版名", "The section's name"),
    FurnitureField("credits", "版务", "版务，如 责任编辑：某某", "The credits"),
    FurnitureField("issue_no", "期号", "期号；没有写就由创刊数出来", "The number of the issue, or as it is counted"),
    FurnitureField("pages", "版数", "今日共几版的数字", "How many pages the paper has today"),
    FurnitureField("registration", "刊号", "刊号", "The registration number"),
    FurnitureField("price", "定价", "定价", "The price"),
    FurnitureField("web", "网址", "网址", "The address on the web"),
)

FIELD_OF = {spelling: field.key for field in FIELDS for spelling in (field.key, field.zh)}
"""A field's key by either of its names."""

SOMETIMES = frozenset(field.key for field in FIELDS if field.sometimes)
