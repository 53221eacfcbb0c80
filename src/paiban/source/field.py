"""The table of fields: one declaration decodes a file, writes its JSON Schema and its documentation.

A ``Kind`` says what a value may be; a ``Field`` gives it a key in English and Chinese; a ``Record`` is the fields that
stand together. ``decode_record`` turns a mapping into ``Values`` and every fault into a diagnostic; it never stops at
the first.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from collections.abc import Mapping as MappingOf
from copy import copy
from types import MappingProxyType
from typing import Any, TypeVar

from paiban.diagnostic import Diagnostic, Param, diagnose
from paiban.diagnostic.keys import language_of_keys
from paiban.language import Words
from paiban.memo import Memo
from paiban.source.file import SourceFile
from paiban.source.limits import MAX_REPORTS
from paiban.source.nearest import nearest
from paiban.source.node import Mapping, Node, Scalar, Sequence
from paiban.source.remark import remarks
from paiban.span import Anchor, Span, absolute
from paiban.value import NamedTuple

Value = TypeVar("Value")

NO_ANCHORS: MappingOf[str, Anchor] = MappingProxyType({})


class FileReader:
    """What decoding one file needs at hand: the file, the language of its keys, and the list where faults gather.

    ``anchors`` say where texts begin that were read by themselves (``source.items``); what is decoded of those and
    without a fault is remembered by ``memo``.
    """

    __slots__ = ("anchors", "found", "keys", "memo", "source")

    def __init__(
        self,
        source: SourceFile,
        found: Iterable[Diagnostic] = (),
        anchors: MappingOf[str, Anchor] = NO_ANCHORS,
        memo: Memo | None = None,
    ) -> None:
        self.source = source
        self.keys = language_of_keys(source.text)
        self.found = [each._replace(keys=self.keys) for each in found]
        self.anchors = anchors
        self.memo = memo or Memo()

    def decoded(self, what: str, item: Mapping, of: object, decode: Callable[[FileReader], Value]) -> Value:
        """What ``decode``, called ``what``, makes of an item and of ``of`` alone, with a reader of the item's text."""
        kept: list[Value] = self.memo.made(what, (item, of), list)
        if kept:
            return kept[0]
        inner, before = copy(self), len(self.found)
        inner.source = item.text or self.source
        made = decode(inner)
        if len(self.found) == before and not self.is_full:
            kept.append(made)
        return made

    def line(self, span: Span) -> int:
        """The line of the file on which a span begins."""
        return absolute(span, self.anchors).line

    def report(self, code: str, span: Span | None, /, **params: Param) -> None:
        """Add a diagnostic of ``code``, or the one that says that there are more."""
        span = None if span is None else absolute(span, self.anchors)
        if not self.is_full:
            self.found.append(diagnose(code, span, **params)._replace(keys=self.keys))
        elif len(self.found) == MAX_REPORTS:
            self.found.append(diagnose("P199", span, most=MAX_REPORTS))

    def report_remarks(self, node: Scalar, in_body: bool = False) -> None:
        """Say of every remark in the place of copy, behind it or directly below it, that it is not set."""
        for code, span in remarks(self.source, node, in_body):
            self.report(code, span)

    @property
    def is_full(self) -> bool:
        """Whether so much was reported that no more is."""
        return len(self.found) >= MAX_REPORTS


class Kind(NamedTuple):
    """What a value may be. ``zh`` and ``en`` name it in messages; ``schema`` is its JSON Schema.

    ``decode`` returns the value, or None after it has reported why there is none. ``records`` are those that the
    schema names. ``blank`` says that nothing is a value too. ``words`` are the Chinese spellings of its English words.
    ``is_copy``: what is typed there is set, so that a remark in its place may be meant as copy. ``is_id``: what is
    typed there, or an item of it, is what a block is called.
    """

    zh: str
    en: str
    decode: Callable[[Node, FileReader], Any]
    schema: MappingOf[str, Any]
    records: tuple[Record, ...] = ()
    blank: bool = False
    words: MappingOf[str, str] = {}
    is_copy: bool = False
    is_id: bool = False


class Field(NamedTuple):
    """One key of a file. ``near`` are words that people write for it by mistake; ``missing`` codes its absence.

    One to be ``filled`` may be left out, but where it is given it is not left blank for later.
    """

    key: str
    zh: str
    kind: Kind
    doc_zh: str
    doc_en: str
    example: str = ""
    required: bool = False
    default: Any = None
    near: tuple[str, ...] = ()
    missing: str = "P135"
    filled: bool = False


class Record(NamedTuple):
    """Fields that stand together in one mapping, and what that mapping is called.

    ``keys`` finds them by spelling; ``example`` shows one where something else was written; ``own`` is what further
    names hold, which the writer of the file may make up, None where there are none. ``elsewhere`` are keys that belong
    into another part of the file, whose name it gives. Of the keys ``some`` one at least is given; ``none`` codes their
    absence.
    """

    name: str
    zh: str
    en: str
    fields: tuple[Field, ...]
    keys: MappingOf[str, Field]
    example: str
    own: Kind | None
    elsewhere: MappingOf[str, str] = {}
    some: tuple[str, ...] = ()
    none: str = ""


def make_record(
    name: str, zh: str, en: str, fields: tuple[Field, ...], example: str = "", own: Kind | None = None
) -> Record:
    """A record of ``fields``, each found by its English and its Chinese key."""
    return Record(name, zh, en, fields, {spelling: f for f in fields for spelling in (f.key, f.zh)}, example, own)


class Values:
    """A decoded mapping: values by English key, and where each stands. An absent optional key has its default."""

    __slots__ = ("items", "span", "spans")

    def __init__(self, span: Span, items: MappingOf[str, Any], spans: MappingOf[str, Span]) -> None:
        self.span = span
        self.items = items
        self.spans = spans

    def __getitem__(self, key: str) -> Any:
        return self.items[key]

    def given(self, key: str) -> bool:
        """Whether the file has ``key`` at all, decoded or not."""
        return key in self.spans

    def at(self, key: str) -> Span:
        """The span of ``key``'s value, else of the whole."""
        return self.spans.get(key, self.span)

    def laid_over(self, base: Values) -> Values:
        """These values, and where the file gives none those of ``base``, down to the parts of each part."""
        items = {**base.items, **{key: self._over(base, key) for key in self.items if self.given(key)}}
        return Values(self.span, items, {**base.spans, **self.spans})

    def _over(self, base: Values, key: str) -> Any:
        value, below = self.items[key], base.items.get(key)
        return value.laid_over(below) if isinstance(value, Values) and isinstance(below, Values) else value


def decode_record(node: Node, record: Record, reader: FileReader) -> Values | None:
    """The values of a mapping by ``record``; None (and reported) if ``node`` is no mapping at all.

    Unknown, doubled and missing keys are reported; a doubled key keeps its first value. A key that is clearly a slip
    for one that is not given is told, and its value taken for that one's. A required value that is missing or wrong is
    None in the result.
    """
    if not isinstance(node, Mapping):
        wrong_kind(node, record, reader)
        return None
    items: dict[str, Any] = {f.key: f.default for f in record.fields}
    spans: dict[str, Span] = {}
    seen: dict[str, Scalar] = {}
    for entry in node.entries:
        known = record.keys.get(entry.key.value) or _meant_field(entry.key, record, node, reader)
        if known is None:
            continue
        if known.key in seen:
            _doubled_key(entry.key, seen[known.key], reader)
        else:
            seen[known.key] = entry.key
            if _left_for_later(entry.value, known):
                _report_in_its_place(entry.value, known, reader)
            else:
                spans[known.key] = entry.value.span
                items[known.key] = _decode_value(entry.key, entry.value, known, reader)
    for absent in record.fields:
        if absent.required and absent.key not in seen:
            reader.report(absent.missing, node.span, key=absent.key, own_key=Words(absent.zh, absent.key),
                          owner=Words(record.zh, record.en))  # fmt: skip
    if record.some and not any(key in seen for key in record.some):
        reader.report(record.none, node.span)
    return Values(node.span, items, spans)


def _shown_record(record: Record, form: Words) -> tuple[str, str]:
    """A record by its name, with its example in the keys of each language, or else with the ``form`` of any."""
    if not record.example:
        return f"{record.zh}（{form.zh}）", f"{record.en} ({form.en})"
    example = record.example
    for field in record.fields:
        example = example.replace(f"{field.key}:", f"{field.zh}:")
    return f"{record.zh}，如 {example}", f"{record.en}, as {record.example}"


def wrong_kind(node: Node, wanted: Kind | Record, reader: FileReader) -> None:
    """Report that ``node`` is of another kind than ``wanted``, or the slip in a colon that made it so."""
    from paiban.source.syntax import colon_slip  # noqa: PLC0415  only for a value of another kind

    slip = colon_slip(reader.source, node.span.line) if isinstance(node, Scalar) and node.style == "plain" else None
    if slip is not None and isinstance(wanted, Record):
        reader.found.append(slip)
        return
    names = {Mapping: Words("几行“键: 值”", "a group of keys"), Sequence: Words("一个列表", "a list")}
    got = names.get(type(node), Words("一个单独的值", "a single value"))
    if isinstance(node, Sequence) and not node.items:
        got = Words("一个空的列表", "an empty list")
    zh, en = wanted.zh, wanted.en
    if isinstance(wanted, Record):
        zh, en = _shown_record(wanted, names[Mapping])
    reader.report("P134", node.span, wanted=Words(zh, en), got=got)


def is_empty(node: Node) -> bool:
    """Whether nothing was written: a key with no value, or empty quotes."""
    return isinstance(node, Scalar) and not node.value.strip()


def _left_for_later(node: Node, known: Field) -> bool:
    """Whether an optional key stands there with nothing after it: as if it were not there yet."""
    blank = isinstance(node, Scalar) and node.style == "plain" and is_empty(node)
    return blank and not (known.required or known.filled or known.kind.blank)


def _report_in_its_place(node: Node, known: Field, reader: FileReader) -> None:
    """Copy left for later, with a remark where it would stand."""
    if known.kind.is_copy and isinstance(node, Scalar):
        reader.report_remarks(node)


def _decode_value(key: Scalar, node: Node, known: Field, reader: FileReader) -> Any:
    """The value; the default where there is none, which is told."""
    if is_empty(node) and not known.kind.blank:
        blank = isinstance(node, Scalar) and node.style == "plain"
        reader.report("P138", key.span if blank else node.span, key=known.key, own_key=Words(known.zh, known.key))
        return known.default
    value = known.kind.decode(node, reader)
    return known.default if value is None else value


LEAST_SLIP = 4
"""A shorter name of one's own is near to many words without being a slip for any."""


def _meant_field(key: Scalar, record: Record, node: Mapping, reader: FileReader) -> Field | None:
    """The field that a key which the record lacks stands for, if any; a key of another part is sent there."""
    part = record.elsewhere.get(key.value)
    if part is not None:
        reader.report("P271", key.span, key=key.value, owner=Words(record.zh, record.en), part=part)
        return None
    return _own_name(key, record, node, reader) or _unknown_key(key, record, node, reader)


def _own_name(key: Scalar, record: Record, node: Mapping, reader: FileReader) -> Field | None:
    """A name of the writer's own as a field, where the record has such; a near miss of a known one is told."""
    name = key.value.strip()
    if record.own is None or not name:
        return None
    if len(name) < LEAST_SLIP:
        return Field(name, name, record.own, "", "")
    given = {record.keys[entry.key.value].key for entry in node.entries if entry.key.value in record.keys}
    guess = record.keys.get(nearest(name, [word for word, f in record.keys.items() if f.key not in given]))
    if guess is not None:
        reader.report("P263", key.span, key=name, guess=guess.key, own_guess=Words(guess.zh, guess.key))
    return Field(name, name, record.own, "", "")


def _unknown_key(key: Scalar, record: Record, node: Mapping, reader: FileReader) -> Field | None:
    """The field that an unknown key is a slip for, told as such; None where none is, or it is given besides."""
    meant = next((f for f in record.fields if key.value.lower() in f.near), None)
    guess = meant.key if meant else "" if reader.is_full else nearest(key.value, tuple(record.keys))
    if not guess:
        all_keys = Words("、".join(f.zh for f in record.fields), ", ".join(f.key for f in record.fields))
        reader.report("P131", key.span, key=key.value, owner=Words(record.zh, record.en), own_known=all_keys)
        return None
    known = record.keys[guess]
    spelt = known.zh if guess == known.zh else known.key
    reader.report("P130", key.span, key=key.value, guess=known.key, own_guess=Words(known.zh, spelt))
    given = any(record.keys.get(entry.key.value) is known for entry in node.entries)
    return None if given else known


def _doubled_key(key: Scalar, first: Scalar, reader: FileReader) -> None:
    code = "P132" if key.value == first.value else "P133"
    reader.report(code, key.span, key=key.value, first=first.value, line=reader.line(first.span))
