"""Rule book, section 3: sequences that are never parted, and those that may be."""

from __future__ import annotations

import pytest

from paiban.text import break_lines
from paiban.text.review import judge
from tests.support.composed import EM, drawn, is_true, lines_of, prepared, set_lines

AXES = pytest.mark.parametrize("vertical", [False, True], ids=["horizontal", "vertical"])


def inner_breaks(copy: str, **how: object) -> list[int]:
    """Indices of ``copy`` before which a line may begin."""
    made = prepared(copy, **how)
    return [made.starts[place] for place in made.breaks[:-1]]


@AXES
@pytest.mark.parametrize("mark", ["——", "……", "⋯⋯", "………… ".strip()])
def test_long_marks_are_one_unit(mark, vertical):
    """—— …… ⋯⋯: one unit; two ellipses in a row stay together on four em"""
    assert not [i for i in inner_breaks(f"一{mark}二", vertical=vertical) if 1 < i < 1 + len(mark)]


@AXES
@pytest.mark.parametrize("run", ["1.4", "45000", "8,000", "3+4+7", "2021", "10:30", "3/4", "5×6", "1–3"])
def test_digits_with_their_signs_are_never_split(run, vertical):
    """digits with + − × . , : / between them are one run"""
    assert inner_breaks(f"一{run}二", vertical=vertical) == [1, 1 + len(run)]


@AXES
@pytest.mark.parametrize("run", ["50%", "50％", "30‰", "36.5℃", "90°"])
def test_a_number_keeps_its_postfix(run, vertical):
    """number + % ‰ ℃ °: inseparable"""
    assert inner_breaks(f"一{run}二", vertical=vertical) == [1, 1 + len(run)]


@AXES
@pytest.mark.parametrize("run", ["￥100", "№3", "$5", "¥20", "±3"])
def test_a_number_keeps_its_prefix(run, vertical):
    """prefix + number: inseparable"""
    assert inner_breaks(f"一{run}二", vertical=vertical) == [1, 1 + len(run)]


@AXES
@pytest.mark.parametrize("copy", ["3月", "2180人", "45000平"])
def test_number_and_unit_may_be_parted(copy, vertical):
    """number + CJK unit: breakable"""
    assert len(copy) - 1 in inner_breaks(copy, vertical=vertical)


@pytest.mark.parametrize("breaker", ["greedy", "optimal"])
def test_number_and_unit_stay_together_where_the_style_wants_it(breaker):
    """option keep_number_unit: never parted, whatever space stands between them"""
    # Nine em, a gap and half an em are 9⅔ em; parting the digit from 元 fills the line better.
    copy = "一二三四五六七八九3元五六七八九十"
    assert lines_of(copy, 9.75, breaker=breaker)[0].endswith("3")
    assert not lines_of(copy, 9.75, breaker=breaker, keep_number_unit=True)[0].endswith("3")
    # Nor where the line stands open for it, or a space was typed between them.
    for space in ("", " ", "\u00a0", "\u2009", "\u202f"):
        lines = lines_of(f"一二12{space}元三四五六", 3.5, breaker=breaker, keep_number_unit=True)
        assert any(f"12{space}元" in line for line in lines), lines


@AXES
def test_a_latin_word_is_not_split(vertical):
    """Latin word: whole"""
    assert inner_breaks("一functional二", vertical=vertical) == [1, 11]
    assert lines_of("一二三word四", 4, vertical=vertical) == ["一二三", "word四"]


def test_words_are_parted_by_a_hyphen_only_where_the_style_allows():
    """Latin word: at allowed hyphens, names in capitals never"""
    copy = "一二三四五六typographical七八"
    assert lines_of(copy, 10, hyphenate=True)[0] != "一二三四五六"
    assert lines_of(copy, 10)[0] == "一二三四五六"
    assert lines_of("一二三四五六TYPOGRAPHICAL七八", 10, hyphenate=True)[0] == "一二三四五六"


def test_the_hyphen_is_drawn_and_is_no_copy():
    """Latin word: the hyphen is the engine's"""
    line = set_lines(prepared("一二三四五六typographical七八", hyphenate=True), 10 * EM)[0]
    assert line.suffix == "-"
    assert is_true(line)
    assert drawn(line) == line.copy.value[line.start : line.end]
    assert line.runs[-1].texts[-1] == "-"


def test_a_soft_hyphen_shows_only_where_the_line_ends():
    """Latin word: a typed soft hyphen"""
    first, second = set_lines(prepared("一二三四typo\u00adgraphy五六"), 7 * EM)
    assert first.suffix == "-"
    assert second.suffix == ""
    whole = set_lines(prepared("一typo\u00adgraphy二"), 20 * EM)[0]
    assert "-" not in "".join(whole.runs[0].texts)


@AXES
@pytest.mark.parametrize("copy", ["李贵军", "管委会", "王薇"])
def test_names_and_words_may_be_parted_in_the_body(copy, vertical):
    """person's name, 二字词: breakable in the body"""
    assert inner_breaks(copy, vertical=vertical) == list(range(1, len(copy)))


def test_a_ruby_base_is_not_parted():
    """ruby base group: unsplit"""
    made = prepared("一{高邮湖|gāo yóu hú}二", markup=True)
    assert [made.starts[p] for p in made.breaks[:-1]] == [2, 17]


def test_a_cell_of_two_digits_is_not_parted():
    """纵中横 cell: unsplit"""
    assert inner_breaks("三25日", vertical=True) == [1, 3]


def test_the_bullet_of_a_brief_stays_with_its_first_character():
    """◆ + first character: unsplit"""
    made = prepared("一二三", prefix="◆")
    assert 1 not in made.breaks
    assert [line.first for line in break_lines(made, 2 * EM)][1] == 2


@pytest.mark.parametrize(
    ("address", "pieces"),
    [
        ("https://www.example.com/path/page.html", ["https://", "www.", "example.", "com/", "path/", "page.", "html"]),
        ("editor@news.example.com", ["editor@", "news.", "example.", "com"]),
    ],
)
def test_addresses_break_after_their_own_marks(address, pieces):
    """e-mail and URLs: after / . @ ? & = - _ without a hyphen"""
    made = prepared(address)
    ends = [made.starts[place] for place in made.breaks[:-1]] + [len(address)]
    assert [address[a:b] for a, b in zip([0, *ends], ends, strict=False)] == pieces


def test_a_word_longer_than_the_measure_is_parted_as_a_last_resort_and_told():
    """a run longer than its line: parted, and said so"""
    made = prepared("ABCDEFGHIJKLMNOPQRST")
    lines = break_lines(made, 4 * EM)
    assert all(made.natural(*line) <= 4 * EM for line in lines)
    assert "P414" in {d.code for d in judge(made, lines, 4 * EM)}
