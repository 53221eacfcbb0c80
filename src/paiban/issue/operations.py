"""Changes of an issue file as JSON says them, decoded by one table; what is wrong with them is told where it stands."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from paiban.diagnostic import Diagnostic, has_errors
from paiban.issue.edit import (
    Address,
    Change,
    Insert,
    InsertParagraph,
    Move,
    MoveParagraph,
    Operation,
    Remove,
    RemoveParagraph,
    Set,
    Unset,
)
from paiban.source import Field, FileReader, Kind, Mapping, Node, Record, Scalar, SourceFile, decode_record, make_record
from paiban.source.field import wrong_kind
from paiban.source.json import parse_json
from paiban.source.kinds import NAME, choice, listing, number
from paiban.source.limits import MAX_BYTES
from paiban.source.node import Sequence
from paiban.source.quote import Value
from paiban.span import Span
from paiban.value import NamedTuple


class Asked(NamedTuple):
    """What a file of operations asks for: the revision they are for (``""`` for any), and each with its place."""

    base: str
    operations: tuple[tuple[Operation, Span], ...]


def _words(node: Node, reader: FileReader) -> str | None:
    if isinstance(node, Scalar):
        return node.value
    wrong_kind(node, WORDS, reader)
    return None


def _address(node: Node, reader: FileReader) -> Address | None:
    if isinstance(node, Sequence) and all(isinstance(step, Scalar) for step in node.items):
        steps = (step for step in node.items if isinstance(step, Scalar))
        return tuple(int(s.value) if s.style == "plain" and s.value.isdecimal() else s.value for s in steps)
    wrong_kind(node, ADDRESS, reader)
    return None


def _value(node: Node, _: FileReader) -> Value:
    """Any value as it is to be written."""
    if isinstance(node, Mapping):
        return {entry.key.value: _value(entry.value, _) for entry in node.entries}
    if isinstance(node, Sequence):
        return [_value(item, _) for item in node.items]
    if node.style == "plain" and node.value in ("true", "false"):
        return node.value == "true"
    return int(node.value) if node.style == "plain" and node.value.lstrip("-").isdecimal() else node.value


WORDS = Kind("文字", "text", _words, {"type": "string"}, blank=True)
ADDRESS = Kind(
    '键和序号的列表，如 ["stories", 0]', 'a list of keys and numbers, as ["stories", 0]', _address,
    {"type": "array", "items": {"type": ["string", "integer"]}},
)  # fmt: skip
VALUE = Kind("一个值", "a value", _value, {}, blank=True)
COUNT = number(0, MAX_BYTES)

PARTS = {
    "at": Field("at", "处", ADDRESS, "从最外层起的键和序号，序号从 0 数起", "Keys and numbers from the top, from 0",
                required=True),
    "key": Field("key", "键", NAME, "哪个键", "Which key", required=True),
    "value": Field("value", "值", VALUE, "写成什么", "What it becomes", required=True),
    "number": Field("number", "序号", COUNT, "第几个，从 0 数起", "Which, from 0", required=True),
    "to": Field("to", "到", ADDRESS, "移到哪个列表", "The list that it goes to", required=True),
    "to_number": Field("to_number", "到序号", COUNT, "移到第几个", "Where it is then", required=True),
    "start": Field("start", "起", COUNT, "从第几个字起", "The first character, from 0", required=True),
    "end": Field("end", "止", COUNT, "到第几个字前", "One past the last", required=True),
    "words": Field("words", "文字", WORDS, "换成的文字", "The words put there", required=True),
}  # fmt: skip
"""What an operation may have to say, under the names that its value in ``issue.edit`` has for them."""

OPERATIONS: dict[str, tuple[str, Callable[..., Operation]]] = {
    "set": ("写", Set), "unset": ("去键", Unset),
    "insert": ("插入", Insert), "remove": ("移除", Remove), "move": ("移动", Move),
    "text": ("改字", Change),
    "insert-paragraph": ("插入段", InsertParagraph), "remove-paragraph": ("移除段", RemoveParagraph),
    "move-paragraph": ("移动段", MoveParagraph),
}  # fmt: skip
"""The operations by name, in English and Chinese; each takes the parts that its value has."""

_OP = Field(
    "op", "操作", choice({name: zh for name, (zh, _) in OPERATIONS.items()}), "做什么", "What to do", required=True
)


def _record(made: Any) -> Record:
    return make_record("operation", "操作", "an operation", (_OP, *(PARTS[name] for name in made._fields)))


_RECORDS = {name: _record(made) for name, (_, made) in OPERATIONS.items()}
_ANY = make_record("operation", "操作", "an operation", (_OP,))


def _operation(node: Node, reader: FileReader) -> tuple[Operation, Span] | None:
    """One operation, by what it says that it is."""
    named = Mapping(node.span, tuple(e for e in node.entries if e.key.value in _ANY.keys)) if isinstance(
        node, Mapping) else node  # fmt: skip
    op = decode_record(named, _ANY, reader)
    if op is None or op["op"] is None:
        return None
    before = len(reader.found)
    values = decode_record(node, _RECORDS[op["op"]], reader)
    if values is None or has_errors(reader.found[before:]):
        return None
    _, made = OPERATIONS[op["op"]]
    parts = {name: value for name, value in values.items.items() if name != "op"}
    return made(**parts), node.span


_EDIT = make_record("edit", "改动", "the edit", (
    Field("base", "底本", NAME, "照哪一稿改的：文件的 SHA-256", "What it was made for: the file's SHA-256", default=""),
    Field("operations", "操作", listing(Kind("一个操作", "an operation", _operation, {})),
          "依次做的改动", "What to do, in turn", required=True),
))  # fmt: skip


def read_operations(source: SourceFile) -> tuple[Asked | None, tuple[Diagnostic, ...]]:
    """What a file of operations asks for, or None with all that is wrong with it."""
    node, found = parse_json(source)
    if node is None:
        return None, found
    reader = FileReader(source, found)
    values = decode_record(node, _EDIT, reader)
    if values is None or has_errors(reader.found):
        return None, tuple(reader.found)
    return Asked(values["base"], values["operations"]), tuple(reader.found)
