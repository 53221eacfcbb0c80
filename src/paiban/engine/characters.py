"""Characters that no face has, each by a drawing (造字): what an issue gives becomes one small face.

Whatever sets type then meets nothing but a face: the copy keeps its character, the PDF says which it is.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from paiban import cache
from paiban.diagnostic import Diagnostic, diagnose
from paiban.files import state_of
from paiban.font import FontCatalogue
from paiban.font.drawn import drawn_face
from paiban.font.trace import Loop, loops_of
from paiban.memo import Memo
from paiban.picture.ink_drawing import COARSE, black_rows
from paiban.span import Text

MOST_POINTS = 20_000
"""More points than any character has: a photograph, or a scan full of dirt."""

VERSION = 1
"""Raised whenever the same drawing would come out otherwise."""

Traced = tuple[tuple[Loop, ...], int]
"""The outlines of a drawing, and how many pixels its ink has where those are few, else 0."""

Found = tuple[FontCatalogue, tuple[Diagnostic, ...]]


def with_characters(catalogue: FontCatalogue, drawings: Mapping[str, tuple[Text, Path]], memo: Memo) -> Found:
    """The catalogue with the characters that are drawn; a drawing that cannot be used is told at its words."""
    states = [(character, str(path), state_of(path)) for character, (_, path) in sorted(drawings.items())]
    words = tuple([text for text, _ in drawings.values()])
    return memo.made("drawn", (catalogue,), lambda: _made(catalogue, drawings), *states, words)


def _made(catalogue: FontCatalogue, drawings: Mapping[str, tuple[Text, Path]]) -> Found:
    outlines: dict[str, tuple[Loop, ...]] = {}
    found: list[Diagnostic] = []
    for character, (words, path) in sorted(drawings.items()):
        traced = _traced(path, words)
        if isinstance(traced, Diagnostic):
            found.append(traced)
            continue
        outlines[character], coarse = traced
        if coarse:
            found.append(diagnose("P313", words.span, file=path.name, pixels=coarse, least=COARSE))
    return (catalogue.with_drawn(drawn_face(outlines), frozenset(outlines)) if outlines else catalogue), tuple(found)


def _traced(path: Path, words: Text) -> Traced | Diagnostic:
    """A drawing traced, or as it was kept."""
    try:
        key = cache.name_of("drawn", VERSION, *cache.file_facts(path))
    except OSError:
        key = ""
    kept = cache.load(key, _unpack) if key else None
    if kept is not None:
        return kept
    inked = black_rows(path, words.span)
    if isinstance(inked, Diagnostic):
        return inked
    loops = tuple(loops_of(inked.rows))
    if sum(map(len, loops)) > MOST_POINTS:
        return diagnose("P315", words.span, file=path.name)
    if key:
        cache.store(key, repr((loops, inked.coarse)).encode())
    return loops, inked.coarse


def _unpack(entry: bytes) -> Traced:
    from ast import literal_eval  # noqa: PLC0415  (hardly any issue has drawn characters)

    made: Traced = literal_eval(entry.decode())
    return made
