"""The files of a library, and the slugs that they give."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest

from tests.transcript.scripts import BRIDGES, LAMPS
from transcript.index.files import slugs
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
