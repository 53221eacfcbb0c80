"""The samples hold the whole copy of the real page: its 37 blocks, each exactly, white space aside."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from paiban.cli import main
from paiban.display import Line
from paiban.issue import issue_texts
from paiban.kinds import KINDS
from tests.page.conftest import ISSUES, SAMPLES

PAGE = Path(__file__).parents[2] / "bench/page.json"


def blocks() -> list[str]:
    """The real page's copy: section, briefs, kickers, headlines, decks and paragraphs."""
    if not PAGE.exists():
        pytest.skip("the real page's copy is not part of this distribution")
    page = json.loads(PAGE.read_text("utf-8"))
    found = [page["section"], *page["briefs"]]
    for article in page["articles"]:
        found += [article[key] for key in ("kicker", "headline", "deck") if article.get(key)]
        found += article["paragraphs"]
    return found


def solid(words: str) -> str:
    return "".join(words.split())


def test_the_real_page_has_37_blocks():
    assert len(blocks()) == 37


def test_a_sample_holds_every_block(sample):
    """Breaks of headlines that were set by hand (|) aside."""
    held = {solid(copy.value.replace("|", "")) for copy in issue_texts(sample.issue, KINDS.readings)}
    assert [block for block in blocks() if solid(block) not in held] == []


def test_every_block_is_drawn(sample):
    drawn: dict[int, list[str]] = {}
    for page in sample.pages:
        for item in page.items:
            if isinstance(item, Line):
                drawn.setdefault(id(item.copy), []).extend("".join(run.texts) for run in item.body)
    words = {solid("".join(pieces)).lstrip("◆") for pieces in drawn.values()}
    assert [block for block in blocks() if solid(block) not in words] == []


@pytest.mark.parametrize("name", SAMPLES)
def test_a_galley_holds_every_paragraph(name, capsys):
    words = ["galley", str(ISSUES / name / "issue.yaml"), "--measure", "13em", "--indent", "2em", "--json"]
    assert main(words) == 0
    data = json.loads(capsys.readouterr().out)
    told = {
        solid("".join(line["text"] for line in p["lines"])) for story in data["stories"] for p in story["paragraphs"]
    }
    page = json.loads(PAGE.read_text("utf-8"))
    for article in page["articles"]:
        assert all(solid(paragraph) in told for paragraph in article["paragraphs"])
