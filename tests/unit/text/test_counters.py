"""What setting the real page costs, in counts that are the same everywhere; ``bench/composition.py`` has the times."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from paiban.font import Face, load_catalogue
from paiban.span import plain_text
from paiban.template import Composition
from paiban.text import TextStyle, break_lines, prepare, reachable, set_line
from paiban.text.badness import LineCosts

EM = 1200
PAGE = json.loads((Path(__file__).parents[3] / "bench/page.json").read_text(encoding="utf-8"))
COPY = [*PAGE["briefs"], *(p for article in PAGE["articles"] for p in article["paragraphs"])]


@pytest.fixture
def counted(monkeypatch) -> Counter[str]:
    """How often the dear functions are called."""
    counts: Counter[str] = Counter()
    run, lines_from = Face._run, LineCosts.lines_from

    def shaped(*args: object, **kwargs: object) -> object:
        counts["_run"] += 1
        return run(*args, **kwargs)

    def considered(*args: object) -> Iterator[object]:
        counts["starts"] += 1
        for line in lines_from(*args):
            counts["considered"] += 1
            yield line

    monkeypatch.setattr(Face, "_run", shaped)

    monkeypatch.setattr(LineCosts, "lines_from", considered)
    return counts


def paragraphs(breaker: str):
    catalogue, _ = load_catalogue()
    style = TextStyle("song", EM, indent=2 * EM, composition=Composition(breaker=breaker))
    return [prepare(plain_text(text), style, catalogue) for text in COPY]


def test_the_page_is_shaped_in_few_calls(counted):
    made = paragraphs("greedy")
    assert sum(len(one.copy.value) for one in made) == 3407
    # One call a paragraph for its new characters, and one for each word or number that was not met before.
    assert counted["_run"] <= 50


def test_preparing_again_shapes_nothing(counted):
    catalogue, _ = load_catalogue()
    style = TextStyle("song", EM)
    prepare(plain_text(COPY[0]), style, catalogue)
    counted.clear()
    prepare(plain_text(COPY[0]), style, catalogue)
    assert counted["_run"] == 0


def test_greedy_looks_at_no_costs_and_optimal_at_few(counted):
    for made in paragraphs("greedy"):
        break_lines(made, 13 * EM)
        reachable(made, 13 * EM, 30)
    assert counted["considered"] == 0
    for made in paragraphs("optimal"):
        break_lines(made, 13 * EM)
    # From few of the breaks of the page (2,976), and of the lines from there hardly any but the cheapest.
    assert counted["starts"] <= 720
    assert counted["considered"] <= 1_850


def test_lines_are_set_with_one_run_each_where_one_face_does():
    measure = 13 * EM
    broken = [(made, line) for made in paragraphs("greedy") for line in break_lines(made, measure)]
    runs = [len(set_line(made, line, measure, x=0, y=0, role="", block="", leg=0).runs) for made, line in broken]
    assert set(runs) == {1}
    assert len(runs) == 267


def test_a_line_more_or_less_is_looked_for_among_few(counted):
    made = paragraphs("optimal")
    for one in made:
        break_lines(one, 13 * EM)
    counted.clear()
    for one in made:
        reachable(one, 13 * EM, 30)
    # Nothing is looked at that is dearer than the cheapest lines, none of them fuller than it may be squeezed.
    assert counted["considered"] <= 11_800
