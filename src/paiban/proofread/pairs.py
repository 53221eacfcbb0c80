"""Quotes and brackets that have no partner (GB/T 15834 4.8, 4.9)."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

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
    """Those of one paragraph; ``onward`` is what the next one begins with."""
    waiting: list[int] = []
    open_now: dict[str, int] = defaultdict(int)
    text = piece.text.translate(_ALIKE)
    for index, character in ((mark.start(), mark.group()) for mark in re.finditer(_MARKS, text)):
        if character in CLOSING:
            if character == "“" and open_now["“"]:
                yield lonely(piece, index, NESTED)
            waiting.append(index)
            open_now[character] += 1
        else:
            yield from closed(piece, text, index, waiting, open_now)
    if waiting and text[waiting[0]] in "“‘「" and onward == text[waiting[0]]:
        waiting = waiting[1:]
    yield from (lonely(piece, index, LONELY) for index in waiting)
    yield from straight(piece)


def closed(piece: Piece, text: str, index: int, waiting: list[int], open_now: dict[str, int]) -> Iterator[Diagnostic]:
    """A closing mark with the opening one that waits for it; what stayed open inside is told.

    ``open_now`` counts the marks that are ``waiting``.
    """
    opening = OPENING[text[index]]
    if open_now[opening]:
        while text[last := waiting.pop()] != opening:
            open_now[text[last]] -= 1
            yield lonely(piece, last, LONELY)
        open_now[opening] -= 1
    elif not is_something_else(text, index):
        yield lonely(piece, index, LONELY)


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
        yield lonely(piece, last, LONELY)


def lonely(piece: Piece, index: int, fault: Words) -> Diagnostic:
    """One mark and what is wrong with it."""
    return diagnose(
        "P444", piece.at(index, index + 1), text=piece.text[index], fault=fault, around=around(piece, index)
    )


def around(piece: Piece, index: int) -> str:
    """The words beside a mark, by which an editor finds it."""
    return piece.text[max(0, index - 6) : index + 7]
