"""Inline marks in copy, few and escapable.

=============  =======================  ==========================================
``**粗**``      bold                      set in 黑体
``^^重点^^``    着重号, emphasis dots      under each character, to its right in vertical lines
``__人名__``    专名号, proper-name line   under it, to its left in vertical lines
``~~书名~~``    书名号甲式, wavy line       under it, to its left in vertical lines
``||人名||``    示亡号, frame              round the name of one who has died
``{字|zì}``    ruby: 拼音 or 注音          above it or to its right
=============  =======================  ==========================================

A backslash before one of ``\\ * ^ _ ~ { | }`` makes it ordinary. A mark without a partner is set as typed and reported.
"""

from __future__ import annotations

import re

from paiban.value import NamedTuple

KINDS: dict[str, str] = {"**": "bold", "^^": "dots", "__": "name", "~~": "title", "||": "frame"}
"""Paired marks and what they ask for."""

RUBY = "ruby"

_MARK = re.compile(r"\\(?=[\\*^_~{|}])|\*\*|\^\^|__|~~|\|\||\{")
_RUBY = r"\{([^{}|\n]+)\|([^{}|\n]+)\}"


class Marking(NamedTuple):
    """A marked stretch ``first`` … ``last`` of the clean text; ruby's own text is ``start`` … ``end`` of the source."""

    kind: str
    first: int
    last: int
    start: int = 0
    end: int = 0


class Marked(NamedTuple):
    """Copy without its marks. ``places[i]`` is where character ``i`` stands in the source, with one past the last."""

    text: str
    places: tuple[int, ...]
    dropped: tuple[int, ...]
    markings: tuple[Marking, ...]
    unclosed: tuple[int, ...]


def has_marks(source: str) -> bool:
    """Whether there is anything that could be a mark."""
    return _MARK.search(source) is not None


def parse(source: str) -> Marked:
    """Read the marks of ``source``."""
    clean: list[int] = []
    dropped: list[int] = []
    markings: list[Marking] = []
    unclosed: list[int] = []
    opened: dict[str, int] = {}
    closers = _closers(source, unclosed)
    index = 0
    while (found := _MARK.search(source, index)) is not None:
        begin, mark = found.start(), found.group()
        clean += range(index, begin)
        index = begin + len(mark)
        if mark == "\\":
            dropped.append(begin)
            clean.append(index)
            index += 1
        elif mark == "{":
            index = _read_ruby(source, begin, clean, dropped, markings)
        elif begin in closers:
            dropped += range(begin, index)
            if mark in opened:
                markings.append(Marking(KINDS[mark], opened.pop(mark), len(clean)))
            else:
                opened[mark] = len(clean)
        else:
            clean += range(begin, index)
    clean += range(index, len(source))
    text = "".join([source[i] for i in clean])
    return Marked(text, (*clean, len(source)), tuple(sorted(dropped)), tuple(markings), tuple(unclosed))


def _closers(source: str, unclosed: list[int]) -> frozenset[int]:
    """Where paired marks stand that do pair up; the odd last one of a kind is reported and stays copy."""
    found: dict[str, list[int]] = {}
    skip = 0
    for match in _MARK.finditer(source):
        if match.start() < skip:
            continue
        if match.group() == "\\":
            skip = match.end() + 1
        elif match.group() in KINDS:
            found.setdefault(match.group(), []).append(match.start())
    unclosed += sorted(places.pop() for places in found.values() if len(places) % 2)
    return frozenset(place for places in found.values() for place in places)


def _read_ruby(source: str, begin: int, clean: list[int], dropped: list[int], markings: list[Marking]) -> int:
    """Read ``{base|ruby}`` at ``begin``; a brace that is none is copy. Returns where to go on."""
    match = re.compile(_RUBY).match(source, begin)
    if match is None:
        clean.append(begin)
        return begin + 1
    base, ruby = match.span(1), match.span(2)
    first = len(clean)
    clean += range(*base)
    dropped += [begin, base[1], ruby[1]]
    markings.append(Marking(RUBY, first, len(clean), *ruby))
    return match.end()
