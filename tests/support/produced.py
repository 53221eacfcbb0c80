"""Which codes the program produced while the tests ran. A whole run in which a code was never produced fails.

What counts is a diagnostic or a finding of preflight that the program made of an input; one that a test made itself is
none. Every worker of a run tells its codes to the one that hands out the tests. A run of some tests asks nothing.
"""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

import paiban
from paiban.diagnostic import Diagnostic, catalogue, model
from paiban.preflight.findings import Finding

SRC = Path(paiban.__file__).parent.as_posix()
MAKERS = {model.__file__}
"""Files that make diagnostics for others: who called them is what counts."""

FROM_OUTSIDE = {"P792", "P793", "P794", "P795", "P796", "P797", "P803"}
"""What a run says that is killed, runs out of time or has no library to import with: tests see it of a process of its
own, in ``tests/unit/cli``, ``tests/unit/intake`` and ``tests/desk``."""

produced: set[str] = set()


def watch(made: type) -> None:
    """Note the code of each value of the type ``made`` that the program makes."""
    make = made.__new__

    def noting(cls, code, *rest, **named):
        if maker().startswith(SRC):
            produced.add(code)
        return make(cls, code, *rest, **named)

    made.__new__ = noting


def maker() -> str:
    """The file of the function that makes a value."""
    frame = sys._getframe(2)
    while frame.f_back is not None and frame.f_code.co_filename in MAKERS:
        frame = frame.f_back
    return frame.f_code.co_filename


def is_whole(config: pytest.Config) -> bool:
    """Whether all tests run: none were named, none chosen, and none left out."""
    option = config.option
    some = getattr(option, "lf", False) or getattr(option, "failedfirst", False)
    chosen = some or option.keyword or option.markexpr or option.deselect or option.ignore or option.collectonly
    return config.args_source is config.ArgsSource.TESTPATHS and not chosen


def pytest_sessionstart() -> None:
    for made in (Diagnostic, Finding):
        watch(made)


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node) -> None:
    produced.update(getattr(node, "workeroutput", {}).get("produced", ()))


def pytest_sessionfinish(session: pytest.Session, exitstatus: int) -> None:
    output = getattr(session.config, "workeroutput", None)
    if output is not None:
        output["produced"] = sorted(produced)
    elif exitstatus == pytest.ExitCode.OK and is_whole(session.config) and not_produced():
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def pytest_terminal_summary(terminalreporter, exitstatus: int, config: pytest.Config) -> None:
    if is_whole(config) and not_produced():
        terminalreporter.section("no test has the program produce these codes", red=True)
        terminalreporter.line(" ".join(not_produced()))


def not_produced() -> list[str]:
    return sorted(set(catalogue()) - produced - FROM_OUTSIDE)
