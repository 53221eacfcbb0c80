"""Make-ups to choose from, searched by a process of its own, so that no hand on the page waits for it.

The process is given the file's content and gives back ``Found``: each make-up with its pages as the browser draws them
and why it looks so, and the file's text as it would be.
"""

from __future__ import annotations

import json
import pickle
import sys
from collections.abc import Mapping
from importlib import import_module
from pathlib import Path
from typing import Any

from paiban.desk.scene import drawn_page
from paiban.diagnostic import Diagnostic
from paiban.diagnostic.render import as_data
from paiban.display import Artwork, Picture
from paiban.engine.house import House
from paiban.engine.proposing import Proposed, Request, propose_issue
from paiban.language import LANGUAGES
from paiban.makeup.search import explain
from paiban.value import NamedTuple

BEST = 4
"""So many are shown side by side."""


class Found(NamedTuple):
    """What a search found: ``told`` is for the browser; a text for each make-up; the pictures that their pages show."""

    told: dict[str, Any]
    texts: tuple[str, ...] = ()
    pictures: Mapping[str, Picture | Artwork] = {}


def search_command(path: Path, house: House, again: bool) -> list[str]:
    """How the process is started."""
    folders = {"path": str(path), "fonts": _name(house.fonts), "layout": _name(house.layout), "again": again,
               "confine": house.confine}  # fmt: skip
    return [sys.executable, "-m", "paiban.desk.plans", json.dumps(folders)]


def _name(folder: Path | None) -> str | None:
    return None if folder is None else str(folder)


def main() -> None:
    """Search as the one argument says, for the content on standard input."""
    asked = json.loads(sys.argv[1])
    fonts, layout = (None if asked[name] is None else Path(asked[name]) for name in ("fonts", "layout"))
    house = House(fonts, layout, asked["confine"])
    request = Request(BEST, None, asked["again"])
    proposed = propose_issue(Path(asked["path"]), request, sys.stdin.buffer.read(), house)
    sys.stdout.buffer.write(pickle.dumps(found_in(proposed)))


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
        pairs = list(zip(plans, proposed.plans[0], strict=True))
        why = {lang: "\n".join(explain(plan, lang, first) for plan, first in pairs) for lang in LANGUAGES}
        told.append({"pages": [page.facts for page in pages], "why": why, "ok": result.ok})
        texts.append(text)
    wrong = [] if told else [as_data(found) for found in proposed.diagnostics]
    return Found({"plans": told, "blocks": blocks, "found": wrong}, tuple(texts), pictures)


if __name__ == "__main__":  # under the name that others know its values by
    import_module("paiban.desk.plans").main()
