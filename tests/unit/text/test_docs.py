"""``docs/composition.md`` says what the code does."""

from __future__ import annotations

import ast

import pytest

from paiban.markup import PAIRED
from paiban.text.spacing import STYLES
from tests.support.composition_docs import ELSEWHERE, PAGE, SECTIONS, TESTS, rendered

TEXT = PAGE.read_text(encoding="utf-8")


def test_the_generated_parts_are_up_to_date():
    assert rendered(TEXT) == TEXT, "run python -m tests.support.composition_docs"


def test_every_rule_test_names_its_rule():
    for number in SECTIONS:
        (file,) = TESTS.glob(f"test_rules_{number}_*.py")
        for node in ast.parse(file.read_text(encoding="utf-8")).body:
            if isinstance(node, ast.FunctionDef) and node.name.startswith("test_"):
                assert ast.get_docstring(node), node.name


@pytest.mark.parametrize("test", sorted({test for _, test in ELSEWHERE}))
def test_a_rule_kept_elsewhere_has_its_test(test):
    file, _, name = test.partition("::")
    tree = ast.parse((TESTS.parent / file).read_text(encoding="utf-8"))
    assert name in {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}


def test_every_style_and_mark_is_described():
    assert all(f"`{name}`" in TEXT for name in STYLES)
    assert all(f"`{mark}" in TEXT.replace("\\|", "|") for mark in PAIRED)
