"""An index as the editor asked for it, its pages filled in once all stories have theirs."""

from __future__ import annotations

from pathlib import Path

from paiban.display import Rect
from paiban.span import Span, Text
from paiban.value import NamedTuple


class IndexEntry(NamedTuple):
    """One story that an index points to: its id, and a ``headline`` of the entry's own, None for the story's.

    A story that is not in the file has no id, and says its headline and page itself. ``says`` is what stands in print
    and ``page`` the first page of the story; None and 0 as long as that is not known. ``photo`` is a picture of its
    own, and ``file`` where that lies.
    """

    story: str
    span: Span
    headline: Text | None = None
    says: Text | None = None
    page: int = 0
    photo: Text | None = None
    file: Path | None = None


class Index(NamedTuple):
    """What an index shows: its label, a picture over its entries, and those. ``file`` is where the picture lies."""

    label: Text
    picture: Text | None
    file: Path | None
    entries: tuple[IndexEntry, ...]
    legs: int | None
    writing: str = "horizontal"

    @property
    def vertical(self) -> bool:
        """Whether its lines run down the page."""
        return self.writing == "vertical"


class SetPhoto(NamedTuple):
    """The picture of an entry in its place, and the part of it that shows."""

    photo: Text
    file: Path
    rect: Rect
    crop: tuple[float, float, float, float]


class SetIndex(NamedTuple):
    """What only an index knows of itself on the page: where its picture stands and the part of it that shows; the
    pictures of its entries."""

    picture: Rect | None
    crop: tuple[float, float, float, float]
    photos: tuple[SetPhoto, ...] = ()
