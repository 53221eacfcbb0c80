"""Whatever a rule meets in a file becomes a finding, and the other rules go on."""

import io

import pikepdf
import pytest

from paiban.preflight import preflight_pdf
from paiban.preflight.context import Inspection
from paiban.preflight.findings import Findings
from paiban.preflight.layers import Layers
from paiban.preflight.limits import Exhausted
from paiban.preflight.streams import Broken
from paiban.template.standard import X1A
from tests.unit.preflight.good_pdf import EDGE, good, press


@pytest.mark.parametrize(
    ("fault", "code"),
    [
        (Exhausted("objects"), "X104"),
        (Broken("no data"), "X105"),
        (RecursionError(), "X106"),
        (ValueError("x"), "X106"),
    ],
)
def test_what_a_rule_raises_is_a_finding(fault, code):
    def rule():
        raise fault

    run = Inspection(None, press(), Findings(X1A), Layers(None))
    run.guarded(rule, "content")
    assert [f.code for f in run.findings.sorted()] == [code]


def test_file_without_pages():
    out = io.BytesIO()
    pikepdf.new().save(out)
    assert "X111" in [f.code for f in preflight_pdf(out.getvalue(), press()).findings]


def test_page_tree_in_a_circle_ends():
    draft = good()
    pages = draft.root.Pages
    pages.Kids.append(pages)
    assert "X102" in [f.code for f in preflight_pdf(draft.finished(), press()).findings]


def test_a_broken_page_does_not_hide_the_next():
    draft = good()
    draft.draw(f"1 0 0 rg {EDGE + 50} 200 9 9 re f")
    data = draft.finished()
    with pikepdf.open(io.BytesIO(data)) as pdf:
        pdf.pages.append(pdf.pages[0])
        pdf.pages[0].obj.Contents = pikepdf.Array([pdf.make_stream(b"x", Filter=pikepdf.Name.FlateDecode)])
        out = io.BytesIO()
        pdf.save(out, compress_streams=False, stream_decode_level=pikepdf.StreamDecodeLevel.none)
    found = {f.code: f.where.page for f in preflight_pdf(out.getvalue(), press()).findings}
    assert found["X105"] == 1
    assert found["X210"] == 2
