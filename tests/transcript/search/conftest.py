"""Small libraries to search, which no test changes: each is indexed once."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing

import pytest

from tests.conftest import open_files
from tests.transcript.scripts import TWO_SHOWS
from tests.transcript.search.shows import SHOWS
from transcript.library import Library


@pytest.fixture(scope="session")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    """Two episodes: of bridges, and of lamps."""
    folder = tmp_path_factory.mktemp("library")
    with closing(open_files(TWO_SHOWS, folder / "files", folder / "data")) as library:
        yield library


@pytest.fixture(scope="session")
def shows(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    """The three made-up shows."""
    folder = tmp_path_factory.mktemp("shows")
    with closing(open_files(SHOWS, folder / "files", folder / "data")) as shows:
        yield shows
