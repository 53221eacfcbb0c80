"""The SVG of a page beside its PDF, drawn by programs that know nothing of each other."""

from __future__ import annotations

from itertools import chain

import pytest

from paiban.engine.printing import finished
from paiban.output.model import Finished, Options
from paiban.output.pdf import write_pdf
from paiban.output.svg import write_svg
from tests.page.conftest import result_of
from tests.support.rendered import difference, pdf_drawn, svg_drawn, svg_in_browser

NAMES = ("specimen", "kaifaqu-shizheng")
QUARTER_POINT = ((0.25, 0), (-0.25, 0), (0, 0.25), (0, -0.25))
NEAR = 6
"""Of 255: what anti-aliasing differs by between two rasterisers, over a page of fine type; a page set otherwise, or
moved by half a line, has twenty and more."""


@pytest.fixture(scope="module", params=NAMES)
def page(request) -> Finished:
    """A sample without bleed and marks, so that the PDF's sheet is the trim."""
    set_pages = finished(result_of(request.param))
    return set_pages._replace(pages=tuple(page._replace(bleed=0) for page in set_pages.pages))


@pytest.fixture(scope="module")
def printed(page, tmp_path_factory):
    pdf, _ = write_pdf(page.pages, page.catalogue, page.press._replace(marks=()), page.info)
    return pdf_drawn(pdf, tmp_path_factory.mktemp("pdf"))


def svg_of(page: Finished, **options) -> bytes:
    (file,) = write_svg(page, Options(**options)).files
    return file.data


def moved(svg: bytes, x: float, y: float) -> bytes:
    return svg.replace(b'viewBox="0 0 ', f'viewBox="{x} {y} '.encode(), 1)


def test_outlines_stand_where_the_pdf_has_them(page, printed, tmp_path):
    svg = svg_of(page, outlines=True)
    here = difference(svg_drawn(svg, tmp_path), printed)
    assert here < NEAR
    for x, y in QUARTER_POINT:
        assert difference(svg_drawn(moved(svg, x, y), tmp_path), printed) > here


def test_faces_stand_where_the_pdf_has_them(page, printed, tmp_path):
    svg = svg_of(page)
    here = difference(svg_in_browser(svg, tmp_path), printed)
    assert here < NEAR
    assert difference(svg_in_browser(moved(svg, 0.25, 0.25), tmp_path), printed) > here


def test_the_file_needs_nothing_beside_itself(page):
    for outlines in (False, True):
        svg = svg_of(page, outlines=outlines).decode()
        sources = [part.partition('"')[0] for part in svg.split('href="')[1:]]
        urls = [part.partition(")")[0] for part in svg.split("url(")[1:]]
        assert all(source.startswith(("#", "data:")) for source in chain(sources, urls))


def test_the_same_page_gives_the_same_bytes(page):
    assert svg_of(page) == svg_of(page)
