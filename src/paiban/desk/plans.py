"""Make-ups to choose from, searched by a process of its own, so that no hand on the page waits for it.

The process is given the file's content and gives back ``Found``: each make-up with its pages as the browser draws them
and why it looks so, and the file's text as it would be. While it searches it gives the best page so far.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from importlib import import_module
from typing import Any

from paiban.desk.child import Wanted
from paiban.desk.scene import drawn_page
from paiban.diagnostic import Diagnostic, Severity
from paiban.diagnostic.render import as_data
from paiban.display import Artwork, Picture
from paiban.engine import Result
from paiban.engine.proposing import Proposed, Request, propose_issue
from paiban.issue.naming import all_blocks, known_as, named, shortened, titles
from paiban.language import LANGUAGES, Words
from paiban.makeup.search import Plan, explain
from paiban.value import NamedTuple

BEST = 4
"""So many are shown side by side."""


class Found(NamedTuple):
    """What a search found: ``told`` is for the browser; a text for each make-up; the pictures that their pages show.

    Before the ``whole`` of it there is the best page so far.
    """

    told: dict[str, Any]
    texts: tuple[str, ...] = ()
    pictures: Mapping[str, Picture | Artwork] = {}
    whole: bool = False


def main() -> None:
    """Search as the process was asked to."""
    wanted = Wanted()
    request = Request(BEST, None, wanted.data["again"])

    def better(result: Result, plan: Plan) -> None:
        wanted.answer(so_far(result, plan))

    for content in wanted.asked():
        proposed = propose_issue(wanted.path, request, content, wanted.house, better)
        wanted.answer(found_in(proposed))


def so_far(result: Result, plan: Plan) -> Found:
    """The best page that there is while the search goes on."""
    page = drawn_page(result, 0)
    why = {lang: explain(in_names(plan, result), lang) for lang in LANGUAGES}
    return Found({"page": page.facts, "blocks": page.blocks, "why": why}, (), page.pictures)


def found_in(proposed: Proposed) -> Found:
    """The make-ups as data; without any what was found wrong."""
    blocks: dict[str, Any] = {}
    pictures: dict[str, Picture | Artwork] = {}
    told, texts = [], []
    for number, (result, plans) in enumerate(zip(proposed.results, proposed.plans, strict=True)):
        text = proposed.written(number)
        if isinstance(text, Diagnostic):
            continue
        pages = [drawn_page(result, page) for page in range(len(result.pages))]
        for page in pages:
            blocks |= page.blocks
            pictures |= page.pictures
        pairs = [
            (in_names(plan, result), in_names(first, result))
            for plan, first in zip(plans, proposed.plans[0], strict=True)
        ]
        why = {lang: "\n".join(explain(plan, lang, first) for plan, first in pairs) for lang in LANGUAGES}
        name = {lang: called([plan for plan, *_ in proposed.plans[: number + 1]]).said(lang) for lang in LANGUAGES}
        told.append({"pages": [page.facts for page in pages], "name": name, "why": why, "wrong": wrong_in(result)})
        texts.append(text)
    none = [] if told else [as_data(found) for found in proposed.diagnostics]
    return Found({"plans": told, "blocks": blocks, "found": none}, tuple(texts), pictures, whole=True)


def wrong_in(result: Result) -> list[dict[str, Any]]:
    """The errors of a make-up, with blocks called as an editor knows them."""
    assert result.issue is not None
    assert result.kit is not None
    told = named(result.diagnostics, titles(result.issue, result.kit.kinds.readings))
    return [as_data(found) for found in told if found.severity is Severity.ERROR]


def in_names(plan: Plan, result: Result) -> Plan:
    """A plan whose blocks are called as an editor knows them, to be told of; its idea is what it is called by."""
    assert result.issue is not None
    assert result.kit is not None
    readings = result.kit.kinds.readings
    names = {block.id: shortened(known_as(block, readings)) or block.id for block in all_blocks(result.issue)}
    placements = tuple([replace(each, block=names.get(each.block, each.block)) for each in plan.placements])
    return replace(plan, idea=None, placements=placements)


def called(plans: Sequence[Plan]) -> Words:
    """What the last of ``plans`` is called: by the idea of a page that it shows, another of that by a number too."""
    *before, plan = plans
    if plan.idea is None:
        return Words(f"方案 {len(plans)}", f"plan {len(plans)}")
    alike = 1 + sum(other.idea == plan.idea for other in before)
    return Words(f"{plan.idea.zh} {alike}", f"{plan.idea.en} {alike}") if alike > 1 else plan.idea


if __name__ == "__main__":  # under the name that others know its values by
    import_module("paiban.desk.plans").main()
