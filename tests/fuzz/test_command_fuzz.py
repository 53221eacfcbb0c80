"""The whole command line, through ``main()``: whatever is given, an answer that ends, with a code, never a traceback.

A case is a number: the same number is the same case for ever. A run goes through a slice of them; where the slice stops
is kept, so that a long run can be parted and taken up again::

    PAIBAN_FUZZ=100000 .venv/bin/pytest -n 2 tests/fuzz/test_command_fuzz.py

goes on from where the last such run stopped (``.fuzz-next`` beside this file) for so many cases; without it the first
few of each kind are gone through.
"""

from __future__ import annotations

import contextlib
import io
import json
import os
import random
import re
import sys
import time
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.support.issues import issue_text, picture, story, tiny_fonts

from paiban.cli import main
from paiban.resources import resource_folder

SHORT = {"check": 40, "set": 25, "layout": 20, "file": 20, "command": 40}
"""Cases of each kind in a short run."""

LONG = int(os.environ.get("PAIBAN_FUZZ", "0"))
NEXT = Path(__file__).with_name(".fuzz-next")

SLOW = 20.0
"""Seconds that no case of these sizes takes, on a machine that does ten other things; the budget is 2 s alone."""

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


Case = Callable[[random.Random, Path], list[str]]


def check_case(chance: random.Random, folder: Path) -> list[str]:
    """A good issue, spoilt."""
    (folder / "issue.yaml").write_bytes(mutated(GOOD, chance).encode("utf-8", "surrogatepass"))
    return ["check", str(folder / "issue.yaml"), "--fonts", str(tiny_fonts())]


def set_case(chance: random.Random, folder: Path) -> list[str]:
    """Any copy in every field, in the real faces."""
    (folder / "issue.yaml").write_text(filled(chance), "utf-8")
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


CASES: dict[str, Case] = {
    "check": check_case, "set": set_case, "layout": layout_case, "file": file_case, "command": command_case,
}  # fmt: skip


def small_files() -> tuple[bytes, bytes]:
    """A good picture and a good PDF."""
    from PIL import Image  # noqa: PLC0415
    from tests.unit.preflight.good_pdf import good  # noqa: PLC0415

    png = io.BytesIO()
    Image.effect_noise((40, 30), 90).convert("RGB").save(png, "PNG")
    return png.getvalue(), good().finished()


PNG, PDF = small_files()


def slices() -> list[tuple[str, int, int]]:
    """Kind, first and one past the last: what this run goes through."""
    if not LONG:
        return [(kind, at, at + 5) for kind, count in SHORT.items() for at in range(0, count, 5)]
    first = int(NEXT.read_text()) if NEXT.exists() else 1000
    each = max(1, LONG // (len(CASES) * 20))
    return [(kind, at, at + each) for kind in CASES for at in range(first, first + LONG // len(CASES), each)]


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


PLACES = re.compile(r"^(.+?):(\d+):(\d+): (?:error|warning|info|错误|警告|提示)\[", re.MULTILINE)


@pytest.mark.parametrize(("kind", "first", "last"), slices(), ids=str)
def test_every_case_is_answered(kind, first, last, tmp_path):
    for number in range(first, last):
        folder = tmp_path / str(number)
        folder.mkdir()
        (folder / "p.png").write_bytes(PNG)
        words = CASES[kind](random.Random(f"{kind} {number}"), folder)
        begun = time.monotonic()
        code, out, err = answer(words, folder)
        said = f"{kind} {number}: {words}\n{err}"
        assert time.monotonic() - begun < SLOW, said
        assert code in (0, 1, 2), said
        assert code == 0 or err or out, said
        for fault in ("Traceback", "[P790]", "[P710]", "[P711]", "[P712]"):
            assert fault not in err + out, said
        assert not {c for c in err if c in "\x1b\x07\u202e\u2066"}, said
        if "--format" in words and words[words.index("--format") + 1 :][:1] == ["json"] and err.startswith("["):
            json.loads(err)


@pytest.mark.skipif(not LONG, reason="a short run keeps nothing")
def test_where_the_next_slice_begins_is_kept():
    first = int(NEXT.read_text()) if NEXT.exists() else 1000
    NEXT.write_text(str(first + LONG // len(CASES)))
