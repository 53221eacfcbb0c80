"""Lost means not visible: what is drawn can also be read.

The proof (``output.verify``) holds the text drawn against the copy read. Here the pages are looked at as ink, from the
display list, on every run: no type over type (``neighbours``), none out of its place (``places``), none under or behind
something else (``cover``), none in a colour that cannot be told from what is under it (``contrast``). Each rule says
where and what to do; ``RULES`` lists them all.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from paiban.diagnostic import Diagnostic
from paiban.display import Page
from paiban.font import FontCatalogue
from paiban.memo import Memo
from paiban.output.visible.contrast import faint_type, shares_lost, weak_type
from paiban.output.visible.cover import covered_type, crossed_type
from paiban.output.visible.ink import InkReader
from paiban.output.visible.neighbours import type_over_type
from paiban.output.visible.places import intruders, stray_type
from paiban.output.visible.sampled import PictureInk
from paiban.output.visible.sight import sight_of
from paiban.template import Press

RULES = (type_over_type, stray_type, covered_type, crossed_type, faint_type, weak_type, intruders)


def check_visible(
    pages: Sequence[Page], catalogue: FontCatalogue, press: Press, memo: Memo | None = None
) -> tuple[Diagnostic, ...]:
    """What of the pages cannot be seen or read; each fault once a block, with how often it occurs there.

    A page that ``memo`` remembers is not looked at again.
    """
    memo = memo or Memo()
    reader, pictures = reader_of(catalogue, memo), PictureInk(press)
    reader.learn([page for page in pages if not memo.has("seen", (page, press))])

    def seen(page: Page) -> tuple[Diagnostic, ...]:
        sight = sight_of(page, reader, pictures)
        return tuple(found for rule in RULES for found in rule(sight))

    return tuple(found for page in pages for found in memo.made("seen", (page, press), partial(seen, page)))


def lost_on_pictures(catalogue: FontCatalogue, press: Press, memo: Memo) -> Callable[[Page], dict[str, float]]:
    """What tells of a page how much of the type of each block its pictures hide; each picture is made ready once."""
    reader, pictures = reader_of(catalogue, memo), PictureInk(press)

    def lost(page: Page) -> dict[str, float]:
        reader.learn([page])
        return shares_lost(sight_of(page, reader, pictures))

    return lost


def reader_of(catalogue: FontCatalogue, memo: Memo) -> InkReader:
    """What knows the ink of the glyphs of a run."""
    return memo.made("ink reader", (catalogue,), lambda: InkReader(catalogue))
