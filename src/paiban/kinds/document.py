"""``python -m paiban.kinds.document docs/issue-file.md`` writes that page anew; a test holds it against the table."""

from __future__ import annotations

import sys
from pathlib import Path

from paiban.issue.document import document
from paiban.kinds import KINDS

if __name__ == "__main__":
    Path(sys.argv[1]).write_text(document(KINDS.readings), encoding="utf-8")
