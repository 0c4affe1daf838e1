"""The files of a library, and the slugs and identities that they give."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from tests.transcript.scripts import BRIDGES, LAMPS
from transcript.index.files import listed, mark_own, root_prefixes, skipped_lines, slugs
from transcript.library import open_library


@pytest.mark.parametrize(
    ("files", "given"),
    [
        (("a.txt", "b.txt"), ("a", "b")),
        (("ep1/transcript.txt", "ep2/transcript.txt"), ("ep1-transcript", "ep2-transcript")),
        (("bridges.txt", "more/bridges.txt"), ("bridges", "more-bridges")),
        (("a/x/t.txt", "b/x/t.txt", "b/y/t.txt"), ("a-x-t", "b-x-t", "y-t")),
        (("On Rivers.txt", "on-rivers.txt"), ("on-rivers", "on-rivers-2")),
        (("a/t.txt", "a-t.txt", "b/t.txt"), ("a-t", "a-t-2", "b-t")),
        (("集/对话.txt", "卷/对话.txt"), ("集-对话", "卷-对话")),
    ],
)
def test_slugs_of_one_name_have_their_folders(files: tuple[str, ...], given: tuple[str, ...]) -> None:
    folders = {Path(file): Path(file).parent.parts for file in files}
    assert tuple(slugs(folders).values()) == given
    backwards = dict(reversed(folders.items()))
    assert tuple(reversed(slugs(backwards).values())) == given


def test_slugs_do_not_go_by_what_was_there_first(tmp_path: Path) -> None:
    folder = tmp_path / "transcripts"
    second = folder / "ep2" / "transcript.txt"
    second.parent.mkdir(parents=True)
    second.write_text(LAMPS, encoding="utf-8")
    with closing(open_library([folder], tmp_path / "data")) as library:
        assert [head.slug for head in library.episodes] == ["transcript"]
    first = folder / "ep1" / "transcript.txt"
    first.parent.mkdir()
    first.write_text(BRIDGES, encoding="utf-8")
    with closing(open_library([folder], tmp_path / "data")) as library:
        assert {head.slug: head.title for head in library.episodes} == {
            "ep2-transcript": "On Lamps",
            "ep1-transcript": "On Bridges",
        }
        assert library.segments("ep2-transcript", 0, 0)[0].speaker == "Cora Finch"
    first.unlink()
    (folder / "ep2" / "transcript.toml").write_text('title = "On Light"', encoding="utf-8")
    with closing(open_library([folder], tmp_path / "data")) as library:
        assert [(head.slug, head.title) for head in library.episodes] == [("transcript", "On Light")]


def identities(*paths: Path) -> dict[str, str]:
    """The identity of each episode, by its path below the test's folder."""
    base = next(parent for path in paths for parent in path.parents if parent.name.startswith("test_"))
    return {path.relative_to(base).as_posix(): name.identity for path, name in listed(list(paths)).items()}


@pytest.fixture
def roots(tmp_path: Path) -> Callable[..., list[Path]]:
    """Makes folders with files of that name in them."""

    def make(**files: str) -> list[Path]:
        for folder, name in files.items():
            path = tmp_path / folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(BRIDGES, encoding="utf-8")
        return [tmp_path / folder for folder in files]

    return make


def test_an_identity_is_the_path_below_the_root(roots: Callable[..., list[Path]]) -> None:
    (folder,) = roots(show="2025/Ep-1.txt")
    roots(show="2025/ep 1.txt")
    assert identities(folder) == {"show/2025/Ep-1.txt": "2025/Ep-1", "show/2025/ep 1.txt": "2025/ep 1"}
    assert identities(folder / "2025" / "Ep-1.txt") == {"show/2025/Ep-1.txt": "Ep-1"}


def test_a_file_that_is_added_changes_no_identity(roots: Callable[..., list[Path]]) -> None:
    one, other = roots(one="a.txt", other="b.txt")
    before = identities(one, other)
    assert before == {"one/a.txt": "a", "other/b.txt": "other//b"}
    roots(one="b.txt", other="a.txt")
    roots(one="other/b.txt")
    assert identities(one, other) == before | {
        "one/b.txt": "b",
        "one/other/b.txt": "other/b",
        "other/a.txt": "other//a",
    }


def test_a_folder_that_is_added_last_or_is_missing_changes_no_identity(roots: Callable[..., list[Path]]) -> None:
    one, other = roots(one="a.txt", other="a.txt")
    third = one.parent / "third" / "other"
    before = identities(one, other)
    assert identities(one, other, third) == before
    roots(**{"third/other": "a.txt"})
    assert identities(one, other, third) == before | {"third/other/a.txt": "third/other//a"}
    assert identities(one / "missing.txt", one / "a.txt", other) == before


def test_roots_of_one_name_are_told_apart() -> None:
    assert root_prefixes([Path("/a/x"), Path("/b/x"), Path("/c/x"), Path("/x"), Path("/b/x"), Path("/c/b/x")]) == {
        Path("/a/x"): "",
        Path("/b/x"): "x//",
        Path("/c/x"): "c/x//",
        Path("/x"): "//x//",
        Path("/c/b/x"): "b/x//",
    }


def test_episodes_have_the_identities_of_the_roots_they_are_opened_with(
    roots: Callable[..., list[Path]], tmp_path: Path
) -> None:
    one, other = roots(one="a.txt", other="b.txt")
    for paths, given in (
        ((one, other), {"a": "a", "b": "other//b"}),
        ((other, one), {"a": "one//a", "b": "b"}),
    ):
        with closing(open_library(paths, tmp_path / "data")) as library:
            assert {head.slug: head.identity for head in library.episodes} == given


def test_what_is_skipped_is_told_a_line_for_each_kind(tmp_path: Path) -> None:
    names = ["a.txt", "a.toml", "show.toml", "a.chapters.json", "b-chapters.txt", ".hidden.txt", ".git/c.txt"]
    names += ["README.md", "sub/index.html", *(f"sub/{number}.jpg" for number in range(6))]
    pictures = ", ".join(f"sub/{number}.jpg" for number in range(5))
    for name in names:
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(LAMPS, encoding="utf-8")
    assert skipped_lines([tmp_path, tmp_path, tmp_path / "a.txt"]) == [
        f"{tmp_path}: 2 skipped, hidden: .git/c.txt, .hidden.txt",
        f"{tmp_path}: 2 skipped, named like something else: README.md, sub/index.html",
        f"{tmp_path}: 1 skipped, chapters of no transcript: b-chapters.txt",
        f"{tmp_path}: 6 skipped, not the ending of a transcript: {pictures} …",
    ]
    assert list(listed([tmp_path])) == [tmp_path / "a.txt"]


@pytest.mark.parametrize("kept", ["", "data", "deep/er/data"])
def test_what_is_written_below_the_transcripts_is_none_of_them(tmp_path: Path, kept: str) -> None:
    (tmp_path / "a.txt").write_text(LAMPS, encoding="utf-8")
    data = tmp_path / kept
    own = data / "shelves"
    mark_own(own)
    (own / "theirs.txt").write_text(BRIDGES, encoding="utf-8")
    with closing(open_library([tmp_path], data)) as library:
        assert [head.slug for head in library.episodes] == ["a"]
    assert list(listed([tmp_path])) == [tmp_path / "a.txt"]
    assert skipped_lines([tmp_path]) == []
    assert list(listed([own])) == [own / "theirs.txt"]
