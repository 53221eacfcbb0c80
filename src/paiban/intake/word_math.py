"""Formulas of Word as a line of copy: powers and indices raised and lowered, fractions with a solidus.

What a formula has above each other stands side by side here, bracketed where it would else read otherwise.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from re import compile as pattern

from paiban.intake.flow import Run
from paiban.intake.gate import Element, attribute, child, children, local

_ONE_TERM = pattern(r"[\w.]+|[(（\[].*[)）\]]")
"""What needs no brackets beside a solidus or under a root."""

_SCRIPTED = {"sSup": (("sup", "^"),), "sSub": (("sub", "_"),), "sSubSup": (("sub", "_"), ("sup", "^")),
             "nary": (("sub", "_"), ("sup", "^"))}  # fmt: skip
_PROPERTIES = pattern("(r|ctrl|[A-Za-z]+)Pr")


def formula(element: Element, script: str = "") -> list[Run]:
    """The runs that a formula, or a part of one, is as a line of copy."""
    return [run for part in element if local(part) for run in _part(part, script)]


def words_of(runs: Sequence[Run]) -> str:
    """A formula's characters alone."""
    return "".join(run.words for run in runs)


def written(runs: Sequence[Run]) -> str:
    """A formula as an issue file has it."""
    return "".join(f"{run.script}{{{run.words}}}" if run.script else run.words for run in runs)


def _part(element: Element, script: str) -> Iterator[Run]:
    name = local(element)
    if name == "t":
        yield Run(element.text or "", script=script)
    elif name == "f":
        yield from (*_inner(element, "num", script), Run("/", script=script), *_inner(element, "den", script))
    elif name == "rad":
        degree = formula(child(element, "deg"), "^") if child(element, "deg") is not None else []
        yield from (*degree, Run("√", script=script), *_inner(element, "e", script))
    elif name == "d":
        yield from _delimited(element, script)
    elif name in _SCRIPTED:
        yield from _scripted(element, script)
    elif name == "m":
        rows = [[formula(cell, script) for cell in children(row, "e")] for row in children(element, "mr")]
        yield Run("；".join("，".join(map(words_of, row)) for row in rows), script=script)
    elif not _PROPERTIES.fullmatch(name):
        yield from formula(element, script)


def _inner(element: Element, name: str, script: str) -> list[Run]:
    """A part that stands alone, in brackets if it is more than a term."""
    inner = child(element, name)
    runs = formula(inner, script) if inner is not None else []
    if not runs or _ONE_TERM.fullmatch(words_of(runs)):
        return runs
    return [Run("(", script=script), *runs, Run(")", script=script)]


def _scripted(element: Element, script: str) -> Iterator[Run]:
    """A base with what is raised and lowered beside it; the sign of a sum stands before what it sums."""
    base = child(element, "e")
    own = formula(base, script) if base is not None else []
    if local(element) == "nary":
        yield Run(attribute(child(element, "naryPr", "chr"), "val") or "∫", script=script)
    else:
        yield from own
    for name, sign in _SCRIPTED[local(element)]:
        part = child(element, name)
        if part is not None:
            yield from formula(part, sign)
    if local(element) == "nary":
        yield from own


def _delimited(element: Element, script: str) -> Iterator[Run]:
    properties = child(element, "dPr")
    opens, parts, closes = (child(properties, name) for name in ("begChr", "sepChr", "endChr"))
    inner = [formula(part, script) for part in children(element, "e")]
    yield Run("(" if opens is None else attribute(opens, "val"), script=script)
    for place, runs in enumerate(inner):
        if place:
            yield Run("|" if parts is None else attribute(parts, "val"), script=script)
        yield from runs
    yield Run(")" if closes is None else attribute(closes, "val"), script=script)
