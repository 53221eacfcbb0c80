"""A story as the editor wrote it, and how it is to be set."""

from __future__ import annotations

from paiban.issue.model import Paragraph
from paiban.span import Span, Text
from paiban.units import Length
from paiban.value import NamedTuple


class Story(NamedTuple):
    """What a story says.

    Without ``breaks`` of the editor's in it the engine breaks the headline by sense.
    ``headline_size`` is the least and the most; None leaves it to the style sheet. ``headline_face`` is a role of the
    faces' list, ``""`` for the style sheet's own; its span says where it was asked for. ``writing`` is ``horizontal``
    or ``vertical`` (直排). ``initial`` is how many lines its first character is high (首字下沉), 0 for none.
    ``note`` is the editor's note (编者按) before the copy. ``label`` (栏题) stands above all.
    ``align`` is how its copy is ranged, ``""`` for the sheet's way; ``indented``: its paragraphs have their indent.
    ``byline_in_head``: the byline stands in the head.
    """

    kicker: Text | None
    headline: Text | None
    deck: Text | None
    byline: Text | None
    body: tuple[Paragraph, ...]
    writing: str = "horizontal"
    label: Text | None = None
    align: str = ""
    indented: bool = True
    initial: int = 0
    note: tuple[Paragraph, ...] = ()
    byline_in_head: bool = False
    headline_face: str = ""
    headline_size: tuple[Length, Length] | None = None
    headline_face_span: Span | None = None

    @property
    def alone(self) -> bool:
        """Whether it is a headline and nothing else (通栏题, 专版题头)."""
        return self.headline is not None and not self.body and (self.byline is None or self.byline_in_head)

    @property
    def vertical(self) -> bool:
        """Whether its lines run down the page."""
        return self.writing == "vertical"


class StoryForm(NamedTuple):
    """How a story is set: ``legs`` as the editor recut them (破栏), None where the engine may; and its headline's form.

    ``headline`` is ``auto``, ``above``, ``partial`` (above two of three legs: 串文题) or ``vertical`` (竖题).
    """

    legs: int | None = None
    headline: str = "auto"

    @property
    def settled(self) -> str:
        """The headline's form where nobody chose one: above."""
        return "above" if self.headline == "auto" else self.headline
