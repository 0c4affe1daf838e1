"""Rows of words with times, whatever their columns are called: JSON of services without a reader of their own.

Fireflies     [{"sentence":"The bridge","startTime":"00:03","speaker_name":"Ada Quill"}]
Gladia        {"result":{"transcription":{"utterances":[{"text":"The bridge","start":1.5,"speaker":0}]}}}
ElevenLabs    {"words":[{"text":"The","start":1.5,"type":"word","speaker_id":"speaker_0"},{"type":"spacing"}]}
Speechmatics  {"results":[{"type":"word","start_time":1.5,"alternatives":[{"content":"The","speaker":"S1"}]}]}
Azure         {"recognizedPhrases":[{"offsetInTicks":15000000,"speaker":1,"nBest":[{"display":"The bridge"}]}]}
Watson        {"results":[{"alternatives":[{"timestamps":[["the",1.5,1.7]]}]}],"speaker_labels":[{"from":1.5}]}
Vosk          [{"result":[{"word":"the","start":1.5,"end":1.7}],"text":"the bridge"}]
Happy Scribe  [{"speaker":"Ada Quill","words":[{"text":"The","data_start":1.5}]}]
Recall        [{"participant":{"name":"Ada Quill"},"words":[{"text":"The","start_timestamp":{"relative":1.5}}]}]
Premiere      {"segments":[{"speaker":"id","words":[{"text":"The","start":1.5}]}],"speakers":[{"id":"id","name":"Ada"}]}
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from statistics import median
from typing import Any

from transcript.formats.cues import Cue, Reading
from transcript.formats.markup import clean
from transcript.formats.readers.podcasting import dicts, text_of
from transcript.formats.readers.words import Word, cues_of, find_words
from transcript.formats.source import Source
from transcript.formats.speakers import coded
from transcript.formats.stamps import milliseconds, seconds
from transcript.models import Mark

TEXTS = ("punctuatedword", "display", "text", "sentence", "transcript", "body", "content", "utterance", "caption",
         "line", "txt", "word", "words")  # fmt: skip
"""Names of the column that has a row's words, in small letters without other signs, the best first."""


SPEAKERS = ("speakername", "speakerlabel", "speaker", "speakerid", "voice", "participant", "participantrole", "users",
            "name")  # fmt: skip


STARTS = ("start", "starttime", "begin", "bgn", "from", "startsec", "startseconds", "offset", "timestamp", "timecode",
          "ts", "time", "timein", "in", "datastart", "starttimestamp")  # fmt: skip


ENDS = ("end", "endtime", "to", "stop", "endsec", "endseconds", "endts", "timeout", "out", "dataend", "endtimestamp")


TICKS = 10_000_000
"""Azure's units of time in a second."""


SHARE_OF_ROWS = 0.6
"""So many of a list's rows have words, and a time, where they are a transcript."""


SAMPLED = 50
"""Rows of a list that are looked at."""


DEEPEST_ROWS = 6
"""Levels of JSON in which a list of rows is looked for."""


SLOWEST = 0.05
"""Words a second. What seems to be spoken more slowly has its times in milliseconds."""


_DURATION = re.compile(r"PT(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?")
"""A time as ISO 8601 writes it: PT1M2.5S."""


def recognises_json(source: Source) -> bool:
    return source.json is not None and bool(_best_rows(source.json))


def read_json(source: Source) -> Reading:
    data = source.json
    title = text_of(data.get("title")) or text_of(data.get("name")) if isinstance(data, dict) else ""
    return Reading(cues_of_rows(_best_rows(data)), title=clean(title) or None)


def recognises_watson(source: Source) -> bool:
    return any(_watson_times(row) for row in _watson_rows(source)[:SAMPLED])


def read_watson(source: Source) -> Reading:
    """IBM's words are lists of a word and two times; who speaks stands beside them, by the time."""
    labels = dicts(source.json.get("speaker_labels"))
    who = {row["from"]: coded(row.get("speaker")) for row in labels if isinstance(row.get("from"), int | float)}
    words = []
    for row in _watson_rows(source):
        for word, start, end in _watson_times(row):
            speaker = who.get(start) if isinstance(start, int | float) else None
            words.append(Word(clean(text_of(word)), seconds(start), seconds(end), speaker))
    return Reading(cues=list(cues_of(word for word in words if word.text)))


def _watson_rows(source: Source) -> list[dict[str, Any]]:
    return dicts(source.json.get("results")) if isinstance(source.json, dict) else []


def _watson_times(row: dict[str, Any]) -> list[list[Any]]:
    best = dicts(row.get("alternatives"))[:1]
    times = best[0].get("timestamps") if best else None
    return [each for each in times if isinstance(each, list) and len(each) == 3] if isinstance(times, list) else []


@lru_cache(maxsize=1_000)
def bare_name(name: str) -> str:
    return re.sub(r"[\W_]+", "", name).casefold()


Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class _Rows:
    """The objects of a list; with a name, those in the lists of that name in each, which have what is beside them."""

    objects: list[dict[str, Any]]
    inner: str | None = None

    def first(self, most: int | None = None) -> list[Row]:
        """The rows, or those of the first `most` objects."""
        if self.inner is None:
            return [_flat(row) for row in self.objects[:most]]
        return [
            _flat({**beside, **row})
            for outer in self.objects[:most]
            for beside in [{name: value for name, value in outer.items() if bare_name(name) in SPEAKERS}]
            for row in dicts(outer.get(self.inner))
        ]


def _best_rows(data: object) -> Sequence[Row]:
    """The list of rows that has most words, of those that have times; of several the one nearest to the top."""
    best, most = None, 0
    for rows in _lists_of(data, DEEPEST_ROWS):
        sample = rows.first(SAMPLED)
        spoken = [row for row in sample if _text_of_row(row).strip()]
        timed = [row for row in spoken if _start_of(row) is not None]
        if not timed or len(timed) < SHARE_OF_ROWS * sum(1 for row in sample if not _is_glued(row)):
            continue
        size = len(rows.objects) * sum(len(_text_of_row(row)) for row in spoken) // min(len(rows.objects), SAMPLED)
        if size > 1.5 * most:
            best, most = rows, size
    return best.first() if best else ()


def _lists_of(data: object, depth: int) -> Iterator[_Rows]:
    """The lists of objects in a JSON value, those nearer to the top first."""
    if depth and isinstance(data, list) and dicts(data[:SAMPLED]):
        objects = dicts(data)
        yield _Rows(objects)
        for name in objects[0].keys() - ALTERNATIVES:
            if sum(bool(dicts(row.get(name))) for row in objects[:SAMPLED]) > SHARE_OF_ROWS * len(objects[:SAMPLED]):
                yield _Rows(objects, name)
    if depth and isinstance(data, dict | list):
        inner = list(data.values()) if isinstance(data, dict) else data[:3]
        for value in inner[:SAMPLED]:
            yield from _lists_of(value, depth - 1)


ALTERNATIVES = frozenset({"alternatives", "nbest", "nBest", "instances"})
"""Lists in a row of which the first says what the row itself lacks."""


def _flat(row: Row) -> Row:
    """A row by its names in small letters, with what its best alternative says."""
    named = {bare_name(name): value for name, value in row.items()}
    for name in ALTERNATIVES & row.keys():
        for first in dicts(row[name])[:1]:
            named |= {bare_name(inner): value for inner, value in first.items()}
    return named


def _text_of_row(row: Row) -> str:
    return next((row[name] for name in TEXTS if isinstance(row.get(name), str)), "")


def _is_glued(row: Row) -> bool:
    """True if a row is a sign that belongs to the word before, or the space between two."""
    return row.get("type") in ("punctuation", "spacing") or row.get("attachesto") == "previous"


def _speaker_of(row: Row) -> str | None:
    values = (row[name] for name in SPEAKERS if name in row)
    return next((name for value in values if (name := coded(value)) is not None), None)


def _start_of(row: Row) -> float | None:
    return _time(row, STARTS, "start")


def _time(row: Row, names: Sequence[str], edge: str) -> float | None:
    if (ticks := row.get("offsetinticks")) is not None and edge == "start":
        return seconds(ticks / TICKS) if isinstance(ticks, int | float) and not isinstance(ticks, bool) else None
    for name in _IN_MILLISECONDS[edge]:
        if name in row:
            return milliseconds(row[name])
    return next((found for name in names if name in row and (found := _seconds(row[name])) is not None), None)


_IN_MILLISECONDS = {
    "start": ("startms", "starttimems", "startinms", "offsetmilliseconds", "startmilliseconds", "beginoffsetmillis"),
    "end": ("endms", "endtimems", "endinms", "endmilliseconds", "endoffsetmillis"),
}


def _seconds(value: object) -> float | None:
    if isinstance(value, str) and value[:2] == "PT" and (match := _DURATION.fullmatch(value.strip())):
        hours, minutes, rest = (float(part or 0) for part in match.groups())
        return hours * 3600 + minutes * 60 + rest
    return seconds(value.get("relative")) if isinstance(value, dict) and "relative" in value else seconds(value)


def cues_of_rows(rows: Sequence[Row]) -> list[Cue]:
    """The cues of rows; where each is a word, one for each turn."""
    cues = []
    for number, row in enumerate(rows, 1):
        text = clean(_text_of_row(row))
        if text:
            words = _words_within(row, text) if "words" in row else []
            start, end = _start_of(row), _time(row, ENDS, "end")
            cues.append(Cue(start, end, text, _speaker_of(row), number, _is_glued(row), words))
    if _count_milliseconds(rows, cues):
        for cue in cues:
            cue.start, cue.end = milliseconds(cue.start), milliseconds(cue.end)
            cue.words = [(place, second / 1000) for place, second in cue.words]
    if cues and median(cue.text.count(" ") for cue in cues) < 1:
        return list(cues_of(Word(cue.text, cue.start, cue.end, cue.speaker, cue.turn) for cue in cues))
    for cue in cues:
        cue.turn = False
    return cues


def _words_within(row: Row, text: str) -> list[Mark]:
    """The times of a row's words, by the characters of its text."""
    words = [_flat(word) for word in dicts(row["words"])]
    places = find_words(text, (clean(_text_of_row(word)) for word in words))
    times = map(_start_of, words)
    return [(place, second) for place, second in zip(places, times, strict=True)
            if place is not None and second is not None]  # fmt: skip


def _count_milliseconds(rows: Sequence[Row], cues: Sequence[Cue]) -> bool:
    """True if whole numbers are the times of words that would else be spoken slower than anybody speaks."""
    starts = [cue.start for cue in cues if cue.start is not None]
    said = sum(cue.text.count(" ") + 1 for cue in cues)
    if not starts or said >= SLOWEST * (max(starts) - min(starts)):
        return False
    times = (row[name] for row in rows for name in STARTS if name in row)
    return all(isinstance(time, int) or (isinstance(time, str) and time.strip().isdigit()) for time in times)
