"""An advert in the issue file."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from paiban.issue import header
from paiban.issue.kind import (
    Around,
    NamedFile,
    Reading,
    no_check,
    no_copy,
    no_faces,
    no_form,
    no_keys,
    no_titles,
    not_filled,
)
from paiban.issue.values import A_PATH, PICTURE_ENDINGS, file_name, nothing
from paiban.kinds.advert.model import EDGE, Advert
from paiban.language import Words
from paiban.source import Field, FileReader, Kind, Values, make_record
from paiban.source.kinds import BOOLEAN, NAME, choice, length, listing, number
from paiban.source.node import Node, Sequence
from paiban.span import Text
from paiban.units import PER_MM

SIZE = listing(length(least=5 * PER_MM, most=2000 * PER_MM), least=2, most=2)


def _booked(node: Node, reader: FileReader) -> Any:
    return (SIZE if isinstance(node, Sequence) else NAME).decode(node, reader)


BOOKED = Kind(
    "宽和高，或版式里广告尺寸的名字",
    "a width and a height, or the name of one of the template's advert sizes",
    _booked,
    {"anyOf": [SIZE.schema, NAME.schema]},
)

ALIGNMENTS = {
    EDGE: "贴边", "centre": "居中", "top": "靠上", "bottom": "靠下", "left": "靠左", "right": "靠右",
    "top-left": "左上", "top-right": "右上", "bottom-left": "左下", "bottom-right": "右下",
}  # fmt: skip

RECORD = make_record("advert", "广告", "an advert", (
    header.ID,
    Field("advert", "广告", A_PATH, "广告文件（PDF 或图片）", "Its file, a PDF or an image", "ads/trees.pdf",
          required=True,
          near=("ad", "ads", "advertisement")),
    Field("pdf_page", "页", number(1, 9999), "PDF 的第几页；不写就是第一页",
          "Which page of the PDF; else the first", "1"),
    Field("size", "尺寸", BOOKED, "订的尺寸：宽和高，或版式里的名字", "What was booked: width and height, or a name",
          "[350mm, 120mm]", near=("booked", "规格")),
    Field("scale", "缩放", BOOLEAN, "可以放大缩小；不写就按原大排，不合就不排",
          "It may be scaled; without it the file's own size holds, or it is refused", "yes", default=False),
    Field("align", "靠", choice(ALIGNMENTS), "在大一些的版位里靠哪边；不写就贴版心的边，够不着边的居中",
          "Where it stands in a larger place; else at the edge of the type area, or in the middle of its place",
          "top-left", default=EDGE),
    Field("keyline", "框线", BOOLEAN, "沿边加一条细线", "A fine line round it", "yes", default=False),
    Field("mend", "修补", BOOLEAN, "先修补文件再排：补成品尺寸，去掉链接、批注、空表单和权限密码",
          "Mend the file first: set its trim; links, notes, empty forms and an owner's password go", "yes",
          default=False),
    Field("bleed", "出血", BOOLEAN, "出到裁切边外",
          "Runs off the page; its trim stands at the page’s", "yes",
          default=False),
    header.APART,
    header.ELSEWHERE,
    header.HAND,
    header.EDGE,
    header.FILLER,
    header.PLACE,
    header.SLOT,
    header.LOCKED,
    header.OF_SECTION,
    header.ON_PAGE,
))  # fmt: skip


def content(values: Values, around: Around) -> Advert:
    """The advert that decoded fields make."""
    words: Text = values["advert"] or nothing(values)
    asked = (values[key] for key in ("pdf_page", "size", "scale", "align", "keyline", "mend", "bleed"))
    return Advert(words, around.file(words), *asked)


def texts(_advert: Advert) -> Iterator[Text | None]:
    """No copy of ours."""
    yield from ()


def title(advert: Advert) -> str:
    """The name of its file."""
    return file_name(advert.words.value)


def files(advert: Advert) -> tuple[NamedFile, ...]:
    """Its file."""
    return (NamedFile(advert.words, advert.file),)


READING = Reading(
    record=RECORD,
    plural=Words("广告", "adverts"),
    sign="advert",
    endings=(".pdf", *PICTURE_ENDINGS),
    hosts=False,
    bears=False,
    content=content,
    form=no_form,
    texts=texts,
    titles=no_titles,
    rewritten=no_copy,
    title=title,
    files=files,
    faces=no_faces,
    check=no_check,
    keys=no_keys,
    parting=None,
    crowns=False,
    filled=not_filled,
)
