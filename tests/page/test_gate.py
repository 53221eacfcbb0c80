"""What is set without an error passes preflight: the two commands never contradict each other about one file.

A shop that is sent a file with exit code 0 and then refuses it calls back; so every sample, what ``paiban new`` makes
and adverts as agencies send them, at any size and with any of their keys, go through both commands.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from paiban.cli.main import main
from paiban.resources import brought_folder
from tests.adverts.agency import AGENCY, Sent
from tests.page.conftest import ISSUES
from tests.support.issues import write_issue

SAMPLES = sorted(path.parent.name for path in ISSUES.glob("*/issue.yaml"))
CONDITIONS = ("newsprint", "newsprint-x4")


def contradicts(issue: Path, pdf: Path, condition: str) -> bool:
    """Whether ``typeset`` takes an issue whose file ``preflight`` then refuses; a file is there where it was taken."""
    if main(["set", str(issue), "-o", str(pdf), "-q"]) != 0:
        return False
    return main(["preflight", "--press", condition, str(pdf), "-q"]) != 0


def test_every_sample_is_among_them():
    assert len(SAMPLES) >= 4


@pytest.mark.parametrize("name", SAMPLES)
def test_a_sample_that_is_set_without_an_error_passes_preflight(name, tmp_path):
    if name == "names" and brought_folder("paiban-faces") is None:
        pytest.skip("paiban-faces is not installed, which has that sample's rare characters")
    assert not contradicts(ISSUES / name / "issue.yaml", tmp_path / "page.pdf", "newsprint")
    assert (tmp_path / "page.pdf").exists(), "a sample is set without an error"


def test_what_a_new_paper_starts_from_passes_preflight(tmp_path):
    assert main(["new", str(tmp_path / "paper")]) == 0
    assert not contradicts(tmp_path / "paper" / "issue.yaml", tmp_path / "page.pdf", "newsprint")
    assert (tmp_path / "page.pdf").exists()


KEYS = st.fixed_dictionaries(
    {},
    optional={
        "scale": st.just(True),
        "mend": st.just(True),
        "bleed": st.just(True),
        "keyline": st.just(True),
        "align": st.sampled_from(["top-left", "bottom-right"]),
    },
)

PLACES = st.sampled_from([("1-4", "1-30"), ("1-6", "51-71"), ("1-6", "1-71"), ("5-6", "60-71"), ("2-3", "20-32")])


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(sent=st.sampled_from(AGENCY), condition=st.sampled_from(CONDITIONS), keys=KEYS, at=PLACES)
def test_an_advert_that_is_taken_passes_preflight_whatever_its_place_and_keys(
    tmp_path, sent: Sent, condition, keys, at
):
    (tmp_path / sent.file).write_bytes(sent.make(condition == "newsprint-x4"))
    block = {"advert": sent.file, "place": {"columns": at[0], "rows": at[1]}, **sent.keys, **keys}
    issue = write_issue(tmp_path, block, press=condition)
    assert not contradicts(issue, tmp_path / "page.pdf", condition)
