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


class Part(NamedTuple):
    """What a role asks of a story: per cent of the page's columns, the form of its headline, where it stands.

    ``head`` is ``above``, ``partial``, ``vertical`` or ``any``, ``seat`` is ``beside`` or ``under`` the lead, ``foot``
    or ``any``.
    """

    columns: tuple[int, int] = (1, 100)
    head: str = "any"
    seat: str = "any"


ANY = Part()


class Idea(NamedTuple):
    """An idea by its name: for how many stories it is, and what it asks of them."""

    name: Words
    drawing: tuple[str, ...]
    stories: tuple[int, int]
    lead: Part = ANY
    second: Part = ANY
    others: Part = ANY


def _range(most: int) -> Any:
    return listing(number(1, most), least=2, most=2)


def _drawn(node: Scalar, reader: FileReader) -> Any:
    """A line of a drawing."""
    line = unquoted(node.value)
    if fullmatch("[L2n]{8}", line):
        return line
    wrong_kind(node, DRAWN, reader)
    return None


DRAWN = scalar_kind("一行图样：八个字母，L、2 或 n", "a line of eight letters, each L, 2 or n", _drawn,
                    {"type": ["string", "number"]})  # fmt: skip

PART = make_record("part", "角色", "the role", (
    Field("columns", "栏", _range(100), "占全版栏数的百分之几：从几到几", "Per cent of the page's columns: least, most",
          default=ANY.columns),
    Field("head", "题式", choice({"any": "不限", "above": "横题", "partial": "串文题", "vertical": "竖题"}),
          "标题的样子", "The form of its headline", default=ANY.head),
    Field("seat", "在哪里", choice({"any": "不限", "beside": "头条旁", "under": "头条下", "foot": "版脚"}),
          "在头条旁边、下面，还是在版脚", "Beside the lead, under it, or at the page's foot", default=ANY.seat),
))  # fmt: skip

IDEA = make_record("idea", "套路", "the idea", (
    Field("zh", "中文名", NAME, "叫什么", "What it is called in Chinese", required=True),
    Field("en", "英文名", NAME, "英文叫什么", "What it is called in English", required=True),
    Field("drawing", "图样", listing(DRAWN), "画成几行字：L 头条，2 二条，n 其余",
          "Drawn in lines: L lead, 2 second, n others", required=True),
    Field("stories", "篇数", _range(99), "几篇稿件时用得上：从几到几", "For how many stories: least, most",
          default=(1, 99)),
    Field("lead", "头条", record_of(PART), "对头条的要求", "What is asked of the lead"),
    Field("second", "二条", record_of(PART), "对二条的要求", "What is asked of the second"),
    Field("others", "其余", record_of(PART), "对其余稿件的要求", "What is asked of the rest"),
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
    parts = (_part(values[role]) for role in ("lead", "second", "others"))
    return Idea(Words(values["zh"], values["en"]), values["drawing"], values["stories"], *parts)


def _part(values: Values | None) -> Part:
    return ANY if values is None else Part(**values.items)
