"""Weights of looks from people's choices: ``bench/makeup/weighing.py`` on answers whose truth is known."""

from __future__ import annotations

import random
import sys
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[3] / "bench/makeup/weighing.py"
spec = spec_from_file_location("weighing", SOURCE)
assert spec is not None
assert spec.loader is not None
weighing = sys.modules.setdefault("weighing", module_from_spec(spec))
spec.loader.exec_module(weighing)

TRUE = (1.5, 0.6, 0.0)
"""What the judges of these answers care for: the first term most, the third not at all."""


def answers(count: int = 600, issues: int = 30, seed: int = 1) -> list[weighing.Answer]:
    """Choices of judges who weigh by ``TRUE`` and err as the model says that people err."""
    rng = random.Random(seed)
    drawn = []
    for number in range(count):
        more = tuple(rng.gauss(0, 1) for _ in TRUE)
        chance = weighing.chance(sum(w * x for w, x in zip(TRUE, more, strict=True)))
        drawn.append(weighing.Answer(f"{number % issues:02}", more, float(rng.random() < chance)))
    return drawn


def test_the_weights_that_judges_have_are_found():
    assert weighing.fitted(answers(3000), 2.0) == pytest.approx(TRUE, abs=0.15)


def test_a_fault_that_people_seem_to_like_weighs_nothing():
    liked = [a._replace(left=1 - a.left) for a in answers()]
    assert weighing.fitted(liked, 2.0)[:2] == (0.0, 0.0)


def test_a_heavier_ridge_makes_smaller_weights():
    light, heavy = (sum(weighing.fitted(answers(), ridge)) for ridge in (2.0, 128.0))
    assert heavy < light


def test_a_unit_of_a_term_costs_the_points_of_the_score_that_judges_weigh_it_by():
    """They weigh 1.5 for a point and 0.6 for a unit of the second term: 0.4 points a unit."""
    breaches_score_terms = [a._replace(more=(0.0, *a.more)) for a in answers(3000)]
    assert weighing.corrections(breaches_score_terms, 1, 2.0) == pytest.approx((0.0, 1.0, 0.4, 0.0), abs=0.08)


def test_a_heavy_ridge_leaves_the_score_as_it_is():
    breaches_score_terms = [a._replace(more=(0.0, *a.more)) for a in answers()]
    assert weighing.corrections(breaches_score_terms, 1, 1e6) == pytest.approx((0.0, 1.0, 0.0, 0.0), abs=0.01)


def test_an_odd_page_counts_three_usual_differences_at_most():
    odd = weighing.Answer("00", (1000.0, 0.0, 0.0), 1.0)
    last = weighing.scaled([*answers(), odd])[-1]
    assert last.more == (3.0, 0.0, 0.0)


def test_an_issue_is_never_weighed_by_its_own_answers():
    own = answers()
    seen: list[set[str]] = []

    def fit(part):
        seen.append({a.issue for a in part})
        return weighing.fitted(part, 2.0)

    weighing.held_out(own, fit)
    issues = {a.issue for a in own}
    left_out = [issues - part for part in seen]
    assert set().union(*left_out) == issues
    assert sum(map(len, left_out)) == len(issues)


def test_weights_found_agree_with_issues_left_out_as_far_as_judges_agree_with_themselves():
    own = answers(1500)
    found = weighing.agreement(weighing.held_out(own, lambda part: weighing.fitted(part, 8.0)), own)
    best = weighing.agreement([weighing.said(TRUE, a) for a in own], own)
    assert found == pytest.approx(best, abs=0.02)


def test_equal_pages_agree_by_half():
    equal = [weighing.Answer("00", (1.0,), 0.5), weighing.Answer("00", (0.0,), 1.0)]
    assert weighing.agreement([1.0, 0.0], equal) == 0.5


def test_issues_drawn_anew_come_whole():
    own = answers(60, issues=6)
    for draw in weighing.resampled(own, 20, "seed"):
        counts = {issue: sum(own[n].issue == issue for n in draw) for issue in {a.issue for a in own}}
        assert all(count % 10 == 0 for count in counts.values())


def test_the_one_best_term_is_the_one_that_judges_care_for():
    assert weighing.single(answers()) == (1.0, 0.0, 0.0)


def test_the_middle_nine_tenths_of_a_hundred_values():
    assert weighing.interval([float(n) for n in range(101)]) == (5.0, 95.0)
