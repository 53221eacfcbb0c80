"""Content streams as operators: every kind of operand, and nothing that raises."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paiban.preflight.tokens import JUNK, operators


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (b"1 -2 .5 +3. re", [("re", [1.0, -2.0, 0.5, 3.0])]),
        (b"q\nQ", [("q", []), ("Q", [])]),
        (b"/F1 9 Tf", [("Tf", ["/F1", 9.0])]),
        (b"/A#20B gs", [("gs", ["/A B"])]),
        (b"(plain) Tj", [("Tj", [b"plain"])]),
        (rb"(a\(b\)\101\n) Tj", [("Tj", [b"a(b)A\n"])]),
        (b"(a(b)c) Tj", [("Tj", [b"a(b)c"])]),
        (b"<4E 0> Tj", [("Tj", [b"\x4e\x00"])]),
        (b"[(a) -20 <62>] TJ", [("TJ", [[b"a", -20.0, b"b"]])]),
        (b"/P <</X [1 2] /Y (a)>> BDC", [("BDC", ["/P", {"/X": [1.0, 2.0], "/Y": b"a"}])]),
        (b"q % a comment ) \n Q", [("q", []), ("Q", [])]),
        (b"BI /W 2 /H 2 /BPC 8 ID ab\nEI Q", [("BI", [{"/W": 2.0, "/H": 2.0, "/BPC": 8.0}, b"ab"]), ("Q", [])]),
        (b"BI /W 4 /H 1 /BPC 8 ID a EI EI", [("BI", [{"/W": 4.0, "/H": 1.0, "/BPC": 8.0}, b"a EI"])]),
        (b"true false null Do", [("Do", [True, False, None])]),
        (b"1--2 w", [("1--2", []), ("w", [])]),
        (b"--2 w", [("w", [-2.0])]),
        (b"9" * 400 + b" w", [("w", [1e9])]),
        (b"] q", [(JUNK, []), ("q", [])]),
        (b"(open", [(JUNK, [])]),
    ],
)
def test_operators(source, expected):
    assert list(operators(source)) == expected


@given(st.binary(max_size=300))
def test_any_bytes_are_read_to_their_end(data):
    for operator, operands in operators(data):
        assert isinstance(operator, str)
        assert isinstance(operands, list)
