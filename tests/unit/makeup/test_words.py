"""One word for one thing: what make-up and the engine call their values, and the glossary."""

from __future__ import annotations

import ast
import re
from collections import defaultdict
from pathlib import Path

ROOT = Path(__file__).parents[3]
SOURCE = ROOT / "src" / "paiban"

ROOMS = ("makeup", "engine")

PLAIN_WORDS = """
    ahead attempt beam board choices clock dealt foot gathering hosted hung jury known left line looks kit mode offer
    option out outcome placed planning point problem proposal reserved round segment setting settled site stake
    unit request
"""
"""Words of a class that are ordinary English; the others are terms, and stand in the glossary."""


def public_classes() -> dict[str, list[str]]:
    """Every public class of the package with the modules that define it."""
    found: dict[str, list[str]] = defaultdict(list)
    for path in sorted(SOURCE.rglob("*.py")):
        for node in ast.parse(path.read_text("utf-8")).body:
            if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
                found[node.name].append(path.relative_to(SOURCE).as_posix())
    return found


def terms() -> set[str]:
    """Every English word of the glossary's terms, in the singular."""
    lines = (ROOT / "docs" / "glossary.md").read_text("utf-8").splitlines()
    words = (line.split("|")[1].lower().replace("make-up", "makeup") for line in lines if line.startswith("| "))
    return {singular(word) for term in words for word in re.findall("[a-z]+", term)}


def singular(word: str) -> str:
    return word.removesuffix("s")


def test_no_class_of_make_up_or_the_engine_shares_its_name_with_another():
    shared = {name: modules for name, modules in public_classes().items() if len(modules) > 1}
    assert {name: modules for name, modules in shared.items() if any(m.startswith(ROOMS) for m in modules)} == {}


def test_every_term_in_the_name_of_a_class_stands_in_the_glossary():
    known = terms() | {singular(word) for word in PLAIN_WORDS.split()}
    unknown = {
        name: word
        for name, modules in public_classes().items()
        if any(module.startswith("makeup") for module in modules)
        for word in re.findall("[A-Z][a-z]+", name)
        if singular(word.lower()) not in known
    }
    assert unknown == {}
