"""The fast search: a few hundred pages grow side by side, a block at a time; the worst are dropped at every step."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from operator import itemgetter

from paiban.makeup.search.board import Board
from paiban.makeup.search.build import build
from paiban.makeup.search.filling import Filling
from paiban.makeup.search.moves import Growth, moves

LIKE_ROWS = 4
"""Seams that lie so near to each other are alike."""


@dataclass(frozen=True, slots=True)
class Beam:
    """How many pages are kept a step: ``width``, ``last_width`` once ``last`` blocks or fewer are left.

    A page has at most ``children`` successors until then. Pages with one skyline and one weight left are ``alike`` and
    only so many of them are kept.
    """

    width: int
    last_width: int
    last: int = 6
    children: int = 8
    alike: int = 1


def grow(board: Board, beam: Beam, tick: Callable[[], bool] = lambda: True) -> Iterator[Filling]:
    """Full pages, as the search comes upon them, until ``tick``, asked before every step, says that it is enough."""
    pages = board.starts()
    while pages:
        ending = max(page.remaining.bit_count() for page in pages) <= beam.last
        found = [move for page in pages for move in chosen(board, page, beam, ending)]
        found.sort(key=itemgetter(0))
        pages = []
        seen: dict[object, int] = {}
        for move in found:
            if not tick():
                return
            page = build(board, move)
            if page is None:
                continue
            if board.done(page):
                yield page
            if not page.remaining:
                continue
            look = likeness(page)
            seen[look] = seen.get(look, 0) + 1
            if seen[look] <= beam.alike:
                pages.append(page)
            if len(pages) >= (beam.last_width if ending else beam.width):
                break


def chosen(board: Board, page: Filling, beam: Beam, ending: bool) -> list[Growth]:
    """The moves of one page that are worth carrying out."""
    found = moves(board, page)
    if not ending:
        found.sort(key=itemgetter(0))
        del found[beam.children :]
    return found


def likeness(page: Filling) -> object:
    """What two pages have in common that differ only in which of two like blocks went where, or by a row or two."""
    skyline = tuple((s.columns, s.seam, round(page.natural[s.seam] / LIKE_ROWS)) for s in page.segments)
    return skyline, page.weight_left, page.remaining.bit_count()
