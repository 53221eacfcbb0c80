"""Copy at the desk, between reading and setting: what pasting left in it, and what a proofreader finds."""

from __future__ import annotations

from paiban.diagnostic import Diagnostic
from paiban.engine.kit import Kit
from paiban.hygiene.desk import tidied
from paiban.issue import Issue, issue_texts
from paiban.output.verify import verify_mends
from paiban.proofread import proofread


def at_the_desk(issue: Issue, kit: Kit) -> tuple[Issue, tuple[Diagnostic, ...]]:
    """The issue with its copy as it is to be set, and what is to be said of it.

    What was put right is held against what was read through the listed replacements, whoever listed them.
    """
    readings = kit.kinds.readings
    read = proofread(issue, readings, kit.style.proofreading)
    tidy, found = tidied(issue, readings, kit.style.copy)
    lost = verify_mends(issue_texts(issue, readings), issue_texts(tidy, readings)) if tidy is not issue else ()
    return tidy, (*found, *read, *lost)
