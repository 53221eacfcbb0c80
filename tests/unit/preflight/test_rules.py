"""The table of rules, the catalogue and the documentation say the same."""

from pathlib import Path
from string import Formatter

import pytest

from paiban.diagnostic.codes_preflight import CODES
from paiban.preflight.document import document
from paiban.preflight.rules import BOTH, RULES, X1A, X4

ROOT = Path(__file__).parents[3]


def test_every_code_has_a_rule_and_every_rule_a_code():
    assert list(RULES) == sorted(CODES)


def test_standards_are_one_or_both():
    assert {rule.standards for rule in RULES.values()} == {BOTH, X1A, X4}


@pytest.mark.parametrize("code", CODES)
def test_messages_take_the_same_parameters_in_both_languages(code):
    words = CODES[code]

    def names(text):
        return {name for _, name, _, _ in Formatter().parse(text) if name}

    assert names(words.zh) - {"where_zh"} == names(words.en) - {"where_en"}
    assert words.zh.endswith("{where_zh}")
    assert words.en.endswith("{where_en}")


def test_the_documentation_is_current():
    """``python -m paiban.preflight.document docs/preflight.md`` writes it anew."""
    assert (ROOT / "docs" / "preflight.md").read_text("utf-8") == document()
