"""One name written two ways in an issue: 金塘社区 and 金糖社区.

Most such slips are made by typing a name by its sound and taking another character of that sound. So two writings are
told only where they differ in one character, both sound alike, and what stands around says that both are names: what
ends as places and firms do, what follows one and the same title, and what begins with a surname or is listed in the
issue's ``names`` where one of the two is such a name. What is written often is another name.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import combinations
from pathlib import Path

from paiban.diagnostic import Diagnostic, diagnose
from paiban.memo import Memo
from paiban.proofread.sheet import Piece, Sheet
from paiban.span import Span, absolute
from paiban.text.persons import PARTICLES, SURNAMES
from paiban.text.words import segment
from paiban.value import NamedTuple

_FILE = Path(__file__).with_name("sounds.txt")

PLACES = (
    "公司", "集团", "银行", "农商行", "合作社", "工业园", "科技园", "产业园", "园区", "开发区", "社区",
    "街道", "小区", "新村", "小学", "中学", "学校", "幼儿园", "医院", "卫生院", "研究院", "研究所", "广场",
    "大桥", "水库", "大道", "大厦", "商场", "村委会", "居委会", "派出所", "法院", "检察院", "镇", "乡",
    "村", "河", "湖", "路",
)  # fmt: skip
"""What names of places and firms end with."""

TITLES = (
    "书记", "主任", "市长", "县长", "区长", "镇长", "乡长", "局长", "部长", "院长", "校长", "行长", "经理",
    "董事长", "主席", "会长", "所长", "站长", "队长", "教授", "记者", "通讯员",
)  # fmt: skip
"""What names of people follow."""

NO_PART = frozenset(
    "个各在再的地得由有和与于是市为位以已及其这那从到对将被把向至等也都就又或即既该全本多里内外上下前后"
)
"""Characters that stand beside a name and are no part of it: two writings that differ in one are not of one name."""

LENGTHS = (2, 3, 4)
"""How long a name may be, without what it ends with or follows, in characters: where it begins is not written."""

MOST = 2
"""What is written more often than so is another name."""

MANY = 50
"""Names that differ at one place only: more of them are names of one pattern, not writings of one name."""


class Named(NamedTuple):
    """A name of a ``kind``: its own characters, without what it ends with or follows, and where they stand."""

    kind: str
    stem: str
    piece: Piece
    start: int

    @property
    def span(self) -> Span:
        """Where it stands."""
        return self.piece.at(self.start, self.start + len(self.stem))


def spellings(sheet: Sheet) -> Iterator[Diagnostic]:
    """Names that differ in one character which sounds like the other: the rarer writing is told, or the later one."""
    places: dict[tuple[str, str], list[Named]] = {}
    for pieces in sheet.blocks:
        for name, found in names_of(pieces, sheet.memo):
            places.setdefault(name, []).extend(found)
    known = {stem for kind, stem in places if kind in TITLES} | set(sheet.issue.names)
    told_at: set[Span] = set()
    names = tuple([name for name in places if name[0] or name[1][0] in SURNAMES])
    pairs = sheet.memo.made("alike", (), lambda: tuple(alike(names, known)), names, frozenset(known))
    for kind, one, other in pairs:
        if is_common(kind, one) or is_common(kind, other):
            continue
        rarer, usual = sorted((places[kind, one], places[kind, other]), key=lambda found: weight(found, sheet))
        index = differs(one, other)
        at = rarer[0].piece.at(rarer[0].start + index, rarer[0].start + index + 1)
        if len(rarer) <= MOST and at not in told_at:
            told_at.add(at)
            yield told(rarer[0], usual[0], sheet)


def names_of(pieces: tuple[Piece, ...], memo: Memo) -> tuple[tuple[tuple[str, str], tuple[Named, ...]], ...]:
    """Everything in a block that may be a name, by its kind and its own characters."""

    def made() -> tuple[tuple[tuple[str, str], tuple[Named, ...]], ...]:
        places: dict[tuple[str, str], list[Named]] = {}
        for named in (named for piece in pieces for named in names_in(piece)):
            places.setdefault((named.kind, named.stem), []).append(named)
        return tuple((name, tuple(found)) for name, found in places.items())

    return memo.made("names", (pieces,), made)


def names_in(piece: Piece) -> Iterator[Named]:
    """Everything in a piece that may be a name."""
    text = piece.text
    for found in re.finditer("|".join(PLACES), text):
        yield from cut(found.group(), piece, [(found.start() - length, found.start()) for length in LENGTHS])
    for found in re.finditer("|".join(TITLES), text):
        ends = [(found.end(), found.end() + length) for length in LENGTHS[:2]]
        yield from (named for named in cut(found.group(), piece, ends) if named.stem[0] in SURNAMES)
    starts = [index for index, character in enumerate(text) if character in SURNAMES]
    yield from cut("", piece, [(start, start + 3) for start in starts])


def cut(kind: str, piece: Piece, ranges: list[tuple[int, int]]) -> Iterator[Named]:
    """Those of ``ranges`` in a piece that hold letters alone and no particle, as names of a kind."""
    for start, end in ranges:
        stem = piece.text[max(start, 0) : end]
        if len(stem) == end - start and stem.isalpha() and not stem.isascii() and PARTICLES.isdisjoint(stem):
            yield Named(kind, stem, piece, start)


def alike(names: Iterable[tuple[str, str]], known: set[str]) -> Iterator[tuple[str, str, str]]:
    """Names of one kind that differ in one character only, both of one sound; of those without a kind one is known.

    Where the first of three and more differs, it may stand before a shorter name: 加沙城希法医院, 他称希法医院.
    """
    groups: dict[tuple[str, int, str], list[str]] = {}
    for kind, stem in names:
        for index in range(len(stem)):
            groups.setdefault((kind, index, stem[:index] + stem[index + 1 :]), []).append(stem)
    for (kind, index, _), stems in groups.items():
        for one, other in combinations(stems if len(stems) <= MANY else (), 2):
            if kind and not index and len(one) > 2:
                continue
            pair = {one[index], other[index]}
            if not pair & NO_PART and (kind or {one, other} & known) and sound_alike(one[index], other[index]):
                yield kind, one, other


def is_common(kind: str, stem: str) -> bool:
    """Whether what a name would end with is a word of the language: 铁路, 下乡, 城镇."""
    return len(kind) == 1 and len(segment(stem[-1] + kind)) == 1


def differs(one: str, other: str) -> int:
    """Where two names of one length differ."""
    return next(index for index, pair in enumerate(zip(one, other, strict=True)) if pair[0] != pair[1])


def weight(found: list[Named], sheet: Sheet) -> tuple[int, int]:
    """What the usual writing of a name has more of: how often it stands, and how early."""
    return len(found), -absolute(found[0].span, sheet.issue.anchors).line


def told(here: Named, there: Named, sheet: Sheet) -> Diagnostic:
    """That a name is written otherwise elsewhere."""
    line = absolute(there.span, sheet.issue.anchors).line
    return diagnose("P443", here.span, text=whole(here), other=whole(there), line=line)


def whole(named: Named) -> str:
    """A name with what it ends with or follows."""
    return f"{named.kind}{named.stem}" if named.kind in TITLES else f"{named.stem}{named.kind}"


def sound_alike(one: str, other: str) -> bool:
    """Whether two characters are read alike, tones aside."""
    rows, at = sounds(), -1
    while (at := rows.find(one, at + 1)) >= 0:
        if other in rows[rows.rfind("\n", 0, at) + 1 : rows.index("\n", at)]:
            return True
    return False


@cache
def sounds() -> str:
    """The characters of each syllable, a line each (``sounds.txt``, from pypinyin, MIT)."""
    return _FILE.read_text("utf-8")
