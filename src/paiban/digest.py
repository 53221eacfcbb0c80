"""SHA-256 as Python brings it, and OpenSSL's, which a run that adds up little does not load.

Loading OpenSSL takes as long as adding up a megabyte without it; what is larger it adds up several times as fast.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hashlib import _Hash
    from hashlib import sha256 as _own
else:
    try:
        from _sha2 import sha256 as _own
    except ImportError:
        try:
            from _sha256 import sha256 as _own  # until Python 3.11
        except ImportError:  # a Python that was built to have all its digests from OpenSSL
            from hashlib import sha256 as _own

LARGE = 1 << 20


def sha256(data: bytes = b"") -> _Hash:
    """The digest of ``data``, which may be added to."""
    if len(data) < LARGE:
        return _own(data)
    from hashlib import sha256 as faster  # noqa: PLC0415  see the module

    return faster(data)
