"""What was made in this process is found again by what it was made from."""

from __future__ import annotations

from paiban.memo import LEAST, Memo
from paiban.span import Span, plain_text


class Counted:
    def __init__(self) -> None:
        self.count = 0

    def make(self) -> int:
        self.count += 1
        return self.count


def test_it_is_made_once_for_the_same_values_and_facts():
    memo, counted, words = Memo(), Counted(), ["a"]
    assert [memo.made("x", (words,), counted.make, 1) for _ in range(2)] == [1, 1]
    assert memo.made("x", (words,), counted.make, 2) == 2
    assert memo.made("x", (["a"],), counted.make, 1) == 3
    assert memo.made("y", (words,), counted.make, 1) == 4


def test_what_says_the_same_is_the_same_from_the_second_turn_on():
    memo = Memo(turns=2)
    first = memo.same(plain_text("天地", "f"))
    memo.made("x", (), list)
    memo.next_turn()
    assert memo.same(plain_text("天地", "f")) is first
    assert memo.same(plain_text("天地", "g")) is not first
    assert memo.same(plain_text("天地", "f"), 1) is not first


def test_equal_tuples_of_two_types_are_two():
    memo = Memo(turns=2)
    memo.made("x", (), list)
    memo.next_turn()
    span = memo.same(Span("f", 1, 1, 1, 1))
    plain = memo.same(("f", 1, 1, 1, 1))
    assert span == plain
    assert span is not plain


def test_what_is_not_asked_for_is_dropped():
    memo, counted = Memo(turns=1), Counted()
    memo.made("x", (), counted.make)
    for _ in range(2):
        memo.next_turn()
        memo.made("y", (), list)
    assert memo.made("x", (), counted.make) == 2


def test_without_turns_nothing_outlives_its_turn():
    memo, counted = Memo(), Counted()
    memo.made("x", (), counted.make)
    memo.next_turn()
    assert memo.made("x", (), counted.make) == 2


def test_there_is_never_more_than_a_few_runs_worth():
    memo = Memo(turns=100)
    for turn in range(10):
        for number in range(LEAST):
            memo.made("x", (), list, turn, number)
        memo.next_turn()
    assert sum(memo.has("x", (), turn, number) for turn in range(10) for number in range(LEAST)) <= 3 * LEAST
    assert memo.has("x", (), 9, 0)
