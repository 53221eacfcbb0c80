"""A page and a day against what their file is called."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePath

from paiban.days import day_in
from paiban.diagnostic import Diagnostic, diagnose
from paiban.language import Words
from paiban.proofread.dates import shown
from paiban.proofread.sheet import Sheet

_LETTERED = "(?:^|[-_ .])(?:[A-Da-d]0?|[Pp]|page[-_ ]?)([1-9][0-9]?)(?=$|[-_ .])"
_PAGE = f"(?:第|^|[-_ ])(?:[A-Da-d]|p|page)?0*([1-9][0-9]?)版|{_LETTERED}"


def file_names(sheet: Sheet) -> Iterator[Diagnostic]:
    """A file that is called by another day than its issue's, or by another page than its only one."""
    issue = sheet.issue
    stem = PurePath(issue.file).stem
    if not any(character.isdigit() for character in stem):
        return
    at = issue.pages[0].span if issue.pages else None
    day = day_in(stem)
    if at is not None and day is not None and day != issue.date:
        what = Words("日期", "the date")
        yield diagnose("P442", at, name=stem, what=what, other=shown(day), own=shown(issue.date))
    page = re.search(_PAGE, stem)
    if page is not None and len(issue.pages) == 1 and int(page.group(1) or page.group(2)) != issue.pages[0].number:
        what, other = Words("版次", "the page"), int(page.group(1) or page.group(2))
        yield diagnose("P442", at, name=stem, what=what, other=str(other), own=str(issue.pages[0].number))
