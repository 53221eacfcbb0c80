"""Straight quotes to the right ones: the two of a pair, apostrophes, feet and inches.

A curly quote has the same code whether it is Chinese or Latin, and an apostrophe is a closing quote: only sides have to
be found. Where they cannot be told, the paragraph keeps what was typed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

Slip = tuple[int, int, str]

_FEET, _INCHES = "′", "″"
_ENDS = "。！？!?…"
_BEFORE_OPENING = " ：:，,；;（(《—"
_AFTER_CLOSING = " ，。；：、！？,.;:!?）)》"
_LETTER = re.compile("[A-Za-zÀ-ɏ]")


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
    inches = [place for place in places if _is_inch(text, place, places)]
    pairs = [place for place in places if place not in inches]
    sides = [(place, "“”"[number % 2]) for number, place in enumerate(pairs)]
    if len(pairs) % 2 or not all(_fits(text, *side) for side in sides):
        sides = [(place, side) for place in pairs if (side := _side_by_neighbours(text, place))]
    return [*((place, _INCHES) for place in inches), *sides]


def _is_inch(text: str, place: int, places: list[int]) -> bool:
    """Whether a double quote after a figure is a sign of inches: no quotation is open, and none begins with it."""
    if not text[:place][-1:].isdigit():
        return False
    before = places.index(place)
    if re.search("[0-9]'[0-9]+$", text[:place]):
        return True
    later = places[before + 1 :]
    begins = bool(later) and not text[: later[0]][-1:].isdigit()
    opened = sum(not text[:other][-1:].isdigit() for other in places[:before]) % 2
    return not opened and not begins


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
        elif _LETTER.match(before) or (re.match("[0-9]{2}(?![0-9])", text[place + 1 :]) and not before.isalnum()):
            found.append((place, "’"))
            opened = None if not _LETTER.match(after) else opened
        elif opened is not None:
            found += [(opened, "‘"), (place, "’")]
            opened = None
        elif after.strip():
            opened = place
    return found
