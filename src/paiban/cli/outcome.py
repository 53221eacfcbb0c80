"""One issue of a batch set, and what came of it as plain data: it may come from another process, or another machine."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from time import perf_counter

from paiban.diagnostic import Diagnostic
from paiban.diagnostic.fault import fault_of
from paiban.engine import set_issue, with_pdf
from paiban.engine.house import House
from paiban.engine.inputs import files_read
from paiban.engine.printing import Printing
from paiban.issue.naming import named, titles
from paiban.kinds import KINDS
from paiban.output.model import PLAIN
from paiban.value import NamedTuple

ALONE = Printing(PLAIN, lambda _done, _issue, _kit: (), 0)
"""Of each issue nothing but its PDF is wanted, and other processes have work of their own."""


class Outcome(NamedTuple):
    """What became of an issue: its PDF is empty where an error forbids one. ``read`` are the files it was made from."""

    pages: int
    seconds: float
    diagnostics: tuple[Diagnostic, ...]
    sources: Mapping[str, str] = {}
    read: tuple[str, ...] = ()
    pdf: bytes = b""


def outcome_of(path: Path, house: House, form: str) -> Outcome:
    """Set an issue; whatever goes wrong is a finding of its outcome.

    For messages in the ``form`` of text, blocks without ids are called by their headlines.
    """
    begun = perf_counter()
    try:
        result = with_pdf(set_issue(path, None, house, printing=ALONE))
    except Exception as error:  # one issue must not keep the others from their PDF
        return Outcome(0, perf_counter() - begun, (fault_of(error, path),))
    found = result.diagnostics
    if form == "text" and result.issue is not None:
        found = named(found, titles(result.issue, KINDS.readings))
    read = tuple(map(str, files_read(result)))
    pdf = result.pdf if result.ok else b""
    return Outcome(len(result.pages), perf_counter() - begun, found, result.sources, read, pdf)
