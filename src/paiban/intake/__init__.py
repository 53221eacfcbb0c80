"""Copy as it arrives, made an issue: Word files, text, web pages, tables, wire items, a folder of a day's copy.

Sources come in as bytes; the text of an issue file goes out, with the pictures to be put beside it and everything
that was joined, altered, left out or guessed as diagnostics. A reader (``read_*``) makes pieces of its format:
paragraphs and pictures in reading order. ``shape`` makes articles of pieces, ``clean`` makes their copy fit for the
press, ``guess`` gives them weights, ``write`` types them as an issue file. Nothing here sets a page.
"""

from __future__ import annotations

from paiban.intake.formats import FORMATS
from paiban.intake.guess import GUESSES
from paiban.intake.importing import MOST_BYTES, Imported, Order, Source, Sources, gathered, imported
from paiban.intake.model import PictureSource
from paiban.intake.shape import is_risky

__all__ = [
    "FORMATS",
    "GUESSES",
    "MOST_BYTES",
    "Imported",
    "Order",
    "PictureSource",
    "Source",
    "Sources",
    "gathered",
    "imported",
    "is_risky",
]
