"""ReportLab's object layer, loaded without Pillow.

ReportLab's own helpers import Pillow's ``Image``, which a page whose pictures come from the cache never uses and which
costs a fifth of all that is loaded for the PDF. A module that loads when it is first looked into stands in for it.
"""

from __future__ import annotations

import sys
from importlib.util import LazyLoader, find_spec, module_from_spec


def _image_when_used() -> None:
    """Put a lazy ``PIL.Image`` in place, unless the real one is there already."""
    import PIL  # noqa: PLC0415  the package itself is next to nothing

    spec = find_spec("PIL.Image") if "PIL.Image" not in sys.modules else None
    if spec is None or spec.loader is None:
        return
    spec.loader = LazyLoader(spec.loader)
    module = module_from_spec(spec)
    sys.modules["PIL.Image"] = module
    spec.loader.exec_module(module)
    PIL.Image = module  # type: ignore[attr-defined]


_image_when_used()

from reportlab.pdfbase import pdfdoc  # noqa: E402  it imports Pillow
from reportlab.pdfbase.pdfdoc import PDFObjectReference  # noqa: E402

__all__ = ["PDFObjectReference", "pdfdoc"]
