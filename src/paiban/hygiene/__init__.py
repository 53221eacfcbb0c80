"""来稿整理: what pasting leaves in copy, found and put right by one table.

In comes copy as it was read; out come the replacements that the table asks for, listed one by one, each with what was
typed. ``table`` says what is replaced by what (``quotes`` finds sides), ``mend`` finds it in a paragraph and gives copy
that knows what was typed, ``desk`` does so for a whole issue and says what it found. The text stage follows. Nothing
here touches a file.
"""

from paiban.hygiene.mend import Replacement, mended, replacements, written
from paiban.hygiene.table import ROWS, Row

__all__ = ["ROWS", "Replacement", "Row", "mended", "replacements", "written"]
