"""The table of checks, the catalogue and the documentation say the same."""

from pathlib import Path
from string import Formatter

import pytest

from paiban.diagnostic.codes_preflight import CODES
from paiban.preflight.checks import BOTH, CHECKS, ONLY_X1A, ONLY_X4
from paiban.preflight.document import document

ROOT = Path(__file__).parents[3]


def test_every_code_has_a_check_and_every_check_a_code():
    assert list(CHECKS) == sorted(CODES)


def test_standards_are_one_or_both():
    assert {check.standards for check in CHECKS.values()} == {BOTH, ONLY_X1A, ONLY_X4}


@pytest.mark.parametrize("code", CODES)
def test_messages_take_the_same_parameters_in_both_languages(code):
    words = CODES[code]

    def names(text):
        return {name.removesuffix("_zh").removesuffix("_en") for _, name, _, _ in Formatter().parse(text) if name}

    assert names(words.zh) == names(words.en)
    assert words.zh.endswith("{where_zh}")
    assert words.en.endswith("{where_en}")


def test_the_documentation_is_current():
    """``python -m paiban.preflight.document docs/preflight.md`` writes it anew."""
    assert (ROOT / "docs" / "preflight.md").read_text("utf-8") == document()
