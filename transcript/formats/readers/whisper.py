"""Whisper and its kin.

Whisper, faster-whisper  {"text":"…","language":"en","segments":[{"start":1.5,"end":4.0,"text":" The bridge",
                          "words":[{"word":" The","start":1.5,"end":1.7},…]}]}
WhisperX                 the same with "speaker" at segments and words, and words without times
whisper-timestamped      the same with {"text":"The","start":…} as words
whisper.cpp              {"result":{"language":"en"},"transcription":[{"offsets":{"from":1500},"text":" The"}]}
pipelines                {"text":"…","chunks":[{"timestamp":[1.5,4.0],"text":" The bridge"}]}
TSV                      start\tend\ttext, in milliseconds
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from transcript.formats.cues import Cue, Reading
from transcript.formats.json_values import dicts, mapping, text_of
from transcript.formats.markup import clean, timed_text
from transcript.formats.readers.text.plain import FEWEST_WORDS
from transcript.formats.readers.words import find_words
from transcript.formats.source import Source
from transcript.formats.speakers import coded
from transcript.formats.stamps import milliseconds, seconds

BESIDE_TEXT = frozenset({"text", "task", "language", "duration", "usage", "logprobs"})
"""What stands in an answer that has the text alone."""


def recognises(source: Source) -> bool:
    rows = _segment_rows(source)
    return rows == [source.json] or any("text" in row and ("start" in row or "words" in row) for row in rows[:20])


def read(source: Source) -> Reading:
    reading = Reading(language=text_of(source.json.get("language")))
    for number, row in enumerate(_segment_rows(source), 1):
        reading.cues.extend(_segment_cues(row, number))
    return reading


def _segment_rows(source: Source) -> list[dict[str, Any]]:
    """The segments; the whole as one where it has none, but the text, with or without the times of its words."""
    data = source.json if isinstance(source.json, dict) else {}
    text = text_of(data.get("text"))
    timed = text and any("word" in word for word in dicts(data.get("words"))[:1])
    bare = data.keys() <= BESIDE_TEXT and text.count(" ") >= FEWEST_WORDS
    return dicts(data.get("segments")) or ([data] if timed or bare else [])


def _segment_cues(row: dict[str, Any], number: int) -> list[Cue]:
    """A segment's cue, or one for each speaker of its words."""
    text = clean(text_of(row.get("text")))
    cue = Cue(seconds(row.get("start")), seconds(row.get("end")), text, coded(row.get("speaker")), number)
    if not text:
        return []
    edges, is_first = [(0, cue.speaker)], True
    words = dicts(row.get("words"))
    places = find_words(text, (clean(text_of(word.get("word") or word.get("text"))) for word in words))
    for word, place in zip(words, places, strict=True):
        if place is None:
            continue
        start, speaker = seconds(word.get("start")), coded(word.get("speaker"))
        if start is not None:
            cue.words.append((place, start))
            cue.start = start if cue.start is None else cue.start
        if speaker is not None and speaker != edges[-1][1]:
            edges.append((0 if is_first else place, speaker))
        is_first = False
    return _by_speaker(cue, edges)


def _by_speaker(cue: Cue, edges: list[tuple[int, str | None]]) -> list[Cue]:
    """The cue cut where the speaker of its words changes."""
    if len(edges) > 1 and edges[1][0] == 0:
        edges = edges[1:]
    cue.speaker = edges[0][1]
    if len(edges) == 1:
        return [cue]
    found = []
    for number, (begin, speaker) in enumerate(edges):
        end = edges[number + 1][0] if number + 1 < len(edges) else len(cue.text)
        words = [(place - begin, second) for place, second in cue.words if begin <= place < end]
        start = cue.start if not number else words[0][1] if words else None
        following = [second for place, second in cue.words if place >= end]
        part = cue.text[begin:end].rstrip()
        if part:
            found.append(Cue(start, following[0] if following else cue.end, part, speaker, cue.line, words=words))
    return found


def recognises_cpp(source: Source) -> bool:
    rows = source.json.get("transcription") if isinstance(source.json, dict) else None
    return any("text" in row and ("offsets" in row or "timestamps" in row) for row in dicts(rows)[:20])


def read_cpp(source: Source) -> Reading:
    reading = Reading(language=text_of(mapping(source.json.get("result")).get("language")))
    turn = False
    for number, row in enumerate(dicts(source.json["transcription"]), 1):
        offsets, stamps = mapping(row.get("offsets")), mapping(row.get("timestamps"))
        start, end = (milliseconds(offsets.get(edge)) for edge in ("from", "to"))
        start = seconds(stamps.get("from")) if start is None else start
        end = seconds(stamps.get("to")) if end is None else end
        text, words = timed_text(_cpp_tokens(row)) if "tokens" in row else (clean(text_of(row.get("text"))), [])
        if text:
            reading.cues.append(Cue(start, end, text, coded(row.get("speaker")), number, turn, words))
        turn = row.get("speaker_turn_next") is True
    return reading


def _cpp_tokens(row: dict[str, Any]) -> Iterator[tuple[str, float | None]]:
    """A segment's parts of words, but for signs such as [_BEG_]."""
    for token in dicts(row["tokens"]):
        text = text_of(token.get("text"))
        if not text.startswith("[_"):
            yield text, milliseconds(mapping(token.get("offsets")).get("from"))


def recognises_chunks(source: Source) -> bool:
    rows = source.json.get("chunks") if isinstance(source.json, dict) else None
    return any("text" in row and "timestamp" in row for row in dicts(rows)[:20])


def read_chunks(source: Source) -> Reading:
    data = source.json
    rows = dicts(data.get("speakers")) if dicts(data.get("speakers")) else dicts(data["chunks"])
    reading = Reading()
    for number, row in enumerate(rows, 1):
        times = row.get("timestamp")
        start, end = times if isinstance(times, list) and len(times) == 2 else (None, None)
        text, speaker = clean(text_of(row.get("text"))), coded(row.get("speaker"))
        reading.cues.append(Cue(seconds(start), seconds(end), text, speaker, number))
    return reading


def recognises_tsv(source: Source) -> bool:
    rows = source.rows
    return rows[0].strip().casefold().split("\t")[:3] == ["start", "end", "text"]


def read_tsv(source: Source) -> Reading:
    reading = Reading()
    for number, row in enumerate(source.rows[1:], 2):
        start, _, rest = row.partition("\t")
        end, _, text = rest.partition("\t")
        if text.strip():
            reading.cues.append(Cue(milliseconds(start), milliseconds(end), clean(text), line=number))
    return reading
