"""Signs of symbol faces as characters that every face has.

A symbol face draws a sign where another has a letter: what is an l in the file is a black disc on paper. Word writes
such a sign as that letter or, its usual way, as the letter's code in U+F000 … U+F0FF.
"""

from __future__ import annotations

from collections.abc import Mapping

_OWN = range(0xF000, 0xF100)
"""Where symbol faces keep their signs."""

_SPACES = (0x20, 0xA0)
_LETTERS = frozenset(range(0x21, 0x100)) - {*range(0x7F, 0xA1), 0xAD}
"""What else a symbol face draws signs for: the visible characters of Latin-1."""


def _from(first: int, signs: str) -> dict[int, str]:
    """Signs in a row by their codes; a space stands for one that no face here draws."""
    return {first + place: sign for place, sign in enumerate(signs) if sign != " "}


_WINGDINGS = {
    **_from(0x21, "✏✂✁     ☎✆✉"), **_from(0x41, "✌   ☜☞☝☟ ☺ ☹ ☠  ✈☼ ❄ ✝  ✡☪☯"), **_from(0x6C, "●❍■□□❑❒◆◆◆❖◆☒"),
    **_from(0x80, "⓪①②③④⑤⑥⑦⑧⑨⑩⓿❶❷❸❹❺❻❼❽❾❿"), 0x9E: "·", 0x9F: "•", 0xA1: "○", **_from(0xA4, "◉◎ ■□ ✦★✶✴"),
    0xD8: "▶", **_from(0xDF, "←→↑↓↖↗↙↘←→↑↓"), **_from(0xEF, "⇦⇨⇧⇩⇔"), **_from(0xFB, "✗√☒☑"),
}  # fmt: skip

_WINGDINGS_2 = {
    **_from(0x4F, "✗✓☒☑☒☒"), **_from(0x69, "⓪①②③④⑤⑥⑦⑧⑨⑩⓿❶❷❸❹❺❻❼❽❾❿"), 0x97: "●", 0xA2: "■", 0xA3: "□",
}  # fmt: skip

_SYMBOL = {
    **{code: chr(code) for code in range(0x21, 0x7F)},
    **_from(0x41, "ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ"), **_from(0x61, "αβχδεφγηιϕκλμνοπθρστυϖωξψζ"),
    0x22: "∀", 0x24: "∃", 0x27: "∋", 0x2D: "−", 0x40: "≅", 0x5C: "∴", 0x5E: "⊥", 0x7E: "~",
    **_from(0xA1, "ϒ′≤/∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂●÷≠≡≈…"),
    **_from(0xC0, "ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√·¬∧∨⇔⇐⇑⇒⇓◊〈®©™∑"), 0xF1: "〉", 0xF2: "∫",
}  # fmt: skip

_WEBDINGS = {**_from(0x33, "◀▶▲▼"), 0x61: "✔", 0x63: "□", 0x67: "■", 0x6E: "●", 0x72: "✖"}

FACES: Mapping[str, Mapping[int, str]] = {
    "wingdings": _WINGDINGS,
    "wingdings 2": _WINGDINGS_2,
    "wingdings 3": {0x70: "▲", 0x71: "▼"},
    "symbol": _SYMBOL,
    "webdings": _WEBDINGS,
    "marlett": {},
    "mt extra": {},
}
"""The signs of each symbol face by their codes."""

_UNNAMED = {**_WINGDINGS, 0xB7: "●"}
"""What a sign is whose face is not known: Wingdings, or the disc that Word begins an item with."""

UNKNOWN = "〓"
"""Stands for a sign that is not known."""


def is_sign(face: str, character: str) -> bool:
    """Whether a character in a face is a sign of a symbol face.

    >>> is_sign("Wingdings", "l"), is_sign("宋体", "l"), is_sign("", chr(0xF06C)), is_sign("Wingdings", "水")
    (True, False, True, False)
    """
    code = ord(character)
    return code in _OWN or (code in _LETTERS and face.lower() in FACES)


def sign_in(face: str, character: str) -> str:
    """The sign that a face draws for a character; ``""`` where it is not known.

    >>> sign_in("Wingdings", "l"), sign_in("Symbol", chr(0xF0B3)), sign_in("", chr(0xF0D8)), sign_in("MT Extra", "L")
    ('●', '≥', '▶', '')
    """
    code = ord(character)
    if code & 0xFF in _SPACES:
        return " "
    table = FACES.get(face.lower(), _UNNAMED if code in _OWN else {})
    return table.get(code & 0xFF if code in _OWN else code, "")
