"""An advert is one page of a file: what is wrong with its other pages is no matter."""

import pytest

from paiban.preflight import preflight_advert
from tests.unit.preflight import breakers as make
from tests.unit.preflight.good_pdf import good, press

RGB = "1 0 0 rg 9 9 9 9 re f"


def pages(*contents: str) -> bytes:
    """A file whose pages are the good one with something more painted."""
    draft = good()
    draft.draw(contents[0])
    for content in contents[1:]:
        make.second_page(draft)
        added = draft.pdf.pages[-1].obj
        added.Contents = draft.stream(added.Contents.read_bytes() + content.encode())
    return draft.finished()


@pytest.mark.parametrize("page", [1, 2, 3])
@pytest.mark.parametrize("bad", [1, 2, 3])
def test_a_fault_is_found_on_the_page_that_is_printed_and_on_no_other(page, bad):
    data = pages(*(RGB if number == bad else "" for number in (1, 2, 3)))
    report = preflight_advert(data, press(), page, 1.0)
    assert [finding.code for finding in report.findings] == (["X210"] if page == bad else []), report.text("en")
