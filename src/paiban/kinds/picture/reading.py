"""A picture in the issue file."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

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
from paiban.issue.values import A_PATH, MAX_COLUMNS, PICTURE_ENDINGS, WORDS, nothing
from paiban.kinds.picture.model import PictureContent
from paiban.language import Words
from paiban.source import Field, Values, make_record
from paiban.source.kinds import BOOLEAN, choice, either, listing, number
from paiban.span import Text

CENTRE = (Fraction(1, 2), Fraction(1, 2))

FIT = choice({"whole": "整张", "crop": "裁切"})
CAPTION_AT = choice({"below": "图下", "beside": "图旁", "over": "图上"})

POINT = listing(number(0, 1, whole=False), least=2, most=2)
A_CONTOUR = either("alpha", "透明", listing(POINT, least=3, most=500))

RECORD = make_record("picture", "图片", "a picture", (
    header.ID,
    Field("picture", "图片", A_PATH, "图片文件，从稿件文件所在的文件夹算起",
          "Its file, from the issue file's folder",
          "pictures/drill.jpg", required=True, near=("image", "photo", "照片", "图")),
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
    Field("caption_at", "图说位置", CAPTION_AT, "图说在图下、图旁（占最后一栏）、还是压在图脚",
          "Where its caption stands: beside it, the last column is the caption's", "beside", default="below"),
    Field("contour", "轮廓", A_CONTOUR,
          "按轮廓剪下来：几个点，每点 [左起, 上起]，0 到 1；“透明”就照图片透明的部分。绕形的文字绕它",
          "Cut out along it: points of [from left, from top], 0 … 1, or the picture's own transparency",
          "[[0.5, 0], [1, 1], [0, 1]]", near=("cut_out", "clip", "剪影", "去底", "退底")),
    header.PLACE,
    header.SLOT,
    Field("frame", "边线", BOOLEAN, "加细边线", "A fine line around it", "yes", default=False),
    Field("bleed", "出血", BOOLEAN, "图到裁切边", "Runs off the page", "yes", default=False),
    header.LOCKED,
    header.ON_PAGE,
))  # fmt: skip


def content(values: Values, around: Around) -> PictureContent:
    """The picture that decoded fields make."""
    words: Text = values["picture"] or nothing(values)
    return PictureContent(
        words=words,
        file=around.folder / words.value,
        caption=values["caption"],
        credit=values["credit"],
        focus=values["focus"] or CENTRE,
        frame=values["frame"],
        bleed=values["bleed"],
        columns=values["columns"],
        fit=values["fit"],
        caption_at=values["caption_at"],
        contour=values["contour"] or (),
        cut_out=values["contour"] is not None or values["wrap"] == "contour",
    )


def texts(picture: PictureContent) -> Iterator[Text | None]:
    """The copy in reading order."""
    yield from (picture.caption, picture.credit)


def rewritten(picture: PictureContent, change: Rewriting) -> PictureContent:
    """The picture with other words beside it."""
    caption, credit = (None if text is None else change(text) for text in (picture.caption, picture.credit))
    return picture._replace(caption=caption, credit=credit)


def title(picture: PictureContent) -> str:
    """Its file."""
    return picture.words.value


def files(picture: PictureContent) -> tuple[NamedFile, ...]:
    """Its file."""
    return (NamedFile(picture.words, picture.file),)


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
