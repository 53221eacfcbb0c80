"""The catalogue of codes: whole in every language, its parameters the same in each, and documented."""

from __future__ import annotations

from pathlib import Path
from string import Formatter

import pytest

from paiban.diagnostic import (
    Code,
    catalogue,
    code_of,
    codes_copy,
    codes_font,
    codes_intake,
    codes_issue,
    codes_makeup,
    codes_output,
    codes_preflight,
    codes_text,
)
from paiban.diagnostic.document import document
from paiban.diagnostic.keys import KEYS
from paiban.language import LANGUAGES
from paiban.preflight.checks import BOTH, CHECKS, ONLY_X1A, ONLY_X4
from paiban.preflight.document import document as preflight_document

TESTS = Path(__file__).parents[1]
DOCS = TESTS.parent / "docs"
TABLES = (codes_copy, codes_font, codes_intake, codes_issue, codes_makeup, codes_output, codes_preflight, codes_text)

CATALOGUE = catalogue()


def spoken(code: Code, lang: str) -> list[str]:
    """What a code says in one language: its message, and its remedy if it has one."""
    return [words for words in (code.message(lang), code.remedy(lang)) if words]


def parameters(code: Code, lang: str) -> set[str]:
    """The names in the braces of a code's words."""
    parsed = (part for words in spoken(code, lang) for part in Formatter().parse(words))
    return {name for _, name, _, _ in parsed if name is not None}


def test_every_language_says_the_same_of_a_case() -> None:
    """A parameter that one language leaves out is a fact that its reader is not told."""
    assert [name for name, code in CATALOGUE.items() if len({*map(str, named(code))}) > 1] == []


def named(code: Code) -> list[list[str]]:
    """The parameters in each language; a list in each (``known`` and ``known_zh``) is one parameter."""
    return [sorted({name.removesuffix("_zh") for name in parameters(code, lang)}) for lang in LANGUAGES]


def test_braces_hold_names_of_parameters() -> None:
    names = {word for code in CATALOGUE.values() for lang in LANGUAGES for word in parameters(code, lang)}
    names -= {f"k[{key}]" for key in KEYS}
    assert [name for name in names if not (name.isidentifier() and name.isascii())] == []


def test_no_code_stands_in_two_tables() -> None:
    assert sum(len(table.CODES) for table in TABLES) == len(CATALOGUE)


def test_a_code_is_found_in_its_table_and_no_other_is() -> None:
    assert {name: code_of(name) for name in CATALOGUE} == CATALOGUE
    with pytest.raises(KeyError):
        code_of("P400")


def test_every_finding_of_preflight_has_a_check_and_says_where() -> None:
    codes = codes_preflight.CODES
    assert list(CHECKS) == sorted(codes)
    assert {check.standards for check in CHECKS.values()} == {BOTH, ONLY_X1A, ONLY_X4}
    assert [
        name for name, code in codes.items() if not all(code.message(lang).endswith("{where}") for lang in LANGUAGES)
    ] == []


def test_every_code_has_a_test() -> None:
    """A test that has the program produce the code names it; those that only render one do not count."""
    tests = [path for path in TESTS.rglob("*.*") if path.suffix in (".py", ".yaml", ".md", ".txt")]
    text = "\n".join(path.read_text("utf-8") for path in tests if not path.name.startswith("test_diagnostic"))
    assert [name for name in CATALOGUE if name not in text] == []


def test_the_documentation_is_current() -> None:
    """``python -m paiban.diagnostic.document docs/diagnostics.md`` and ``paiban.preflight.document`` write it anew."""
    assert (DOCS / "diagnostics.md").read_text("utf-8") == document()
    assert (DOCS / "preflight.md").read_text("utf-8") == preflight_document()
    sections = [line.removeprefix("## ") for line in document().split("\n") if line.startswith("## ")]
    assert sections == sorted(CATALOGUE)
