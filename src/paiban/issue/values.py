"""Kinds of value that only issue files hold: headlines, bodies, places, paths."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction
from pathlib import PurePosixPath
from typing import Any

from paiban.grid import GridRect
from paiban.issue.model import FirstIssue, Paragraph, Place, Quota
from paiban.language import Words
from paiban.markup import bars
from paiban.source.copy import copy_text, part_of, split_lines
from paiban.source.field import Field, FileReader, Kind, Record, Values, is_empty, make_record, wrong_kind
from paiban.source.kinds import DATE, NAME, choice, listing, number, record_of, scalar_kind, table_of
from paiban.source.measure import parse_length, parse_number, parse_range
from paiban.source.node import Node, Scalar, Sequence
from paiban.span import Span, Text
from paiban.template.table_style import BORDERS, COLOURS, DRESS_STYLES, LINES
from paiban.units import PER_MM, PER_PT
from paiban.value import NamedTuple

MAX_COLUMNS = 24
MAX_ROWS = 400
MAX_PAGE = 9999
_LEAST_SIZE, _MOST_SIZE = 6 * PER_PT, 300 * PER_PT
_LEAST_WIDTH, _LEAST_SHARE = 5 * PER_MM, Fraction(1, 10)


def trimmed(text: Text) -> Text:
    """``text`` without the ordinary white around it."""
    left = len(text.value) - len(text.value.lstrip(" \t\n"))
    right = len(text.value.rstrip(" \t\n"))
    return text if (left, right) == (0, len(text.value)) else part_of(text, left, right)


def read_copy(node: Scalar, reader: FileReader, in_body: bool = False) -> Text:
    """The copy of ``node``; remarks that cut it short or stand in it are reported."""
    text = trimmed(copy_text(reader.source, node))
    reader.report_remarks(node, in_body)
    return text


def _line(node: Scalar, reader: FileReader) -> Any:
    text = read_copy(node, reader)
    for index in joined_lines(text, reader):
        reader.report("P224", text.at(index))
    if "\n" in text.value:
        reader.report("P223", text.at(text.value.index("\n")))
    return text


ONE_PAGE = number(1, MAX_PAGE)
_BOTH = r"^\s*[0-9]+\s*[-–—至到~～]\s*[0-9]+\s*$"


def _page_numbers(node: Scalar, reader: FileReader) -> Any:
    """The numbers of a page's first and last: of a single one it is the same, of a spread the next."""
    found = parse_range(node.value)
    if found is None or found[0] == found[1]:
        only = ONE_PAGE.decode(node, reader)
        return None if only is None else (only, only)
    first, last = found
    if last - first != 1 or first % 2 or not 1 <= first < MAX_PAGE:
        even = max(2, first // 2 * 2)
        reader.report("P156", node.span, value=node.value, example=f"{even}-{even + 1}")
        return None
    return found


PAGE_NUMBERS = scalar_kind(
    f"{ONE_PAGE.zh}（A01 写 1），或相对的两版", f"{ONE_PAGE.en} (1 for A01), or two facing pages", _page_numbers,
    {"anyOf": [ONE_PAGE.schema, {"type": "string", "pattern": _BOTH}]},
)  # fmt: skip

LINE = scalar_kind(
    "一行文字", "a line of text", _line, {"type": ["string", "number", "boolean"]}
)._replace(is_copy=True)  # fmt: skip
"""Words without line ends and marks: a section, a folio."""


def _words(node: Scalar, reader: FileReader) -> Any:
    text = _line(node, reader)
    for index in bars(text.value)[:1]:
        reader.report("P249", text.at(index))
    return text


WORDS = scalar_kind(LINE.zh, LINE.en, _words, LINE.schema)._replace(is_copy=True)
"""A line of copy that is no heading: whoever types an ``|`` in it may have meant a break."""


def _heading(node: Scalar, reader: FileReader) -> Any:
    text = read_copy(node, reader)
    ends = [index for index, character in enumerate(text.value) if character == "\n"]
    return broken_heading(text, (*ends, *joined_lines(text, reader)), reader)


HEADING = scalar_kind("一个标题", "a heading", _heading, LINE.schema)._replace(is_copy=True)
"""An 引题, 主题 or 副题: an ``|`` or a line end of the file in it is the editor's break."""


def broken_heading(text: Text, ends: Iterable[int], reader: FileReader) -> Text:
    """A heading that knows where the editor ends its lines: at each ``|`` and at ``ends``; no line may be empty."""
    breaks = tuple(sorted({*bars(text.value), *ends}))
    start = 0
    for end in (*breaks, len(text.value)) if breaks else ():
        if not text.value[start:end].strip():
            reader.report("P222", text.at(min(end, len(text.value) - 1)))
        start = end + 1
    return text._replace(breaks=breaks) if breaks else text


def joined_lines(text: Text, reader: FileReader) -> list[int]:
    """Where YAML folded a line end of the file into a space: in Chinese copy nobody means one."""
    if len(text.lines) == 1 or " " not in text.value:
        return []
    return [
        index
        for index, (line, column) in enumerate(zip(text.lines, text.columns, strict=False))
        if text.value[index] == " " and column > len(reader.source.line(line))
    ]


def _body(node: Node, reader: FileReader) -> Any:
    copies = _copies(node, reader)
    if copies is None:
        return None
    indents: list[Text] = []
    fenced = any(":::" in copy.value or "：：：" in copy.value for copy in copies)
    read = _fenced if fenced else _paragraphs_of
    found = tuple(read(copies, indents, reader))
    if indents:
        reader.report("P218", indents[0].span, count=len(indents))
    return found


def _copies(node: Node, reader: FileReader) -> list[Text] | None:
    if isinstance(node, Scalar):
        return [read_copy(node, reader, in_body=True)]
    if not isinstance(node, Sequence) or not node.items:
        wrong_kind(node, BODY, reader)
        return None
    copies = []
    for item in node.items:
        if not isinstance(item, Scalar):
            wrong_kind(item, LINE, reader)
        elif is_empty(item):
            reader.report("P148", item.span)
        else:
            copies.append(read_copy(item, reader, in_body=True))
    return copies


BODY = Kind("正文（“|”之后每行一段，或一个列表）", "copy: under “|” a line for each paragraph, or a list", _body,
            {"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}, "minItems": 1}]},
            is_copy=True)  # fmt: skip


def _paragraphs_of(copies: list[Text], indents: list[Text], reader: FileReader) -> Iterator[Paragraph]:
    for copy in copies:
        yield from _paragraphs(copy, indents, reader)


def _fenced(copies: list[Text], indents: list[Text], reader: FileReader) -> Iterator[Paragraph]:
    """The paragraphs of a body with stretches in a style, each piece of copy going on in the style of the last."""
    from paiban.issue.fences import FENCE, Stretch, whole_lines  # noqa: PLC0415  few bodies have any

    stretch = Stretch(reader)
    for line in (line for copy in copies for line in whole_lines(copy)):
        fence = FENCE.fullmatch(line.value)
        if fence is not None:
            stretch.fence(line, fence["words"])
        elif stretch.style and not line.value.lstrip().startswith("##"):
            yield from stretch.paragraphs(line)
        else:
            yield from _paragraphs(line, indents, reader)


def _paragraphs(copy: Text, indents: list[Text], reader: FileReader) -> Iterator[Paragraph]:
    """Every line of ``copy`` as a paragraph; ``## `` opens a 小标题, full-width spaces in front go to ``indents``."""
    for index in joined_lines(copy, reader):
        reader.report("P224", copy.at(index))
    for line in split_lines(copy):
        words = _after(line, " \t\u3000")
        if "\u3000" in line.value[: len(line.value) - len(words.value)]:
            indents.append(part_of(line, 0, len(line.value) - len(words.value)))
        if words.value.startswith("##") and not words.value.startswith("###"):
            title = _after(part_of(words, len("##"), len(words.value)), " \t\u3000")
            if title.value:
                yield Paragraph("crosshead", broken_heading(title, (), reader))
            else:
                reader.report("P219", words.span)
        elif words.value:
            yield Paragraph("body", words)


def _after(text: Text, white: str) -> Text:
    """``text`` from its first character that is not of ``white`` on."""
    start = len(text.value) - len(text.value.lstrip(white))
    return part_of(text, start, len(text.value)) if start else text


def _grid_range(most: int) -> Kind:
    def decode(node: Scalar, reader: FileReader) -> Any:
        value = parse_range(node.value)
        if value is None or not 1 <= value[0] <= value[1]:
            reader.report("P149", node.span, value=node.value)
            return None
        if value[1] > most:
            reader.report("P139", node.span, value=value[1], least=1, most=most)
            return None
        return value

    return scalar_kind("1-5 或 3", "a range such as 1-5, or 3", decode,
                       {"type": ["string", "integer"], "examples": ["1-5", 3]})  # fmt: skip


PLACE_RECORD = make_record("place", "位置", "a place", (
    Field("columns", "栏", _grid_range(MAX_COLUMNS), "占第几栏到第几栏，从左数起", "Columns, from the left", "1-5",
          required=True, near=("column", "cols", "栏数")),
    Field("rows", "行", _grid_range(MAX_ROWS), "占第几行到第几行，从上数起", "Rows of the grid, from the top", "1-40",
          required=True, near=("row", "lines", "行数")),
), "{columns: 1-5, rows: 1-40}")  # fmt: skip


class TypedPlace(NamedTuple):
    """A place as the editor typed it, and where its columns and its rows stand."""

    place: Place
    columns: Span
    rows: Span


def _place(values: Values, _reader: FileReader) -> Any:
    columns, rows = values["columns"], values["rows"]
    if columns is None or rows is None:
        return None
    place = Place(GridRect.counted(*columns, *rows), values.span)
    return TypedPlace(place, values.at("columns"), values.at("rows"))


A_PLACE = record_of(PLACE_RECORD, _place)


def _count_range(node: Scalar, reader: FileReader) -> Any:
    value = parse_range(node.value)
    if value is None or not 0 <= value[0] <= value[1]:
        reader.report("P140", node.span, value=node.value, wanted=Words(A_COUNT.zh, A_COUNT.en))
        return None
    return value


A_COUNT = scalar_kind("几篇到几篇，如 2-4，或一个数", "so many to so many, such as 2-4, or one number", _count_range,
                      {"type": ["string", "integer"], "examples": ["2-4", 3]})  # fmt: skip
"""How many stories at the least and at the most."""

QUOTA_RECORD = make_record("quota", "限量", "a quota", (
    Field("stories", "篇数", A_COUNT, "这一版几篇到几篇稿件，有标题的才算",
          "How many stories the page has, at the least and at the most; those with a headline count", "5-8"),
    Field("sections", "各版名", table_of(A_COUNT), "其中哪个版名的几篇到几篇",
          "How many of them are of a section", "{民生: 1-2, 体育: 0-1}", default=()),
), "{stories: 5-8, sections: {民生: 1-2}}")  # fmt: skip


def _quota(values: Values, _reader: FileReader) -> Any:
    return Quota(values["stories"], values["sections"], values.span)


A_QUOTA = record_of(QUOTA_RECORD, _quota)


JUMP_RECORD = make_record("jump", "下转", "a jump", (
    Field("page", "版次", number(1, 9999), "转到第几版", "The page that it goes on on", "3", required=True),
    Field("paragraph", "段", number(2, 9999), "从第几段起转过去；小标题也算一段",
          "The first paragraph that stands there, cross-heads counted", "5",
          required=True, near=("from", "paragraphs")),
    Field("place", "位置", A_PLACE, "在那一版的位置", "Its place there", "{columns: 1-3, rows: 40-60}"),
    Field("legs", "破栏", number(1, 16), "在那里破成几栏", "Recut its columns there into so many legs", "2"),
), "{page: 3, paragraph: 5}")  # fmt: skip

A_JUMP = record_of(JUMP_RECORD)


FIRST_ISSUE_RECORD = make_record("first_issue", "创刊", "the first issue", (
    Field("date", "日期", DATE, "那一期的日期", "Its day", "2001-05-08", required=True, near=("day",)),
    Field("issue_no", "期号", number(1, 999_999), "那一期是第几期", "Its number", "1", default=1, near=("number",)),
    Field("weekdays", "出报日", listing(number(1, 7), most=7), "每周哪几天出报，1 是星期一；不写就是天天",
          "The days of the week with an issue, 1 is Monday; else all", "[1, 2, 3, 4, 5]", default=()),
    Field("closed", "休刊", listing(DATE, most=10_000), "没有出报的日子", "Days without one", "[2026-02-17]",
          default=()),
), "{date: 2001-05-08}")  # fmt: skip


EVERY_DAY = tuple(range(1, 8))


def _first_issue(values: Values, _reader: FileReader) -> Any:
    day = values["date"]
    weekdays = values["weekdays"] or EVERY_DAY
    return FirstIssue(day, values["issue_no"], weekdays, values["closed"]) if day else None


A_FIRST_ISSUE = record_of(FIRST_ISSUE_RECORD, _first_issue)


def _id(node: Scalar, reader: FileReader) -> Any:
    value = node.value.strip()
    if all(c.isalnum() or c in "-_." for c in value):
        return value
    reader.report("P221", node.span, id=value)
    return None


AN_ID = scalar_kind("一个编号", "an id", _id, {"type": ["string", "integer"]})._replace(is_id=True)

A_MENTION = NAME._replace(is_id=True)
"""The id of another block."""


def _path(node: Scalar, reader: FileReader) -> Any:
    return trimmed(copy_text(reader.source, node))


PICTURE_FORMATS = {
    ".jpg": "JPEG",
    ".jpeg": "JPEG",
    ".jpe": "JPEG",
    ".png": "PNG",
    ".tif": "TIFF",
    ".tiff": "TIFF",
    ".webp": "WebP",
}
"""The format that each ending of a picture's file promises."""

PICTURE_ENDINGS = tuple(PICTURE_FORMATS)


def file_name(path: str) -> str:
    """What people call a file: its name, without its folder."""
    return PurePosixPath(path).name


A_PATH = scalar_kind("一个文件路径", "the path of a file", _path, {"type": "string"})


def _character(node: Scalar, reader: FileReader) -> Any:
    value = node.value.strip()
    if len(value) == 1:
        return value
    reader.report("P314", node.span, value=value)
    return None


A_CHARACTER = scalar_kind("一个字", "one character", _character, {"type": "string", "minLength": 1, "maxLength": 1})


_OR_A_RANGE = Words("；也可以写从多大到多大，如 28pt-36pt", "; or from which to which, as 28pt-36pt")


def _size_range(node: Scalar, reader: FileReader) -> Any:
    parts = [part.strip() for part in node.value.replace("–", "-").replace("—", "-").split("-")]
    sizes = [parse_length(part) for part in parts]
    if len(sizes) > 2 or None in sizes:
        bare = parse_number(parts[0]) is not None and len(parts) <= 2
        reader.report("P142" if bare and sizes[0] is None else "P141", node.span,
                      value=parts[0] if bare else node.value, besides=_OR_A_RANGE)  # fmt: skip
        return None
    least, most = sizes[0] or 0, sizes[-1] or 0
    if not _LEAST_SIZE <= least <= most <= _MOST_SIZE:
        reader.report("P146", node.span, value=node.value.strip(), least="6pt", most="300pt")
        return None
    return least, most


SIZE_RANGE = scalar_kind("字号，如 36pt 或 28pt-36pt", "a size as 36pt, or a range as 28pt-36pt", _size_range,
                         {"type": "string", "examples": ["36pt", "28pt-36pt"]})  # fmt: skip


_OR_A_SHARE = Words("；也可以写百分数，如 60%", "; or a share of its place, as 60%")


def _width(node: Scalar, reader: FileReader) -> Any:
    typed = node.value.strip().replace("％", "%")
    share = parse_number(typed[:-1]) if typed.endswith("%") else None
    value = parse_length(typed) if share is None else share / 100
    if value is None:
        bare = parse_number(typed) is not None
        reader.report("P142" if bare else "P141", node.span, value=node.value, besides=_OR_A_SHARE)
    elif share is not None and not _LEAST_SHARE <= value <= 1:
        reader.report("P146", node.span, value=typed, least="10%", most="100%")
        return None
    elif share is None and value < _LEAST_WIDTH:
        reader.report("P146", node.span, value=typed, least="5mm", most=Words("位置的宽", "the width of its place"))
        return None
    return value


A_WIDTH = scalar_kind("长度，或百分之几", "a length, or per cent", _width,
                      {"type": "string", "examples": ["40mm", "60%"]})  # fmt: skip

_YES, _NO = ("true", "yes", "是", "有"), ("false", "no", "否", "无")


def _entry(record: Record, usual: str, zh: str, en: str) -> Kind:
    """An entry of a part of the style sheet by either of its names; yes means the ``usual`` one, no none."""

    def decode(node: Scalar, _reader: FileReader) -> Any:
        name = node.value.strip()
        if name.lower() in (*_YES, *_NO):
            return usual if name.lower() in _YES else ""
        known = record.keys.get(name)
        return name if known is None else known.key

    kind = scalar_kind(f"是，或样式里{zh}的名字", f"yes, or the name of {en} of the style sheet", decode,
                       {"type": ["boolean", "string"]})  # fmt: skip
    return kind._replace(words={"yes": "是", "no": "否", **{field.key: field.zh for field in record.fields}})


A_BOX = _entry(LINES, "line", "一种线", "a line")
A_TINT = _entry(COLOURS, "tint", "一种颜色", "a colour")
A_COLOUR = _entry(COLOURS, "accent", "一种颜色", "a colour")
A_BORDER = _entry(BORDERS, "double", "一种花边", "a border")

A_DRESS = _entry(DRESS_STYLES, "red", "一种题饰", "a headline dress")

WRITING = choice({"horizontal": "横排", "vertical": "直排"})
NAMES = listing(NAME, single=True)

FORMAT = 1
"""The way in which the issue files that this program reads are written; raised when older ones would mean otherwise."""


def _format(node: Scalar, reader: FileReader) -> Any:
    value = parse_number(node.value)
    if value is None or value.denominator != 1 or value < 1:
        reader.report("P140", node.span, value=node.value, wanted="1")
    elif value > FORMAT:
        reader.report("P157", node.span, format=int(value), known=FORMAT)
    return FORMAT


A_FORMAT = scalar_kind(f"{FORMAT}", f"{FORMAT}", _format, {"type": "integer", "minimum": 1, "maximum": FORMAT})


def nothing(values: Values) -> Text:
    """Copy that is not there, at the place of what it is missing from."""
    span = values.span
    return Text("", span.file, (span.line,), (span.column,))
