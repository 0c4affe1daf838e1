"""JSON of services of speech recognition and editors, in the shapes that they have."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from transcript.formats import read
from transcript.models import Transcript

TURNS = [("Ada", 1.0, "Who paid for it?"), ("Ben", 5.0, "A widow, and she sold herring."), ("Ada", 12.0, "No.")]


def timed(text: str, at: float) -> list[tuple[str, float]]:
    """The words of a text, two a second."""
    return [(word, at + 0.5 * number) for number, word in enumerate(text.split())]


def read_json(tmp_path: Path, data: object) -> Transcript:
    path = tmp_path / "episode.json"
    path.write_text(data if isinstance(data, str) else json.dumps(data), encoding="utf-8")
    return read(path)


def described(transcript: Transcript) -> list[tuple[str | None, float | None, str]]:
    return [(one.speaker, one.start, one.text["en"]) for one in transcript.segments]


ID = {"Ada": "0-1", "Ben": "0-2"}
PEOPLE = [{"id": "0-1", "name": "Ada"}, {"id": "0-2", "name": "Ben"}]
INNER = {
    "Happy Scribe": [
        {"speaker": who, "speaker_number": 1,
         "words": [{"text": word, "type": "text", "data_start": at} for word, at in timed(text, start)]}
        for who, start, text in TURNS
    ],
    "Recall": [
        {"participant": {"id": 7, "name": who},
         "words": [{"text": word, "start_timestamp": {"relative": at}} for word, at in timed(text, start)]}
        for who, start, text in TURNS
    ],
    "Premiere": {"speakers": PEOPLE, "segments": [
        {"speaker": ID[who], "start": start, "duration": 2,
         "words": [{"text": word, "start": at, "type": "word"} for word, at in timed(text, start)]}
        for who, start, text in TURNS
    ]},
    "Podlove's player": {"contributors": PEOPLE, "transcripts": [
        {"start": f"00:00:{start:06.3f}", "start_ms": start * 1000, "speaker": ID[who], "text": text}
        for who, start, text in TURNS
    ]},
    "Azure, at once": {"combinedPhrases": [{"text": " ".join(text for *_, text in TURNS)}], "phrases": [
        {"offsetMilliseconds": int(start * 1000), "speaker": who, "text": text, "locale": "en-US"}
        for who, start, text in TURNS
    ]},
    "Zoom's timeline": {"timeline": [
        {"text": text, "ts": f"00:00:{start:06.3f}", "users": [{"username": who, "user_id": "4711"}]}
        for who, start, text in TURNS
    ]},
    "Whisper with people": {"segments": [
        {"start": start, "text": text, "speaker": {"id": 7, "name": who}} for who, start, text in TURNS
    ]},
    "calls at AWS": {"JobStatus": "COMPLETED", "Transcript": [
        {"Content": text, "BeginOffsetMillis": int(start * 1000), "EndOffsetMillis": 15_000, "ParticipantRole": who}
        for who, start, text in TURNS
    ]},
    "Video Indexer": {"name": "On bridges", "videos": [{"insights": {"transcript": [
        {"id": 1, "text": text, "speakerId": who, "instances": [{"start": f"0:00:{start:04.1f}", "end": "0:00:59"}]}
        for who, start, text in TURNS
    ]}}]},
    "a status": {"status": "success", "words": [
        {"word": word, "start_time": at, "speaker": who}
        for who, start, text in TURNS for word, at in timed(text, start)
    ]},
    "JSON lines": "\n".join(json.dumps({"start": start, "speaker": who, "text": text}) for who, start, text in TURNS),
}  # fmt: skip


@pytest.mark.parametrize("data", INNER.values(), ids=INNER.keys())
def test_words_are_found_wherever_they_stand(data: object, tmp_path: Path) -> None:
    assert described(read_json(tmp_path, data)) == TURNS


def test_values_one_after_the_other_are_read_as_one(tmp_path: Path) -> None:
    parts = [
        {"result": [{"word": word.strip("?.,").lower(), "start": at, "conf": 1.0} for word, at in timed(text, start)],
         "text": text.lower()}
        for _, start, text in TURNS
    ]  # fmt: skip
    transcript = read_json(tmp_path, "\n".join(json.dumps(part, indent=2) for part in parts))
    assert " ".join(text for *_, text in described(transcript)) == "who paid for it a widow and she sold herring no"


def by_channel(make: Any) -> list[list[dict[str, Any]]]:
    """The words of each voice, as a channel of its own has them."""
    return [
        [make(word, at) for who, start, text in TURNS if who == voice for word, at in timed(text, start)]
        for voice in ("Ada", "Ben")
    ]


def aws_item(word: str, at: float) -> dict[str, Any]:
    return {"type": "pronunciation", "start_time": f"{at}", "end_time": f"{at + 0.4}",
            "alternatives": [{"content": word}]}  # fmt: skip


CHANNELS = {
    "Deepgram": {"results": {"channels": [
        {"alternatives": [{"words": words}]}
        for words in by_channel(lambda word, at: {"punctuated_word": word, "start": at, "end": at + 0.4})
    ]}},
    "AWS Transcribe": {"results": {"items": [], "channel_labels": {"channels": [
        {"channel_label": f"ch_{number}", "items": items} for number, items in enumerate(by_channel(aws_item))
    ]}}},
}  # fmt: skip


@pytest.mark.parametrize("data", CHANNELS.values(), ids=CHANNELS.keys())
def test_each_channel_is_a_voice_and_their_turns_are_in_order(data: object, tmp_path: Path) -> None:
    voice = {"Ada": "Speaker 0", "Ben": "Speaker 1"}
    assert described(read_json(tmp_path, data)) == [(voice[who], start, text) for who, start, text in TURNS]


def test_words_within_a_row_give_their_seconds(tmp_path: Path) -> None:
    words = [{"text": f" {word}", "start": at} for word, at in timed(TURNS[1][2], 5.0)]
    rows = [{"speaker": "Ben", "start": 5.0, "end": 9.0, "text": TURNS[1][2], "words": words}] * 2
    segment = read_json(tmp_path, {"result": {"utterances": rows}}).segments[0]
    assert segment.marks[:2] == ((9, 6.0), (17, 7.0))


def test_a_whole_text_has_the_seconds_of_its_words(tmp_path: Path) -> None:
    text = " ".join(text for *_, text in TURNS)
    spoken = [{"word": word.strip("?.,"), "start": at, "end": at + 0.4} for _, at0, said in TURNS
              for word, at in timed(said, at0)]  # fmt: skip
    segments = read_json(tmp_path, {"task": "transcribe", "text": text, "words": spoken}).segments
    assert " ".join(one.text["en"] for one in segments) == text
    assert segments[0].start == 1.0
    assert (17, 5.0) in segments[0].marks


def test_a_whole_text_alone_is_a_transcript_without_times(tmp_path: Path) -> None:
    text = " ".join(["The bridge was never finished, as they ran out of stone."] * 3)
    segments = read_json(tmp_path, {"text": text, "usage": {"seconds": 3}}).segments
    assert " ".join(one.text["en"] for one in segments) == text
    assert all(one.start is None for one in segments)


def test_seconds_in_whole_milliseconds_are_seen_in_a_table_too(tmp_path: Path) -> None:
    path = tmp_path / "episode.csv"
    path.write_text("start,end,text\n" + "".join(f'{at * 1000:.0f},0,"{text}"\n' for _, at, text in TURNS), "utf-8")
    segment = read(path).segments[0]
    assert (segment.start, [second for _, second in segment.marks]) == (1.0, [5.0, 12.0])


@pytest.mark.parametrize("depth", [0, 1, 2])
def test_title_date_and_chapters_are_read_beside_the_words(depth: int, tmp_path: Path) -> None:
    data: dict[str, Any] = {
        "title": "On bridges",
        "publicationDate": "2024-05-01T08:00:00+00:00",
        "chapters": [{"start": "00:00:00", "title": "Money"}, {"start": "00:00:12.000", "title": "No"}],
        "sentences": [{"speaker": who, "start": start, "text": text} for who, start, text in TURNS],
    }
    for _ in range(depth):
        data = {"data": data}
    transcript = read_json(tmp_path, data)
    assert (transcript.episode.title, transcript.episode.date) == ("On bridges", "2024-05-01")
    assert [(chapter.title["en"], chapter.first) for chapter in transcript.chapters] == [("Money", 0), ("No", 2)]
