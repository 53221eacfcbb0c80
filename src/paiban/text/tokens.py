"""Copy into clusters: the pieces that are never parted, each a Han character, a mark, a word or a number.

One regular expression does the cutting, over what stands for the characters. What the shared code points (“ ” ‘ ’ — …
·) mean is decided by what stands round them, in ``western_marks``; a key of the type case that begins with ``WESTERN``
is the Latin reading of a mark.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import accumulate

from paiban.text.charclass import is_combining
from paiban.text.numbers import MONEY

WESTERN = "\0"
"""Prefix of a cluster's key that says: set this shared mark as Latin."""

SHARED = "“”‘’—…"
"""Marks that Chinese and Latin share and that are set differently in each (· is always the Chinese one)."""

_STAND_INS = dict(zip("“”‘’—…–−€─―⋯％\u200d", map(chr, range(0x80, 0x8E)), strict=True))
_STAND_INS |= dict.fromkeys("，。、；：《（", "\x8e") | dict.fromkeys("》）", "\x8f")
_STAND_INS |= dict.fromkeys("？！", "\x90") | dict.fromkeys("‰℃", "\x91")
_OPEN, _CLOSE, _SINGLE, _APOSTROPHE, _DASH, _DOTS, _RANGE, _MINUS, _EURO, _BOX, _BAR, _POINTS, _PERCENT, _JOINER = map(
    chr, range(0x80, 0x8E)
)
_MARK, _CLOSING, _ASKED, _MEASURE = map(chr, range(0x8E, 0x92))
_STAND_INS |= dict.fromkeys((sign for sign in MONEY if sign > "\xff"), _EURO)
_HAN, _LATIN, _LETTER, _SIGN_LIKE, _SMALL, _SMALL_SIGN, _OTHER_LETTER, _CHINESE_MARK, _ACCENT, _COMBINING, _FLAG = map(
    chr, range(0x92, 0x9D)
)
_OTHER = chr(0x9D)
"""What stands for the characters beyond U+00FF while copy is cut: one for each that means something, one for each kind
of all others. An expression of characters below U+0100 is compiled in a tenth of the time that one of their ranges
takes, and every run would wait for it."""

_KINDS: tuple[tuple[int, int, str, str], ...] = (
    (0x100, 0x24F, _LATIN, _LATIN), (0x250, 0x2AF, _LETTER, _SIGN_LIKE), (0x2B0, 0x2FF, _OTHER_LETTER, _OTHER),
    (0x300, 0x36F, _ACCENT, _ACCENT), (0x370, 0x52F, _LETTER, _SIGN_LIKE), (0x1D00, 0x1DFF, _OTHER_LETTER, _OTHER),
    (0x1E00, 0x1FFF, _LETTER, _SIGN_LIKE), (0x2070, 0x209C, _SMALL, _SMALL_SIGN), (0x3000, 0x303F, _HAN, _CHINESE_MARK),
    (0xFB00, 0xFB06, _LETTER, _SIGN_LIKE), (0xFF00, 0xFF60, _HAN, _CHINESE_MARK), (0x1F1E6, 0x1F1FF, _FLAG, _FLAG),
)  # fmt: skip
"""What stands for the letters of a range, and for what else there is in it: Western letters with Greek and Cyrillic,
modifiers, accents, super- and subscripts, the marks of Chinese, the two letters that a flag is typed by. All other
letters are Han, kana and their like."""


class _Kinds(dict[int, str]):
    """Code to stand-in, worked out when first met."""

    def __missing__(self, code: int) -> str:
        self[code] = found = _STAND_INS.get(chr(code)) or _kind_of(code)
        return found


def _kind_of(code: int) -> str:
    if code < 0x100:
        return _OTHER if 0x80 <= code < 0xA0 else chr(code)
    letter = chr(code).isalnum()
    if 0x3400 <= code <= 0x9FFF:
        return _HAN if letter else _OTHER
    kind = next(((own, other) for first, last, own, other in _KINDS if first <= code <= last), (_HAN, _OTHER))
    return _COMBINING if is_combining(chr(code)) and kind[0] != _ACCENT else kind[not letter]


_seen = _Kinds()

_LETTERS = f"A-Za-zÀ-ÖØ-öø-ÿ{_LATIN}{_LETTER}{_SIGN_LIKE}{_ACCENT}"
"""Western letters."""

_LATINS = f"A-Za-zÀ-ÿ{_LATIN}"

_ALNUM = f"[{_LETTERS}²³¹{_SMALL}{_SMALL_SIGN}0-9]"
_JOINT = (
    f"(?<=[0-9])[.,:/+×±{_MINUS}{_RANGE}-](?=[0-9])|['{_APOSTROPHE}._&@+]|-(?=[0-9])"
    f"|(?<![{_LATINS}]{{3}})[-/]|[-/](?![{_LATINS}]{{3}})"
)
"""What joins letters and digits: a hyphen or a solidus only where it has fewer than three letters on a side (USB-C,
km/h, A/B); elsewhere a word may be parted after it."""

_CURRENCY = f"[$¥£¢{_EURO}]"
_WORD = f"{_ALNUM}+(?:(?:{_JOINT}){_ALNUM}+)*(?:(?<=[0-9])(?:%|{_CURRENCY}(?![0-9]))|[-/](?=[{_LATINS}]))?"
_MEASURED = f"(?=[0-9]+(?:[.][0-9]|[%°{_PERCENT}{_MEASURE}]))"
_SIGN = (
    f"(?:[±+{_MINUS}]?(?:{_CURRENCY}[±+{_MINUS}-]?)?"
    f"|(?<![\\w{_HAN}{_LATIN}{_LETTER}{_SMALL}{_OTHER_LETTER}{_CLOSING}{_CLOSE}])-{_CURRENCY}?"
    f"|(?<={_HAN})-{_MEASURED})(?=[0-9])"
)
"""The sign of a number. A hyphen is one where no Han stands before it (歼-10), or where what follows is measured
(气温-5℃)."""

_ADDRESS = "(?:https?://|www\\.)[!-~]*[A-Za-z0-9/=#_-]|[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]+(?:\\.[A-Za-z0-9-]+)+"
_CLUSTERS = re.compile(
    f"([{_HAN}{_MARK}{_CLOSING}{_OPEN}{_CLOSE}]+(?![{_COMBINING}{_ACCENT}]))"
    f"|({_DASH}{_DASH}|{_BOX}{_BOX}|{_BAR}{_BAR}|{_DOTS}{_DOTS}|{_POINTS}{_POINTS}|{_ASKED}{{2,3}}"
    "|(?<![!-~ ])--(?!-)|--(?![!-~ ])"
    f"|(?<![A-Za-z0-9{_CLOSE}{_APOSTROPHE}]){_APOSTROPHE}[0-9]{{2}}s?(?![0-9A-Za-z])"
    f"|{_ADDRESS}"
    f"|(?:{_SIGN})?{_WORD}{_COMBINING}?"
    f"| +|{_FLAG}{_FLAG}"
    f"|.(?:[{_COMBINING}{_ACCENT}{_JOINER}]|(?<={_JOINER}).)*)",
    re.DOTALL,
)
"""Runs of plain characters, each a cluster of its own, and single clusters of any other kind."""


def stand_ins(copy: str) -> str:
    """What stands for the characters of ``copy`` while it is cut."""
    return copy.translate(_seen)


def _split(copy: str, seen: str) -> list[str]:
    """The clusters of ``copy``, which joined are the copy again; ``seen`` is what stands for its characters."""
    found: list[str] = []
    first = 0
    for plain, other in _CLUSTERS.findall(seen):
        if plain:
            last = first + len(plain)
            found += copy[first:last]
        else:
            last = first + len(other)
            found.append(copy[first:last])
        first = last
    return found


# Compiled when first used (``re`` keeps what it has compiled): few pages need them, and each run would wait for them.
_SHARED = (_OPEN, _CLOSE, _SINGLE, _APOSTROPHE, _DASH, _DOTS)
_SHARED_SIGNS = f"[{_OPEN}{_CLOSE}{_SINGLE}{_APOSTROPHE}{_DASH}{_DOTS}]"
_SHARED_BY_LATIN = f"[{_LATINS}][ ,.!?]*{_SHARED_SIGNS}|{_SHARED_SIGNS} ?[{_LATINS}]"
_CHINESE = f"[{_HAN}{_MARK}{_CLOSING}{_ASKED}{_PERCENT}{_CHINESE_MARK}]"
_NUMBER = frozenset(MONEY + "’±+−0123456789.,:/×–%-")
_PIECE = "(?<=[/.?&=@_#%-])(?=[A-Za-z0-9])"
_PARTNERS = {_OPEN: _CLOSE, _SINGLE: _APOSTROPHE}


def is_number(token: str) -> bool:
    """Whether a cluster is a number with its signs and nothing else."""
    return bool(token) and _NUMBER.issuperset(token)


def is_address(token: str) -> bool:
    """Whether a cluster is an e-mail or web address, which may be cut after its own marks."""
    return "@" in token or "://" in token or token.startswith("www.")


def addresses(copy: str) -> Iterator[tuple[int, int]]:
    """Where e-mail and web addresses begin and end."""
    if "@" in copy or "://" in copy or "www." in copy:
        yield from (found.span() for found in re.finditer(_ADDRESS, copy))


def address_pieces(token: str) -> list[str]:
    """An address cut where a line may break: after ``/ . ? & = @ _ # -`` and without a hyphen."""
    return re.split(_PIECE, token)


def _neighbour(seen: str, index: int, step: int) -> str:
    while 0 <= index < len(seen) and seen[index] in " ,.;:!?":
        index += step
    return seen[index] if 0 <= index < len(seen) else ""


def _is_western_at(seen: str, before: int, after: int) -> bool:
    """Whether what stands on both sides is Latin or the paragraph's end (on both sides only round a pair of quotes)."""
    sides = _neighbour(seen, before, -1), _neighbour(seen, after, 1)
    return (any(sides) or after - before > 2) and all(not side or re.match(_ALNUM, side) for side in sides)


def _is_western(between: str) -> bool:
    """Whether what stands between two pairs of quotes is a stretch of Western words."""
    return re.search(_ALNUM, between) is not None and not re.search(_CHINESE, between)


def _quote_pairs(seen: str) -> Iterator[tuple[int, int]]:
    """Opening and closing quotes by index; an unmatched one pairs with itself."""
    waiting: list[int] = []
    for index, mark in enumerate(seen):
        if mark in _PARTNERS:
            waiting.append(index)
        elif mark in (_CLOSE, _APOSTROPHE):
            if waiting and _PARTNERS[seen[waiting[-1]]] == mark:
                yield waiting.pop(), index
            else:
                yield index, index
    yield from ((index, index) for index in waiting)


def western_marks(seen: str) -> frozenset[int]:
    """Indices of the shared marks that are Latin here (rule book, section 1, note a), in what stands for the copy.

    A pair of quotes is Latin if it holds no Han and Latin stands outside it, or leads to the next such pair (“No,” she
    said, “not now.”); a dash or an ellipsis if Latin stands on both sides. Everything else is Chinese.
    """
    if not any(mark in seen for mark in _SHARED) or not re.search(_SHARED_BY_LATIN, seen):
        return frozenset()
    western: set[int] = set()
    before: tuple[int, int] | None = None
    for first, last in sorted(pair for pair in _quote_pairs(seen) if not re.search(_CHINESE, seen[slice(*pair)])):
        if before is not None and _is_western(seen[before[1] + 1 : first]):
            western |= {*before, first, last}
        if _is_western_at(seen, first - 1, last + 1):
            western |= {first, last}
        before = first, last
    for index, mark in enumerate(seen):
        lonely = mark in (_DASH, _DOTS) and mark not in (seen[index - 1 : index], seen[index + 1 : index + 2])
        if lonely and _is_western_at(seen, index - 1, index + 1):
            western.add(index)
    return frozenset(western)


def _unquoted(tokens: list[str]) -> list[str]:
    """Tokens of copy with ‘: a ’ before two digits closes a quotation that is open and begins ’22 only elsewhere."""
    found: list[str] = []
    depth = 0
    for token in tokens:
        closes = token[0] == "’" and depth > 0
        found += (token[0], token[1:]) if closes and len(token) > 1 else (token,)
        depth += (token == "‘") - closes
    return found


def clusters(copy: str) -> list[str]:
    """The keys of the clusters of ``copy`` in order: the text itself, or ``WESTERN`` and the text of a shared mark."""
    seen = stand_ins(copy)
    tokens = _unquoted(_split(copy, seen)) if "‘" in copy else _split(copy, seen)
    western = western_marks(seen)
    if western:
        starts = accumulate(map(len, tokens), initial=0)
        tokens = [WESTERN + t if s in western and len(t) == 1 else t for s, t in zip(starts, tokens, strict=False)]
    return tokens


def composed(cluster: str) -> str:
    """A cluster with its accents on their letters, as faces have them, so far as Unicode has such letters."""
    if len(cluster) == 1 or cluster.isascii() or not any(map(is_combining, cluster)):
        return cluster
    from unicodedata import normalize  # noqa: PLC0415  (hardly any copy has such characters)

    return normalize("NFC", cluster)
