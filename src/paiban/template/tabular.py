"""The styles of tables (表样) that a table may ask for by name, as they are where a paper's sheet says nothing else."""

from __future__ import annotations

from paiban.template.model import TableStyle
from paiban.value import NamedTuple


class TableStyleRow(NamedTuple):
    """A style by its two names."""

    key: str
    zh: str
    style: TableStyle
    doc_zh: str
    doc_en: str


TABLES = (
    TableStyleRow("plain", "三线表", TableStyle(), "上下粗线，表头下一条线",
                  "Lines at head and foot, one below its head"),
    TableStyleRow("ruled", "方格表", TableStyle(edge="line", head_rule="line", row_rule="hairline", side="line",
                                             column_rule="hairline", head_tint="tint", words="centre"),
                  "每格都有线", "A line round every cell"),
    TableStyleRow("prices", "菜价", TableStyle(edge="line", head_rule="hairline", stripe="tint", group_tint=""),
                  "隔行浅底，价格对小数点", "Every other row on a tint, prices on their decimal point"),
    TableStyleRow("programme", "节目表", TableStyle(edge="", head_rule="", group_tint="tint", first="table-first"),
                  "时间用黑体，频道是组题", "Times in Hei, channels as heads of groups"),
    TableStyleRow("weather", "天气", TableStyle(edge="line", head_rule="hairline", row_rule="hairline",
                                              first="table-first", words="centre"),
                  "行间细线，地名用黑体", "Fine lines between rows, places in Hei"),
    TableStyleRow("results", "比分", TableStyle(edge="thick", head_rule="hairline", row_rule="hairline",
                                              group_tint="tint", words="centre"),
                  "比分居中对齐，轮次是组题", "Scores on their sign, rounds as heads of groups"),
)  # fmt: skip
"""In the order of the documentation."""

USUAL_TABLES = {name: row.style for row in TABLES for name in (row.key, row.zh)}
"""The table by every name."""
