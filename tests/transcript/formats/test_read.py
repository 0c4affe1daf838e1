"""Files that are transcripts, and those that are not: each of these ends in one clear line."""

from __future__ import annotations

from pathlib import Path

import pytest

from transcript import formats
from transcript.errors import SideFileError, TranscriptError
from transcript.formats import read

TEXT = "2025-01-02 Ann Li.On rivers\n\n(00:00) Ann Li:\nHi.\n你好。\n\n(00:09) Bo Yu:\nYo.\n哟。\n"


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("a.txt", b"", "the file is empty; put a transcript in it or remove it"),
        ("a.txt", b" \n\t", "the file is empty"),
        ("a.txt", b"\x89PNG\0\0", "it is binary, not text (byte 4 is 0)"),
        ("a.txt", b"(00:00) Ann:\nHi\n\xff\xfe", "a.txt:3: byte 16 (0xff) is not UTF-8; save the file as UTF-8"),
        ("a.txt", "caf\u00e9".encode("latin-1"), "a.txt:1: byte 3 (0xe9) is not UTF-8"),
        ("a.txt", b"Just words.\n", "it is not a transcript: no line begins with a time stamp"),
        ("a.txt", b"(00:00) Ann Li:\n", "nothing is said in it"),
        ("a.pdf", b"x", ".pdf is no transcript's ending; name it with one of .txt"),
        ("a", b"x", "no ending is no transcript's ending"),
    ],
)
def test_what_is_no_transcript_says_so_in_one_line(tmp_path: Path, name: str, content: bytes, says: str) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(TranscriptError) as caught:
        read(path)
    assert says in str(caught.value)
    assert "\n" not in str(caught.value)
    assert caught.value.path == path


def test_a_file_that_is_not_there_or_a_folder_says_so(tmp_path: Path) -> None:
    with pytest.raises(TranscriptError, match="there is no such file; check the path"):
        read(tmp_path / "a.txt")
    with pytest.raises(TranscriptError, match="it is a folder; name a file in it"):
        read(tmp_path)


def test_a_file_that_is_too_large_is_not_even_read(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    with path.open("wb") as file:
        file.truncate(2 * 2**30)  # sparse: it takes no room on the disk
    with pytest.raises(TranscriptError, match="2,048 MB, more than a transcript can have; split it"):
        read(path)


def test_a_byte_order_mark_is_nothing(tmp_path: Path) -> None:
    path = tmp_path / "rivers.txt"
    path.write_text("\ufeff" + TEXT, encoding="utf-8")
    assert read(path).episode.title == "On rivers"


SIDE = """
title = "Rivers, again"
date = 2025-03-04
show = "Water talk"
video_url = "https://youtu.be/abc"
audio_url = "https://example.org/a.mp3"
video_offset = 12.5
[speakers]
"Anna Li" = ["Ann Li", "annie"]
"""


def test_the_side_file_gives_what_the_transcript_lacks(tmp_path: Path) -> None:
    (tmp_path / "rivers.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "rivers.toml").write_text(SIDE, encoding="utf-8")
    transcript = read(tmp_path / "rivers.txt")
    head = transcript.episode
    assert (head.title, head.date, head.show) == ("Rivers, again", "2025-03-04", "Water talk")
    assert (head.video_url, head.audio_url, head.video_offset) == (
        "https://youtu.be/abc",
        "https://example.org/a.mp3",
        12.5,
    )
    assert head.speakers == ("Anna Li", "Bo Yu")
    assert head.aliases == {"anna li": "Anna Li", "ann li": "Anna Li", "annie": "Anna Li"}
    assert [segment.speaker for segment in transcript.segments] == ["Anna Li", "Bo Yu"]


def test_texts_of_the_side_file_are_a_line_of_signs_that_can_be_seen(tmp_path: Path) -> None:
    (tmp_path / "rivers.txt").write_text(TEXT, encoding="utf-8")
    side = 'title = "  On\\u202e\\nrivers "\n[speakers]\n"Ann\\u0007  Li" = ["annie\\u200f"]\n'
    (tmp_path / "rivers.toml").write_text(side, encoding="utf-8")
    head = read(tmp_path / "rivers.txt").episode
    assert head.title == "On rivers"
    assert head.aliases == {"ann li": "Ann Li", "annie": "Ann Li"}


def test_a_side_file_that_says_little_leaves_the_rest(tmp_path: Path) -> None:
    (tmp_path / "rivers.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "rivers.toml").write_text('show = "Water talk"\n', encoding="utf-8")
    head = read(tmp_path / "rivers.txt").episode
    assert (head.title, head.date, head.show, head.speakers[0]) == ("On rivers", "2025-01-02", "Water talk", "Ann Li")


@pytest.mark.parametrize(
    ("side", "says"),
    [
        (b"title = ", "it is not TOML"),
        (b'titel = "x"', "titel: Extra inputs are not permitted; the settings are title, date, show"),
        (b'video_url = "file:///etc/passwd"', "video_url: it must be an http or https address"),
        (b'video_url = "https://a b"', "video_url: an address has no spaces; write %20 for one"),
        (b'title = " \\u202e\\n "', "title: it is empty; write something"),
        (b'show = ""', "show: it is empty; write something"),
        (b'[speakers]\n"Ann Li" = [" "]', "speakers.Ann Li.0: it is empty; write something"),
        (f'video_url = "https://a.b/{"x" * 500}"'.encode(), "percent-encoded it has 521 characters"),
        (
            f'audio_url = "https://a.b/{"节" * 60}"'.encode(),
            "percent-encoded it has 561 characters, and a link may have",
        ),
        (b'date = "someday"', "date:"),
        (b"video_offset = nan", "video_offset:"),
        (b"title = 3", "title:"),
        (b'title = "\xff"', "byte 9 is not UTF-8"),
        (b"#" * 70_000, "it is larger than 64 KB"),
    ],
)
def test_a_wrong_side_file_says_what_is_wrong(tmp_path: Path, side: bytes, says: str) -> None:
    (tmp_path / "rivers.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "rivers.toml").write_bytes(side)
    with pytest.raises(SideFileError) as caught:
        read(tmp_path / "rivers.txt")
    assert says in str(caught.value)
    assert caught.value.path.name == "rivers.toml"
    assert caught.value.transcript.episode.title == "On rivers"


def test_every_format_has_an_ending() -> None:
    assert frozenset({".txt"}) == formats.ENDINGS
