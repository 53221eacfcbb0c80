"""The PDF that goes to the press.

In come finished pages (``paiban.display``), the faces they name and the print condition; out goes one PDF/X file:
each page's display list as a content stream, every face cut to what was drawn, pictures as ink, adverts as they are.
The same pages give the same bytes. Nothing follows but the press.
"""

from __future__ import annotations

from paiban.output.pdf.write import write_pdf

__all__ = ["write_pdf"]
