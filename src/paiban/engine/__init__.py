"""The straight line from an issue file to finished pages and their PDF; every command calls it.

Stages: read the issue, load what the layout folder says, make up each page, compose it, prove that the text drawn is
the copy read, check it against the press, write the PDF. Each returns values and diagnostics; nothing is printed here.
"""

from __future__ import annotations

from paiban.engine.printing import with_pdf, written
from paiban.engine.reading import read_issue
from paiban.engine.resident import Engine, set_issue, typeset
from paiban.engine.setting import Result

__all__ = ["Engine", "Result", "read_issue", "set_issue", "typeset", "with_pdf", "written"]
