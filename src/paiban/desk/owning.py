"""Which story of a page a picture may belong to that came without one: a guess, with what speaks for it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import PurePath
from re import compile as pattern

from paiban.engine.kit import Kit
from paiban.issue import Block
from paiban.makeup.frame.model import Makeup
from paiban.value import NamedTuple

LEAST, MOST = 3, 8
"""Characters that a caption or a name and the copy of one story, and of no other, have in common."""

_RUNS = pattern(r"[^\W\d_]+")


class Guess(NamedTuple):
    """The story, ``""`` where nothing speaks for one; what does: ``caption``, ``name`` or ``alone``, where no other
    waits; and the words that both have.
    """

    story: str = ""
    why: str = ""
    words: str = ""


def is_loose(block: Block) -> bool:
    """Whether it is a picture that waits and goes with no story."""
    return block.kind == "picture" and block.waits and not block.host and not block.upon


def guess_of(block: Block, makeup: Makeup, kit: Kit) -> Guess:
    """The story of its page that a picture may belong to."""
    hosts = tuple(each for each in makeup.page.blocks if kit.kinds.readings[each.kind].hosts and not each.part)
    return kit.rack.memo.made("owner", (block, *hosts), lambda: _guess(block, hosts, kit))


def _guess(block: Block, hosts: Sequence[Block], kit: Kit) -> Guess:
    copies = {each.id: _copy(each, kit) for each in hosts}
    said = ((why, words) for why, all_words in (("caption", _copy(block, kit)), ("name", _named(block, kit)))
            for words in _parts(all_words))  # fmt: skip
    for why, words in sorted(said, key=lambda each: (-len(each[1]), each[0])):
        found = [id_ for id_, copy in copies.items() if words in copy]
        if len(found) == 1:
            return Guess(found[0], why, words)
    waiting = [each.id for each in hosts if each.waits]
    return Guess(waiting[0], "alone") if len(waiting) == 1 else Guess()


def _copy(block: Block, kit: Kit) -> str:
    texts = kit.kinds.readings[block.kind].texts(block.content)
    return "\n".join(text.value for text in texts if text is not None)


def _named(block: Block, kit: Kit) -> str:
    files = kit.kinds.readings[block.kind].files(block.content)
    return "\n".join(PurePath(each.path).stem for each in files)


def _parts(words: str) -> Iterator[str]:
    """The pieces of words that may tell a story: of a run of letters all its parts, and a short one whole."""
    for run in _RUNS.findall(words):
        if 1 < len(run) < LEAST:
            yield run
        for long in range(LEAST, min(MOST, len(run)) + 1):
            yield from (run[at : at + long] for at in range(len(run) - long + 1))
