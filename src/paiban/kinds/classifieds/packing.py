"""Items dealt over legs: none is parted, a category's head stands with its first item, all legs end about level.

Everything is counted in half lines, so that the same counts hold at every place of a page.
"""

from __future__ import annotations

from collections.abc import Sequence

from paiban.kinds.classifieds.model import SmallAd
from paiban.text import LineRange, Prepared
from paiban.value import NamedTuple

GAP = 1
"""Half lines between one item and the next."""

HEAD_UNITS = 3
"""The bar of a category's head."""

FRAME_UNITS = 3
"""What a frame keeps above and below its copy together."""

LINE_UNITS = {"classified-title": 3}
"""Half lines that a line of a role takes; two where nothing else is said."""


class Broken(NamedTuple):
    """A piece of copy of one role, broken."""

    role: str
    prepared: Prepared
    lines: tuple[LineRange, ...]

    @property
    def slot(self) -> int:
        """Half lines that each of its lines takes."""
        return LINE_UNITS.get(self.role, 2)

    @property
    def units(self) -> int:
        """Half lines that all of them take."""
        return self.slot * len(self.lines)


class Element(NamedTuple):
    """What is dealt: a category's head (``ad`` is None) or an item, with its copy broken at the legs' measure."""

    copy: tuple[Broken, ...]
    ad: SmallAd | None
    category: str

    @property
    def lines(self) -> int:
        """Its lines of type."""
        return sum(len(part.lines) for part in self.copy)

    @property
    def units(self) -> int:
        """Half lines that it takes."""
        if self.ad is None:
            return HEAD_UNITS
        return sum(part.units for part in self.copy) + (FRAME_UNITS if self.ad.frame else 0)


Dealing = tuple[tuple[tuple[Element, ...], ...], tuple[Element, ...]]
"""The elements of each leg, and those that found no room."""


def packed(elements: Sequence[Element], legs: int, room: int) -> Dealing:
    """Elements dealt in order over legs of so many half lines."""
    dealt: list[list[Element]] = [[]]
    used = 0
    for index, element in enumerate(elements):
        needed = element.units + (GAP + elements[index + 1].units if is_held(elements, index) else 0)
        if dealt[-1] and used + GAP + needed > room:
            if len(dealt) == legs:
                return tuple(map(tuple, dealt)), tuple(elements[index:])
            dealt.append([])
        if not dealt[-1] and needed > room:
            return tuple(map(tuple, dealt)), tuple(elements[index:])
        used = element.units if not dealt[-1] else used + GAP + element.units
        dealt[-1].append(element)
    return tuple(map(tuple, dealt)), ()


def is_held(elements: Sequence[Element], index: int) -> bool:
    """Whether an element is a head with an item after it, from which it is not parted."""
    return elements[index].ad is None and index + 1 < len(elements)


def height(leg: Sequence[Element]) -> int:
    """Half lines that a leg takes."""
    return sum(element.units for element in leg) + GAP * max(0, len(leg) - 1)


def least_room(elements: Sequence[Element], legs: int) -> int:
    """The lowest legs that hold all elements."""
    low = max([element.units for element in elements], default=1)
    high = height(elements) + 1
    while low < high:
        middle = (low + high) // 2
        if packed(elements, legs, middle)[1]:
            low = middle + 1
        else:
            high = middle
    return low


def with_fillers(elements: Sequence[Element], fillers: Sequence[Element], legs: int, room: int) -> tuple[Element, ...]:
    """The elements with as many fillers after them, in order, as there is room for."""
    taken = tuple(elements)
    for filler in fillers:
        if not packed((*taken, filler), legs, room)[1]:
            taken = (*taken, filler)
    return taken
