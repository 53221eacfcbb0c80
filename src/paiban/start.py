"""Where the commands begin: as little as can be loaded before a signal ends the process as it should.

While everything else is being loaded nothing has been begun, so that a signal simply ends the process; without this,
Python would print where it was interrupted.
"""

from __future__ import annotations

import signal


def main() -> int:
    """Run the command line and return its exit code."""
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        signal.signal(signal.SIGINT, signal.SIG_DFL)
    from paiban.cli.main import main as run  # noqa: PLC0415  see the module

    return run()
