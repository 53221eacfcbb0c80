"""Streams unpack by their filters, and never past their bound."""

import contextlib
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paiban.preflight.limits import Exhausted, Work
from paiban.preflight.streams import Broken, number, unpack


def unpacked(data, *filters, **entries):
    return unpack({"/F": list(filters)} | entries, Work(), data)[0]


@pytest.mark.parametrize(
    ("data", "filters", "expected"),
    [
        (b"abc", (), b"abc"),
        (zlib.compress(b"abc"), ("/Fl",), b"abc"),
        (b"", ("/Fl",), b""),
        (b"61 62 6>", ("/AHx",), b"ab`"),
        (b"9jqo^~>", ("/A85",), b"Man "),
        (bytes([2, 65, 66, 67, 254, 66, 128]), ("/RL",), b"ABCBBB"),
        (bytes([0x80, 0x0B, 0x60, 0x50, 0x22, 0x0C, 0x0C, 0x85, 0x01]), ("/LZW",), b"-----A---B"),
        (zlib.compress(b"abc").hex().encode(), ("/AHx", "/Fl"), b"abc"),
    ],
)
def test_each_filter(data, filters, expected):
    assert unpacked(data, *filters) == expected


def test_predicted_rows_are_undone():
    rows = b"\2" + bytes([1, 2, 3, 4]) + b"\2" + bytes([1, 1, 1, 1])
    parameters = {"/Predictor": 12.0, "/Columns": 4.0}
    assert unpacked(zlib.compress(rows), "/Fl", **{"/DP": parameters}) == bytes([1, 2, 3, 4, 2, 3, 4, 5])


def test_a_picture_filter_ends_the_unpacking():
    assert unpack({"/F": ["/Fl", "/DCT"]}, Work(), zlib.compress(b"jpeg")) == (b"jpeg", "/DCTDecode")


@pytest.mark.parametrize("data", [b"no zlib", zlib.compress(b"abc" * 99)[:-6]])
def test_broken_data_say_so(data):
    with pytest.raises(Broken):
        unpacked(data, "/Fl")


def test_data_past_the_bound_are_not_unpacked():
    with pytest.raises(Exhausted):
        unpacked(zlib.compress(bytes(140 << 20), 1), "/Fl")


@given(st.binary(max_size=200), st.sampled_from(["/Fl", "/AHx", "/A85", "/RL", "/LZW"]))
def test_any_data_unpack_or_are_broken(data, kind):
    with contextlib.suppress(Broken):
        assert isinstance(unpacked(data, kind), bytes)


@pytest.mark.parametrize(
    ("value", "expected"), [(1, 1.0), ("x", None), (True, None), (float("nan"), None), (1e300, 1e9)]
)
def test_numbers_are_kept_within_reason(value, expected):
    assert number(value) == expected
