"""Files read and analysed: a few of them here, many in worker processes, so that the cores share the work and the
threads of who waits for it are not held up."""

from __future__ import annotations

import gc
import json
import os
import pickle
import signal
import subprocess
import sys
import threading
from collections import deque
from collections.abc import Generator, Sequence
from contextlib import ExitStack, suppress
from pathlib import Path
from queue import SimpleQueue
from typing import IO, NamedTuple, cast

from transcript.errors import OtherFileError, SideFileError, TranscriptError
from transcript.formats import read
from transcript.index.analysis import Analysis, analyse
from transcript.models import Transcript

FEW_BYTES = 1_000_000
"""Files of fewer bytes together are read sooner than a worker has started."""


MOST_WORKERS = 4
"""Worker processes, of some 70 MB each; more are not faster than the one that writes what they read."""


AHEAD = 24
"""Files that a worker has been given and that are not asked for yet: it goes on while a batch is committed. What was
read of them waits in memory, some 200 kB each."""


SIZE_BYTES = 8
"""Bytes before an answer of a worker that say how long it is."""


WHOLE = 0.5
"""A file that has a smaller share of the characters of another of the same episode is no transcript of all of it."""


class Job(NamedTuple):
    """A file to read, the slug that it gives its episode, and the others of that episode."""

    path: str
    slug: str
    others: tuple[str, ...] = ()


class Outcome(NamedTuple):
    """The result of reading a file: its episode if there is one, and as JSON the fault of it or of its side file."""

    analysis: Analysis | None
    failure: str | None


def prepared(jobs: Sequence[Job]) -> Generator[Outcome]:
    """The outcome of each job, in their order. Close it, and its workers end."""
    if _is_little(jobs):
        yield from map(prepare, jobs)
        return
    with ExitStack() as stack:
        count = min(MOST_WORKERS, os.cpu_count() or 1, len(jobs))
        workers = [stack.enter_context(_Worker()) for _ in range(count)]
        for number, job in enumerate(jobs[: AHEAD * count]):
            workers[number % count].give(job)
        for number in range(len(jobs)):
            worker = workers[number % count]
            yield worker.take()
            if number + AHEAD * count < len(jobs):
                worker.give(jobs[number + AHEAD * count])


def prepare(job: Job) -> Outcome:
    """Read the files of one episode and analyse the richest. Only what is wrong with the first is told."""
    transcript, failure = read_or_failure(Path(job.path))
    others = [read_or_failure(Path(other))[0] for other in job.others]
    transcript = _richest_of([each for each in (transcript, *others) if each is not None])
    return Outcome(None if transcript is None else analyse(transcript, job.slug), failure)


def _richest_of(transcripts: Sequence[Transcript]) -> Transcript | None:
    """The transcript that tells most, of those with as many words as any: notes about a show have fewer."""
    sizes = [sum(len(next(iter(one.text.values()), "")) for one in each.segments) for each in transcripts]
    whole = [each for each, size in zip(transcripts, sizes, strict=True) if size >= WHOLE * max(sizes)]
    return max(whole, key=_richness_of, default=None)


def _richness_of(transcript: Transcript) -> int:
    """The number of things that a transcript tells beside its words: speakers, times and translations."""
    head = transcript.episode
    return bool(head.speakers) + bool(head.duration) + len(head.languages)


def read_or_failure(path: Path) -> tuple[Transcript | None, str | None]:
    """The transcript if there is one, and as JSON what is wrong with it or with its side file."""
    try:
        return read(path), None
    except TranscriptError as error:
        return error.transcript if isinstance(error, SideFileError) else None, failure_of(error)


def failure_of(error: TranscriptError) -> str:
    """An error as JSON."""
    return json.dumps([str(error.path), error.cause, error.mend, error.line, isinstance(error, OtherFileError)])


def error_of(failure: str) -> TranscriptError:
    """An error from JSON."""
    path, cause, mend, line, is_other = json.loads(failure)
    return (OtherFileError if is_other else TranscriptError)(path, cause, mend, line)


def _is_little(jobs: Sequence[Job]) -> bool:
    size = 0
    for path in (path for job in jobs for path in (job.path, *job.others)):
        with suppress(OSError):
            size += Path(path).stat().st_size
        if size > FEW_BYTES:
            return False
    return True


class _Worker:
    """A process that answers one job after another; where it ends over a file, that file has failed."""

    def __init__(self) -> None:
        self._waiting: deque[Job] = deque()

    def __enter__(self) -> _Worker:
        root = str(Path(__file__).parents[2])
        path = os.pathsep.join(filter(None, (root, os.environ.get("PYTHONPATH"))))
        self._process = subprocess.Popen(
            [sys.executable, "-c", "from transcript.index.preparation import work; work()"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env={**os.environ, "PYTHONPATH": path},
            start_new_session=True,  # what is typed to stop us does not reach it
        )
        self._jobs, answers = cast("IO[bytes]", self._process.stdin), cast("IO[bytes]", self._process.stdout)
        self._outcomes = SimpleQueue[bytes | None]()
        self._reader = threading.Thread(target=_read_outcomes, args=(answers, self._outcomes), daemon=True)
        self._reader.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._process.kill()
        with suppress(OSError):  # what it has not read is of no use any more
            self._jobs.close()
        self._process.wait()
        self._reader.join()

    def give(self, job: Job) -> None:
        self._waiting.append(job)
        self._send_job(job)

    def take(self) -> Outcome:
        """The outcome of the oldest job."""
        job = self._waiting.popleft()
        packed = self._outcomes.get()
        if packed is None:
            self.__exit__()
            self.__enter__()
            for waiting in self._waiting:
                self._send_job(waiting)
            cause = "the process that read it ended before it was done"
            return Outcome(
                None, failure_of(TranscriptError(job.path, cause, "split the file, or see if memory is short"))
            )
        return cast("Outcome", pickle.loads(packed))  # noqa: S301 - our own process wrote it

    def _send_job(self, job: Job) -> None:
        with suppress(BrokenPipeError):  # it has ended: `take` sees that
            pickle.dump(job, self._jobs)
            self._jobs.flush()


def _read_outcomes(answers: IO[bytes], outcomes: SimpleQueue[bytes | None]) -> None:
    """Read what a worker answers for as long as it does, and None behind it, so that it need not wait to be asked.
    Until then an outcome stays packed: it takes a third of the room."""
    try:
        with answers:
            while size := int.from_bytes(answers.read(SIZE_BYTES), "little"):
                packed = answers.read(size)
                if len(packed) < size:  # it has ended meanwhile
                    break
                outcomes.put(packed)
    finally:
        outcomes.put(None)


def work() -> None:
    """The main loop of a worker process: read jobs from standard input and answer each on standard output, until the
    process that started it closes its end."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # who started it closes its input when it is to end
    gc.disable()  # there are next to no cycles, and looking for them takes a tenth of the time
    jobs, answers = sys.stdin.buffer, os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())  # whatever prints, it is no answer
    try:
        while True:
            packed = pickle.dumps(prepare(pickle.load(jobs)), pickle.HIGHEST_PROTOCOL)  # noqa: S301 - who started us wrote it
            answers.write(len(packed).to_bytes(SIZE_BYTES, "little") + packed)
            answers.flush()
    except (EOFError, BrokenPipeError):
        os._exit(0)  # nobody listens: what stands in the buffers is not wanted
