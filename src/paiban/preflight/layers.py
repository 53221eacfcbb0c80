"""Layers (optional content): which of them do not print by the document's default configuration (ISO 32000-1, 8.11)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from paiban.preflight.streams import Pdf, get, is_dict, items, name, object_number

_POLICIES: dict[str, Callable[[list[bool]], bool]] = {
    "/AllOn": all,
    "/AnyOn": any,
    "/AnyOff": lambda shown: not all(shown),
    "/AllOff": lambda shown: not any(shown),
}


class Layers:
    """The layers of one document, by the state that its default configuration gives them."""

    __slots__ = ("_off",)

    def __init__(self, root: Pdf) -> None:
        properties = get(root, "/OCProperties")
        default = get(properties, "/D")
        off = items(get(default, "/OFF"))
        if name(get(default, "/BaseState")) == "/OFF":
            on = {object_number(layer) for layer in items(get(default, "/ON"))}
            off = [layer for layer in items(get(properties, "/OCGs")) if object_number(layer) not in on]
        self._off = {number for number in (object_number(layer) for layer in off) if number is not None}

    @property
    def hides(self) -> bool:
        """Whether any layer does not print."""
        return bool(self._off)

    def hidden(self, membership: Any) -> bool:
        """Whether what belongs to ``membership``, a layer or a membership dictionary, does not print."""
        if not self._off or not is_dict(membership):
            return False
        if name(get(membership, "/Type")) != "/OCMD":
            return object_number(membership) in self._off
        groups = items(get(membership, "/OCGs"))
        shown = [object_number(group) not in self._off for group in groups]
        policy = _POLICIES.get(name(get(membership, "/P")), any)
        return bool(shown) and not policy(shown)
