"""``typeset galley``: 小样 as data and in words."""

from __future__ import annotations

import json

import pytest

from tests.support.issues import han, story, tiny_fonts, write_issue


@pytest.fixture
def two(tmp_path):
    """Two stories, one of two paragraphs with a cross-head between them."""
    return write_issue(
        tmp_path,
        story("lead", "1-2", body=f"{han(60)}\n## {han(4)}\n{han(13)}"),
        story("second", "3-4", body=han(30), byline="本报记者"),
    )


def stories(typeset, path, *words) -> list[dict]:
    run = typeset("galley", path, "--json", "--fonts", tiny_fonts(), *words)
    assert run.code == 0
    data = json.loads(run.out)
    assert list(data) == ["stories"]
    return data["stories"]


def texts(found: dict) -> list[list[str]]:
    return [[line["text"] for line in paragraph["lines"]] for paragraph in found["paragraphs"]]


def test_the_data_have_exactly_the_shape_of_the_rule_book(typeset, two):
    for found in stories(typeset, two):
        assert list(found) == ["id", "paragraphs"]
        for paragraph in found["paragraphs"]:
            assert list(paragraph) == ["lines"]
            for line in paragraph["lines"]:
                assert list(line) == ["text", "natural_em", "set_em", "tracking"]
                assert isinstance(line["text"], str)
                assert all(isinstance(line[key], int | float) for key in ("natural_em", "set_em", "tracking"))


def test_every_story_is_there_in_the_order_of_the_file(typeset, two):
    assert [found["id"] for found in stories(typeset, two)] == ["lead", "second"]


def test_lines_are_broken_at_the_measure_asked_for(typeset, two):
    first = texts(stories(typeset, two, "--measure", "13em")[0])[0]
    assert [len(line) for line in first] == [11, 13, 13, 13, 10]


def test_the_indent_can_be_asked_for(typeset, two):
    first = texts(stories(typeset, two, "--measure", "13em", "--indent", "0em")[0])[0]
    assert [len(line) for line in first] == [13, 13, 13, 13, 8]


def test_the_templates_column_is_the_measure_where_none_is_asked_for(typeset, two):
    assert len(texts(stories(typeset, two)[0])[0][1]) == 11


def test_a_measure_can_be_in_millimetres(typeset, two):
    """60 mm are 170.08 pt: 18 characters of 9 pt."""
    assert len(texts(stories(typeset, two, "--measure", "60mm")[0])[0][1]) == 18


def test_text_is_the_copy_of_the_line_as_it_stands_in_the_file(typeset, two):
    copy = two.read_text("utf-8")
    for found in stories(typeset, two):
        for paragraph in texts(found):
            assert "".join(paragraph) in copy


def test_a_full_line_is_set_to_its_measure(typeset, two):
    line = stories(typeset, two, "--measure", "13em")[0]["paragraphs"][0]["lines"][1]
    assert (line["natural_em"], line["set_em"], line["tracking"]) == (13.0, 13.0, 0)


def test_the_first_line_is_told_without_its_indent(typeset, two):
    line = stories(typeset, two, "--measure", "13em")[0]["paragraphs"][0]["lines"][0]
    assert (line["text"], line["set_em"]) == (han(11), 11.0)


def test_a_stretched_line_tells_both_widths(typeset, tmp_path):
    """A number of five figures does not fit the line's last em and a half: the line is stretched to its 13 em."""
    path = write_issue(tmp_path, story("lead", "1-2", body=f"{han(22)}20220人{han(20)}"))
    line = stories(typeset, path, "--measure", "13em")[0]["paragraphs"][0]["lines"][1]
    assert line["set_em"] == 13.0
    assert line["natural_em"] < 13.0


def test_in_words_each_story_has_its_line_count(typeset, two):
    run = typeset("galley", two, "--fonts", tiny_fonts(), "--measure", "13em")
    assert run.code == 0
    assert run.out.splitlines()[0] == "lead  8"


def test_the_issue_can_come_from_standard_input(typeset, two):
    by_file = typeset("galley", two, "--json")
    by_stdin = typeset("galley", "-", "--json", stdin=two.read_bytes())
    assert (by_stdin.code, by_stdin.out) == (0, by_file.out)


def test_no_place_is_needed_for_a_galley(typeset, tmp_path):
    path = write_issue(tmp_path, story(place=None, body=han(30)))
    assert typeset("galley", path).code == 0


def test_an_unknown_style_is_told(typeset, two):
    run = typeset("galley", two, "--style", "nope")
    assert run.code == 1
    assert "error[P210]" in run.err
    assert "daily" in run.err


def test_a_missing_character_is_told(typeset, tmp_path):
    run = typeset("galley", write_issue(tmp_path, story(body="春天\U0002ee5d")))
    assert run.code == 1
    assert "error[P310]" in run.err
