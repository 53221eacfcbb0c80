"""The standards of PDF/X that a shop may ask for, by all the names that files and people call them."""

from __future__ import annotations

from paiban.value import NamedTuple


class Standard(NamedTuple):
    """One standard: what a press file calls it, its name for people, its edition, and what identifies a file of it.

    ``version`` is the PDF version that it is written in. X-4 is identified by its XMP alone (``metadata_key``); the key
    in the document information says the same to programs that read no XMP.
    """

    key: str
    name: str
    edition: str
    version: tuple[int, int]
    info_key: str
    metadata_key: str
    transparency: bool
    needs_profile: bool


X1A = Standard("x1a", "PDF/X-1a", "PDF/X-1a:2003", (1, 4), "PDF/X-1a:2003", "", transparency=False, needs_profile=False)
X4 = Standard("x4", "PDF/X-4", "PDF/X-4:2010", (1, 6), "PDF/X-4", "PDF/X-4", transparency=True, needs_profile=True)

STANDARDS = {standard.key: standard for standard in (X1A, X4)}
