"""Copy: every character of a value knows where it was typed, in each of YAML's ways to write text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paiban.diagnostic import has_errors
from paiban.source import Mapping, Scalar, copy_text, make_source, parse, split_lines
from paiban.source.copy import part_of
from paiban.span import Text


def copy_of(text: str, key: str = "k") -> Text:
    """The copy of ``key`` in a small file."""
    source = make_source("f.yaml", text)
    node, found = parse(source)
    assert not has_errors(found)
    assert isinstance(node, Mapping)
    value = next(entry.value for entry in node.entries if entry.key.value == key)
    assert isinstance(value, Scalar)
    return copy_text(source, value)


def places(text: Text) -> list[tuple[int, int]]:
    """Line and column of each character."""
    lines = text.lines if len(text.lines) > 1 else text.lines * len(text.value)
    return list(zip(lines, text.columns, strict=False))


def test_plain_value_stands_where_it_was_typed() -> None:
    copy = copy_of("a: 1\nk: 甲乙𠀀丙 # remark\n")
    assert (copy.value, copy.lines, copy.columns) == ("甲乙𠀀丙", (2,), (4, 5, 6, 7, 8))


def test_anchor_and_tag_are_not_part_of_the_copy() -> None:
    copy = copy_of("k: &a 甲乙\n")
    assert (copy.value, copy.columns) == ("甲乙", (7, 8, 9))


def test_doubled_single_quote_is_one_character_at_the_first() -> None:
    copy = copy_of("k: 'a''b'\n")
    assert (copy.value, copy.columns) == ("a'b", (5, 6, 8, 9))


def test_an_escape_stands_at_its_backslash() -> None:
    copy = copy_of('k: "甲\\u4e59\\n丙"\n')
    assert copy.value == "甲乙\n丙"
    assert copy.columns == (5, 6, 12, 14, 15)


def test_block_lines_keep_their_own_line_and_column() -> None:
    copy = copy_of("k: |\n  甲乙\n\n    丙\nz: 1\n")
    assert copy.value == "甲乙\n\n  丙\n"
    assert places(copy) == [(2, 3), (2, 4), (2, 5), (3, 1), (4, 3), (4, 4), (4, 5), (4, 6)]


def test_block_header_may_carry_an_indent_and_a_remark() -> None:
    copy = copy_of("k: |2-   # remark\n   甲\nz: 1\n")
    assert (copy.value, places(copy)) == (" 甲", [(2, 3), (2, 4)])


def test_folded_line_end_stands_at_the_end_of_its_line() -> None:
    copy = copy_of("k: >-\n  甲乙\n  丙\n")
    assert (copy.value, places(copy)) == ("甲乙 丙", [(2, 3), (2, 4), (2, 5), (3, 3)])


def test_plain_value_over_two_lines() -> None:
    copy = copy_of("k: 甲\n  乙\n")
    assert (copy.value, places(copy)) == ("甲 乙", [(1, 4), (1, 5), (2, 3)])


def test_escaped_line_end_joins_two_lines_without_a_space() -> None:
    copy = copy_of('k: "甲\\\n   乙"\n')
    assert (copy.value, places(copy)) == ("甲乙", [(1, 5), (2, 4)])


def test_text_knows_the_span_of_any_part() -> None:
    copy = copy_of("k: |\n  甲乙\n  丙丁\n")
    span = copy.at(1, 4)
    assert (span.line, span.column, span.end_line, span.end_column) == (2, 4, 3, 4)


def test_lines_are_cut_without_the_spaces_around_them() -> None:
    pieces = split_lines(copy_of("k: |\n  甲 \n\n    乙丙\n"))
    assert [(p.value, p.lines, p.columns) for p in pieces] == [("甲", (2,), (3, 4)), ("乙丙", (4,), (5, 6, 7))]


def test_a_part_that_crosses_a_line_end_keeps_both_lines() -> None:
    part = part_of(copy_of("k: |\n  甲乙\n  丙丁\n"), 1, 4)
    assert (part.value, places(part)) == ("乙\n丙", [(2, 4), (2, 5), (3, 3)])
    assert part.columns[-1] == 4


WORDS = st.text(alphabet="甲乙丙𠀀一二，。“”a1 　:#-'\"\\|", min_size=1, max_size=12)


def literal(lines: list[str]) -> str:
    return "k: |2\n" + "".join(f"  {line}\n" if line.strip() else "\n" for line in lines)


def single(lines: list[str]) -> str:
    return "k: '" + "\n  ".join(line.strip().replace("'", "''") for line in lines) + "'\n"


def double(lines: list[str]) -> str:
    escaped = [line.strip().replace("\\", "\\\\").replace('"', '\\"') for line in lines]
    return 'k: "' + "\n  ".join(escaped) + '"\n'


def folded(lines: list[str]) -> str:
    return "k: >2\n" + "".join(f"  {line}\n" if line.strip() else "\n" for line in lines)


def plain(lines: list[str]) -> str:
    return "k: 甲" + "\n  ".join("".join(c for c in line.strip() if c not in ":#") for line in lines) + "\n"


@pytest.mark.parametrize("write", [literal, single, double, folded, plain])
@given(lines=st.lists(st.one_of(st.just(""), WORDS), min_size=1, max_size=5))
def test_every_character_stands_in_the_file_at_its_place(write, lines: list[str]) -> None:
    text = write(lines)
    copy = copy_of(text)
    file_lines = text.split("\n")
    assert list(places(copy)) == sorted(places(copy))
    for character, (line, column) in zip(copy.value, places(copy), strict=True):
        at_place = (file_lines[line - 1] + "\n")[column - 1]
        folds = character in " \n" and at_place in " \n"
        assert at_place == character or at_place == "\\" or folds


TOKENS = ["甲", "a", " ", "\\n", "\\t", "\\u4e59", "\\U00020000", "\\x41",
'\\"', "\\\\", "\\/", "\\ ", "\n  ", "\\\n  ",
          "\n\n  ", " \n ", "\\\n\n   "]  # fmt: skip


@given(tokens=st.lists(st.sampled_from(TOKENS), min_size=1, max_size=10))
def test_escapes_and_folding_mix_without_losing_their_places(tokens: list[str]) -> None:
    """The decoder of places reads the same value as YAML does: a place is a backslash, a line end or the character."""
    text = 'k: "' + "".join(tokens) + '"\n'
    copy = copy_of(text)
    file_lines = text.split("\n")
    assert list(places(copy)) == sorted(set(places(copy)))
    for character, (line, column) in zip(copy.value, places(copy), strict=True):
        at_place = (file_lines[line - 1] + "\n")[column - 1]
        assert at_place == character or at_place == "\\" or (character in " \n" and at_place in " \n")
