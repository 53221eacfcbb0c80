"""Nothing is lost in import: what a source says stands in the issue or among the changes, character for character."""

from __future__ import annotations

from collections import Counter
from csv import writer
from html import escape
from io import StringIO
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from paiban.engine.reading import read_issue
from paiban.intake import Imported, Order, Source, Sources, imported
from paiban.intake.marks import bold, escaped
from paiban.issue import issue_texts
from paiban.kinds import KINDS
from paiban.markup import plain
from tests.unit.intake.word import document, paragraph, run

WHITE = " \t\r\n\f\xa0\u3000"
SIGNS = st.sampled_from("一天地春风水，。：；、！？“”（）《》—…·◆▲#*^_~{|}\\-+%aZ09 \u3000\u200b\"',.:;!?()[]&<>@/")
WORDS = st.text(SIGNS, min_size=1, max_size=60)
LINES = st.lists(st.one_of(WORDS, st.just("")), min_size=1, max_size=12)
ORDER = Order(date="2022-03-31", page="2", section="版")


def solid(words: str) -> Counter[str]:
    """The characters of a text, white aside."""
    return Counter(character for character in words if character not in WHITE)


def told(result: Imported, name: str) -> str:
    """What the changes say went, or came."""
    return "".join(str(dict(found.params).get(name, "")) for found in result.found if found.code != "P832")


def copy_of(result: Imported, folder: Path) -> str:
    """All copy of the issue, its marks aside."""
    issue, found, _ = read_issue(folder / "issue.yaml", result.text, draft=True)
    assert issue is not None, [one.message("en") for one in found]
    return "".join(plain(text.value) for plan in issue.pages for text in issue_texts(issue, KINDS.readings) if plan)


def assert_balanced(source: str, name: str, data: bytes) -> None:
    """Source and what came are issue and what went, the line that stands for a missing headline aside."""
    with TemporaryDirectory() as folder:
        result = imported(Sources((Source(f"{folder}/{name}", data),)), ORDER, Path(folder))
        if not result.text:
            assert not solid(source) or [found for found in result.found if found.severity == "error"]
            return
        made = "".join(str(dict(found.params)["headline"]) for found in result.found if found.code == "P811")
        before = solid(source) + solid(told(result, "after")) + solid(plain(made)) + solid("版")
        after = solid(copy_of(result, Path(folder))) + solid(told(result, "before"))
        assert before == after, (before - after, after - before, result.text)


@given(LINES)
@settings(max_examples=150)
def test_no_character_of_a_text_is_lost(lines):
    text = "\n".join(lines)
    assert_balanced(text, "a.txt", text.encode())


@given(LINES)
@settings(max_examples=100)
def test_no_character_of_a_word_file_is_lost(lines):
    paragraphs = [paragraph(run(words[:7]), run(words[7:20], bold=True), run(words[20:])) for words in lines]
    assert_balanced("".join(lines), "a.docx", document(*paragraphs))


@given(st.text(SIGNS, max_size=20), st.text(SIGNS, max_size=20))
def test_plain_copy_reads_back_whatever_it_holds(words, more):
    assert plain(escaped(words)) == words
    assert bold(escaped(words)).count("**") in (0, 2) or "*" in words
    assert plain(escaped(words) + escaped(more)) != "" or not words + more


@given(LINES)
@settings(max_examples=100)
def test_no_character_of_a_web_page_is_lost(lines):
    tags = ("p", "div", "li", "h2", "b", "sup")
    parts = [f"<{tags[i % 6]}>{escape(words)}</{tags[i % 6]}>" for i, words in enumerate(lines)]
    assert_balanced("".join(lines), "a.html", f"<html><body>{''.join(parts)}</body></html>".encode())


@given(LINES.map(lambda lines: [words.replace(";", "") for words in lines]))
@settings(max_examples=100)
def test_no_character_of_a_table_is_lost(lines):
    rows = StringIO()
    writer(rows).writerows([lines[:3], lines[3:5], *([words] for words in lines[5:])])
    assert_balanced("".join(lines), "a.csv", rows.getvalue().encode())
