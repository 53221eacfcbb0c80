"""A QR code as the editor asked for it, and as it is set."""

from __future__ import annotations

from paiban.display import Rect
from paiban.span import Text
from paiban.text import LineRange, Prepared
from paiban.units import Length
from paiban.value import NamedTuple


class QrCode(NamedTuple):
    """What a code says, ``words``, and what is said of it.

    ``size`` is its side with the quiet zone, None for the usual one. ``level`` says how much of it may be lost
    (``picture.qr.LEVELS``).
    """

    words: Text
    caption: Text | None
    size: Length | None
    level: str


class SetCode(NamedTuple):
    """A code in its place: its rectangle with the quiet zone, and its caption from ``x`` and the top ``y`` on,
    its lines ``leading`` apart."""

    rect: Rect
    rows: tuple[str, ...]
    caption: Prepared | None
    lines: tuple[LineRange, ...]
    measure: Length
    leading: Length
    x: Length
    y: Length
