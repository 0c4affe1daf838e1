"""Many queries or claims at once: a JSON object on each line, from a file or standard input."""

from __future__ import annotations

import gc
import json
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TextIO

OBJECTS = 10_000
"""New objects after which the garbage collector looks through them: some answers' worth."""


class BatchError(ValueError):
    """A batch is not what it must be; says which line, and what mends it."""


def read_rows(lines: Iterable[str], key: str) -> Iterator[dict[str, Any]]:
    """Lines of JSON, each with a text under `key`. Raises BatchError for a line that has none."""
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except ValueError as error:
            raise BatchError(f"line {number}: it is not JSON; write {{{json.dumps(key)}: …}} on each line") from error
        if not isinstance(row, dict) or not isinstance(row.get(key), str):
            raise BatchError(f"line {number}: it has no text {json.dumps(key)}; write {{{json.dumps(key)}: …}}")
        yield row


@contextmanager
def batch_lines(file: Path) -> Iterator[TextIO]:
    """The file's lines, or those of standard input for `-`. Raises BatchError where there are none to read."""
    with collecting_seldom(), _open_batch(file) as lines:
        yield lines


@contextmanager
def collecting_seldom(objects: int = OBJECTS) -> Iterator[None]:
    """Meanwhile the garbage collector leaves out what was loaded before, and looks seldom for the rest, at 0 never."""
    usual = gc.get_threshold()
    gc.freeze()
    gc.set_threshold(objects)
    try:
        yield
    finally:
        gc.set_threshold(*usual)
        gc.unfreeze()


@contextmanager
def _open_batch(file: Path) -> Iterator[TextIO]:
    if str(file) == "-":
        if hasattr(sys.stdin, "reconfigure"):
            sys.stdin.reconfigure(encoding="utf-8", errors="replace")
        yield sys.stdin
        return
    try:
        lines = file.open(encoding="utf-8", errors="replace")
    except OSError as error:
        raise BatchError(f"it cannot be read ({error.strerror}); check the path") from error
    with lines:
        yield lines
