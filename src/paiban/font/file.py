"""The shape of ``fonts.yaml``: what a face and a role may say."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

from paiban.diagnostic import Diagnostic
from paiban.language import Words
from paiban.source import Field, FileReader, Values, decode_record, parse, read_source
from paiban.source.field import make_record
from paiban.source.kinds import NAME, listing, number, record_of, table_of
from paiban.span import Span
from paiban.value import NamedTuple


class FaceEntry(NamedTuple):
    """One face of the file: where its font is, and what it draws with another character's glyph."""

    key: str
    path: Path
    number: int
    draw: Mapping[str, str]
    span: Span | None


class RoleEntry(NamedTuple):
    """One role: its faces in the order in which they are asked, the roles that lend it marks and Latin (or ``""``)."""

    role: str
    faces: tuple[str, ...]
    marks: str
    latin: str
    span: Span | None


class FontsFile(NamedTuple):
    """What a fonts file says, undoubted yet."""

    faces: Mapping[str, FaceEntry] = MappingProxyType({})
    roles: Mapping[str, RoleEntry] = MappingProxyType({})


_FACE = make_record("face", "字体", "a face", (
    Field("file", "文件", NAME, "字体文件，从本文件所在的文件夹算起", "the font file, from this file's folder",
          required=True),
    Field("index", "序号", number(0, 255), "ttc 文件里的第几个字体，从 0 数起", "which face of a .ttc file, from 0",
          default=0),
    Field("licence", "许可", NAME, "许可证文件", "the text of its licence", default="", near=("license",)),
    Field("draw", "借字形", table_of(NAME), "用另一个字的字形来画的字", "characters drawn with another's glyph",
          default=()),
))  # fmt: skip

_ROLE = make_record("role", "字体角色", "a role", (
    Field("faces", "字体", listing(NAME, single=True), "依次取字的字体", "its faces, asked in turn", required=True),
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
    if values["licence"] and not (folder / values["licence"]).is_file():
        reader.report("P309", values.at("licence"), face=key, file=values["licence"])
    draw: dict[str, str] = {}
    pairs: tuple[tuple[str, Any], ...] = values["draw"]
    for character, drawn in pairs:
        for value in (character, drawn):
            if len(value) != 1:
                reader.report("P308", values.at("draw"), value=value)
        draw[character[:1]] = drawn[:1]
    return FaceEntry(key, folder / values["file"], values["index"], draw, values.at("file"))


def _role(role: str, values: Values) -> RoleEntry:
    return RoleEntry(role, values["faces"], values["marks"], values["latin"], values.at("faces"))
