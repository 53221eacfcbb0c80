"""``python -m paiban``: the same program as ``paiban`` and ``paiban``."""

from __future__ import annotations

import sys

from paiban.start import main

sys.exit(main())
