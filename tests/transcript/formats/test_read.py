"""Files that are transcripts, and those that are not: each of these ends in one clear line."""

from __future__ import annotations

from pathlib import Path

import pytest

from transcript import formats
from transcript.errors import SideFileError, TranscriptError
from transcript.formats import read

TEXT = "2025-01-02 Ann Li.On rivers\n\n(00:00) Ann Li:\nHi.\n你好。\n\n(00:09) Bo Yu:\nYo.\n哟。\n"


README = b"""# Rivers

A library that measures rivers.

## Installation

```
pip install rivers
```

- fast
- small
- measured

## Usage

Note: it needs water. See https://example.org/rivers
"""


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("a.txt", b"", "the file is empty; put a transcript in it or remove it"),
        ("a.txt", b" \n\t", "the file is empty"),
        ("a.txt", bytes(range(9, 256)) + bytes(9) * 9, "it is binary, not text (byte 247 is 0)"),
        ("a.txt", b"\x89PNG\0\0", "it is a picture, not text; export its transcript as text, VTT or SRT"),
        ("a.pdf", b"%PDF-1.7\n", "it is a PDF, not text"),
        ("a.mp4", b"\0\0\0\x18ftypmp42", "it is audio or a video, not text"),
        (
            "a.txt",
            b"Just words.\n",
            "it is not a transcript: it has 2 words, no names and no times; write Name: before",
        ),
        ("a.txt", b"(00:00) Ann Li:\n", "nothing is said in it"),
        ("a.vtt", b"WEBVTT\n", "it is WebVTT, but nothing is said in it; put the words under their times"),
        ("a.vtt", b"WEBVTT\n\n00:00.000 --> 00:01.000\n\n", "nothing is said in it"),
        ("a.json", b'{"name": "x", "version": 1}', "it is JSON, but no transcript: its keys are name, version"),
        ("a.json", b'{"segments": [{"text": "cut o', "it looks like JSON that is damaged or cut off"),
        ("a.json", b"[]", "it is JSON, but no transcript: it has no rows"),
        (
            "a.json",
            b'{"chapters": [{"startTime": 0, "title": "Intro"}]}',
            "it is a list of chapters, not what was said; put it beside the transcript as NAME.chapters.json",
        ),
        (
            "a.vtt",
            b"WEBVTT\n\n1\n00:00.000 --> 05:00.000\nIntro\n\n2\n05:00.000 --> 10:00.000\nThe mill\n",
            "it is a list of chapters, not what was said; put it beside the transcript as NAME.chapters.vtt",
        ),
        ("a.vtt", b"WEBVTT\n\n00:00.000 --> 00:05.000\nsprite.jpg#xywh=0,0,160,90\n", "nothing is said in it"),
        ("a.vtt", b'WEBVTT\n\n00:00.000 --> 00:05.000\n{"type": "ad"}\n', "nothing is said in it"),
        ("a.txt", b"00:00 Intro\n01:30 Rivers\n12:00 Lakes\n", "it is a list of chapters"),
        ("a.xml", b"<rss><channel><title>x</title></channel></rss>", "it is a feed, not a transcript"),
        ("a.html", b"<!doctype html><html><body><div>x</div></body></html>", "it is marked up (<html>), but no tr"),
        (
            "a.html",
            b"<!doctype html><html><body><article><time datetime='2024-05-01'>May 1</time><p>News of the river.</p>"
            b"<blockquote><p>So it was.</p><cite>Ada</cite></blockquote></article></body></html>",
            "it is marked up (<html>), but no transcript",
        ),
        ("a.md", README, "it looks like a document, a list or code"),
        ("a.py", b"import os\n\n\ndef main():\n    print(os.name)\n" * 9, "it looks like a document, a list or code"),
        ("a.csv", b"a,b,c,d\n1,2,3,4\n" * 40, "it looks like a document, a list or code"),
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
image_url = "https://example.org/show.png"
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
    assert head.image_url == "https://example.org/show.png"
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
    assert {".txt", ".md", ".vtt", ".srt", ".json", ".ttml", ".html", ".json3"} <= formats.ENDINGS


def test_soft_hyphens_are_left_out(tmp_path: Path) -> None:
    path = tmp_path / "e.txt"
    path.write_text("Ada: We have for\u00adty bas\u00adkets.\n\nBen: Of what?\n\nAda: Plums.\n", encoding="utf-8")
    assert read(path).segments[0].text == {"en": "We have forty baskets."}
