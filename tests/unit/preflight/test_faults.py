"""Each fault is found once, under its own name, and nothing else is; each file at a boundary is good."""

import pytest

from paiban.preflight import preflight_pdf
from paiban.preflight.checks import CHECKS
from tests.unit.preflight.border import BORDER
from tests.unit.preflight.breakers import Case
from tests.unit.preflight.broken import BROKEN
from tests.unit.preflight.good_pdf import good, press


def report_of(case: Case):
    draft = good(case.x4)
    case.breaker(draft)
    return preflight_pdf(draft.finished(), press(case.x4, **case.limits))


@pytest.mark.parametrize("case", BROKEN, ids=lambda case: f"{case.code} {case.name}")
def test_fault_is_found_once_and_nothing_else(case):
    report = report_of(case)
    assert [(f.code, f.times) for f in report.findings] == [(case.code, case.count)], report.text("en")


@pytest.mark.parametrize("case", BORDER, ids=lambda case: f"{case.code} {case.name}")
def test_boundary_is_good(case):
    report = report_of(case)
    assert report.findings == (), report.text("en")


def test_every_check_of_the_table_is_broken_by_a_file():
    by_other_means = {"X106", "X111", "X153"}
    assert {case.code for case in BROKEN} | by_other_means == set(CHECKS)


def test_names_are_unique():
    names = [case.name for case in (*BROKEN, *BORDER)]
    assert len(names) == len(set(names))
