"""What automatic make-up promises of any page: locks hold, every block stands once, no place is covered twice, and
none left white but so that copy is not left out."""

from __future__ import annotations

from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from paiban.engine.proposing import Request, propose_page
from paiban.issue import Issue, IssuePage
from paiban.makeup.propose.automatic import Proposal
from tests.support.issues import read_blocks, tiny_kit
from tests.support.open_pages import corners, open_story, paragraphs

COLUMNS, ROWS = 6, 71
FEW = settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])
"""Every example is a search."""

LOCKS = (("5-6", "52-71"), ("1-3", "50-71"), ("4", "30-71"), ("1-6", "58-71"), ("4-6", "1-24"))
"""Places in a corner or along an edge of the page."""


@st.composite
def pages(draw: st.DrawFn) -> list[dict[str, Any]]:
    """A page's stories, three to six, of lengths that about fill it; now and then one is locked in its place."""
    lock = draw(st.none() | st.sampled_from(LOCKS))
    shares = draw(st.lists(st.integers(4, 12), min_size=3, max_size=5))
    room = COLUMNS * ROWS - (cells(lock) if lock else 0)
    lines = [room * 4 // 5 * share // sum(shares) for share in sorted(shares, reverse=True)]
    stories = [open_story(f"s{n}", max(1, 5 - n), count) for n, count in enumerate(lines)]
    if lock is not None:
        place = {"columns": lock[0], "rows": lock[1]}
        locked = open_story("locked", 1, cells(lock) * 2 // 3)
        stories.append({**locked, "place": place, "locked": "yes"})
    return stories


def cells(place: tuple[str, str]) -> int:
    """The cells of a place."""
    columns, rows = (ends(words) for words in place)
    return (columns[1] - columns[0] + 1) * (rows[1] - rows[0] + 1)


def ends(words: str) -> tuple[int, int]:
    first, _, last = words.partition("-")
    return int(first), int(last or first)


def proposals(issue: Issue, **request: Any) -> tuple[Proposal, ...]:
    return propose_page(issue, issue.pages[0], tiny_kit(), Request(**request)).proposals


def covered(page: IssuePage) -> list[tuple[int, int]]:
    """Every cell that a block stands on, once for each."""
    places = [corners(block.place) for block in page.blocks if block.place is not None]
    return sorted((c, r) for a, b, top, foot in places for c in range(a, b + 1) for r in range(top, foot + 1))


@FEW
@given(pages(), st.booleans())
def test_locked_places_never_move_and_the_page_is_covered_once(blocks, again):
    issue = read_blocks(*blocks)
    before = {block.id: block.place for block in issue.pages[0].blocks if block.locked}
    for proposal in proposals(issue, again=again):
        after = {block.id: block.place for block in proposal.page.blocks}
        assert all(corners(after[name]) == corners(place) for name, place in before.items())
        assert [block.id for block in proposal.page.blocks] == [block.id for block in issue.pages[0].blocks]
        whole, found = [(c, r) for c in range(1, COLUMNS + 1) for r in range(1, ROWS + 1)], covered(proposal.page)
        assert found == sorted(set(found) & set(whole))
        assert found == whole or not proposal.plan.lost  # white is left only so that no copy is


@FEW
@given(pages())
def test_the_same_page_is_made_up_alike(blocks):
    one, other = (proposals(read_blocks(*blocks)) for _ in range(2))
    assert [p.plan for p in one] == [p.plan for p in other]


@FEW
@given(pages())
def test_a_plan_scores_what_its_terms_sum_to(blocks):
    for proposal in proposals(read_blocks(*blocks)):
        assert abs(proposal.plan.score - sum(proposal.plan.terms.values())) < 1e-6


def test_copy_for_the_generated_pages_has_its_lines():
    assert len(paragraphs(21).splitlines()) == 3
