"""Issues set by the workers of a Dask scheduler, which share no disk with this machine.

An issue is a task, and so is the content of each of its files: the scheduler keeps what a task is made of for as long
as somebody waits for it, so a worker that is lost takes nothing with it. A scheduler that is lost does: then whatever
has no result here is sent again, to the one that takes its place. ``distributed`` is an extra, loaded here alone.
"""

from __future__ import annotations

import pickle
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Lock
from time import monotonic, sleep
from typing import Any
from weakref import WeakValueDictionary

from paiban.cli.outcome import Outcome, outcome_of
from paiban.diagnostic import Diagnostic, diagnose
from paiban.diagnostic.fault import fault_of
from paiban.engine.parcel import Parcel, as_at_home, build, unpacked
from paiban.value import NamedTuple

FIRST = 10.0
"""Seconds for which a scheduler is looked for at first: a mistyped address is told soon."""

PATIENCE = 600.0
"""Seconds for which one that was there is waited for."""

STEP = 0.5
"""Seconds between two looks for it."""

AHEAD = 2
"""Tasks for each thread of a worker: one that it is at, and one whose files are on their way."""

RETRIES = 2
"""How often a task is done again that failed of what is not in its issue, a full disk for example."""

SETTINGS = {"distributed.admin.large-graph-warning-threshold": "4 GiB"}
"""Tasks are as large as a paper's pictures; to Dask that is worth a warning."""

_one_at_a_time = Lock()
"""A process has one folder that it is in, and libraries that serve one thread."""


class Job(NamedTuple):
    """An issue that is to be set elsewhere, by its number among those that were asked for."""

    number: int
    path: Path
    parcel: Parcel


class ClusterFault(Exception):
    """Nothing can be set there, or nothing more: what to tell."""

    def __init__(self, found: Diagnostic) -> None:
        super().__init__(found.message("en"))
        self.found = found


class _Lost(Exception):
    """The scheduler went away."""


def set_elsewhere(jobs: Iterable[Job], scheduler: str, form: str) -> Iterator[tuple[Job, Outcome | None]]:
    """Every job with what became of it, whichever is ready first; None stands for one that has to be set here.

    ``jobs`` are taken as there is room for them. ClusterFault where there is no such cluster, or none any more.
    """
    source, again = iter(jobs), deque[Job]()
    patience = FIRST
    while True:
        with _client(scheduler, patience) as client:
            patience = PATIENCE
            try:
                yield from _Session(client, form, again).outcomes(source)
                return
            except _Lost:
                continue


class _Session:
    """What is under way as long as one scheduler lives; ``again`` are jobs to be sent before any other."""

    def __init__(self, client: Any, form: str, again: deque[Job]) -> None:
        self._client, self._form, self._again = client, form, again
        self._flight: dict[Any, tuple[Job, Sequence[Any]]] = {}
        self._contents: WeakValueDictionary[str, Any] = WeakValueDictionary()

    def outcomes(self, source: Iterator[Job]) -> Iterator[tuple[Job, Outcome | None]]:
        """What becomes of the jobs that are to be sent again and of those of ``source``; _Lost with the scheduler."""
        from distributed import as_completed  # noqa: PLC0415  an extra

        ready = as_completed(loop=self._client.loop)
        yield from self._fill(ready, source)
        for future in ready:
            with self._or_lost():
                outcome = self._outcome(future)
            job, _ = self._flight.pop(future)
            yield job, outcome
            yield from self._fill(ready, source)

    def _fill(self, ready: Any, source: Iterator[Job]) -> Iterator[tuple[Job, None]]:
        """Send as many jobs as keep the workers busy; those whose files are no longer what they were come back."""
        with self._or_lost():
            threads = sum(self._client.nthreads().values())
        while len(self._flight) < AHEAD * max(threads, 1):
            job = self._again.popleft() if self._again else next(source, None)
            if job is None:
                return
            with self._or_lost(job):
                future = self._sent(job)
            if future is None:
                yield job, None
            else:
                ready.add(future)

    def _sent(self, job: Job) -> Any:
        """A task for the job; None where one of its files has changed since it was looked at."""
        places = {digest: place for place, digest in job.parcel.files}
        contents = [self._content(digest, Path(places[digest])) for digest in job.parcel.digests]
        if None in contents:
            return None
        words = (pickle.dumps(job.parcel), contents, self._form, build())
        future = self._client.submit(set_parcel, *words, pure=False, retries=RETRIES)
        self._flight[future] = job, contents
        return future

    def _content(self, digest: str, place: Path) -> Any:
        """The content of a file as a task: one for all issues that are under way."""
        known = self._contents.get(digest)
        if known is not None:
            return known
        data = place.read_bytes() if place.is_file() else b""
        if sha256(data).hexdigest() != digest:
            return None
        task = self._client.submit(content, data, key=f"paiban-content-{digest}", retries=RETRIES)
        self._contents[digest] = task
        return task

    def _outcome(self, future: Any) -> Outcome:
        from distributed import KilledWorker  # noqa: PLC0415  an extra

        if future.status in ("cancelled", "lost"):
            raise _Lost
        job, _ = self._flight[future]
        try:
            answer = future.result()
        except KilledWorker:
            return Outcome(0, 0.0, (diagnose("P792", None, file=job.path),))
        except Exception as error:
            if future.status != "error":
                raise
            return Outcome(0, 0.0, (fault_of(error, job.path),))
        if isinstance(answer, Outcome):
            return answer
        worker, theirs = answer
        raise ClusterFault(diagnose("P797", None, worker=worker, theirs=theirs, ours=build()))

    @contextmanager
    def _or_lost(self, *jobs: Job) -> Iterator[None]:
        """Whatever fails because the scheduler is gone: what was under way is to be sent again, ``jobs`` too."""
        try:
            yield
        except Exception as error:
            if not isinstance(error, _Lost) and self._client.status == "running":
                raise
            under_way = (job for job, _ in self._flight.values())
            self._again.extend(sorted({job.number: job for job in (*under_way, *jobs)}.values()))
            raise _Lost from error


@contextmanager
def _client(scheduler: str, patience: float) -> Iterator[Any]:
    """A client of the scheduler, which is looked for so many seconds. It speaks to nobody else."""
    from dask import config  # noqa: PLC0415  an extra
    from distributed import Client  # noqa: PLC0415

    until, client = monotonic() + patience, None
    with config.set(SETTINGS):
        while client is None:
            try:
                client = Client(scheduler, timeout=min(patience, FIRST), set_as_default=False, direct_to_workers=False)
            except Exception as error:  # an address that is none, certificates that do not fit, nobody there
                if isinstance(error, ValueError) or monotonic() + STEP > until:
                    reason = _first_line(error)
                    raise ClusterFault(diagnose("P796", None, scheduler=scheduler, reason=reason)) from error
                sleep(STEP)
        try:
            yield client
        finally:
            with suppress(Exception):
                client.close(timeout=FIRST)


def _first_line(error: Exception) -> str:
    return (str(error).strip() or type(error).__name__).splitlines()[0]


def content(data: bytes) -> bytes:
    """The task that a file's content is."""
    return data


def set_parcel(parcel: bytes, contents: Sequence[bytes], form: str, asked: str) -> Outcome | tuple[str, str]:
    """The task that an issue is, done by a worker; its address and build where that is not the one ``asked`` for."""
    from distributed import get_worker  # noqa: PLC0415  an extra

    worker = get_worker()
    if build() != asked:
        return worker.address, build()
    named: Parcel = pickle.loads(parcel)
    with _one_at_a_time, TemporaryDirectory(dir=worker.local_directory) as name:
        folder = Path(name)
        with unpacked(named, contents, folder) as (path, house):
            outcome = outcome_of(path, house, form)
        told: Outcome = as_at_home(outcome._replace(pdf=b""), folder)
    return told._replace(pdf=outcome.pdf)
