"""From a file in words to nodes, and from nodes to values.

In comes a YAML file; out goes a tree of nodes that know their line and column (``parse``), and, by a table of fields
(``decode_record``), plain values with every fault of the file as a diagnostic. The stages that follow, ``issue`` and
``template``, only declare their tables and build their dataclasses.
"""

from __future__ import annotations

from paiban.source.copy import copy_text, split_lines
from paiban.source.field import Field, FileReader, Kind, Record, Values, decode_record, make_record
from paiban.source.file import SourceFile, make_source, read_source
from paiban.source.node import Entry, Mapping, Node, Scalar, Sequence
from paiban.source.parse import parse

__all__ = [
    "Entry",
    "Field",
    "FileReader",
    "Kind",
    "Mapping",
    "Node",
    "Record",
    "Scalar",
    "Sequence",
    "SourceFile",
    "Values",
    "copy_text",
    "decode_record",
    "make_record",
    "make_source",
    "parse",
    "read_source",
    "split_lines",
]
