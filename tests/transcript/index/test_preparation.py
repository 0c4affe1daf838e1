"""Files are prepared in worker processes as they are here, and no worker outlives who started it."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest

from tests.conftest import PATIENCE, ROOT
from tests.transcript.scripts import BRIDGES, LAMPS
from transcript.index import preparation
from transcript.index.preparation import Job, prepare, prepared


@pytest.fixture
def jobs(tmp_path: Path) -> list[Job]:
    """A dozen files of which one is not a transcript."""
    jobs = []
    for number in range(12):
        path = tmp_path / f"{number:02}.txt"
        path.write_text((BRIDGES, LAMPS, BRIDGES)[number % 3] if number != 4 else "nothing", encoding="utf-8")
        jobs.append(Job(str(path), f"slug-{number}"))
    return jobs


@pytest.fixture
def many(monkeypatch: pytest.MonkeyPatch) -> None:
    """Any file is enough for workers."""
    monkeypatch.setattr(preparation, "FEW_BYTES", 0)


@pytest.mark.usefixtures("many")
def test_workers_answer_in_order_as_it_is_done_here(jobs: list[Job]) -> None:
    here = [prepare(job) for job in jobs]
    assert [outcome.analysis is None for outcome in here] == [number == 4 for number in range(12)]
    with closing(prepared(jobs)) as outcomes:
        assert list(outcomes) == here
    assert workers() == []


def children(of: int) -> list[int]:
    """The processes that a process has started and that have not ended."""
    return [
        int(status.parent.name)
        for status in Path("/proc").glob("[0-9]*/status")
        if (lines := lines_of(status)) and f"PPid:\t{of}" in lines and "State:\tZ (zombie)" not in lines
    ]


def lines_of(path: Path) -> list[str]:
    try:
        return path.read_text(encoding="utf-8").splitlines()
    except OSError:
        return []


def workers() -> list[int]:
    """Those of the children that are workers."""
    return [pid for pid in children(os.getpid()) if b"transcript.index" in Path(f"/proc/{pid}/cmdline").read_bytes()]


@pytest.mark.usefixtures("many")
def test_a_worker_that_ends_over_a_file_fails_that_file_alone(jobs: list[Job], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(preparation, "AHEAD", 2)  # so that none has done all before it is ended
    here = [prepare(job) for job in jobs]
    with closing(prepared(jobs)) as outcomes:
        found = [next(outcomes)]
        for worker in workers():
            os.kill(worker, signal.SIGKILL)
        found += list(outcomes)
    broken = [number for number, outcome in enumerate(found) if outcome != here[number]]
    assert 0 < len(broken) <= preparation.MOST_WORKERS
    for number in broken:
        path, cause, *_ = json.loads(found[number].failure or "[]")
        assert (path, cause) == (jobs[number].path, "the process that read it ended before it was done")


@pytest.mark.usefixtures("many")
def test_who_stops_early_leaves_no_worker(jobs: list[Job]) -> None:
    outcomes = prepared(jobs)
    next(outcomes)
    assert workers()
    outcomes.close()
    assert workers() == []


# Whoever starts the tests in the background has interrupts ignored, and that is inherited.
INDEXING = """
import signal, sys, time
from pathlib import Path
from transcript.index import preparation
from transcript.library import open_library
signal.signal(signal.SIGINT, signal.default_int_handler)
preparation.FEW_BYTES = 0
def slowly(done, total):
    print(done, flush=True)
    time.sleep(60)
open_library([Path(sys.argv[1])], Path(sys.argv[2]), progress=slowly)
"""


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGKILL])
def test_workers_end_with_who_started_them(jobs: list[Job], tmp_path: Path, how: signal.Signals) -> None:
    command = [sys.executable, "-c", INDEXING, str(tmp_path), str(tmp_path / "data")]
    with subprocess.Popen(
        command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        assert process.stdout.readline()
        started = children(process.pid)
        assert started
        if how == signal.SIGINT:
            os.killpg(process.pid, how)  # as a terminal does
        else:
            process.send_signal(how)
        assert process.wait(20) != 0
        until = time.monotonic() + PATIENCE
        while any(Path(f"/proc/{pid}").exists() for pid in started):
            assert time.monotonic() < until
            time.sleep(0.02)
        assert process.stderr.read().count(b"Traceback") <= 1  # that of who was interrupted, and none of a worker
    assert len(jobs) == 12
