"""Keys and words of files as messages name them: in the language that the file at hand is written in."""

from __future__ import annotations

import re

from paiban.language import Words

KEYS = {
    "align": "靠", "auto": "自动", "bleed": "出血", "body": "正文", "colour": "字色", "columns": "栏", "date": "日期",
    "draw": "借字形", "dress": "题饰", "faces": "字体", "focus": "焦点", "glyphs": "造字",
    "headline": "主题", "headline_size": "题字号", "icc": "ICC", "outline": "勾边",
    "over": "压图", "page": "版次",
    "page_count": "版数", "page_numbers": "各版版次", "pages": "版面", "paragraph": "段", "picture_ppi": "图片分辨率",
    "place": "位置", "roles": "角色", "rows": "行", "scale": "缩放", "screen_lines_per_cm": "网线数",
    "section": "版名", "sections": "各版版名", "size": "尺寸", "slot": "版位", "stories": "稿件",
    "story": "稿件", "with": "配",
    "tint": "底纹", "yes": "是", "box": "加框", "legs": "破栏", "names": "人名",
    "height": "高", "grid_top": "网格上沿", "leading": "行距", "foot": "下", "top": "上",
    "picture_megapixels_max": "图片像素上限", "picture_file_mb_max": "图片文件上限",
    "contour": "轮廓", "widths": "栏宽", "copy_size": "正文字号", "copy_rows": "隔行",
    "width": "宽度", "writing": "书写", "horizontal": "横排",
    "fit": "放法", "mend": "修补", "whole": "整张", "crop": "裁切", "optional": "可删", "dropped": "删去",
    "package": "组稿", "elsewhere": "不同版", "hand": "左右", "quotas": "各版限量", "before": "先于", "edge": "版边",
}  # fmt: skip
"""The keys and values that remedies have people write, English to Chinese, as the tables of fields have them."""

_KEY = re.compile(r"^[ \t\-{\[]*[\"']?([^\s#\"'{}\[\]:：,][^\"'{}\[\]:：#\n]*?)[\"']?[ \t]*:(?:\s|$)", re.MULTILINE)
_BEGINNING = 10_000
"""Characters of a file among which its first key stands."""

_HAN = "\u4e00", "\u9fff"


class FileKeys:
    """Looks up what a file in a language calls a key: ``{k[body]}`` in a message."""

    def __init__(self, lang: str) -> None:
        self._lang = lang

    def __getitem__(self, key: str) -> str:
        return Words(KEYS[key], key).said(self._lang)


def language_of_keys(text: str) -> str:
    """The language of a file's first key, ``""`` where it has none.

    >>> language_of_keys("# 一期\\n日期: 2024-01-01"), language_of_keys('{"base": 1}'), language_of_keys("- 甲")
    ('zh', 'en', '')
    """
    first = _KEY.search(text, 0, _BEGINNING)
    if first is None:
        return ""
    return "zh" if any(_HAN[0] <= character <= _HAN[1] for character in first[1]) else "en"
