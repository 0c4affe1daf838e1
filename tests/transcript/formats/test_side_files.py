"""Files beside transcripts: a show's file, chapters, and the name itself."""

from __future__ import annotations

from pathlib import Path

import pytest

from transcript.errors import SideFileError
from transcript.formats import companions, read
from transcript.formats.file_names import read_name
from transcript.index.files import digest_of, listed, nothing_in

SRT = """1
00:00:00,000 --> 00:00:02,000
Ann: The river is high.

2
00:00:02,000 --> 00:00:04,000
Bo: How high?

3
00:10:00,000 --> 00:10:04,000
Ann: Higher than the mill.
"""


@pytest.mark.parametrize(
    ("stem", "title", "date", "number"),
    [
        ("2024-05-01 Title", "Title", "2024-05-01", None),
        ("20240501_Title_of_it", "Title of it", "2024-05-01", None),
        ("S02E05 - Title", "Title", None, 5),
        ("ep-123_title", "title", None, 123),
        ("123 - On rivers", "On rivers", None, 123),
        ("Episode 12: On rivers", "On rivers", None, 12),
        ("the-changelog-224", "the changelog 224", None, None),
        ("On rivers.en", "On rivers", None, None),
        ("2024-13-45 Title", "2024-13-45 Title", None, None),
        ("1984", "1984", None, None),
        ("...", "...", None, None),
    ],
)
def test_a_name_says_title_date_and_number(stem: str, title: str, date: str | None, number: int | None) -> None:
    named = read_name(stem)
    assert (named.title, named.date, named.number) == (title, date, number)


def test_a_show_holds_for_all_in_its_folder_and_an_episodes_own_file_over_it(tmp_path: Path) -> None:
    folder = tmp_path / "season" / "one"
    folder.mkdir(parents=True)
    (folder / "2024-05-01 7 Rivers.srt").write_text(SRT)
    (folder / "012 Lakes.srt").write_text(SRT)
    (folder / "012 Lakes.toml").write_text('title = "Lakes, again"\nvideo_url = "https://example.org/own"\n')
    (tmp_path / "season" / "show.toml").write_text(
        'show = "Water talk"\nvideo_url = "https://example.org/{date}/{slug}"\n'
        'audio_url = "https://example.org/{number}.mp3"\nlanguage = "de"\n[speakers]\n"Ann Li" = ["Ann"]\n'
    )
    rivers, lakes = read(folder / "2024-05-01 7 Rivers.srt"), read(folder / "012 Lakes.srt")
    assert (rivers.episode.show, rivers.episode.languages) == ("Water talk", ("de",))
    assert rivers.episode.speakers == ("Ann Li", "Bo")
    assert rivers.episode.video_url == "https://example.org/2024-05-01/2024-05-01-7-rivers"
    assert rivers.episode.audio_url == "https://example.org/7.mp3"
    assert (lakes.episode.title, lakes.episode.video_url) == ("Lakes, again", "https://example.org/own")
    assert lakes.episode.audio_url == "https://example.org/12.mp3"


def test_an_address_that_needs_what_an_episode_lacks_is_none(tmp_path: Path) -> None:
    (tmp_path / "rivers.srt").write_text(SRT)
    (tmp_path / "show.toml").write_text('audio_url = "https://example.org/{number}.mp3"\n')
    assert read(tmp_path / "rivers.srt").episode.audio_url is None


@pytest.mark.parametrize("content", ['titel = "x"\n', "show = ", 'video_url = "ftp://x"\n'])
def test_a_wrong_show_file_says_so_and_the_transcript_is_there(tmp_path: Path, content: str) -> None:
    (tmp_path / "rivers.srt").write_text(SRT)
    (tmp_path / "show.toml").write_text(content)
    with pytest.raises(SideFileError) as caught:
        read(tmp_path / "rivers.srt")
    assert caught.value.path.name == "show.toml"
    assert len(caught.value.transcript.segments) == 3


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("rivers.chapters.json", '{"chapters": [{"startTime": 0, "title": "The river"},'
         '{"startTime": 500, "toc": false}, {"startTime": 600, "title": "The mill"}]}'),
        ("rivers.chapters.json", '[{"start": "00:00:00.000", "title": "The river"},'
         '{"start": "00:10:00.000", "title": "The mill"}]'),
        ("rivers-chapters.xml", '<rss xmlns:psc="http://podlove.org/simple-chapters"><psc:chapters><psc:chapter'
         ' start="0" title="The river"/><psc:chapter start="10:00" title="The mill"/></psc:chapters></rss>'),
        ("rivers.chapters.vtt", "WEBVTT\n\n00:00.000 --> 10:00.000\nThe river\n\n10:00.000 --> 20:00.000\nThe mill\n"),
        ("rivers_chapters.txt", "Chapters:\n00:00 The river\n10:00 - The mill\n"),
    ],
)  # fmt: skip
def test_chapters_beside_a_transcript_are_its_chapters(tmp_path: Path, name: str, content: str) -> None:
    (tmp_path / "rivers.srt").write_text(SRT)
    (tmp_path / name).write_text(content)
    chapters = read(tmp_path / "rivers.srt").chapters
    assert [(one.title, one.start, one.first, one.last) for one in chapters] == [
        ({"en": "The river"}, 0.0, 0, 1),
        ({"en": "The mill"}, 600.0, 2, 2),
    ]
    assert list(listed([tmp_path])) == [tmp_path / "rivers.srt"]


def test_chapters_that_are_none_are_told(tmp_path: Path) -> None:
    (tmp_path / "rivers.srt").write_text(SRT)
    (tmp_path / "rivers.chapters.json").write_text("{}")
    with pytest.raises(SideFileError, match="no chapters are found in it; write a line 00:43 Title for each"):
        read(tmp_path / "rivers.srt")


def test_what_lies_beside_a_transcript_belongs_to_its_content(tmp_path: Path) -> None:
    path = tmp_path / "rivers.srt"
    path.write_text(SRT)
    digests = {digest_of(path)}
    for number, name in enumerate(("rivers.toml", "show.toml", "rivers.chapters.txt"), 2):
        assert tmp_path / name in companions(path)
        (tmp_path / name).write_text("x")
        digests.add(digest_of(path))
        assert len(digests) == number


def test_a_folder_skips_what_lies_beside_transcripts(tmp_path: Path) -> None:
    for name in ("rivers.srt", ".hidden.srt", "README.md", "LICENSE.txt", "package.json", "cover.png"):
        (tmp_path / name).write_text(SRT)
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git" / "a.txt").write_text(SRT)
    assert [path.name for path in listed([tmp_path])] == ["rivers.srt"]


def test_a_folder_without_a_transcript_says_what_it_has(tmp_path: Path) -> None:
    assert "no transcript is in it; it is empty" in str(nothing_in(tmp_path))
    for name in "abcdefg":
        (tmp_path / f"{name}.png").touch()
    assert "it has a.png, b.png, c.png, d.png, e.png …; python -m transcript formats" in str(nothing_in(tmp_path))
