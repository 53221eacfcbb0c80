"""How far preflight goes into a file.

A hostile or enormous file must not hang the desk: every loop over what a file says spends from a :class:`Work`, and
when that is used up the file gets its own code instead of a verdict. The bounds are counts, not seconds, so that two
machines judge alike.
"""

from __future__ import annotations

from paiban.preflight.reasons import BOUNDS

MOST_FILE_BYTES = 1 << 30
MOST_OBJECTS = 300_000
MOST_PAGES = 500
MOST_WORK = 200_000
"""Operators of content, those that paint counted several times; about 20 µs each."""

MOST_DECODED_BYTES = 256 << 20
MOST_STREAM_BYTES = 128 << 20
MOST_IMAGE_PIXELS = 150_000_000
MOST_SHEET_CELLS = 1_500_000_000
DEEPEST_FORM = 16
DEEPEST_TREE = 40
MOST_TREE_NODES = 20_000


class Exhausted(Exception):
    """The file asks for more work than preflight does: for more than a bound of :data:`BOUNDS`, named ``what``."""

    def __init__(self, what: str) -> None:
        super().__init__(what)
        self.what = what
        self.reason = BOUNDS[what]


class Work:
    """What is left to spend on one file."""

    __slots__ = ("left",)

    def __init__(self) -> None:
        self.left = {
            "work": MOST_WORK,
            "decoded bytes": MOST_DECODED_BYTES,
            "image pixels": MOST_IMAGE_PIXELS,
            "objects": MOST_OBJECTS,
            "ink cells": MOST_SHEET_CELLS,
        }

    def spend(self, what: str, amount: int = 1) -> None:
        """Take ``amount`` from what is left of ``what``; :class:`Exhausted` when there is not so much."""
        left = self.left[what] - amount
        if left < 0:
            raise Exhausted(what)
        self.left[what] = left
