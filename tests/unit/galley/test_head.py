"""Head blocks in the tiny face: a headline of n characters at a size s is just under n × s wide."""

from __future__ import annotations

from itertools import pairwise
from math import ceil
from time import process_time
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from paiban.galley.head import Head, HeadMaker, head_options, lost_cost, rows_needed, vertical_head
from paiban.kinds.story.room import head_maker
from paiban.units import PER_PT, Length
from tests.support.issues import han, maker_of, read_blocks, story

LEADING = 13 * PER_PT
COLUMN, GUTTER = 11 * 9 * PER_PT, 9 * PER_PT


def heads_of(template: str = "tabloid", names: tuple[str, ...] = (), **keys: Any) -> HeadMaker:
    issue = read_blocks(story(**keys), template=template)
    (block,) = issue.pages[0].blocks
    kit = maker_of(issue)
    heads = head_maker(block, kit._replace(setter=kit.setter._replace(names=names)))
    assert heads is not None
    return heads


def span(columns: int) -> Length:
    return columns * COLUMN + (columns - 1) * GUTTER


def best(heads: HeadMaker, columns: int) -> Head:
    return head_options(heads, span(columns), 0)[0].head


def main(head: Head) -> list[str]:
    """The lines of the 主题 as copy."""
    (part,) = [part for part in head.parts if part.role == "headline"]
    return [part.prepared.copy.value[slice(*part.prepared.copy_range(*line[:2]))] for line in part.lines]


def sizes(head: Head) -> dict[str, float]:
    return {part.role: part.size / PER_PT for part in head.parts}


# ---- sizes ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("weight", "least", "target", "most"),
    [(5, 44, 54, 64), (4, 30, 34, 38), (3, 24, 26, 29), (2, 18, 20, 22), (1, 14, 15.5, 17.5)],
)
def test_a_headline_with_room_takes_its_weights_own_size(weight, least, target, most):
    heads = heads_of("broadsheet", weight=weight, headline=han(4))
    assert heads.sizes == (least * PER_PT, target * PER_PT, most * PER_PT)
    assert best(heads, 8).size == target * PER_PT


def test_a_tabloids_headlines_are_three_quarters_of_a_broadsheets():
    assert best(heads_of(weight=5, headline=han(4)), 6).size == 54 * PER_PT * 3 // 4


def test_a_long_headline_is_set_smaller_before_it_takes_a_second_line():
    """Sixteen characters tracked by -10 ‰ are 15.85 em: 412 pt at 26 pt, where 406 are allowed, 404 at 25.5."""
    head = best(heads_of("broadsheet", weight=3, headline=han(16)), 4)
    assert (head.main_lines, head.size) == (1, 25.5 * PER_PT)


@settings(max_examples=40)
@given(st.integers(1, 5), st.integers(2, 30), st.integers(1, 8))
def test_a_headline_stays_within_its_weights_limits(weight, count, columns):
    heads = heads_of("broadsheet", weight=weight, headline=han(count))
    least, _, most = heads.sizes
    assert all(least <= option.head.size <= most for option in head_options(heads, span(columns), 0))


def test_the_editors_own_size_is_obeyed():
    head = best(heads_of(headline=han(4), headline_size="30pt"), 6)
    assert head.size == 30 * PER_PT


def test_the_editors_own_range_is_obeyed():
    options = head_options(heads_of(headline=han(4), headline_size="12pt-14pt"), span(6), 0)
    assert all(12 * PER_PT <= option.head.size <= 14 * PER_PT for option in options)


@pytest.mark.parametrize("weight", range(1, 6))
@pytest.mark.parametrize("template", ["broadsheet", "tabloid"])
def test_kicker_and_deck_are_smaller_than_the_headline(weight, template):
    heads = heads_of(template, weight=weight, headline=han(4), kicker=han(6), deck=han(8))
    for option in head_options(heads, span(3), 0):
        found = sizes(option.head)
        assert max(found["kicker"], found["deck"]) < found["headline"]


def test_kicker_and_deck_stay_smaller_than_a_tiny_headline():
    heads = heads_of(headline=han(4), deck=han(8), headline_size="9pt")
    found = sizes(best(heads, 3))
    assert found["deck"] < found["headline"]


def test_a_deck_takes_46_hundredths_of_its_headline():
    found = sizes(best(heads_of("broadsheet", weight=5, headline=han(4), deck=han(6)), 8))
    assert found["deck"] == pytest.approx(0.46 * found["headline"], abs=0.01)


def test_a_long_deck_is_set_smaller_to_stay_on_one_line():
    head = best(heads_of("broadsheet", weight=5, headline=han(6), deck=han(22)), 4)
    (deck,) = [part for part in head.parts if part.role == "deck"]
    assert len(deck.lines) == 1
    assert deck.size < 24 * PER_PT


# ---- lines ----------------------------------------------------------------------------------------------------------


def test_a_headline_takes_one_line_where_it_can():
    assert best(heads_of(headline=han(8)), 6).main_lines == 1


def test_a_headline_too_long_for_one_line_takes_two_even_ones():
    head = best(heads_of(weight=3, headline="春天来了　大地复苏"), 1)
    assert [len(line.strip("　")) for line in main(head)] == [4, 4]


@pytest.mark.parametrize("columns", [2, 4, 6])
def test_the_editors_break_is_law(columns):
    options = head_options(heads_of(headline="春天|来了大地"), span(columns), 0)
    assert options
    assert all([line.strip("|") for line in main(option.head)] == ["春天", "来了大地"] for option in options)


def test_the_editors_three_breaks_are_law():
    head = best(heads_of(headline="春天|来了|大地|复苏"), 4)
    assert [line.strip("|") for line in main(head)] == ["春天", "来了", "大地", "复苏"]


def test_a_name_is_never_cut():
    for columns in (1, 2, 3):
        for option in head_options(heads_of(headline="春天里郑志明来了", names=("郑志明",)), span(columns), 0):
            assert all(("郑" in line) == ("明" in line) for line in main(option.head))


def test_a_headline_that_fits_nowhere_has_no_head():
    assert head_options(heads_of("broadsheet", weight=5, headline=han(30)), COLUMN, 0) == ()


@pytest.mark.parametrize("part", ["headline", "deck", "kicker"])
def test_a_body_pasted_into_a_head_is_refused_at_once(part):
    heads = heads_of(**{part: han(20_000)})
    start = process_time()
    assert head_options(heads, span(6), 0) == ()
    assert process_time() - start < 2


@settings(max_examples=40)
@given(st.integers(1, 5), st.integers(2, 40), st.integers(0, 30), st.integers(1, 8))
def test_no_line_of_a_head_is_wider_than_its_span(weight, count, more, columns):
    deck = han(more, 5) if more else None
    heads = heads_of("broadsheet", weight=weight, headline=han(count), deck=deck)
    for option in head_options(heads, span(columns), 0):
        head = heads.finish(option.head)
        for part, line, _ in head.offsets():
            assert part.prepared.natural(*line) <= span(columns)


# ---- along the block axis -------------------------------------------------------------------------------------------


def test_a_head_takes_whole_rows_with_white_at_its_foot():
    """55 hundredths of a row at the foot: a head of 32 pt needs 39.15 pt, which is four rows of 13."""
    assert ceil(rows_needed(32 * PER_PT, LEADING, 0)) == 4
    assert ceil(rows_needed(31 * PER_PT, LEADING, 0)) == 3


@pytest.mark.parametrize(("columns", "paid"), [(2, 0.0), (4, 20 * 0.15)], ids=["filled", "lost"])
def test_a_headline_that_is_lost_in_its_span_costs_by_what_it_lacks(columns, paid):
    """Nine characters of the weight fill two columns well, of four less than 0.4: it can be no more lost than that."""
    option = head_options(heads_of(weight=2, headline=han(9)), span(columns), 0)[0]
    assert lost_cost(option.head, span(columns)) == pytest.approx(paid)


def test_a_head_that_gets_a_row_more_than_it_needs_takes_a_larger_size():
    heads = heads_of("broadsheet", weight=2, headline=han(4))
    options = head_options(heads, span(1), 0)
    assert max(options, key=lambda option: option.rows).head.size > heads.sizes[1]


def test_head_options_offer_a_row_more_or_less():
    rows = [option.rows for option in head_options(heads_of(headline=han(8)), span(6), 0)]
    assert len(rows) == len(set(rows))
    assert max(rows) - min(rows) >= 1


def test_the_best_head_comes_first():
    costs = [option.cost for option in head_options(heads_of(headline=han(12), deck=han(8)), span(4), 0)]
    assert costs == sorted(costs)


FULL = {"headline": han(6), "kicker": han(9, 3), "deck": han(11, 8)}


@pytest.mark.parametrize("weight", range(1, 6))
def test_white_between_parts_is_never_more_than_the_white_at_the_foot(weight):
    """The foot: what the whole rows leave, and what stands above the first body line's em box in its row."""
    for option in head_options(heads_of("broadsheet", weight=weight, **FULL), span(8), 0):
        foot = option.rows * LEADING - option.head.extent + (LEADING - 9 * PER_PT) // 2
        assert max(option.head.gaps) <= foot


def test_parts_follow_each_other_kicker_headline_deck():
    head = best(heads_of(**FULL), 6)
    assert [part.role for part in head.parts] == ["kicker", "headline", "deck"]
    offsets = [(offset, part.size) for part, _, offset in head.offsets()]
    assert all(a + size <= b for (a, size), (b, _) in pairwise(offsets))
    assert offsets[-1][0] + offsets[-1][1] == head.extent


def test_lines_of_a_headline_never_overlap():
    head = best(heads_of(headline="春天|来了|大地"), 6)
    offsets = [offset for _, _, offset in head.offsets()]
    assert all(b - a >= head.size for a, b in pairwise(offsets))


# ---- finishing ------------------------------------------------------------------------------------------------------


def test_a_finished_head_has_every_part_prepared_at_its_own_size():
    heads = heads_of(**FULL)
    head = heads.finish(best(heads, 6))
    assert [part.prepared.style.size for part in head.parts] == [part.size for part in head.parts]


def test_a_finished_head_keeps_its_copy_whole():
    heads = heads_of(headline="春天|来了大地", kicker=han(9), deck=han(20))
    for part in heads.finish(best(heads, 6)).parts:
        ranges = [part.prepared.copy_range(line.first, line.last + line.skipped) for line in part.lines]
        assert ranges[0][0] == 0
        assert ranges[-1][1] == len(part.prepared.copy.value)
        assert all(a[1] == b[0] for a, b in pairwise(ranges))


def test_a_headline_stands_across_unless_a_vertical_one_is_asked_for():
    heads = heads_of(headline=han(8))
    assert not any(option.head.vertical for option in head_options(heads, span(6), 0))
    assert not any(head.vertical for head, _ in heads.candidates(span(6)))


# ---- 竖题 -----------------------------------------------------------------------------------------------------------


def test_a_vertical_headline_fits_its_strip():
    head = vertical_head(heads_of(weight=3, headline=han(8)), 20 * LEADING, COLUMN)
    assert head is not None
    assert head.vertical
    assert head.extent <= COLUMN
    assert all(part.prepared.natural(*line) <= 20 * LEADING for part, line, _ in head.offsets())


def test_a_vertical_headline_that_is_too_long_for_its_strip_is_none():
    assert vertical_head(heads_of(weight=5, headline=han(40)), 8 * LEADING, COLUMN) is None


def test_a_smaller_size_that_parts_the_headline_by_sense_beats_a_larger_one_that_does_not():
    """size, lines and breaks are chosen together, sense first"""
    heads = heads_of("broadsheet", weight=3, headline="柳河县建成高标准农田二十万亩")
    for columns in (2, 3):
        head = best(heads, columns)
        main = next(part for part in head.parts if part.role == "headline")
        starts = {main.prepared.starts[line.first] for line in main.lines[1:]}
        assert starts <= {3, 5, 10}


@pytest.mark.parametrize("columns", [1, 2])
def test_a_deck_takes_a_line_more_to_be_parted_by_the_sense(columns):
    heads = heads_of(
        weight=5 if columns > 1 else 3, headline="春天来了大地复苏", deck="我市新增十二家国家级专精特新企业"
    )
    (deck,) = [part for part in best(heads, columns).parts if part.role == "deck"]
    assert not deck.against


def test_a_line_more_than_need_be_saves_a_worse_break_or_is_not_taken():
    """1–3 lines: as few as fit"""
    for option in head_options(heads_of(headline="春天来了"), span(6), 0):
        assert option.head.main_lines == 1


# ---- what a line more takes -----------------------------------------------------------------------------------------


def test_a_head_of_two_lines_takes_its_size_and_one_line_distance():
    (part,) = best(heads_of(weight=3, headline="春天来了　大地复苏"), 1).parts
    assert len(part.lines) == 2
    assert part.pitch > part.size
    assert part.extent == part.size + part.pitch


def test_a_deck_takes_one_two_or_three_lines_and_never_four():
    found = [heads_of(weight=2, headline=han(4), deck=han(count)).candidates(span(1)) for count in range(2, 60)]
    decks = [part for heads in found for head, _ in heads for part in head.parts if part.role == "deck"]
    assert {len(deck.lines) for deck in decks} == {1, 2, 3}


def test_a_deck_takes_no_third_line_where_two_are_enough():
    """as few lines as fit: eight em on 95 pt are set at 11.5 pt, which is more than the least of 10.5

    Three lines of four em could be set at the 11.96 pt that are wanted.
    """
    head = best(heads_of("broadsheet", weight=3, headline=han(3), deck="春天来了　大地复苏　万物生"), 1)
    (deck,) = [part for part in head.parts if part.role == "deck"]
    assert head.size == 26 * PER_PT
    assert len(deck.lines) == 2


def test_a_line_more_than_need_be_is_not_taken_where_it_saves_nothing():
    """Eight characters fit one line at every size of their weight; the space between the two halves is no bad break."""
    heads = heads_of("broadsheet", weight=1, headline="春天来了　大地复苏")
    assert list(heads.mains(span(8), vertical=False, lines=1))
    assert list(heads.mains(span(8), vertical=False, lines=2)) == []


@pytest.mark.parametrize(
    ("keys", "face"),
    [
        ({"weight": 5}, "song-black"),
        ({"weight": 4}, "hei-bold"),
        ({"weight": 1}, "song-bold"),
        ({"weight": 4, "headline_face": "kai"}, "kai"),
    ],
)
def test_a_headline_has_the_face_of_its_weight_unless_its_editor_says_otherwise(keys, face):
    main = next(part for part in best(heads_of(**keys), 6).parts if part.role == "headline")
    assert main.prepared.style.face == face
