"""Snapshots of a cache: each change leaves one, which nobody changes, and who answers opens the newest.

A snapshot is a folder named after a revision, with the postings of that revision. The texts are in the one store:
whatever left is kept there for a while, and each reader goes by its revision. So nobody waits for who writes.
"""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import tempfile
import time
from dataclasses import asdict, dataclass
from pathlib import Path

from transcript.index.postings import COPY, LOCKS

SNAPSHOTS = "snapshots"
"""The folder of a generation's snapshots."""


PROGRESS = "progress.json"
"""The file with how far who writes has come."""


KEPT_FOR = 1800.0
"""Seconds for which a snapshot stays after the next one: less than what left stays in the store."""


@dataclass(frozen=True, slots=True)
class Progress:
    """The files that are indexed, of how many there are to index, whether all that is known was looked at, and the
    seconds that the last changes took to index."""

    done: int = 0
    total: int = 0
    is_complete: bool = False
    seconds: float = 0.0


def publish(generation: Path, revision: int) -> None:
    """Make a snapshot of the postings as they are, by whoever holds the lock. It takes no room: its files are links."""
    folder = generation / SNAPSHOTS
    folder.mkdir(exist_ok=True)
    place = folder / str(revision)
    if place.exists():
        return
    making = Path(tempfile.mkdtemp(prefix=COPY, dir=folder))
    for path in (generation / "terms").iterdir():
        if path.name not in LOCKS and path.is_file():
            _link_file(path, making / path.name)
    making.replace(place)
    _sweep_snapshots(folder, revision)


def _link_file(path: Path, place: Path) -> None:
    try:
        os.link(path, place)
    except OSError:  # this file system has no links
        shutil.copyfile(path, place)


def _sweep_snapshots(folder: Path, newest: int) -> None:
    """Remove snapshots that were replaced, and copies of who was stopped while copying, when nobody opens them now."""
    for path in folder.iterdir():
        with contextlib.suppress(OSError):
            if path.name != str(newest) and time.time() - path.stat().st_mtime > KEPT_FOR:
                shutil.rmtree(path, ignore_errors=True)


def newest_snapshot(place: Path) -> tuple[Path, int] | None:
    """The newest snapshot of the newest generation, with its revision; None where there is none."""
    generations = sorted(int(path.name) for path in place.iterdir() if path.name.isdecimal()) if place.exists() else []
    for generation in reversed(generations):
        folder = place / str(generation) / SNAPSHOTS
        revisions = [int(path.name) for path in folder.iterdir() if path.name.isdecimal()] if folder.exists() else []
        if revisions:
            return folder / str(max(revisions)), max(revisions)
    return None


def write_progress(place: Path, progress: Progress) -> None:
    """Tell everybody who answers from this cache how far its writer has come."""
    with contextlib.suppress(OSError):  # a full disk is told elsewhere
        written = place / f"{PROGRESS}.new"
        written.write_text(json.dumps(asdict(progress)), encoding="ascii")
        written.replace(place / PROGRESS)


def read_progress(place: Path) -> Progress:
    """The writer's progress; nothing at all where none has told."""
    try:
        return Progress(**json.loads((place / PROGRESS).read_text(encoding="ascii")))
    except (OSError, ValueError, TypeError):
        return Progress()
