"""A library of the lines that are searched, which no test changes: it is indexed once."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing

import pytest

from tests.conftest import open_files
from tests.transcript.scripts import ADA, BEN, script
from tests.transcript.search.contradictions.contraries import SAID
from transcript.library import Library


@pytest.fixture(scope="session")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    """The lines, a minute each, of two speakers by turns."""
    lines = [(f"{minute:02}:00", (ADA, BEN)[minute % 2], text, "") for minute, text in enumerate(SAID)]
    folder = tmp_path_factory.mktemp("contraries")
    with closing(open_files({"a.txt": script(*lines)}, folder / "files", folder / "data")) as library:
        yield library
