"""What a page says of its issue: fields of furniture and nameplates as copy, and the issue with its blocks filled.

A nameplate says the date and how many pages there are, an index on which page a story stands. What they say is settled
once all blocks have their pages, and before anything is set.
"""

from __future__ import annotations

from collections.abc import Sequence

from paiban.days import issues_between, plain_date, weekday
from paiban.diagnostic import Diagnostic
from paiban.issue.kind import Edition, Mention, Readings
from paiban.issue.model import Block, Imprint, Issue, IssuePage
from paiban.issue.pool import REST
from paiban.memo import Memo
from paiban.span import Text, plain_text
from paiban.template import FurniturePart

SPACE = "\u3000"
"""Parts the halves of a headline that stands on one line elsewhere."""


def filled(issue: Issue, readings: Readings, memo: Memo) -> tuple[Issue, tuple[Diagnostic, ...]]:
    """The issue with its pages counted and every block saying of it what it is to say; what is wrong with that."""
    count = issue.imprint.pages or sum(len(page.numbers) for page in issue.pages)
    issue = issue._replace(imprint=issue.imprint._replace(pages=count))
    mentions = mentions_of(issue, readings)
    found: list[Diagnostic] = []
    pages = []
    for page in issue.pages:
        edition = Edition(issue, page, mentions)
        blocks = [_filled(block, edition, readings, memo, found) for block in page.blocks]
        pages.append(page._replace(blocks=tuple(blocks)))
    return issue._replace(pages=tuple(pages)), tuple(found)


def _filled(block: Block, edition: Edition, readings: Readings, memo: Memo, found: list[Diagnostic]) -> Block:
    """A block that says of the issue what it said before is the same block, as long as it is so itself."""
    content, told = readings[block.kind].filled(block.content, edition)
    found += told
    if content is block.content:
        return block
    content = memo.same(content)
    return memo.made("filled", (block, content), lambda: block._replace(content=content))


def mentions_of(issue: Issue, readings: Readings) -> dict[str, Mention]:
    """Every block of an issue as others name it, a space for an editor's break; of one that jumps the first part.

    One that has no page yet has page 0.
    """
    loose = [(0, block) for block in issue.pool.blocks] if issue.pool is not None else []
    paged = [
        (page.number_at(block.place), block) for page in issue.pages for block in page.blocks if block.part != REST
    ]
    titles = {block.id: readings[block.kind].title(block.content) for _, block in (*loose, *paged)}
    on_one_line = {id_: SPACE.join(title.replace("|", "\n").splitlines()) for id_, title in titles.items()}
    return {block.id: Mention(number, on_one_line[block.id]) for number, block in (*loose, *paged)}


def part_copies(part: FurniturePart, issue: Issue, page: IssuePage, own: bool) -> list[Text]:
    """What a part of words with fields says on a page, nothing where the issue says nothing.

    ``own``: it stands for the editor's copy, which is drawn as his and not said over again.
    """
    copies = [plain_text(part.words)] if part.words else field_copies(part.field, issue, page)
    return copies if own else [plain_text(copy.value) for copy in copies]


def joined(copies: Sequence[Text]) -> list[Text]:
    """Pieces of copy, those of our own making in one as far as they stand together: a space has what it parts."""
    pieces: list[Text] = []
    for copy in copies:
        if pieces and not pieces[-1].file and not copy.file:
            pieces[-1] = plain_text(pieces[-1].value + copy.value)
        else:
            pieces.append(copy)
    return pieces


def field_copies(field: str, issue: Issue, page: IssuePage) -> list[Text]:
    """What a field stands for on a page, as its pieces of copy."""
    if field in LUNAR:
        return lunar_copies(field, issue)
    imprint = issue.imprint
    known: dict[str, Sequence[Text | None]] = {
        "paper": [issue.paper],
        "date": [plain_text(plain_date(issue.date))],
        "weekday": [plain_text(weekday(issue.date))],
        "page": [plain_text(f"{page.number}")],
        "section": [page.section],
        "issue_no": [issue.number or counted(issue, imprint)],
        "credits": credit_copies(page),
        "pages": [plain_text(f"{imprint.pages}") if imprint.pages else None],
        "registration": [imprint.registration],
        "weather": [imprint.weather],
        "price": [imprint.price],
        "web": [imprint.web],
    }
    return [copy for copy in known[field] if copy is not None]


LUNAR = frozenset({"lunar", "lunar_year", "term"})
"""The fields that are computed from sun and moon."""


def lunar_copies(field: str, issue: Issue) -> list[Text]:
    """The day of the lunar calendar, its year, or the solar term that the day has."""
    from paiban.lunar import YEARS, lunar_words, lunar_year, solar_term  # noqa: PLC0415  few papers print it

    if issue.date.year not in YEARS:  # a slip, or no date at all
        return []
    words = {"lunar": lunar_words, "lunar_year": lunar_year, "term": solar_term}[field](issue.date)
    return [plain_text(words)] if words else []


def counted(issue: Issue, imprint: Imprint) -> Text | None:
    """The number of an issue as it is counted from another; None where it comes before that."""
    first = imprint.first
    if first is None or issue.date < first.day:
        return None
    between = issues_between(first.day, issue.date, first.weekdays, first.closed)
    return plain_text(f"第{first.number + between}期")


def credit_copies(page: IssuePage) -> list[Text]:
    """版务 one after another, each label and name its own copy."""
    pairs = [[label, plain_text("："), name] for label, name in page.credits]
    return [copy for number, pair in enumerate(pairs) for copy in ([plain_text("　")] * (number > 0) + pair)]
