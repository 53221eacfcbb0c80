"""What people are told a block is called: its id, or where it was given none what an editor knows it by."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from paiban.diagnostic import Diagnostic
from paiban.diagnostic.words import Param
from paiban.engine import Result
from paiban.engine.inputs import all_blocks

MADE = re.compile(r"[a-z]+(-\d+)+\.*")
"""Ids that are made up: kind, page, order."""

LONGEST = 12
"""Characters of a headline that are enough to know it by."""

NAMED = ("block", "other")
"""Parameters of messages that hold ids."""


def titles(result: Result) -> Mapping[str, str]:
    """Headlines and the like by the ids that were made up for their blocks, by which programs go on calling them."""
    if result.issue is None or result.kit is None:
        return {}
    readings = result.kit.kinds.readings
    unnamed = (block for block in all_blocks(result.issue) if MADE.fullmatch(block.id))
    named = ((block.id, readings[block.kind].title(block.content)) for block in unnamed)
    return {id_: shortened(title) for id_, title in named if title}


def shortened(title: str) -> str:
    """The beginning of a long title."""
    words = " ".join(title.split())
    return words if len(words) <= LONGEST else words[: LONGEST - 1] + "…"


def named(found: Iterable[Diagnostic], names: Mapping[str, str]) -> list[Diagnostic]:
    """The same findings with blocks called by ``names``."""
    return [each._replace(params=tuple(_named(param, names) for param in each.params)) for each in found]


def _named(param: tuple[str, Param], names: Mapping[str, str]) -> tuple[str, Param]:
    name, value = param
    return (name, names.get(str(value), value)) if name in NAMED else param
