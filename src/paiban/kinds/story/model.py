"""A story as the editor wrote it, and how it is to be set."""

from __future__ import annotations

from pathlib import Path

from paiban.issue.model import Paragraph
from paiban.span import Span, Text
from paiban.units import Length
from paiban.value import NamedTuple


class Art(NamedTuple):
    """A picture that is part of a story: its path as it was typed, and where it is looked for."""

    words: Text
    file: Path


class Story(NamedTuple):
    """What a story says.

    Without ``breaks`` of the editor's in it the engine breaks the headline by sense.
    ``headline_size`` is the least and the most; None leaves it to the style sheet. ``headline_face`` is a role of the
    faces' list, ``""`` for the style sheet's own; its span says where it was asked for. ``writing`` is ``horizontal``
    or ``vertical`` (直排). ``initial`` is how many lines its first character is high (首字下沉), 0 for none.
    ``note`` is the editor's note (编者按) before the copy. ``label`` (栏题) stands above all.
    ``align`` is how its copy is ranged, ``""`` for the sheet's way; ``indented``: its paragraphs have their indent.
    ``byline_in_head``: the bylines stand in the head. ``end_mark`` closes the copy, ``square`` or ``dot``.
    ``column_rule`` names the line between its legs, ``""`` for the sheet's way. Its copy is of ``copy_size``, None for
    the body's, and takes a row of the grid in ``copy_rows``. ``side_heads``: its cross-heads stand beside what they
    head. ``portrait`` is the author's, at the copy's begin, ``logo`` stands beside the head.
    The paragraphs of ``body``, counted from 1, that are ``optional`` may go where there is no room for them; those of
    them that are ``dropped`` are not set.
    """

    kicker: Text | None
    headline: Text | None
    deck: Text | None
    bylines: tuple[Text, ...]
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
    end_mark: str = ""
    column_rule: str = ""
    copy_size: Length | None = None
    copy_rows: int = 1
    side_heads: bool = False
    portrait: Art | None = None
    logo: Art | None = None
    optional: tuple[int, ...] = ()
    dropped: tuple[int, ...] = ()

    @property
    def copy(self) -> tuple[Paragraph, ...]:
        """The paragraphs of its body that are set."""
        return tuple(self.numbered().values()) if self.dropped else self.body

    def numbered(self) -> dict[int, Paragraph]:
        """The same by their numbers in the whole body."""
        return {number: p for number, p in enumerate(self.body, 1) if number not in self.dropped}

    @property
    def alone(self) -> bool:
        """Whether it is a headline and nothing else (通栏题, 专版题头)."""
        return self.headline is not None and not self.body and (not self.bylines or self.byline_in_head)

    @property
    def vertical(self) -> bool:
        """Whether its lines run down the page."""
        return self.writing == "vertical"


class StoryForm(NamedTuple):
    """How a story is set: ``legs`` as the editor recut them (破栏), None where the engine may; and its headline's form.

    ``widths`` are the columns of each leg where they are not alike.

    ``headline`` is ``auto``, ``above``, ``partial`` (above two of three legs: 串文题) or ``vertical`` (竖题).
    """

    legs: int | None = None
    headline: str = "auto"
    widths: tuple[int, ...] = ()

    @property
    def settled(self) -> str:
        """The headline's form where nobody chose one: above."""
        return "above" if self.headline == "auto" else self.headline
