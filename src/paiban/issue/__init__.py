"""The issue file: from words to frozen values.

In comes the path of an issue file; ``read_issue`` reads its nodes (``source``), decodes them by the one table of fields
(``table``), builds the values (``model``) and checks what they say against the template (``check``). Out goes an
``Issue`` or, with every fault named, None. The same table writes the JSON Schema and the documentation. What blocks say
is their kinds' own: each comes in as a ``Reading``. Next: ``makeup``.
"""

from __future__ import annotations

from paiban.issue.check import asked_faces, check_faces
from paiban.issue.copy import issue_texts, page_texts, rewritten, rewritten_block
from paiban.issue.kind import Reading, Readings
from paiban.issue.model import (
    Block,
    BoxStyle,
    CopyPool,
    Issue,
    IssuePage,
    Jump,
    LegsForm,
    Paragraph,
    Place,
    Quota,
)
from paiban.issue.read import read_issue

__all__ = [
    "Block",
    "BoxStyle",
    "CopyPool",
    "Issue",
    "IssuePage",
    "Jump",
    "LegsForm",
    "Paragraph",
    "Place",
    "Quota",
    "Reading",
    "Readings",
    "asked_faces",
    "check_faces",
    "issue_texts",
    "page_texts",
    "read_issue",
    "rewritten",
    "rewritten_block",
]
