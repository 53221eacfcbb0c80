"""Make-ups to choose from, searched by a process of its own, so that no hand on the page waits for it.

The process is given the file's content and the number of a page, and gives back ``Found``: each make-up with the page
as the browser draws it, why it looks so and what is wrong with it, and the file's text as it would be. While it is
searching it gives the best page so far.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from time import monotonic
from typing import Any

from paiban.desk.child import Wanted
from paiban.desk.scene import drawn_page
from paiban.desk.state import shown_of
from paiban.diagnostic import Diagnostic
from paiban.diagnostic.render import as_data
from paiban.display import Artwork, Picture
from paiban.engine import Result
from paiban.engine.house import House
from paiban.engine.proposing import Proposed, Request, propose_issue
from paiban.engine.resident import Engine
from paiban.issue.naming import all_blocks, known_as, named, shortened, titles
from paiban.language import LANGUAGES, Words
from paiban.makeup.search import Plan, explain, told_apart
from paiban.value import NamedTuple

BEST = 5
"""So many are shown side by side."""

CUT = frozenset({"P522", "P523"})
"""What would have to go for a make-up to be printed: no file says so, whoever takes it has to know."""

PAUSE = 0.25
"""Seconds between one word of how far a search has come and the next."""


class Found(NamedTuple):
    """What a search found: ``told`` is for the browser; a text for each make-up; the pictures that their pages show.

    Before the ``whole`` of it there is how many pages were tried so far, and the best of them where it is a new one.
    """

    told: dict[str, Any]
    texts: tuple[str, ...] = ()
    pictures: Mapping[str, Picture | Artwork] = {}
    whole: bool = False


def main() -> None:
    """Search as the process was asked to."""
    wanted = Wanted()
    said = [0.0]

    def watching(tried: int, result: Result | None, plan: Plan) -> None:
        if result is not None or monotonic() - said[0] > PAUSE:
            said[0] = monotonic()
            wanted.answer(Found({"tried": tried}) if result is None else so_far(tried, result, plan))

    for content, number in wanted.asked():
        request = Request(BEST, again=True, others=True, only=number)
        proposed = propose_issue(wanted.path, request, content, wanted.house, watching)
        wanted.answer(found_in(proposed, number, wanted.path, wanted.house))


def so_far(tried: int, result: Result, plan: Plan) -> Found:
    """The best page that there is while the search goes on."""
    page = drawn_page(result, 0)
    why = {lang: explain(in_names(plan, result), lang) for lang in LANGUAGES}
    return Found({"tried": tried, "page": page.facts, "blocks": page.blocks, "why": why}, (), page.pictures)


def found_in(proposed: Proposed, number: int, path: Path, house: House) -> Found:
    """The make-ups as data, each with what the desk finds once it is taken; without any what was found wrong."""
    engine = Engine.of(house)
    whole = proposed.issue is not None and proposed.issue.pool is not None
    blocks: dict[str, Any] = {}
    pictures: dict[str, Picture | Artwork] = {}
    told, texts = [], []
    for index, (result, plans) in enumerate(zip(proposed.results, proposed.plans, strict=True)):
        text = proposed.written(index)
        if isinstance(text, Diagnostic):
            continue
        shown = shown_of(path, text.encode("utf-8"), engine, None)
        pages = [page for page, made in zip(shown.pages, shown.made.makeups, strict=True)
                 if whole or made.page.number == number]  # fmt: skip
        for page in pages:
            blocks |= page.blocks
            pictures |= page.pictures
        why = {lang: "\n".join(explain(in_names(plan, result), lang) for plan in plans) for lang in LANGUAGES}
        name = {lang: called([plan for plan, *_ in proposed.plans[: index + 1]]).said(lang) for lang in LANGUAGES}
        cuts = [as_data(found) for found in named_in(result) if found.code in CUT]
        wrong = [found for found in (*cuts, *shown.findings()) if found["severity"] != "info"]
        told.append({"pages": [page.facts for page in pages], "name": name, "why": why, "findings": wrong})
        texts.append(text)
    none = [] if told else [as_data(found) for found in proposed.diagnostics]
    return Found({"plans": told, "blocks": blocks, "found": none}, tuple(texts), pictures, whole=True)


def named_in(result: Result) -> Iterable[Diagnostic]:
    """What was found of a make-up, with blocks called as an editor knows them."""
    assert result.issue is not None
    assert result.kit is not None
    return named(result.diagnostics, titles(result.issue, result.kit.kinds.readings))


def in_names(plan: Plan, result: Result) -> Plan:
    """A plan whose blocks are called as an editor knows them, to be told of; its idea is what it is called by."""
    assert result.issue is not None
    assert result.kit is not None
    readings = result.kit.kinds.readings
    names = {block.id: shortened(known_as(block, readings)) or block.id for block in all_blocks(result.issue)}
    placements = tuple([replace(each, block=names.get(each.block, each.block)) for each in plan.placements])
    return replace(plan, idea=None, placements=placements)


def called(plans: Sequence[Plan]) -> Words:
    """What the last of ``plans`` is called: by the idea of a page that it shows, another of that by what differs."""
    *before, plan = plans
    if plan.idea is None:
        return Words(f"方案 {len(plans)}", f"plan {len(plans)}")
    alike = [other for other in before if other.idea == plan.idea]
    if not alike:
        return plan.idea
    own = told_apart(plan, alike) or Words(f"{1 + len(alike)}", f"{1 + len(alike)}")
    return Words(f"{plan.idea.zh} · {own.zh}", f"{plan.idea.en} · {own.en}")


if __name__ == "__main__":  # under the name that others know its values by
    import_module("paiban.desk.plans").main()
