"""Words by which copy itself says what it is: labels before a field, names of bylines, captions, ends of a story."""

from __future__ import annotations

from re import Pattern
from re import compile as pattern

from paiban.text.opening import LEAD_INS

LABELS: dict[str, tuple[str, ...]] = {
    "kicker": ("引题", "肩题", "眉题", "kicker"),
    "headline": ("主题", "标题", "主标题", "大标题", "题目", "题", "headline", "title"),
    "deck": ("副题", "副标题", "子题", "deck", "subtitle"),
    "byline": ("作者", "署名", "记者", "通讯员", "byline", "author"),
    "body": ("正文", "内容", "body", "text"),
    "caption": ("图说", "图片说明", "caption"),
    "credit": ("图源", "摄影", "credit"),
    "picture": ("图片", "照片", "picture"),
    "label": ("栏题", "简讯", "label"),
    "weight": ("分量", "weight"),
    "date": ("日期", "出版日期", "date"),
    "page": ("版次", "page"),
    "section": ("版名", "栏目", "section"),
}
"""What people write before a field, by the part of a story or the key of the issue that it is."""

ROLES = {word: role for role, words in LABELS.items() for word in words}

STORY_ROLES = ("kicker", "headline", "deck", "byline", "body")
FACT_ROLES = ("weight", "date", "page", "section")

_LABEL = pattern(r"[【\[]?([\u4e00-\u9fffA-Za-z]{1,8})[】\]]?[ \u3000]*[：:][ \u3000]*(.*)")


def labelled(text: str) -> tuple[str, str, str]:
    """The role that a paragraph's label names, the label as it stands, the rest; no role where there is none."""
    found = _LABEL.fullmatch(text.strip())
    role = ROLES.get(found.group(1).lower(), "") if found else ""
    return (role, text[: len(text) - len(found.group(2))], found.group(2)) if found and role else ("", "", text)


DATELINE: Pattern[str] = pattern(f"[ \u3000]*(?:{LEAD_INS['dateline']})")
"""How the first paragraph of a story begins: 本报讯, 新华社…电."""

QUOTED: Pattern[str] = pattern(r"[“\"「『].*([，,。.！？!?；;]|说|道)[^“\"「『]*")
"""What somebody says: words in quotes with marks of a sentence, or followed by who says them."""

CAPTION: Pattern[str] = pattern(
    r"(图为|图[①-⑩一二三四五六七八九十\d]{0,2}[：:为]|图片说明[：:]?|图说[：:]|[上下左右]图|资料图|[▲△▼▽])"
)
"""How a caption begins."""

CREDIT: Pattern[str] = pattern(
    r"[ \u3000（(]+((?:[^ \u3000，。（()）]{0,12}[ \u3000]?){0,3}(?:摄影|摄|供图|绘|制图|图))[）)]?$"
)
"""Who made a picture, at the end of its caption."""

END: Pattern[str] = pattern(r"[ \u3000]*[（(](完|全文完|本报讯完|END|end)[）)][ \u3000]*$")
"""How an agency says that a story is whole; it never stands in print."""

RULE: Pattern[str] = pattern(r"[ \u3000]*([-=*_~—－＝＊﹏─━·.…#]{3,}|[※☆★□■◇◆]{2,})[ \u3000]*")
"""A line that only parts what stands above from what stands below."""

BRIEF: Pattern[str] = pattern(r"[◆◇][ \u3000]*")
"""What an item of briefs begins with; the page sets its own."""

CROSSHEAD: Pattern[str] = pattern(r"##(?!#)[ \t\u3000]*(?=\S)")
"""How an issue file marks a 小标题."""

KICKER_END = ("——", "—", "：", ":", "——”")
DASHED_DECK = ("——", "—", "──", "--")
