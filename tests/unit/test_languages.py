"""Whatever paiban says stands in every language that it speaks, and a further language would find what it lacks.

The sources are read as a tree: tables by language and values with words. What is asked of them
with ``LANGUAGES`` is asked with one language more as well, so that the questions are known to bite.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from paiban.diagnostic import catalogue
from paiban.language import ELSEWHERE, LANGUAGES, Words, preferred, spoken

SOURCES = Path(__file__).parents[2] / "src" / "paiban"
TREES = {path.relative_to(SOURCES): ast.parse(path.read_text("utf-8")) for path in sorted(SOURCES.rglob("*.py"))}
ANOTHER = (*LANGUAGES, "ja")


def incomplete_tables(languages: Sequence[str]) -> Iterator[str]:
    """Dictionaries by language that lack one."""
    for path, tree in TREES.items():
        for node in ast.walk(tree):
            keys = (
                {key.value for key in node.keys if isinstance(key, ast.Constant)}
                if isinstance(node, ast.Dict)
                else set()
            )
            if keys & set(LANGUAGES) and not set(languages) <= keys:
                yield f"{path}:{node.lineno}"


def incomplete_values(languages: Sequence[str]) -> Iterator[str]:
    """Classes with words in several languages, but not in all: ``zh`` and ``en``, or ``doc_zh`` and ``doc_en``."""
    for path, tree in TREES.items():
        for node in ast.walk(tree):
            if isinstance(node, ast.ClassDef):
                names = {item.target.id for item in node.body
                         if isinstance(item, ast.AnnAssign) and isinstance(item.target, ast.Name)}  # fmt: skip
                yield from (f"{path}:{node.name}.{lacking}" for lacking in lacking_names(names, languages))


def lacking_names(names: set[str], languages: Sequence[str]) -> Iterator[str]:
    """Of names that end in a language the ones that are not there, where at least two languages are."""
    for name in sorted(names):
        stem = name.removesuffix(LANGUAGES[0])
        if name.endswith(LANGUAGES[0]) and (not stem or stem.endswith("_")) and f"{stem}{LANGUAGES[1]}" in names:
            yield from (f"{stem}{lang}" for lang in languages if f"{stem}{lang}" not in names)


QUESTIONS = (incomplete_tables, incomplete_values)


@pytest.mark.parametrize("question", QUESTIONS)
def test_every_language_is_complete(question) -> None:
    assert list(question(LANGUAGES)) == []


@pytest.mark.parametrize("question", QUESTIONS)
def test_a_further_language_is_told_what_it_lacks(question) -> None:
    assert list(question(ANOTHER))


def test_a_parameter_of_one_language_has_its_pair() -> None:
    """``wanted_zh`` alone leaves a hole in the English message; a plain ``wanted`` beside it would do for both."""
    odd = []
    for path, tree in TREES.items():
        for node in ast.walk(tree):
            names = {keyword.arg for keyword in node.keywords if keyword.arg} if isinstance(node, ast.Call) else set()
            stems = [name[:-3] for name in names if name[-3:] in ("_zh", "_en")]
            odd += [f"{path}:{node.lineno} {stem}" for stem in stems if stems.count(stem) == 1 and stem not in names]
    assert odd == []


def test_nothing_asks_which_language_it_is() -> None:
    """A choice between two languages would give the third to one of them: words are looked up by language."""
    asked = [
        f"{path}:{node.lineno}"
        for path, tree in TREES.items()
        for node in ast.walk(tree)
        if isinstance(node, ast.Compare)
        and any(isinstance(side, ast.Constant) and side.value in LANGUAGES for side in (node.left, *node.comparators))
    ]
    assert asked == []


def test_every_code_speaks_every_language() -> None:
    silent = [name for name, code in catalogue().items() if not all(code.message(lang) for lang in LANGUAGES)]
    partly = [name for name, code in catalogue().items() if len({bool(code.remedy(lang)) for lang in LANGUAGES}) > 1]
    assert (silent, partly) == ([], [])


@pytest.mark.parametrize(("asked", "answer"), [("zh", "zh"), ("zh_CN.UTF-8", "zh"), ("en_GB", "en"), ("fr", ELSEWHERE)])
def test_who_asks_is_answered_in_a_language_of_ours(asked: str, answer: str) -> None:
    assert spoken(asked) == answer
    assert Words("中文", "English").said(asked) == {"zh": "中文", "en": "English"}[answer]


@pytest.mark.parametrize(
    ("header", "answer"),
    [
        ("zh-CN,zh;q=0.9,en;q=0.8", "zh"),
        ("en-US,en;q=0.9,zh;q=0.8", "en"),
        ("fr, en;q=0.5, zh;q=0.7", "zh"),
        ("en;q=0, zh-TW;q=0.1", "zh"),
        ("", ELSEWHERE),
        (";;,q=,*;q=x", ELSEWHERE),
    ],
)
def test_a_browser_is_answered_in_the_language_that_it_puts_first(header: str, answer: str) -> None:
    assert preferred(header) == answer
