"""The one table of the issue file: it decodes, it writes the JSON Schema, it generates ``docs/issue-file.md``.

What a page holds is its kinds' to say: the records that hold blocks are made from their ``Reading``s.
"""

from __future__ import annotations

from typing import Any

from paiban.issue.kind import Reading, Readings
from paiban.issue.values import (
    A_CHARACTER,
    A_FIRST_ISSUE,
    A_FORMAT,
    A_PATH,
    A_QUOTA,
    A_TINT,
    LINE,
    NAMES,
    PAGE_NUMBERS,
    WRITING,
)
from paiban.source.field import Field, FileReader, Kind, Record, decode_record, make_record
from paiban.source.kinds import BOOLEAN, DATE, NAME, choice, length, listing, number, record_of, table_of
from paiban.source.node import Mapping, Node, Scalar
from paiban.units import PER_MM
from paiban.value import NamedTuple

ISSUE_FIELDS = (
    Field("format", "格式", A_FORMAT, "稿件文件的写法是第几版；以后写法变了，旧文件要改什么由程序说",
          "The way in which the file is written: should that ever change, what to do with older files is told", "1",
          near=("version",)),
    Field("extends", "沿用", LINE, "报纸自己的文件：报名、样式、版式、人名等等从那里来",
          "The paper's own file, which its name, style, template and so on come from", "../paper.yaml",
          near=("inherits", "继承")),
    Field("paper", "报名", LINE, "报名", "The newspaper's name", "×××报", near=("newspaper", "报纸")),
    Field("date", "日期", DATE, "出版日期", "Day of issue", "2022-03-31", required=True, near=("day", "时间")),
    Field("issue_no", "期号", LINE, "第几期；版面附件里的 {期号}", "Its number, {issue_no} in furniture", "第3456期",
          near=("no",)),
    Field("first_issue", "创刊", A_FIRST_ISSUE, "从哪一期数起；不写期号时，期号由它数出来",
          "The issue from which the number is counted, where none is written",
          "{date: 2001-05-08, weekdays: [1, 2, 3, 4, 5]}"),
    Field("registration", "刊号", LINE, "国内统一连续出版物号；报头里的 {刊号}",
          "The registration number, {registration} in a nameplate", "CN 00-0000", near=("cn", "issn")),
    Field("page_total", "版数", number(1, 1000), "今日共几版；不写就数文件里的版",
          "How many pages the paper has today; else those of the file are counted", "8", near=("total",)),
    Field("weather", "天气", LINE, "天气", "The weather", "晴　6～15℃"),
    Field("price", "定价", LINE, "定价", "The price", "零售1.00元"),
    Field("web", "网址", LINE, "网址", "The address on the web", "www.example.com", near=("url", "website")),
    Field("style", "样式", NAME, "样式（layout/styles 里的名字）", "A style sheet under layout/styles", "daily",
          default="daily"),
    Field("press", "印刷", NAME, "印刷条件（layout/press 里的名字）", "A print condition under layout/press",
          "newsprint",
          default="newsprint"),
    Field("names", "人名", NAMES, "标题里不拆开的人名、职务", "Names and titles that a headline never cuts",
          "[郑志明, 党工委]",
          default=(), near=("name", "people")),
    Field("glyphs", "造字", table_of(A_PATH, A_CHARACTER), "字体里没有的字，每个字一幅画（SVG 或黑白图片）",
          "Characters that no face has, each with a drawing of it (SVG, or a picture in black and white)",
          "{𰻝: pictures/biang.svg}", default=(), near=("characters", "补字")),
)  # fmt: skip

PAGE_NAME_FIELDS = (
    Field("page", "版次", PAGE_NUMBERS, "第几版；跨版写两个版次", "The page's number; of a spread both", "2-3",
          required=True,
          near=("number", "版", "页码")),
    Field("section", "版名", LINE, "版名", "The section's name", "开发区时政", required=True,
          near=("title", "栏目")),
)  # fmt: skip

FOLIO = choice({"template": "照版式", "left": "在左", "right": "在右", "none": "没有"})

_MARGIN = length(least=0, most=2000 * PER_MM)

MARGINS = make_record("margins", "边空", "margins", (
    Field("outside", "外", _MARGIN, "双页外侧到裁切边：左手版在左，右手版在右",
          "White at the outside of the double page: left of a left-hand page, right of a right-hand one", "30mm"),
    Field("top", "上", _MARGIN, "第一行上沿到裁切边", "From the trim's top to the first row", "40mm"),
    Field("foot", "下", _MARGIN, "版心下沿到裁切边", "White below the last row at the least", "25mm"),
))  # fmt: skip
"""The white round the copy of one page."""

LOOK_FIELDS = (
    Field("template", "版式", NAME, "版式（layout/templates 里的名字）", "A template under layout/templates",
          "broadsheet",
          default="broadsheet", near=("layout",)),
    Field("body", "正文设置", NAME, "版式里的一种正文设置；“自动”由程序选", "A body setting of the template, or auto",
          "large", default=""),
    Field("credits", "版务", table_of(LINE, LINE), "责任编辑、版式、校对等", "Who made the page",
          "{责任编辑: ×××, 校对: ×××}", default=(),
          near=("credit", "staff")),
    Field("writing", "书写", WRITING, "整版横排或直排", "Direction of the whole page", "horizontal",
          default="horizontal"),
    Field("tint", "底纹", A_TINT, "整版的底纹，铺到裁切边外；可以写颜色名",
          "A tint under the whole page, beyond its trim; may name its colour", "yes", default="",
          near=("background", "底色")),
    Field("folio", "报眉", FOLIO, "报眉的版次在左还是在右，或者没有报眉",
          "The running head: its number at the left or the right, or none at all", "none", default="template",
          near=("head", "running_head", "眉")),
    Field("furniture", "版面附件", BOOLEAN, "要不要版式里的附件", "Whether the template's furniture stands on it", "no",
          default=True),
    Field("margins", "边空", record_of(MARGINS), "这一版的边空，和版式里的不一样时才写",
          "Its margins, where they are not the template's", "{outside: 30mm, foot: 25mm}", near=("margin", "页边")),
)  # fmt: skip
"""What a page looks like."""

OF_A_DAY = frozenset({"format", "extends", "date", "issue_no", "page_total", "weather"})
"""What one issue says of itself and no other."""

PAPER = make_record(
    "paper", "报纸文件", "the paper's file",
    tuple(field for field in (*ISSUE_FIELDS, *LOOK_FIELDS) if field.key not in OF_A_DAY),
)  # fmt: skip
"""What a paper's file says for all its issues."""

POOL_FIELDS = (
    Field("pages", "版面", choice({"auto": "自动"}), "稿件自动分到各版",
          "The engine spreads the stories over the pages", "auto", required=True),
    Field("page_count", "版数", number(1, 1000), "一共几个版", "How many pages", "4", near=("count",)),
    Field("page_numbers", "各版版次", listing(number(1, 9999), most=1000), "各版的版次；不写就从 1 数起",
          "The pages' numbers; from 1 on if left out", "[2, 3, 5]", default=(), near=("numbers",)),
    Field("sections", "各版版名", table_of(LINE, number(1, 9999)),
          "哪一版叫什么，这个版名的稿件就排在那里；不写就随最重的稿件",
          "What each page is called, where stories of that section stand; its heaviest story's section if left out",
          "{1: 要闻, 2: 民生}", default=()),
    Field("section", "版名", LINE, "没有别的版名时用的版名", "What a page is called that nothing else names", "综合"),
    Field("quotas", "各版限量", table_of(A_QUOTA, number(1, 9999)),
          "哪一版限几篇稿件，其中各个版名的几篇", "How many stories a page has, and how many of them of a section",
          "{1: {stories: 5-8, sections: {民生: 1-2}}}", default=(), near=("budgets", "quota", "限量", "头版")),
    Field("jumps", "转版", BOOLEAN, "太长的稿件可以转到另一版", "May long stories go on on another page", "yes",
          default=False),
)  # fmt: skip


class Table(NamedTuple):
    """The records of an issue file, for the kinds that there are.

    At the top stand the keys of ``issue`` (with ``pages``), of ``single`` (one page's are among them) or of ``pool``
    (the engine fills the pages). ``stories`` holds the blocks of a ``page``.
    """

    issue: Record
    single: Record
    pool: Record
    page: Record
    pages: Field
    stories: Field


def make_table(readings: Readings) -> Table:
    """The records of an issue file that may hold blocks of these kinds."""
    stories = stories_field(readings)
    page = make_record("page", "版", "a page", (*PAGE_NAME_FIELDS, *LOOK_FIELDS, stories))
    pages = Field(
        "pages", "版面", listing(record_of(page), most=1000), "各个版", "The pages; a single page may stand without it",
        required=True,
    )  # fmt: skip
    return Table(
        issue=make_record("issue", "稿件文件", "the issue", (*ISSUE_FIELDS, pages)),
        single=make_record("single", "稿件文件", "the issue", (*ISSUE_FIELDS, *page.fields)),
        pool=make_record("pool", "稿件文件", "the issue", (*ISSUE_FIELDS, *POOL_FIELDS, *LOOK_FIELDS, stories)),
        page=page,
        pages=pages,
        stories=stories,
    )


def stories_field(readings: Readings) -> Field:
    """The key under which the blocks of a page stand."""
    names = [reading.plural for reading in readings.values()]
    zh, en = "、".join(words.zh for words in names), listed_en([words.en for words in names], "and").capitalize()
    return Field(
        "stories", "稿件", listing(block_kind(readings), most=200), zh, en,
        required=True,
        near=("articles", "items", "文章", "blocks"),
    )  # fmt: skip


def block_kind(readings: Readings) -> Kind:
    """An item of ``stories``, decoded to the name of its kind and its values."""
    records = tuple(reading.record for reading in readings.values())
    words, signs = listed_en([record.en for record in records], "or"), signs_of(readings)
    return Kind("一项稿件", words, lambda node, reader: _block(node, readings, signs, reader),
                {"anyOf": [{"$ref": f"#/$defs/{record.name}"} for record in records]}, records)  # fmt: skip


def listed_en(words: tuple[str, ...] | list[str], joint: str) -> str:
    """A list in English: a, b and c."""
    return f"{', '.join(words[:-1])} {joint} {words[-1]}" if len(words) > 1 else words[0]


def _block(node: Node, readings: Readings, signs: dict[str, Reading], reader: FileReader) -> Any:
    """A decoded item of ``stories`` with its kind's name, chosen by the key that is the kind's sign."""
    if isinstance(node, Mapping) and node.text not in (None, reader.source):
        return reader.decoded("block", node, readings, lambda inner: _block(node, readings, signs, inner))
    kind = _kind_of(node, readings, signs, reader)
    values = None if kind is None else decode_record(node, kind.record, reader)
    return None if kind is None or values is None else (kind.name, values)


def signs_of(readings: Readings) -> dict[str, Reading]:
    """The kinds by the keys that are their signs, in either language."""
    return {spelling: r for r in readings.values() for f in r.record.fields if f.key == r.sign for spelling in f[:2]}


def _kind_of(node: Node, readings: Readings, signs: dict[str, Reading], reader: FileReader) -> Reading | None:
    """The kind of an item: by its sign, else the one that needs none; None (and reported) for two at once."""
    named: dict[str, Scalar] = {}
    for entry in node.entries if isinstance(node, Mapping) else ():
        if entry.key.value in signs:
            named[signs[entry.key.value].name] = entry.key
    if len(named) > 1:
        (first, _), (second, key) = tuple(named.items())[:2]
        reader.report("P220", key.span, first=first, second=second)
        return None
    return next((r for r in readings.values() if r.name in named or (not named and not r.sign)), None)
