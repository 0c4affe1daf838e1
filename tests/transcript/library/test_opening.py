"""Files and folders that are opened: each once, the bad ones told."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest

from tests.conftest import SHIPPED, MakeLibrary
from tests.transcript.opened import opened
from tests.transcript.scripts import BRIDGES, LAMPS
from transcript.errors import TranscriptError
from transcript.library import open_library


def test_the_newest_episode_is_first_and_the_undated_last(make_library: MakeLibrary) -> None:
    library = make_library({"a.txt": BRIDGES, "b.txt": LAMPS, "c.txt": BRIDGES.split("\n\n", 2)[2]})
    assert [head.date for head in library.episodes] == ["2024-02-09", "2024-01-05", None]


def test_files_and_folders_are_opened_each_once(folder: Path) -> None:
    with closing(open_library([folder, folder / "lamps.txt"], folder.parent / "data")) as library:
        assert len(library.episodes) == 2


def test_progress_is_told(folder: Path) -> None:
    told: list[tuple[int, int]] = []
    open_library([folder], folder.parent / "data", progress=lambda *done: told.append(done)).close()
    assert told == [(1, 2), (2, 2)]
    open_library([folder], folder.parent / "data", progress=lambda *done: told.append(done)).close()
    assert len(told) == 2


def test_a_bad_file_is_reported_and_the_others_serve(
    folder: Path, read: list[str], caplog: pytest.LogCaptureFixture
) -> None:
    (folder / "bad.txt").write_text("no stamps here", encoding="utf-8")
    for _ in range(2):
        with closing(opened(folder)) as library:
            assert len(library.episodes) == 2
            (failure,) = library.failures
            assert isinstance(failure, TranscriptError)
            assert failure.path == folder / "bad.txt"
    assert read.count("bad.txt") == 2
    assert read.count("lamps.txt") == 1
    assert {record.levelname for record in caplog.records} == {"WARNING"}
    assert all("bad.txt" in record.getMessage() for record in caplog.records)


def test_a_path_that_is_not_there_is_a_failure(folder: Path) -> None:
    with closing(open_library([folder, folder / "gone"], folder.parent / "data")) as library:
        assert [str(failure.path) for failure in library.failures] == [str(folder / "gone")]


def test_libraries_of_other_paths_do_not_push_each_other_out(folder: Path, read: list[str]) -> None:
    for _ in range(2):
        opened(folder).close()
        open_library([folder / "lamps.txt"], folder.parent / "data").close()
    assert sorted(read) == ["bridges.txt", "lamps.txt", "lamps.txt"]


def test_the_shipped_file_alone_can_be_opened(tmp_path: Path) -> None:
    with closing(open_library([SHIPPED], tmp_path)) as library:
        assert library.episode("2025-06-30-dylan-patel") is library.episodes[0]
        assert library.episode("nothing") is None


def test_a_bad_side_file_is_reported_and_its_episode_serves(folder: Path) -> None:
    path = sorted(folder.glob("*.txt"))[0]
    path.with_suffix(".toml").write_text("titel = 'misspelt'", encoding="utf-8")
    with closing(opened(folder)) as library:
        assert len(library.episodes) == 2
        (failure,) = library.failures
        assert failure.path == path.with_suffix(".toml")
