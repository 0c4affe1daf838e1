"""For every test: libraries of the transcript that ships and of a few lines, and a database with nothing in it."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from itertools import count
from pathlib import Path

import pytest
from sqlalchemy.engine import URL

from config import database
from config.database import migrate_tables
from transcript.library import Library, open_library

os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # else each process that a test starts would compile all of the bot


ROOT = Path(__file__).parent.parent


SAMPLES = ROOT / "transcript" / "samples"


SHIPPED = SAMPLES / "2025-06-30-dylan-patel.txt"


PATIENCE = 60.0
"""Seconds that a test waits for another process or task: a busy machine is slow, not wrong."""


MakeLibrary = Callable[[dict[str, str]], Library]


@pytest.fixture(scope="session", autouse=True)
def _no_waiting_for_disk() -> Iterator[None]:
    """Databases of SQLite do not wait until the disk has what is written: no test survives the loss of power."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(database, "SYNCHRONOUS", "OFF")
        yield


@pytest.fixture(scope="session")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    """The library of the transcript that ships."""
    with closing(open_library([SAMPLES], tmp_path_factory.mktemp("shipped"))) as library:
        yield library


@pytest.fixture
def make_library(tmp_path: Path) -> Iterator[MakeLibrary]:
    """Writes files, each under its name, and opens the library of them."""
    number = count()
    with ExitStack() as stack:

        def make(files: dict[str, str]) -> Library:
            folder = tmp_path / f"transcripts-{next(number)}"
            return stack.enter_context(closing(open_files(files, folder, tmp_path / "data")))

        yield make


def open_files(files: dict[str, str], folder: Path, data: Path) -> Library:
    """Writes files into a new folder, each under its name, and opens the library of them."""
    return open_library([write_files(files, folder)], data)


def write_files(files: dict[str, str], folder: Path) -> Path:
    """Writes files into a new folder, each under its name."""
    folder.mkdir()
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


@pytest.fixture(scope="session")
def empty_tables(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database of SQLite whose tables are up to date: a copy of it costs less than to make them for each test."""
    path = tmp_path_factory.mktemp("state") / "servers.db"
    asyncio.run(migrate_tables(sqlite_at(path)))
    return path


def sqlite_at(path: Path) -> URL:
    return URL.create("sqlite+aiosqlite", database=str(path))
