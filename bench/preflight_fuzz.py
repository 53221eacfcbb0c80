"""Damaged PDFs through preflight: no crash, no hang, bounded memory.

    python bench/preflight_fuzz.py [FOLDER …] [--runs 500] [--seed 1] [--save FOLDER]

Takes every PDF of the folders given (those of this machine where none is), cuts it short, flips bits, drops and
doubles pieces of it by a seeded generator (every other time around
with its streams unpacked, so that the damage reaches their content), and judges each result in another process. Prints
how many were judged, the slowest, the peak memory and every crash; ends with 1 if there was a crash or one took longer
than 5 s of processor time.
"""

from __future__ import annotations

import argparse
import functools
import io
import random
import resource
import sys
import time
from collections import Counter
from multiprocessing import Pipe, Process
from multiprocessing.connection import Connection
from pathlib import Path

PLACES = (Path("/usr/share"), Path("/usr/lib"), Path(sys.prefix))
MOST_BYTES = 4 << 20
LONGEST_S = 5.0
KILL_S = 60.0


def mutated(data: bytes, rng: random.Random) -> bytes:
    """A damaged copy: one to four damages of any kind."""
    out = bytearray(data)
    for _ in range(rng.randint(1, 4)):
        if not out:
            break
        at = rng.randrange(len(out))
        span = rng.randint(1, max(1, min(2000, len(out) // 10)))
        kind = rng.randrange(6)
        if kind == 0:
            del out[at:]
        elif kind == 1:
            for _ in range(rng.randint(1, 200)):
                spot = rng.randrange(len(out))
                out[spot] ^= 1 << rng.randrange(8)
        elif kind == 2:
            del out[at : at + span]
        elif kind == 3:
            out[at:at] = out[at : at + span]
        elif kind == 4:
            out[at : at + span] = rng.randbytes(span)
        else:
            _change_a_number(out, at, rng)
    return bytes(out)


@functools.cache
def laid_open(path: Path) -> bytes:
    """The file with its streams unpacked, so that damage hits what is in them; as it is where that fails."""
    import pikepdf  # noqa: PLC0415

    out = io.BytesIO()
    try:
        with pikepdf.open(path, suppress_warnings=True) as pdf:
            pdf.save(out, qdf=True, static_id=True)
    except Exception:
        return path.read_bytes()
    return out.getvalue() if len(out.getvalue()) <= MOST_BYTES else path.read_bytes()


def _change_a_number(out: bytearray, at: int, rng: random.Random) -> None:
    """Numbers in the structure are where readers trip: lengths, references, sizes."""
    for spot in range(at, min(at + 4000, len(out))):
        if 48 <= out[spot] <= 57:
            out[spot] = rng.choice(b"0123456789-")
            return


def judge(connection: Connection) -> None:
    """Judge what comes through the connection until it closes."""
    from paiban.preflight import preflight_pdf  # noqa: PLC0415  in the judging process only
    from paiban.template import Layout  # noqa: PLC0415

    presses = [Layout().press(name)[0] for name in ("newsprint", "newsprint-x4")]
    while True:
        number, data = connection.recv()
        began = time.process_time()
        try:
            report = preflight_pdf(data, presses[number % 2])
            report.text("zh")
            report.json()
            answer = ("", tuple(f.code for f in report.findings))
        except Exception as error:  # what this is for
            answer = (repr(error), ())
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        connection.send((*answer, time.process_time() - began, peak))


class Judge:
    """A process that judges, started anew after it died or hung."""

    def __init__(self) -> None:
        self._start()

    def _start(self) -> None:
        self._here, there = Pipe()
        self._process = Process(target=judge, args=(there,), daemon=True)
        self._process.start()
        there.close()

    def ask(self, number: int, data: bytes) -> tuple[str, tuple[str, ...], float, int]:
        try:
            self._here.send((number, data))
            if self._here.poll(KILL_S):
                return self._here.recv()
            fault = "hung"
        except (EOFError, OSError):
            fault = "the process died"
        self._process.kill()
        self._process.join()
        self._start()
        return fault, (), KILL_S, 0


def sources(folders: list[Path]) -> list[Path]:
    """All PDFs below the folders, in order."""
    found = {path for folder in folders for path in folder.rglob("*.pdf") if path.is_file()}
    return sorted(path for path in found if 0 < path.stat().st_size <= MOST_BYTES)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folders", nargs="*", type=Path)
    parser.add_argument("--runs", type=int, default=500)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--save", type=Path, help="keep files that crash or hang here")
    options = parser.parse_args()
    files = sources(options.folders or list(PLACES))
    if not files:
        print("no PDFs found")
        return 1
    rng, jury = random.Random(options.seed), Judge()
    codes: Counter[str] = Counter()
    slowest, peak, faults = (0.0, ""), 0, 0
    for number in range(options.runs):
        path = files[number % len(files)]
        data = mutated(laid_open(path) if (number // len(files)) % 2 else path.read_bytes(), rng)
        fault, found, seconds, memory = jury.ask(number, data)
        codes.update(set(found))
        slowest, peak = max(slowest, (seconds, path.name)), max(peak, memory)
        if fault or seconds > LONGEST_S:
            faults += 1
            print(f"{path.name}, run {number}: {fault or f'{seconds:.1f} s'}")
            if options.save:
                options.save.mkdir(parents=True, exist_ok=True)
                (options.save / f"{number}-{path.name}").write_bytes(data)
    print(f"{options.runs} damaged files of {len(files)}: {faults} faults; slowest {slowest[0]:.2f} s ({slowest[1]}); "
          f"peak memory {peak >> 10} MB")  # fmt: skip
    print("codes: " + ", ".join(f"{code} {count}" for code, count in sorted(codes.items())))
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
