"""What the text stage has to say about copy as it was typed. Nothing here changes what is set."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from paiban.diagnostic import Diagnostic, diagnose
from paiban.language import Words
from paiban.markup import RUBY, Marked, Marking
from paiban.source.nearest import nearest, perhaps
from paiban.span import Text
from paiban.text.charclass import script_of
from paiban.text.runs import style_named
from paiban.text.style import TextStyle

if TYPE_CHECKING:
    from paiban.font import FontCatalogue

NORMAL: dict[str, str] = {"‧": "·", "・": "·", "•": "·", "／": "/"}
"""Marks that are drawn with the glyph of another."""

_HEADING = "#+[ \u3000]"

_WIDE_STYLE = r"[\[［][^\[\]［］{}｛｝]*[\]］][{｛][^{}｛｝|]*[}｝]"

_SELECTORS = ((0xFE00, 0xFE0F), (0xE0100, 0xE01EF))


def _characters(ranges: tuple[tuple[int, int], ...]) -> list[str]:
    return [chr(code) for low, high in ranges for code in range(low, high + 1)]


SELECTORS = frozenset(_characters(_SELECTORS))
"""What asks for a variant of the character before it."""

DESCRIBING = frozenset(map(chr, range(0x2FF0, 0x3000)))
"""What begins an ideographic description: ⿰ and its like, with two operands but for those of ``_OPERANDS``."""

_OPERANDS = {"⿲": 3, "⿳": 3, "⿾": 1, "⿿": 1}

_ODD = re.compile(
    f"[〈［］｛｝{''.join(NORMAL)}⿰-⿿{''.join([f'{chr(first)}-{chr(last)}' for first, last in _SELECTORS])}]"
)
"""What there may be to say something about; most copy has none of it."""


def point(cluster: str) -> str:
    """Code points in the usual notation."""
    return " ".join(f"U+{ord(character):04X}" for character in cluster)


def missing(copy: Text, index: int, cluster: str) -> Diagnostic:
    """No face has ``cluster``, which stands at ``index`` of ``copy``."""
    return diagnose("P310", copy.at(index, index + len(cluster)), character=cluster, point=point(cluster))


def by_run(copy: Text, places: Sequence[int], text: str, index: int) -> tuple[Diagnostic, int]:
    """That the script which begins at ``index`` of ``text`` is not set here, and where its run ends."""
    end = index + 1
    while end < len(text) and (
        script_of(text[end]) or (text[end] == " " and script_of(text[end + 1 : end + 2] or " "))
    ):
        end += 1
    span = copy.at(places[index], places[end - 1] + 1)
    return diagnose("P417", span, text=text[index:end], script=Words(*(script_of(text[index]) or ("", "")))), end


def fallback(copy: Text, index: int, cluster: str, face: str, other: str) -> Diagnostic:
    """``cluster`` comes from the face ``other`` of the role's chain, not from ``face``."""
    span = copy.at(index, index + len(cluster))
    return diagnose("P311", span, character=cluster, point=point(cluster), face=face, other=other)


def is_odd(text: str) -> bool:
    """Whether there is anything in ``text`` that ``as_typed`` may have something to say about."""
    return text[:1] == "#" or _ODD.search(text) is not None


def of_marks(
    copy: Text, start: int, marked: Marked, style: TextStyle, catalogue: FontCatalogue
) -> Iterator[Diagnostic]:
    """Marks without a partner, and names of styles that there are not, in copy from ``start`` on."""
    for index in marked.unclosed:
        place = start + index
        yield diagnose("P403", copy.at(place, place + 2), mark=copy.value[place : place + 2])
    for marking in marked.markings:
        if marking.kind != RUBY and style_named(marking.kind, style, catalogue) is None:
            span = copy.at(*_where(marking, marked, start))
            guess = nearest(marking.kind, (*style.runs, *catalogue.roles))
            known = Words("、".join(_offered(style, latin=False)), ", ".join(_offered(style, latin=True)))
            yield diagnose("P420", span, name=marking.kind or "{}", perhaps=perhaps(guess), known=known)


def _where(marking: Marking, marked: Marked, start: int) -> tuple[int, int]:
    """Where a style's name was typed; where its stretch begins, if a short mark asks for it."""
    if marking.named:
        return start + marking.start, start + marking.end
    return start + marked.places[marking.first], start + marked.places[marking.first] + 1


def _offered(style: TextStyle, *, latin: bool) -> list[str]:
    """The names of a sheet's styles, one name for each."""
    return [name for name in style.runs if name.isascii() == latin]


def without_variant(copy: Text, index: int, cluster: str) -> Diagnostic:
    """The face draws ``cluster`` as it draws its first character: it does not have the variant asked for."""
    return diagnose("P409", copy.at(index, index + len(cluster)), text=cluster[0], point=point(cluster[1:]))


def as_typed(copy: Text, text: str, places: Sequence[int]) -> Iterator[Diagnostic]:
    """Marks drawn as others, descriptions of characters, marks of other mark-up.

    ``text`` is the copy without its markup, ``places`` where each of its characters stands in ``copy``.
    """
    yield from _lonely_brackets(copy, text, places)
    for style in re.finditer(_WIDE_STYLE, text):
        if not {*"［］｛｝"}.isdisjoint(style.group()):
            span = copy.at(places[style.start()], places[style.end() - 1] + 1)
            yield diagnose("P422", span, text=style.group())
    if (heading := re.match(_HEADING, text)) and copy.value[max(places[0] - 1, 0)] != "\\":
        yield diagnose("P418", copy.at(places[0]), text=heading.group().rstrip())
    for start, end in descriptions(text):
        yield diagnose("P406", copy.at(places[start], places[end - 1] + 1), text=text[start:end])
    for index, character in enumerate(text):
        if character in NORMAL:
            yield diagnose("P404", copy.at(places[index]), text=character, drawn=NORMAL[character])


def _lonely_brackets(copy: Text, text: str, places: Sequence[int]) -> Iterator[Diagnostic]:
    """〈 outside 《》 (rule book, section 1, note c)."""
    index = text.find("〈")
    while index >= 0:
        if text.rfind("《", 0, index) <= text.rfind("》", 0, index) or text.find("》", index) < 0:
            yield diagnose("P408", copy.at(places[index]), text="〈")
        index = text.find("〈", index + 1)


def descriptions(text: str) -> Iterator[tuple[int, int]]:
    """Where ideographic descriptions begin and end; one that is part of another is not given.

    >>> list(descriptions("山⿰氵⿱亠口字⿲甲乙丙"))
    [(1, 6), (7, 11)]
    """
    end = 0
    for start, character in enumerate(text):
        if start >= end and character in DESCRIBING:
            waiting, end = 1, start
            while waiting and end < len(text):
                waiting += -1 if text[end] not in DESCRIBING else _OPERANDS.get(text[end], 2) - 1
                end += 1
            yield start, end
