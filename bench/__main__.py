"""How fast the line is, beside Typst doing the same work, in one run; what is asked of each figure, what falls short.

    python -m bench [-n 5] [--quick] [--style daily --style classic] [-o speed.json]

The page is that of ``_peer.py``: the same copy in the same places, balanced over its columns; further pages are other
ones. Typst is a package of the ``bench`` extra. Runs go in turn, ours and theirs, as whole processes with their own
bytecode and a cache that is full; a ratio is the median of the pairs' ratios. ``--quick`` leaves out what takes minutes
(256 pages, idling for half a minute). CPU is user and system time of a process and all that it started.
"""

from __future__ import annotations

import argparse
import json
import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from shutil import copyfile, copytree
from statistics import median
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).parent))

import _peer
from _process import COMMAND, ROOT
from _warm import edited

TYPST = (
    "import sys, typst; source, out, faces = sys.argv[1:]; "
    "typst.compile(source, output=out, font_paths=[faces], ignore_system_fonts=True)"
)
RESIDENT = "import sys; from paiban.start import main; sys.argv[0] = 'typeset'; sys.exit(main())"
WARM = Path(__file__).with_name("_warm.py")
PICTURES = ("issues/pictures",)
IDLE = 30


class Spent(NamedTuple):
    """Processor seconds, seconds by the clock, MiB of the largest process."""

    cpu: float
    wall: float
    memory: float


class Row(NamedTuple):
    """A figure of ours, the rival's, their ratio or what is counted in its place, and the most it may be."""

    name: str
    ours: float
    theirs: float
    value: float
    most: float
    unit: str = "×"

    @property
    def short(self) -> bool:
        """Whether it falls short of what is asked."""
        return self.value > self.most


class Shop:
    """A folder with everything that is run, and how."""

    def __init__(self, folder: Path, style: str, pairs: int) -> None:
        self.folder, self.style, self.pairs = folder, style, pairs
        self.faces = folder / "faces"
        self.faces.mkdir()
        for face in _peer.FACES:
            copyfile(ROOT / "fonts" / face, self.faces / face)
        kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
        self.environment = {
            **kept, "PYTHONPATH": str(ROOT / "src"), "PYTHONPYCACHEPREFIX": str(folder / "bytecode"),
            "PAIBAN_CACHE": str(folder / "cache"), "PAIBAN_SERVE": "off", "PYTHONHASHSEED": "0",
        }  # fmt: skip

    def issue(self, pages: int) -> Path:
        path = self.folder / f"page{pages}.yaml"
        path.write_text(_peer.issue(pages, self.style), "utf-8")
        return path

    def source(self, pages: int, extra: str = "") -> Path:
        path = self.folder / f"page{pages}{'x' if extra else ''}.typ"
        path.write_text(_peer.typst(pages, extra), "utf-8")
        return path

    def ours(self, *words: object, **environment: str) -> Spent:
        """One run of our command."""
        return self.spent([sys.executable, "-c", COMMAND, *map(str, words)], environment)

    def page(self, pages: int, *words: object, alone: bool = False) -> Spent:
        """Our peer page, or several."""
        out = ["-o", self.folder / "ours.pdf"] if not words else []
        words = (*words, self.issue(pages), "--layout", _peer.LAYOUT, "-q", *out)
        return self.spent([sys.executable, "-c", COMMAND, *map(str, words)], {}, alone)

    def typst(self, source: Path) -> Spent:
        """One run of Typst."""
        return self.spent(
            [sys.executable, "-c", TYPST, str(source), str(self.folder / "typst.pdf"), str(self.faces)], {}
        )

    def spent(self, words: list[str], environment: dict[str, str], alone: bool = False) -> Spent:
        """What a process takes, with all that it starts; ``alone`` on one processor."""
        begun, told = time.perf_counter(), self.folder / "told"
        with told.open("wb") as stream:
            own = {**self.environment, **environment}
            process = subprocess.Popen(words, env=own, stdout=stream, stderr=stream)
            if alone:
                os.sched_setaffinity(process.pid, {0})
            _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            sys.exit(f"{' '.join(words)} failed: {told.read_text('utf-8')}")
        return Spent(used.ru_utime + used.ru_stime, time.perf_counter() - begun, used.ru_maxrss / 1024)

    def warm(self, *words: object) -> float:
        """Processor seconds of a run after an edit, in a process that stays."""
        done = subprocess.run([sys.executable, str(WARM), *map(str, words), str(3 * self.pairs)], env=self.environment,
                              capture_output=True, check=True)  # fmt: skip
        return median(json.loads(done.stdout))


def pairs(shop: Shop, one: Callable[[], Spent], other: Callable[[], Spent]) -> list[tuple[Spent, Spent]]:
    """Runs in turn; one of each goes before those that count."""
    one(), other()
    return [(one(), other()) for _ in range(shop.pairs)]


def ratio(name: str, found: list[tuple[float, float]], most: float) -> Row:
    """The median of ratios, with the medians of what they are ratios of."""
    value = median(a / b for a, b in found)
    return Row(name, median(a for a, _ in found), median(b for _, b in found), value, most)


def cold(shop: Shop) -> Iterator[Row]:
    """A page, sixteen, and what a further one takes."""
    few, many = shop.source(1), shop.source(16)
    one = pairs(shop, lambda: shop.page(1), lambda: shop.typst(few))
    size = (shop.folder / "ours.pdf").stat().st_size / 1024
    issue = pairs(shop, lambda: shop.page(16), lambda: shop.typst(many))
    yield ratio("one page cold, CPU", [(a.cpu, b.cpu) for a, b in one], 1.8)
    further = [((a.cpu - c.cpu) / 15, (b.cpu - d.cpu) / 15) for (a, b), (c, d) in zip(issue, one, strict=True)]
    yield ratio("a further page, CPU", further, 1.0)
    yield ratio("16 different pages, CPU", [(a.cpu, b.cpu) for a, b in issue], 1.1)
    yield ratio("16 different pages, wall", [(a.wall, b.wall) for a, b in issue], 1.0)
    yield Row("PDF of the text page", size, (shop.folder / "typst.pdf").stat().st_size / 1024, size, 560, "KB")
    warm_one, warm_many = (shop.warm("ours", shop.issue(n), _peer.LAYOUT) for n in (1, 16))
    theirs = median(b.cpu for _, b in one)
    yield Row("after an edit, 1 page, of Typst's cold run", warm_one, theirs, warm_one / theirs, 0.3)
    their_many = shop.warm("typst", many, shop.faces)
    yield Row("after an edit, 16 pages, of Typst's after one", warm_many, their_many, warm_many / their_many, 1.2)
    yield Row("after an edit, 16 pages, of our cold run", warm_many, median(a.cpu for a, _ in issue),
              warm_many / median(a.cpu for a, _ in issue), 1.0)  # fmt: skip
    checks = pairs(shop, lambda: shop.page(1, "check"), lambda: shop.page(1))
    yield ratio("check, of a full run", [(a.cpu, b.cpu) for a, b in checks], 0.5)


def resident(shop: Shop) -> Iterator[Row]:
    """The command with an engine that stays, after an edit each: client and engine together."""
    with tempfile.TemporaryDirectory(prefix="pb") as folder:
        own = {"PAIBAN_SERVE": "on", "XDG_RUNTIME_DIR": folder}
        process = subprocess.Popen([sys.executable, "-c", RESIDENT, "serve"], env={**shop.environment, **own})
        while not list(Path(folder).glob("paiban/*.socket")):
            time.sleep(0.05)
        path, source, found = shop.issue(1), shop.source(1), []
        text = path.read_text("utf-8")
        words = [path, "--layout", _peer.LAYOUT, "-q", "-o", shop.folder / "served.pdf"]
        for number in range(shop.pairs + 2):
            path.write_text(edited(text, number), "utf-8")
            before = ticks(process.pid)
            client = shop.spent([sys.executable, "-c", RESIDENT, *map(str, words)], own)
            engine = (ticks(process.pid) - before) / os.sysconf("SC_CLK_TCK")
            theirs = shop.typst(source)
            found.append((client.cpu + engine, theirs.cpu, client.wall, theirs.wall))
        process.send_signal(signal.SIGTERM)
        process.wait()
    yield ratio("the command with a resident engine, CPU of both", [(a, b) for a, b, _, _ in found[2:]], 0.45)
    yield ratio("the command with a resident engine, wall", [(a, b) for _, _, a, b in found[2:]], 0.45)


def pictured(shop: Shop) -> Iterator[Row]:
    """The first run of the real page with its pictures: nothing is kept of an earlier one."""
    issues = shop.folder / "issues"
    copytree(ROOT / "issues" / "kaifaqu-shizheng", issues / "kaifaqu-shizheng", dirs_exist_ok=True)
    copytree(ROOT / "issues" / "pictures", issues / "pictures", dirs_exist_ok=True)
    page = issues / "kaifaqu-shizheng" / "issue.yaml"
    named = [line.split(":", 1)[1].strip() for line in page.read_text("utf-8").splitlines() if "picture:" in line]
    files = [os.path.relpath((page.parent / name).resolve(), shop.folder) for name in named]
    source = shop.source(1, "".join(f'\n#place(bottom, image("{file}", width: 200pt))' for file in files))
    caches = iter(range(1000))

    def first() -> Spent:
        return shop.ours(
            page, "-q", "-o", shop.folder / "real.pdf", PAIBAN_CACHE=str(shop.folder / f"new{next(caches)}")
        )

    found = pairs(shop, first, lambda: shop.typst(source))
    yield ratio("first run of the real page with its pictures, CPU", [(a.cpu, b.cpu) for a, b in found], 4.0)


def idle(shop: Shop) -> Iterator[Row]:
    """What waiting for a save takes, of one processor."""
    words = [sys.executable, "-c", COMMAND, "watch", str(shop.issue(64)), "--layout", str(_peer.LAYOUT), "--lang", "en"]
    said = shop.folder / "said"
    with said.open("wb") as stream:
        process = subprocess.Popen([*words, "-q"], env=shop.environment, stdout=stream, stderr=stream)
    while b"waiting" not in said.read_bytes():
        time.sleep(0.2)
    time.sleep(2)
    before = ticks(process.pid)
    time.sleep(IDLE)
    percent = 100 * (ticks(process.pid) - before) / os.sysconf("SC_CLK_TCK") / IDLE
    process.send_signal(signal.SIGINT)
    process.wait()
    yield Row("watch, idle, 64 pages", percent, 0, round(percent), 0, "%")


def memory(shop: Shop) -> Iterator[Row]:
    """What 256 pages take of one process, and what a page adds to it."""
    small, large = (shop.page(pages, alone=True) for pages in (64, 256))
    theirs = shop.typst(shop.source(256))
    yield Row("memory of 256 pages, MiB", large.memory, theirs.memory, large.memory / theirs.memory, 1.5)
    grown = 1024 * (large.memory - small.memory) / 192
    yield Row("memory that a further page adds", grown, 0, grown, 2 * 45, "KB")


def ticks(pid: int) -> int:
    """Processor time of a process, in ticks."""
    fields = Path(f"/proc/{pid}/stat").read_text("ascii").rsplit(")", 1)[1].split()
    return int(fields[11]) + int(fields[12])


def main() -> int:
    """Measure, print the table, say what falls short."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("-n", "--pairs", type=int, default=5)
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--style", action="append")
    parser.add_argument("-o", "--output", type=Path, help="JSON")
    options = parser.parse_args()
    tables = {}
    for style in options.style or ["daily", "classic"]:
        print(f"\n{style}{'':<46}{'ours':>10}{'Typst':>10}{'':>10}{'wanted':>10}")
        tables[style] = []
        with tempfile.TemporaryDirectory() as folder:
            shop = Shop(Path(folder), style, options.pairs)
            for part in (cold, resident, pictured, *(() if options.quick else (idle, memory))):
                for row in part(shop):
                    tables[style].append(row)
                    mark = "  falls short" if row.short else ""
                    print(f"{row.name:<52}{row.ours:>10.3f}{row.theirs:>10.3f}{row.value:>8.2f} {row.unit:<2}"
                          f"{row.most:>9.2f}{mark}", flush=True)  # fmt: skip
    if options.output:
        data = {style: [{**row._asdict(), "short": row.short} for row in rows] for style, rows in tables.items()}
        options.output.write_text(json.dumps(data, ensure_ascii=False, indent=1) + "\n", "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
