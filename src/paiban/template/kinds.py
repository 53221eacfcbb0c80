"""Kinds of value that only the layout folder's files hold."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Any

from paiban.display import Colour
from paiban.language import Words
from paiban.source.field import FileReader, Kind
from paiban.source.kinds import length, listing, number, scalar_kind
from paiban.source.measure import parse_number, parse_range
from paiban.source.nearest import nearest, perhaps
from paiban.source.node import Node, Scalar
from paiban.template.fields import FIELD_OF, FIELDS
from paiban.template.model import FurniturePart
from paiban.units import PER_MM, PER_PT

TYPE_LENGTH = (PER_PT, 500 * PER_PT)
FINE_LENGTH = (0, 500 * PER_PT)


def _percent(node: Scalar, reader: FileReader) -> Any:
    text = node.value.strip()
    value = parse_number(text.removesuffix("%").removesuffix("％"))
    if value is None or text[-1:] not in ("%", "％"):
        reader.report("P140", node.span, value=node.value, wanted=Words(PERCENT.zh, PERCENT.en))
        return None
    if not 0 <= value <= 100:
        reader.report("P139", node.span, value=text, least="0%", most="100%")
        return None
    return value / 100


PERCENT = scalar_kind("0% 到 100% 的百分数", "a percentage from 0% to 100%", _percent, {"type": "string"})


def _columns(node: Scalar, reader: FileReader) -> Any:
    value = parse_range(node.value)
    if value is None or not 1 <= value[0] <= value[1]:
        reader.report("P149", node.span, value=node.value)
        return None
    return value


SPAN = scalar_kind("从几到几", "a range", _columns, {"type": ["string", "integer"], "examples": ["1-5", 3]})
"""Grid columns or rows, both ends counted: ``1-5`` or ``3``."""

_BRACES = re.compile(r"\{([^{}]*)\}")


def _furniture_words(node: Scalar, reader: FileReader) -> Any:
    """Words with fields in braces, as their parts."""
    parts, end = [], 0
    for found in _BRACES.finditer(node.value):
        parts += [FurniturePart(node.value[end : found.start()]), *_field_part(found[1].strip(), node, reader)]
        end = found.end()
    return tuple(part for part in (*parts, FurniturePart(node.value[end:])) if part.words or part.field)


def _field_part(name: str, node: Scalar, reader: FileReader) -> list[FurniturePart]:
    field = FIELD_OF.get(name)
    if field is None:
        known = Words("、".join(f.zh for f in FIELDS), ", ".join(f.key for f in FIELDS))
        reader.report("P266", node.span, name=name, perhaps=perhaps(nearest(name, FIELD_OF)), known=known)
        return []
    return [FurniturePart("", field)]


FURNITURE_WORDS = scalar_kind(
    "文字，可以用 " + "".join(f"{{{f.zh}}}" for f in FIELDS), "words, with " + " ".join(f"{{{f.key}}}" for f in FIELDS),
    _furniture_words, {"type": "string", "examples": ["{paper}　第{page}版", "{日期} {农历}"]},
)  # fmt: skip


def characters(least: int, most: int) -> Kind:
    """A measure: so many characters as a Fraction, or a length with its unit as a Length."""

    def decode(node: Scalar, reader: FileReader) -> Any:
        ems = parse_number(node.value.strip().removesuffix("em").removesuffix("字"))
        if ems is None:
            return _MEASURE.decode(node, reader)
        if not least <= ems <= most:
            reader.report("P139", node.span, value=node.value.strip(), least=least, most=most)
            return None
        return ems

    return scalar_kind(
        f"{least} 到 {most} 个字，或带单位的长度", f"{least} to {most} characters, or a length with its unit", decode,
        {"type": ["number", "string"], "minimum": least, "maximum": most, "examples": [13, "52mm"]},
    )  # fmt: skip


_MEASURE = length(least=0, most=2000 * PER_MM)

_INK = number(0, 100, whole=False)
_INKS = listing(_INK, least=4, most=4)


def _colour(node: Node, reader: FileReader) -> Any:
    before = len(reader.found)
    inks = _INKS.decode(node, reader)
    return Colour(*(float(ink) for ink in inks)) if inks and len(reader.found) == before else None


COLOUR = Kind("[青, 品红, 黄, 黑] 四个百分数", "[cyan, magenta, yellow, black] in per cent", _colour, _INKS.schema)

SCALE = number(Fraction(1, 10), 10, whole=False)
