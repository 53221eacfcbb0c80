"""The events of a YAML text, read by libyaml, without the half of PyYAML that is written in Python.

Only the classes of events and of errors are loaded with the parser; the rest of the library comes when somebody asks
for it. Where PyYAML was built without libyaml, its own parser reads the same events, slower.
"""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from typing import Any

from paiban.deferred import defer

defer("yaml")

from yaml.error import MarkedYAMLError, YAMLError  # noqa: E402  the library was deferred first
from yaml.events import (  # noqa: E402
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

_ERRORS: dict[str, tuple[str, type[YAMLError]]] = {
    "reader": ("ReaderError", YAMLError),
    "scanner": ("ScannerError", MarkedYAMLError),
    "parser": ("ParserError", MarkedYAMLError),
    "composer": ("ComposerError", MarkedYAMLError),
    "constructor": ("ConstructorError", MarkedYAMLError),
    "emitter": ("EmitterError", YAMLError),
    "serializer": ("SerializerError", YAMLError),
    "representer": ("RepresenterError", YAMLError),
}
"""The modules of which libyaml's part of the library takes an error each, and what that error is."""


def _parser() -> Any:
    """libyaml's parser, else PyYAML's own."""
    for module, (name, kind) in _ERRORS.items():
        defer(f"yaml.{module}", **{name: type(name, (kind,), {"__module__": f"yaml.{module}"})})
    for module in ("tokens", "nodes"):
        import_module(f"yaml.{module}")
    try:
        return import_module("yaml._yaml").CParser
    except ImportError:
        return import_module("yaml").SafeLoader


PARSER: Any = _parser()

ScannerError: type[MarkedYAMLError] = import_module("yaml.scanner").ScannerError


def events(text: str) -> Iterator[Any]:
    """The events of ``text`` in order; ``YAMLError`` where it is no YAML."""
    parser = PARSER(text)
    try:
        while (event := parser.get_event()) is not None:
            yield event
    finally:
        parser.dispose()


__all__ = [
    "AliasEvent",
    "DocumentStartEvent",
    "MappingEndEvent",
    "MappingStartEvent",
    "MarkedYAMLError",
    "ScalarEvent",
    "ScannerError",
    "SequenceEndEvent",
    "SequenceStartEvent",
    "YAMLError",
    "events",
]
