"""The title, the date and the chapters that a text has above and between its words."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.transcript.formats.text.reading import contents, described, read_text


def test_front_matter_may_be_toml_and_the_title_stands_above_the_notes(tmp_path: Path) -> None:
    turns = "Ada: Who paid?\n\nBen: A widow.\n"
    written = f'+++\ntitle = "On bridges"\ndate = 2024-05-01\n+++\n\n{turns}'
    episode = read_text(tmp_path, written, "a.md").episode
    assert (episode.title, episode.date) == ("On bridges", "2024-05-01")
    written = f"# On bridges\n\nOf ice.\n\n## Notes\n\n- a\n\n## Transcript\n\n{turns}"
    assert read_text(tmp_path, written, "b.md").episode.title == "On bridges"


def test_a_title_between_times_begins_a_chapter(tmp_path: Path) -> None:
    said = ["we came to the river", "the ice was thick", "and nobody had a boat", "so we walked", "it held"] * 2
    rows = [f"0:{10 + number}\n{words}\n" for number, words in enumerate(said)]
    transcript = read_text(tmp_path, "".join(["On ice\n", *rows[:6], "After it\n", *rows[6:]]))
    assert contents(transcript) == [("On ice", 10.0, 0), ("After it", 16.0, 1)]
    assert " ".join(text for *_, text in described(transcript)) == " ".join(said)


def test_what_is_heard_above_the_words_is_no_title(tmp_path: Path) -> None:
    transcript = read_text(tmp_path, "(SOUNDBITE OF MUSIC)\n\nAda: Who paid?\n\nBen: A widow.\n\nAda: Which?\n")
    assert transcript.episode.title == "episode"


def test_a_heading_may_be_asciidocs(tmp_path: Path) -> None:
    rows = "= On bridges\n\n== Ice\n\n*Ada:* Who paid?\n\n*Ben:* A widow.\n\n== Timber\n\n*Ada:* Which one?\n"
    transcript = read_text(tmp_path, rows)
    assert transcript.episode.title == "On bridges"
    assert contents(transcript) == [("Ice", None, 0), ("Timber", None, 2)]


CONTENTS = "0:00 – Money\n0:11 – Ice\n"


SITE = """Transcript for Ada Quill: On bridges
This is a transcript of the show with Ada Quill. The times are links.

Table of Contents
Here are the “chapters”.

{contents}
Money
Ada Quill
(00:00:03)
Who paid for it? It was dear.
Ben Marsh
(00:00:06)
A widow.
Ice
Ada Quill
(00:00:11)
And the ice took two pillars.
"""


def test_what_a_site_writes_above_the_words_is_not_said_and_its_contents_are_chapters(tmp_path: Path) -> None:
    transcript = read_text(tmp_path, SITE.format(contents=CONTENTS))
    assert described(transcript) == [
        (3.0, "Ada Quill", "Who paid for it? It was dear."), (6.0, "Ben Marsh", "A widow."),
        (11.0, "Ada Quill", "And the ice took two pillars."),
    ]  # fmt: skip
    assert contents(transcript) == [("Money", 0.0, 0), ("Ice", 11.0, 2)]


def test_a_heading_with_its_time_is_a_chapter_and_one_without_words_is_none(tmp_path: Path) -> None:
    rows = (
        "## Contents\n### 00:00:03 – Money\n**Ada:** Who paid?\n\n### 00:00:11 – Ice\n**Ben:** A widow.\n\n## Links\n"
    )
    assert contents(read_text(tmp_path, rows, "episode.md")) == [("Money", 3.0, 0), ("Ice", 11.0, 1)]


def test_a_heading_may_have_its_time_behind_it(tmp_path: Path) -> None:
    rows = "## Money [00:00:03]\n**Ada:** Who?\n\n## Ice (00:11)\n**Ben:** A widow.\n"
    assert contents(read_text(tmp_path, rows, "episode.md")) == [("Money", 3.0, 0), ("Ice", 11.0, 1)]


HEADINGS = "# Introduction\n\n{0}\n\n# The mill\n\n{0}\n\n## The mill’s wheel\n\n{0}\n"


@pytest.mark.parametrize("said", ["Ada: Who paid?\n\nBen: A widow.", "Nobody knew who paid. It was a widow."])
def test_headings_are_chapters_with_names_or_without(said: str, tmp_path: Path) -> None:
    head = "---\ntitle: On bridges\nspeakers: [Ada]\npub_date: May 1st, 2024\n---\n\n"
    transcript = read_text(tmp_path, head + HEADINGS.format(said), "episode.md")
    assert [title for title, *_ in contents(transcript)] == ["Introduction", "The mill", "The mill’s wheel"]
    assert (transcript.episode.title, transcript.episode.date) == ("On bridges", "2024-05-01")


@pytest.mark.parametrize(
    "day", ["2024-05-01", "Wed, May 1, 2024 10:02AM • 1:20", "1 May 2024", "May 1st, 2024, 9:02AM"]
)
def test_a_day_above_the_words_is_the_episodes(day: str, tmp_path: Path) -> None:
    transcript = read_text(tmp_path, f"On bridges\n\n{day}\n\nAda  0:03\nWho paid?\n\nBen  0:07\nA widow.\n")
    assert (transcript.episode.title, transcript.episode.date) == ("On bridges", "2024-05-01")
