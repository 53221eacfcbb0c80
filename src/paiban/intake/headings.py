"""Levels of headings (标题 1, ``<h2>``, ``##``) as parts of a story: the highest in use are headlines."""

from __future__ import annotations

from collections.abc import Sequence

from paiban.diagnostic import Diagnostic, diagnose
from paiban.intake.model import Piece
from paiban.language import Words
from paiban.markup import plain

SECTION = Words("版名", "section")
LEVEL = "level"
"""How a piece's role begins while its level is all that is known: ``level0`` is a title, ``level1`` 标题 1."""


def level_role(level: int) -> str:
    """The role of a heading until all of them are known."""
    return f"{LEVEL}{level}"


def settled(pieces: Sequence[Piece], found: list[Diagnostic], headed: bool = False) -> tuple[list[Piece], str]:
    """The pieces with headlines and cross-heads in place of levels, and the title of the whole, which is no headline.

    A single heading of the highest level right above another heading is the title of what follows, several stories.
    ``headed``: the headline stands elsewhere, and every heading is a cross-head.
    """
    levels = [_level(piece) for piece in pieces]
    used = sorted({level for level in levels if level >= 0})
    title = -1 if headed else _title(pieces, levels, used)
    if title >= 0:
        used = used[1:]
    top = () if headed else used[:1]
    roles = [_with_role(piece, level, top) for piece, level in zip(pieces, levels, strict=True)]
    kept = [piece for index, piece in enumerate(roles) if index != title]
    if title < 0:
        return kept, ""
    words = plain(pieces[title].text)
    found.append(diagnose("P827", pieces[title].span, role=SECTION, words=words))
    return kept, words


def _level(piece: Piece) -> int:
    return int(piece.role.removeprefix(LEVEL)) if piece.role.startswith(LEVEL) else -1


def _with_role(piece: Piece, level: int, top: Sequence[int]) -> Piece:
    return piece if level < 0 else piece._replace(role="headline" if level in top else "crosshead")


def _title(pieces: Sequence[Piece], levels: Sequence[int], used: Sequence[int]) -> int:
    """The place of the title, -1 where there is none."""
    if len(used) < 2 or levels.count(used[0]) > 1 or levels.count(used[1]) < 2:
        return -1
    at = list(levels).index(used[0])
    below = next((index for index in range(at + 1, len(pieces)) if pieces[index].picture is None), len(pieces))
    return at if at == 0 and below < len(pieces) and levels[below] == used[1] else -1
