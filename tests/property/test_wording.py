"""What findings of a story's words promise: their numbers are those of setting it with every change thought of."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from paiban.diagnostic import Diagnostic
from paiban.makeup.frame.model import Placed
from paiban.makeup.propose.wording import Copyfit, SettledStory
from tests.support.issues import han, set_blocks, story

FEW = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def set_each(
    story: SettledStory, groups: Iterable[Sequence[Copyfit]], is_right: Callable[[Placed], bool]
) -> Iterator[Copyfit]:
    """The changes with which a story is right, set with each of them."""
    for change in (change for group in groups for change in group):
        again = story.again({change.paragraph: story.reworded(change)})
        if again is not None and is_right(again):
            yield change


def paragraph(length: int) -> str:
    """Copy of so many characters, with a mark after every seventh."""
    return "，".join(han(min(7, length - at), at) for at in range(0, length, 7)) + "。"


@st.composite
def stories(draw: st.DrawFn) -> dict[str, object]:
    """A story in three legs, somewhat over, somewhat short or of its length, with a cross-head or two or without."""
    lengths = draw(st.lists(st.integers(4, 110), min_size=3, max_size=9))
    above = draw(st.sets(st.integers(1, 8), max_size=2))
    lines = sum(length // 10 + 1 for length in lengths) + 2 * len(above)
    rows = max(8, lines // 3 + 4 + draw(st.integers(-1, 6)))
    body = "\n".join("## 天地\n" * (at in above) + paragraph(length) for at, length in enumerate(lengths))
    return story(columns="1-3", rows=f"1-{rows}", weight=2, body=body)


@FEW
@given(stories(), st.sampled_from(("classic", "daily")))
def test_the_numbers_named_are_those_of_a_story_set_with_every_change(block, style):
    def found() -> tuple[Diagnostic, ...]:
        return set_blocks(block, style=style).diagnostics

    named = found()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(SettledStory, "right", set_each)
        assert named == found()
