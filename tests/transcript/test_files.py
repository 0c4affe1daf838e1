"""Whatever lies in a folder, the transcripts in it are served, and each fault is told in one line."""

from __future__ import annotations

import logging
import os
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from tests.transcript.scripts import BRIDGES, LAMPS
from transcript.errors import TranscriptError, told
from transcript.files import NotRegularError, TooLargeError, open_regular, read_regular
from transcript.formats import read
from transcript.index import preparation
from transcript.library import Library, open_library
from transcript.models import Transcript
from transcript.search import search


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with one transcript."""
    folder = tmp_path / "transcripts"
    folder.mkdir()
    (folder / "lamps.txt").write_text(LAMPS, encoding="utf-8")
    return folder


@contextmanager
def serving(folder: Path, caplog: pytest.LogCaptureFixture) -> Iterator[Library]:
    """The library of a folder, which answers, and tells no fault in more than a line."""
    with caplog.at_level(logging.WARNING), closing(open_library([folder], folder.parent / "data")) as library:
        assert search(library, "burns whale oil").confident
        assert all("\n" not in record.getMessage() for record in caplog.records)
        yield library


def lines(caplog: pytest.LogCaptureFixture) -> list[str]:
    return [record.getMessage() for record in caplog.records]


@pytest.mark.parametrize(
    "name",
    [os.fsdecode(b"bad\xff.txt"), "two\nlines.txt", "x" * 251 + ".txt", "\x1b[31m.txt", "‮evil.txt", " .txt"],
    ids=["not UTF-8", "a line's end", "long", "escape", "right to left", "blank"],
)
def test_any_name_is_read(folder: Path, name: str, caplog: pytest.LogCaptureFixture) -> None:
    (folder / name).write_text(BRIDGES, encoding="utf-8")
    with serving(folder, caplog) as library:
        assert len(library.episodes) == 2
        assert all(head.slug.isprintable() for head in library.episodes)
    with serving(folder, caplog) as library:  # from the cache
        assert len(library.episodes) == 2
    assert lines(caplog) == []


@pytest.mark.parametrize("name", [os.fsdecode(b"bad\xff.txt"), "two\nlines.txt"])
def test_the_fault_of_any_name_is_one_line(folder: Path, name: str, caplog: pytest.LogCaptureFixture) -> None:
    (folder / name).write_text("nothing", encoding="utf-8")
    with serving(folder, caplog) as library:
        (failure,) = library.failures
        assert str(failure).encode()
    assert len(lines(caplog)) == 1


def test_what_is_no_regular_file_is_not_opened(folder: Path, caplog: pytest.LogCaptureFixture) -> None:
    os.mkfifo(folder / "pipe.txt")
    (folder / "endless.txt").symlink_to("/dev/zero")
    (folder / "itself.txt").symlink_to("itself.txt")
    (folder / "nowhere.txt").symlink_to("gone.txt")
    (folder / "folder.txt").mkdir()
    for beside in ("lamps.toml", "show.toml", "lamps.chapters.txt"):
        os.mkfifo(folder / beside)
    with serving(folder, caplog) as library:
        causes = {failure.path.name: failure.cause for failure in library.failures}
    assert causes["pipe.txt"] == causes["endless.txt"] == "it is no regular file"
    assert causes["itself.txt"] == "it cannot be read (Too many levels of symbolic links)"
    assert causes["nowhere.txt"] == "there is no such file"
    assert "folder.txt" not in causes


def test_the_size_is_looked_at_before_a_byte_is_read(folder: Path, caplog: pytest.LogCaptureFixture) -> None:
    for name in ("huge.txt", "lamps.toml"):
        with (folder / name).open("wb") as file:
            file.truncate(2 * 2**30)
    begun = time.process_time()
    with serving(folder, caplog) as library:
        assert sorted(failure.path.name for failure in library.failures) == ["huge.txt", "lamps.toml"]
    assert time.process_time() - begun < 5


@pytest.mark.parametrize("toml", ["a = " + "[" * 30_000, "date = " + "9" * 5_000, "title = '\ud800'"])
def test_a_side_file_of_any_kind_is_one_line(folder: Path, toml: str, caplog: pytest.LogCaptureFixture) -> None:
    (folder / "lamps.toml").write_text(toml, encoding="utf-8", errors="surrogatepass")
    with serving(folder, caplog) as library:
        assert [failure.path.name for failure in library.failures] == ["lamps.toml"]
    assert len(lines(caplog)) == 1


def test_many_of_one_fault_are_one_line(folder: Path, caplog: pytest.LogCaptureFixture) -> None:
    for number in range(50):
        (folder / f"note{number:02}.txt").write_text("", encoding="utf-8")
    with serving(folder, caplog) as library:
        assert len(library.failures) == 50
    (line,) = lines(caplog)
    assert line.startswith("50 files (")
    assert "note00.txt" in line
    assert "…" in line
    assert "the file is empty; " in line


def test_a_fault_or_two_are_a_line_each() -> None:
    errors = [TranscriptError(f"{name}.txt", f"it has {name} MB", "split it") for name in range(3)]
    assert told(errors) == [f"{name}.txt: it has {name} MB; split it" for name in range(3)]


def test_a_hundred_thousand_other_files_do_not_hold_it_up(folder: Path, caplog: pytest.LogCaptureFixture) -> None:
    for number in range(100):
        (folder / f"{number}").mkdir()
        (folder / f"{number}" / "one.jpg").write_bytes(b"")
        for other in range(999):  # links are made sooner than files; a file may have some 60,000
            os.link(folder / f"{number}" / "one.jpg", folder / f"{number}" / f"{other}.jpg")
    begun = time.process_time()
    with serving(folder, caplog) as library:
        assert len(library.episodes) == 1
    assert time.process_time() - begun < 5


def test_a_file_that_vanishes_while_it_is_read_is_told(
    folder: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    (folder / "bridges.txt").write_text(BRIDGES, encoding="utf-8")

    def vanishing(path: Path) -> Transcript:
        if path.name == "bridges.txt":
            path.unlink()
        return read(path)

    monkeypatch.setattr(preparation, "read", vanishing)
    with serving(folder, caplog) as library:
        assert [failure.cause for failure in library.failures] == ["there is no such file"]
    with serving(folder, caplog) as library:
        assert library.failures == ()


def test_regular_files_are_read_up_to_a_size(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"12345")
    assert read_regular(path, 5) == b"12345"
    with pytest.raises(TooLargeError):
        read_regular(path, 4)
    with pytest.raises(NotRegularError):
        open_regular(tmp_path)
    with pytest.raises(FileNotFoundError):
        open_regular(tmp_path / "none")
