"""What a style sheet says of costs and rules: each declared once, with a cost for every rule, each slip told."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from paiban.diagnostic import Diagnostic, catalogue
from paiban.makeup.judge.breaches import RULES as JUDGES
from paiban.makeup.judge.layout import CODES as PAGE_CODES
from paiban.makeup.judge.lines import CODES as LINE_CODES
from paiban.makeup.judge.looks import MEASURES
from paiban.makeup.search.explain import TERMS
from paiban.makeup.search.plan import FAULTS, FLAWS, Trial, charged
from paiban.makeup.search.problem import Plan
from paiban.resources import resource_folder
from paiban.template import Costs, Layout, StyleSheet
from paiban.template.page_looks import PAGE_LOOKS, PAID_LOOKS
from paiban.template.page_rules import ALL_RULES, PAGE_RULES, UNCOUNTED
from paiban.template.table_costs import COSTS, COSTS_RISE, RULES

MAKEUP = Path(__file__).parents[2] / "src" / "paiban" / "makeup"
DAILY = (resource_folder("layout") / "styles" / "daily.yaml").read_text("utf-8")
COST_IDS = [field.key for field in COSTS.fields]


def load(tmp_path: Path, section: str, line: str) -> tuple[StyleSheet | None, list[Diagnostic], int]:
    """A copy of our style sheet whose ``section`` holds ``line`` alone, and the number of that line."""
    text = re.sub(rf"(?m)^{section}:.*\n(  .*\n)*", "", DAILY) + f"{section}:\n  {line}\n"
    (tmp_path / "styles").mkdir()
    (tmp_path / "styles" / "mine.yaml").write_text(text, "utf-8")
    style, found = Layout(tmp_path).style("mine")
    return style, list(found), text.count("\n")


def test_the_table_of_costs_and_the_value_name_the_same() -> None:
    assert sorted(COST_IDS) == sorted(Costs._fields)


def test_every_rule_has_a_cost_but_tight_leading() -> None:
    assert {rule.key for rule in ALL_RULES} - set(Costs._fields) == {"tight_leading", "tall_runs", "parted_stanzas"}


def test_every_cost_is_read_by_the_make_up() -> None:
    text = "\n".join(path.read_text("utf-8") for path in MAKEUP.rglob("*.py"))
    read = set(re.findall(r"\bcosts\.([a-z_]+)", text)) | {*FAULTS.values(), *FLAWS.values(), "unfilled", *MEASURES}
    assert set(Costs._fields) - read - {"moved_form"} == set()
    assert "sheet.costs.moved_form" in text


def test_every_rule_has_its_judge_and_its_code() -> None:
    assert [rule.code for rule in PAGE_RULES] == list(JUDGES)
    assert {rule.key: rule.code for rule in ALL_RULES} == {**PAGE_CODES, **LINE_CODES}
    assert {rule.code for rule in ALL_RULES} <= set(catalogue())


def test_every_term_of_looks_has_its_measure_and_its_words() -> None:
    assert [look.key for look in PAGE_LOOKS] == list(MEASURES)
    assert {look.key for look in PAID_LOOKS} == set(MEASURES) - {"facing"} <= set(TERMS)


def test_every_term_that_a_rule_brings_has_its_words() -> None:
    assert {*FAULTS.values(), *FLAWS.values(), "loose_lines"} <= set(TERMS)


COUNTED = [rule for rule in ALL_RULES if rule.key not in UNCOUNTED]
"""Loose lines pay by how far they open."""


@pytest.mark.parametrize("rule", COUNTED, ids=lambda rule: rule.key)
def test_a_breach_costs_what_its_rule_costs(rule) -> None:
    """A cost of its own for each rule: seven and the others' nothing."""
    costs = Costs(**dict.fromkeys(Costs._fields, 0))._replace(**{rule.key: 7.0})
    trial = Trial((rule.code, *(other.code for other in ALL_RULES)))
    plan = charged(costs, Plan((), 0.0, {}, {}), trial)
    assert plan.score == 14.0


def test_the_cost_of_open_gutters_alone(tmp_path: Path) -> None:
    style, found, _ = load(tmp_path, "costs", "通缝: 25")
    assert found == []
    assert style is not None
    assert style.costs == Costs(open_gutters=25)


@pytest.mark.parametrize("field", COSTS.fields, ids=COST_IDS)
def test_a_cost_is_written_by_either_name(tmp_path: Path, field) -> None:
    style, found, _ = load(tmp_path, "costs", f"{field.zh}: {field.default:g}")
    assert found == []
    assert style is not None
    assert style.costs == Costs()


@pytest.mark.parametrize("field", COSTS.fields, ids=COST_IDS)
def test_a_misspelled_cost_is_told(tmp_path: Path, field) -> None:
    style, found, line = load(tmp_path, "costs", f"{field.key[:-2]}{field.key[-1]}x: 1")
    assert style is None
    assert [(d.code in ("P130", "P131"), d.span and d.span.line) for d in found] == [(True, line)]


@pytest.mark.parametrize(("value", "code"), [("-3", "P139"), ("high", "P140"), ("[1]", "P134"), ("1pt", "P140")])
@pytest.mark.parametrize("field", COSTS.fields, ids=COST_IDS)
def test_a_cost_is_a_number_that_is_not_below_nought(tmp_path: Path, field, value: str, code: str) -> None:
    style, found, line = load(tmp_path, "costs", f"{field.key}: {value}")
    assert style is None
    assert [(d.code, d.span and d.span.line) for d in found] == [(code, line)]


@pytest.mark.parametrize(("low", "high"), COSTS_RISE)
def test_costs_that_rise_in_pairs(tmp_path: Path, low: str, high: str) -> None:
    style, found, line = load(tmp_path, "costs", f"{low}: {Costs().of(high) + 1:g}")
    assert style is None
    assert [(d.code, d.span and d.span.line) for d in found] == [("P261", line)]


@pytest.mark.parametrize("rule", RULES.fields, ids=lambda rule: rule.key)
def test_a_rule_left_out_is_as_severe_as_the_usual_sheet_says(tmp_path: Path, rule) -> None:
    usual, _ = Layout().style("daily")
    style, found, _ = load(tmp_path, "rules", "open_gutters: off")
    assert found == []
    assert style is not None
    assert usual is not None
    assert style.rules[rule.key] == ("off" if rule.key == "open_gutters" else usual.rules[rule.key])


@pytest.mark.parametrize("rule", RULES.fields, ids=lambda rule: rule.key)
def test_a_misspelled_rule_is_told(tmp_path: Path, rule) -> None:
    style, found, line = load(tmp_path, "rules", f"{rule.key[1:]}: warning")
    assert style is None
    assert [(d.code, d.span and d.span.line) for d in found] == [("P130", line)]


@pytest.mark.parametrize("rule", RULES.fields, ids=lambda rule: rule.key)
def test_a_severity_that_there_is_not(tmp_path: Path, rule) -> None:
    style, found, line = load(tmp_path, "rules", f"{rule.key}: fatal")
    assert style is None
    assert [(d.code, d.span and d.span.line) for d in found] == [("P144", line)]
