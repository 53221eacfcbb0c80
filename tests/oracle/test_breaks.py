"""Break opportunities against recorded answers of ICU and Unicode's own test data for UAX 14.

Where we differ, we differ on purpose: every difference must be explained by one of the reasons below, and every reason
must still explain some difference.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator

import pytest

from tests.oracle.record import ICU_FILE, UNICODE_FILE
from tests.support.composed import prepared

QUOTES, SIGNS_AFTER, SIGNS_BEFORE = "“”‘’", "%％℃", "￥$"

Reason = Callable[[str, str, bool], bool]

ICU_REASONS: dict[str, Reason] = {
    "quotes have a direction here, whereas UAX 14 lets QU cling to both sides": (
        lambda a, b, ours: ours and (a in QUOTES or b in QUOTES)
    ),
    "a closing quote before Latin, with no partner, is Latin and clings to it": (
        lambda a, b, ours: not ours and a == "”" and b == "a"
    ),
    "· — ～ ／ do not begin a line (clreq: prohibition rules); ～ is ID and · is AI in UAX 14": (
        lambda a, b, ours: not ours and b in "·—～／"
    ),
    "a solidus does not end a line (GB level)": lambda a, b, ours: not ours and a in "/／" and b not in "·—～／",
    "a bullet stays with what follows it": lambda a, b, ours: not ours and a == "◆" and b not in "·—～／",
    "signs after a number never begin a line, whatever stands before them": (
        lambda a, b, ours: not ours and b in SIGNS_AFTER and a not in "/／◆￥$"
    ),
    "signs before a number never end a line, whatever stands after them": (
        lambda a, b, ours: not ours and a in SIGNS_BEFORE and b not in "·—～／"
    ),
    "a number's sign is followed by what may begin a line": (
        lambda a, b, ours: ours and a in SIGNS_AFTER and b not in QUOTES
    ),
    "· — – ～ … may end a line": lambda a, b, ours: ours and a in "·—–-～…" and b not in QUOTES,
    "々 is Han: newspapers of the mainland have no prohibition for it": (
        lambda a, b, ours: ours and "々" in (a, b) and a not in QUOTES + "·—–-～…" + SIGNS_AFTER
    ),
    "an amount or a bullet after Latin begins something new": (
        lambda a, b, ours: ours and a in "1a" and b in SIGNS_BEFORE + "◆"
    ),
    "an ellipsis between Latin, or at a paragraph's end before it, clings to it": (
        lambda a, b, ours: not ours and a == "…" and b in "a1"
    ),
}

UNICODE_REASONS: dict[str, Reason] = {
    "prohibitions hold across a space too: a space typed there is a slip, and at a paragraph's start it falls away": (
        lambda a, b, ours: not ours and a in " \u200b"
    ),
    "an amount after a number begins something new": lambda a, b, ours: ours and (a, b) in {("0", "$"), ("%", "0")},
    "a point inside a word belongs to it": lambda a, b, ours: not ours and (a, b) == (".", "2"),
    "signs before a number never end a line": lambda a, b, ours: not ours and a == "$" and b != "—",
    "signs after a number never begin a line": lambda a, b, ours: not ours and b == "%" and a not in " \u200b$/",
    "— does not begin a line": lambda a, b, ours: not ours and b == "—" and a not in " \u200b",
    "half-width marks cling to the Western text that follows without a space": (
        lambda a, b, ours: not ours and a in "},!?;:)%" and b not in "—%\u200b"
    ),
    "a solidus does not end a line unless it stands between Latin": (
        lambda a, b, ours: not ours and a == "/" and b not in "—"
    ),
    "a no-break space holds on both sides": lambda a, b, ours: not ours and "\u00a0" in (a, b) and a not in "$/},!%",
}


def ours(text: str) -> set[int]:
    made = prepared(text)
    return {made.starts[place] for place in made.breaks[:-1]}


def icu_differences() -> Iterator[tuple[str, str, bool]]:
    data = json.loads(ICU_FILE.read_text(encoding="utf-8"))
    for a, row in zip(data["samples"], data["rows"], strict=True):
        for b, theirs in zip(data["samples"], row, strict=True):
            if bool(ours(a + b)) != (theirs == "1"):
                yield a, b, theirs == "0"


def unicode_cases() -> Iterator[tuple[str, set[int]]]:
    for line in UNICODE_FILE.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            text, breaks = "", set()
            for part in line.split():
                if part == "÷":
                    breaks.add(len(text))
                elif part != "×":
                    text += chr(int(part, 16))
            yield text, breaks - {0, len(text)}


def unicode_differences() -> Iterator[tuple[str, str, bool]]:
    for text, theirs in unicode_cases():
        mine = ours(text)
        for index in sorted(mine ^ theirs):
            yield text[index - 1], text[index], index in mine


@pytest.mark.parametrize(
    ("differences", "reasons"),
    [(icu_differences, ICU_REASONS), (unicode_differences, UNICODE_REASONS)],
    ids=["ICU", "Unicode"],
)
def test_every_difference_has_its_reason_and_every_reason_its_differences(differences, reasons):
    found = list(differences())
    used = set()
    for difference in found:
        given = [reason for reason, explains in reasons.items() if explains(*difference)]
        assert given, difference
        used |= set(given)
    assert used == set(reasons)


def test_real_copy_breaks_where_icu_breaks_it_and_addresses_more_often():
    """But for 万 and 亿, which belong to their number here and are ideographs like any others in UAX 14."""
    for copy, theirs in json.loads(ICU_FILE.read_text(encoding="utf-8"))["copy"].items():
        wanted = {place for place in theirs if not (copy[place] in "万亿" and copy[place - 1].isdigit())}
        assert ours(copy) > wanted if "@" in copy else ours(copy) == wanted


def test_most_pairs_agree():
    data = json.loads(ICU_FILE.read_text(encoding="utf-8"))
    pairs = len(data["samples"]) ** 2
    assert len(list(icu_differences())) < pairs / 3
