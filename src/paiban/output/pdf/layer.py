"""ReportLab's object layer, loaded without what no page of ours calls.

Its helpers import Pillow's ``Image``, the widths of the standard fonts, an interpreter of expressions, the makers of
temporary files and much of the standard library: two thirds of all that would be loaded for the PDF. They come when
something is asked of them; what the layer reads of them while it writes, the names of the encodings of PDF strings, it
is given, and so are the name of this Python and its own MD5.
"""

from __future__ import annotations

import sys
from contextlib import suppress

from paiban.deferred import defer

_ENCODINGS = (
    "WinAnsiEncoding", "MacRomanEncoding", "StandardEncoding", "SymbolEncoding", "ZapfDingbatsEncoding",
    "PDFDocEncoding", "MacExpertEncoding",
)  # fmt: skip

_PYTHONS = {"cpython": "CPython", "pypy": "PyPy"}
_PYTHON = _PYTHONS.get(sys.implementation.name, sys.implementation.name)

defer("ast", "literal_eval")
defer("base64", "decodebytes", "encodebytes")
defer("glob", "glob")
defer("platform", python_implementation=lambda: _PYTHON)
defer("PIL.Image")
defer("pickle")
defer("reportlab.pdfbase.pdfmetrics", standardEncodings=_ENCODINGS)
defer("reportlab.pdfbase.pdfutils")
defer("reportlab.lib.rltempfile", "get_rl_tempfile", "get_rl_tempdir")
defer("reportlab.lib.rl_safe_eval", "rl_safe_exec", "rl_safe_eval", "safer_globals", "rl_extended_literal_eval")

with suppress(ImportError):  # a Python that was built to have all its digests from OpenSSL
    from _md5 import md5  # type: ignore[import-not-found]

    defer("hashlib", md5=md5)

from reportlab.pdfbase import pdfdoc  # noqa: E402  what it imports was deferred first
from reportlab.pdfbase.pdfdoc import PDFObjectReference  # noqa: E402
from reportlab.pdfbase.rl_codecs import RL_Codecs  # noqa: E402

RL_Codecs.register()

__all__ = ["PDFObjectReference", "pdfdoc"]
