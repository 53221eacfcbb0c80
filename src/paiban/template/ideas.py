"""Ideas of pages (版式套路), ``layout/ideas/*.yaml``: what a page's stories are asked for, by their roles."""

from __future__ import annotations

from re import fullmatch
from typing import Any

from paiban.language import Words
from paiban.source.field import Field, FileReader, Values, make_record, wrong_kind
from paiban.source.kinds import NAME, choice, listing, number, record_of, scalar_kind
from paiban.source.measure import unquoted
from paiban.source.node import Scalar
from paiban.value import NamedTuple

SEATS = {
    "any": "不限",
    "beside": "头条旁",
    "under": "头条下",
    "left": "靠左边",
    "right": "靠右边",
    "foot": "版脚",
    "foot-left": "左下角",
    "foot-right": "右下角",
}
"""Where a block stands, by word: next to the lead, or by the edges of the page that it reaches."""

HEADS = {"any": "不限", "above": "横题", "partial": "串文题", "vertical": "竖题"}
PICTURES = {"any": "不限", "none": "没有", "above": "在上", "left": "在左", "right": "在右", "inside": "在中间"}
SEAMS = {"any": "不限", "none": "没有", "across": "横着", "down": "竖着"}


class Part(NamedTuple):
    """What a role asks of a block: per cent of the page's columns and rows, its headline, its picture, its seat."""

    columns: tuple[int, int] = (1, 100)
    rows: tuple[int, int] = (1, 100)
    head: str = "any"
    picture: str = "any"
    seat: str = "any"


ANY = Part()

ROLES = {
    "lead": ("头条", "对头条的要求", "What is asked of the lead"),
    "second": ("二条", "对二条的要求", "What is asked of the second"),
    "third": ("三条", "对三条的要求", "What is asked of the third"),
    "others": ("其余", "对其余稿件的要求", "What is asked of the rest"),
    "rail": ("简讯栏", "对简讯栏的要求；没有简讯的版用不上",
             "What is asked of the rail of briefs; a page without one has no use for the idea"),
    "advert": ("广告", "对广告的要求；没有广告的版用不上",
               "What is asked of the largest advert; a page without one has no use for the idea"),
}  # fmt: skip
"""The roles of a page by key: in Chinese, and what the file says of them."""


class Idea(NamedTuple):
    """An idea by its name: for how many stories it is, what it asks of each role, and of lines through the page.

    Without a ``third`` the third story is one of the rest. ``rail`` and ``advert`` are None where it does not matter
    whether a page has any.
    """

    name: Words
    drawing: tuple[str, ...]
    stories: tuple[int, int]
    lead: Part = ANY
    second: Part = ANY
    third: Part | None = None
    others: Part = ANY
    rail: Part | None = None
    advert: Part | None = None
    seams: str = "any"


def _range(most: int) -> Any:
    return listing(number(1, most), least=2, most=2)


def _drawn(node: Scalar, reader: FileReader) -> Any:
    """A line of a drawing."""
    line = unquoted(node.value)
    if fullmatch("[LP23a-z]{8}", line):
        return line
    wrong_kind(node, DRAWN, reader)
    return None


DRAWN = scalar_kind("一行图样：八个字，L、P、2、3 或小写字母", "a line of eight: L, P, 2, 3 or a small letter", _drawn,
                    {"type": ["string", "number"]})  # fmt: skip

PART = make_record("part", "角色", "the role", (
    Field("columns", "栏", _range(100), "占全版栏数的百分之几：从几到几", "Per cent of the page's columns: least, most",
          default=ANY.columns),
    Field("rows", "行", _range(100), "占全版行数的百分之几：从几到几", "Per cent of the page's rows: least, most",
          default=ANY.rows),
    Field("head", "题式", choice(HEADS), "标题的样子", "The form of its headline", default=ANY.head),
    Field("picture", "配图", choice(PICTURES), "它的图片在文字的哪一边",
          "On which side of its copy its picture stands", default=ANY.picture),
    Field("seat", "在哪里", choice(SEATS), "在头条旁边、下面，还是在版的哪一边、哪一角",
          "Beside the lead or under it, or at which side or corner of the page", default=ANY.seat),
))  # fmt: skip

IDEA = make_record("idea", "套路", "the idea", (
    Field("zh", "中文名", NAME, "叫什么", "What it is called in Chinese", required=True),
    Field("en", "英文名", NAME, "英文叫什么", "What it is called in English", required=True),
    Field("drawing", "图样", listing(DRAWN),
          "画成几行字：L 头条，P 它的图，2 二条，p 它的图，3 三条，r 简讯栏，a 广告，别的小写字母各是一篇",
          "Drawn in lines: L lead, P its picture, 2 second, p its picture, 3 third, r rail, a advert; any other letter "
          "is one more story",
          required=True),
    Field("stories", "篇数", _range(99), "几篇稿件时用得上：从几到几", "For how many stories: least, most",
          default=(1, 99)),
    *(Field(key, zh, record_of(PART), said, told) for key, (zh, said, told) in ROLES.items()),
    Field("seams", "通线", choice(SEAMS), "横着（断版）或竖着（通缝）穿过全版的线：要有，还是不许有",
          "A line through the whole page, across or down: wanted, or none of either", default="any"),
))  # fmt: skip

IDEAS = make_record("ideas", "套路文件", "the ideas", (
    Field("name", "名称", NAME, "名字", "Its name", required=True),
    Field("ideas", "套路", listing(record_of(IDEA)), "各种套路，先后就是取名的先后",
          "The ideas, in the order in which a plan is called by one", required=True),
))  # fmt: skip


def build_ideas(values: Values, _reader: FileReader) -> tuple[Idea, ...]:
    """The ideas of a decoded file."""
    return tuple(_idea(each) for each in values["ideas"])


def _idea(values: Values) -> Idea:
    asked = {role: Part(**values[role].items) for role in ROLES if values[role] is not None}
    name = Words(values["zh"], values["en"])
    return Idea(name, values["drawing"], values["stories"], seams=values["seams"], **asked)
