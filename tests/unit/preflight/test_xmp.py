"""XMP is read flat, and its dates are compared as instants."""

import pytest

from paiban.preflight.streams import Broken
from paiban.preflight.xmp import pdf_date, read_xmp, xmp_date
from tests.unit.preflight.good_pdf import xmp


def test_properties_come_by_prefix_and_name():
    found = read_xmp(xmp().encode())
    assert found["dc:title"] == "测试报"
    assert found["pdfxid:GTS_PDFXVersion"] == "PDF/X-4"


def test_properties_may_be_attributes():
    source = (
        '<r:RDF xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:p="http://ns.adobe.com/pdf/1.3/">'
        '<r:Description p:Trapped="False"/></r:RDF>'
    )
    assert read_xmp(source.encode()) == {"pdf:Trapped": "False"}


@pytest.mark.parametrize(
    "source", [b"", b"<a", b"<!DOCTYPE a><a/>", b"<a>" * 100, b"<a/>" + b" " * (1 << 21) + b"<!-- -->"]
)
def test_what_is_no_safe_xml_is_refused(source):
    with pytest.raises(Broken):
        read_xmp(source)


@pytest.mark.parametrize(
    ("pdf", "meta"),
    [
        ("D:20220331000000+08'00'", "2022-03-31T00:00:00+08:00"),
        ("D:20220331000000+08'00'", "2022-03-30T16:00:00Z"),
        ("D:20220331000000+08'00", "2022-03-31T00:00:00.00+08:00"),
        ("D:20220331", "2022-03-31"),
        ("D:2022", "2022"),
        ("D:20220331120000Z", "2022-03-31T12:00Z"),
    ],
)
def test_equal_instants(pdf, meta):
    assert pdf_date(pdf) == xmp_date(meta)
    assert pdf_date(pdf) is not None


@pytest.mark.parametrize("text", ["", "2022", "D:20221301", "D:20220331x", "D:20220331250000"])
def test_malformed_dates(text):
    assert pdf_date(text) is None
