"""A QR code in the issue file."""

from __future__ import annotations

from collections.abc import Iterator

from paiban.issue import header
from paiban.issue.kind import (
    Around,
    Reading,
    Rewriting,
    no_check,
    no_faces,
    no_files,
    no_form,
    no_keys,
    no_titles,
    not_filled,
)
from paiban.issue.values import LINE, WORDS, nothing
from paiban.kinds.qr.model import QrCode
from paiban.language import Words
from paiban.source import Field, Values, make_record
from paiban.source.kinds import choice, length
from paiban.span import Text
from paiban.units import PER_MM

SIDE = length(least=5 * PER_MM, most=200 * PER_MM)

RECORD = make_record("qr", "二维码", "a QR code", (
    header.ID,
    Field("qr", "二维码", LINE, "码里的内容，一般是网址", "What it says, an address as a rule",
          "https://www.example.com/v/12", required=True, near=("code", "qrcode")),
    Field("caption", "图说", WORDS, "旁边或下面的说明", "What is said beside or below it", "扫码看视频",
          near=("label", "说明")),
    Field("size", "尺寸", SIDE, "边长，连四周的白", "Its side with the white around it", "22mm"),
    Field("level", "容错", choice({"low": "低", "medium": "中", "quartile": "较高", "high": "高"}), "污损多少还能扫",
          "How much of it may be lost", "high", default="medium"),
    header.WITH,
    header.WRAP,
    header.WIDTH,
    header.SIDE,
    header.PLACE,
    header.SLOT,
    header.FILLER,
    header.LOCKED,
    header.ON_PAGE,
))  # fmt: skip


def content(values: Values, _around: Around) -> QrCode:
    """The code that decoded fields make."""
    return QrCode(values["qr"] or nothing(values), values["caption"], values["size"], values["level"])


def texts(code: QrCode) -> Iterator[Text | None]:
    """What is said of it; what it says itself stands there for machines."""
    yield code.caption


def rewritten(code: QrCode, change: Rewriting) -> QrCode:
    """The code with another caption."""
    return code._replace(caption=None if code.caption is None else change(code.caption))


def title(code: QrCode) -> str:
    """What it says."""
    return code.words.value


READING = Reading(
    record=RECORD,
    plural=Words("二维码", "QR codes"),
    sign="qr",
    endings=(),
    hosts=False,
    bears=False,
    content=content,
    form=no_form,
    texts=texts,
    titles=no_titles,
    rewritten=rewritten,
    title=title,
    files=no_files,
    faces=no_faces,
    check=no_check,
    keys=no_keys,
    parting=None,
    crowns=False,
    filled=not_filled,
)
