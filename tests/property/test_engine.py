"""What an engine remembers changes nothing: after any edits it gives what a fresh run gives, byte for byte.

``PAIBAN_ENGINE=1000 .venv/bin/pytest -n 2 tests/property/test_engine.py`` goes through so many sequences of edits.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Any

import pytest
from PIL import Image

from paiban.engine import Engine, Result, set_issue, with_pdf
from paiban.engine.drafting import drafted
from paiban.engine.house import House
from tests.support.issues import briefs, han, issue_text, picture, story, tiny_fonts

SEQUENCES = int(os.environ.get("PAIBAN_ENGINE", "3"))
EDITS = 20

LANES = (("1-2", "1-20"), ("3-4", "1-20"), ("5-6", "1-20"), ("1-3", "22-45"), ("4-6", "22-45"), ("1-6", "47-70"))
"""Places beside one another."""

WORDS = ("第2版", "，", "“好”", "——", "2022年", "CO₂", "the press", "。", "3 月 5 日", "……", "[黑]{黑}", "张利", "张丽")

Page = dict[str, Any]


class Desk:
    """An issue of two pages as somebody edits it, with its files."""

    def __init__(self, folder: Path, seed: int) -> None:
        self.random = Random(seed)
        self.folder = folder
        self.path = folder / "issue.yaml"
        self.count = 0
        self.top: dict[str, Any] = {"style": "daily"}
        self.notes: dict[int, int] = {}
        self.sheet: dict[str, str] = {}
        self.pages: list[list[Page]] = [[], []]
        for page in (0, 1):
            for _ in range(2):
                self.add(page)
        self.paint()
        self.pages[0].append(picture("a.png", "5-6", "1-20", id_="drill"))
        self.save()

    def paint(self) -> None:
        """The picture, another one."""
        colour = tuple(self.random.randrange(256) for _ in range(3))
        size = self.random.choice([(160, 90), (90, 160), (200, 200)])
        Image.new("RGB", size, colour).save(self.folder / "a.png")

    def add(self, page: int) -> None:
        self.count += 1
        columns, rows = self.random.choice(LANES)
        body = "\n".join(
            han(self.random.randrange(20, 90), self.count) + "。" for _ in range(self.random.randrange(1, 4))
        )
        made = story(f"s{self.count}", columns, rows, headline=han(self.random.randrange(3, 12), 5), body=body)
        if self.random.random() < 0.2:
            made = briefs(han(30), han(40, 3), id_=f"s{self.count}", columns=columns[0], rows=rows)
        self.pages[page].insert(self.random.randrange(len(self.pages[page]) + 1), made)

    def save(self) -> None:
        """The file as it stands now, with remarks between its lines."""
        text = issue_text(*self.pages[0], **self.top)
        own = [{"page": 2 + n, "section": f"版{n}", "template": "tabloid", "body": "standard", "stories": blocks}
               for n, blocks in enumerate(self.pages)]  # fmt: skip
        text = issue_text(**self.top, pages=own).replace("stories: []\n", "", 1) if len(self.pages) > 1 else text
        lines = [line for line in text.splitlines() if not line.startswith(("page:", "section:", "template:", "body:"))]
        for at, count in sorted(self.notes.items(), reverse=True):
            lines[at:at] = ["# 注"] * count
        self.path.write_text("\n".join(lines) + "\n", "utf-8")
        style = "\n".join(f"{key}: {value}" for key, value in self.sheet.items())
        (self.folder / "layout/styles").mkdir(parents=True, exist_ok=True)
        (self.folder / "layout/styles/own.yaml").write_text(f"name: own\n{style}\n", "utf-8")

    def block(self) -> Page | None:
        blocks = [block for page in self.pages for block in page]
        return self.random.choice(blocks) if blocks else None

    def edit(self) -> str:
        """One edit, saved."""
        act = self.random.choice(EDITINGS)
        act(self)
        self.save()
        return act.__name__


def character(desk: Desk) -> None:
    block = desk.block()
    key = next((key for key in ("body", "headline") if block and key in block), "")
    if block and key:
        words, at = block[key], desk.random.randrange(len(block[key]) + 1)
        block[key] = words[:at] + desk.random.choice([*WORDS, *han(9)]) + words[at + desk.random.randrange(2) :]


def paragraph(desk: Desk) -> None:
    block = desk.block()
    if block and "body" in block:
        lines = block["body"].split("\n")
        at = desk.random.randrange(len(lines))
        lines[at : at + desk.random.randrange(2)] = [han(desk.random.randrange(5, 60), desk.random.randrange(9))]
        block["body"] = "\n".join(lines)


def place(desk: Desk) -> None:
    block = desk.block()
    if block:
        columns, rows = desk.random.choice(LANES)
        block["place"] = {"columns": columns, "rows": rows}


def legs(desk: Desk) -> None:
    block = desk.block()
    if block and "body" in block:
        block["legs"] = desk.random.randrange(1, 5)


def added(desk: Desk) -> None:
    desk.add(desk.random.randrange(2))


def removed(desk: Desk) -> None:
    page = desk.random.choice(desk.pages)
    if len(page) > 1:
        page.pop(desk.random.randrange(len(page)))


def moved(desk: Desk) -> None:
    page, other = desk.random.choice(desk.pages), desk.random.choice(desk.pages)
    if len(page) > 1:
        block = page.pop(desk.random.randrange(len(page)))
        other.insert(desk.random.randrange(len(other) + 1), block)


def style(desk: Desk) -> None:
    desk.top["style"] = desk.random.choice(["daily", "classic", "own"])


def sheet(desk: Desk) -> None:
    desk.sheet["lengths"] = "{head_foot: " + desk.random.choice(["5pt", "7pt", "9pt"]) + "}"
    desk.top["style"] = "own"


def replaced(desk: Desk) -> None:
    desk.paint()


def remark(desk: Desk) -> None:
    desk.notes[desk.random.choice([0, 0, 1])] = desk.random.randrange(1, 4)


def issue(desk: Desk) -> None:
    key = desk.random.choice(["paper", "issue_no", "date", "names"])
    values: dict[str, list[Any]] = {
        "paper": ["春天报", "早报"], "issue_no": ["第1期", "第22期"], "date": ["2022-03-31", "2022-04-01"],
        "names": [["天地人"], ["和上下"], []],
    }  # fmt: skip
    desk.top[key] = desk.random.choice(values[key])


def undone(desk: Desk) -> None:
    """A save that changes nothing."""


EDITINGS: tuple[Callable[[Desk], None], ...] = (
    character, character, paragraph, place, legs, added, removed, moved, style, sheet, replaced, remark, issue, undone,
)  # fmt: skip


def outcome(result: Result) -> tuple[Any, ...]:
    """All that a run gives."""
    return result.pdf, result.diagnostics, result.pages, tuple(makeup.fits for makeup in result.makeups), result.sources


@pytest.mark.parametrize("seed", range(SEQUENCES))
def test_an_engine_gives_what_a_fresh_run_gives(tmp_path, seed):
    desk = Desk(tmp_path, seed)
    house = House(tiny_fonts(), tmp_path / "layout")
    engine = Engine.of(house)
    done: list[str] = []
    for number in range(EDITS + 1):
        draft = desk.random.random() < 0.1
        ours, fresh = (
            with_pdf(drafted(result, "zh") if draft else result)
            for result in (engine.set_issue(desk.path, draft=draft), set_issue(desk.path, house=house, draft=draft))
        )
        assert outcome(ours) == outcome(fresh), (number, done)
        done.append(desk.edit())
