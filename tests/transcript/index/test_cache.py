"""The cache on disk: what is built anew, what goes on, and what a reader keeps while others write."""

from __future__ import annotations

import ast
import logging
import os
import threading
import time
from contextlib import closing
from pathlib import Path

import pytest

from tests.conftest import PATIENCE, ROOT, write_files
from tests.transcript.opened import opened
from tests.transcript.scripts import BRIDGES, LAMPS
from transcript.formats import read as really_read
from transcript.index import cache as caches
from transcript.index import preparation, update
from transcript.index.store import schema
from transcript.index.store.store import FileRow
from transcript.models import Transcript
from transcript.search import search


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of seven transcripts."""
    bridges = {f"bridges{number}.txt": BRIDGES.replace("Orval", f"Orval {number}") for number in range(6)}
    return write_files(bridges | {"lamps.txt": LAMPS}, tmp_path / "transcripts")


def generations(folder: Path) -> list[str]:
    return sorted(path.parent.name for path in (folder.parent / "data").rglob("texts.db"))


def imports(module: str) -> set[str]:
    """The modules of the package that a module imports, by their paths."""
    tree = ast.parse((ROOT / "transcript" / f"{module}.py").read_text(encoding="utf-8"))
    found = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and (node.module or "").partition(".")[0] == "transcript":
            for name in node.names:
                for path in (f"{node.module}.{name.name}", node.module or ""):
                    place = path.partition(".")[2].replace(".", "/")
                    found |= {one for one in (place, f"{place}/__init__") if (ROOT / f"transcript/{one}.py").is_file()}
    return found - {"__init__", "/__init__"}


def test_the_layout_goes_by_all_that_takes_part_in_indexing() -> None:
    seen: set[str] = set()
    left = {"index/update"}
    while left:
        module = left.pop()
        seen.add(module)
        left |= imports(module) - seen
    assert "formats/bilingual/parser" in seen
    ground = {Path(name).stem for name in schema.GROUND}
    assert {module.partition("/")[0] for module in seen} == ground | set(schema.PACKAGES)


def test_another_layout_has_a_cache_of_its_own(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with closing(opened(folder)) as old:
        with monkeypatch.context() as patched:
            patched.setattr(schema, "layout", lambda: "0123456789")
            with closing(opened(folder)) as new:
                assert len(new.episodes) == 7
        assert len(list((folder.parent / "data").glob("library-*"))) == 2
        assert search(old, "burns whale oil").confident


def test_a_reader_keeps_what_it_reads_while_a_damaged_cache_is_built_anew(folder: Path) -> None:
    with closing(opened(folder)) as reader:
        last = reader.episodes[-1].slug
        before = reader.segments(last, 0, 9)
        (folder / "a-first-one.txt").write_text(LAMPS, encoding="utf-8")
        reader._cache.store.seal.condemn()
        with closing(opened(folder)) as library:
            assert len(library.episodes) == 8
        assert generations(folder) == ["1", "2"]
        assert reader.segments(last, 0, 9) == before


def test_what_was_replaced_goes_when_it_is_a_week_old(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    data = folder.parent / "data"
    with monkeypatch.context() as patched:
        patched.setattr(schema, "layout", lambda: "0123456789")
        opened(folder).close()
    with closing(opened(folder)) as library:
        library._cache.store.seal.condemn()
    opened(folder).close()
    assert generations(folder) == ["1", "1", "2"]
    for path in (data, *data.rglob("*")):
        os.utime(path, (1, 1))
    opened(folder).close()
    assert generations(folder) == ["2"]


def test_what_was_replaced_stays_for_a_week(folder: Path) -> None:
    with closing(opened(folder)) as library:
        library._cache.store.seal.condemn()
    old = library._cache.store.path.parent
    for path in (old, *old.rglob("*")):
        os.utime(path, (1, 1))
    opened(folder).close()
    assert generations(folder) == ["1", "2"]


def test_permissions_that_were_mended_are_noticed(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    really_open = os.open

    def refusing(path: Path, flags: int, mode: int = 0o777) -> int:
        if str(path).endswith("lamps.txt"):
            raise PermissionError(13, "Permission denied")
        return really_open(path, flags, mode)

    with monkeypatch.context() as patched:
        patched.setattr(os, "open", refusing)
        with closing(opened(folder)) as library:
            assert [failure.path.name for failure in library.failures] == ["lamps.txt"]
    with closing(opened(folder)) as library:
        assert library.failures == ()
        assert search(library, "burns whale oil").confident


def test_a_side_file_that_stays_wrong_is_not_indexed_again(folder: Path) -> None:
    (folder / "lamps.toml").write_text("titel = 'misspelt'", encoding="utf-8")
    with closing(opened(folder)) as library:
        key = library._contents.keys["lamps"]
    with closing(opened(folder)) as library:
        assert library._contents.keys["lamps"] == key
        assert len(library.failures) == 1


def test_a_run_that_was_stopped_goes_on_where_it_was(
    folder: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(update, "FIRST_BATCH", 1)
    monkeypatch.setattr(update, "BATCH", 2)
    monkeypatch.setattr(update, "MERGED", 2)
    read: list[str] = []

    def stopping(path: Path) -> Transcript:
        if len(read) == 5:
            raise KeyboardInterrupt
        read.append(path.name)
        return really_read(path)

    monkeypatch.setattr(preparation, "read", stopping)
    with pytest.raises(KeyboardInterrupt):
        opened(folder)
    read.clear()

    def noting(path: Path) -> Transcript:
        read.append(path.name)
        return really_read(path)

    monkeypatch.setattr(preparation, "read", noting)
    with caplog.at_level(logging.INFO), closing(opened(folder)) as library:
        assert read == ["bridges2.txt", "lamps.txt", "bridges3.txt"]
        assert len(library.episodes) == 7
        assert search(library, "burns whale oil").confident
        assert sorted(library.find_segments({"herring": 1.0}, 20)) == sorted(
            library._contents.keys[f"bridges{number}"] << 24 | 2 for number in range(6)
        )
    assert "it goes on from there" in caplog.text
    assert "built anew" not in caplog.text
    assert "indexing 3 files" in caplog.text


def test_the_parts_of_many_files_are_merged_into_one(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(update, "FIRST_BATCH", 1)
    monkeypatch.setattr(update, "BATCH", 1)
    for number in range(6, 8):
        (folder / f"bridges{number}.txt").write_bytes((folder / "bridges0.txt").read_bytes())
    with closing(opened(folder)) as library:
        assert len(library.episodes) == 9
        assert search(library, "burns whale oil").confident
        searcher = library._cache.index._searcher
        assert searcher is not None
        assert searcher.num_segments < 9


@pytest.mark.parametrize("files", [0, 1, 40, 41, 300, 1_920, 10_000])
def test_of_many_files_the_first_are_committed_soon(files: int) -> None:
    rows = [FileRow(str(number), "", "", None, None) for number in range(files)]
    batches = update.mixed_batches(rows)
    assert sorted(row for batch in batches for row in batch) == sorted(rows)
    assert all(batches)
    assert not files or len(batches[0]) <= update.FIRST_BATCH
    assert max(map(len, batches), default=0) <= update.BATCH
    assert len(batches) <= max(1, 4 * update.MERGED, files // 100)


def test_who_waits_for_another_process_says_so(folder: Path, caplog: pytest.LogCaptureFixture) -> None:
    place = caches.place_of([folder], folder.parent / "data")
    waiting = threading.Thread(target=lambda: opened(folder).close())
    with caplog.at_level(logging.INFO):
        with caches.lock_file(place / "lock"):
            waiting.start()
            until = time.monotonic() + PATIENCE
            while "waiting" not in caplog.text and time.monotonic() < until:
                time.sleep(0.01)
        waiting.join()
    assert "waiting for another process that is indexing" in caplog.text
