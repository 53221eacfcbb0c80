"""What pages use of pictures and adverts, by a page's own names: they become a document's when the page joins one."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Any

from paiban.value import NamedTuple

IMAGE, FORM = "Im", "Ad"
"""How the names of pictures and of adverts begin."""


class Use(NamedTuple):
    """A picture or an advert by its name on the page: its ``key``, and what was ``made`` of it or why nothing was."""

    name: str
    kind: str
    key: Hashable
    made: Any


class Uses:
    """The pictures and adverts of one page in the order in which they are first drawn; each is made once."""

    def __init__(self) -> None:
        self._known: dict[tuple[str, Hashable], Use] = {}

    @property
    def all(self) -> tuple[Use, ...]:
        """All that were used."""
        return tuple(self._known.values())

    def use(self, kind: str, key: Hashable, make: Callable[[], Any]) -> Use:
        """The use of what ``key`` names, made now if it is new."""
        known = self._known.get((kind, key))
        if known is None:
            known = self._known[kind, key] = Use(self._name(kind), kind, key, make())
        return known

    def _name(self, kind: str) -> str:
        return f"{kind}{sum(use.kind == kind for use in self._known.values()) + 1}"
