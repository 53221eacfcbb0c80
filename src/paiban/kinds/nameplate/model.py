"""A nameplate as the editor asked for it, and as it is set."""

from __future__ import annotations

from pathlib import Path

from paiban.display import Item
from paiban.span import Span, Text
from paiban.template import FurniturePart
from paiban.text import LineRange, Prepared
from paiban.units import Length
from paiban.value import NamedTuple


class Wording(NamedTuple):
    """Words with fields, and where they stand in the file, None for those that came along."""

    parts: tuple[FurniturePart, ...]
    span: Span | None


Pieces = tuple[Text, ...]
"""What a wording comes to on its page: copy of the editor's and of our own, one after another."""


class Nameplate(NamedTuple):
    """What a nameplate shows.

    ``art`` is the path of the title's drawing as it was typed, ``file`` where it is looked for; None where the title is
    set in type. ``strip`` are the words of the line at its foot, ``beside`` those beside the title; ``strip_says`` and
    ``beside_says`` what they come to. ``code`` is what its QR code says. ``colour`` names an
    entry of the style sheet. ``vertical``: it stands upright in
    its columns, its words below the title.
    """

    title: Text
    art: Text | None
    file: Path | None
    strip: tuple[Wording, ...]
    beside: tuple[Wording, ...]
    align: str
    colour: str
    colour_at: Span
    vertical: bool
    code: Text | None = None
    strip_says: tuple[Pieces, ...] = ()
    beside_says: tuple[Pieces, ...] = ()


class SetLine(NamedTuple):
    """A line of type of a nameplate: broken, with its measure and where it begins, on its baseline or its axis."""

    role: str
    prepared: Prepared
    line: LineRange
    measure: Length
    x: Length
    y: Length


class SetNameplate(NamedTuple):
    """A nameplate on the page: its lines of type in reading order, and its art and rules.

    ``ruled`` says whether the double rule stands at its foot.
    """

    lines: tuple[SetLine, ...]
    items: tuple[Item, ...]
    ruled: bool = False
