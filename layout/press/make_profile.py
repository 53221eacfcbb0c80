"""Make ``paiban-newsprint-26.icc``, or show what it is made of.

    python layout/press/make_profile.py            write the profile beside this file
    python layout/press/make_profile.py --check    say whether the file there is what would be written
    python layout/press/make_profile.py --table    print the characterisation

Needs NumPy (``pip install paiban[tools]``).
"""

from __future__ import annotations

import sys
from pathlib import Path

HERE = Path(__file__).parent
TARGET = HERE / "paiban-newsprint-26.icc"

sys.path.insert(0, str(HERE))

from newsprint_profile.tables import build  # noqa: E402  the folder beside this script is no installed package


def main(arguments: list[str]) -> int:
    """Do what the one argument says."""
    if arguments == ["--table"]:
        from newsprint_profile.report import characterisation  # noqa: PLC0415  not wanted for making the profile

        print(characterisation())
        return 0
    made = build()
    if arguments == ["--check"]:
        same = TARGET.read_bytes() == made
        print("the same" if same else "different")
        return 0 if same else 1
    TARGET.write_bytes(made)
    print(f"{TARGET.name}: {len(made)} bytes")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
