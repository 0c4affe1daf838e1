"""Rows of words with times, whatever their columns are called: JSON of services without a reader of their own, and
tables with a line of headings.

Fireflies     [{"sentence":"The bridge","startTime":"00:03","speaker_name":"Ada Quill"}]
Gladia        {"result":{"transcription":{"utterances":[{"text":"The bridge","start":1.5,"speaker":0}]}}}
ElevenLabs    {"words":[{"text":"The","start":1.5,"type":"word","speaker_id":"speaker_0"},{"type":"spacing"}]}
Speechmatics  {"results":[{"type":"word","start_time":1.5,"alternatives":[{"content":"The","speaker":"S1"}]}]}
Azure         {"recognizedPhrases":[{"offsetInTicks":15000000,"speaker":1,"nBest":[{"display":"The bridge"}]}]}
Watson        {"results":[{"alternatives":[{"timestamps":[["the",1.5,1.7]]}]}],"speaker_labels":[{"from":1.5}]}
Vosk          {"result":[{"word":"the","start":1.5,"end":1.7}],"text":"the bridge"}
a table       Start,End,Speaker,Text
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Mapping, Sequence
from statistics import median
from typing import Any

from transcript.formats.cues import Cue, Reading
from transcript.formats.markup import clean
from transcript.formats.readers.podcasting import dicts, text_of
from transcript.formats.readers.vendors import Word, cues_of
from transcript.formats.source import Source
from transcript.formats.speakers import coded
from transcript.formats.stamps import milliseconds, seconds

TEXTS = ("punctuatedword", "display", "text", "sentence", "transcript", "body", "content", "utterance", "caption",
         "line", "word", "words")  # fmt: skip
"""Names of the column that has a row's words, in small letters without other signs, the best first."""


SPEAKERS = ("speakername", "speakerlabel", "speaker", "speakerid", "voice", "participant", "name")


STARTS = ("start", "starttime", "begin", "from", "startsec", "startseconds", "offset", "timestamp", "timecode", "ts",
          "time", "timein", "in")  # fmt: skip


ENDS = ("end", "endtime", "to", "stop", "endsec", "endseconds", "endts", "timeout", "out")


TICKS = 10_000_000
"""Azure's units of time in a second."""


SHARE_OF_ROWS = 0.6
"""So many of a list's rows have words, and a time, where they are a transcript."""


SAMPLED = 50
"""Rows of a list that are looked at."""


DEEPEST = 6
"""Levels of JSON in which a list of rows is looked for."""


SLOWEST = 0.05
"""Words a second. What seems to be spoken more slowly has its times in milliseconds."""


_DURATION = re.compile(r"PT(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?")
"""A time as ISO 8601 writes it: PT1M2.5S."""


def recognises_json(source: Source) -> bool:
    return source.json is not None and bool(_best_rows(source.json))


def read_json(source: Source) -> Reading:
    data = source.json
    reading = Reading(cues=_cues_of_rows(_best_rows(data)))
    if isinstance(data, dict):
        reading.language = next((text_of(data[name]) for name in ("language", "language_code") if name in data), None)
        reading.title = clean(text_of(data.get("title"))) or None
    return reading


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


def recognises_table(source: Source) -> bool:
    names = _headings(source)
    return len(names) > 1 and bool({*STARTS, "startms"} & set(names)) and bool(set(TEXTS) & set(names))


def read_table(source: Source) -> Reading:
    names = _headings(source)
    table = csv.reader(source.rows[1:], delimiter=_delimiter(source), strict=False)
    rows = [dict(zip(names, fields, strict=False)) for fields in _without_errors(table)]
    return Reading(cues=_cues_of_rows(rows))


def _without_errors(table: Iterator[list[str]]) -> Iterator[list[str]]:
    """The rows of a table; a field that is too long ends them."""
    while True:
        try:
            yield next(table)
        except (StopIteration, csv.Error):
            return


def _delimiter(source: Source) -> str:
    return max("\t;,", key=source.rows[0].count)


def _headings(source: Source) -> list[str]:
    return [_bare_name(field) for field in source.rows[0][:500].split(_delimiter(source))]


def _bare_name(name: object) -> str:
    return re.sub(r"[\W_]+", "", str(name)).casefold()


Row = Mapping[str, Any]


def _best_rows(data: object) -> Sequence[Row]:
    """The list of rows that has most words, of those that have times; of several the one nearest to the top."""
    best: Sequence[Row] = ()
    most = 0
    for rows in _lists_of(data, DEEPEST):
        sample = [_flat(row) for row in rows[:SAMPLED]]
        spoken = [row for row in sample if _text_of_row(row).strip()]
        timed = [row for row in spoken if _start_of(row) is not None]
        if not timed or len(timed) < SHARE_OF_ROWS * sum(1 for row in sample if not _is_glued(row)):
            continue
        size = len(rows) * sum(len(_text_of_row(row)) for row in spoken) // len(sample)
        if size > 1.5 * most:
            best, most = rows, size
    return [_flat(row) for row in best]


def _lists_of(data: object, depth: int) -> Iterator[list[dict[str, Any]]]:
    """The lists of objects in a JSON value, those nearer to the top first."""
    if depth and isinstance(data, list) and dicts(data[:SAMPLED]):
        yield dicts(data)
    if depth and isinstance(data, dict | list):
        inner = list(data.values()) if isinstance(data, dict) else data[:3]
        for value in inner[:SAMPLED]:
            yield from _lists_of(value, depth - 1)


def _flat(row: Row) -> Row:
    """A row by its names in small letters, with what its best alternative says."""
    named = {_bare_name(name): value for name, value in row.items()}
    for name in ("alternatives", "nbest"):
        for first in dicts(named.get(name))[:1]:
            named |= {_bare_name(inner): value for inner, value in first.items()}
    return named


def _text_of_row(row: Row) -> str:
    return next((row[name] for name in TEXTS if isinstance(row.get(name), str)), "")


def _is_glued(row: Row) -> bool:
    """True if a row is a sign that belongs to the word before, or the space between two."""
    return row.get("type") in ("punctuation", "spacing") or row.get("attachesto") == "previous"


def _start_of(row: Row) -> float | None:
    return _time(row, STARTS, "start")


def _time(row: Row, names: Sequence[str], edge: str) -> float | None:
    if (ticks := row.get("offsetinticks")) is not None and edge == "start":
        return seconds(ticks / TICKS) if isinstance(ticks, int | float) and not isinstance(ticks, bool) else None
    for name in (f"{edge}ms", f"{edge}timems", f"{edge}inms"):
        if name in row:
            return milliseconds(row[name])
    return next((found for name in names if (found := _seconds(row.get(name))) is not None), None)


def _seconds(value: object) -> float | None:
    if isinstance(value, str) and value[:2] == "PT" and (match := _DURATION.fullmatch(value.strip())):
        hours, minutes, rest = (float(part or 0) for part in match.groups())
        return hours * 3600 + minutes * 60 + rest
    return seconds(value)


def _cues_of_rows(rows: Sequence[Row]) -> list[Cue]:
    """The cues of rows; where each is a word, one for each turn."""
    cues = []
    for number, row in enumerate(rows, 1):
        who = next((name for key in SPEAKERS if (name := coded(row.get(key))) is not None), None)
        text = clean(_text_of_row(row))
        if text:
            cues.append(Cue(_start_of(row), _time(row, ENDS, "end"), text, who, number, _is_glued(row)))
    starts = [cue.start for cue in cues if cue.start is not None]
    words = sum(cue.text.count(" ") + 1 for cue in cues)
    whole = all(isinstance(row[name], int) for row in rows for name in STARTS if name in row)
    if whole and starts and words < SLOWEST * (max(starts) - min(starts)):
        for cue in cues:
            cue.start, cue.end = milliseconds(cue.start), milliseconds(cue.end)
    if cues and median(cue.text.count(" ") for cue in cues) < 1:
        return list(cues_of(Word(cue.text, cue.start, cue.end, cue.speaker, cue.turn) for cue in cues))
    for cue in cues:
        cue.turn = False
    return cues
