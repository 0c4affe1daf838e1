"""The library and its cache: what is read again, what is not, and what survives."""

from __future__ import annotations

import logging
import os
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from tests.conftest import PATIENCE, SHIPPED, MakeLibrary
from tests.transcript.scripts import BRIDGES, LAMPS, script
from transcript.errors import TranscriptError
from transcript.formats import read as really_read
from transcript.index import preparation
from transcript.index.postings import Writer
from transcript.index.store import Store
from transcript.language.tokens import compound_parts
from transcript.library import Library, open_library
from transcript.models import Transcript
from transcript.search import search


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the files that are read from now on."""
    names: list[str] = []

    def noting(path: Path) -> Transcript:
        names.append(path.name)
        return really_read(path)

    monkeypatch.setattr(preparation, "read", noting)
    return names


def opened(folder: Path) -> Library:
    return open_library([folder], folder.parent / "data")


def found(library: Library, query: str) -> tuple[str, int] | None:
    answer = search(library, query)
    return (answer.matches[0].episode, answer.matches[0].segment) if answer.confident else None


def cached(folder: Path, generation: int = 1) -> Path:
    (place,) = (folder.parent / "data").iterdir()
    return place / str(generation)


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


def test_an_unchanged_library_is_not_read_again(folder: Path, read: list[str]) -> None:
    opened(folder).close()
    assert read == ["bridges.txt", "lamps.txt"]
    with closing(opened(folder)) as library:
        assert found(library, "burns whale oil") == ("lamps", 0)
    assert len(read) == 2


def test_a_touched_file_of_the_same_content_is_not_read_again(folder: Path, read: list[str]) -> None:
    opened(folder).close()
    os.utime(folder / "lamps.txt", (1, 1))
    opened(folder).close()
    assert len(read) == 2


def test_one_changed_file_is_read_alone(folder: Path, read: list[str]) -> None:
    opened(folder).close()
    read.clear()
    (folder / "lamps.txt").write_text(LAMPS.replace("whale oil", "beeswax"), encoding="utf-8")
    with closing(opened(folder)) as library:
        assert read == ["lamps.txt"]
        assert found(library, "every lamp burns beeswax") == ("lamps", 0)
        assert found(library, "sold pickled herring") == ("bridges", 2)
        assert [head.slug for head in library.episodes] == ["lamps", "bridges"]


def test_words_that_left_with_a_change_are_forgotten(folder: Path) -> None:
    with closing(opened(folder)) as library:
        assert library.known_terms(["whal", "whale", "bishop"]) == {"whale", "bishop"}
        assert library.episode_counts(["whale", "walrus"]) == {"whale": 1}
        assert library.words_spelt_alike(["whale"])
    (folder / "lamps.txt").write_text(LAMPS.replace("whale oil", "beeswax"), encoding="utf-8")
    with closing(opened(folder)) as library:
        assert library.known_terms(["whale", "beeswax", "bishop"]) == {"beeswax", "bishop"}
        assert not library.words_spelt_alike(["whale"])
        assert found(library, "whale oil") is None


def test_a_removed_file_leaves(folder: Path) -> None:
    opened(folder).close()
    (folder / "lamps.txt").unlink()
    with closing(opened(folder)) as library:
        assert [head.slug for head in library.episodes] == ["bridges"]
        assert found(library, "burns whale oil") is None


def test_a_side_file_changes_the_head(folder: Path, read: list[str]) -> None:
    opened(folder).close()
    read.clear()
    (folder / "lamps.toml").write_text(
        'title = "On Light"\n[speakers]\n"Cora Finch" = ["the keeper"]', encoding="utf-8"
    )
    with closing(opened(folder)) as library:
        assert read == ["lamps.txt"]
        assert [head.title for head in library.episodes] == ["On Light", "On Bridges"]
        assert library.find_speakers("the keeper") == ("Cora Finch",)
    (folder / "lamps.toml").unlink()
    with closing(opened(folder)) as library:
        assert library.episodes[0].title == "On Lamps"


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


def test_libraries_of_other_paths_do_not_push_each_other_out(folder: Path, read: list[str]) -> None:
    for _ in range(2):
        opened(folder).close()
        open_library([folder / "lamps.txt"], folder.parent / "data").close()
    assert sorted(read) == ["bridges.txt", "lamps.txt", "lamps.txt"]


def test_segments_are_clipped_to_what_exists(make_library: MakeLibrary) -> None:
    library = make_library({"bridges.txt": BRIDGES})
    slug = library.episodes[0].slug
    assert [segment.index for segment in library.segments(slug, -5, 1)] == [0, 1]
    assert [segment.index for segment in library.segments(slug, 4, 99)] == [4, 5]
    assert library.segments(slug, 6, 9) == library.segments("nothing", 0, 9) == ()


def test_segment_at_goes_by_time(make_library: MakeLibrary) -> None:
    library = make_library(
        {
            "a.txt": script(
                ("00:10", "Ada Quill", "First words.", "先说的话。"),
                ("00:30", "Ada Quill", "Third words.", "第三句话。"),
                ("00:20", "Ben Marsh", "Second words.", "第二句话。"),
            )
        }
    )
    (head,) = library.episodes
    assert library.segment_at(head.slug, 9.9) is None
    for seconds, index in ((10, 0), (20, 2), (29.9, 2), (30, 1)):
        segment = library.segment_at(head.slug, seconds)
        assert segment is not None
        assert segment.index == index
    assert library.segment_at(head.slug, head.duration) is None
    assert library.segment_at("nothing", 10) is None


def test_chapters_of_the_shipped_transcript(shipped: Library) -> None:
    (head,) = shipped.episodes
    assert [chapter.index for chapter in shipped.chapters(head.slug)] == list(range(1, 9))
    chapter = shipped.chapter(head.slug, 3)
    assert chapter is not None
    assert chapter.title["en"].startswith("Meta's Hiring Strategies")
    assert shipped.chapter(head.slug, 9) is None
    assert shipped.chapters("nothing") == ()


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        ("", ("Dylan Patel", "Matthew Berman")),
        ("dillan", ("Dylan Patel",)),
        ("patle", ("Dylan Patel",)),
        ("mathew burman", ("Matthew Berman",)),
        ("BERM", ("Matthew Berman",)),
        ("bob", ()),
        ("💥", ()),
        ("\0", ()),
    ],
)
def test_find_speakers(shipped: Library, typed: str, names: tuple[str, ...]) -> None:
    assert shipped.find_speakers(typed) == names
    assert shipped.find_speakers(typed, shipped.episodes[0].slug) == names


@pytest.mark.parametrize(
    ("typed", "numbers"),
    [
        ("3", [3]),
        ("bumpgate", []),
        ("job market", [8]),
        ("job markte", [8]),
        ("苹果", [5]),
        ("蘋果", [5]),
        ("9", []),
        ("#3", [3]),
        ("Chapter 3", [3]),
        ("第三章", [3]),
        ("第3章", [3]),
        ("chapter twelve", []),
        ("quantum", []),
        ("", list(range(1, 9))),
    ],
)
def test_find_chapters(shipped: Library, typed: str, numbers: list[int]) -> None:
    assert [chapter.index for _, chapter in shipped.find_chapters(typed)] == numbers


@pytest.mark.parametrize(
    ("typed", "found_"),
    [
        ("grok", True),
        ("dylan", True),
        ("2025", True),
        ("2025-06", True),
        ("2024", False),
        ("2025-07", False),
        ("microsoft", False),
        ("buffet", False),
        ("", True),
    ],
)
def test_find_episodes(shipped: Library, typed: str, found_: bool) -> None:
    assert bool(shipped.find_episodes(typed)) is found_


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


def test_the_parts_of_a_compound_leave_with_it(folder: Path) -> None:
    (folder / "lamps.txt").write_text(LAMPS.replace("whale oil", "the CoreWeave"), encoding="utf-8")
    parts = [term for _, term in compound_parts("the CoreWeave")]
    with closing(opened(folder)) as library:
        assert library.known_terms(parts) == set(parts) != set()
    (folder / "lamps.txt").write_text(LAMPS, encoding="utf-8")
    with closing(opened(folder)) as library:
        assert not library.known_terms(parts)
