"""Records what other programs say of line breaks, for ``test_breaks.py`` to be held against.

    python -m tests.oracle.record path/to/LineBreakTest.txt

needs ICU (pip install icu4py) and the test data of Unicode's UAX 14. Run by hand when either has a new version.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

HERE = Path(__file__).parent
ICU_FILE, UNICODE_FILE = HERE / "icu.json", HERE / "unicode.txt"

SAMPLES = "中。，、；：？！“”‘’（）《》·–—…～/／%％℃￥$1a-◆々"
"""One character or more of each of our classes; every pair of them is asked about."""

COPY = (
    "3月5日下午，开发区召开“二次创业”高质量发展大会。",
    "项目由BIZN HK LIMITED（必振香港有限公司）投资建设，设备投资不低于1.4亿美元。",
    "观看了《奋斗2021·筑梦2022》宣传片；严格落实“3+4+7”健康管理措施。",
    "租用厂房约45000平方米，增长12.5%，气温36.5℃。",
    "他说：“好！”——会议……到此结束？",
    "写信到editor@example.com，或看https://www.example.com/a/b。",
)

SHOWN = frozenset("!$%()+,-./0123456789:;?@AZaz}{ \u2014\u00a0\u2060\u200b")
"""Characters of Unicode's samples that stand for something in newspaper copy."""


def icu_breaks(text: str) -> list[int]:
    from icu4py.breakers import LineBreaker  # type: ignore[import-not-found]  # noqa: PLC0415

    return [end for _, end in LineBreaker(text, "zh").segments()][:-1]


def record_icu() -> None:
    from icu4py import _version  # type: ignore[import-not-found]  # noqa: PLC0415

    rows = ["".join("1" if icu_breaks(a + b) else "0" for b in SAMPLES) for a in SAMPLES]
    data = {"icu": _version.icu_version, "samples": SAMPLES, "rows": rows, "copy": {c: icu_breaks(c) for c in COPY}}
    ICU_FILE.write_text(json.dumps(data, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def record_unicode(source: Path) -> None:
    lines = source.read_text(encoding="utf-8").splitlines()
    kept = lines[:5]
    for line in lines:
        case, _, _ = line.partition("\t")
        codes = [part for part in case.split() if part not in "×÷"]
        if codes and not line.startswith("#") and all(chr(int(code, 16)) in SHOWN for code in codes):
            kept.append(case)
    UNICODE_FILE.write_text("\n".join(kept) + "\n", encoding="utf-8")


if __name__ == "__main__":
    record_icu()
    record_unicode(Path(sys.argv[1]))
