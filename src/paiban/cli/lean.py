"""The standard library as a command needs it: without what its modules import and no run of ours calls.

``pathlib`` can make addresses of the web and knows the paths of Windows; ``argparse`` looks for translations of its
messages, of which no installation of Python has any. Imported before either is.
"""

from __future__ import annotations

from paiban.deferred import defer

defer("gettext", gettext=lambda words: words, ngettext=lambda one, many, count: one if count == 1 else many)
defer("ntpath")
defer("urllib.parse", "quote_from_bytes", "unquote", "urlparse")
