"""Writing places back into an issue file: only the words that change are touched.

The file is edited as text, at the places that the YAML parser gives, and never printed anew: comments, order, quoting,
indentation and line ends of everything else stay as they are to the byte.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

import yaml

from paiban.issue.table import ADVERT, BRIEFS, PAGE, PAGES, PICTURE, STORIES, STORY

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_BLOCK = {field.key: field.zh for record in (STORY, BRIEFS, PICTURE, ADVERT) for field in record.fields}
_PAGE = {field.key: field.zh for field in PAGE.fields}
_BEFORE = ("body", "briefs")
"""New keys go before the copy, where an editor looks for them."""


class Edit(NamedTuple):
    """Replace ``text[start:end]`` by ``words``."""

    start: int
    end: int
    words: str


Keys = Mapping[str, str]


def write_back(text: str, changes: Sequence[Sequence[Keys]], pages: Sequence[Keys] = ()) -> str:
    """The file's text with keys of its blocks, and of its ``pages``, set.

    ``changes`` has for each page, for each block in the file's order, English keys and their values in YAML; an empty
    mapping leaves a block alone. An issue whose pages the engine fills counts as one page. The text must be an issue
    that reads without errors; of a page only keys that it has already can be set.
    """
    bom = "\ufeff" if text.startswith("\ufeff") else ""
    body = text.removeprefix(bom)
    root = yaml.compose(body, Loader=_LOADER)
    nodes = _pages(root)
    edits = [
        edit
        for page, wanted in zip(nodes, changes, strict=True)
        for block, keys in zip(_value(page, (STORIES.key, STORIES.zh)).value, wanted, strict=True)
        for edit in _edits(body, block, keys, _BLOCK)
    ]
    edits += [edit for page, keys in zip(nodes, pages, strict=False) for edit in _edits(body, page, keys, _PAGE)]
    for edit in sorted(edits, key=lambda e: (e.start, e.end), reverse=True):
        body = body[: edit.start] + edit.words + body[edit.end :]
    return bom + body


def _pages(root: Any) -> list[Any]:
    """The node of every page; the top is the only one where the pages do not stand in the file."""
    pages = _value(root, (PAGES.key, PAGES.zh))
    return [root] if pages is None or isinstance(pages.value, str) else list(pages.value)


def _value(node: Any, spellings: Sequence[str]) -> Any:
    return next((value for key, value in node.value if key.value in spellings), None)


def _edits(text: str, node: Any, keys: Keys, names: Mapping[str, str]) -> Iterator[Edit]:
    """What makes one block or page say ``keys``; ``names`` are the Chinese names of the keys that it may have."""
    chinese = bool(keys) and node.value[0][0].value in names.values()
    missing: list[str] = []
    for key, words in keys.items():
        value = _value(node, (key, names[key]))
        if value is None:
            missing.append(f"{names[key] if chinese else key}: {words}")
        else:
            yield from _replaced(text, value, words)
    if missing:
        yield _inserted(text, node, missing)


def _replaced(text: str, value: Any, words: str) -> Iterator[Edit]:
    """A value replaced by words on its key's line; nothing where it says so already."""
    start, end = value.start_mark.index, _end(value)
    if text[start:end] == words:
        return
    before = text[:start].rstrip()
    own_line = before.endswith(":") and "\n" in text[len(before) : start]
    yield Edit(len(before) if own_line else start, end, f" {words}" if own_line else words)


def _end(node: Any) -> int:
    """Where a node's own characters end; a block collection's mark lies beyond the comments that follow it."""
    flow = getattr(node, "flow_style", True)
    if isinstance(node.value, str) or flow or not node.value:
        return int(node.end_mark.index)
    last = node.value[-1]
    return _end(last[1] if isinstance(last, tuple) else last)


def _inserted(text: str, block: Any, entries: Sequence[str]) -> Edit:
    """New entries of a block: inside its braces, or on lines of their own before its copy."""
    if block.flow_style:
        at = int(block.end_mark.index) - 1
        return Edit(at, at, "".join(f", {entry}" for entry in entries))
    first_key, first_value = block.value[0]
    indent = " " * first_key.start_mark.column
    newline = "\r\n" if "\r\n" in text else "\n"
    spellings = {*_BEFORE, *(_BLOCK[key] for key in _BEFORE)}
    for key, _ in block.value[1:]:
        if key.value in spellings:
            at = int(key.start_mark.index) - key.start_mark.column
            return Edit(at, at, "".join(f"{indent}{entry}{newline}" for entry in entries))
    if len(block.value) > 1:
        key = block.value[1][0]
        at = int(key.start_mark.index) - key.start_mark.column
        return Edit(at, at, "".join(f"{indent}{entry}{newline}" for entry in entries))
    end = text.find("\n", _end(first_value))
    at = len(text) if end < 0 else end - (text[end - 1] == "\r")
    return Edit(at, at, "".join(f"{newline}{indent}{entry}" for entry in entries))
