"""Faces: from font files to glyphs, and from the glyphs that were used to small fonts for the PDF.

In comes ``fonts/fonts.yaml``; ``load_catalogue`` checks the files and gives a ``FontCatalogue``, which says what face
sets which characters of a role. A ``Face`` shapes clusters of copy into glyphs for ``text``; ``subset`` cuts it down to
the glyphs that a page drew, for ``output``.
"""

from __future__ import annotations

from paiban.font.catalogue import FontCatalogue, load_catalogue
from paiban.font.face import Face, Outline
from paiban.font.kept import entry_name, learn_boxes
from paiban.font.subset import SubsetError, subset
from paiban.font.told import Glyph

__all__ = [
    "Face",
    "FontCatalogue",
    "Glyph",
    "Outline",
    "SubsetError",
    "entry_name",
    "learn_boxes",
    "load_catalogue",
    "subset",
]
