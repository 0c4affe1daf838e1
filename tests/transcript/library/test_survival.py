"""A cache that was damaged, cut off while it was written, or is used by several at once."""

from __future__ import annotations

import logging
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from tests.conftest import PATIENCE
from tests.transcript.opened import found, opened
from tests.transcript.scripts import LAMPS
from transcript.index.postings import Writer
from transcript.index.store.store import Store
from transcript.search import search


def cached(folder: Path, generation: int = 1) -> Path:
    (place,) = (folder.parent / "data").glob("library-*")
    return place / str(generation)


def truncate(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def garble(path: Path) -> None:
    path.write_bytes(b"\x5a" * path.stat().st_size)


def damage_terms(how: Callable[[Path], None]) -> Callable[[Path], None]:
    def damage(place: Path) -> None:
        how(max((place / "terms").iterdir(), key=lambda path: path.stat().st_size))

    return damage


@pytest.mark.parametrize(
    "damage",
    [
        pytest.param(lambda place: truncate(place / "texts.db"), id="texts truncated"),
        pytest.param(lambda place: garble(place / "texts.db"), id="texts garbled"),
        pytest.param(lambda place: (place / "texts.db").write_bytes(b""), id="texts empty"),
        pytest.param(lambda place: (place / "texts.db").unlink(), id="texts gone"),
        pytest.param(damage_terms(truncate), id="terms truncated"),
        pytest.param(damage_terms(garble), id="terms garbled"),
        pytest.param(lambda place: (place / "terms" / "meta.json").unlink(), id="no meta.json"),
        pytest.param(lambda place: (place / "terms" / "meta.json").write_text("{"), id="half of meta.json"),
    ],
)
def test_a_damaged_cache_is_built_anew(
    folder: Path, damage: Callable[[Path], None], caplog: pytest.LogCaptureFixture
) -> None:
    opened(folder).close()
    damage(cached(folder))
    with caplog.at_level(logging.INFO), closing(opened(folder)) as library:
        assert found(library, "burns whale oil") == ("lamps", 0)
        assert found(library, "sold pickled herring") == ("bridges", 2)
    assert [record.levelname for record in caplog.records] == ["WARNING", "INFO"]
    assert "built anew" in caplog.text


def test_what_was_interrupted_while_indexing_is_not_kept(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened(folder).close()
    (folder / "lamps.txt").write_text(LAMPS.replace("whale oil", "beeswax"), encoding="utf-8")

    def interrupted(_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(Writer, "finish", interrupted)
        with pytest.raises(KeyboardInterrupt):
            opened(folder)
    with closing(opened(folder)) as library:
        assert found(library, "every lamp burns beeswax") == ("lamps", 0)


def test_an_index_that_is_ahead_of_the_texts_is_put_right(
    folder: Path, read: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    opened(folder).close()
    (folder / "lamps.txt").write_text(LAMPS.replace("whale oil", "beeswax"), encoding="utf-8")

    def crashing(store: Store) -> None:
        store.connection.execute("ROLLBACK")
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(Store, "commit", crashing)
        with pytest.raises(KeyboardInterrupt):
            opened(folder)
    with closing(opened(folder)) as library:
        assert found(library, "every lamp burns beeswax") == ("lamps", 0)
        assert found(library, "sold pickled herring") == ("bridges", 2)
    assert read == ["bridges.txt", "lamps.txt", "lamps.txt", "lamps.txt"]


def test_two_processes_share_a_cache(folder: Path) -> None:
    program = (
        "import sys; from pathlib import Path; from transcript.library import open_library;"
        "print(len(open_library([Path(sys.argv[1])], Path(sys.argv[2])).episodes))"
    )
    command = [sys.executable, "-c", program, str(folder), str(folder.parent / "data")]
    both = [subprocess.Popen(command, stdout=subprocess.PIPE, text=True) for _ in range(2)]
    assert [process.communicate(timeout=PATIENCE)[0].strip() for process in both] == ["2", "2"]


def test_a_reader_goes_on_while_the_cache_changes(folder: Path) -> None:
    with closing(opened(folder)) as reader:
        (folder / "lamps.txt").write_text(LAMPS.replace("whale oil", "beeswax"), encoding="utf-8")
        opened(folder).close()
        assert found(reader, "sold pickled herring") == ("bridges", 2)
        search(reader, "burns whale oil")
