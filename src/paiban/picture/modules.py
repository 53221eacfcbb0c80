"""A code for machines, prepared at one pixel a module, as the outlines that outputs draw."""

from __future__ import annotations

from collections.abc import Sequence

from paiban.picture.model import PreparedPicture


def outlines(code: PreparedPicture) -> list[list[tuple[int, int]]]:
    """The closed outlines of the dark modules, in modules right and down: one shape, so that no seams show in it."""
    rows = _rows(code)
    following: dict[tuple[int, int], list[tuple[int, int]]] = {}
    for start, end in _edges(rows):
        following.setdefault(start, []).append(end)
    found = []
    while following:
        start = next(iter(following))
        ring, at = [start], _take(following, start)
        while at != start:
            ring.append(at)
            at = _take(following, at)
        found.append(_without_straights(ring))
    return found


def _edges(rows: Sequence[str]) -> list[tuple[tuple[int, int], tuple[int, int]]]:
    """The sides of dark modules that no other dark module shares, clockwise."""

    def dark(x: int, y: int) -> bool:
        return 0 <= y < len(rows) and 0 <= x < len(rows[0]) and rows[y][x] == "#"

    edges = []
    for y, row in enumerate(rows):
        for x in (x for x, mark in enumerate(row) if mark == "#"):
            sides = (
                (dark(x, y - 1), (x, y), (x + 1, y)),
                (dark(x + 1, y), (x + 1, y), (x + 1, y + 1)),
                (dark(x, y + 1), (x + 1, y + 1), (x, y + 1)),
                (dark(x - 1, y), (x, y + 1), (x, y)),
            )
            edges += [(start, end) for shared, start, end in sides if not shared]
    return edges


def _take(following: dict[tuple[int, int], list[tuple[int, int]]], at: tuple[int, int]) -> tuple[int, int]:
    ends = following[at]
    end = ends.pop()
    if not ends:
        del following[at]
    return end


def _without_straights(ring: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The corners of a ring alone."""
    around = [*ring[-1:], *ring, *ring[:1]]
    return [
        point
        for before, point, after in zip(around, around[1:], around[2:], strict=False)
        if (before[0] == point[0]) != (point[0] == after[0])
    ]


def _rows(code: PreparedPicture) -> list[str]:
    """The modules row by row, ``#`` for dark: a bit of 0 is black."""
    data, stride = code.data, (code.width_px + 7) // 8
    rows = [data[at : at + stride] for at in range(0, stride * code.height_px, stride)]
    return ["".join("#" if not row[x >> 3] << (x & 7) & 128 else "." for x in range(code.width_px)) for row in rows]
