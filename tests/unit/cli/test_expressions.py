"""Expressions are kept from one run to the next, and are what ``re`` would have made of their patterns."""

from __future__ import annotations

import json
import re
from re import _compiler

import pytest

from paiban import cache
from paiban.cli import expressions
from paiban.cli.expressions import Expressions

PATTERNS = [
    ("[一-鿿]+(?=。)", 0),
    ("(?P<day>[0-9]{1,2})日|(?P<hour>[0-9]+)时", 0),
    ("a.c", re.DOTALL | re.IGNORECASE),
    ("(?i:x)(?<!yx)(?P<again>z)(?P=again)", 0),
    (r"\w\u3000[^\n -~]{2,}?", re.ASCII),
    (r"(?>[“‘]*)(?:ab|ac)++", re.VERBOSE),
]


@pytest.fixture
def kept(tmp_path, monkeypatch):
    """A cache of our own, in which one run has kept the patterns."""
    monkeypatch.setenv("PAIBAN_CACHE", str(tmp_path))
    first = Expressions()
    for pattern, flags in PATTERNS:
        first.compile(pattern, int(flags))
    first.remember()
    return tmp_path


@pytest.mark.parametrize(("pattern", "flags"), PATTERNS)
def test_what_was_kept_is_what_would_be_made(kept, monkeypatch, pattern, flags):
    monkeypatch.setattr(expressions, "_program", None)  # nothing can be made anew
    found, made = Expressions().compile(pattern, int(flags)), _compiler.compile(pattern, int(flags))
    assert found == made
    assert (found.flags, found.groups, found.groupindex) == (made.flags, made.groups, made.groupindex)


def test_only_what_is_new_is_written(kept):
    (entry,) = (kept / "entries").iterdir()
    before = entry.stat().st_mtime_ns, entry.read_bytes()
    again = Expressions()
    again.compile(*PATTERNS[0])
    again.remember()
    assert entry.read_bytes() == before[1]
    again.compile("new", 0)
    again.remember()
    after = Expressions()
    assert len(after._kept) == len(PATTERNS) + 1


NONE = {
    "empty": b"",
    "nothing": b"[]",
    "another list": b"[1]",
    "another value": b"{}",
    "no code": json.dumps([[*PATTERNS[0], 32, 0, {}, [99, 99]]]).encode(),
}


@pytest.mark.parametrize("body", NONE.values(), ids=NONE)
def test_an_entry_that_is_none_is_passed_over(kept, body):
    cache.store(Expressions()._name, body)
    assert Expressions().compile(*PATTERNS[0]) == _compiler.compile(*PATTERNS[0])


@pytest.mark.parametrize("pattern", [b"[a-z]+", "(", "[b-a]"])
def test_bytes_and_faults_are_left_to_the_library(kept, pattern):
    def outcome(compiled):
        try:
            return compiled(pattern, 0)
        except re.error as error:
            return error.msg, error.pos

    assert outcome(Expressions().compile) == outcome(_compiler.compile)


def test_what_the_matcher_refuses_is_left_to_the_library_and_not_kept(kept, monkeypatch):
    monkeypatch.setattr(expressions, "_program", lambda _pattern, _flags: (32, 0, {}, [99, 99]))
    again = Expressions()
    assert again.compile("new") == _compiler.compile("new")
    assert again._made == {}
