"""Inline marks in copy, few and escapable.

==================  =======================  ==========================================
``**粗**``           bold                      set in 黑体
``^^重点^^``         着重号, emphasis dots      under each character, to its right in vertical lines
``__人名__``         专名号, proper-name line   under it, to its left in vertical lines
``~~书名~~``         书名号甲式, wavy line       under it, to its left in vertical lines
``||人名||``         示亡号, frame              round the name of one who has died
``{字|zì}``         ruby: 拼音 or 注音          above it or to its right
``^{2}`` ``_{2}``   上标, 下标                 small, above the line or below it
``[文字]{黑 红}``     any styles by name         ``paiban.template.runs`` lists them
==================  =======================  ==========================================

A backslash before one of ``\\ * ^ _ ~ { | } [ ]`` makes it ordinary. A mark without a partner is set as typed and
reported. Two with nothing between them (138****0000, a line to write on) and signs inside a Western word (``a__b``,
``2**3``) are no marks but copy. What a mark does is not known here: a marking has the name of a style, which whoever
sets it looks up.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from operator import itemgetter

from paiban.value import NamedTuple

PAIRED: dict[str, str] = {"**": "bold", "^^": "dots", "__": "name", "~~": "title", "||": "frame"}
"""Marks that open and close alike, and the styles that they ask for."""

SCRIPTS: dict[str, str] = {"^{": "sup", "_{": "sub"}
"""Marks that a brace closes."""

RUBY = "ruby"
"""What a marking of ruby is called, which is no style."""

_SIGNS = "\\\\*^_~{|}\\[\\]:：#"
_MARK = re.compile(rf"\\(?=[{_SIGNS}])|\*\*|\^\^|__|~~|\|\||\{{")
_IN_WORD = r"(?<=[0-9A-Za-z])(?:__|~~|\|\|)(?=[0-9A-Za-z])|(?<=[0-9])\*\*(?=[0-9])"
_TOKEN = re.compile(
    rf"\\(?=[{_SIGNS}])|(?!{_IN_WORD})(?:\*\*|\^\^|__|~~|\|\|)|[\^_]\{{"
    r"|\{(?P<base>[^{}|\n]+)\|(?P<ruby>[^{}|\n]+)\}|\[|\]\{(?P<names>[^{}|\n]*)\}"
    r"|\]\{(?![^{}|\n]+\|[^{}|\n]+\})|[\]}]"
)
_NAME = re.compile("[^ \t\u3000、，,]+")


class Marking(NamedTuple):
    """A marked stretch ``first`` … ``last`` of the clean text; ``kind`` is ``RUBY`` or the name of a style.

    ``start`` … ``end`` are ruby's own text in the source, or a style's name where it was typed (``named``).
    """

    kind: str
    first: int
    last: int
    start: int = 0
    end: int = 0
    named: bool = False


class Marked(NamedTuple):
    """Copy without its marks. ``places[i]`` is where character ``i`` stands in the source, with one past the last.

    ``markings`` come in the order in which they open; ``dropped`` are the signs of marks, ``unclosed`` those that have
    no partner and are copy.
    """

    text: str
    places: tuple[int, ...]
    dropped: tuple[int, ...]
    markings: tuple[Marking, ...]
    unclosed: tuple[int, ...]


class _Mark(NamedTuple):
    """A mark at ``begin`` … ``end`` of the source; ``opener`` is where the one stands that it closes, -1 for none."""

    begin: int
    end: int
    found: re.Match[str]
    opener: int = -1


def has_marks(source: str) -> bool:
    """Whether there is anything that could be a mark."""
    return _MARK.search(source) is not None


@lru_cache(maxsize=64)
def parse(source: str) -> Marked:
    """Read the marks of ``source``."""
    marks, unclosed = _paired(source)
    clean: list[int] = []
    found: list[tuple[int, Marking]] = []
    begins: dict[int, int] = {}
    index = 0
    for mark in marks:
        clean += range(index, mark.begin)
        index = mark.end
        if mark.found["ruby"] is not None:
            first = len(clean)
            clean += range(*mark.found.span("base"))
            found.append((mark.begin, Marking(RUBY, first, len(clean), *mark.found.span("ruby"))))
        elif mark.opener < 0:
            begins[mark.begin] = len(clean)
        else:
            closed = _closed(source, mark, begins[mark.opener], len(clean))
            found += [(mark.opener, marking) for marking in closed]
    markings = tuple([marking for _, marking in sorted(found, key=itemgetter(0))])
    clean += range(index, len(source))
    return Marked(
        "".join([source[i] for i in clean]), (*clean, len(source)), _dropped(source, clean, markings),
        markings, unclosed,
    )  # fmt: skip


def plain(source: str) -> str:
    """``source`` without its marks and its ruby, as it is read out."""
    return parse(source).text if has_marks(source) else source


def bars(source: str) -> list[int]:
    """Where an ``|`` stands that is no mark and no part of one."""
    if not has_marks(source):
        return [index for index, character in enumerate(source) if character == "|"]
    marked = parse(source)
    escaped = {index + 1 for index in marked.dropped if source[index] == "\\"}
    return [place for place in marked.places[:-1] if source[place] == "|" and place not in escaped]


def _closed(source: str, mark: _Mark, first: int, last: int) -> Iterator[Marking]:
    """What a closing mark says of the stretch that it closes: one style, or as many as have names in its braces."""
    if mark.found["names"] is None:
        kind = PAIRED.get(mark.found.group()) or SCRIPTS[source[mark.opener : mark.opener + 2]]
        yield Marking(kind, first, last)
        return
    start = mark.found.start("names")
    names = [*_NAME.finditer(mark.found["names"])]
    for name in names:
        yield Marking(name.group(), first, last, start + name.start(), start + name.end(), named=True)
    if not names:
        yield Marking("", first, last, start - 1, mark.end, named=True)


def _dropped(source: str, clean: Sequence[int], markings: Sequence[Marking]) -> tuple[int, ...]:
    """The signs of marks: all that is neither copy nor the text of ruby."""
    kept = {*clean, *(i for marking in markings if marking.kind == RUBY for i in range(marking.start, marking.end))}
    return tuple([index for index in range(len(source)) if index not in kept])


def _paired(source: str) -> tuple[list[_Mark], tuple[int, ...]]:
    """The marks of ``source`` in order, those that pair with their partners, and where others stand that do not."""
    marks: list[_Mark] = []
    open_pairs: dict[str, int] = {}
    open_nests: list[_Mark] = []
    unclosed: list[int] = []
    index = 0
    while (found := _TOKEN.search(source, index)) is not None:
        mark, sign = _Mark(*found.span(), found), found.group()
        index = mark.end + (sign == "\\")
        if sign == "\\" or found["ruby"] is not None:
            marks.append(mark)
        elif sign in PAIRED:
            opener = open_pairs.pop(sign, None)
            if opener is None:
                open_pairs[sign] = mark.begin
            elif opener == mark.begin - len(sign):
                marks.pop()
                continue
            marks.append(mark if opener is None else _Mark(*mark[:3], opener))
        elif sign == "[" or sign in SCRIPTS:
            open_nests.append(mark)
        else:
            _close(mark, sign, open_nests, marks, unclosed)
    lonely = {*open_pairs.values()}
    unclosed += [
        *(begin for begin in lonely if not _in_row(source, begin)),
        *(mark.begin for mark in open_nests if mark.found.group() != "["),
    ]
    return sorted([mark for mark in marks if mark.begin not in lonely]), tuple(sorted(unclosed))


def _in_row(source: str, begin: int) -> bool:
    """Whether a mark is part of a row of its signs, which nobody takes for one (_____)."""
    return source[begin] in (source[begin - 1 : begin], source[begin + 2 : begin + 3])


def _close(mark: _Mark, sign: str, opened: list[_Mark], marks: list[_Mark], unclosed: list[int]) -> None:
    """Close the innermost mark that is open, if ``mark`` is what closes that; brackets without braces are copy."""
    closes = "[" if sign[0] == "]" else "{"
    if not opened or opened[-1].found.group()[-1] != closes:
        unclosed += [mark.begin] if len(sign) > 1 else []
        return
    opener = opened.pop()
    is_mark = mark.found["names"] is not None or closes == "{"
    if is_mark and opener.end == mark.begin:
        unclosed.append(opener.begin)
    elif is_mark:
        marks += [opener, _Mark(*mark[:3], opener.begin)]
    elif len(sign) > 1:
        unclosed.append(mark.begin)
