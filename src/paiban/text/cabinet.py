"""The cabinet (字架): the type cases of a catalogue, each made when first asked for.

There is one for each role, size, composition and direction.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from paiban.template import Composition
from paiban.text.style import TextStyle
from paiban.text.typecase import TypeCase
from paiban.units import Length

if TYPE_CHECKING:
    from paiban.font import FontCatalogue


def case_of(catalogue: FontCatalogue, style: TextStyle, role: str, size: Length) -> TypeCase:
    """The case of a role and size for a style, whose colour, alignment and indent play no part in it."""
    return _case(catalogue, role, size, style.composition, style.vertical)


@lru_cache(maxsize=256)
def _case(catalogue: FontCatalogue, role: str, size: int, composition: Composition, vertical: bool) -> TypeCase:
    style = TextStyle(face=role, size=size, composition=composition, vertical=vertical)
    if vertical:
        from paiban.text.vertical import VerticalCase  # noqa: PLC0415  (most pages have no vertical line)

        return VerticalCase(catalogue, style, role)
    return TypeCase(catalogue, style, role)
