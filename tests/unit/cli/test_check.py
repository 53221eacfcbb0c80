"""``typeset check``: what is set otherwise than typed, and what is to be said of the lines, each with its place."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from paiban.engine import set_issue
from paiban.engine.house import House
from paiban.resources import resource_folder
from tests.support.issues import FILE, copy_of, han, issue_text, lines_of, story, write_issue

COPY = han(30)


@pytest.fixture
def found(typeset, tmp_path):
    """``typeset check`` on a story's body: (code, line, column) of everything told with a place in it."""

    def run(body: str, *words: str, **keys: object) -> list[tuple[str, str, int]]:
        path = write_issue(tmp_path, story(body=body, **keys))
        told = json.loads(typeset("check", path, "--format", "json", *words).err)
        return [(d["code"], d["severity"], d["span"]["column"]) for d in told if d["code"][:2] in ("P1", "P4")]

    return run


@pytest.mark.parametrize(("typed", "code"), [
    ("天 3", "P401"),  # a space where the gap stands
    ("天，　\n地", "P401"),  # a space at a paragraph's end
    ("天\u200e地", "P117"),  # a mark of direction
    ("天\u00ad地", "P117"),  # a soft hyphen outside a word
    ("天^^地", "P403"),  # half a pair of marks
    ("天・地", "P404"),  # drawn as another
    ("天,地", "P430"),  # half-width beside Han
    ("⿰木木", "P406"),  # described, not composed
    ("葛\U000e0100", "P409"),  # a variant that no face has
    ("天〈地〉", "P408"),
    ("天──地", "P430"),
    ("天--地", "P430"),
    ("天\n# 一、天", "P418"),  # a heading as other mark-up has it
    ("写作العربية，", "P417"),  # a script that is set by the run
])  # fmt: skip
def test_nothing_is_set_otherwise_without_a_word(found, typed, code):
    told = found(f"{COPY}{typed}{COPY}。")
    assert code in [one for one, _, _ in told]


@pytest.mark.parametrize("typed", ["⿰木木", "葛\U000e0100", "天\u200e地", "天^^地", "天,地"])
def test_what_reads_otherwise_than_it_was_typed_is_a_warning(found, typed):
    """A gap for a space, a glyph that looks the same for another: those are infos."""
    told = [
        severity for code, severity, _ in found(f"{COPY}{typed}{COPY}。") if code < "P410" or code in ("P418", "P430")
    ]
    assert set(told) == {"warning"}


def test_copy_set_as_it_was_typed_is_not_remarked_on(found):
    told = found(f"{COPY}cafe\u0301和ＧＤＰ，“真”：3.5%、2021·筑梦、{COPY}。")
    assert [code for code, _, _ in told if code < "P410"] == []


@pytest.mark.parametrize("ends", [b"\r\n", b"\r", b"\n"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"], ids=["plain", "byte order mark"])
def test_neither_line_ends_nor_a_byte_order_mark_are_copy(tmp_path, ends, mark):
    path = tmp_path / FILE
    path.write_bytes(mark + issue_text(story(body=f"{COPY}。\n{COPY}。")).encode().replace(b"\n", ends))
    result = set_issue(path)
    assert result.ok
    assert "".join(copy_of(line) for line in lines_of(result)) == f"{COPY}。{COPY}。"


# ---- lines -------------------------------------------------------------------------------------------------------

LOOSE = "天地人和上下中internationalizati0n大小多少年月日水火山石田土木风雨。"
"""At eleven em: after five characters a word that does not fit beside them and that is never parted."""


def style_folder(folder: Path, **changes: str) -> Path:
    """A paper's own layout folder whose style sheet has one line of each of ``changes`` replaced."""
    text = (resource_folder("layout") / "styles/daily.yaml").read_text("utf-8")
    for key, value in changes.items():
        lines = [line for line in text.split("\n") if line.strip().startswith(f"{key}:")]
        assert len(lines) == 1, key
        indent = len(lines[0]) - len(lines[0].lstrip())
        text = text.replace(lines[0], f"{' ' * indent}{key}: {value}")
    target = folder / "own" / "styles" / "daily.yaml"
    target.parent.mkdir(parents=True)
    target.write_text(text, "utf-8")
    return folder / "own"


def test_a_loose_line_is_listed_with_its_place(found):
    (told,) = [one for one in found(LOOSE) if one[0] == "P410"]
    assert told[1] == "info"


def test_a_line_that_cannot_be_filled_is_left_ragged_and_told(found):
    assert ("P419", "warning") in [one[:2] for one in found(LOOSE.replace("人和上下", ""))]


@pytest.mark.parametrize("severity", ["error", "warning", "info"])
def test_the_style_says_how_severe_a_loose_line_is(found, tmp_path, severity):
    folder = style_folder(tmp_path, loose_lines=severity)
    assert ("P410", severity) in [one[:2] for one in found(LOOSE, "--layout", str(folder))]


def test_the_style_may_be_silent_on_loose_lines(found, tmp_path):
    folder = style_folder(tmp_path, loose_lines='"off"')
    assert "P410" not in [code for code, _, _ in found(LOOSE, "--layout", str(folder))]


def test_the_report_counts_loose_lines(typeset, tmp_path):
    path = write_issue(tmp_path, story(body=LOOSE))
    assert "loose lines: 1" in typeset("check", path, "--lang", "en").out


def test_a_leading_too_tight_for_marks_on_both_sides_is_listed(found):
    assert "P415" in [code for code, _, _ in found(f"__天地__{{人|rén}}^^和上^^{COPY}。")]


def test_a_word_parted_against_its_will_is_listed(found):
    assert "P414" in [code for code, _, _ in found(f"{COPY}{'ABCDEFGHIJ' * 4}{COPY}。", columns="1")]


def test_a_headline_broken_against_the_sense_is_listed(found):
    copy = {"columns": "1", "headline": "社会主义现代化", "headline_size": "30pt"}
    assert "P416" in [code for code, _, _ in found(COPY, **copy)]


@pytest.mark.parametrize(("last", "lone"), [("年。", True), ("年……", True), ("年月。", False)])
def test_a_last_line_of_one_character_is_told_where_it_stands(found, last, lone):
    """Nine Han and a word that nearly fills its line: it cannot give company to what follows."""
    told = found(f"{han(9)}internationalization{last}", columns="1", rows="1-6")
    assert ("P413" in [code for code, _, _ in told]) == lone


def test_where_the_editor_broke_a_headline_there_is_nothing_to_say(found):
    copy = {"columns": "1-2", "headline": "疫|情防控", "headline_size": "30pt-40pt"}
    assert "P416" not in [code for code, _, _ in found(COPY, **copy)]


# ---- hyphenation, from the style sheet to the page ---------------------------------------------------------------


def test_words_are_hyphenated_where_the_style_sheet_says_so(tmp_path):
    path = write_issue(tmp_path, story(body=f"{han(7)}typographical{COPY}。"))
    plain = set_issue(path, house=House(layout=style_folder(tmp_path, hyphenate="false")))
    parted = set_issue(path)
    assert plain.ok
    assert parted.ok
    first, hyphenated = (lines_of(result)[0] for result in (plain, parted))
    assert copy_of(first) == han(7)
    assert len(copy_of(hyphenated)) > 7
    assert hyphenated.suffix == hyphenated.runs[-1].texts[-1] == "-"
