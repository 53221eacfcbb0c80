"""Pages whose blocks have no places yet: issues for automatic make-up, in the tiny face."""

from __future__ import annotations

import re
import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import yaml

from paiban.engine.house import House
from paiban.engine.proposing import Proposed, Request, propose_issue
from paiban.issue import Block, Issue, Place
from tests.support.issues import FILE, han, issue_text, story, tiny_fonts

COLUMN = 11
"""Characters of a tabloid's basic column."""

PAGE = ((5, 100), (4, 68), (3, 52), (3, 46), (2, 36), (2, 30))
"""(weight, lines of a basic column) of stories that about fill a tabloid's page of 6 × 71 rows."""

ISSUES = Path(__file__).parents[2] / "issues"

MADE_UP = re.compile(r"^ {4}(place|legs|headline_form):.*\n", re.MULTILINE)
"""What make-up decides, as the samples write it."""

HEADLINES = ("春风吹绿山河大地", "田间早耕忙", "城里新路通车", "水边学堂开课", "林木今年更多", "车马往来有道")


def paragraphs(lines: int) -> str:
    """Copy of so many lines of a basic column, in paragraphs of about seven."""
    counts = [7] * (lines // 7) + ([lines % 7] if lines % 7 else [])
    return "\n".join(han(COLUMN * count - 5, start) for start, count in enumerate(counts))


def open_story(id_: str, weight: int, lines: int, **keys: Any) -> dict[str, Any]:
    """A story without a place."""
    number = sum(map(ord, id_))
    given = {"weight": weight, "headline": HEADLINES[number % len(HEADLINES)], "body": paragraphs(lines), **keys}
    return story(id_, place=None, **given)


def page_stories(sizes: Sequence[tuple[int, int]] = PAGE, prefix: str = "s", **keys: Any) -> list[dict[str, Any]]:
    """Stories of these weights and lengths."""
    return [open_story(f"{prefix}{n}", weight, lines, **keys) for n, (weight, lines) in enumerate(sizes, 1)]


def spread_text(*blocks: dict[str, Any], **keys: Any) -> str:
    """An issue whose pages the engine fills, as YAML."""
    text = issue_text(*blocks, pages="auto", **{"section": "要闻", **keys})
    return text.replace("page: 2\n", "", 1)


def opened(sample: str, folder: Path) -> Path:
    """A sample's issue in ``folder`` with its pictures and adverts, but without the places, legs and headline forms."""
    shutil.copytree(ISSUES / sample, folder, dirs_exist_ok=True)
    path = folder / FILE
    path.write_text(MADE_UP.sub("", path.read_text("utf-8")), "utf-8")
    return path


def propose_text(folder: Path, text: str, **request: Any) -> Proposed:
    """What automatic make-up proposes for an issue."""
    path = folder / FILE
    path.write_text(text, "utf-8")
    return propose_issue(path, Request(**request), house=House(tiny_fonts()))


def propose_blocks(folder: Path, *blocks: dict[str, Any], again: bool = False, **keys: Any) -> Proposed:
    """The same for a page of these blocks."""
    return propose_text(folder, issue_text(*blocks, **keys), again=again)


def placed_blocks(issue: Issue | None) -> dict[str, Block]:
    """Every block of an issue by its id."""
    assert issue is not None
    return {block.id: block for page in issue.pages for block in page.blocks}


def places_of(issue: Issue | None) -> dict[str, tuple[int, int, int, int]]:
    """First and last column, first and last row of every block that has a place."""
    return {id_: corners(block.place) for id_, block in placed_blocks(issue).items() if block.place is not None}


def corners(place: Place) -> tuple[int, int, int, int]:
    """A place without where it was written."""
    return place.rect.first_column, place.rect.last_column, place.rect.first_row, place.rect.last_row


def pages_of(issue: Issue | None) -> dict[str, int]:
    """The page of every block."""
    assert issue is not None
    return {block.id: page.number for page in issue.pages for block in page.blocks}


def stories_of(issue: Issue | None) -> list[Block]:
    """Every story of an issue, part by part."""
    return [block for block in placed_blocks(issue).values() if block.kind == "story"]


def read_back(text: str) -> Any:
    """An issue file's text as plain data."""
    return yaml.load(text, Loader=yaml.BaseLoader)
