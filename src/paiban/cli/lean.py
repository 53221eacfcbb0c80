"""The standard library as a command needs it: without what its modules import and no run of ours calls.

``pathlib`` can make addresses of the web and knows the paths of Windows; ``argparse`` looks for translations of its
messages, of which no installation of Python has any; ``datetime`` has all its classes once more in Python, to drop them
for those in C. Imported before any of them is.
"""

from __future__ import annotations

from contextlib import suppress

from paiban.deferred import defer

defer("gettext", gettext=lambda words: words, ngettext=lambda one, many, count: one if count == 1 else many)
defer("ntpath")
defer("urllib.parse", "quote_from_bytes", "unquote", "urlparse")
with suppress(ImportError):  # a Python that has no such half
    import _datetime  # type: ignore[import-not-found]

    defer("datetime", **{name: value for name, value in vars(_datetime).items() if not name.startswith("_")})
