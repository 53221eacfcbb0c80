"""The catalogue of codes: whole in both languages, documented, and each code of the reading stages tested."""

from __future__ import annotations

from pathlib import Path
from string import Formatter

import pytest

from paiban.diagnostic import CATALOGUE, Code
from paiban.diagnostic.codes_issue import CODES as ISSUE_CODES
from paiban.diagnostic.document import document

ROOT = Path(__file__).parents[2]


def parameters(*templates: str) -> set[str]:
    return {name for words in templates for _, name, _, _ in Formatter().parse(words) if name is not None}


def spoken(code: Code) -> tuple[set[str], set[str]]:
    """The parameters of the Chinese and of the English words; a name's language suffix aside."""
    words = ((code.zh, code.remedy_zh), (code.en, code.remedy_en))
    chinese, english = ({n.removesuffix("_zh").removesuffix("_en") for n in parameters(*pair)} for pair in words)
    return chinese, english


@pytest.mark.parametrize("name", sorted(CATALOGUE))
def test_a_code_speaks_both_languages(name: str) -> None:
    code = CATALOGUE[name]
    assert code.zh
    assert code.en
    assert bool(code.remedy_zh) == bool(code.remedy_en)


@pytest.mark.parametrize("name", sorted(CATALOGUE))
def test_braces_hold_names_of_parameters(name: str) -> None:
    code = CATALOGUE[name]
    assert all(word.isidentifier() and word.isascii() for words in spoken(code) for word in words)


@pytest.mark.parametrize("name", sorted(ISSUE_CODES))
def test_both_languages_say_the_same_of_a_case(name: str) -> None:
    chinese, english = spoken(ISSUE_CODES[name])
    assert chinese == english


def test_no_code_stands_in_two_tables() -> None:
    from paiban.diagnostic import (  # noqa: PLC0415
        codes_font,
        codes_issue,
        codes_makeup,
        codes_output,
        codes_preflight,
        codes_text,
    )

    tables = (codes_font, codes_issue, codes_makeup, codes_output, codes_preflight, codes_text)
    assert sum(len(table.CODES) for table in tables) == len(CATALOGUE)


def test_the_documentation_is_current() -> None:
    """``python -m paiban.diagnostic.document docs/diagnostics.md`` writes it anew."""
    assert (ROOT / "docs" / "diagnostics.md").read_text("utf-8") == document()


def test_every_code_has_a_section() -> None:
    sections = [line.removeprefix("## ") for line in document().split("\n") if line.startswith("## ")]
    assert sections == sorted(CATALOGUE)


def test_every_code_of_reading_has_a_test() -> None:
    tests = ROOT / "tests"
    files = [*(tests / "unit").glob("test_source*.py"), *(tests / "unit").glob("test_issue*.py"),
             *(tests / "unit").glob("test_template*.py"), *(tests / "broken").glob("*.yaml")]  # fmt: skip
    text = "\n".join(path.read_text("utf-8") for path in files)
    assert [name for name in ISSUE_CODES if name not in text] == []
