"""What the text stage has to say about copy as it was typed. Nothing here changes what is set."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from paiban.diagnostic import Diagnostic, diagnose
from paiban.span import Text
from paiban.text.tokens import HAN

FULL_WIDTH: dict[str, str] = dict(zip(",.;:?!()\"'", "，。；：？！（）”’", strict=True))
"""Half-width marks that Chinese copy usually has full-width."""

NORMAL: dict[str, str] = {"‧": "·", "・": "·", "•": "·", "／": "/", "⋯": "…"}
"""Marks that are drawn with the glyph of another."""

_ODD = re.compile(
    f"[‧・•／⋯]|[\u2ff0-\u2fff]|[\uf900-\ufaff\U0002f800-\U0002fa1f]"
    f"|(?<={HAN})[,.;:?!()\"'](?![0-9A-Za-z])|[,;:?!()\"'](?={HAN})"
)
_LONELY = re.compile("《[^》]*》|〈")
_OPERANDS = {"⿲": 3, "⿳": 3, "⿾": 1, "⿿": 1}


def point(cluster: str) -> str:
    """Code points in the usual notation."""
    return " ".join(f"U+{ord(character):04X}" for character in cluster)


def missing(copy: Text, index: int, cluster: str) -> Diagnostic:
    """No face has ``cluster``, which stands at ``index`` of ``copy``."""
    return diagnose("P310", copy.at(index, index + len(cluster)), character=cluster, point=point(cluster))


def fallback(copy: Text, index: int, cluster: str, face: str, other: str) -> Diagnostic:
    """``cluster`` comes from the face ``other`` of the role's chain, not from ``face``."""
    span = copy.at(index, index + len(cluster))
    return diagnose("P311", span, character=cluster, point=point(cluster), face=face, other=other)


def as_typed(copy: Text, text: str, places: Sequence[int]) -> Iterator[Diagnostic]:
    """Marks drawn as others, half-width marks among Han, descriptions of characters, compatibility ideographs.

    ``text`` is the copy without its markup, ``places`` where each of its characters stands in ``copy``.
    """
    yield from _lonely_brackets(copy, text, places)
    index = 0
    while (found := _ODD.search(text, index)) is not None:
        character, index = found.group(), found.end()
        place = places[found.start()]
        if character in NORMAL:
            yield diagnose("P404", copy.at(place), text=character, drawn=NORMAL[character])
        elif character in FULL_WIDTH:
            yield diagnose("P405", copy.at(place), text=character, full=FULL_WIDTH[character])
        elif "\u2ff0" <= character <= "\u2fff":
            index = end_of_description(text, found.start())
            described = text[found.start() : index]
            yield diagnose("P406", copy.at(place, place + len(described)), text=described)
        else:
            from unicodedata import normalize  # noqa: PLC0415  (hardly any copy has such characters)

            composed = normalize("NFC", character)
            if composed != character:
                yield diagnose("P407", copy.at(place), text=character, point=point(character), composed=composed)


def _lonely_brackets(copy: Text, text: str, places: Sequence[int]) -> Iterator[Diagnostic]:
    """〈 outside 《》 (rule book, section 1, note c)."""
    for found in _LONELY.finditer(text) if "〈" in text else ():
        if found.group() == "〈":
            yield diagnose("P408", copy.at(places[found.start()]), text="〈")


def end_of_description(text: str, start: int) -> int:
    """Where the ideographic description sequence that begins at ``start`` ends.

    >>> end_of_description("⿰氵⿱亠口字", 0)
    5
    """
    waiting, index = 1, start
    while waiting and index < len(text):
        waiting -= 1
        if "\u2ff0" <= text[index] <= "\u2fff":
            waiting += _OPERANDS.get(text[index], 2)
        index += 1
    return index
