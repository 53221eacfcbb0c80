"""The one gate for what a file holds: every character that is no plain sign is kept, changed or left out, by a table.

Whatever comes after reading, in every field, horizontal or vertical, meets only characters that can be drawn, marks
that stand on a letter that can bear them, and white. What was taken out or changed is told once, where it first stands.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache
from re import compile as pattern
from unicodedata import category

from paiban.value import NamedTuple


class Fate(NamedTuple):
    """What becomes of a kind of character.

    ``becomes`` is what is read in its place (None: itself); where the character before it is a ``base``, it stays.
    ``code`` tells it; ``""`` where there is nothing to tell.
    """

    name: str
    ranges: tuple[tuple[int, int], ...]
    becomes: str | None
    code: str
    base: str = ""


LOST = "\ufffd"
"""What stands for a character that was lost on the way (U+FFFD)."""

_PLANE_ENDS = tuple((plane * 0x10000 + 0xFFFE, plane * 0x10000 + 0xFFFF) for plane in range(17))

TABLE: tuple[Fate, ...] = (
    Fate("line end", ((0x0B, 0x0C), (0x85, 0x85), (0x2028, 0x2029), (0xFDD1, 0xFDD1)), "\n", "P118"),
    Fate("tab", ((0x09, 0x09),), " ", "P226"),
    Fate("line feed", ((0x0A, 0x0A),), "\n", ""),
    Fate("control", ((0x00, 0x1F), (0x7F, 0x9F), (0xFDD0, 0xFDD0)), "", "P117"),
    Fate("noncharacter", ((0xFDD2, 0xFDEF), *_PLANE_ENDS), "", "P117"),
    Fate("soft hyphen", ((0xAD, 0xAD),), "", "P117", base="cased"),
    Fate("fillers", ((0x34F, 0x34F), (0x115F, 0x1160), (0x17B4, 0x17B5),
                                     (0x2800, 0x2800), (0x3164, 0x3164), (0xFFA0, 0xFFA0), (0x1D159, 0x1D159)),
         "", "P117"),
    Fate("bidi", ((0x61C, 0x61C), (0x200E, 0x200F), (0x202A, 0x202E), (0x2066, 0x206F)), "", "P117"),
    Fate("joiner", ((0x200B, 0x200D), (0x2060, 0x2065), (0xFEFF, 0xFEFF)), "", "P117"),
    Fate("presentation selector", ((0x180B, 0x180F), (0xFE03, 0xFE0F)), "", "P117"),
    Fate("variation selector", ((0xFE00, 0xFE02), (0xE0100, 0xE01EF)), "", "P117", base="han"),
    Fate("default ignorable", ((0xFFF0, 0xFFF8), (0x1BCA0, 0x1BCA3), (0x1D173, 0x1D17A), (0xE0000, 0xE0FFF)),
         "", "P117"),
    Fate("annotation and what stood for a picture", ((0xFFF9, 0xFFFC),), "", "P117"),
    Fate("lost character", ((0xFFFD, 0xFFFD),), LOST, "P152"),
    Fate("private use", ((0xE000, 0xF8FF), (0xF0000, 0xFFFFD), (0x100000, 0x10FFFD)), None, ""),
)  # fmt: skip
"""The first row that has a character decides. A private character is kept: a paper's own face may draw it, and where
none does, that is told as for any other character."""

_COMBINING = Fate("combining mark", (), "", "P153", base="letter")
"""A mark of Unicode's category M stays on a letter, a number or another such mark; elsewhere nothing can bear it."""

_HAN = ((0x2E80, 0x2FDF), (0x3005, 0x3007), (0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xF900, 0xFAFF), (0x20000, 0x3FFFD))

_UNUSUAL = pattern(
    r"[^\w\n -~\u00a1-\u00ac\u00ae-\u00ff\u2010-\u2027\u2030-\u205e\u20a0-\u20c0\u2100-\u22ff\u25a0-\u266f"
    r"\u3000-\u3020\uff01-\uff60]|[\u115f\u1160\u3164\uffa0]"
)
"""What has to be looked at one by one; nearly all copy has none of it. Letters and numbers are plain but for four that
draw nothing, and so are the marks and signs that copy has everywhere. To compile a set, Python takes a while for each
character of its ranges: all of Han in one would cost every run as much as a fifth of a page."""


class Sifted(NamedTuple):
    """A value after the sieve: its text, which typed character each of its characters is, and what was done.

    ``places`` is None where nothing was. ``done`` has a place among the typed characters with each fate to be told.
    """

    text: str
    places: tuple[int, ...] | None
    done: tuple[tuple[int, Fate], ...]


def is_unusual(typed: str) -> bool:
    """Whether there is anything in ``typed`` to be looked at."""
    return not (typed.isascii() and typed.isprintable()) and _UNUSUAL.search(typed) is not None


def sift(typed: str) -> Sifted:
    """``typed`` as the rest of the program may see it."""
    if _UNUSUAL.search(typed) is None:
        return Sifted(typed, None, ())
    kept: list[str] = []
    places: list[int] = []
    done: list[tuple[int, Fate]] = []
    for index, character in enumerate(typed):
        fate = fate_of(character)
        read = character
        if fate is not None and not (kept and _BASES[fate.base](kept[-1])):
            read = character if fate.becomes is None else fate.becomes
            if fate.code:
                done.append((index, fate))
        if read:
            kept.append(read)
            places.append(index)
    return Sifted("".join(kept), tuple(places), tuple(done))


@cache
def fate_of(character: str) -> Fate | None:
    """The row of the table that decides over a character; None for a plain one."""
    code = ord(character)
    row = next((fate for fate in TABLE if within(code, fate.ranges)), None)
    return row or (_COMBINING if category(character)[0] == "M" else None)


def within(code: int, ranges: Iterable[tuple[int, int]]) -> bool:
    """Whether a code point lies in one of ``ranges``, both ends included."""
    return any(first <= code <= last for first, last in ranges)


def _bears_marks(character: str) -> bool:
    return category(character)[0] in "LNM"


_BASES: dict[str, Callable[[str], bool]] = {
    "": lambda _: False,
    "han": lambda character: within(ord(character), _HAN),
    "letter": _bears_marks,
    "cased": lambda character: category(character) in ("Lu", "Ll"),
}
