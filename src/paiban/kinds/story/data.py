"""A set story for programs."""

from __future__ import annotations

from paiban.kinds.story.model import Story, StoryForm
from paiban.makeup.frame.model import Placed
from paiban.units import to_pt


def data(placed: Placed) -> dict[str, object]:
    """Its headline with its form and its size in points, and the legs of its copy."""
    story: Story = placed.block.content
    form: StoryForm = placed.block.form
    return {
        "headline": story.headline.value if story.headline is not None else "",
        "headline_form": form.settled,
        "headline_pt": to_pt(placed.head.head.size) if placed.head is not None else 0,
        "legs": len(placed.legs),
        "vertical": placed.vertical,
    }
