"""The one gate for what a file holds."""

from __future__ import annotations

from unicodedata import category

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paiban.engine import read_issue
from paiban.source.copy import copy_text
from paiban.source.file import make_source
from paiban.source.node import Mapping
from paiban.source.parse import parse
from paiban.source.sieve import _UNUSUAL, TABLE, fate_of, sift
from tests.support.issues import issue_text, set_blocks, set_real, story

EVERY = [chr(code) for code in range(0x110000) if not 0xD800 <= code < 0xE000]


def test_the_quick_look_misses_nothing():
    assert [hex(ord(c)) for c in EVERY if c != "\n" and fate_of(c) is not None and not _UNUSUAL.search(c)] == []


def test_every_control_and_format_character_is_decided():
    """Unicode's Cc and Cf, and what is default ignorable beyond them (UAX 44), but for Arabic's number signs."""
    left = [hex(ord(c)) for c in EVERY if category(c) in ("Cc", "Cf", "Zl", "Zp") and fate_of(c) is None]
    visible = ["0x600", "0x601", "0x602", "0x603", "0x604", "0x605", "0x6dd", "0x70f", "0x890", "0x891", "0x8e2"]
    egyptian = [hex(code) for code in range(0x13430, 0x13440)]
    assert set(left) <= {*visible, *egyptian, "0x110bd", "0x110cd"}


@pytest.mark.parametrize(
    ("typed", "text", "codes"),
    [
        ("甲\u200b乙", "甲乙", ["P117"]), ("甲\u200d乙", "甲乙", ["P117"]), ("\ufeff甲", "甲", ["P117"]),
        ("！\ufe0f大", "！大", ["P117"]), ("第1\ufe0f名", "第1名", ["P117"]), ("葛\U000e0100城", "葛\U000e0100城", []),
        ("，\U000e0100", "，", ["P117"]), ("e\u0301", "e\u0301", []), ("，\u0301发", "，发", ["P153"]),
        ("\u0301", "", ["P153"]),
        (" \u0301甲", " 甲", ["P153"]), ("か\u3099", "か\u3099", []), ("a\u0301\u0302", "a\u0301\u0302", []),
        ("甲\t乙", "甲 乙", ["P226"]), ("甲\u2028乙", "甲\n乙", ["P118"]), ("甲\x85乙", "甲\n乙", ["P118"]),
        ("甲\x07乙", "甲乙", ["P117"]), ("\u202e甲\u202c", "甲", ["P117", "P117"]), ("\ufffd", "\ufffd", ["P152"]),
        ("\ue000", "\ue000", []), ("\uffff", "", ["P117"]), ("甲\n乙", "甲\n乙", []), ("\u3164", "", ["P117"]),
        ("甲\u2800乙", "甲乙", ["P117"]), ("\ufffc", "", ["P117"]),
        ("ab\u00adcd", "ab\u00adcd", []),
    ],
)  # fmt: skip
def test_what_becomes_of_a_character(typed, text, codes):
    sifted = sift(typed)
    assert (sifted.text, [fate.code for _, fate in sifted.done]) == (text, codes)


@given(
    st.text(
        alphabet=st.sampled_from(
            ["甲", "，", "e", "\u0301", "\u200b", "\t", "\u2028", "\ufe0f", "\U000e0100", "\n", "1"]
        )
    )
)
def test_every_character_that_is_left_is_one_that_was_typed(typed):
    """Its place is told, in order; what was changed became white; sifted once is sifted."""
    text, places, done = sift(typed)
    places = tuple(range(len(typed))) if places is None else places
    assert list(places) == sorted(set(places))
    assert len(places) == len(text)
    assert all(typed[place] == c or c in " \n" for place, c in zip(places, text, strict=True))
    assert {index for index, _ in done} >= set(range(len(typed))) - set(places)
    assert sift(text).text == text


def test_copy_keeps_the_places_of_what_is_left():
    source = make_source("f", 'a: "甲\\u200b乙，\\u0301丙"\n')
    node, found = parse(source)
    assert isinstance(node, Mapping)
    text = copy_text(source, node.entries[0].value)
    assert text.value == "甲乙，丙"
    assert [source.text[text.at(i).column - 1] for i in range(4)] == ["甲", "乙", "，", "丙"]
    assert [d.code for d in found] == ["P117", "P153"]


def test_many_are_told_once_with_the_first_place():
    _, found, _ = read_issue("issue.yaml", issue_text(story(body="甲\u200b乙\u200b丙\u00ad丁", headline="题\u2060目")))
    (told,) = [d for d in found if d.code == "P117"]
    assert dict(told.params) == {"times": 4, "points": "U+2060, U+200B, U+00AD"}


KEYS = ("headline", "kicker", "deck", "byline", "body")
CLASSES = [chr(fate.ranges[0][0]) for fate in TABLE if fate.code != "P152"] + [
    "\u0301",
    "\u3099",
    "\u20dd",
    "\ufe00",
    "\u00a0",
    "\u2003",
    "\u3000",
]


@pytest.mark.parametrize("writing", ["horizontal", "vertical"])
@pytest.mark.parametrize("character", CLASSES, ids=lambda c: f"U+{ord(c):04X}")
def test_no_character_in_any_field_beside_any_other_is_a_fault_of_the_program(character, writing):
    """Alone, doubled, at both ends, beside Han, a mark, a letter, a digit: an answer, no exception, never P71x."""
    for words in (
        character,
        character * 2,
        f"{character}甲",
        f"甲{character}",
        f"，{character}。",
        f"a{character}1",
        f"《{character}甲》",
    ):
        keys = {key: f"甲{words}乙" if key != "deck" else words for key in KEYS}
        result = set_blocks(story(writing=writing, rows="1-40", columns="1-4", **keys))
        assert not [d for d in result.diagnostics if d.code in ("P710", "P711", "P712")], words


@pytest.mark.parametrize("blank", ["\u200b", "\u00a0", "\u2003\u3000", "\t", "\u0301"])
@pytest.mark.parametrize("key", ["headline", "deck", "body"])
def test_a_field_in_which_nothing_can_be_drawn_is_blank(blank, key):
    result = set_real(story(**{key: blank}))
    errors = [d.code for d in result.diagnostics if d.severity == "error"]
    assert errors == ["P138"] or (key == "deck" and not errors)  # a deck may be left blank for later
