"""Sets of characters as a fonts file writes them: by name, by code points, or the characters themselves."""

from __future__ import annotations

from collections.abc import Iterable

from paiban.source import FileReader
from paiban.source.kinds import scalar_kind
from paiban.source.node import Scalar
from paiban.value import NamedTuple

Ranges = tuple[tuple[int, int], ...]
"""Code points, from the first to the last of each range."""

LAST = 0x10FFFF

LONGEST_WORD = 2
"""So many letters of ASCII side by side are characters; more are a word, which has to be the name of a set."""


class NamedSet(NamedTuple):
    """A set that has a name of its own, in English and in Chinese."""

    en: str
    zh: str
    ranges: Ranges


SETS = (
    NamedSet("all", "全部", ((0, LAST),)),
    NamedSet("digits", "数字", ((0x30, 0x39),)),
    NamedSet("letters", "字母",
             ((0x41, 0x5A), (0x61, 0x7A), (0xC0, 0xD6), (0xD8, 0xF6), (0xF8, 0x24F), (0x1E00, 0x1EFF))),
    NamedSet("signs", "符号",
             ((0x21, 0x2F), (0x3A, 0x40), (0x5B, 0x60), (0x7B, 0x7E), (0xA1, 0xBF), (0xD7, 0xD7), (0xF7, 0xF7),
              (0x2030, 0x2033), (0x20A0, 0x20BF), (0x2100, 0x214F), (0x2190, 0x22FF), (0x25A0, 0x27BF))),
    NamedSet("marks", "标点",
             ((0x2010, 0x2027), (0x3001, 0x301F), (0xFF01, 0xFF0F), (0xFF1A, 0xFF20), (0xFF3B, 0xFF40),
              (0xFF5B, 0xFF65))),
    NamedSet("han", "汉字",
             ((0x2E80, 0x2FDF), (0x3005, 0x3007), (0x3400, 0x9FFF), (0xF900, 0xFAFF), (0x20000, 0x3FFFF))),
    NamedSet("rare-han", "生僻汉字", ((0x3400, 0x4DBF), (0x20000, 0x3FFFF))),
    NamedSet("kana", "假名", ((0x3041, 0x30FF), (0x31F0, 0x31FF))),
    NamedSet("hangul", "谚文", ((0x1100, 0x11FF), (0x3130, 0x318F), (0xA960, 0xA97F), (0xAC00, 0xD7FF))),
    NamedSet("greek", "希腊字母", ((0x370, 0x3FF), (0x1F00, 0x1FFF))),
    NamedSet("cyrillic", "西里尔字母", ((0x400, 0x52F),)),
    NamedSet("emoji", "表情", ((0x2600, 0x27BF), (0x1F000, 0x1FAFF))),
)  # fmt: skip

_BY_NAME = {name: one.ranges for one in SETS for name in (one.en, one.zh)}


def ranges_of(written: str) -> Ranges | None:
    """The set that one entry means; None where it is neither a name nor code points nor characters.

    >>> ranges_of("digits"), ranges_of("U+4E00-9FFF"), ranges_of("+")
    (((48, 57),), ((19968, 40959),), ((43, 43),))
    """
    if written in _BY_NAME:
        return _BY_NAME[written]
    if written[:2] in {"U+", "u+"}:
        return _by_code(written[2:])
    if any(len(word) > LONGEST_WORD and word.isascii() and word.isalpha() for word in written.split()):
        return None
    return tuple((ord(c), ord(c)) for c in written) or None


def _by_code(written: str) -> Ranges | None:
    first, _, last = written.upper().replace("U+", "").replace("..", "-").partition("-")
    try:
        one, other = int(first, 16), int(last or first, 16)
    except ValueError:
        return None
    return ((one, other),) if 0 <= one <= other <= LAST else None


def holds(ranges: Iterable[tuple[int, int]], character: str) -> bool:
    """Whether a character is of a set."""
    point = ord(character)
    return any(first <= point <= last for first, last in ranges)


def _characters(node: Scalar, reader: FileReader) -> Ranges | None:
    ranges = ranges_of(node.value.strip())
    if ranges is None:
        reader.report("P316", node.span, value=node.value.strip(), known=", ".join(_BY_NAME))
    return ranges


CHARACTERS = scalar_kind(
    "一些字（几个字、U+4E00-9FFF，或一个名称：" + "、".join(one.zh for one in SETS) + "）",
    "characters (themselves, U+4E00-9FFF, or a name: " + ", ".join(one.en for one in SETS) + ")",
    _characters, {"type": ["string", "number"]},
)  # fmt: skip
