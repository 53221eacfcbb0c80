"""The whole command line, through ``main()``: whatever is given, an answer that ends, with a code, never a traceback.

A case is a number: the same number is the same case for ever. A run goes through slices of cases::

    PAIBAN_FUZZ=whole .venv/bin/pytest -n 1 tests/fuzz/test_command_fuzz.py

goes through all of ``WHOLE``, the kinds side by side; a slice without a fault is noted (``.fuzz-passed`` beside this
file) and not gone through again, so that the same command goes on where it was stopped. Without it the first few cases
of each kind are gone through.
"""

from __future__ import annotations

import contextlib
import gc
import io
import json
import os
import random
import re
import shutil
import sys
import time
import unicodedata
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from itertools import product
from multiprocessing import get_context
from pathlib import Path

import pytest
from tests.support.issues import issue_text, picture, story, tiny_fonts

from paiban.cli import main
from paiban.cli.main import COLLECT_AFTER
from paiban.resources import resource_folder
from paiban.text.charclass import TABLE

SIGNS = [*(row.characters[0] for row in TABLE if row.characters), *(run for row in TABLE for run in row.runs[:1]),
         "天", "a", "7", "12.5", "Ａ", "㎡", "①", "→", "é", "Ω", "½", "⁰", "ｱ", "e\u0301", "𠮷"]  # fmt: skip
"""One of every class of characters, and of every row of its table."""

PAIRS = list(product(SIGNS, SIGNS, ("horizontal", "vertical")))

WHOLE = {"check": 100_000, "set": 20_000, "layout": 5_000, "file": 5_000, "command": 5_000, "sign": len(PAIRS)}
"""Cases of each kind in a whole run."""

SHORT = {"check": 40, "set": 25, "layout": 20, "file": 20, "command": 40, "sign": 20}
"""The same in a short one."""

LONG = os.environ.get("PAIBAN_FUZZ") == "whole"
SLICE = 50 if LONG else 5
PASSED = Path(__file__).with_name(".fuzz-passed")

SLOW = 2.0
"""Seconds of the processor that no case takes: every file is shorter than 100 KB. Make-up, which is not here, has a
budget of its own."""

MEMORY = 512
"""MiB that a process which goes through all of this never holds."""

GOOD = issue_text(
    story("a", "1-4", "1-40", kicker="引题", deck="副题", byline="编辑部", body="天地人和。\n## 小标题\n上下“中”大。"),
    {"id": "b", "briefs": ["甲乙丙。", "丁"], "place": {"columns": "5", "rows": "1-20"}},
    picture("p.png", "5-6", "30-50", caption="图说"),
    credits={"编辑": "甲"}, names=["天地"],
)  # fmt: skip

PIECES = [
    "：", ": ", "# ", "- ", "|", "|-", ">", "'", '"', "{", "}", "[", "]", ",", "&a ", "*a", "!x", "%", "\t", "  ", "\n",
    "\r\n", "---\n", "null", "~", "-1", "0", "1e9", "999999999999", "9-1", "1-", "columns", "rows", "box: yes\n",
    "writing: vertical\n", "\x00", "\x1b[2J", "\ufeff", "\u2028", "。", "“", "——", "……", "《", "a" * 200, "1.5%",
    "{甲|jiǎ}", "**", "^^", "__", "~~", "||", "◆", "𠮷", "e\u0301", "\\",
]  # fmt: skip


def any_character(chance: random.Random) -> str:
    """One of Unicode, each general category as likely as any other."""
    while True:
        character = chr(chance.randrange(0x110000 if chance.random() < 0.3 else 0x3100))
        if unicodedata.category(character) != "Cs":
            return character


def any_words(chance: random.Random) -> str:
    """Copy: Han with anything in between."""
    return "".join(
        chance.choice("天地人和上下，。") if chance.random() < 0.5 else any_character(chance)
        for _ in range(chance.randint(1, 12))
    )


def mutated(text: str, chance: random.Random) -> str:
    """Text with pieces put in, cut, doubled or swapped."""
    for _ in range(chance.randint(1, 6)):
        at = chance.randrange(len(text) + 1)
        end = min(len(text), at + chance.randint(1, 20))
        action = chance.randrange(4)
        if action == 0:
            text = text[:at] + chance.choice(PIECES) + text[at:]
        elif action == 1:
            text = text[:at] + text[end:]
        elif action == 2:
            text = text[:at] + text[at:end] * 2 + text[end:]
        else:
            text = text[:at] + any_words(chance) + text[at:]
    return text


def filled(chance: random.Random) -> str:
    """An issue with any characters in every field, in either direction."""
    words = {key: any_words(chance) for key in ("headline", "kicker", "deck", "byline", "caption", "credit")}
    body = "\n".join(any_words(chance) for _ in range(chance.randint(1, 4)))
    text = story(writing=chance.choice(["horizontal", "vertical"]), columns="1-4", rows="1-40", body=body,
                 headline=words["headline"], kicker=words["kicker"], deck=words["deck"], byline=words["byline"],
                 headline_form=chance.choice(["auto", "vertical", "partial"]))  # fmt: skip
    briefs = {
        "id": "b",
        "briefs": [any_words(chance)],
        "place": {"columns": "5", "rows": "1-20"},
        "label": any_words(chance),
    }
    keys = {"section": any_words(chance), "paper": any_words(chance), "credits": {any_words(chance): any_words(chance)}}
    shown = picture("p.png", "5-6", "30-50", caption=words["caption"], credit=words["credit"])
    return issue_text(text, briefs, shown, **keys)


def check_case(chance: random.Random, folder: Path) -> list[str]:
    """A good issue, spoilt."""
    (folder / "issue.yaml").write_bytes(mutated(GOOD, chance).encode("utf-8", "surrogatepass"))
    return ["check", str(folder / "issue.yaml"), "--fonts", str(tiny_fonts())]


def set_case(chance: random.Random, folder: Path) -> list[str]:
    """Any copy in every field, now and then spoilt, in the real faces; with a draft, as SVG or as data too."""
    text = filled(chance)
    text = mutated(text, chance) if chance.random() < 0.4 else text
    (folder / "issue.yaml").write_bytes(text.encode("utf-8", "surrogatepass"))
    kind = chance.choice([[], [], ["--draft"], ["--draft"], ["--svg"], ["--json"]])
    return [str(folder / "issue.yaml"), *kind, *([] if "--json" in kind else ["-o", str(folder / "x.pdf")])]


def sign_case(signs: tuple[str, str, str], folder: Path) -> list[str]:
    """Two signs beside each other in every role, in one direction; the number says which."""
    first, second, writing = signs
    words = f"天{first}{second}地{second}"
    text = story(writing=writing, columns="1-4", rows="1-40", headline=words, kicker=words, deck=words, byline=words,
                 body=f"{first}{second}\n## {words}\n{words * 9}\n{second}{first}天",
                 headline_form="vertical" if writing == "vertical" else "auto")  # fmt: skip
    rail = {"id": "b", "briefs": [words], "place": {"columns": "5", "rows": "1-20"}, "label": words}
    shown = picture("p.png", "5-6", "30-50", caption=words, credit=words)
    (folder / "issue.yaml").write_text(issue_text(text, rail, shown, section=words, credits={words: words}), "utf-8")
    return [str(folder / "issue.yaml"), "-o", str(folder / "x.pdf")]


def layout_case(chance: random.Random, folder: Path) -> list[str]:
    """A paper's own layout or faces, spoilt."""
    kind, name = chance.choice([("styles", "daily"), ("templates", "tabloid"), ("press", "newsprint"), ("", "fonts")])
    source = resource_folder("layout") / kind / f"{name}.yaml" if kind else tiny_fonts() / "fonts.yaml"
    target = folder / kind / f"{name}.yaml"
    target.parent.mkdir(exist_ok=True)
    target.write_bytes(mutated(source.read_text("utf-8"), chance).encode("utf-8", "surrogatepass"))
    (folder / "issue.yaml").write_text(GOOD, "utf-8")
    own = ["--layout", str(folder)] if kind else []
    return ["check", str(folder / "issue.yaml"), *own, "--fonts", str(folder if not kind else tiny_fonts())]


def file_case(chance: random.Random, folder: Path) -> list[str]:
    """A picture or a PDF, spoilt, placed or checked."""
    data = bytearray(chance.choice([PNG, PDF]))
    for _ in range(chance.randint(1, 8)):
        at = chance.randrange(len(data))
        data[at : at + chance.randint(0, 3)] = chance.randbytes(chance.randint(0, 3))
    name = chance.choice(["p.png", "p.jpg", "p.tif", "p.pdf"])
    (folder / name).write_bytes(bytes(data))
    if name == "p.pdf" and chance.random() < 0.5:
        return ["preflight", str(folder / name)]
    key = "advert" if name == "p.pdf" else "picture"
    (folder / "issue.yaml").write_text(GOOD.replace("picture: p.png", f"{key}: {name}"), "utf-8")
    return ["check", str(folder / "issue.yaml"), "--fonts", str(tiny_fonts())]


def command_case(chance: random.Random, folder: Path) -> list[str]:
    """Words of the command line in any order."""
    (folder / "issue.yaml").write_text(GOOD, "utf-8")
    (folder / "p.png").write_bytes(PNG)
    words = [
        "check", "galley", "proof", "schema", "preflight", "completion", "batch", "shell", "new", "chek", "--json",
        "--svg", "-q", "-v", "--format", "json", "text", "--lang", "zh", "fr", "-o", "-", str(folder / "o.pdf"),
        "--page", "2", "9", "--dpi", "30", "--measure", "13em", "--name", "{page}", "{nope}", "--no-clobber",
        "--confine",
        "--plates", "-j", "1", "\x1b[2J", "", "--help", "--fonts", str(tiny_fonts()), "issue.yaml", str(folder),
    ]  # fmt: skip
    issue = [str(folder / "issue.yaml")] if chance.random() < 0.7 else []
    chosen = [*chance.choices(words, k=chance.randint(0, 4)), *issue, *chance.choices(words, k=chance.randint(0, 3))]
    return [word for word in chosen if word != "watch"]


Case = Callable[[random.Random, Path], list[str]]

CASES: dict[str, Case] = {
    "check": check_case, "set": set_case, "layout": layout_case, "file": file_case, "command": command_case,
}  # fmt: skip


def words_of(kind: str, number: int, folder: Path) -> list[str]:
    """The command line of a case, whose files it puts into ``folder``."""
    if kind == "sign":
        return sign_case(PAIRS[number % len(PAIRS)], folder)
    return CASES[kind](random.Random(f"{kind} {number}"), folder)


def small_files() -> tuple[bytes, bytes]:
    """A good picture and a good PDF."""
    from PIL import Image  # noqa: PLC0415
    from tests.unit.preflight.good_pdf import good  # noqa: PLC0415

    png = io.BytesIO()
    Image.effect_noise((40, 30), 90).convert("RGB").save(png, "PNG")
    return png.getvalue(), good().finished()


PNG, PDF = small_files()


def slices() -> list[tuple[str, int, int]]:
    """Kind, first and one past the last: what this run goes through, the kinds side by side."""
    counts = WHOLE if LONG else SHORT
    every = [(kind, at, min(at + SLICE, count)) for kind, count in counts.items() for at in range(0, count, SLICE)]
    done = set(PASSED.read_text().splitlines()) if LONG and PASSED.exists() else set()
    return sorted((part for part in every if str(part) not in done), key=lambda part: part[1] / counts[part[0]])


def answer(words: list[str], folder: Path) -> tuple[int, str, str]:
    """Exit code and both streams of a run."""
    out, err = io.TextIOWrapper(io.BytesIO(), "utf-8"), io.TextIOWrapper(io.BytesIO(), "utf-8")
    before = Path.cwd()
    os.chdir(folder)
    stdin, sys.stdin = sys.stdin, io.TextIOWrapper(io.BytesIO(GOOD.encode()), "utf-8")
    try:
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
            code = main(words)
    finally:
        os.chdir(before)
        sys.stdin = stdin
    for stream in (out, err):
        stream.flush()
    return code, out.buffer.getvalue().decode("utf-8", "replace"), err.buffer.getvalue().decode("utf-8", "replace")


PLACE = re.compile(r"^.+?:\d+:\d+: (?:error|warning|info)\[", re.MULTILINE)

IN_FILES = ("check", "set", "layout", "sign")
"""Kinds whose faults all stand in a file of lines: an answer without a page has a place."""


def peak() -> int:
    """MiB that this process has held at most; 0 where nothing says so.

    What ``getrusage`` says of it counts what its parent held when it began.
    """
    try:
        status = Path("/proc/self/status").read_text("ascii")
    except OSError:
        return 0
    return int(re.search(r"VmHWM:\s+(\d+)", status)[1]) >> 10


def faults_of(kind: str, number: int, folder: Path) -> list[str]:
    """What is wrong with the answer to a case."""
    (folder / "p.png").write_bytes(PNG)
    words = words_of(kind, number, folder)
    begun = time.process_time()
    code, out, err = answer(words, folder)
    seconds = time.process_time() - begun
    wrong = [fault for fault in ("Traceback", "[P790]", "[P710]", "[P711]", "[P712]") if fault in err + out]
    checks = {
        f"{seconds:.1f} s": seconds < SLOW,
        f"code {code}": code in (0, 1, 2),
        "no word": code == 0 or err or out,
        "control characters": not {c for c in err if c in "\x1b\x07\u202e\u2066"},
        "no place": code != 1 or kind not in IN_FILES or PLACE.search(err),
        "no page": code != 0 or kind not in ("set", "sign") or "--json" in words or list(folder.glob("x*")),
    }
    if "--format" in words and words[words.index("--format") + 1 :][:1] == ["json"] and err.startswith("["):
        json.loads(err)
    wrong += [name for name, held in checks.items() if not held]
    return [f"{kind} {number}: {', '.join(wrong)}: {words}\n{err}"] if wrong else []


def gone_through(part: tuple[str, int, int], folder: Path) -> tuple[list[str], int]:
    """What is wrong with the answers to a slice of cases; and MiB that the process has held at most."""
    gc.set_threshold(COLLECT_AFTER)  # as in a process of the program's own: half of the time goes into that else
    kind, first, last = part
    wrong = []
    for number in range(first, last):
        case = folder / str(number)
        case.mkdir()
        wrong += faults_of(kind, number, case)
        shutil.rmtree(case)
    return wrong, peak()


@pytest.fixture(scope="module")
def process() -> Iterator[ProcessPoolExecutor]:
    """A process that goes through these cases and nothing else: what it holds at most is theirs."""
    with ProcessPoolExecutor(1, get_context("spawn")) as pool:
        yield pool


@pytest.mark.parametrize("part", slices(), ids=str)
def test_every_case_is_answered(part, process, tmp_path):
    wrong, held = process.submit(gone_through, part, tmp_path).result()
    assert not wrong, "\n".join(wrong)
    assert held < MEMORY
    if LONG:
        with PASSED.open("a") as passed:
            passed.write(f"{part}\n")
