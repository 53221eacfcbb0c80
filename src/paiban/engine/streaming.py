"""Many pages, set, proved and painted one by one by several processes: a page is dropped once it is painted.

What is left of a page is its place in the PDF, what was found of it, which copy it claims to set, and the notes that
somebody wanted. So memory grows with the PDF and hardly more, and any number of processes gives the same bytes: pages
are painted in codes of their own and joined in their order.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from typing import Any

from paiban.diagnostic import Diagnostic, has_errors
from paiban.display import Artwork, Page
from paiban.engine.adverts import check_adverts
from paiban.engine.kit import Kit
from paiban.engine.printing import Printing, document_info
from paiban.engine.setting import Result, advised, filled_pages, head_on, set_page
from paiban.forked import Forked, processes
from paiban.issue import Issue, issue_texts
from paiban.issue.anchor import told_of
from paiban.makeup.frame.rack import Rack
from paiban.memo import Memo
from paiban.output.pdf.page import Painted
from paiban.output.pdf.write import painted, write_painted
from paiban.output.verify import Claims, claims_of, verify_claims
from paiban.output.visible import check_visible
from paiban.span import Text
from paiban.value import NamedTuple


class Proved(NamedTuple):
    """What is left of a page that was set, proved and painted: ``page`` has nothing on it but adverts in PDF."""

    page: Page
    head: tuple[Text, ...]
    found: tuple[Diagnostic, ...]
    seen: tuple[Diagnostic, ...]
    claims: Claims
    painted: Painted
    note: Any


def print_pages(
    issue: Issue, kit: Kit, found: Sequence[Diagnostic], sources: Mapping[str, str], printing: Printing
) -> Result:
    """What ``set_pages`` and the PDF of its result come to, without the pages; ``notes`` are those wanted of each."""
    import paiban.font.harfbuzz  # noqa: F401, PLC0415  once, before there are processes that all need it

    issue, diagnostics = filled_pages(issue, kit, found)
    info = document_info(issue, draft=False)
    done: list[Proved] = []

    def joined() -> Iterator[Painted]:
        for proved in proved_pages(issue, kit, printing):
            done.append(proved._replace(painted=NOTHING))
            yield proved.painted

    pdf, noticed = write_painted(joined(), kit.catalogue, kit.press, info)
    pages = tuple(each.page for each in done)
    diagnostics += (d for each in done for d in each.found)
    diagnostics += check_adverts(pages, kit.press)
    diagnostics += (d for each in done for d in each.seen)
    if not has_errors(diagnostics):
        texts = issue_texts(issue, kit.kinds.readings, [each.head for each in done])
        diagnostics += verify_claims([each.claims for each in done], texts)
    if has_errors(diagnostics):
        pdf, noticed = b"", ()
    told = told_of(issue, (*diagnostics, *noticed))
    return Result(issue, kit, (), pages, told, sources, pdf, notes=tuple(each.note for each in done))


NOTHING = Painted((), (), (), ())
"""What is left of a painted page once it stands in its document."""


def proved_pages(issue: Issue, kit: Kit, printing: Printing) -> Iterator[Proved]:
    """Every page in its order. Where a process is ended from outside, this one does the rest of its pages."""
    count = min(processes(printing.workers), len(issue.pages))
    own = kit._replace(rack=Rack(Memo(1), kit.press.limits))

    def every(worker: int, send: Callable[[Proved], None]) -> None:
        for number in range(worker, len(issue.pages), count):
            send(proved_page(issue, number, own, printing))

    streams = [Forked[Proved](partial(every, worker)) for worker in range(count)] if count > 1 else []
    for number in range(len(issue.pages)):
        proved = streams[number % count].next() if streams else None
        yield proved or proved_page(issue, number, own, printing)
    for stream in streams:
        stream.end()


def proved_page(issue: Issue, number: int, kit: Kit, printing: Printing) -> Proved:
    """One page set, proved and painted; of what was made for it only what the last page used too stays."""
    memo = kit.rack.memo
    memo.next_turn()
    done = advised(issue, set_page(issue, issue.pages[number], kit), kit)
    page, info = done.page, document_info(issue, draft=False)
    return Proved(
        page=page._replace(items=tuple(item for item in page.items if isinstance(item, Artwork)), frames=()),
        head=head_on(issue.pages[number], page),
        found=done.found,
        seen=check_visible([page], kit.catalogue, kit.press, memo),
        claims=claims_of(page),
        painted=painted(page, kit.catalogue, kit.press, info, printing.options.halved, None, Memo()),
        note=printing.note(done, issue, kit),
    )
