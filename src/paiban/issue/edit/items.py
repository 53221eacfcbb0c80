"""Items of lists put in, taken out and moved, their comment lines with them."""

from __future__ import annotations

from collections.abc import Iterator

from paiban.issue.edit.model import Address, Edit, Insert, KeyNames, Move, Names, NoSuchPlace, Remove
from paiban.issue.edit.places import found_at, line_end, line_start
from paiban.source.outline import Outline
from paiban.source.quote import flow_words, item_words


def insert_ways(text: str, root: Outline, keys: KeyNames, operation: Insert) -> Iterator[list[Edit]]:
    """An item on lines of its own, then in flow style; inside brackets where the list has such."""
    node, _ = _list(root, keys, operation.at, operation.number, 0)
    for flow in (False, True):
        if node.flow or not node.items:
            yield [_into_brackets(node, operation.number, flow_words(operation.value))]
        else:
            words = item_words(operation.value, node.column) if not flow else f"- {flow_words(operation.value)}"
            yield [_into_lines(text, node, operation.number, " " * node.column + words + "\n")]


def remove_ways(text: str, root: Outline, keys: KeyNames, operation: Remove) -> Iterator[list[Edit]]:
    """An item taken out with its own lines."""
    node, _ = _list(root, keys, operation.at, operation.number, 1)
    yield [_removed(text, node, operation.number)]


def move_ways(text: str, root: Outline, keys: KeyNames, operation: Move) -> Iterator[list[Edit]]:
    """The item's own lines go to the other place, further in or out as the list there stands."""
    node, _ = _list(root, keys, operation.at, operation.number, 1)
    same = operation.at == operation.to
    target, _ = _list(root, keys, operation.to, operation.to_number, int(same))
    if same and operation.number == operation.to_number:
        yield []
        return
    index = operation.to_number + (same and operation.to_number > operation.number)
    away = _removed(text, node, operation.number)
    item = node.items[operation.number]
    if node.flow or target.flow or not target.items:
        own = text[item.start : item.end]
        if not node.flow and not item.is_scalar and not item.flow:
            raise NoSuchPlace
        put = _into_brackets(target, index, own) if target.flow else _into_lines(
            text, target, index, " " * target.column + f"- {own}\n")  # fmt: skip
        yield [away, put]
        return
    begin, end = _own_lines(text, node, operation.number)
    piece = text[begin:end].rstrip("\n") + "\n"
    yield [away, _into_lines(text, target, index, _shifted(piece, target.column - node.column))]


def _list(root: Outline, keys: KeyNames, at: Address, index: int, within: int) -> tuple[Outline, Names]:
    """The list at an address, which must have an item ``number``, or with ``within`` 0 a place for one."""
    node, names = found_at(root, keys, at)
    if node.kind != "sequence" or not 0 <= index <= len(node.items) - within:
        raise NoSuchPlace
    return node, names


def _into_brackets(node: Outline, index: int, words: str) -> Edit:
    if not node.items:
        return Edit(node.start + 1, node.start + 1, words)
    if index < len(node.items):
        at = node.items[index].start
        return Edit(at, at, f"{words}, ")
    at = node.items[-1].end
    return Edit(at, at, f", {words}")


def _into_lines(text: str, node: Outline, index: int, lines: str) -> Edit:
    if index < len(node.items):
        at = _own_lines(text, node, index)[0]
        return Edit(at, at, lines)
    at = line_end(text, node.end)
    return Edit(at, at, "\n" + lines.removesuffix("\n"))


def _removed(text: str, node: Outline, index: int) -> Edit:
    if len(node.items) == 1:
        return Edit(node.start, node.end, "[]")
    if node.flow:
        item = node.items[index]
        if index + 1 < len(node.items):
            return Edit(item.start, node.items[index + 1].start, "")
        return Edit(node.items[index - 1].end, item.end, "")
    begin, end = _own_lines(text, node, index)
    return Edit(begin, end, "") if end <= len(text) else Edit(max(begin - 1, 0), len(text), "")


def _own_lines(text: str, node: Outline, index: int) -> tuple[int, int]:
    """An item with the comment lines right above it, up to the next one's, or to the end of its own last line."""
    if index + 1 < len(node.items):
        return _lead(text, node, index), _lead(text, node, index + 1)
    return _lead(text, node, index), line_end(text, node.items[index].end) + 1


def _lead(text: str, node: Outline, index: int) -> int:
    """Where the lines of an item begin: with its dash, or with comments that stand right above it and as far in."""
    mark = "\n" + " " * node.column
    dash = node.start if not index else text.index(f"{mark}-", node.items[index - 1].end) + len(mark)
    begin = line_start(text, dash)
    floor = line_start(text, node.items[index - 1].end if index else node.start)
    while begin > 0:
        above = line_start(text, begin - 1)
        if not text.startswith(f"{mark[1:]}#", above) or (index and above <= floor):
            return begin
        begin = above
    return begin


def _shifted(lines: str, by: int) -> str:
    """Lines further in by ``by`` blanks, or further out."""
    if by >= 0:
        return "".join([" " * by + line if line.strip() else line for line in lines.splitlines(keepends=True)])
    return "".join([line[-by:] if line.startswith(" " * -by) else line.lstrip(" ") for line in lines.splitlines(True)])
