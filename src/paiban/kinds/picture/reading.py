"""A picture in the issue file."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import Any

from paiban.issue import header
from paiban.issue.kind import (
    Around,
    NamedFile,
    Reading,
    Rewriting,
    no_check,
    no_faces,
    no_form,
    no_keys,
    no_titles,
    not_filled,
)
from paiban.issue.values import A_PATH, MAX_COLUMNS, PICTURE_ENDINGS, WORDS, file_name, nothing
from paiban.kinds.picture.model import PictureContent, Shown
from paiban.language import Words
from paiban.source import Field, FileReader, Values, make_record
from paiban.source.field import Kind
from paiban.source.kinds import BOOLEAN, YES_OR_NO, choice, either, length, listing, number, record_of
from paiban.source.node import Mapping, Node, Scalar
from paiban.span import Text
from paiban.units import PER_MM
from paiban.value import NamedTuple

CENTRE = (Fraction(1, 2), Fraction(1, 2))

FIT = choice({"whole": "整张", "crop": "裁切"})
CREDIT_AT = choice({"end": "图说末", "edge": "沿边"})
CAPTION_AT = choice({"below": "图下", "beside": "图旁", "over": "图上"})

PART_RECORD = make_record("grouped", "组图里的一张", "a picture of a group", (
    Field("picture", "图片", A_PATH, "图片文件", "Its file", "pictures/a.jpg", required=True, near=("image", "photo")),
    Field("caption", "图说", WORDS, "这一张的图说", "Its own caption", "清晨的渡口", near=("cutline", "说明")),
    Field("focus", "焦点", listing(number(0, 1, whole=False), least=2, most=2),
          "裁切时保住的点：[左起, 上起]，0 到 1", "The point that cropping keeps, 0 … 1", "[0.5, 0.4]"),
), "{picture: a.jpg, caption: 清晨的渡口}")  # fmt: skip


class TypedPicture(NamedTuple):
    """A picture as it was typed: its path, and its own caption and focus in a group."""

    path: Text
    caption: Text | None = None
    focus: tuple[Fraction, Fraction] | None = None


def _part(node: Node, reader: FileReader) -> Any:
    """A picture of a group by its fields, or one that is nothing but a path."""
    if isinstance(node, Mapping):
        return A_PART.decode(node, reader)
    path = A_PATH.decode(node, reader)
    return None if path is None else TypedPicture(path)


def _of_fields(values: Values, _reader: FileReader) -> Any:
    return TypedPicture(values["picture"], values["caption"], values["focus"]) if values["picture"] else None


A_PART = record_of(PART_RECORD, _of_fields)
_ONE = Kind("一个文件路径，或图片和图说", "the path of a file, or a picture with its caption", _part,
            {"anyOf": [A_PATH.schema, A_PART.schema]}, A_PART.records)  # fmt: skip
PICTURES = listing(_ONE, most=24, single=True)._replace(zh="一个文件路径，组图是几张的列表",
                                                        en="the path of a file, of a group a list")  # fmt: skip

_SIDES = listing(choice({"left": "左", "top": "上", "right": "右", "foot": "下"}), most=4, single=True)


def _bleed(node: Node, reader: FileReader) -> Any:
    """The sides at which a picture bleeds; yes is all but the head, where the running head stands."""
    if isinstance(node, Scalar) and node.value.strip().lower() in YES_OR_NO:
        return ("left", "right", "foot") if BOOLEAN.decode(node, reader) else ()
    return _SIDES.decode(node, reader)


A_BLEED = Kind(f"{BOOLEAN.zh}，或几边：左、上、右、下", f"{BOOLEAN.en}, or sides: left, top, right, foot", _bleed,
               {"anyOf": [BOOLEAN.schema, _SIDES.schema]})  # fmt: skip

POINT = listing(number(0, 1, whole=False), least=2, most=2)
A_CONTOUR = either("alpha", "透明", listing(POINT, least=3, most=500))

RECORD = make_record("picture", "图片", "a picture", (
    header.ID,
    Field("picture", "图片", PICTURES, "图片文件，从稿件文件所在的文件夹算起；组图写几张",
          "Its file, from the issue file's folder; of a group several",
          "pictures/drill.jpg", required=True, near=("image", "photo", "照片", "图", "pictures", "组图")),
    Field("caption", "图说", WORDS, "图片说明", "What it shows", "演练现场", near=("cutline", "说明", "图片说明")),
    Field("credit", "图源", WORDS, "作者或来源", "Who made it", "×××　摄", near=("photographer", "摄影", "作者")),
    header.WITH,
    header.WRAP_CONTOUR,
    header.WIDTH,
    header.SIDE,
    Field("focus", "焦点", listing(number(0, 1, whole=False), least=2, most=2),
          "裁切时保住的点：[左起, 上起]，0 到 1", "The point that cropping keeps, 0 … 1", "[0.5, 0.4]"),
    Field("columns", "栏", number(1, MAX_COLUMNS), "占几栏", "How many columns wide", "2", near=("栏数",)),
    Field("fit", "放法", FIT, "整张放进去，或裁满位置；不写就裁满，裁多少都报；线条图从不裁",
          "Shown whole, or cropped to fill its place; line art is never cropped", "whole", default=""),
    Field("across", "每排", number(1, 8), "组图一排几张；不写就看位置",
          "How many of a group stand in a row; else by its place", "3"),
    Field("credit_at", "图源位置", CREDIT_AT, "图源在图说末尾，还是沿着图片右边竖着排",
          "Where the credit stands: at the caption's end, or along the picture's right edge", "edge", default="end"),
    Field("caption_at", "图说位置", CAPTION_AT, "图说在图下、图旁（占最后一栏）、还是压在图脚",
          "Where its caption stands: beside it, the last column is the caption's", "beside", default="below"),
    header.COLOUR._replace(doc_zh="图说和图源的颜色：样式里颜色的名字。图说压在图脚、写了字色，就直接压在图上，不垫白条",
                           doc_en="The colour of its caption and credit, of the style sheet. One over the picture then"
                                  " stands on the picture itself, without a band of paper"),
    Field("contour", "轮廓", A_CONTOUR,
          "按轮廓剪下来：几个点，每点 [左起, 上起]，0 到 1；“透明”就照图片透明的部分。绕形的文字绕它",
          "Cut out along it: points of [from left, from top], 0 … 1, or the picture's own transparency",
          "[[0.5, 0], [1, 1], [0, 1]]", near=("cut_out", "clip", "剪影", "去底", "退底")),
    header.PLACE,
    header.SLOT,
    Field("frame", "边线", BOOLEAN, "加细边线", "A fine line around it", "yes", default=False),
    Field("corners", "圆角", length(least=0, most=30 * PER_MM), "角圆多少", "How far its corners are rounded", "3mm",
          default=0, near=("radius",)),
    Field("bleed", "出血", A_BLEED, "图到裁切边；可以写哪几边", "Runs off the page; may name the sides", "yes",
          default=()),
    header.PACKAGE,
    header.FILLER,
    header.LOCKED,
    header.ON_PAGE,
))  # fmt: skip


def content(values: Values, around: Around) -> PictureContent:
    """The picture that decoded fields make."""
    typed: tuple[TypedPicture, ...] = values["picture"] or (TypedPicture(nothing(values)),)
    focus: tuple[Fraction, Fraction] | None = values["focus"]
    return PictureContent(
        shown=tuple(
            Shown(t.path, around.file(t.path), own or CENTRE, t.caption, pointed=own is not None)
            for t in typed
            for own in [t.focus or focus]
        ),
        caption=values["caption"],
        credit=values["credit"],
        frame=values["frame"],
        bleed=values["bleed"],
        columns=values["columns"],
        fit=values["fit"],
        caption_at=values["caption_at"],
        credit_at=values["credit_at"],
        across=values["across"],
        corners=values["corners"],
        contour=values["contour"] or (),
        cut_out=values["contour"] is not None or values["wrap"] == "contour",
    )


def texts(picture: PictureContent) -> Iterator[Text | None]:
    """The copy in reading order."""
    yield from (shown.caption for shown in picture.shown)
    yield from (picture.caption, picture.credit)


def rewritten(picture: PictureContent, change: Rewriting) -> PictureContent:
    """The picture with other words beside it."""

    def changed(text: Text | None) -> Text | None:
        return None if text is None else change(text)

    shown = tuple(each._replace(caption=changed(each.caption)) for each in picture.shown)
    return picture._replace(shown=shown, caption=changed(picture.caption), credit=changed(picture.credit))


def title(picture: PictureContent) -> str:
    """The name of its first file."""
    return file_name(picture.shown[0].words.value)


def files(picture: PictureContent) -> tuple[NamedFile, ...]:
    """Its files."""
    return tuple(NamedFile(shown.words, shown.file) for shown in picture.shown)


READING = Reading(
    record=RECORD,
    plural=Words("图片", "pictures"),
    sign="picture",
    endings=PICTURE_ENDINGS,
    hosts=False,
    bears=True,
    content=content,
    form=no_form,
    texts=texts,
    titles=no_titles,
    rewritten=rewritten,
    title=title,
    files=files,
    faces=no_faces,
    check=no_check,
    keys=no_keys,
    parting=None,
    crowns=False,
    filled=not_filled,
)
