"""What a message may be filled with: names, numbers, and things that each language calls differently."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from paiban.language import Words
from paiban.value import NamedTuple


class Range(NamedTuple):
    """Neighbours by number, such as columns: the first and the last, both counted in."""

    first: int
    last: int

    def __str__(self) -> str:
        return f"{self.first}" if self.first == self.last else f"{self.first}-{self.last}"


Param = str | int | float | Words | Range
"""What fills a brace of a message; numbers stay numbers until they are shown."""


def params_data(params: Iterable[tuple[str, Param]]) -> dict[str, object]:
    """Parameters as plain data, for JSON and for what is kept."""
    return {name: value._asdict() if isinstance(value, Words | Range) else value for name, value in params}


def read_params(data: Mapping[str, Any]) -> dict[str, Param]:
    """Parameters again from their plain data."""
    return {name: _read_param(value) if isinstance(value, dict) else value for name, value in data.items()}


def _read_param(data: Mapping[str, Any]) -> Words | Range:
    return Range(**data) if set(data) == set(Range._fields) else Words(**data)
