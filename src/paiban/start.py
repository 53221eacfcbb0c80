"""Where the commands begin: as little as can be loaded before a signal ends the process as it should.

While everything else is being loaded nothing has been begun, so that a signal simply ends the process; without this,
Python would print where it was interrupted.
"""

from __future__ import annotations

import _signal  # type: ignore[import-not-found]  # the part of ``signal`` that is C: the other half loads ``enum``
import sys

from paiban.asking import ask, may_ask


def main() -> int:
    """Run the command line and return its exit code."""
    if _signal.getsignal(_signal.SIGINT) is _signal.default_int_handler:
        _signal.signal(_signal.SIGINT, _signal.SIG_DFL)
    words = sys.argv[1:]
    answer = ask(words) if may_ask(words) else None
    if answer is not None:
        return answer
    from paiban.cli.main import main as run  # noqa: PLC0415  see the module

    return run()
