"""Straight quotes to the right ones: the two of a pair, apostrophes, feet and inches.

A curly quote has the same code whether it is Chinese or Latin, and an apostrophe is a closing quote: only sides have to
be found. Where they cannot be told, the paragraph keeps what was typed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import accumulate

Slip = tuple[int, int, str]

_FEET, _INCHES = "′", "″"
_FIGURE = 12
"""No figure of feet and inches is longer."""

_FEET_BEFORE = re.compile("[0-9]'[0-9]+$")

_ENDS = "。！？!?…"
_BEFORE_OPENING = " ：:，,；;（(《—"
_AFTER_CLOSING = " ，。；：、！？,.;:!?）)》"
_LETTER = "[A-Za-zÀ-ɏ]"
_YEAR = "[0-9]{2}(?![0-9])"
_NAMED = re.compile("[0-9]{2}[^'A-Za-z0-9]{1,12}'(?![A-Za-z0-9])")
"""What begins with a year and stands in quotes: '95后'."""
_INSIDE = {"“": "‘", "”": "’"}


def straight_quotes(text: str) -> Iterator[Slip]:
    """Straight quotes of a paragraph with what stands in their place.

    >>> [words for _, _, words in straight_quotes('"It\\'s 5\\'11\\"," \\'90s')]
    ['“', '’', '′', '″', '”', '’']
    """
    if '"' not in text and "'" not in text:
        return
    found = [*_doubles(text), *_singles(text)]
    yield from ((index, index + 1, words) for index, words in sorted(found))


def _doubles(text: str) -> list[tuple[int, str]]:
    places = [index for index, character in enumerate(text) if character == '"']
    inches = {*_inches(text, places)}
    pairs = [place for place in places if place not in inches]
    if len(pairs) % 2 and len(after := [place for place in pairs if text[:place][-1:].isdigit()]) == 1:
        inches.update(after)  # 24"屏，"甲"级
        pairs.remove(after[0])
    sides = [(place, "“”"[number % 2]) for number, place in enumerate(pairs)]
    if len(pairs) % 2 or not all(_fits(text, *side) for side in sides):
        sides = [(place, side) for place in pairs if (side := _side_by_neighbours(text, place))]
    quoted = _quoted(text) if "“" in text else frozenset[int]()
    inner = _halves(text, pairs) or [(place, _INSIDE[side] if place in quoted else side) for place, side in sides]
    return [*((place, _INCHES) for place in places if place in inches), *inner]


def _halves(text: str, pairs: list[int]) -> list[tuple[int, str]]:
    """The sides of quotes of which the other half was typed right (“甲"，"乙”): by turns with those, if what stands
    beside them says the same; none where it does not."""
    if not pairs or ("“" not in text and "”" not in text):
        return []
    straight, opened = {*pairs}, False
    found: list[tuple[int, str]] = []
    for place in (mark.start() for mark in re.finditer('["“”]', text[: pairs[-1] + 1])):
        side = "”" if opened else "“"
        if text[place] != side and (place not in straight or _side_by_neighbours(text, place) != side):
            return []
        found += [(place, side)] if place in straight else []
        opened = not opened
    return found


def _quoted(text: str) -> frozenset[int]:
    """The places where a quotation is open that was typed with its right quotes: one inside it has single ones."""
    depths = accumulate({"“": 1, "”": -1}.get(character, 0) for character in text)
    return frozenset([place for place, depth in enumerate(depths) if depth > 0])


def _inches(text: str, places: list[int]) -> Iterator[int]:
    """The double quotes after a figure that are signs of inches: no quotation is open, and none begins with them."""
    figures = [text[place - 1 : place].isdigit() for place in places]
    opened = False
    for number, place in enumerate(places):
        begins = number + 1 < len(places) and not figures[number + 1]
        if figures[number] and (not (opened or begins) or _FEET_BEFORE.search(text[max(0, place - _FIGURE) : place])):
            yield place
        else:
            opened = not opened


def _side_by_neighbours(text: str, place: int) -> str:
    """The side of a quote whose partner is not in its paragraph; ``""`` where either may be meant."""
    before, after = text[place - 1 : place] if place else "", text[place + 1 : place + 2]
    opens = (not before or before in _BEFORE_OPENING) and bool(after.strip()) and after not in _AFTER_CLOSING
    closes = bool(before.strip()) and before not in _BEFORE_OPENING and (not after or after in _AFTER_CLOSING)
    closes |= before in _ENDS and bool(before)
    return "" if opens == closes else "“" if opens else "”"


def _fits(text: str, place: int, side: str) -> bool:
    """Whether a quote can have a side: an opening one leads on, a closing one ends something."""
    neighbour = text[place + 1 : place + 2] if side == "“" else text[place - 1 : place] if place else ""
    return bool(neighbour.strip())


def _singles(text: str) -> list[tuple[int, str]]:
    found: list[tuple[int, str]] = []
    opened: int | None = None
    for place in (index for index, character in enumerate(text) if character == "'"):
        before, after = text[place - 1 : place] if place else "", text[place + 1 : place + 2]
        if "'" in (before, after):
            continue
        if before.isdigit() and opened is None:
            found.append((place, _FEET))
        elif re.match(_LETTER, before) or _is_year(text, place, before):
            found.append((place, "’"))
            opened = None if not re.match(_LETTER, after) else opened
        elif opened is not None:
            found += [(opened, "‘"), (place, "’")]
            opened = None
        elif after.strip():
            opened = place
    return found


def _is_year(text: str, place: int, before: str) -> bool:
    """Whether a quote stands for the century of a year, and opens nothing."""
    begins = re.match(_YEAR, text[place + 1 : place + 4]) and not before.isalnum()
    return bool(begins) and _NAMED.match(text, place + 1) is None
