"""Quotes and brackets that have no partner (GB/T 15834 4.8, 4.9)."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import groupby

from paiban.diagnostic import Diagnostic, diagnose
from paiban.language import Words
from paiban.proofread.sheet import Piece, Sheet

CLOSING = dict(zip("“‘（《〈【〔「『", "”’）》〉】〕」』", strict=True))
OPENING = {closing: opening for opening, closing in CLOSING.items()}
_ALIKE = str.maketrans("()", "（）")
_MARKS = f"[{''.join([*CLOSING, *OPENING])}]"

LONELY = Words("没有配对", "has no partner")
NESTED = Words("引号里面再用引号，用单引号", "quotes inside quotes are single ones")

_MARKER = "(?:^|[；;：:。，、 　])[（(]?[0-9A-Za-z一二三四五六七八九十]{1,3}$"
"""What stands before a bracket that closes a marker of a list: 1） a） 一）."""

_MARKER_LONG = 5
"""Its characters at most."""


def pairs(sheet: Sheet) -> Iterator[Diagnostic]:
    """Quotes and brackets without a partner. A quotation of several paragraphs opens each and closes the last."""
    for block in sheet.blocks:
        for number, piece in enumerate(block):
            onward = block[number + 1].text[:1] if number + 1 < len(block) else ""
            yield from pairs_of(piece, onward)


def pairs_of(piece: Piece, onward: str) -> Iterator[Diagnostic]:
    """Those of one paragraph; ``onward`` is what the next one begins with. A row of one mark is told once."""
    text = piece.text.translate(_ALIKE)
    found = enumerate(sorted(unpaired(text, onward), key=lambda each: (each[1], each[0])))
    for (fault, _, _), row in groupby(found, lambda each: (each[1][1], text[each[1][0]], each[1][0] - each[0])):
        places = [index for _, (index, _) in row]
        yield lonely(piece, places[0], places[-1] + 1, fault)
    yield from straight(piece)


def unpaired(text: str, onward: str) -> Iterator[tuple[int, Words]]:
    """The places of marks that something is wrong with, and what."""
    waiting: list[int] = []
    open_now: dict[str, int] = defaultdict(int)
    for index, character in ((mark.start(), mark.group()) for mark in re.finditer(_MARKS, text)):
        if character in CLOSING:
            if character == "“" and open_now["“"]:
                yield index, NESTED
            waiting.append(index)
            open_now[character] += 1
        else:
            yield from ((place, LONELY) for place in closed(text, index, waiting, open_now))
    if waiting and text[waiting[0]] in "“‘「" and onward == text[waiting[0]]:
        waiting = waiting[1:]
    yield from ((index, LONELY) for index in waiting)


def closed(text: str, index: int, waiting: list[int], open_now: dict[str, int]) -> Iterator[int]:
    """What stayed open inside a closing mark and the opening one that waits for it; itself, where none does.

    ``open_now`` counts the marks that are ``waiting``.
    """
    opening = OPENING[text[index]]
    if open_now[opening]:
        while text[last := waiting.pop()] != opening:
            open_now[text[last]] -= 1
            yield last
        open_now[opening] -= 1
    elif not is_something_else(text, index):
        yield index


def is_something_else(text: str, index: int) -> bool:
    """Whether a closing mark without an opening one is an apostrophe, or closes the marker of a list."""
    if text[index] == "’":
        return bool(
            re.match("[A-Za-zÀ-ɏ0-9]", text[index - 1 : index]) or re.match("[0-9]{2}", text[index + 1 : index + 3])
        )
    return text[index] == "）" and re.search(_MARKER, text[max(0, index - _MARKER_LONG) : index]) is not None


def straight(piece: Piece) -> Iterator[Diagnostic]:
    """A straight double quote whose partner is not in its paragraph."""
    last = piece.text.rfind('"')
    if piece.text.count('"') % 2 and not piece.text[:last][-1:].isdigit():
        yield lonely(piece, last, last + 1, LONELY)


def lonely(piece: Piece, start: int, end: int, fault: Words) -> Diagnostic:
    """One mark, or a row of it, what is wrong with it, and the words beside it by which an editor finds it."""
    around = piece.text[max(0, start - 6) : start + 7]
    return diagnose("P444", piece.at(start, end), text=piece.text[start], fault=fault, around=around)
