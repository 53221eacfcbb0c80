"""YAML to nodes: nothing is guessed, nothing recurses, everything has its place."""

from __future__ import annotations

import sys

import pytest
import yaml

from paiban.source import Mapping, Scalar, Sequence, limits, make_source, parse


def parsed(text: str):
    return parse(make_source("f.yaml", text))


def codes(text: str) -> list[str]:
    return [d.code for d in parsed(text)[1]]


@pytest.mark.parametrize("word", ["no", "1:30", "08", "0x1F", "~", "null", "2022-03-31", "1e3", ".inf", "yes"])
def test_words_stay_words(word: str) -> None:
    node, found = parsed(f"k: {word}\n")
    assert isinstance(node, Mapping)
    assert isinstance(node.entries[0].value, Scalar)
    assert (node.entries[0].value.value, found) == (word, ())


def test_equal_keys_both_stay() -> None:
    node, _ = parsed("k: 1\nk: 2\n")
    assert isinstance(node, Mapping)
    assert [entry.value.value for entry in node.entries if isinstance(entry.value, Scalar)] == ["1", "2"]


def test_every_node_has_its_line_and_column() -> None:
    node, _ = parsed("甲:\n  - 乙: 丙\n")
    assert isinstance(node, Mapping)
    items = node.entries[0].value
    assert isinstance(items, Sequence)
    inner = items.items[0]
    assert isinstance(inner, Mapping)
    spans = [node.span, items.span, inner.span, inner.entries[0].value.span]
    assert [(s.line, s.column) for s in spans] == [(1, 1), (2, 3), (2, 5), (2, 8)]


@pytest.mark.parametrize("text", ["", "# only a remark\n", "---\n", "\n\n"])
def test_an_empty_file(text: str) -> None:
    assert codes(text) == ["P120"]


def test_depth_is_allowed_up_to_the_limit() -> None:
    assert codes("[" * limits.MAX_DEPTH + "]" * limits.MAX_DEPTH) == []
    assert codes("[" * (limits.MAX_DEPTH + 1) + "]" * (limits.MAX_DEPTH + 1)) == ["P122"]


def test_a_hostile_depth_neither_recurses_nor_waits() -> None:
    assert codes("[" * 1_000_000) == ["P122"]


def test_aliases_are_allowed_up_to_the_limit() -> None:
    assert codes("- &a b\n" + "- *a\n" * limits.MAX_ALIASES) == []
    assert codes("- &a b\n" + "- *a\n" * (limits.MAX_ALIASES + 1)) == ["P123"]


def test_an_alias_counts_for_all_that_it_repeats() -> None:
    lines = ["a0: &a0 [x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 8)}]" for n in range(1, 8)]
    assert codes("\n".join(lines)) == ["P124"]


def test_an_alias_to_itself_is_undefined() -> None:
    assert codes("k: &a [*a]\n") == ["P125"]


def test_aliases_carry_values() -> None:
    node, found = parsed("- &a 甲\n- *a\n")
    assert isinstance(node, Sequence)
    assert (node.items[0], found) == (node.items[1], ())


def test_nodes_are_allowed_up_to_the_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MAX_NODES", 5)
    assert codes("- a\n- b\n- c\n- d\n") == []
    assert codes("- a\n- b\n- c\n- d\n- e\n- f\n") == ["P124"]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("a: 1\n---\nb: 2\n", "P121"),
        ("? [a]\n: b\n", "P126"),
        ("<<: {a: b}\n", "P127"),
        ("a: !!int 3\n", "P128"),
        ("%YAML x\n---\na: b\n", "P101"),
    ],
)
def test_what_we_do_not_take_from_yaml(text: str, code: str) -> None:
    assert codes(text) == [code]


SLIPS = [
    ("a: ]\n", "P108 1:4"),
    ("a: [快讯] 通知\n", "P108 1:4"),
    ("a: [快讯]通知\nb: 1\n", "P108 1:4"),
    ("- [1, 2]\n- [快讯] 通知\n", "P108 2:3"),
    ("a: @b\n", "P108 1:4"),
    ("a: *\n", "P108 1:4"),
    ("a: !<b\n", "P108 1:4"),
    ("a: !b!c d\n", "P108 1:4"),
    ("%YAML 3.9\n---\na: b\n", "P101 1:1"),
    ("a: [b, c\n", "P107 1:4"),
    ("a: {b: [c}\n", "P107 1:8"),
    ("a: [b c]]\n", "P107 1:9"),
    ("a: [\n", "P107 2:1"),
    ("a: 'b\n", "P106 1:4"),
    ("a: '''\n", "P106 1:4"),
    ("a: [b, 'c\n", "P106 1:8"),
    ("a: 'b\n---\nc'\n", "P106 1:4"),
    ('a: "b\nc: d\n', "P106 1:4"),
    ('a: "\\k"\n', "P109 1:5"),
    ('a: "\\xZZ"\n', "P109 1:5"),
    ("'a' b: c\n", "P150 1:5"),
    ("a: |0\n", "P151 1:5"),
    ("a: >9x\n  c\n", "P151 1:6"),
    ("a: b\nc\nd: e\n", "P103 2:1"),
    ("a: b\n'c'\nd: e\n", "P103 2:1"),
    ("a: b: c\n", "P104 1:5"),
    ("a: b\n c: d\n", "P105 2:2"),
    ("a: - b\n", "P105 1:4"),
    ("a: b\n- c\n", "P105 2:1"),
    ("a: b\n...\nc: d\n", "P105 3:1"),
    ("a: b\n\tc: d\n", "P102 2:1"),
    ("- a: b\n　　c: d\n  e: f\n", "P102 2:1"),
    ("- a: b\n\u00a0\u00a0c: d\n  e: f\n", "P102 2:1"),
    ("a：b\nc：d\ne: f\n", "P119 1:2"),
    ("a:\n  - b: c\n  •d: e\n", "P163 3:3"),
    ("a:\n  -b: c\n   d: e\n", "P163 2:3"),
    ("a: {b: c，d: e}\nf: g\n", "P164 1:9"),
    ("a: ｛b: c｝\n", "P164 1:4"),
    ("a: b\n=======\nc: d\n", "P165 2:1"),
    ("a: ? b\n", "P126 1:4"),
]


@pytest.mark.parametrize(("text", "fault"), SLIPS)
@pytest.mark.parametrize("loader", [yaml.CSafeLoader, yaml.SafeLoader])
def test_a_fault_is_told_from_the_file_whatever_the_parser_says(
    loader: type, text: str, fault: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The two parsers word most faults differently, as two versions of one do."""
    monkeypatch.setattr(sys.modules["paiban.source.events"], "PARSER", loader)
    assert [f"{d.code} {d.span.line}:{d.span.column}" for d in parsed(text)[1] if d.span] == [fault]


def test_lines_that_are_not_level_are_told_with_their_columns() -> None:
    (found,) = parsed("stories:\n  - headline: 甲\n     body: 乙\n")[1]
    assert found.message() == "缩进和上面的行对不齐：这一行从第 6 列开始，上面从第 5 列开始"


@pytest.mark.parametrize("key", ["'<<'", '"<<"'])
def test_a_quoted_merge_key_is_a_word(key: str) -> None:
    assert codes(f"{key}: a\n") == []


def test_what_comes_in_by_an_escape_is_sifted_too() -> None:
    node, (found,) = parsed('a: "b\\x07c"\n')
    assert isinstance(node, Mapping)
    assert isinstance(node.entries[0].value, Scalar)
    assert node.entries[0].value.value == "bc"
    assert (found.code, dict(found.params)) == ("P117", {"times": 1, "points": "U+0007"})
    assert found.span is not None
    assert found.span.column == 6


def test_a_character_that_was_lost_on_the_way_is_told() -> None:
    """U+FFFD stands where some program could not read what was there: nobody knows what it was."""
    assert codes("a: 甲\ufffd乙\n") == ["P152"]
