"""What people are told a block is called: its id, or where it was given none what an editor knows it by."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from paiban.diagnostic import Diagnostic
from paiban.diagnostic.words import Param
from paiban.issue.kind import Readings
from paiban.issue.model import Block, Issue
from paiban.issue.pool import REST
from paiban.language import Words
from paiban.markup import plain

MADE = re.compile(r"(?<![\w-])[a-z]+(?:-\d+)+(?:\.\d+)?\.*(?![\w-])")
"""Ids that are made up: kind, page, order; for the part on another page also the paragraph that it begins with."""

CONTINUED = "（下转）"
"""After the name of that part."""

LONGEST = 12
"""Characters of a headline that are enough to know it by."""

NAMED = ("block", "other", "name", "left", "right", "lead", "above", "below", "where", "offer")
"""Parameters of messages that hold ids, among other words."""


def all_blocks(issue: Issue) -> Iterable[Block]:
    """Every block of every page, and those that still look for one."""
    yield from (block for page in issue.pages for block in page.blocks)
    yield from issue.pool.blocks if issue.pool else ()


def known_as(block: Block, readings: Readings) -> str:
    """What an editor knows a block by: its title in one line, or the words that it begins with; nothing where it has
    none.
    """
    reading = readings[block.kind]
    title = reading.title(block.content)
    if title:
        return " ".join(title.replace("|", "\n").splitlines())
    begins = ""
    for text in reading.texts(block.content):
        if len(begins) < LONGEST and text is not None:
            begins = f"{begins} {plain(text.value)}".strip()
    return shortened(begins)


def titles(issue: Issue, readings: Readings) -> Mapping[str, str]:
    """Headlines and the like by the ids that were made up for their blocks, by which programs go on calling them."""
    unnamed = (block for block in all_blocks(issue) if MADE.fullmatch(block.id))
    named = ((block, known_as(block, readings)) for block in unnamed)
    return {block.id: shortened(title) + CONTINUED * (block.part == REST) for block, title in named if title}


def shortened(title: str) -> str:
    """The beginning of a long title."""
    words = " ".join(title.split())
    return words if len(words) <= LONGEST else words[: LONGEST - 1] + "…"


def named(found: Iterable[Diagnostic], names: Mapping[str, str]) -> tuple[Diagnostic, ...]:
    """The same findings with blocks called by ``names``."""
    return tuple(each._replace(params=tuple(_named(param, names) for param in each.params)) for each in found)


def _named(param: tuple[str, Param], names: Mapping[str, str]) -> tuple[str, Param]:
    name, value = param
    if name not in NAMED or not isinstance(value, str | Words):
        return param
    if isinstance(value, Words):
        return name, Words(*(called(words, names) for words in value))
    return name, called(value, names)


def called(words: str, names: Mapping[str, str]) -> str:
    """Words in which blocks are called by ``names``."""
    return MADE.sub(lambda made: names.get(made[0], made[0]), words)
