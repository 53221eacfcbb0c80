"""The good file is good: every other test breaks it in one way, so it must say nothing by itself."""

import pytest

from paiban.preflight import preflight_pdf
from tests.unit.preflight.good_pdf import good, press


@pytest.mark.parametrize("x4", [False, True], ids=["x1a", "x4"])
def test_good_file_has_no_findings(x4):
    report = preflight_pdf(good(x4).finished(), press(x4))
    assert report.findings == (), report.text("en")
    assert report.passed
