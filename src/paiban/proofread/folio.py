"""A page and a day against what their file is called."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import PurePath

from paiban.diagnostic import Diagnostic, diagnose
from paiban.language import Words
from paiban.proofread.dates import is_day, shown
from paiban.proofread.sheet import Sheet

_DAY = "(?<![0-9])((?:19|20)[0-9]{2})[-_.年]?([0-9]{2})[-_.月]?([0-9]{2})(?![0-9])"
_LETTERED = "(?:^|[-_ .])(?:[A-Da-d]0?|[Pp]|page[-_ ]?)([1-9][0-9]?)(?=$|[-_ .])"
_PAGE = f"(?:第|^|[-_ ])(?:[A-Da-d]|p|page)?0*([1-9][0-9]?)版|{_LETTERED}"


def file_names(sheet: Sheet) -> Iterator[Diagnostic]:
    """A file that is called by another day than its issue's, or by another page than its only one."""
    issue = sheet.issue
    stem = PurePath(issue.file).stem
    at = issue.pages[0].span if issue.pages else None
    day = day_in(stem)
    if at is not None and day is not None and day != issue.date:
        what = Words("日期", "the date")
        yield diagnose("P442", at, name=stem, what=what, other=shown(day), own=shown(issue.date))
    page = re.search(_PAGE, stem)
    if page is not None and len(issue.pages) == 1 and int(page.group(1) or page.group(2)) != issue.pages[0].number:
        what, other = Words("版次", "the page"), int(page.group(1) or page.group(2))
        yield diagnose("P442", at, name=stem, what=what, other=str(other), own=str(issue.pages[0].number))


def day_in(stem: str) -> date | None:
    """The day in a file's name: 20220331 or 2022-03-31."""
    found = re.search(_DAY, stem)
    if found is None:
        return None
    year, month, day = map(int, found.groups())
    return date(year, month, day) if is_day(year, month, day) else None
