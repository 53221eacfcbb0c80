"""The shape of ``fonts.yaml``: what a face and a role may say."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from fractions import Fraction
from itertools import chain
from pathlib import Path
from types import MappingProxyType
from typing import Any

from paiban.diagnostic import Diagnostic
from paiban.font.fitting import Fitting
from paiban.font.sets import CHARACTERS, Ranges
from paiban.language import Words
from paiban.resources import brought_folder
from paiban.source import Field, FileReader, Values, decode_record, parse, read_source
from paiban.source.field import make_record
from paiban.source.kinds import BOOLEAN, NAME, listing, number, record_of, scalar_kind, table_of
from paiban.source.node import Scalar
from paiban.span import Span
from paiban.value import NamedTuple


class FaceEntry(NamedTuple):
    """One face of the file: where its font is, how it is fitted, the faces whose rest it is.

    ``absent``: its file comes with another distribution that is not installed, which is no fault.
    """

    key: str
    path: Path
    number: int
    fitting: Fitting
    span: Span | None
    continues: tuple[str, ...] = ()
    absent: bool = False


class RoleEntry(NamedTuple):
    """One role: its faces in the order in which they are asked, the roles that lend it marks and Latin (or ``""``).

    ``called`` are further names, by which copy and styles may ask for it.
    """

    role: str
    faces: tuple[str, ...]
    marks: str
    latin: str
    span: Span | None
    called: tuple[str, ...] = ()


class FontsFile(NamedTuple):
    """What a fonts file says, undoubted yet."""

    faces: Mapping[str, FaceEntry] = MappingProxyType({})
    roles: Mapping[str, RoleEntry] = MappingProxyType({})


_SET = listing(CHARACTERS, single=True)


def _tag(node: Scalar, reader: FileReader) -> str | None:
    tag = node.value.strip()
    if len(tag) == _TAG_LENGTH and tag.isascii() and tag.isalnum():
        return tag
    reader.report("P317", node.span, value=tag)
    return None


_TAG_LENGTH = 4
_TAG = scalar_kind("一个特性的名称", "a feature's tag", _tag, {"type": "string", "pattern": "^[0-9A-Za-z]{4}$"})

_FACE = make_record("face", "字体", "a face", (
    Field("file", "文件", NAME, "字体文件，从本文件所在的文件夹算起", "the font file, from this file's folder",
          required=True),
    Field("index", "序号", number(0, 255), "ttc 文件里的第几个字体，从 0 数起", "which face of a .ttc file, from 0",
          default=0),
    Field("licence", "许可", NAME, "许可证文件", "the text of its licence", default="", near=("license",)),
    Field("draw", "借字形", table_of(NAME), "用另一个字的字形来画的字", "characters drawn with another's glyph",
          example='{"·": "・"}', default=()),
    Field("only", "只用", _SET, "只排这些字。写在一个角色最前面时，这些字就由它画，其余的归后面的字体",
          "the characters that it sets, and no others: first in a role it draws those, what follows the rest",
          example='"+−×÷"', default=()),
    Field("except", "不用", _SET, "不排这些字，由后面的字体排", "characters that it leaves to the faces after it",
          example="[digits, U+2460-2473]", default=()),
    Field("scale", "缩放", number(Fraction(1, 4), 4, whole=False), "放大或缩小多少倍；汉字仍占一个全身，居中",
          "so many times as large; its Han keep an em each and stand in the middle of it", example="0.94", default=1),
    Field("shift", "上移", number(-1, 1, whole=False), "比基线高出几分之几个字（负数是低）",
          "how far above the baseline it stands, in em; below it if negative", example="0.08", default=0),
    Field("whole_em", "全身", BOOLEAN, "字身窄于或宽于一个字的字体，汉字仍各占一个全身",
          "its Han stand on an em each, though its own width is another", example="是", default=False),
    Field("features", "特性", table_of(_SET, _TAG), "OpenType 特性，以及给哪些字用",
          "OpenType features, and the characters that each is for", example="{hwid: digits, ss01: all}", default=()),
    Field("as_black_as", "黑度同", NAME, "加粗到和这个字体一样黑", "the face that it is emboldened to be as black as",
          example="noto-serif-sc-900", default=""),
    Field("continues", "续", listing(NAME, single=True), "它是哪个字体的另一部分，或排在一起看不出：用它不提醒",
          "the faces of which it is the rest, or of one look with: what it sets beside them is not told",
          example="noto-serif-sc-900", default=()),
    Field("from", "来自", NAME, "带来这个文件的软件包；没有装上就不用这个字体，也不提醒",
          "the distribution that brings the file: not installed, the face is passed over without a word",
          example="paiban-faces", default=""),
))  # fmt: skip

_ROLE = make_record("role", "字体角色", "a role", (
    Field("faces", "字体", listing(NAME, single=True), "依次取字的字体", "its faces, asked in turn", required=True),
    Field("called", "又叫", listing(NAME, single=True), "稿件和样式里还可以怎样叫它",
          "what else copy and styles may call it", default=()),
    Field("marks", "标点", NAME, "借用哪个角色的标点", "the role that lends it marks", default=""),
    Field("latin", "西文", NAME, "借用哪个角色的字母、数字和西文标点", "the role that lends it letters and digits",
          default=""),
))  # fmt: skip

FONTS = make_record("fonts", "字体目录", "the fonts file", (
    Field("faces", "字体", table_of(record_of(_FACE)), "字体", "the faces", default=()),
    Field("roles", "角色", table_of(record_of(_ROLE)), "哪个角色用哪些字体", "which faces set which role", default=()),
))  # fmt: skip


def read_fonts_file(path: Path) -> tuple[FontsFile, tuple[Diagnostic, ...]]:
    """Read a fonts file; what is wrong in it is left out and reported."""
    source, found = read_source(path, what=Words(FONTS.zh, FONTS.en))
    if source is None:
        return FontsFile(), found
    node, faults = parse(source)
    reader = FileReader(source, [*found, *faults])
    values = None if node is None else decode_record(node, FONTS, reader)
    if values is None:
        return FontsFile(), tuple(reader.found)
    faces = {key: _face(key, entry, path.parent, reader) for key, entry in values["faces"] if entry["file"]}
    roles = {role: _role(role, entry) for role, entry in values["roles"] if entry["faces"]}
    return FontsFile(faces, roles), tuple(reader.found)


def _face(key: str, values: Values, folder: Path, reader: FileReader) -> FaceEntry:
    home = brought_folder(values["from"]) if values["from"] else folder
    if values["licence"] and home is not None and not (home / values["licence"]).is_file():
        reader.report("P309", values.at("licence"), face=key, file=values["licence"])
    draw: dict[str, str] = {}
    pairs: tuple[tuple[str, Any], ...] = values["draw"]
    for character, drawn in pairs:
        for value in (character, drawn):
            if len(value) != 1:
                reader.report("P308", values.at("draw"), value=value)
        draw[character[:1]] = drawn[:1]
    return FaceEntry(key, (home or folder) / values["file"], values["index"], _fitting(values, draw), values.at("file"),
                     values["continues"], home is None)  # fmt: skip


def _fitting(values: Values, draw: Mapping[str, str]) -> Fitting:
    return Fitting(
        draw, _together(values["only"]), _together(values["except"]), round(1000 * values["scale"]),
        round(1000 * values["shift"]), values["whole_em"],
        tuple((tag, _together(sets)) for tag, sets in values["features"] if tag), values["as_black_as"],
    )  # fmt: skip


def _together(sets: Iterable[Ranges]) -> Ranges:
    return tuple(chain.from_iterable(sets))


def _role(role: str, values: Values) -> RoleEntry:
    return RoleEntry(role, values["faces"], values["marks"], values["latin"], values.at("faces"), values["called"])
