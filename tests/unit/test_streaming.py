"""Many pages painted one by one, by any number of processes: what comes of it is what setting them together gives."""

from __future__ import annotations

import os
import signal

import pytest

from paiban.engine import set_issue, with_pdf
from paiban.engine.house import House
from paiban.engine.printing import Printing
from paiban.output.model import PLAIN
from tests.support.issues import briefs, han, issue_text, story, tiny_fonts

HOUSE = House(tiny_fonts())


def issue(folder, count=6, **lead):
    """An issue whose pages share glyphs, and of which each has some of its own."""
    pages = [
        {
            "page": 1 + number, "section": han(2, number), "template": "tabloid", "body": "standard",
            "stories": [story(f"s{number}", **{"body": han(90 + number, 7 * number), **(lead if number == 2 else {})}),
                        briefs(han(30, number), id_=f"b{number}", columns="5")],
        }
        for number in range(count)
    ]  # fmt: skip
    text = issue_text(pages=pages)
    lines = [x for x in text.splitlines() if not x.startswith(("page:", "section:", "template:", "body:", "stories:"))]
    path = folder / "issue.yaml"
    path.write_text("\n".join(lines) + "\n", "utf-8")
    return path


def printed(path, workers, note=lambda done, _issue, _kit: done.page.number):
    return with_pdf(set_issue(path, None, HOUSE, printing=Printing(PLAIN, note, workers)))


def whole(path):
    return with_pdf(set_issue(path, None, HOUSE))


@pytest.mark.parametrize("workers", [0, 1, 2, 3, 8])
def test_the_pdf_is_that_of_all_pages_together(tmp_path, workers):
    path = issue(tmp_path)
    one, all_ = printed(path, workers), whole(path)
    assert one.pdf == all_.pdf != b""
    assert one.diagnostics == all_.diagnostics
    assert one.sources == all_.sources
    assert one.notes == (1, 2, 3, 4, 5, 6)
    assert [(page.number, page.section) for page in one.pages] == [(page.number, page.section) for page in all_.pages]


def test_nothing_stays_on_a_page(tmp_path):
    result = printed(issue(tmp_path), 2)
    assert result.makeups == ()
    assert not any(page.items for page in result.pages)


def test_what_is_wrong_is_told_all_the_same(tmp_path):
    path = issue(tmp_path, body=han(4000))
    one, all_ = printed(path, 2), whole(path)
    assert "P501" in {found.code for found in one.diagnostics}
    assert (one.pdf, one.diagnostics) == (b"", all_.diagnostics)


def test_few_pages_stay_as_they_are(tmp_path):
    result = printed(issue(tmp_path, 2), 2)
    assert len(result.makeups) == 2
    assert result.notes == ()


def test_a_process_that_is_ended_loses_no_page(tmp_path):
    here = os.getpid()

    def note(done, _issue, _kit):
        if done.page.number == 4 and os.getpid() != here:
            os.kill(os.getpid(), signal.SIGKILL)
        return done.page.number

    path = issue(tmp_path)
    result = printed(path, 2, note)
    assert result.notes == (1, 2, 3, 4, 5, 6)
    assert result.pdf == whole(path).pdf
