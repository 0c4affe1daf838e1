"""A library that is opened again: what is read again, and what left is forgotten."""

from __future__ import annotations

import os
from contextlib import closing
from pathlib import Path

from tests.transcript.opened import found, opened
from tests.transcript.scripts import LAMPS
from transcript.language.tokens import compound_parts


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


def test_the_parts_of_a_compound_leave_with_it(folder: Path) -> None:
    (folder / "lamps.txt").write_text(LAMPS.replace("whale oil", "the CoreWeave"), encoding="utf-8")
    parts = [term for _, term in compound_parts("the CoreWeave")]
    with closing(opened(folder)) as library:
        assert library.known_terms(parts) == set(parts) != set()
    (folder / "lamps.txt").write_text(LAMPS, encoding="utf-8")
    with closing(opened(folder)) as library:
        assert not library.known_terms(parts)
