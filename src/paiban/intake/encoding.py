"""Bytes to text, whatever old program saved them: the encoding is found by what comes out of it."""

from __future__ import annotations

from functools import cache

from paiban.diagnostic import Diagnostic, diagnose
from paiban.value import NamedTuple

_BOMS = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe\x00\x00", "utf-32-le"),
    (b"\x00\x00\xfe\xff", "utf-32-be"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)

_GUESSED = ("gb18030", "big5hkscs", "utf-16-le", "utf-16-be")
"""Tried in this order; of two that read equally well the first is taken."""

_NAMES = {"utf-8": "", "gb18030": "GBK（GB 18030）", "big5hkscs": "Big5", "utf-16-le": "UTF-16", "utf-16-be": "UTF-16"}

_COMMON_RANGES = {"gb2312": (range(0xB0, 0xD8), range(0xA1, 0xFF)), "big5": (range(0xA4, 0xC7), range(0x40, 0xFF))}
"""Where the two standards keep the characters of everyday, their level 1: lead bytes and trail bytes."""

_MARKS = frozenset("，。、；：？！“”‘’（）《》〈〉【】〔〕「」『』—…·～－　０１２３４５６７８９％℃◆◇●○■□△▲※①②③④⑤\n\r\t")

LEAST_SHARE = 0.85
"""So much of what is not ASCII has to be everyday characters for a guess to hold; rare names leave it room."""

_SAMPLE = 200_000
"""Bytes that are judged; all of them have to be valid."""


LEAST_WHOLE = 200
"""One damaged place in so many characters at most: a text of more is in another encoding, or beyond reading."""

GETA = "〓"
"""Stands where bytes cannot be read, as it stood for type that was missing from the case."""


class Decoded(NamedTuple):
    """A text, the name of its encoding where that had to be found, why there is none, how many places are damaged."""

    text: str
    encoding: str = ""
    fault: Diagnostic | None = None
    damaged: int = 0

    def told(self, file: str) -> tuple[Diagnostic, ...]:
        """What is to be said of how the text of ``file`` was read."""
        encoding = (diagnose("P820", None, file=file, encoding=self.encoding),) if self.encoding else ()
        return (*encoding, diagnose("P839", None, file=file, count=self.damaged)) if self.damaged else encoding


def decoded(data: bytes, file: str, declared: str = "") -> Decoded:
    """The text of ``data`` by its byte-order mark, as UTF-8, by what it declares of itself, else as what reads best."""
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            text, damaged = _mended(data[len(mark) :], encoding)
            name = "" if encoding == "utf-8" else encoding.upper()
            return Decoded(text, name, damaged=damaged) if text or len(data) == len(mark) else _lost(file)
    whole = None if _is_wide(data) else _read(data, "utf-8")
    if whole is not None:
        return Decoded(whole)
    best = max(_candidates(data, declared), key=lambda found: found[0], default=(0.0, "", ""))
    if best[0] >= LEAST_SHARE:
        return Decoded(best[2], _NAMES.get(best[1], best[1]))
    return _damaged(data, file)


def _damaged(data: bytes, file: str) -> Decoded:
    """The text of ``data`` all but a few places that no encoding can read, if there is one."""
    mended = [(encoding, *_mended(data, encoding)) for encoding in ("utf-8", *_GUESSED[:2])]
    encoding, text, damaged = max(mended, key=lambda found: _share(found[1][:_SAMPLE]))
    if _share(text[:_SAMPLE]) < LEAST_SHARE:
        return _lost(file)
    return Decoded(text, _NAMES.get(encoding, ""), damaged=damaged)


def _mended(data: bytes, encoding: str) -> tuple[str, int]:
    """The text of ``data`` with a sign wherever bytes cannot be read, and how many there are; no text if too many."""
    text = data.decode(encoding, "replace")
    damaged = text.count("\ufffd")
    return ("", 0) if damaged > 1 + len(text) // LEAST_WHOLE else (text.replace("\ufffd", GETA), damaged)


def _lost(file: str) -> Decoded:
    return Decoded("", "", diagnose("P806", None, file=file))


def _candidates(data: bytes, declared: str) -> list[tuple[float, str, str]]:
    """Share of everyday characters, encoding and text of each that reads all of ``data``."""
    found = []
    for encoding in dict.fromkeys([*_GUESSED, *_known(declared), "utf-8"]):
        text = _read(data, encoding)
        if text is not None:
            found.append((_share(text[:_SAMPLE]), encoding, text))
    return found


def _known(declared: str) -> tuple[str, ...]:
    """An encoding that a page declares; those of the GB family are one, of which the largest reads them all."""
    name = declared.strip().lower()
    return ("gb18030",) if name.startswith(("gb", "x-gb", "hz")) else (name,) if name in ("big5", "shift_jis") else ()


def _read(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        return None


def _is_wide(data: bytes) -> bool:
    """Whether ASCII stands in it two bytes a character, which UTF-8 would read as text full of nulls."""
    return b"\x00" in data[:4096]


def _share(text: str) -> float:
    beyond = [character for character in text if character > "\x7f" or character < " "]
    usual = sum(character in _MARKS or character in _common() for character in beyond)
    return usual / len(beyond) if beyond else 0.0


@cache
def _common() -> frozenset[str]:
    """The everyday characters, simplified and traditional, as the two old standards list them."""
    found: set[str] = set()
    for encoding, (leads, trails) in _COMMON_RANGES.items():
        for lead in leads:
            found.update("".join(_read(bytes((lead, trail)), encoding) or "" for trail in trails))
    return frozenset(found)
