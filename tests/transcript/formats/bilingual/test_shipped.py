"""The transcript that ships, read whole, with its notes and irregular stamps."""

from __future__ import annotations

from collections import Counter

import pytest

from tests.conftest import SHIPPED
from transcript.formats import read
from transcript.models import Irregularity, Note, Transcript


@pytest.fixture(scope="module")
def shipped_transcript() -> Transcript:
    return read(SHIPPED)


def test_the_shipped_file_is_read_whole(shipped_transcript: Transcript) -> None:
    episode = shipped_transcript.episode
    assert (episode.slug, episode.date) == ("2025-06-30-dylan-patel", "2025-06-30")
    assert episode.title.startswith("GPT4.5's Flop, Grok 4, Meta's Poaching Spree")
    assert episode.speakers == ("Dylan Patel", "Matthew Berman")
    assert episode.languages == ("en", "zh")
    assert len(shipped_transcript.chapters) == 8
    speakers = Counter(segment.speaker for segment in shipped_transcript.segments)
    assert speakers == {"Dylan Patel": 134, "Matthew Berman": 71}
    assert all(segment.text["en"] and segment.text["zh"] for segment in shipped_transcript.segments)
    assert all(
        chapter.title.keys() == chapter.summary.keys() == {"en", "zh"} for chapter in shipped_transcript.chapters
    )


def test_the_shipped_files_notes_are_kept_apart(shipped_transcript: Transcript) -> None:
    assert shipped_transcript.notes == (Note(103, "非常关键的洞察力。"), Note(757, "硬件销售的猫腻。"))
    said = " ".join(segment.text["zh"] for segment in shipped_transcript.segments)
    assert not any(note.text in said for note in shipped_transcript.notes)


def test_the_shipped_file_ends_with_its_last_words(shipped_transcript: Transcript) -> None:
    last = shipped_transcript.segments[-1]
    assert last.text["en"] == "Maybe, maybe."
    assert (last.start, last.end) == (3735.0, 3736.0)
    said = " ".join(" ".join(segment.text.values()) for segment in shipped_transcript.segments)
    assert not any(words in said for words in ("热门主题", "Recent Articles", "Berkshire", "\\$"))


def test_the_shipped_files_irregularities_are_its_stamps(shipped_transcript: Transcript) -> None:
    same, early = "the same time stamp as the segment before", "a time stamp earlier than that of its chapter"
    assert shipped_transcript.warnings == tuple(
        Irregularity(number, message)
        for number, message in ((113, early), (413, same), (438, early), (652, same), (893, early), (1043, same))
    )
