"""Running ``typeset`` inside the test's own process."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from paiban.cli import main
from tests.support.issues import story, write_issue

BODY = "\n".join(["今天天气很好，大家都到田里去了。水边的草木也绿了，远处有人在放风筝。"] * 12)


class Run(NamedTuple):
    """What a run gave back and printed."""

    code: int
    out: str
    err: str


@pytest.fixture
def typeset(capsys, monkeypatch) -> Callable[..., Run]:
    """``typeset("check", path, stdin=b"…")``; usage errors come back as their exit code."""

    def run(*words: str | Path, stdin: bytes = b"") -> Run:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin), "utf-8"))
        capsys.readouterr()
        try:
            code = main([str(word) for word in words])
        except SystemExit as exit_:
            code = exit_.code
        captured = capsys.readouterr()
        assert "Traceback" not in captured.err
        return Run(code, captured.out, captured.err)

    return run


@pytest.fixture
def good(tmp_path) -> Path:
    """An issue that sets without a word."""
    return write_issue(tmp_path, story(columns="1-2", rows="1-27", body=BODY))


@pytest.fixture
def over(tmp_path) -> Path:
    """An issue whose copy does not fit."""
    return write_issue(tmp_path, story(columns="1-2", rows="1-10", body=BODY))
