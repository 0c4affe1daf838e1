"""A damaged cache: nothing of it is quoted, it is built anew once, and no reader ends of it."""

from __future__ import annotations

import logging
import random
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from tests.conftest import PATIENCE, ROOT
from tests.transcript.index.damage import overwrite, without_seal
from tests.transcript.opened import opened
from tests.transcript.scripts import BRIDGES
from transcript.errors import CacheError
from transcript.index import writer
from transcript.index.store.store import Store
from transcript.index.store.texts import segment_id
from transcript.library import Library
from transcript.search import search


def said(library: Library) -> list[object]:
    """All that can be quoted, with who says it."""
    return [
        (head, library.chapters(head.slug), library.segments(head.slug, 0, head.segments)) for head in library.episodes
    ]


def test_damage_in_the_middle_of_the_texts_is_mended(folder: Path, caplog: pytest.LogCaptureFixture) -> None:
    with closing(opened(folder)) as library:
        path = library._cache.store.path
    overwrite(path, 5, path.stat().st_size // 4096 - 2)
    with closing(opened(folder)) as library:
        assert search(library, "burns whale oil").confident
    assert "built anew" in caplog.text


def test_damage_that_a_read_meets_is_mended_at_once(folder: Path, caplog: pytest.LogCaptureFixture) -> None:
    with closing(opened(folder)) as library:
        whole = said(library)
    path = without_seal(folder, "segments")
    with closing(opened(folder)) as library:
        assert said(library) == whole
        assert library._cache.store.path != path
    assert caplog.text.count("malformed") == caplog.text.count("is damaged; it is built anew") == 1


def test_ids_of_a_damaged_cache_mean_nothing_in_the_new_one(folder: Path) -> None:
    without_seal(folder, "terms")
    with closing(opened(folder)) as library:
        id_ = segment_id(library._contents.keys["lamps"], 0)
        with pytest.raises(CacheError, match=r"malformed.*ask again"):
            library.terms([id_])
        assert library.place_of(id_) is None
        assert library.terms([id_]) == {}
        assert search(library, "burns whale oil").confident


@pytest.mark.parametrize("ending", [".idx", ".term", ".fast", ".fieldnorm"])
@pytest.mark.parametrize("change", ["cut", "garbled"])
def test_postings_that_cannot_be_searched_are_built_anew_once(
    folder: Path, ending: str, change: str, caplog: pytest.LogCaptureFixture
) -> None:
    with closing(opened(folder)) as library:
        store, index = library._cache.store, library._cache.index
        for path in index.folder.glob(f"*{ending}"):
            content = path.read_bytes()
            path.write_bytes(content[: len(content) // 2] if change == "cut" else b"\xff" * len(content))
        store.write_meta("index", index.fingerprint())  # as if none of the samples had met it
        store.seal.put()
    with closing(opened(folder)) as library:
        for query in ("burns whale oil", "the granite arrived by barge"):
            assert [match.text for match in search(library, query).matches]
    assert caplog.text.count("is damaged; it is built anew") == 1


def test_no_changed_bit_of_the_texts_is_quoted(folder: Path, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.CRITICAL)
    with closing(opened(folder)) as library:
        whole = said(library)
    chance = random.Random(1)
    for _ in range(40):
        with closing(opened(folder)) as library:
            store = library._cache.store
            path = store.path
            pages = [
                page
                for table in ("segments", "texts", "episodes")
                for page in store.connection.execute(
                    "SELECT rootpage FROM sqlite_master WHERE name = ?", (table,)
                ).fetchone()
            ]
        at = 4096 * (chance.choice(pages) - 1) + chance.randrange(4096)
        with path.open("r+b") as file:
            file.seek(at)
            (byte,) = file.read(1)
            file.seek(at)
            file.write(bytes([byte ^ 1 << chance.randrange(8)]))
        path.with_suffix(".seal").unlink(missing_ok=True)
        with closing(opened(folder)) as library:
            assert said(library) == whole


CUT = """
import sys
from pathlib import Path
from transcript.library import open_library
from transcript.search import search
data = Path(sys.argv[2])
library = open_library([Path(sys.argv[1])], data)
for path in data.rglob("*"):
    if path.is_file():
        path.open("r+b").truncate(0)
print(search(library, "burns whale oil").matches[0].text)
print(search(library, "burns whale oil").confident)
"""


def test_files_cut_under_a_running_reader_do_not_end_it(folder: Path) -> None:
    command = [sys.executable, "-c", CUT, str(folder), str(folder.parent / "data")]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=PATIENCE, check=False)
    assert done.returncode == 0, done.stderr
    assert "whale oil" in done.stdout.splitlines()[0]
    assert done.stdout.splitlines()[1] == "True"


def full(store: Store) -> None:
    """Let the file grow no more."""
    (pages,) = store.connection.execute("PRAGMA page_count").fetchone()
    store.connection.execute(f"PRAGMA max_page_count = {pages}")


def no_room(*_: object) -> None:
    raise OSError(28, "No space left on device")


@pytest.mark.parametrize("where", ["texts", "postings"])
def test_on_a_full_disk_what_is_there_is_served(
    folder: Path, where: str, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    opened(folder).close()
    for number in range(40):
        (folder / f"more{number}.txt").write_text(BRIDGES.replace("Orval", f"Orval {number}"), encoding="utf-8")
    with monkeypatch.context() as patched:
        really_write: Callable[[Store, str, str | None], None] = Store.write_meta

        def writing(store: Store, name: str, value: str | None) -> None:
            really_write(store, name, value)
            if where == "texts" and name == writer.UNFINISHED:
                full(store)

        patched.setattr(Store, "write_meta", writing)
        if where == "postings":
            patched.setattr("transcript.index.postings.Writer.finish", no_room)
        with closing(opened(folder)) as library:
            assert {head.slug for head in library.episodes} == {"bridges", "lamps"}
            assert search(library, "burns whale oil").confident
            assert [failure.cause for failure in library.failures] == ["the disk is full, and not all is indexed"]
    assert caplog.text.count("the disk is full") == 1
    with closing(opened(folder)) as library:
        assert len(library.episodes) == 42
        assert library.failures == ()


def test_postings_without_room_for_a_copy_are_read_where_they_are(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_copy(*_: object, **__: object) -> None:
        raise shutil.Error([("one", "another", "[Errno 28] No space left on device")])

    monkeypatch.setattr("transcript.index.postings.shutil.copytree", no_copy)
    with closing(opened(folder)) as library:
        assert search(library, "burns whale oil").confident


def test_a_disk_that_is_full_from_the_start_is_told(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    error = sqlite3.OperationalError("database or disk is full")
    error.sqlite_errorcode = sqlite3.SQLITE_FULL

    def failing(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr(Store, "create", failing)
    with pytest.raises(OSError, match="No space left on device"):
        opened(folder)
