"""The guests of one block (a picture, a quote, a table in a story's legs), which stand one below the other in it."""

from __future__ import annotations

from paiban.grid import GridRect
from paiban.issue import Block, Place
from paiban.makeup.frame.kind import PageKit
from paiban.makeup.frame.surround import CLEAR_ROWS
from paiban.makeup.propose.kind import Guest
from paiban.value import NamedTuple


class Company(NamedTuple):
    """Guests in the order in which they stand, a row of white between one and the next, as their host counts them.

    ``weight`` is that of their host; 5 where they are the page's first pictures.
    """

    guests: tuple[Guest, ...]
    weight: int = 1

    @property
    def blocks(self) -> tuple[Block, ...]:
        """The blocks themselves."""
        return tuple(guest.block for guest in self.guests)

    @property
    def below_head(self) -> bool:
        """Whether they never stand above their host's headline: one reads as part of the copy, or copy is to run round
        it, or there are several."""
        return len(self.guests) > 1 or any(guest.below_head or guest.block.wrap for guest in self.guests)

    @property
    def white(self) -> int:
        """Rows between them."""
        return CLEAR_ROWS * (len(self.guests) - 1)

    @property
    def fewest(self) -> int:
        """No fewer rows hold them at all."""
        return len(self.guests) + self.white

    def rows(self, columns: int) -> tuple[int, int, int]:
        """(least, natural, most) rows over so many columns; ``most`` is less than ``least`` where one of them serves
        at no height."""
        each = [guest.rows(columns) for guest in self.guests]
        least, natural, most = (sum(rows) + self.white for rows in zip(*each, strict=True))
        return least, natural, most if all(low <= high for low, _, high in each) else least - 1

    @property
    def over_copy(self) -> Company:
        """The same where copy of their host stands below them."""
        return self._replace(guests=tuple(guest.over_copy for guest in self.guests))

    def cost(self, columns: int) -> float:
        """What it costs that they are so wide."""
        return sum(guest.cost(columns, self.weight) for guest in self.guests)

    def shares(self, columns: int, rows: int) -> tuple[int, ...]:
        """How many of so many rows each of them has: its own height, what is over or short dealt within its reach, the
        rest of that to whoever has most."""
        each = [guest.rows(columns) for guest in self.guests]
        shares = [natural for _, natural, _ in each]
        spare = rows - self.white - sum(shares)
        for index, (least, natural, most) in enumerate(each):
            step = max(least - natural, min(max(most, natural) - natural, spare))
            shares[index] += step
            spare -= step
        while spare > 0 or (spare and max(shares) > 1):
            index = max(range(len(shares)), key=shares.__getitem__)
            step = max(spare, 1 - shares[index])
            shares[index] += step
            spare -= step
        return tuple(shares)

    def stood(self, rect: GridRect) -> tuple[Block, ...]:
        """The guests with their places in the rectangle that their host leaves them."""
        found, row = [], rect.row
        for guest, rows in zip(self.guests, self.shares(rect.columns, rect.rows), strict=True):
            place = Place(GridRect(rect.column, row, rect.columns, rows), guest.block.span)
            found.append(guest.block._replace(place=place))
            row += rows + CLEAR_ROWS
        return tuple(found)

    def lines_beside(self, columns: int, rows: int, kit: PageKit) -> int:
        """About how many lines of copy run round those of them that are narrower than their columns (绕排)."""
        span, white = kit.grid.span(columns), kit.setter.length("wrap_gap")
        free = [
            high * max(0, span - kit.span(guest.block, columns) - white)
            for guest, high in zip(self.guests, self.shares(columns, rows), strict=True)
            if guest.block.wrap
        ]
        return sum(free) * columns // span
