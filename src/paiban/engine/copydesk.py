"""Copy at the desk, between reading and setting: what pasting left in it, and what a proofreader finds."""

from __future__ import annotations

from paiban.diagnostic import Diagnostic
from paiban.engine.kit import Kit
from paiban.hygiene.desk import silent_rows, slips_of, tidied, told
from paiban.issue import Issue, issue_texts
from paiban.output.verify import verify_mends
from paiban.proofread import proofread

MEND = "mend"


def at_the_desk(issue: Issue, kit: Kit) -> tuple[Issue, tuple[Diagnostic, ...]]:
    """The issue with its copy as it is to be set, and what is to be said of it.

    Where the style sheet has copy put right, it is held against what was read through the listed replacements, whoever
    listed them. A proofreader reads what is put right either way: nothing is told twice.
    """
    readings, mends, memo = kit.kinds.readings, kit.style.copy == MEND, kit.rack.memo
    silent = silent_rows(kit.style.slips)
    tidy = tidied(issue, readings, memo, silent)
    slips = slips_of(issue, readings, memo, silent)
    found = told(slips, "P431") if mends else told(slips, "P430", kit.style.slips)
    read = proofread(tidy, readings, kit.style.proofreading, memo)
    lost = verify_mends(issue_texts(issue, readings), issue_texts(tidy, readings), silent) if mends else ()
    return tidy if mends else issue, (*found, *read, *lost)
