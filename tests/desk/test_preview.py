"""The page while words are typed: all of it that is seen, and none of what is only read once they are written."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor
from re import findall

import pytest

from paiban.desk.session import Session
from paiban.engine.house import House
from paiban.makeup.propose.wording import SettledStory
from tests.support.issues import han, story, tiny_fonts, write_issue

LENGTHS = [73, 64, 20, 88, 89, 99, 120, 98, 62]
"""Paragraphs of so many characters over three columns, 31 rows high: a last line stands alone at the head of a leg."""


@pytest.fixture
def tried(monkeypatch) -> list[object]:
    """Every change of words that is tried by setting a paragraph with it."""
    changes: list[object] = []
    really = SettledStory.reworded
    monkeypatch.setattr(SettledStory, "reworded", lambda self, change: changes.append(change) or really(self, change))
    return changes


def test_a_preview_tries_no_words_that_would_help_and_what_is_written_does(tmp_path, tried):
    body = "\n".join(f"{han(count)}。" for count in LENGTHS)
    issue = write_issue(tmp_path, story(columns="1-3", rows="1-31", weight=2, headline="春天", body=body))
    above, line, _ = issue.read_text("utf-8").partition("  headline: ")

    async def ask() -> tuple[int, int, int, list[str]]:
        session = Session(issue, House(tiny_fonts(), None), "夜班")
        await session.look()
        opened = len(tried)
        piece = await session.answer({"ask": "piece", "line": above.count("\n") + 1, "column": len(line) + 1})
        change = {**piece, "was": piece["words"], "words": "秋天"}
        preview = (await session.answer({"ask": "typed", **change}))["preview"]
        typed = len(tried)
        seen = [found["code"] for found in preview["findings"]]
        await session.answer({"ask": "edit", "do": "words", **change})
        written = session.shown.findings()
        await session.close()
        assert seen == [found["code"] for found in written]
        return opened, typed - opened, len(tried) - typed, [str(found) for found in written]

    with ThreadPoolExecutor(1) as aside:  # the browser's driver has a loop in this thread
        opened, typed, saved, told = aside.submit(lambda: asyncio.run(ask())).result()
    assert opened > 0
    assert typed == 0
    assert saved > 0
    assert any("末尾" in words for words in told)


@pytest.mark.parametrize(
    ("lengths", "rows", "crossheads", "key"),
    [
        ([74, 84, 105, 44, 58, 56, 95, 83, 84], 24, (), "over"),
        ([93, 51, 21, 47, 72, 55, 43, 69], 22, (0, 2), "uneven"),
    ],
)
def test_a_block_says_the_number_that_its_finding_names(tmp_path, lengths, rows, crossheads, key):
    body = "\n".join("## 天地\n" * (at in crossheads) + f"{han(count)}。" for at, count in enumerate(lengths))
    issue = write_issue(tmp_path, story(columns="1-3", rows=f"1-{rows}", weight=2, body=body))

    async def ask() -> tuple[list[int], str]:
        session = Session(issue, House(tiny_fonts(), None), "夜班")
        await session.look()
        ((block,),) = [page.facts["blocks"] for page in session.shown.pages]
        hints = [found["hint"]["zh"] for found in session.shown.findings() if found["code"] in ("P501", "P605")]
        await session.close()
        return block["fit"][key], hints[0]

    with ThreadPoolExecutor(1) as aside:
        (lines, characters), hint = aside.submit(lambda: asyncio.run(ask())).result()
    assert lines > 0
    assert characters == sum(map(int, findall("末尾[删添] ([0-9]+) 字", hint)))
