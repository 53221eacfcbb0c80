"""What blocks ask of the pages that they stand on: kept by whoever gave them their pages, or told."""

from __future__ import annotations

from collections.abc import Iterator

from paiban.diagnostic import Diagnostic, diagnose
from paiban.issue import Block, Issue
from paiban.issue.pool import REST


def check_allotment(issue: Issue) -> Iterator[Diagnostic]:
    """Every block that does not stand on such a page as it asks for, among the others that it asks for."""
    standing = [
        (block, page.number_at(block.place)) for page in issue.pages for block in page.blocks if block.part != REST
    ]
    first: dict[str, tuple[Block, int]] = {}
    for block, number in standing:
        if block.package:
            other, page = first.setdefault(block.package, (block, number))
            if page != number:
                params = {"package": block.package, "name": block.id, "page": number, "other": other.id, "number": page}
                yield diagnose("P564", block.span, **params)
