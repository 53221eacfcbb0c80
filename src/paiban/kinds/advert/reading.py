"""An advert in the issue file."""

from __future__ import annotations

from collections.abc import Iterator

from paiban.issue import header
from paiban.issue.kind import Around, NamedFile, Reading, no_check, no_faces, no_form, no_keys
from paiban.issue.values import A_PATH, nothing
from paiban.kinds.advert.model import Advert
from paiban.language import Words
from paiban.source import Field, Values, make_record
from paiban.source.kinds import length, listing, number
from paiban.span import Text
from paiban.units import PER_MM

SIZE = listing(length(least=5 * PER_MM, most=2000 * PER_MM), least=2, most=2)

RECORD = make_record("advert", "广告", "an advert", (
    header.ID,
    Field("advert", "广告", A_PATH, "广告文件（PDF 或图片）", "Its file, a PDF or an image", "ads/trees.pdf",
          required=True,
          near=("ad", "ads", "advertisement")),
    Field("pdf_page", "页", number(1, 9999), "PDF 的第几页；不写就是第一页",
          "Which page of the PDF; else the first", "1"),
    Field("size", "尺寸", SIZE, "宽和高", "Width and height", "[350mm, 120mm]"),
    header.FILLER,
    header.PLACE,
    header.SLOT,
    header.LOCKED,
    header.ON_PAGE,
))  # fmt: skip


def content(values: Values, around: Around) -> Advert:
    """The advert that decoded fields make."""
    words: Text = values["advert"] or nothing(values)
    return Advert(words, around.folder / words.value, values["pdf_page"], values["size"])


def texts(_advert: Advert) -> Iterator[Text | None]:
    """No copy of ours."""
    yield from ()


def title(advert: Advert) -> str:
    """Its file."""
    return advert.words.value


def files(advert: Advert) -> tuple[NamedFile, ...]:
    """Its file."""
    return (NamedFile(advert.words, advert.file),)


READING = Reading(
    record=RECORD,
    plural=Words("广告", "adverts"),
    sign="advert",
    endings=(".pdf", ".jpg", ".jpeg", ".png", ".tif", ".tiff", ".webp"),
    hosts=False,
    content=content,
    form=no_form,
    texts=texts,
    title=title,
    files=files,
    faces=no_faces,
    check=no_check,
    keys=no_keys,
    parting=None,
)
