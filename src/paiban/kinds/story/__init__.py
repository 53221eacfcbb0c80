"""A story (稿件): a head, paragraphs of copy, a byline."""

from __future__ import annotations

from typing import TYPE_CHECKING

from paiban.kinds.register import BlockKind
from paiban.kinds.story.drawing import draw
from paiban.kinds.story.reading import READING
from paiban.kinds.story.setting import SETTING, data

if TYPE_CHECKING:
    from paiban.makeup.propose.kind import Planning


def planning() -> Planning:
    """Its part in automatic make-up, which a plain run does not load."""
    from paiban.kinds.story.planning import PLANNING  # noqa: PLC0415

    return PLANNING


STORY = BlockKind(reading=READING, setting=SETTING, drawing=draw, data=data, planning=planning)
