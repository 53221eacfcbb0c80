"""What words of the furniture may stand for: ``{date}`` in a template is the day of the issue on every page."""

from __future__ import annotations

from paiban.value import NamedTuple


class FurnitureField(NamedTuple):
    """A field by its key and its Chinese name, both of which a template may write between braces."""

    key: str
    zh: str
    doc_zh: str
    doc_en: str


FIELDS = (
    FurnitureField("paper", "报名", "报名", "The paper's name"),
    FurnitureField("date", "日期", "2022年3月31日", "The day as 2022年3月31日"),
    FurnitureField("weekday", "星期", "星期四", "The day of the week as 星期四"),
    FurnitureField("lunar", "农历", "农历二月廿九", "The day of the lunar calendar as 二月廿九"),
    FurnitureField("page", "版次", "版次的数字", "The page's number"),
    FurnitureField("section", "版名", "版名", "The section's name"),
    FurnitureField("credits", "版务", "版务，如 责任编辑：某某", "The credits"),
    FurnitureField("issue_no", "期号", "期号", "The number of the issue"),
)

FIELD_OF = {spelling: field.key for field in FIELDS for spelling in (field.key, field.zh)}
"""A field's key by either of its names."""
