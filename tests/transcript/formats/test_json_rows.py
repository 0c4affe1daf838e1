"""JSON of any tool with a row a turn or a word, whatever its fields are called."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.transcript.formats.exported import CLOCKS, NAMES, SAID, TIMES, WANTED, described
from transcript.errors import TranscriptError
from transcript.formats import read

FIREFLIES = [
    {"sentence": text, "startTime": clock, "speaker_name": name, "speaker_id": 3}
    for text, clock, name in zip(SAID, CLOCKS, NAMES, strict=True)
]


GLADIA = [
    {"text": f" {text}", "start": at, "end": at + 2, "speaker": name, "words": []}
    for text, at, name in zip(SAID, TIMES, NAMES, strict=True)
]


AZURE = [
    {"recognitionStatus": "Success", "offsetInTicks": at * 1e7, "offset": "PT3S", "speaker": name,
     "nBest": [{"lexical": "x", "display": text}, {"display": "Well, come back."}]}
    for text, at, name in zip(SAID, TIMES, NAMES, strict=True)
]  # fmt: skip


WHOLE_MILLISECONDS = [
    {"text": text, "start": int(at * 1000), "end": int(at * 1000) + 2000, "speaker": name}
    for text, at, name in zip(SAID, TIMES, NAMES, strict=True)
]


SPEECHMATICS = [
    {"type": kind, "start_time": at + number * 0.1, "end_time": at + number * 0.1 + 0.1,
     "alternatives": [{"content": word, "speaker": name}]}
    for text, at, name in zip(SAID, TIMES, NAMES, strict=True)
    for number, (kind, word) in enumerate([*(("word", word) for word in text[:-1].split()), ("punctuation", ".")])
]  # fmt: skip


SPOTIFY = [
    row
    for text, at, name in zip(SAID, TIMES, NAMES, strict=True)
    for row in (
        {"startMs": at * 1000, "title": {"title": name}},
        {"startMs": at * 1000, "text": {"sentence": {"startMs": at * 1000, "text": text, "highlight": []}}},
    )
]


KALTURA = [
    {"startTime": int(at * 1000), "endTime": int(at * 1000) + 2000, "content": [{"text": f"{name}: {text}"}]}
    for text, at, name in zip(SAID, TIMES, NAMES, strict=True)
]


TRINT = [
    {"id": f"p{at}", "speaker": f"id of {name}",
     "words": [{"value": word, "time": int(at * 1000) + 300 * place, "duration": 250}
               for place, word in enumerate(text.split())]}
    for text, at, name in zip(SAID, TIMES, NAMES, strict=True)
]  # fmt: skip


SPANS = {
    "words": [{"text": word, "start": at + 0.3 * place} for text, at in zip(SAID, TIMES, strict=True)
              for place, word in enumerate(text.split())],
    "paragraphs": [{"start": at, "end": at + 2, "speaker": name} for at, name in zip(TIMES, NAMES, strict=True)],
}  # fmt: skip


@pytest.mark.parametrize(
    "data",
    [
        FIREFLIES,
        {"episode": 3, "meta": [{"a": 1}], "transcript": [{**row, "time": row["startTime"]} for row in FIREFLIES]},
        {"id": "x", "result": {"transcription": {"full_transcript": " ".join(SAID), "utterances": GLADIA}}},
        {"combinedRecognizedPhrases": [{"channel": 0, "display": "x"}], "recognizedPhrases": AZURE},
        {"format": "2.9", "results": SPEECHMATICS},
        {"lines": WHOLE_MILLISECONDS},
        {
            "lines": [
                {"speakerDesignation": row["speaker_name"], "text": row["sentence"], "startTime": row["startTime"]}
                for row in FIREFLIES
            ]
        },
        {"episodeUri": "spotify:episode:4", "section": SPOTIFY},
        [{"objectType": "KalturaStartWidgetSessionResponse"}, {"objects": KALTURA, "totalCount": 3}],
        {"transcript": {"speakers": [{"id": f"id of {name}", "name": name} for name in NAMES], "paragraphs": TRINT}},
        SPANS,
    ],
    ids=[
        "Fireflies",
        "a list of some kind",
        "Gladia",
        "Azure",
        "Speechmatics",
        "milliseconds",
        "DOTe",
        "Spotify",
        "Kaltura",
        "Trint",
        "who speaks apart from the words",
    ],
)
def test_rows_of_any_names_are_read(data: object, tmp_path: Path) -> None:
    path = tmp_path / "export.json"
    path.write_text(json.dumps(data), encoding="utf-8")
    assert described(path) == WANTED


def test_titles_among_rows_that_name_nobody_are_chapters(tmp_path: Path) -> None:
    rows = [{"startMs": 0, "title": {"title": "On ice"}}, SPOTIFY[1], {"startMs": 9, "title": "After it"}, SPOTIFY[3]]
    path = tmp_path / "export.json"
    path.write_text(json.dumps({"section": rows}), encoding="utf-8")
    assert [chapter.title["en"] for chapter in read(path).chapters] == ["On ice", "After it"]


@pytest.mark.parametrize(
    "content",
    [
        {"name": "x", "scripts": [{"text": "npm run build"}, {"text": "npm test"}]},
        [{"author": "ada", "content": "I liked it."}, {"author": "ben", "content": "Me too."}],
        {"items": [{"title": "On bridges", "time": 30}, {"title": "On ice", "time": 60}]},
    ],
)
def test_other_json_is_refused(content: object, tmp_path: Path) -> None:
    path = tmp_path / "export.json"
    path.write_text(json.dumps(content), encoding="utf-8")
    with pytest.raises(TranscriptError, match="it is JSON, but no transcript"):
        read(path)
