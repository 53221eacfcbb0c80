"""The catalogue of codes, in tables a stage; a table is loaded when one of its codes is looked up."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib import import_module

from paiban.diagnostic.code import Code

TABLES: Mapping[str, tuple[str, ...]] = {
    "P1": ("issue",),
    "P2": ("issue",),
    "P3": ("font",),
    "P4": ("text", "copy"),
    "P5": ("makeup",),
    "P6": ("makeup",),
    "P7": ("output",),
    "P8": ("intake",),
    "X1": ("preflight",),
    "X2": ("preflight",),
}
"""How a code begins, and the modules ``codes_…`` of which one has it."""


@cache
def code_of(name: str) -> Code:
    """What the catalogue says of a code; KeyError for one that it has not."""
    found = next((codes[name] for codes in map(_codes, TABLES[name[:2]]) if name in codes), None)
    if found is None:
        raise KeyError(name)
    return found


def catalogue() -> dict[str, Code]:
    """All codes."""
    modules = dict.fromkeys(module for modules in TABLES.values() for module in modules)
    return {name: code for module in modules for name, code in _codes(module).items()}


def _codes(module: str) -> dict[str, Code]:
    codes: dict[str, Code] = import_module(f"paiban.diagnostic.codes_{module}").CODES
    return codes
