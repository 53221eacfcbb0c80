"""The kinds of value that a file may hold, each with its decoder, its names and its JSON Schema."""

from __future__ import annotations

from collections.abc import Callable
from collections.abc import Mapping as MappingOf
from fractions import Fraction
from types import MappingProxyType
from typing import Any

from paiban.language import Words
from paiban.source.field import FileReader, Kind, Record, decode_record, is_empty, wrong_kind
from paiban.source.measure import parse_date, parse_day, parse_length, parse_number, unquoted
from paiban.source.nearest import nearest, perhaps
from paiban.source.node import Mapping, Node, Scalar, Sequence
from paiban.units import PER_MM, PER_PT, to_mm, to_pt

_YES = {"true", "yes", "on", "是", "有"}
_NO = {"false", "no", "off", "否", "无"}
YES_OR_NO = _YES | _NO
"""Every way to write either."""


def scalar_kind(zh: str, en: str, decode: Callable[[Scalar, FileReader], Any], schema: MappingOf[str, Any]) -> Kind:
    """A kind whose node must be a single value."""

    def checked(node: Node, reader: FileReader) -> Any:
        if isinstance(node, Scalar):
            return decode(node, reader)
        wrong_kind(node, kind, reader)
        return None

    kind = Kind(zh, en, checked, schema)
    return kind


NAME = scalar_kind("一个名字", "a name", lambda node, _: unquoted(node.value), {"type": ["string", "number"]})


def _date(node: Scalar, reader: FileReader) -> Any:
    value = parse_date(node.value)
    if value is None:
        reader.report("P166" if parse_day(node.value) else "P143", node.span, value=unquoted(node.value))
    return value


DATE = scalar_kind("一个日期", "a date", _date, {"type": "string", "examples": ["2022-03-31", "2022年3月31日"]})


def _boolean(node: Scalar, reader: FileReader) -> Any:
    word = unquoted(node.value).lower()
    if word in _YES or word in _NO:
        return word in _YES
    reader.report("P145", node.span, value=node.value)
    return None


BOOLEAN = scalar_kind(
    "是或否", "yes or no", _boolean, {"enum": [True, False, "yes", "no", "是", "否"]}
)._replace(words={"yes": "是", "no": "否"})  # fmt: skip


_FRACTION = "^[0-9]+/[0-9]+$"


def number(least: Fraction | int, most: Fraction | int, *, whole: bool = True, unit: Words | None = None) -> Kind:
    """A number between two limits, both allowed; an ``int`` where ``whole``, else a ``Fraction``.

    ``unit`` says in Chinese and English what is counted; it is not typed.
    """

    def decode(node: Scalar, reader: FileReader) -> Any:
        value = parse_number(node.value)
        if value is None or (whole and value.denominator != 1):
            reader.report("P140", node.span, value=node.value, wanted=Words(kind.zh, kind.en))
            return None
        if not least <= value <= most:
            reader.report("P139", node.span, value=node.value.strip(), least=_plain(least), most=_plain(most))
            return None
        return int(value) if whole else value

    name_zh, name_en = ("整数", "a whole number") if whole else ("数", "a number")
    unit_zh, unit_en = (f"（{unit.zh}）", f" ({unit.en})") if unit else ("", "")
    form: dict[str, Any] = {"type": "integer"} if whole else {"type": ["number", "string"], "pattern": _FRACTION}
    schema = {**form, "minimum": _json(least), "maximum": _json(most)}
    kind = scalar_kind(
        f"{_plain(least)} 到 {_plain(most)} 的{name_zh}{unit_zh}",
        f"{name_en} from {_plain(least)} to {_plain(most)}{unit_en}",
        decode, schema,
    )  # fmt: skip
    return kind


def choice(words: MappingOf[str, str], meant: MappingOf[str, str] = MappingProxyType({})) -> Kind:
    """One of a few words, each in English or Chinese; the value is the English one.

    ``meant`` are words that people type for one of them, and which that is.
    """
    spellings = {spelling: en for en, zh in words.items() for spelling in (en, zh)}
    listed_zh = "、".join(f"{zh}（{en}）" for en, zh in words.items())
    listed_en = ", ".join(f"{en} ({zh})" for en, zh in words.items())

    def decode(node: Scalar, reader: FileReader) -> Any:
        value = spellings.get(unquoted(node.value))
        if value is None:
            typed = unquoted(node.value)
            guess = meant.get(typed.lower()) or nearest(typed, spellings)
            reader.report("P144", node.span, value=node.value, known=Words(listed_zh, listed_en),
                          perhaps=perhaps(guess))  # fmt: skip
        return value

    kind = scalar_kind(f"{listed_zh}之一", f"one of {listed_en}", decode, {"enum": list(spellings)})
    return kind._replace(words=words)


ALONG = {
    "left": "start", "左": "居首", "靠左": "居首", "top": "start", "middle": "centre", "中": "居中", "right": "end",
    "右": "居末", "靠右": "居末", "bottom": "end",
}  # fmt: skip
"""Sides of horizontal lines, and what they are along lines of any direction."""


def length(*, least: int, most: int) -> Kind:
    """A length with its unit, or a 字号 by name, as a Length between two limits."""
    besides = Words("", "")

    def decode(node: Scalar, reader: FileReader) -> Any:
        value = parse_length(node.value)
        if value is None:
            bare = parse_number(node.value) is not None
            reader.report("P142" if bare else "P141", node.span, value=node.value.strip(), besides=besides)
            return None
        if not least <= value <= most:
            reader.report("P146", node.span, value=node.value.strip(), least=least_named, most=most_named)
            return None
        return value

    least_named, most_named = _named_length(least), _named_length(most)
    schema = {"type": "string", "examples": ["9pt", "小五", "350mm", "14级"]}
    return scalar_kind(
        f"{least_named} 到 {most_named} 的长度，带单位", f"a length from {least_named} to {most_named}, with its unit",
        decode, schema,
    )  # fmt: skip


def listing(item: Kind, *, least: int = 1, most: int | None = None, single: bool = False) -> Kind:
    """A list of ``item``s as a tuple, without those that are wrong; None where fewer than ``least`` are left.

    With ``single`` one value may stand without a list.
    """

    def decode(node: Node, reader: FileReader) -> Any:
        if single and not isinstance(node, Sequence):
            value = item.decode(node, reader)
            return None if value is None else (value,)
        if not isinstance(node, Sequence):
            wrong_kind(node, kind, reader)
            return None
        if len(node.items) < least or (most is not None and len(node.items) > most):
            reader.report("P147", node.span, **_counted(len(node.items), least, most))
            return None
        found = tuple(v for v in (_item(child, item, reader) for child in node.items) if v is not None)
        return found if len(found) >= least else None

    array: dict[str, Any] = {"type": "array", "items": item.schema, "minItems": least}
    if most is not None:
        array["maxItems"] = most
    schema = {"anyOf": [array, item.schema]} if single else array
    kind = Kind(f"{item.zh}的列表", f"a list, each {item.en}", decode, schema, item.records, is_id=item.is_id)
    return kind


def _counted(count: int, least: int, most: int | None) -> dict[str, Words]:
    """How many items a list has and must have, and what to do about it."""
    wanted = Words(f"至少 {least} 项", f"at least {least}")
    if most is not None:
        span = f"{least}" if least == most else f"{least} 到 {most}"
        wanted = Words(f"{span} 项", span.replace("到", "to"))
    remedy = Words(f"再加 {least - count} 项", f"add {least - count}")
    if most is not None and count > most:
        remedy = Words(f"删去 {count - most} 项", f"take out {count - most}")
    if not count:
        remedy = Words(
            "写上各项；不是必写的键，没有可写的就整个不写", "write its items; a key that need not be there is left out"
        )
    return {"counted": Words(f"{count} 项", f"{count} item{'s' * (count != 1)}"), "wanted": wanted, "remedy": remedy}


def either(word: str, word_zh: str, other: Kind) -> Kind:
    """One word, in English or Chinese, whose value is empty; or another kind's."""

    def decode(node: Node, reader: FileReader) -> Any:
        if isinstance(node, Scalar) and node.value.strip() in (word, word_zh):
            return ()
        return other.decode(node, reader)

    schema = {"anyOf": [{"enum": [word, word_zh]}, other.schema]}
    return Kind(f"“{word_zh}”，或{other.zh}", f"{word}, or {other.en}", decode, schema, other.records)


def _item(node: Node, item: Kind, reader: FileReader) -> Any:
    if is_empty(node):
        reader.report("P148", node.span)
        return None
    return item.decode(node, reader)


def table_of(item: Kind, key: Kind = NAME) -> Kind:
    """Free keys with a value each, as a tuple of (key, value) pairs in the order of the file."""

    def decode(node: Node, reader: FileReader) -> Any:
        if not isinstance(node, Mapping):
            wrong_kind(node, kind, reader)
            return None
        seen: dict[str, Scalar] = {}
        pairs = []
        for entry in node.entries:
            first = seen.setdefault(entry.key.value, entry.key)
            if first is not entry.key:
                reader.report(
                    "P132", entry.key.span, key=entry.key.value, first=first.value, line=reader.line(first.span)
                )
                continue
            pair = (key.decode(entry.key, reader), _item(entry.value, item, reader))
            if pair[1] is not None:
                pairs.append(pair)
        return tuple(pairs)

    kind = Kind("几行“名: 值”", "a group of names with a value each", decode,
                {"type": "object", "additionalProperties": item.schema}, item.records)  # fmt: skip
    return kind


def record_of(record: Record, build: Callable[[Any, FileReader], Any] | None = None) -> Kind:
    """A group of known keys; ``build`` makes something of its ``Values``."""

    def decode(node: Node, reader: FileReader) -> Any:
        values = decode_record(node, record, reader)
        return values if values is None or build is None else build(values, reader)

    return Kind(record.zh, record.en, decode, {"$ref": f"#/$defs/{record.name}"}, (record,))


def _plain(value: Fraction | int) -> str:
    return f"{float(value):g}"


def _json(value: Fraction | int) -> float | int:
    return int(value) if value == int(value) else float(value)


def _named_length(value: int) -> str:
    """A bound as people say it: large ones in millimetres, small ones in points, unless only millimetres are whole."""
    in_mm = value % PER_MM == 0 and (value >= 10 * PER_MM or value % PER_PT != 0)
    return f"{to_mm(value):g}mm" if in_mm else f"{to_pt(value):g}pt"
