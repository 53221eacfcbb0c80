"""Pages drawn by hand and looked at."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from paiban.diagnostic import Diagnostic
from paiban.display import Frame, Item, Rect
from paiban.output.visible import check_visible
from paiban.units import PER_PT
from tests.support.colour import newsprint
from tests.support.tiny_face import tiny_catalogue
from tests.support.tiny_page import page_of

FRAMES = (Frame("lead", "story", Rect(20 * PER_PT, 20 * PER_PT, 120 * PER_PT, 120 * PER_PT)),)


@pytest.fixture
def seen() -> Callable[..., list[Diagnostic]]:
    """What is found on a page of these items, in the frame of the block ``lead`` unless others are given."""

    def look(*items: Item, frames=FRAMES) -> list[Diagnostic]:
        page = page_of(items)._replace(frames=tuple(frames))
        return list(check_visible([page], tiny_catalogue(), newsprint()))

    return look
