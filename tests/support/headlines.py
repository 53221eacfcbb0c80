"""Headlines broken by themselves, as a head does that has one size to choose from."""

from __future__ import annotations

from paiban.text import LineRange, Prepared
from paiban.text.headline import LAST_RESORT_LINES, LINE, headline_ways
from paiban.units import Length


def break_headline(
    prepared: Prepared,
    measure: Length,
    *,
    max_lines: int,
) -> tuple[LineRange, ...]:
    """The lines of a headline, or () where it does not fit ``measure`` in ``max_lines`` lines.

    A line more is taken where it saves a break that the sense is against. A break inside a word is made only with
    ``LAST_RESORT_LINES`` allowed.
    """
    for last_resort in (False, True) if max_lines >= LAST_RESORT_LINES and not prepared.law else (False,):
        found = [
            way
            for lines in range(1, max_lines + 1)
            for way in headline_ways(prepared, lines, last_resort=last_resort)
            if way.longest <= measure
        ]
        if found:
            return min(found, key=lambda way: way.price + LINE * len(way.lines)).lines
    return ()
