"""Classifieds in the issue file."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import Any

from paiban.issue import header
from paiban.issue.kind import (
    Around,
    Reading,
    Rewriting,
    no_faces,
    no_files,
    no_form,
    no_keys,
    not_filled,
)
from paiban.issue.model import Block, Place
from paiban.issue.values import BODY, LINE, nothing
from paiban.kinds.classifieds.model import Category, Classifieds, Rates, SmallAd
from paiban.language import Words
from paiban.source import Field, FileReader, Kind, Values, make_record
from paiban.source.kinds import choice, listing, number, record_of
from paiban.source.node import Mapping, Node
from paiban.span import Text

MOST_ADS = 1000

AD_RECORD = make_record("ad", "一条分类广告", "a classified", (
    Field("title", "题", LINE, "这一条的题目", "Its title", "遗失声明", near=("headline", "标题", "题目")),
    Field("text", "正文", BODY, "这一条的文字", "What it says", "……", required=True, near=("body", "copy", "文字")),
    Field("sign", "落款", listing(LINE, most=6, single=True), "靠右的落款，一行一项", "Lines ranged right at its end",
          "[沅江报社, 11月22日]", default=(), near=("signature", "署名")),
    Field("frame", "框", choice({"line": "细框", "black": "黑框", "none": "无"}), "加框；讣告用黑框",
          "A frame; obituaries have a black one", "black", default="none", near=("box", "加框", "border")),
    Field("lines", "行数", number(1, 200), "订了几行；排出来不是这么多就提醒", "The lines that were paid for", "3",
          near=("booked",)),
))  # fmt: skip


def _small_ad(node: Node, reader: FileReader) -> Any:
    """An item by its fields, or one that is nothing but copy."""
    if isinstance(node, Mapping):
        return RECORD_OF_AD.decode(node, reader)
    paragraphs = BODY.decode(node, reader)
    return SmallAd(None, paragraphs, (), "", None, node.span) if paragraphs else None


def _of_fields(values: Values, _reader: FileReader) -> Any:
    frame = "" if values["frame"] == "none" else values["frame"]
    return SmallAd(values["title"], values["text"] or (), values["sign"], frame, values["lines"], values.span)


RECORD_OF_AD = record_of(AD_RECORD, _of_fields)
AN_AD = Kind("一条广告的文字，或题、正文、落款", "an item's copy, or its title, text and sign", _small_ad,
             {"anyOf": [BODY.schema, RECORD_OF_AD.schema]}, RECORD_OF_AD.records)  # fmt: skip
ADS = listing(AN_AD, most=MOST_ADS)

CATEGORY_RECORD = make_record("category", "类别", "a category", (
    Field("category", "类别", LINE, "类别的名字", "Its name", "房屋租售", required=True, near=("name", "title")),
    Field("items", "条目", ADS, "这一类的广告，一条一项", "Its items", required=True, near=("ads",)),
))  # fmt: skip

RATES_RECORD = make_record("rates", "价目", "a rate card", (
    Field("line", "每行", number(0, 100_000, whole=False), "一行多少钱", "What a line costs", "20", required=True),
    Field("least", "起算", number(1, 100), "不足这么多行的按这么多算", "Fewer lines are charged as so many", "3",
          default=1),
    Field("frame", "细框", number(0, 100_000, whole=False), "细框另加多少钱", "What a frame adds", "30",
          default=Fraction(0)),
    Field("black", "黑框", number(0, 100_000, whole=False), "黑框另加多少钱", "What a black frame adds", "100",
          default=Fraction(0)),
), "{line: 20, least: 3}")  # fmt: skip

RECORD = make_record("classifieds", "分类广告", "classifieds", (
    header.ID,
    Field("classifieds", "分类广告", LINE, "整块的题", "The label of them all", "分类广告", required=True,
          near=("classified", "smalls", "label", "headline", "栏题", "主题")),
    Field("note", "说明", LINE, "题旁边的说明，如刊登热线", "What is said beside the label", "刊登热线　000-0000000"),
    Field("categories", "各类", listing(record_of(CATEGORY_RECORD), most=100), "一类一项", "The categories"),
    Field("items", "条目", ADS, "不分类的广告、公告、讣告", "Items without a category"),
    Field("fillers", "补白", ADS, "有空才排的补白", "What stands at the end as far as there is room", default=()),
    Field("rates", "价目", record_of(RATES_RECORD), "怎样计价", "What an item costs"),
    Field("legs", "破栏", number(1, 24), "几栏，直排的几段；不写就随占的栏，直排的随高度",
          "In how many legs, or bands of vertical lines; else as many as its columns, or as its height holds", "6"),
    header.WRITING,
    header.PLACE,
    header.SLOT,
    header.LOCKED,
    header.OF_SECTION,
    header.ON_PAGE,
))  # fmt: skip


def content(values: Values, around: Around) -> Classifieds:
    """The classifieds that decoded fields make."""
    groups = [Category(group["category"], group["items"] or ()) for group in values["categories"] or ()]
    loose = [Category(None, values["items"])] if values["items"] else []
    rates: Values | None = values["rates"]
    return Classifieds(
        label=values["classifieds"] or nothing(values),
        note=values["note"],
        categories=(*loose, *groups),
        fillers=values["fillers"],
        rates=None if rates is None or rates["line"] is None else Rates(*(rates[key] for key in Rates._fields)),
        legs=values["legs"],
        vertical=(values["writing"] or around.writing) == "vertical",
    )


def check(_block: Block, _place: Place | None, values: Values, reader: FileReader) -> None:
    """There is something to print."""
    if not values.given("categories") and not values.given("items"):
        own = {"own_first": Words("各类", "categories"), "own_second": Words("条目", "items")}
        reader.report("P269", values.span, **own)


def texts(block: Classifieds) -> Iterator[Text | None]:
    """The copy in reading order; fillers may be left out."""
    yield from (block.label, block.note)
    for category in block.categories:
        yield category.name
        for ad in category.ads:
            yield from ad.texts


def titles(block: Classifieds) -> Iterator[Text]:
    """The label, the heads of the categories and the titles of items."""
    yield block.label
    for category in block.categories:
        yield from () if category.name is None else (category.name,)
        yield from (ad.title for ad in category.ads if ad.title is not None)


def rewritten(block: Classifieds, change: Rewriting) -> Classifieds:
    """The classifieds with other copy."""

    def ad(item: SmallAd) -> SmallAd:
        return item._replace(
            title=None if item.title is None else change(item.title),
            paragraphs=tuple(paragraph.rewritten(change) for paragraph in item.paragraphs),
            sign=tuple(map(change, item.sign)),
        )

    return block._replace(
        label=change(block.label),
        note=None if block.note is None else change(block.note),
        categories=tuple(
            Category(None if c.name is None else change(c.name), tuple(map(ad, c.ads))) for c in block.categories
        ),
        fillers=tuple(map(ad, block.fillers)),
    )


def title(block: Classifieds) -> str:
    """Its label."""
    return block.label.value


READING = Reading(
    record=RECORD,
    plural=Words("分类广告", "classifieds"),
    sign="classifieds",
    endings=(),
    hosts=False,
    content=content,
    form=no_form,
    texts=texts,
    titles=titles,
    rewritten=rewritten,
    title=title,
    files=no_files,
    faces=no_faces,
    check=check,
    keys=no_keys,
    parting=None,
    bears=False,
    crowns=False,
    filled=not_filled,
)
